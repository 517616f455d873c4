import { contactName } from '../../shared/contact.ts'
import { addDays, dayGroup, dueInstant } from '../../shared/dates.ts'
import { reminderKey, type ReminderMoment } from '../../shared/reminder-times.ts'
import { words } from '../../shared/strings/words.ts'
import type { Touch } from '../../shared/touch.ts'
import type { Reader } from './database/store.ts'
import type { Context } from './handlers.ts'
import type { ReminderNotification } from './host.ts'
import { contactOf, leadOf } from './look-up.ts'

/** What a reminder says; whether it sounds is for another to say. */
export type ReminderText = Omit<ReminderNotification, 'silent'>

/** A touch that reminds now. */
export interface DueReminder extends ReminderMoment {
  touch: Touch
}

/** Names in a digest. */
const namesShown = 3

/** The reminder of one touch, or one digest of several. */
export function reminderOf(due: readonly Omit<DueReminder, 'moment'>[], reader: Reader, context: Context): ReminderText {
  const { settings } = context
  const touches = due.map(({ touch }) => touch)
  const [first] = due
  const say = words.reminders
  if (due.length > 1 || !first) return { title: say.digest(touches.length), body: namesBody(touches, reader, settings.hideNames), touches: touches.map(about) }
  const { touch, key } = first
  const channel = words.channels[touch.channel]
  // Only the reminders after the first one of an inbound lead have a key of their own.
  const stillWaits = key !== reminderKey(touch)
  if (settings.hideNames) return { title: stillWaits ? say.waitsHidden : say.dueHidden(channel), body: say.dueNow, touches: [about(touch)] }
  const name = nameOf(touch, reader)
  return { title: stillWaits ? say.waits(name) : say.due(channel, name), body: bodyOf(touch, context), touches: [about(touch)] }
}

/** How long there is left, and what it is for. */
function bodyOf(touch: Touch, { now, zone, settings }: Context): string {
  const left = touch.due.time === null ? 0 : Math.ceil((dueInstant(touch.due, settings.startOfDay, zone) - now) / 60_000)
  const parts = [left > 0 && words.reminders.inMinutes(left), touch.purpose].filter(Boolean)
  return parts.join(' · ') || words.reminders.dueNow
}

/** What the day holds, overdue touches included; null when there is nothing. */
export function dayDigest(reader: Reader, context: Context): ReminderText | null {
  const touches: Touch[] = []
  let overdue = 0
  for (const touch of reader.all('touches')) {
    if (touch.state !== 'due' || touch.due.date > addDays(context.today, 1)) continue
    const group = dayGroup(touch.due, context.now, context.zone, context.today)
    if (group !== 'overdue' && group !== 'today') continue
    touches.push(touch)
    if (group === 'overdue') overdue += 1
  }
  if (touches.length === 0) return null
  return { title: words.reminders.dayDigest(touches.length, overdue), body: namesBody(touches, reader, context.settings.hideNames), touches: touches.map(about) }
}

function namesBody(touches: readonly Touch[], reader: Reader, hideNames: boolean): string {
  if (hideNames) return words.reminders.digestHidden
  const names = touches.slice(0, namesShown).map((touch) => nameOf(touch, reader))
  return words.reminders.digestBody(names, touches.length - names.length)
}

function nameOf({ leadId }: Touch, reader: Reader): string {
  return contactName(contactOf(reader, leadOf(reader, leadId).contactId))
}

function about({ id, leadId }: Touch) {
  return { touchId: id, leadId }
}
