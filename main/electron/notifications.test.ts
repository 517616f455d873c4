import { beforeEach, expect, test, vi } from 'vitest'
import { desktop } from '../../tests/packaging/fake-electron.ts'
import { testCore } from '../../tests/support/core.ts'
import type { Events } from '../../shared/api.ts'
import type { Log } from '../core/core.ts'
import { showNotice, showReminder } from './notifications.ts'

vi.mock('electron', () => import('../../tests/packaging/fake-electron.ts'))
beforeEach(() => desktop.reset())

/** A lead with one touch due now, and its reminder on the screen of a system whose notifications have buttons. */
async function aShownReminder(names = ['Ines & Co']) {
  const app = await testCore()
  const shown: Events['show'][] = []
  const logged: string[] = []
  app.core.on('show', (place) => shown.push(place))
  const log: Log = { info: (message) => logged.push(message), error: (message) => logged.push(message) }
  const touches = await Promise.all(
    names.map(async (name) => {
      const next = { channel: 'call', purpose: '', due: { date: '2026-11-24', time: null, zone: null } } as const
      const { leadId } = await app.call('addLead', { contact: { name }, contactId: null, lead: {}, stageId: null, next })
      const [touch] = (await app.call('getLead', { id: leadId })).touches
      return { touchId: touch?.id ?? '', leadId }
    }),
  )
  const small = { show: () => undefined, close: () => undefined }
  showReminder({ title: `Call: ${names.join(', ')}`, body: names.join(', '), touches, silent: false }, { core: app.core, log, small, isInFront: () => false, platform: 'darwin' })
  const touch = async () => {
    const lead = await app.call('getLead', { id: touches[0]?.leadId ?? '' })
    return lead.touches.find(({ id }) => id === touches[0]?.touchId)
  }
  return { app, shown, logged, touch, touches, notification: desktop.notifications.at(-1) }
}

test('a reminder says what is due and has Done and Snooze', async () => {
  const { notification } = await aShownReminder()
  expect(notification?.options).toMatchObject({
    title: 'Call: Ines & Co',
    actions: [
      { type: 'button', text: 'Done' },
      { type: 'button', text: 'Snooze 15 min' },
    ],
  })
})

test('a click shows the lead and takes the notification away', async () => {
  const { notification, shown, touches, touch } = await aShownReminder()
  notification?.click()
  expect(shown).toEqual([{ place: 'lead', leadId: touches[0]?.leadId }])
  expect(notification?.shown).toBe(false)
  expect(await touch()).toMatchObject({ state: 'due' })
})

test('Done completes the touch, without an outcome', async () => {
  const { notification, touch } = await aShownReminder()
  notification?.press(0)
  await vi.waitFor(async () => expect(await touch()).toMatchObject({ state: 'done', outcome: null }))
})

test('Snooze reminds again in 15 minutes', async () => {
  const { notification, touch, app } = await aShownReminder()
  notification?.press(1)
  const later = new Date(app.clock.now() + 15 * 60_000).toISOString()
  await vi.waitFor(async () => expect(await touch()).toMatchObject({ state: 'due', snoozedUntil: later }))
})

test('a touch that is done in the page takes its notification away', async () => {
  const { app, notification, touches } = await aShownReminder()
  const id = touches[0]?.touchId ?? ''
  await app.clock.advance(48 * 60 * 60_000)
  await app.call('editTouch', { id, changes: { purpose: 'Ask about the kilns' } })
  expect(notification?.shown).toBe(true)
  await app.call('completeTouch', { id, outcome: null, notes: '', next: 'proposed' })
  expect(notification?.shown).toBe(false)
})

test('a digest has no buttons, and a click on it shows Today', async () => {
  const { notification, shown } = await aShownReminder(['Ann', 'Bo'])
  expect(notification?.options.actions).toEqual([])
  notification?.click()
  expect(shown).toEqual([{ place: 'today', leadId: null }])
})

test('text from a name is never markup to a Linux desktop', async () => {
  const { notification } = await aShownReminder(['<b>Ann</b> & Bo'])
  const expected = process.platform === 'linux' ? '&lt;b&gt;Ann&lt;/b&gt; &amp; Bo' : '<b>Ann</b> & Bo'
  expect(notification?.options.body).toBe(expected)
})

test('where the system shows no notifications, nothing happens but a line in the log', async () => {
  desktop.supportsNotifications = false
  const { notification, logged } = await aShownReminder()
  expect(notification).toBeUndefined()
  expect(logged).toHaveLength(1)
})

test('a notification that cannot be shown is logged, without what it said', async () => {
  const { notification, logged } = await aShownReminder()
  notification?.emit('failed', {}, 'no permission')
  expect(logged).toHaveLength(1)
  expect(logged.join('')).not.toContain('Ines')
})

test('a click on a notice opens what it is about', () => {
  let opened = 0
  const log: Log = { info: () => undefined, error: () => undefined }
  showNotice({ title: 'Still here', body: 'In the tray' }, () => (opened += 1), log)
  desktop.notifications.at(-1)?.click()
  expect(opened).toBe(1)
})
