import { beforeEach, expect, test, vi } from 'vitest'
import { app as electronApp, desktop } from '../../tests/packaging/fake-electron.ts'
import { aLead, FakeClock, testCore } from '../../tests/support/core.ts'
import { aTodayItem, todayOf } from '../../tests/support/today.ts'
import type { Events, TodayItem } from '../../shared/api.ts'
import { defaultSettings } from '../../shared/settings.ts'
import { blankTouch, type Touch } from '../../shared/touch.ts'
import type { SettingsStore } from '../core/core.ts'
import { followToday } from './follow-today.ts'
import { showInTray } from './tray.ts'
import { trayPicture } from './tray-menu.ts'

vi.mock('electron', () => import('../../tests/packaging/fake-electron.ts'))
beforeEach(() => desktop.reset())

const now = Date.parse('2026-11-23T09:00:00Z')
const reader = { locale: 'en-GB', zone: 'UTC', now }

function anItem(reason: TodayItem['reason'], name: string, time: string | null): TodayItem {
  const due = { date: '2026-11-23', time, zone: time === null ? null : 'UTC' }
  const touch: Touch = {
    id: `touch-${name}`,
    leadId: `lead-${name}`,
    channel: 'call',
    purpose: '',
    due,
    ...blankTouch,
    createdAt: '2026-11-20T09:00:00.000Z',
  }
  const next = reason === 'no-next-step' ? null : touch
  return aTodayItem({ reason, leadId: `lead-${name}`, contactName: name, touch: next })
}

const busy = todayOf(
  [anItem('overdue', 'Ann', '08:00'), ...['Bo', 'Cy', 'Di', 'Ed', 'Flo'].map((name) => anItem('today', name, '14:30')), anItem('no-next-step', 'Gil', null)],
  '2026-11-23',
  now,
)

const state = (items: TodayItem[]) => trayPicture(todayOf(items, '2026-11-23', now), reader, defaultSettings).state

test('the icon says the most pressing thing of today', () => {
  expect(state([])).toBe('calm')
  expect(state([anItem('no-next-step', 'Gil', null)])).toBe('calm')
  expect(state([anItem('today', 'Bo', null)])).toBe('due')
  expect(state([aTodayItem({ reason: 'reply-now', waits: { minutes: 1, wait: 'in-time' } })])).toBe('due')
  expect(state([anItem('overdue', 'Ann', '08:00'), anItem('today', 'Bo', null)])).toBe('overdue')
})

test('the next five touches are listed with who and when, and the rest counted', () => {
  const picture = trayPicture(busy, reader, defaultSettings)
  expect(picture.lines.map((line) => line.label)).toEqual([
    'Call: Ann · 1 hour late',
    'Call: Bo · today 14:30',
    'Call: Cy · today 14:30',
    'Call: Di · today 14:30',
    'Call: Ed · today 14:30',
  ])
  expect(picture.more).toBe(2)
  expect(picture.toolTip).toBe('Followthrough: 7 due, 1 overdue')
})

test('names stay out of the tray when they are to be hidden', () => {
  expect(JSON.stringify(trayPicture(busy, reader, { ...defaultSettings, hideNames: true }).lines.map((line) => line.label))).not.toMatch(/Ann|Bo/)
})

/** The tray of an app with these leads, each with a call due at a time of 23 November in UTC (null: the whole day). */
async function aTray(leads: [name: string, time: string | null][]) {
  const app = await testCore({ settings: { zone: 'UTC' }, clock: new FakeClock('2026-11-23T09:00:00Z') })
  for (const [name, time] of leads) {
    await aLead(app, name, { channel: 'call', purpose: '', due: { date: '2026-11-23', time, zone: time === null ? null : 'UTC' } })
  }
  const shown: Events['show'][] = []
  app.core.on('show', (place) => shown.push(place))
  const call = vi.spyOn(app.core, 'call')
  const settings: SettingsStore = { get: () => app.settings, change: (changes) => Object.assign(app.settings, changes) }
  let opened = 0
  followToday(app.core, app.clock, [showInTray({ core: app.core, settings, clock: app.clock, imagesDir: 'build/tray', open: () => (opened += 1) })])
  await app.clock.advance(0)
  const tray = desktop.trays.at(-1)
  if (tray === undefined) throw new Error('no tray')
  // The first picture takes the place of the empty one.
  await vi.waitFor(() => expect(tray.redrawn).toBe(2), 10_000)
  const labels = () => (tray.menu?.template ?? []).map((entry) => entry.label ?? '—')
  const asked = () => call.mock.calls.filter(([name]) => name === 'getToday').length
  return { app, tray, shown, labels, asked, opened: () => opened }
}

test('the tray shows the touches, and each of its entries does what it says', async () => {
  const { tray, labels, shown, opened } = await aTray([
    ['Ann', '08:00'],
    ['Bo', '14:30'],
    ...['Cy', 'Di', 'Ed', 'Flo'].map((name): [string, string] => [name, '15:00']),
  ])
  expect(tray.image.path).toMatch(/overdue(Template)?\.png$/)
  expect(tray.image.isEmpty()).toBe(false)
  expect(labels()[0]).toBe('1 overdue…')
  expect(labels().slice(6)).toEqual(['1 more in Today…', '—', 'Open Followthrough', 'New lead…', 'Pause reminders', '—', 'Quit Followthrough'])

  tray.menu?.choose('1 overdue…')
  tray.menu?.choose('Call: Bo · today 14:30')
  tray.menu?.choose('1 more in Today…')
  tray.menu?.choose('New lead…')
  expect(shown).toEqual([
    { place: 'today', leadId: null },
    { place: 'lead', leadId: expect.any(String) },
    { place: 'today', leadId: null },
    { place: 'quick-add', leadId: null },
  ])
  tray.menu?.choose('Open Followthrough')
  expect(opened()).toBe(1)
  const quit = vi.spyOn(electronApp, 'quit').mockImplementation(() => undefined)
  tray.menu?.choose('Quit Followthrough')
  expect(quit).toHaveBeenCalledOnce()
  quit.mockRestore()
})

test('reminders are paused and resumed from the tray', async () => {
  const { app, tray, labels } = await aTray([['Bo', '14:30']])
  tray.menu?.choose('Until tomorrow')
  await vi.waitFor(() => expect(app.settings.remindersPausedUntil).toBe('2026-11-24T09:00:00.000Z'), 10_000)
  await app.clock.advance(1000)
  await vi.waitFor(() => expect(labels()).toContain('Resume reminders'), 10_000)
  tray.menu?.choose('Resume reminders')
  await vi.waitFor(() => expect(app.settings.remindersPausedUntil).toBeNull(), 10_000)
})

test('an ampersand in a name shows as itself', async () => {
  const { labels } = await aTray([['R&D', null]])
  expect(labels()[0]).toBe('Call: R&&D · today')
})

test('a calm tray says that nothing is due', async () => {
  const { tray, labels } = await aTray([])
  expect(tray.image.path).toMatch(/calm(Template)?\.png$/)
  expect(labels()[0]).toBe('Nothing due today')
})

test('what waits without a touch is counted in the menu, which then does not say that nothing is due', async () => {
  const { app, labels } = await aTray([])
  await aLead(app, 'Gil')
  await app.clock.advance(1000)
  await vi.waitFor(() => expect(labels()[0]).toBe('1 in Today…'))
  expect(labels()).not.toContain('Nothing due today')
})

test('the icon turns as time passes, without any change', async () => {
  const { app, tray } = await aTray([['Bo', '09:30']])
  expect(tray.image.path).toMatch(/due(Template)?\.png$/)
  await app.clock.advance(31 * 60_000)
  await vi.waitFor(() => expect(tray.image.path).toMatch(/overdue(Template)?\.png$/), 10_000)
})

test('when the data is closed the tray is calm and can still open and quit', async () => {
  const { app, tray, labels } = await aTray([['Bo', '14:30']])
  await app.core.stop()
  await app.clock.advance(60_000)
  await vi.waitFor(() => expect(tray.redrawn).toBe(3), 10_000)
  expect(labels()).toEqual(['Nothing due today', '—', 'Open Followthrough', 'New lead…', 'Pause reminders', '—', 'Quit Followthrough'])
})

test('a burst of changes asks once, and the same picture leaves the menu alone', async () => {
  const { app, tray, asked } = await aTray([['Bo', '14:30']])
  const before = { asked: asked(), redrawn: tray.redrawn }
  for (const name of ['Cy', 'Di', 'Ed']) await aLead(app, name)
  await app.clock.advance(1000)
  await vi.waitFor(() => expect(asked()).toBe(before.asked + 1), 10_000)
  expect(tray.redrawn).toBe(before.redrawn)

  await aLead(app, 'Flo', { channel: 'email', purpose: '', due: { date: '2026-11-23', time: null, zone: null } })
  await app.clock.advance(1000)
  await vi.waitFor(() => expect(tray.redrawn).toBe(before.redrawn + 1), 10_000)
})
