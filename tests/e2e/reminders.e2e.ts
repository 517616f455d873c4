import { localDateAt, timeOfDayAt } from '../../shared/dates.ts'
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
