import type { Locator, Page } from '@playwright/test'
import type { Due } from '../../shared/dates.ts'
import { addDays, localDateAt, timeOfDayAt } from '../../shared/dates.ts'
import { expectAccessible } from './accessible.ts'
import { expect, test, type App } from './fixtures.ts'

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

function today(): string {
  return localDateAt(Date.now(), zone)
}

async function aLead(app: App, name: string, due: Due | null, purpose = ''): Promise<string> {
  const next = due === null ? null : { channel: 'call' as const, purpose, due }
  const { leadId } = await app.call('addLead', { contact: { name }, contactId: null, lead: {}, stageId: 'contacted', next })
  return leadId
}

function wholeDay(days: number): Due {
  return { date: addDays(today(), days), time: null, zone: null }
}

async function goToToday(page: Page) {
  await page.goto(`${page.url().split('#', 1)[0] ?? ''}#/today`)
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
}

function row(page: Page, name: string): Locator {
  return page.getByRole('button', { name: new RegExp(`^${name}`) })
}

test('the queue is worked through by keyboard, and each touch leaves a next one behind', async ({ app }) => {
  const { page } = app
  const ada = await aLead(app, 'Ada', wholeDay(-2), 'Ask for the floor plan')
  const ben = await aLead(app, 'Ben', wholeDay(0))
  const cleo = await aLead(app, 'Cleo', null)
  await goToToday(page)
  await expect(page.getByText('0 of 3')).toBeVisible()
  await expect(row(page, 'Ada')).toContainText('2 days late')
  await expect(row(page, 'Ada')).toContainText('Ask for the floor plan')
  await expect(row(page, 'Ada')).toBeFocused()

  // Done: how it went, a note, and Enter accepts the next step as it is proposed.
  await page.keyboard.press('d')
  await expect(page.getByRole('radio', { name: 'No answer' })).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Rang twice')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 of 3')).toBeVisible()
  const done = await app.call('getLead', { id: ada })
  expect(done.touches.map(({ state, outcome, notes }) => [state, outcome, notes])).toEqual([
    ['due', null, ''],
    ['done', 'no-answer', 'Rang twice'],
  ])

  // Reschedule: the row that follows has the keys.
  await expect(row(page, 'Ben')).toBeFocused()
  await page.keyboard.press('r')
  await page.getByRole('button', { name: 'In a week' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('2 of 3')).toBeVisible()
  expect((await app.call('getLead', { id: ben })).touches[0]?.due).toEqual(wholeDay(7))

  // A lead without a next step gets one.
  await expect(row(page, 'Cleo')).toBeFocused()
  await page.keyboard.press('d')
  await expect(page.getByRole('textbox', { name: 'What for' })).toBeFocused()
  await page.keyboard.type('Send the samples')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Everyone has heard from you' })).toBeVisible()
  expect((await app.call('getLead', { id: cleo })).touches[0]).toMatchObject({ purpose: 'Send the samples', state: 'due' })
})

test('snoozing puts a touch off until its time, arrows go from row to row, Enter opens, Undo takes back', async ({ app }) => {
  const { page } = app
  await aLead(app, 'Ada', wholeDay(-1))
  await aLead(app, 'Ben', wholeDay(0))
  await goToToday(page)
  await expect(row(page, 'Ada')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(row(page, 'Ben')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('s')
  await expect(page.getByRole('menuitem', { name: '15 minutes' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Snoozed' })).toContainText('Ada')
  await expect(page.getByText('1 of 2')).toBeVisible()

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('region', { name: 'Snoozed' })).toHaveCount(0)
  await row(page, 'Ben').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Ben', level: 1 })).toBeVisible()
})

test('a reminder comes up in the page on time and is snoozed there', async ({ app }) => {
  const { page } = app
  await goToToday(page)
  const now = Date.now()
  const id = await aLead(app, 'Priya Nair', { date: localDateAt(now, zone), time: timeOfDayAt(now, zone), zone })
  const reminder = page.getByRole('alert', { name: /Priya Nair/ })
  await expect(reminder).toBeVisible()
  await reminder.getByRole('button', { name: 'Snooze 15 min' }).click()
  await expect(reminder).toHaveCount(0)
  const [touch] = (await app.call('getLead', { id })).touches
  expect(Date.parse(touch?.snoozedUntil ?? '')).toBeGreaterThan(now + 14 * 60_000)
  await expect(page.getByRole('region', { name: 'Snoozed' })).toContainText('Priya Nair')
})

test('Done on a reminder completes the touch and shows the next step that was planned', async ({ app }) => {
  const { page } = app
  await goToToday(page)
  const now = Date.now()
  const id = await aLead(app, 'Tom Ferris', { date: localDateAt(now, zone), time: timeOfDayAt(now, zone), zone })
  await page.getByRole('alert', { name: /Tom Ferris/ }).getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('region', { name: 'Next step' })).toContainText('Call')
  expect((await app.call('getLead', { id })).touches.map(({ state }) => state)).toEqual(['due', 'done'])
})

test('an empty Today says how to start, and when all is planned says so', async ({ app }) => {
  const { page } = app
  await goToToday(page)
  await expect(page.getByRole('heading', { name: 'Start with somebody you promised to get back to' })).toBeVisible()
  await expectAccessible(app)
  await aLead(app, 'Ada', wholeDay(3))
  await expect(page.getByRole('heading', { name: 'Nothing is due' })).toBeVisible()
})

test('the queue and its panels can be used by everybody, in light and dark', async ({ app }) => {
  const { page } = app
  await aLead(app, 'Ada', wholeDay(-2), 'Ask for the floor plan')
  await aLead(app, 'Ben', wholeDay(0))
  await aLead(app, 'Cleo', null)
  await goToToday(page)
  await expect(row(page, 'Ada')).toBeFocused()
  await expectAccessible(app)
  await page.keyboard.press('d')
  await expect(page.getByRole('radio', { name: 'No answer' })).toBeVisible()
  await expectAccessible(app)
})
