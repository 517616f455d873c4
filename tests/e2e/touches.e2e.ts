import type { Page } from '@playwright/test'
import { addDays, localDateAt } from '../../shared/dates.ts'
import { expectAccessible } from './accessible.ts'
import { expect, test, type App } from './fixtures.ts'

const today = localDateAt(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone)

/** A lead on its way through the ready-made cadence after a meeting, with the first step due today. */
async function enrolledLead(app: App, name: string): Promise<string> {
  await app.call('addReadyCadences', {})
  const cadence = (await app.call('getCadences', {})).find((other) => other.name === 'After a meeting')
  const { leadId } = await app.call('addLead', { contact: { name, zone: 'Asia/Tokyo' }, contactId: null, lead: { value: { amount: 18_000, currency: 'EUR' } }, stageId: 'meeting', next: null })
  await app.call('enrol', { leadIds: [leadId], cadenceId: cadence?.id ?? '', startOn: today, perDay: null })
  const touch = (await app.call('getLead', { id: leadId })).touches[0]
  await app.call('editTouch', { id: touch?.id ?? '', changes: { due: { date: today, time: null, zone: null }, brings: 'Case study on coatings', preparation: 'Price list at hand' } })
  return leadId
}

async function open(page: Page, place: string) {
  await page.goto(`${page.url().split('#', 1)[0] ?? ''}#/${place}`)
}

async function openLead(page: Page, id: string) {
  await open(page, `lead/${id}`)
  await expect(page.getByRole('region', { name: 'Next step' })).toContainText('Case study on coatings')
}

test('a touch is completed by keyboard alone, and the next step of its cadence is planned as it was proposed', async ({ app }) => {
  const { page } = app
  const id = await enrolledLead(app, 'Ada')
  await open(page, 'today')
  await expect(page.getByRole('button', { name: /^Ada/ })).toBeFocused()
  await page.keyboard.press('d')
  const form = page.getByRole('form', { name: 'Email with Ada' })
  await expect(page.getByText('Price list at hand')).toBeVisible()
  await expect(form.getByRole('radio', { name: 'No answer' })).toBeFocused()
  // An answer ends the cadence; no answer goes on with it.
  await page.keyboard.press('3')
  await expect(form.getByRole('radio', { name: 'Replied' })).toBeChecked()
  await expect(form).toContainText('This ends After a meeting.')
  await page.keyboard.press('1')
  await expect(form).toContainText(/Step 2 of \d of After a meeting/)
  await page.keyboard.press('Tab')
  await page.keyboard.type('Rang 2 times')
  await page.keyboard.press('Enter')
  await expect(form).toHaveCount(0)
  const { touches, enrolments } = await app.call('getLead', { id })
  expect(touches.map(({ state, outcome, notes }) => [state, outcome, notes])).toEqual([['due', null, ''], ['done', 'no-answer', 'Rang 2 times']])
  expect(touches[0]).toMatchObject({ enrolmentId: enrolments[0]?.enrolment.id })
  expect(enrolments[0]).toMatchObject({ number: 2 })
})

test('a lead that gets no next step is parked, lost with its reason, or declined, chosen in the same form', async ({ app }) => {
  const { page } = app
  const id = await enrolledLead(app, 'Ada')
  await openLead(page, id)
  await page.keyboard.press('d')
  const form = page.getByRole('form', { name: 'Email with Ada' })
  await form.getByText('Lost', { exact: true }).click()
  await page.keyboard.press('Enter')
  await expect(form).toContainText('Say why in a few words')
  await expectAccessible(app)
  // From Lost one further: Parked, with a date already filled in.
  await form.getByRole('radio', { name: 'Lost' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(form.getByRole('radio', { name: 'Parked' })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Done' })).toContainText('After a meeting ended: the lead is parked')
  expect((await app.call('getLead', { id })).lead).toMatchObject({ stageId: 'parked', parkedUntil: addDays(today, 28) })

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('region', { name: 'Next step' })).toContainText('Case study on coatings')
  await page.keyboard.press('k')
  await page.getByRole('form', { name: 'Skip: Email with Ada' }).getByText('They declined').click()
  await page.getByRole('textbox', { name: 'In their words (optional)' }).fill('Please stop')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Done' })).toContainText('Skipped')
  expect((await app.call('getLead', { id })).contact.permission).toMatchObject({ status: 'declined', on: today, words: 'Please stop' })
  await expect(page.getByRole('region', { name: 'Next step' })).toContainText('Nothing is scheduled')
})

test('“They replied” is one key: the cadence ends, answering is due today, and Undo takes both back', async ({ app }) => {
  const { page } = app
  const id = await enrolledLead(app, 'Ada')
  await openLead(page, id)
  await page.keyboard.press('y')
  await expect(page.getByText('Ada replied. Answering is due today.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Next step' })).toContainText('Answer their message')
  await expect(page.getByRole('region', { name: 'Done' })).toContainText('After a meeting ended: they got in touch')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('region', { name: 'Next step' })).toContainText('Case study on coatings')
  expect((await app.call('getLead', { id })).enrolments[0]?.enrolment.state).toBe('running')
})

test('a touch that is due is edited in full, at a time on their clock', async ({ app }) => {
  const { page } = app
  const id = await enrolledLead(app, 'Ada')
  await openLead(page, id)
  await page.keyboard.press('r')
  const form = page.getByRole('form', { name: 'Reschedule' })
  await form.getByRole('button', { name: 'Tomorrow' }).click()
  await form.getByRole('spinbutton', { name: /hour/ }).click()
  await page.keyboard.type('0900AM')
  await form.getByText('Their time').click()
  await expect(form).toContainText(/9:00\sAM for them, .* for you/)
  await form.getByRole('button', { name: 'More' }).click()
  await form.getByRole('textbox', { name: 'Prepared' }).fill('Their last order')
  await expectAccessible(app)
  await form.getByRole('textbox', { name: 'Prepared' }).press('Enter')
  await expect(form).toHaveCount(0)
  const [touch] = (await app.call('getLead', { id })).touches
  expect(touch).toMatchObject({ due: { date: addDays(today, 1), time: '09:00', zone: 'Asia/Tokyo' }, preparation: 'Their last order', brings: 'Case study on coatings' })
})
