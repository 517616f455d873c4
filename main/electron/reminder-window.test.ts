import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { desktop, protocol } from '../../tests/packaging/fake-electron.ts'
import { aLead, testCore } from '../../tests/support/core.ts'
import type { Core, Log } from '../core/core.ts'
import { pageJoin } from './ipc.ts'
import { showReminder } from './notifications.ts'
import { pageToShow } from './page.ts'
import { reminderWindow, type ReminderWindow } from './reminder-window.ts'

vi.mock('electron', () => import('../../tests/packaging/fake-electron.ts'))
beforeEach(() => {
  desktop.reset()
  protocol.handle('followthrough', () => new Response('page'))
})

/** The real one is started in tests/packaging; here it does nothing. */
const preload = join(mkdtempSync(join(tmpdir(), 'followthrough-preload-')), 'preload.cjs')
writeFileSync(preload, '')
afterAll(() => rmSync(dirname(preload), { recursive: true }))

const page = pageToShow(null)
const minute = 60_000

/** An app on a system of this kind that gives reminders of calls, one a minute in this order of names. */
async function reminding(names: string[], { platform = 'linux', isInFront = false }: { platform?: NodeJS.Platform; isInFront?: boolean } = {}) {
  const parts: { core?: Core; small?: ReminderWindow } = {}
  const log: Log = { info: () => undefined, error: () => undefined }
  const app = await testCore({
    notify: (reminder) => {
      const { core, small } = parts
      if (core && small) showReminder(reminder, { core, log, small, isInFront: () => isInFront, platform })
    },
  })
  const small = reminderWindow({ core: app.core, page, preload, join: pageJoin(app.core, page), log })
  Object.assign(parts, { core: app.core, small })
  const touchIds: string[] = []
  for (const [index, name] of names.entries()) {
    const due = { date: '2026-11-23', time: `09:${String(11 + index).padStart(2, '0')}`, zone: 'Europe/Berlin' }
    const id = await aLead(app, name, { channel: 'call', purpose: '', due })
    touchIds.push((await app.call('getLead', { id })).touches[0]?.id ?? '')
  }
  await app.clock.advance(names.length * minute)
  const urlOf = (index: number) => `${page.url}#/reminder/${touchIds[index]}`
  return { app, small, touchIds, urlOf, window: () => desktop.windows.at(-1) }
}

test('a click on a notification without buttons brings them up in a small window on top, which has the keys', async () => {
  const { window, urlOf } = await reminding(['Ines'])
  expect(desktop.notifications[0]?.options.actions).toEqual([])
  expect(window()).toBeUndefined()
  desktop.notifications[0]?.click()
  await vi.waitFor(() => expect(window()?.focused).toBe(true))
  expect(window()?.webContents.url).toBe(urlOf(0))
  expect(desktop.notifications[0]?.shown).toBe(false)
  expect(window()?.options).toMatchObject({ alwaysOnTop: true, frame: false, resizable: false, skipTaskbar: true, show: false })
})

test('its page is as sandboxed as the big one, is let in, and goes nowhere else', async () => {
  const { window, touchIds } = await reminding(['Ines'])
  desktop.notifications[0]?.click()
  await vi.waitFor(() => expect(window()?.focused).toBe(true))
  expect(window()?.options.webPreferences).toMatchObject({ preload, contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, devTools: false })
  expect(await desktop.invoke({}, 'call', 'getReminder', { touchIds })).toMatchObject({ ok: true, data: { title: 'Call: Ines' } })
  let prevented = false
  window()?.webContents.emit('will-frame-navigate', { url: 'https://example.com/', isMainFrame: true, preventDefault: () => (prevented = true) })
  expect(prevented).toBe(true)
})

test('where the system shows no notifications the window comes by itself and leaves the keys to whoever has them', async () => {
  desktop.supportsNotifications = false
  const { window, urlOf } = await reminding(['Ines'])
  await vi.waitFor(() => expect(window()?.visible).toBe(true))
  expect(window()?.focused).toBe(false)
  expect(window()?.webContents.url).toBe(urlOf(0))
})

test('where the system refuses a notification the window comes instead', async () => {
  const { window } = await reminding(['Ines'], { platform: 'win32' })
  desktop.notifications[0]?.emit('failed', {}, 'notifications are switched off')
  await vi.waitFor(() => expect(window()?.visible).toBe(true))
})

test('no window comes by itself while the person looks at the app, whose page shows the reminder', async () => {
  desktop.supportsNotifications = false
  const { window } = await reminding(['Ines'], { isInFront: true })
  expect(window()).toBeUndefined()
})

test('the latest of several is on top, and the window closes when the last one is dealt with', async () => {
  desktop.supportsNotifications = false
  const { app, window, touchIds, urlOf } = await reminding(['Ann', 'Bo', 'Cy'])
  await vi.waitFor(() => expect(window()?.webContents.url).toBe(urlOf(2)))
  expect(desktop.windows).toHaveLength(1)

  await app.call('snoozeTouch', { id: touchIds[0] ?? '', minutes: 60 })
  expect(window()?.webContents.url).toBe(urlOf(2))
  await app.call('completeTouch', { id: touchIds[2] ?? '', outcome: null, notes: '', next: 'proposed' })
  await vi.waitFor(() => expect(window()?.webContents.url).toBe(urlOf(1)))
  await app.call('snoozeTouch', { id: touchIds[1] ?? '', minutes: 60 })
  expect(window()?.isDestroyed()).toBe(true)
})

test('closing it leaves the rest behind the bell, and the next reminder opens another one', async () => {
  desktop.supportsNotifications = false
  const { app, window } = await reminding(['Ann', 'Bo'])
  await vi.waitFor(() => expect(window()?.visible).toBe(true))
  window()?.close()
  expect((await app.call('getCounts', {})).missed).toBe(2)
  await aLead(app, 'Cy', { channel: 'call', purpose: '', due: { date: '2026-11-23', time: '10:00', zone: 'Europe/Berlin' } })
  await app.clock.advance(60 * minute)
  await vi.waitFor(() => expect(window()?.visible).toBe(true))
  expect(desktop.windows).toHaveLength(2)
})

test('it stands in the corner of the display that the person works on', async () => {
  desktop.supportsNotifications = false
  desktop.workAreas = [{ x: 0, y: 0, width: 1440, height: 860 }, { x: 1440, y: -200, width: 1920, height: 1040 }]
  desktop.pointer = { x: 2000, y: 300 }
  const { window } = await reminding(['Ines'])
  const { x = 0, y = 0, width = 0, height = 0 } = window()?.options ?? {}
  const top = process.platform === 'darwin' ? -200 + 16 : 840 - 16 - height
  expect([x, y]).toEqual([3360 - 16 - width, top])
})
