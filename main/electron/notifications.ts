import { Notification } from 'electron'
import { whenOver } from '../../shared/reminder.ts'
import { words } from '../../shared/strings/words.ts'
import type { Core, Log, ReminderNotification } from '../core/core.ts'
import { answerReminder, asMarkup, type ReminderAnswer } from '../core/reminder-answers.ts'

/** What each button of a reminder does, in the order in which the buttons stand. */
const buttons: readonly ReminderAnswer[] = ['done', 'snooze']

/** Notifications on the screen. Without a reference they are collected, and then a click on one comes to nobody. */
const shown = new Set<Notification>()

/**
 * Shows a reminder as a notification of the operating system. A click opens the lead (a digest: Today); the reminder
 * of one touch has Done and Snooze where the system knows buttons (macOS, Windows). It goes away when its touches are
 * dealt with elsewhere. Never throws: the page shows every reminder as well.
 */
export function showReminder(reminder: ReminderNotification, core: Core, log: Log): void {
  const { done, snooze } = words.reminders
  const notification = show(reminder, reminder.touches.length === 1 ? [done, snooze] : [], log)
  if (notification === null) return
  const answerWith = (answer: ReminderAnswer) => {
    dismiss(notification)
    void answerReminder(core, reminder, answer, log)
  }
  whenOver(reminder, core, () => dismiss(notification))
  notification.on('click', () => answerWith('open'))
  notification.on('action', ({ actionIndex }) => answerWith(buttons[actionIndex] ?? 'open'))
}

/** Tells the person something once; a click calls `open`. Never throws. */
export function showNotice(notice: { title: string; body: string }, open: () => void, log: Log): void {
  const notification = show(notice, [], log)
  notification?.on('click', () => {
    dismiss(notification)
    open()
  })
}

function show({ title, body, silent = false }: { title: string; body: string; silent?: boolean }, labels: string[], log: Log): Notification | null {
  try {
    if (!Notification.isSupported()) {
      log.info('this system shows no notifications; the page alone does')
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
    })
    notification.show()
    return notification
  } catch (error) {
    log.error('a notification could not be shown', error)
    return null
  }
}

function dismiss(notification: Notification) {
  if (shown.delete(notification)) notification.close()
}
