import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { hasProgram, startNotificationService } from '../../tests/support/notification-service.ts'
import { aLead, testCore, type TestCore } from '../../tests/support/core.ts'
import type { Events } from '../../shared/api.ts'
import { createNotifier, type Notifier } from './notifications.ts'

const desktopCanBeStoodInFor = hasProgram('notify-send') && hasProgram('dbus-daemon')

function aNotifier(): { notifier: Notifier; said: string[] } {
  const said: string[] = []
  const notifier = createNotifier({ info: (message) => said.push(message), error: (message) => said.push(message) })
  onTestFinished(() => notifier.stop())
  return { notifier, said }
}

/** The real core, with one reminder of each of these people just given. */
async function reminded(names: string[]): Promise<{ app: TestCore; leadIds: string[] }> {
  const app = await testCore()
  const due = { date: '2026-11-23', time: '09:05', zone: 'Europe/Berlin' }
  const leadIds: string[] = []
  for (const name of names) leadIds.push(await aLead(app, name, { channel: 'call', purpose: 'Ask <b>when</b> & where', due }))
  await app.clock.advance(300_000)
  expect(app.shown).toHaveLength(1)
  return { app, leadIds }
}

/** The same, shown through notify-send on a desktop that stands in for the person's. */
async function shownTo(names: string[]) {
  const desktop = await startNotificationService()
  const { app, leadIds } = await reminded(names)
  const { notifier } = aNotifier()
  for (const reminder of app.shown) notifier.show(reminder, app.core)
  await vi.waitFor(() => expect(desktop.received).toHaveLength(1), 20_000)
  return { desktop, app, leadIds, notifier }
}

async function touchOf(app: TestCore, leadId = '') {
  return (await app.call('getLead', { id: leadId })).touches[0]
}

describe.skipIf(!desktopCanBeStoodInFor)('a reminder through notify-send to a desktop (needs notify-send and dbus-daemon)', () => {
  test('shows who is to be called, with Done and Snooze', async () => {
    const { desktop, notifier } = await shownTo(['Jane Doe'])
    expect(notifier.works()).toBe(true)
    expect(desktop.received[0]).toMatchObject({
      appName: 'Followthrough',
      title: 'Call: Jane Doe',
      actions: { default: 'Open', done: 'Done', snooze: 'Snooze 15 min' },
    })
    expect(desktop.received[0]?.body).toContain('&lt;b&gt;when&lt;/b&gt; &amp; where')
  })

  test('Snooze reminds again in 15 minutes', async () => {
    const { desktop, app, leadIds } = await shownTo(['Jane Doe'])
    desktop.choose(1, 'snooze')
    const until = new Date(app.clock.now() + 15 * 60_000).toISOString()
    await vi.waitFor(async () => expect((await touchOf(app, leadIds[0]))?.snoozedUntil).toBe(until), 20_000)
    await app.clock.advance(15 * 60_000)
    expect(app.shown).toHaveLength(2)
  })

  test('Done completes the touch', async () => {
    const { desktop, app, leadIds } = await shownTo(['Jane Doe'])
    desktop.choose(1, 'done')
    const states = async () => (await app.call('getLead', { id: leadIds[0] ?? '' })).touches.map(({ state }) => state)
    // The next step was planned as proposed (practice P2).
    await vi.waitFor(async () => expect(await states()).toEqual(['due', 'done']), 20_000)
  })

  test('a click shows the lead', async () => {
    const { desktop, app, leadIds } = await shownTo(['Jane Doe'])
    const places: Events['show'][] = []
    app.core.on('show', (place) => places.push(place))
    desktop.choose(1, 'default')
    await vi.waitFor(() => expect(places).toEqual([{ place: 'lead', leadId: leadIds[0] }]), 20_000)
  })

  test('a digest offers to open Today, and nothing else', async () => {
    const { desktop, app } = await shownTo(['Jane Doe', 'John Roe', 'Ann Poe', 'Max Moe', 'Zoe Noe'])
    const places: Events['show'][] = []
    app.core.on('show', (place) => places.push(place))
    expect(desktop.received[0]?.actions).toEqual({ default: 'Open' })
    desktop.choose(1, 'default')
    await vi.waitFor(() => expect(places).toEqual([{ place: 'today', leadId: null }]), 20_000)
  })

  test('goes away when the touch is done in the page', async () => {
    const { desktop, app, leadIds } = await shownTo(['Jane Doe'])
    const { id = '' } = (await touchOf(app, leadIds[0])) ?? {}
    await app.call('completeTouch', { id, outcome: null, notes: '', next: 'proposed' })
    await vi.waitFor(() => expect(desktop.closed).toEqual([1]), 20_000)
  })

  test('goes away with the app, since nobody would answer it', async () => {
    const { desktop, notifier } = await shownTo(['Jane Doe'])
    notifier.stop()
    await vi.waitFor(() => expect(desktop.closed).toEqual([1]), 20_000)
  })
})

test.skipIf(!hasProgram('notify-send'))('a desktop that shows nothing leaves reminders to the page from then on, until it shows one (needs notify-send)', async () => {
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', 'unix:path=/nowhere')
  onTestFinished(() => void vi.unstubAllEnvs())
  const { app } = await reminded(['Jane Doe'])
  const { notifier, said } = aNotifier()
  expect(notifier.works()).toBe(true)
  for (const reminder of app.shown) notifier.show(reminder, app.core)
  await vi.waitFor(() => expect(notifier.works()).toBe(false), 20_000)
  expect(said).toHaveLength(1)
  expect(said.join('')).not.toContain('Jane')
})

test('without notify-send the page shows reminders, and the log says so once', async () => {
  vi.stubEnv('PATH', '/nowhere')
  onTestFinished(() => void vi.unstubAllEnvs())
  const { app } = await reminded(['Jane Doe'])
  const { notifier, said } = aNotifier()
  for (const reminder of app.shown) notifier.show(reminder, app.core)
  expect(notifier.works()).toBe(false)
  expect(said).toEqual(['reminders are shown by the page: there is no notify-send'])
})
