import { snoozeMinutes } from '../../shared/reminder.ts'
import type { Core, Log, ReminderNotification } from './core.ts'

/** What a person can choose on a reminder of the operating system. */
export type ReminderAnswer = 'done' | 'snooze' | 'open'

/** A text as the Linux desktops want a notification's body: it is markup (Desktop Notifications Specification). */
export function asMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Does what was chosen on a reminder. Done and Snooze belong to the reminder of one touch; a digest only opens. */
export async function answerReminder(core: Core, reminder: ReminderNotification, answer: ReminderAnswer, log: Log) {
  const [touch, ...others] = reminder.touches
  if (answer === 'open' || touch === undefined || others.length > 0) {
    const leadId = touch !== undefined && others.length === 0 ? touch.leadId : null
    core.show({ place: leadId === null ? 'today' : 'lead', leadId })
    return
  }
  const reply =
    answer === 'done'
      ? await core.call('completeTouch', { id: touch.touchId, outcome: null, notes: '', next: 'proposed' })
      : await core.call('snoozeTouch', { id: touch.touchId, minutes: snoozeMinutes })
  if (!reply.ok) log.error(`${answer} on a reminder was refused: ${reply.error.code}`)
}
