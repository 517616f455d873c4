import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import ICAL from 'ical.js'
import { addDays, localDateAt, weekday, type Due, type LocalDate } from '../../shared/dates.ts'
import { expectAccessible } from './accessible.ts'
import { expect, test, type App } from './fixtures.ts'

// The page runs in a zone in which it is another day than in the person's own for most of the day.
test.use({ timezoneId: 'Pacific/Honolulu', locale: 'en-GB' })

const zone = 'Asia/Tokyo'

/** Days of this month that have others of it beside them, whatever today is: the second Tuesday and the day after. */
function twoDays(): [LocalDate, LocalDate] {
  const first = `${localDateAt(Date.now(), zone).slice(0, 8)}01`
  const tuesday = addDays(first, 7 + ((9 - weekday(first)) % 7))
  return [tuesday, addDays(tuesday, 1)]
}

async function aLead(app: App, name: string, due: Due): Promise<string> {
  const { leadId } = await app.call('addLead', { contact: { name }, contactId: null, lead: {}, stageId: 'contacted', next: { channel: 'call', purpose: 'Ask about the budget', due } })
  return leadId
}

async function dueOf(app: App, leadId: string): Promise<Due | undefined> {
  return (await app.call('getLead', { id: leadId })).touches[0]?.due
}

async function openCalendar(app: App, view: 'month' | 'week' | 'agenda' = 'month') {
  await app.call('changeSettings', { zone, calendar: { view, channels: [], promises: true, planned: true } })
  await app.page.goto(`${app.page.url().split('#', 1)[0] ?? ''}#/calendar`)
  await expect(app.page.getByRole('heading', { level: 1 })).toContainText(localDateAt(Date.now(), zone).slice(0, 4))
}

function day(page: Page, date: LocalDate): Locator {
  return page.locator(`[role=cell][data-date="${date}"]`)
}

test('a touch is dragged to another day, keeps its time, survives a reload, and one undo takes it back', async ({ app }) => {
  const { page } = app
  const [tuesday, wednesday] = twoDays()
  const due = { date: tuesday, time: '10:30', zone }
  const ada = await aLead(app, 'Ada', due)
  await openCalendar(app)
  const entry = day(page, tuesday).getByRole('button', { name: 'Ada' })
  await expect(entry).toContainText('10:30')
  const [from, to] = [await entry.boundingBox(), await day(page, wednesday).boundingBox()]
  if (!from || !to) throw new Error('the days are not drawn')
  await page.mouse.move(from.x + 20, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 })
  await page.mouse.up()
  await expect(day(page, wednesday).getByRole('button', { name: 'Ada' })).toBeVisible()
  await expect.poll(() => dueOf(app, ada)).toEqual({ ...due, date: wednesday })
  await page.reload()
  await expect(day(page, wednesday).getByRole('button', { name: 'Ada' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(day(page, tuesday).getByRole('button', { name: 'Ada' })).toBeVisible()
  expect(await dueOf(app, ada)).toEqual(due)
})

test('the keyboard opens a touch and moves it, and schedules one on the day in focus', async ({ app }) => {
  const { page } = app
  const [tuesday, wednesday] = twoDays()
  // Nine in Berlin is told on the person's own wall, and stays on Berlin's.
  const ada = await aLead(app, 'Ada', { date: tuesday, time: '09:00', zone: 'Europe/Berlin' })
  await openCalendar(app)
  const entry = page.getByRole('button', { name: 'Ada' })
  await entry.focus()
  await page.keyboard.press('Enter')
  const about = page.getByRole('dialog', { name: 'Ada' })
  await expect(about).toContainText('Ask about the budget')
  await page.keyboard.press('Escape')
  await expect(entry).toBeFocused()
  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog', { name: 'Reschedule: Call with Ada' })
  await expect(dialog).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  expect(await dueOf(app, ada)).toEqual({ date: wednesday, time: '09:00', zone: 'Europe/Berlin' })
  await expect(day(page, wednesday).getByRole('button', { name: 'Ada' })).toBeFocused()

  await day(page, tuesday).getByRole('link').focus()
  await page.keyboard.press('c')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('Ada')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'What for' })).toBeFocused()
  await page.keyboard.type('Bring the samples')
  await page.keyboard.press('Enter')
  await expect(day(page, tuesday).getByRole('button', { name: 'Ada' })).toBeVisible()
  const { touches } = await app.call('getLead', { id: ada })
  expect(touches.map(({ purpose, due }) => [purpose, due.date, due.time])).toContainEqual(['Bring the samples', tuesday, null])
})

test('views are remembered, and what is shown is saved as a file that other calendars read', async ({ app }) => {
  const { page } = app
  const [tuesday] = twoDays()
  const ada = await aLead(app, 'Ada', { date: tuesday, time: '10:30', zone: 'Europe/Berlin' })
  await aLead(app, 'Next year', { date: addDays(tuesday, 366), time: null, zone: null })
  await openCalendar(app)
  await page.getByRole('button', { name: 'Save for another calendar' }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'This month' }).click()])
  expect(download.suggestedFilename()).toMatch(/^followthrough calendar .*\.ics$/)
  const calendar = new ICAL.Component(ICAL.parse(await readFile(await download.path(), 'utf8')) as string[])
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
  const { touches } = await app.call('getLead', { id: ada })
  expect(events.map(({ uid, summary, startDate }) => [uid, summary, startDate.toString(), startDate.zone.tzid])).toEqual([
    [`${touches[0]?.id}@followthrough`, 'Call: Ada, Ask about the budget', `${tuesday}T10:30:00`, 'Europe/Berlin'],
  ])

  await page.keyboard.press('a')
  await expect.poll(async () => (await app.call('getSettings', {})).calendar.view).toBe('agenda')
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Agenda' })).toBeChecked()
})

test('in the week a touch is made longer by its edge, a span is selected for a new one, and one is skipped', async ({ app }) => {
  const { page } = app
  const today = localDateAt(Date.now(), zone)
  const { leadId: ada } = await app.call('addLead', {
    contact: { name: 'Ada' },
    contactId: null,
    lead: {},
    stageId: 'contacted',
    next: { channel: 'call', purpose: 'Ask about the budget', due: { date: today, time: '10:30', zone }, minutes: 60 },
  })
  const touches = async () => (await app.call('getLead', { id: ada })).touches
  await openCalendar(app, 'week')
  const entry = page.getByRole('button', { name: 'Ada' })
  await expect(entry).toBeVisible()
  const box = await entry.boundingBox()
  if (!box) throw new Error('the touch is not drawn')
  // A pixel parts it from what may come after it.
  const [x, hour] = [box.x + box.width / 2, box.height + 1]
  await page.mouse.move(x, box.y + hour - 3)
  await page.mouse.down()
  await page.mouse.move(x, box.y + hour * 1.5, { steps: 6 })
  await page.mouse.up()
  await expect.poll(async () => (await touches())[0]?.minutes).toBe(90)

  await page.mouse.move(x, box.y + hour * 2.6)
  await page.mouse.down()
  await page.mouse.move(x, box.y + hour * 3.9, { steps: 6 })
  await page.mouse.up()
  await page.getByRole('searchbox').fill('Ada')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'What for' }).fill('Bring the samples')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await touches()).map(({ purpose, due, minutes }) => [purpose, due.time, minutes])).toContainEqual(['Bring the samples', '13:00', 90])

  await page.getByRole('button', { name: 'Ada' }).first().click()
  await page.getByRole('dialog', { name: 'Ada' }).getByRole('button', { name: 'Skip' }).click()
  await expect.poll(async () => (await touches()).map(({ state }) => state)).toContain('skipped')
})

test('what is done stays where it is when it is dragged, and what the filter leaves out is not shown', async ({ app }) => {
  const { page } = app
  const [tuesday, wednesday] = twoDays()
  const ada = await aLead(app, 'Ada', { date: tuesday, time: '10:30', zone })
  const [touch] = (await app.call('getLead', { id: ada })).touches
  await app.call('completeTouch', { id: touch?.id ?? '', outcome: 'talked', notes: '', next: { channel: 'email', purpose: 'Send the offer', due: { date: wednesday, time: null, zone: null } } })
  await openCalendar(app)
  const done = day(page, tuesday).getByRole('button', { name: 'Ada' })
  const [from, to] = [await done.boundingBox(), await day(page, wednesday).boundingBox()]
  if (!from || !to) throw new Error('the days are not drawn')
  await page.mouse.move(from.x + 20, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 })
  await page.mouse.up()
  await page.keyboard.press('Escape')
  await expect(done).toBeVisible()
  expect((await app.call('getLead', { id: ada })).touches.find(({ id }) => id === touch?.id)?.due.date).toBe(tuesday)

  await page.getByRole('button', { name: 'What is shown: everything' }).click()
  await page.getByRole('checkbox', { name: 'Call' }).press('Space')
  await expect(done).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(day(page, wednesday).getByRole('button', { name: 'Ada' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'What is shown: 1 left out' })).toBeVisible()
  await expect(done).toHaveCount(0)
})

test('month and week have nothing that axe complains about, light or dark', async ({ app }) => {
  const { page } = app
  await app.call('addSample', {})
  for (const view of ['month', 'week'] as const) {
    await openCalendar(app, view)
    await expect(page.locator('[data-item]').first()).toBeVisible()
    await expectAccessible(app)
  }
})
