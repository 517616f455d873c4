import { localDateAt, timeOfDayAt } from '../../shared/dates.ts'
import { expectAccessible } from './accessible.ts'
import { expect, test, type App } from './fixtures.ts'

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** A lead that is to be called now, and the touch that says so. */
async function aCallDueNow(app: App, name: string): Promise<string> {
  const now = Date.now()
  const due = { date: localDateAt(now, zone), time: timeOfDayAt(now, zone), zone }
  const { leadId } = await app.call('addLead', { contact: { name }, contactId: null, lead: {}, stageId: null, next: { channel: 'call', purpose: '', due } })
  return (await app.call('getLead', { id: leadId })).touches[0]?.id ?? ''
}

test('a reminder leaves the page when its touch is done or put off anywhere else', async ({ app }) => {
  const { page } = app
  // A page hears only of what happens once it is there.
  await expect(page.getByRole('navigation')).toBeVisible()
  const done = await aCallDueNow(app, 'Priya Nair')
  const card = page.getByRole('alert', { name: /Priya Nair/ })
  await expect(card).toBeVisible()
  await app.call('editTouch', { id: done, changes: { purpose: 'Ask about the kilns' } })
  const snoozed = await aCallDueNow(app, 'Tom Ferris')
  const onTop = page.getByRole('alert', { name: /Tom Ferris/ })
  await expect(onTop).toBeVisible()

  await app.call('snoozeTouch', { id: snoozed, minutes: 15 })
  await expect(onTop).toHaveCount(0)
  await expect(card).toBeVisible()
  await app.call('completeTouch', { id: done, outcome: null, notes: '', next: 'proposed' })
  await expect(card).toHaveCount(0)
})

test('a reminder in a window of its own is dealt with by keyboard, and says when nothing is left of it', async ({ app }) => {
  const { page } = app
  const id = await aCallDueNow(app, 'Priya Nair')
  await page.evaluate((touchId) => (location.hash = `#/reminder/${touchId}`), id)
  const reminder = page.getByRole('alert', { name: 'Call: Priya Nair' })
  await expect(reminder).toContainText('Due now')
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Done' })).toBeFocused()
  await expectAccessible(app)

  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await app.call('getCounts', {})).missed).toBe(0)
  await page.getByRole('button', { name: 'Done' }).press('Enter')
  await expect(page.getByText('All caught up')).toBeVisible()
})

test('reminders that passed by wait behind the bell, and are dealt with by keyboard', async ({ app }) => {
  const { page } = app
  await aCallDueNow(app, 'Priya Nair')
  await aCallDueNow(app, 'Tom Ferris')
  const bell = page.getByRole('button', { name: 'Reminders 2 open' })
  await expect(bell).toBeVisible()
  await bell.press('Enter')
  const list = page.getByRole('grid', { name: 'Reminders' })
  const rows = list.getByRole('row')
  await expect(rows).toHaveCount(2)
  await expectAccessible(app)

  // Snoozed from its row; the keys stay in the list.
  await expect(rows.first()).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(rows).toHaveCount(1)
  await expect(rows).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(list).toHaveCount(0)
  const left = page.getByRole('button', { name: 'Reminders 1 open' })
  await expect(left).toBeFocused()

  await page.keyboard.press('Enter')
  const name = /Priya Nair|Tom Ferris/.exec((await rows.textContent()) ?? '')?.[0] ?? ''
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  await expect(list).toHaveCount(0)

  // With the last one done nothing is left to open.
  await left.press('Enter')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Next step' })).toContainText('Call')
  await page.getByRole('button', { name: 'Reminders', exact: true }).press('Enter')
  await expect(page.getByText('All caught up')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('All caught up')).toHaveCount(0)
})
