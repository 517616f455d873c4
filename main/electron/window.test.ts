import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { desktop, nativeTheme, protocol } from '../../tests/packaging/fake-electron.ts'
import { defaultSettings, type Settings } from '../../shared/settings.ts'
import type { Log } from '../core/core.ts'
import { pageToShow } from './page.ts'
import { bringToFront, openWindow } from './window.ts'

vi.mock('electron', () => import('../../tests/packaging/fake-electron.ts'))
beforeEach(() => {
  desktop.reset()
  protocol.handle('followthrough', () => new Response('page'))
})

/** The real one is started in tests/packaging; here it does nothing. */
const preload = join(mkdtempSync(join(tmpdir(), 'followthrough-preload-')), 'preload.cjs')
writeFileSync(preload, '')
afterAll(() => rmSync(dirname(preload), { recursive: true }))

async function anOpenWindow(own: Partial<Settings> = {}, isQuitting = () => false, hidden = false) {
  let settings: Settings = { ...defaultSettings, ...own }
  const change = (changes: Partial<Settings>) => (settings = { ...settings, ...changes })
  const errors: string[] = []
  const log: Log = { info: () => undefined, error: (message) => errors.push(message) }
  const page = pageToShow(null)
  openWindow({ page, preload, settings: { get: () => settings, change }, log, hidden, isQuitting })
  const window = desktop.windows.at(-1)
  if (window === undefined) throw new Error('no window')
  await vi.waitFor(() => expect(window.webContents.url).toBe(page.url), 10_000)
  return { window, settings: () => settings, errors, page }
}

test('the page gets no Node, is isolated and sandboxed, and cannot be debugged in the packed app', async () => {
  const { window } = await anOpenWindow()
  expect(window.options.webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    devTools: false,
  })
})

test('the window shows once the page is drawn, on the background of the theme', async () => {
  nativeTheme.themeSource = 'dark'
  const { window } = await anOpenWindow()
  expect(window.options).toMatchObject({ show: false, backgroundColor: '#161614', minWidth: 720, minHeight: 520 })
  expect(window.isVisible()).toBe(true)

  nativeTheme.themeSource = 'light'
  nativeTheme.emit('updated')
  expect(window.background).toBe('#f6f5f2')
})

test('the window opens where it was, maximised when it was', async () => {
  const { window } = await anOpenWindow({ window: { x: 100, y: 80, width: 900, height: 640, maximized: true } })
  expect(window.options).toMatchObject({ x: 100, y: 80, width: 900, height: 640 })
  expect(window.isMaximized()).toBe(true)
})

test('a hidden start shows the window only when it is asked for, maximised when it was, and forgets nothing till then', async () => {
  const place = { x: 100, y: 80, width: 900, height: 640, maximized: true }
  const { window, settings } = await anOpenWindow({ window: place }, () => true, true)
  expect([window.isVisible(), window.isMaximized()]).toEqual([false, false])
  bringToFront(window as never)
  expect([window.isVisible(), window.isMaximized()]).toEqual([true, true])

  const unseen = await anOpenWindow({ window: place }, () => true, true)
  unseen.window.close()
  expect(unseen.settings().window).toEqual(place)
  window.close()
  expect(settings().window).toEqual(place)
})

test('closing keeps the app in the tray, tells so the first time only, and notes where the window was', async () => {
  const { window, settings } = await anOpenWindow()
  window.close()
  expect(window.isDestroyed()).toBe(false)
  expect(window.isVisible()).toBe(false)
  expect(settings()).toMatchObject({ toldAboutTray: true, window: { width: 1280, height: 800, maximized: false } })
  expect(desktop.notifications.map((notice) => notice.options.title)).toEqual(['Followthrough keeps running'])

  desktop.notifications[0]?.click()
  expect(window.isVisible()).toBe(true)
  window.close()
  expect(desktop.notifications).toHaveLength(1)
})

test('closing closes when the settings say so, and always when the app is on its way out', async () => {
  const chosen = await anOpenWindow({ closeToTray: false })
  chosen.window.close()
  expect(chosen.window.isDestroyed()).toBe(true)
  expect(desktop.notifications).toEqual([])

  const quitting = await anOpenWindow({}, () => true)
  quitting.window.close()
  expect(quitting.window.isDestroyed()).toBe(true)
})

test('a hidden or minimised window comes back to the front, and a closed one is let be', async () => {
  const { window } = await anOpenWindow()
  window.hide()
  window.minimized = true
  bringToFront(window as never)
  expect([window.isVisible(), window.isMinimized(), window.focused]).toEqual([true, false, true])
  window.webContents.destroyed = true
  window.visible = false
  bringToFront(window as never)
  expect(window.isVisible()).toBe(false)
})

test('links open outside when they are for the web or for mail, and never within', async () => {
  const { window } = await anOpenWindow()
  const open = (url: string) => window.webContents.openHandler?.({ url } as never)
  for (const url of ['https://example.com/a', 'mailto:ann@example.com?subject=Hi', 'file:///etc/passwd', 'javascript:alert(1)']) {
    expect(open(url)).toEqual({ action: 'deny' })
  }
  open('https://someone:secret@example.com/')
  open(`mailto:ann@example.com?body=${'x'.repeat(3000)}`)
  open('followthrough://app/index.html')
  expect(desktop.opened).toEqual(['https://example.com/a', 'mailto:ann@example.com?subject=Hi'])
})

test('the page stays: it may reload, and goes nowhere else', async () => {
  const { window, page } = await anOpenWindow()
  const navigate = (url: string, isMainFrame = true) => {
    let prevented = false
    window.webContents.emit('will-frame-navigate', { url, isMainFrame, preventDefault: () => (prevented = true) })
    return prevented
  }
  expect(navigate(page.url)).toBe(false)
  expect(navigate(`${page.url}#/board`)).toBe(false)
  expect(navigate('https://example.com/')).toBe(true)
  expect(navigate('followthrough://app/other.html')).toBe(true)
  expect(navigate(page.url, false)).toBe(true)
  expect(desktop.opened).toEqual(['https://example.com/'])
})

test('the only permission is to write to the clipboard, for the page itself', async () => {
  const { window, page } = await anOpenWindow()
  const { check, request } = window.webContents.session
  const checked = (permission: string, origin: string) => check?.(null, permission as never, origin, { isMainFrame: true })
  const granted = (permission: string, requestingUrl: string) => {
    let answer: boolean | null = null
    request?.(window.webContents as never, permission as never, (given) => (answer = given), { isMainFrame: true, requestingUrl })
    return answer
  }
  expect(checked('clipboard-sanitized-write', `${page.origin}/`)).toBe(true)
  expect(granted('clipboard-sanitized-write', page.url)).toBe(true)
  expect(checked('clipboard-sanitized-write', 'https://example.com/')).toBe(false)
  expect(granted('clipboard-sanitized-write', `${page.origin}.example.com/`)).toBe(false)
  for (const permission of ['clipboard-read', 'geolocation', 'media', 'notifications', 'openExternal']) {
    expect(checked(permission, `${page.origin}/`)).toBe(false)
    expect(granted(permission, page.url)).toBe(false)
  }
})

test('a crashed page is loaded again, but not in circles', async () => {
  const { window } = await anOpenWindow()
  const crash = (reason: string) => window.webContents.emit('render-process-gone', {}, { reason, exitCode: 5 })
  crash('clean-exit')
  expect(window.webContents.reloads).toBe(0)
  crash('crashed')
  crash('crashed')
  expect(window.webContents.reloads).toBe(1)
})
