import { BrowserWindow, screen } from 'electron'
import { desktopWords } from '../../shared/strings/shell-words.ts'
import { words } from '../../shared/strings/words.ts'
import type { Log, SettingsStore } from '../core/core.ts'
import { boundsToOpen, smallest } from './bounds.ts'
import { denyPermissions, keepOnPage } from './navigation.ts'
import { showNotice } from './notifications.ts'
import type { Page } from './page.ts'
import { backgroundColor, followThemeInWindow } from './theme.ts'
import { webPreferences } from './web-preferences.ts'

export interface WindowOptions {
  page: Page
  /** The built preload script, an absolute path. */
  preload: string
  settings: SettingsStore
  log: Log
  /** Wait in the tray until somebody asks for the window. */
  hidden: boolean
  /** True once the app is on its way out: then closing closes. */
  isQuitting: () => boolean
}

/**
 * Opens the one window of the app where it last was. Closing it keeps the app in the tray when the settings say so.
 * Its page is sandboxed and isolated, and stays on its own origin.
 */
export function openWindow(options: WindowOptions): BrowserWindow {
  const { page, settings, log, hidden } = options
  const saved = settings.get().window
  const workAreas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea)
  const window = new BrowserWindow({
    ...boundsToOpen(saved, workAreas),
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: words.app.name,
    show: false,
    backgroundColor: backgroundColor(),
    webPreferences: webPreferences(options.preload),
  })
  // To maximise a window is to show it.
  const maximize = () => saved?.maximized === true && window.maximize()
  if (hidden) {
    window.once('show', maximize)
  } else {
    window.once('ready-to-show', () => {
      maximize()
      window.show()
    })
  }
  denyPermissions(window.webContents.session, page)
  keepOnPage(window.webContents, log)
  followThemeInWindow(window)
  reloadAfterCrash(window, log)
  keepInTray(window, options)
  window.loadURL(page.url).catch((error: unknown) => log.error('the page could not be loaded', error))
  return window
}

/** Shows the window in front of the others, wherever it was: in the tray, minimised, behind. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** Notes where the window is, for the next start. */
function rememberBounds(window: BrowserWindow, settings: SettingsStore, log: Log) {
  try {
    settings.change({ window: { ...window.getNormalBounds(), maximized: window.isMaximized() } })
  } catch (error) {
    log.error('the place of the window could not be noted', error)
  }
}

function keepInTray(window: BrowserWindow, { settings, log, isQuitting }: WindowOptions) {
  let wasShown = false
  window.once('show', () => (wasShown = true))
  window.on('close', (event) => {
    // One that never came out of the tray has not been maximised again yet.
    if (wasShown) rememberBounds(window, settings, log)
    if (isQuitting() || !settings.get().closeToTray) return
    event.preventDefault()
    window.hide()
    if (!settings.get().toldAboutTray) tellAboutTray(window, settings, log)
  })
}

function tellAboutTray(window: BrowserWindow, settings: SettingsStore, log: Log) {
  showNotice(desktopWords.keptInTray, () => bringToFront(window), log)
  try {
    settings.change({ toldAboutTray: true })
  } catch (error) {
    log.error('that the tray was explained could not be noted', error)
  }
}

/** A page that crashes again within this many milliseconds is left alone, so that it does not go round in circles. */
const crashPause = 10_000

function reloadAfterCrash(window: BrowserWindow, log: Log) {
  let lastCrash = -Infinity
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log.error(`the page's process ended: ${reason}, code ${exitCode}`)
    const now = performance.now()
    if (now - lastCrash > crashPause) window.webContents.reload()
    lastCrash = now
  })
}
