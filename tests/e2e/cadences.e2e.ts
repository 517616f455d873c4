import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { expect, test, type App } from './fixtures.ts'

async function goTo(page: Page, path: string) {
  await page.goto(`${page.url().split('#', 1)[0] ?? ''}#${path}`)
}

async function addLead(app: App, name: string): Promise<string> {
  const { leadId } = await app.call('addLead', { contact: { name }, contactId: null, lead: { title: 'Trial order' }, stageId: null, next: null })
  return leadId
}

async function cadenceId(app: App, name: string): Promise<string> {
  const cadence = (await app.call('getCadences', {})).find((other) => other.name === name)
  if (!cadence) throw new Error(`no cadence ${name}`)
  return cadence.id
}

/** Today on the computer, on which the shell and its page run as well. */
function today(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

/** Drags a handle with the mouse to the lower half of something. */
async function dragBelow(page: Page, handle: Locator, target: Locator) {
  await target.scrollIntoViewIfNeeded()
  const from = await handle.boundingBox()
  const to = await target.boundingBox()
  if (!from || !to) throw new Error('not in sight')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + 100, to.y + to.height / 2, { steps: 5 })
  await page.mouse.move(to.x + 100, to.y + to.height - 8, { steps: 5 })
  await page.mouse.up()
}

async function chooseCadence(page: Page, name: string) {
  await page.getByRole('dialog').getByRole('button', { name: /Cadence$/ }).click()
  await page.getByRole('option', { name, exact: true }).click()
}

test('a lead goes through a cadence from its page: touches are worked, a meeting stops the rest, and undo brings it back', async ({ app }) => {
  const { page } = app
  const id = await addLead(app, 'Priya Nair')
  await goTo(page, `/lead/${id}`)
  await expect(page.getByRole('button', { name: 'Start a cadence' })).toBeVisible()
  await page.keyboard.press('c')
  await chooseCadence(page, 'After a proposal')
  await expect(page.getByRole('dialog').getByRole('list', { name: 'Priya Nair' }).getByRole('listitem')).toHaveCount(8)
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  const card = page.getByRole('region', { name: 'Cadence', exact: true })
  await expect(card).toContainText('Step 1 of 8 · After a proposal')

  /** Completes the next touch by keyboard; a digit is its outcome. */
  const complete = async (digit: string) => {
    await page.keyboard.press('d')
    await expect(page.getByRole('radio', { name: 'No answer' })).toBeVisible()
    await page.keyboard.press(digit)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('radio', { name: 'No answer' })).toBeHidden()
  }
  await complete('1')
  await expect(card).toContainText('Step 2 of 8')
  await complete('2')
  await expect(card).toContainText('Step 3 of 8')
  await complete('5')
  await expect(card).toBeHidden()
  await expect(page.getByText('After a proposal ended: a meeting is booked')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(card).toContainText('Step 3 of 8')
})

test('on its page a lead pauses its cadence, goes on, jumps ahead, moves to another one and stops', async ({ app }) => {
  const { page } = app
  const id = await addLead(app, 'Ines Duarte')
  await app.call('enrol', { leadIds: [id], cadenceId: await cadenceId(app, 'After a proposal'), startOn: today(), perDay: null })
  await goTo(page, `/lead/${id}`)
  const card = page.getByRole('region', { name: 'Cadence', exact: true })
  const choose = async (name: string | RegExp) => {
    await card.getByRole('button', { name: 'More for the cadence' }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  await card.getByRole('button', { name: 'Pause' }).click()
  await expect(card).toContainText('Paused since')
  await card.getByRole('button', { name: 'Go on' }).click()
  await choose('Jump to a step…')
  await page.getByRole('menuitem', { name: /^6\./ }).click()
  await expect(card).toContainText('Step 6 of 8')
  await expectAccessible(app)
  await choose('Move to another cadence…')
  await chooseCadence(page, 'Break-up')
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(card).toContainText('Step 1 of 3 · Break-up')
  await expect(page.getByText('After a proposal ended: another cadence took its place')).toBeVisible()
  await choose('Stop')
  await expect(page.getByText('Break-up ended: you stopped it')).toBeVisible()
})

test('a cadence is rewritten while a lead goes through it, which follows the new plan; what is not saved waits', async ({ app }) => {
  const { page } = app
  const id = await addLead(app, 'Tom Ferris')
  await app.call('enrol', { leadIds: [id], cadenceId: await cadenceId(app, 'Break-up'), startOn: today(), perDay: null })
  await page.keyboard.press('g')
  await page.keyboard.press('k')
  await page.getByRole('link', { name: 'Break-up' }).click()
  const steps = page.getByRole('region', { name: 'Steps' }).getByRole('listitem')
  await expect(steps).toHaveCount(3)
  await page.getByRole('button', { name: 'Add step' }).click()
  await expect(steps.nth(3).getByRole('textbox', { name: 'Wait' })).toBeFocused()
  await steps.nth(3).getByRole('textbox', { name: 'What for' }).fill('Send a card')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(steps.nth(2).getByRole('textbox', { name: 'What for' })).toBeFocused()
  await expect(steps.nth(2).getByRole('textbox', { name: 'What for' })).toHaveValue('Send a card')
  await expect(page.getByRole('complementary', { name: 'Preview' }).getByRole('list').getByRole('listitem')).toHaveCount(4)

  // A wait that is none keeps it from being saved, with the reason.
  await steps.nth(2).getByRole('textbox', { name: 'Wait' }).fill('soon')
  await expect(page.getByText('Say how long to wait before step 3.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled()
  await steps.nth(2).getByRole('textbox', { name: 'Wait' }).fill('4')

  // Leaving loses nothing; a removed step comes back with Undo, the mouse moves one as well.
  await page.getByRole('button', { name: 'All cadences' }).click()
  await expect(page.getByText('Not saved yet')).toBeVisible()
  await page.getByRole('link', { name: 'Break-up' }).click()
  await expect(steps).toHaveCount(4)
  await steps.nth(0).getByRole('button', { name: 'More for step 1' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(steps).toHaveCount(3)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(steps).toHaveCount(4)
  await dragBelow(page, steps.nth(2).getByTitle('Drag to another place'), steps.nth(3))
  await expect(steps.nth(3).getByRole('textbox', { name: 'What for' })).toHaveValue('Send a card')

  await page.keyboard.press('Control+s')
  await page.getByRole('button', { name: 'Follow the new one' }).click()
  await expect(page.getByText('Cadence saved')).toBeVisible()
  const enrolled = async () => (await app.call('getLead', { id })).enrolments[0]
  expect(await enrolled()).toMatchObject({ number: 1, of: 4 })
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(steps).toHaveCount(3)
  expect(await enrolled()).toMatchObject({ number: 1, of: 3 })

  await goTo(page, '/playbook')
  await page.getByRole('button', { name: 'More for Break-up' }).click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  await page.getByRole('button', { name: 'Stop it for them' }).click()
  await expect(page.getByRole('link', { name: 'Break-up' })).toBeHidden()
  expect((await enrolled())?.enrolment.ended).toMatchObject({ reason: 'cadence-deleted' })
})

test('selected cards go into a cadence a few each day after a preview that says who is left out, and one undo takes it back', async ({ app }) => {
  const { page } = app
  const ids: string[] = []
  for (const name of ['Ada Lund', 'Ben Okoro', 'Cleo Marsh', 'Dan Weiss']) ids.push(await addLead(app, name))
  const { contact } = await app.call('getLead', { id: ids[3] ?? '' })
  await app.call('editContact', { id: contact.id, changes: { permission: { ...contact.permission, status: 'declined' } } })
  await goTo(page, '/board')
  for (const name of ['Ada Lund', 'Ben Okoro', 'Cleo Marsh', 'Dan Weiss']) {
    await page.getByRole('listitem', { name: new RegExp(`^${name}`) }).focus()
    await page.keyboard.press('x')
  }
  await page.getByRole('button', { name: 'Start a cadence…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Start a cadence for 4 leads' })
  await chooseCadence(page, 'Referral ask')
  await expect(dialog.getByText('Does not want to be followed up')).toBeVisible()
  await dialog.getByText('A few each day').click()
  await dialog.getByRole('textbox', { name: 'Leads a working day' }).fill('0')
  await expect(dialog.getByRole('button', { name: /^Start/ })).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Leads a working day' }).fill('1')
  await dialog.getByRole('button', { name: /^Cleo Marsh/ }).click()
  await expect(dialog.getByRole('list', { name: 'Cleo Marsh' }).getByRole('listitem')).toHaveCount(3)
  await expectAccessible(app)
  await dialog.getByRole('button', { name: 'Start for 3 leads' }).click()
  await expect(page.getByText('Referral ask started for 3 leads.')).toBeVisible()
  await expect(page.getByText('4 selected')).toBeHidden()
  const firstDays = async () => {
    const leads = await Promise.all(ids.map(async (id) => app.call('getLead', { id })))
    return leads.flatMap(({ touches }) => touches.map(({ due }) => due.date))
  }
  expect(new Set(await firstDays()).size).toBe(3)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(firstDays).toEqual([])
})

test('without any cadence the playbook says what it is for and offers the ready-made ones, for everybody to read and write', async ({ app }) => {
  const { page } = app
  for (const { id } of await app.call('getCadences', {})) await app.call('deleteCadence', { id, running: 'finish' })
  await goTo(page, '/playbook')
  await expect(page.getByRole('heading', { name: 'Follow up by a plan that you write once' })).toBeVisible()
  await expectAccessible(app)
  await page.getByRole('button', { name: 'Add the ready-made ones' }).click()
  await expect(page.getByText('7 cadences added.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Gentle long nurture' })).toBeVisible()
  await expectAccessible(app)
  await page.getByRole('link', { name: 'Referral ask' }).click()
  await page.getByRole('button', { name: /No words yet|Hello/ }).first().click()
  await expect(page.getByRole('textbox', { name: 'What to write or say' })).toBeVisible()
  await expectAccessible(app)
})
