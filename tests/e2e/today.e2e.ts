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

test('a queue of every kind is worked from start to end by keyboard alone, lead by lead', async ({ app }) => {
  const { page } = app
  await app.call('addLead', { contact: { name: 'Ines' }, contactId: null, lead: { inbound: true }, stageId: null, next: null })
  const ada = await aLead(app, 'Ada', wholeDay(0), 'Go through the offer')
  await app.call('addPromise', { leadId: ada, side: 'mine', what: 'Send the samples', by: wholeDay(-1).date })
  const ben = await aLead(app, 'Ben', wholeDay(9))
  const { id: promised } = await app.call('addPromise', { leadId: ben, side: 'mine', what: 'Introduce Sam', by: today() })
  await aLead(app, 'Cleo', wholeDay(-3))
  await aLead(app, 'Dora', null)
  const emil = await aLead(app, 'Emil', wholeDay(9))
  const theirs = await app.call('addPromise', { leadId: emil, side: 'theirs', what: 'Budget figures', by: wholeDay(-2).date })
  if ((await app.call('getLead', { id: emil })).promises.every(({ asking }) => asking === null)) await app.call('askAboutPromise', { id: theirs.id })
  const fay = await aLead(app, 'Fay', wholeDay(9))
  await app.call('editLead', { id: fay, changes: { silenceLimit: 1 } })
  await app.call('logTouch', { leadId: fay, channel: 'call', outcome: 'no-answer', notes: '', next: null })
  const gus = await aLead(app, 'Gus', null)
  await app.call('moveLeads', { ids: [gus], stageId: 'parked', before: null, parkedUntil: today() })
  const [wakeUp] = (await app.call('getLead', { id: gus })).touches
  await app.call('cancelTouch', { id: wakeUp?.id ?? '' })
  await goToToday(page)
  await expect(page.getByText('0 of 9')).toBeVisible()

  // What there is about Ada stands below her name, in the part of the most pressing of it.
  const mine = page.getByRole('region', { name: 'You promised' })
  await expect(mine.getByText('2 things')).toBeVisible()
  await expect(mine.getByRole('button', { name: 'Ada Send the samples' })).toContainText('1 day late')
  await expect(mine.getByRole('button', { name: 'Ada Call · Go through the offer' })).toContainText('today')
  await expect(page.getByRole('complementary', { name: 'Your day' })).toContainText('Budget figures')
  await expectAccessible(app)

  // The answer that they wait for, and J passes over it at first.
  await expect(row(page, 'Ines')).toBeFocused()
  await page.keyboard.press('j')
  await expect(row(page, 'Ada Send')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('d')
  await expect(page.getByRole('radio', { name: 'No answer' })).toBeFocused()
  await page.keyboard.press('4')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 of 9')).toBeVisible()

  // A promise kept, so that the touch beside it goes back to its own part; another one put off in plain words.
  await expect(row(page, 'Ada Send')).toBeFocused()
  await page.keyboard.press('d')
  await expect(row(page, 'Ben')).toBeFocused()
  await page.keyboard.press('r')
  await expect(page.getByRole('textbox', { name: 'By when' })).toBeFocused()
  await page.keyboard.type('in two weeks')
  await expect(page.getByRole('form', { name: 'Put off: Introduce Sam' })).toContainText(/\d/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('3 of 9')).toBeVisible()
  expect((await app.call('getPromises', {})).find(({ id }) => id === promised)).toMatchObject({ by: wholeDay(14).date, moves: 1 })

  for (const name of ['Cleo', 'Ada']) {
    await expect(row(page, name)).toBeFocused()
    await page.keyboard.press('k')
    await page.getByRole('button', { name: 'Skip and schedule' }).waitFor()
    await page.keyboard.press('Enter')
  }
  await expect(row(page, 'Dora')).toBeFocused()
  await page.keyboard.press('d')
  await expect(page.getByRole('textbox', { name: 'What for' })).toBeFocused()
  await page.keyboard.press('Enter')

  // They did what they promised; the silent one is given up, the rest of the parked one goes on.
  await expect(row(page, 'Emil')).toBeFocused()
  await page.keyboard.press('p')
  await expect(row(page, 'Fay')).toBeFocused()
  await page.keyboard.press('d')
  await expect(page.getByRole('radio', { name: 'Another channel' })).toBeFocused()
  await expect(page.getByRole('radio', { name: 'Email · not tried yet' })).toBeChecked()
  await expectAccessible(app)
  await page.keyboard.press('4')
  await page.keyboard.press('Enter')
  await expect(row(page, 'Gus')).toBeFocused()
  await page.keyboard.press('p')
  await page.getByRole('button', { name: 'Park', exact: true }).waitFor()
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: 'Everyone has heard from you' })).toBeVisible()
  expect((await app.call('getLead', { id: fay })).lead).toMatchObject({ stageId: 'lost', closing: { reason: 'No answer' } })
  expect((await app.call('getLead', { id: gus })).lead.parkedUntil).toBe(wholeDay(28).date)
})

test('a note half written is there again after Escape, on the lead’s page and after a restart, and the row says so', async ({ app }) => {
  const { page } = app
  const ada = await aLead(app, 'Ada', wholeDay(-2))
  await goToToday(page)
  await expect(row(page, 'Ada')).toBeFocused()
  await page.keyboard.press('d')
  await page.getByRole('textbox', { name: 'Notes' }).fill('She wants the price per')
  await page.keyboard.press('Escape')
  await expect(row(page, 'Ada')).toContainText('Note begun')
  await page.keyboard.press('d')
  await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('She wants the price per')
  await page.getByRole('textbox', { name: 'Notes' }).press('End')
  await page.keyboard.type(' site')
  await expect.poll(async () => (await app.call('getNoteDrafts', {}))[0]?.notes).toBe('She wants the price per site')

  await app.restart()
  await app.page.goto(`${app.page.url().split('#', 1)[0] ?? ''}#/lead/${ada}`)
  await app.page.getByRole('button', { name: 'Done', exact: true }).click()
  const notes = app.page.getByPlaceholder('What was said')
  await expect(notes).toHaveValue('She wants the price per site')
  await notes.press('Enter')
  await expect(app.page.getByText('She wants the price per site')).toBeVisible()
  expect(await app.call('getNoteDrafts', {})).toEqual([])
  expect((await app.call('getLead', { id: ada })).touches.find(({ state }) => state === 'done')?.notes).toBe('She wants the price per site')
})
