import type { Locator, Page } from '@playwright/test'
import { addDays, localDateAt, weekday } from '../../shared/dates.ts'
import { dateIn } from '../../shared/time-group.ts'
import { expectAccessible } from './accessible.ts'
import { expect, test, type App } from './fixtures.ts'

const today = localDateAt(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone)

async function add(app: App, name: string, stageId = 'new', date: string | null = null): Promise<string> {
  const next = date === null ? null : ({ channel: 'call', purpose: '', due: { date, time: null, zone: null } } as const)
  const { leadId } = await app.call('addLead', { contact: { name }, contactId: null, lead: { value: { amount: 1000, currency: 'EUR' } }, stageId, next })
  await expect(card(app.page, name)).toBeVisible()
  return leadId
}

function column(page: Page, name: string): Locator {
  return page.getByRole('list', { name, exact: true })
}

function card(page: Page, name: string): Locator {
  return page.getByRole('listitem', { name: new RegExp(`^${name}`) })
}

async function expectNames(page: Page, name: string, names: string[]) {
  const places = async () => {
    const items = await column(page, name)
      .getByRole('listitem')
      .evaluateAll((cards) => cards.map((item) => [Number(item.getAttribute('aria-posinset')), item.getAttribute('aria-label') ?? ''] as const))
    return items.toSorted((a, b) => a[0] - b[0]).map(([, label]) => label.split(',')[0])
  }
  await expect.poll(places).toEqual(names)
}

test('a card dropped on Lost asks why, shows it there meanwhile, and Escape puts it back', async ({ app }) => {
  const id = await add(app, 'Ada')
  const { page } = app
  await card(page, 'Ada').focus()
  await page.keyboard.press('m')
  await page.getByRole('menuitem', { name: 'Lost' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ada to Lost' })
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expectNames(page, 'New', ['Ada'])
  await expect(card(page, 'Ada')).toBeFocused()

  // Lifted by keyboard and dropped there, it asks the same.
  await page.keyboard.press('Space')
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await dialog.getByRole('button', { name: 'Lost', exact: true }).click()
  await expect(dialog.getByText('Say why in a few words')).toBeVisible()
  await dialog.getByRole('button', { name: 'Price' }).click()
  await expectAccessible(app)
  await dialog.getByRole('button', { name: 'Lost', exact: true }).click()
  await expectNames(page, 'Lost', ['Ada'])
  await expect(card(page, 'Ada')).toBeFocused()
  await expect.poll(async () => (await app.call('getLead', { id })).lead.closing).toEqual({ reason: 'Price', on: today })
})

test('a won lead tells its amount, a parked one wakes up on the day that was said', async ({ app }) => {
  const [ada, ben] = [await add(app, 'Ada'), await add(app, 'Ben')]
  const { page } = app
  await card(page, 'Ada').hover()
  await page.getByRole('button', { name: 'Move Ada to…' }).click()
  await page.getByRole('menuitem', { name: 'Won' }).click()
  const won = page.getByRole('dialog', { name: 'Ada to Won' })
  await won.getByRole('textbox', { name: 'Amount (EUR)' }).fill('2.5k')
  await won.getByRole('button', { name: 'Won', exact: true }).click()
  await expectNames(page, 'Won', ['Ada'])
  await expect.poll(async () => (await app.call('getLead', { id: ada })).lead).toMatchObject({ value: { amount: 2500, currency: 'EUR' }, closing: { on: today } })

  await card(page, 'Ben').focus()
  await page.keyboard.press('m')
  await page.getByRole('menuitem', { name: 'Parked' }).click()
  const parked = page.getByRole('dialog', { name: 'Ben to Parked' })
  await parked.getByRole('button', { name: 'In 2 weeks' }).click()
  await parked.getByRole('button', { name: 'Park', exact: true }).click()
  await expectNames(page, 'Parked', ['Ben'])
  await expect.poll(async () => (await app.call('getLead', { id: ben })).lead.parkedUntil).toBe(addDays(today, 14))
  const { touches } = await app.call('getLead', { id: ben })
  expect(touches).toMatchObject([{ state: 'due', due: { date: addDays(today, 14) } }])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expectNames(page, 'New', ['Ben'])
  await expect.poll(async () => (await app.call('getLead', { id: ben })).touches).toEqual([])
})

test('by time, a dropped card gets its next touch on another day, and neither the past nor no date takes one', async ({ app }) => {
  const id = await add(app, 'Ada', 'new', addDays(today, -2))
  await add(app, 'Ben')
  const { page } = app
  await page.getByText('By time').click()
  await expectNames(page, 'Overdue', ['Ada'])
  await expectNames(page, 'No next touch', ['Ben'])

  await card(page, 'Ada').dragTo(page.locator('[data-column]').filter({ has: column(page, 'Next week') }))
  await expectNames(page, 'Next week', ['Ada'])
  await expect.poll(async () => (await app.call('getLead', { id })).touches).toMatchObject([{ due: { date: dateIn('next-week', today) } }])
  expect(weekday(dateIn('next-week', today) ?? '')).toBe(1)

  await card(page, 'Ada').dragTo(page.locator('[data-column]').filter({ has: column(page, 'Overdue') }))
  await expect(page.getByText('A touch cannot be put into the past.')).toBeVisible()
  await expectNames(page, 'Next week', ['Ada'])

  // By keyboard, too; and the choice of columns is remembered.
  await card(page, 'Ben').focus()
  await page.keyboard.press('Space')
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Space')
  await expectNames(page, 'Today', ['Ben'])
  await expect(card(page, 'Ben')).toBeFocused()
  await expectAccessible(app)
  await page.reload()
  await expectNames(page, 'Today', ['Ben'])
})

test('selected cards move together, in their order, and one undo puts all back', async ({ app }) => {
  for (const name of ['Dan', 'Cleo', 'Ben', 'Ada']) await add(app, name)
  const { page } = app
  await card(page, 'Ada').click({ modifiers: ['ControlOrMeta'] })
  await card(page, 'Cleo').click({ modifiers: ['Shift'] })
  await expect(page.getByText('3 selected')).toBeVisible()
  await card(page, 'Ben').click({ modifiers: ['ControlOrMeta'] })
  await expect(page.getByText('2 selected')).toBeVisible()
  await expectAccessible(app)

  await card(page, 'Cleo').dragTo(page.locator('[data-column]').filter({ has: column(page, 'Proposal') }))
  await expectNames(page, 'Proposal', ['Ada', 'Cleo'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expectNames(page, 'New', ['Ada', 'Ben', 'Cleo', 'Dan'])

  // By keyboard: X selects, M moves all that are.
  await card(page, 'Ben').focus()
  // The pointer rests on the message; what Escape closes first is the tooltip of its button.
  await card(page, 'Ben').hover()
  await page.keyboard.press('Escape')
  await expect(page.getByText('2 selected')).toHaveCount(0)
  await page.keyboard.press('x')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('x')
  await page.getByRole('region', { name: 'Selected leads' }).getByRole('button', { name: 'Move to…' }).click()
  await page.getByRole('menuitem', { name: 'Meeting' }).click()
  await expectNames(page, 'Meeting', ['Ben', 'Cleo'])
  await card(page, 'Cleo').focus()
  await page.keyboard.press('Delete')
  await expectNames(page, 'Meeting', [])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expectNames(page, 'Meeting', ['Ben', 'Cleo'])
})

test('whoever presses a button of a message goes on where they were, and F6 goes to the messages', async ({ app }) => {
  for (const name of ['Ada', 'Ben', 'Cleo']) await add(app, name)
  const { page } = app
  await page.getByText('By time').click()
  const undo = page.getByRole('button', { name: 'Undo' })
  const moveLeft = async (name: string, steps: number) => {
    await card(page, name).focus()
    await page.keyboard.press('Space')
    for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Space')
  }

  await moveLeft('Ada', 4)
  await expectNames(page, 'Today', ['Ada'])
  await card(page, 'Cleo').focus()
  await undo.click()
  await expect(page.getByText('Undone: reschedule')).toBeVisible()
  await expect(card(page, 'Cleo')).toBeFocused()
  await expectNames(page, 'No next touch', ['Ada', 'Ben', 'Cleo'])

  // The next message leaves the focus where it is.
  await moveLeft('Ada', 4)
  await expect(undo).toBeVisible()
  await expect(card(page, 'Ada')).toBeFocused()

  // By keyboard, and of two messages.
  await moveLeft('Ben', 5)
  await expect(page.getByText('A touch cannot be put into the past.')).toBeVisible()
  await moveLeft('Cleo', 4)
  await expect(page.getByRole('alertdialog', { name: /^Cleo/ })).toBeVisible()
  await card(page, 'Ben').focus()
  await page.keyboard.press('F6')
  await expect(page.getByRole('region', { name: 'Messages' })).toBeFocused()
  await expectAccessible(app)
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('Tab')
  await expect(undo).toBeFocused()
  await page.keyboard.press('Enter')
  await expectNames(page, 'Today', ['Ada'])
  await expect(card(page, 'Ben')).toBeFocused()
})
