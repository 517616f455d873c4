import type { CDPSession, Locator, Page } from '@playwright/test'
import { expect, test, type App } from './fixtures.ts'

/** Adds leads to a stage, to stand there in this order. */
async function add(app: App, stageId: string, names: string[]): Promise<void> {
  // New leads come in on top.
  for (const name of names.toReversed()) await app.call('addLead', { contact: { name }, contactId: null, lead: {}, stageId, next: null })
  await expect(card(app.page, names[0] ?? '')).toBeVisible()
}

const people = Array.from({ length: 14 }, (_, index) => `Person ${index + 1}`)

function column(page: Page, stage: string): Locator {
  return page.getByRole('list', { name: stage, exact: true })
}

function card(page: Page, name: string): Locator {
  return page.getByRole('listitem', { name: new RegExp(`^${name},`) })
}

async function expectNames(page: Page, stage: string, names: string[]) {
  const places = async () => {
    const items = await column(page, stage)
      .getByRole('listitem')
      .evaluateAll((cards) => cards.map((item) => [Number(item.getAttribute('aria-posinset')), item.getAttribute('aria-label') ?? ''] as const))
    return items.toSorted((a, b) => a[0] - b[0]).map(([, label]) => label.split(',')[0])
  }
  await expect.poll(places).toEqual(names)
}

interface Point {
  x: number
  y: number
}

/** A finger on the screen, as the browser hears of it from the system. */
class Finger {
  readonly #system: CDPSession
  #at: Point = { x: 0, y: 0 }

  constructor(system: CDPSession) {
    this.#system = system
  }

  async touch(at: Point) {
    this.#at = at
    await this.#tell('touchStart', [at])
  }

  async moveTo(to: Point, steps = 8) {
    const from = this.#at
    for (let step = 1; step <= steps; step += 1) {
      this.#at = { x: from.x + ((to.x - from.x) * step) / steps, y: from.y + ((to.y - from.y) * step) / steps }
      await this.#tell('touchMove', [this.#at])
    }
  }

  async leave() {
    await this.#tell('touchEnd', [])
  }

  async cancel() {
    await this.#tell('touchCancel', [])
  }

  /** Puts down a second one beside it. */
  async joinedAt(second: Point) {
    await this.#tell('touchStart', [this.#at, second])
  }

  async #tell(type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel', points: Point[]) {
    await this.#system.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((point, id) => ({ ...point, id })) })
  }
}

async function fingerOn(page: Page): Promise<Finger> {
  const system = await page.context().newCDPSession(page)
  await system.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  return new Finger(system)
}

async function middleOf(element: Locator): Promise<Point> {
  const box = await element.boundingBox()
  if (!box) throw new Error('the element is not drawn')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** The picture of the card under the finger. */
function picture(page: Page): Locator {
  return page.locator('body > [popover][inert]')
}

/** Rests on a card until it is lifted. */
async function lift(finger: Finger, page: Page, name: string) {
  await finger.touch(await middleOf(card(page, name)))
  await expect(picture(page)).toContainText(name)
}

test('a finger that rests on a card lifts it, carries it to another column and drops it there to stay', async ({ app }) => {
  await add(app, 'new', ['Ada', 'Ben'])
  await add(app, 'meeting', ['Cleo', 'Dan'])
  const { page } = app
  const finger = await fingerOn(page)
  await lift(finger, page, 'Ada')
  const { x, y } = await middleOf(card(page, 'Dan'))
  await finger.moveTo({ x, y: y - 10 })
  await finger.leave()
  await expectNames(page, 'Meeting', ['Cleo', 'Ada', 'Dan'])
  await expect(page.getByText('Ada moved to Meeting')).toBeVisible()
  await expect(picture(page)).toHaveCount(0)

  // All that are selected go along, and the picture says how many; what was lifted is not opened as well.
  await card(page, 'Cleo').focus()
  await page.keyboard.press('x')
  await card(page, 'Dan').focus()
  await page.keyboard.press('x')
  await lift(finger, page, 'Dan')
  await expect(picture(page)).toContainText('2')
  await finger.moveTo(await middleOf(page.locator('[data-column]').filter({ has: column(page, 'Proposal') })))
  await finger.leave()
  await expectNames(page, 'Proposal', ['Cleo', 'Dan'])
  await page.reload()
  await expectNames(page, 'Proposal', ['Cleo', 'Dan'])
  await expectNames(page, 'Meeting', ['Ada'])
  await expectNames(page, 'New', ['Ben'])
})

test('a finger that taps opens the lead, one that swipes scrolls the column, and neither moves a card', async ({ app }) => {
  await add(app, 'new', people)
  const { page } = app
  const before = await app.call('getBoard', { limit: null })
  const finger = await fingerOn(page)
  const start = await middleOf(card(page, 'Person 5'))
  await finger.touch(start)
  await finger.leave()
  await expect(page).toHaveURL(/#\/lead\//)
  await page.goBack()
  await expect(card(page, 'Person 5')).toBeVisible()

  await finger.touch(start)
  await finger.moveTo({ x: start.x, y: start.y - 300 })
  await finger.leave()
  const scroller = page.locator('[data-column-scroller]').first()
  await expect.poll(() => scroller.evaluate((element) => element.scrollTop)).toBeGreaterThan(200)
  expect(await app.call('getBoard', { limit: null })).toEqual(before)
})

test('a drag by finger ends without a change by Escape, by a second finger, or when the system takes the finger away', async ({ app }) => {
  await add(app, 'new', ['Ada', 'Ben'])
  const { page } = app
  const before = await app.call('getBoard', { limit: null })
  const finger = await fingerOn(page)
  const target = await middleOf(page.locator('[data-column]').filter({ has: column(page, 'Proposal') }))
  const ways = {
    escape: () => page.keyboard.press('Escape'),
    second: () => finger.joinedAt({ x: target.x, y: target.y + 100 }),
    taken: () => finger.cancel(),
  }
  for (const way of ['escape', 'second', 'taken'] as const) {
    await lift(finger, page, 'Ada')
    await finger.moveTo(target)
    await ways[way]()
    await expect(picture(page)).toHaveCount(0)
    if (way !== 'taken') await finger.leave()
    await expectNames(page, 'New', ['Ada', 'Ben'])
  }
  expect(await app.call('getBoard', { limit: null })).toEqual(before)
  await expect(page).not.toHaveURL(/#\/lead\//)
})

test('a card held near the edge of its column scrolls it while the finger rests', async ({ app }) => {
  await add(app, 'new', people)
  const { page } = app
  const finger = await fingerOn(page)
  await lift(finger, page, 'Person 2')
  const scroller = page.locator('[data-column-scroller]').first()
  const box = await scroller.boundingBox()
  if (!box) throw new Error('the column is not drawn')
  await finger.moveTo({ x: box.x + 100, y: box.y + box.height - 6 })
  await expect.poll(() => scroller.evaluate((element) => element.scrollTop + element.clientHeight >= element.scrollHeight - 1)).toBe(true)
  await finger.leave()
  await expect(column(page, 'New').getByRole('listitem', { name: /^Person 2,/ })).toHaveAttribute('aria-posinset', '14')
})
