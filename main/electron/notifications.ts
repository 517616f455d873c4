import { Notification } from 'electron'
import { whenOver } from '../../shared/reminder.ts'
import { words } from '../../shared/strings/words.ts'
import type { Core, Log, ReminderNotification } from '../core/core.ts'
import { answerReminder, asMarkup, type ReminderAnswer } from '../core/reminder-answers.ts'
import type { ReminderWindow } from './reminder-window.ts'

/** What each button of a reminder does, in the order in which the buttons stand. */
const buttons: readonly ReminderAnswer[] = ['done', 'snooze']

/** Notifications on the screen. Without a reference they are collected, and then a click on one comes to nobody. */
const shown = new Set<Notification>()

export interface ReminderOptions {
  core: Core
  log: Log
  /** Has the buttons where notifications have none, and stands in where there are no notifications. */
  small: ReminderWindow
  /** Whether the person looks at the app's window, which shows every reminder as well. */
  isInFront: () => boolean
  platform?: NodeJS.Platform
}

/**
 * Shows a reminder as a notification of the operating system, until its touches are dealt with. The reminder of one
 * touch has Done and Snooze on it where Electron's notifications know buttons (macOS, Windows), and a click opens the
 * lead (a digest: Today). Where they know none, a click brings them up in a window of their own; where the system shows
 * no notification at all, that window comes by itself and leaves the keys to whoever has them. Never throws.
 */
export function showReminder(reminder: ReminderNotification, { core, log, small, isInFront, platform = process.platform }: ReminderOptions): void {
  const { done, snooze } = words.reminders
  const hasButtons = platform === 'darwin' || platform === 'win32'
  const isOfOne = reminder.touches.length === 1
  const standIn = () => {
    if (!isInFront()) small.show(reminder, false)
  }
  const notification = show(reminder, isOfOne && hasButtons ? [done, snooze] : [], log, standIn)
  if (notification === null) return
  const answerWith = (answer: ReminderAnswer) => {
    dismiss(notification)
    void answerReminder(core, reminder, answer, log)
  }
  whenOver(reminder, core, () => dismiss(notification))
  notification.on('click', () => {
    if (hasButtons || !isOfOne) return answerWith('open')
    dismiss(notification)
    small.show(reminder, true)
  })
  notification.on('action', ({ actionIndex }) => answerWith(buttons[actionIndex] ?? 'open'))
}

/** Tells the person something once; a click calls `open`. Never throws. */
export function showNotice(notice: { title: string; body: string }, open: () => void, log: Log): void {
  const notification = show(notice, [], log, () => undefined)
  notification?.on('click', () => {
    dismiss(notification)
    open()
  })
}

/** @param failed called when the system does not show it, be it later */
function show({ title, body, silent = false }: { title: string; body: string; silent?: boolean }, labels: string[], log: Log, failed: () => void): Notification | null {
  try {
    if (!Notification.isSupported()) {
      log.info('this system shows no notifications')
      failed()
      return null
    }
    const actions = labels.map((text) => ({ type: 'button' as const, text }))
    const notification = new Notification({ title, body: process.platform === 'linux' ? asMarkup(body) : body, actions, silent })
    shown.add(notification)
    notification.on('close', ({ reason }) => {
      // One that timed out is still in the system's list of notifications, where it can be clicked.
      if (reason !== 'timedOut') shown.delete(notification)
    })
    notification.on('failed', (_event, error) => {
      shown.delete(notification)
      log.error('a notification could not be shown', error)
      failed()
    })
    notification.show()
    return notification
  } catch (error) {
    log.error('a notification could not be shown', error)
    failed()
    return null
  }
}

function dismiss(notification: Notification) {
  if (shown.delete(notification)) notification.close()
}
