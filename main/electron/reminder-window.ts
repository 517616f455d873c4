import { BrowserWindow, screen, type Rectangle } from 'electron'
import { whenOver } from '../../shared/reminder.ts'
import { words } from '../../shared/strings/words.ts'
import type { Core, Log, ReminderNotification } from '../core/core.ts'
import type { Join } from './ipc.ts'
import { keepOnPage } from './navigation.ts'
import { documentOf, type Page } from './page.ts'
import { backgroundColor, followThemeInWindow } from './theme.ts'
import { webPreferences } from './web-preferences.ts'

export interface ReminderWindowOptions {
  core: Core
  page: Page
  /** The built preload script, an absolute path. */
  preload: string
  join: Join
  log: Log
}

/** A small window on top of all others that shows one reminder with its buttons, for systems whose notifications have none. */
export interface ReminderWindow {
  /** Shows a reminder, before those that wait in the window already. `focus`: it was asked for and takes the keys. */
  show(reminder: ReminderNotification, focus: boolean): void
  close(): void
}

const size = { width: 380, height: 172 }
/** Between the window and the edges of its display. */
const margin = 16

/** The window of reminders, which opens with the first one and closes when nothing is left to do about any in it. */
export function reminderWindow(options: ReminderWindowOptions): ReminderWindow {
  const { core, page, log } = options
  let window: BrowserWindow | null = null
  let waiting: ReminderNotification[] = []

  const load = (reminder: ReminderNotification) => {
    const touchIds = reminder.touches.map(({ touchId }) => touchId)
    window?.loadURL(`${documentOf(page.url)}#/reminder/${touchIds.join(',')}`).catch(() => log.error('the page of a reminder could not be loaded'))
  }
  const drop = (reminder: ReminderNotification) => {
    const wasOnTop = reminder === waiting.at(-1)
    waiting = waiting.filter((other) => other !== reminder)
    const next = waiting.at(-1)
    if (next === undefined) window?.close()
    else if (wasOnTop) load(next)
  }

  return {
    show(reminder, focus) {
      const isNew = window === null
      const shown = (window ??= open(options, () => {
        window = null
        waiting = []
      }))
      waiting = [...waiting.filter((other) => other !== reminder), reminder]
      whenOver(reminder, core, () => drop(reminder))
      const appear = () => (focus ? shown.show() : shown.showInactive())
      if (isNew) shown.once('ready-to-show', appear)
      else appear()
      load(reminder)
    },
    close: () => window?.close(),
  }
}

function open({ preload, join, log }: ReminderWindowOptions, closed: () => void): BrowserWindow {
  const window = new BrowserWindow({
    ...placeIn(screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).workArea),
    title: words.app.name,
    show: false,
    frame: false,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    backgroundColor: backgroundColor(),
    webPreferences: webPreferences(preload),
  })
  keepOnPage(window.webContents, log)
  followThemeInWindow(window)
  const part = join(window.webContents)
  window.once('closed', () => {
    part()
    closed()
  })
  return window
}

/** In the corner in which the system shows notifications: at the top on macOS, else at the bottom. */
function placeIn({ x, y, width, height }: Rectangle): Rectangle {
  const top = process.platform === 'darwin' ? y + margin : y + height - size.height - margin
  return { x: x + width - size.width - margin, y: top, ...size }
}
