import { mostCalendarDays, showsItem, statesShown, type CalendarDays, type CalendarItem, type ItemOf } from '../../shared/calendar.ts'
import { contactName } from '../../shared/contact.ts'
import { addDays, daysBetween, dueDate, dueOrder, type Due, type LocalDate } from '../../shared/dates.ts'
import { Refusal } from '../../shared/errors.ts'
import { compare } from '../../shared/id.ts'
import type { PromiseSide } from '../../shared/promise.ts'
import { saidKey, type NextMeeting, type Recap } from '../../shared/recap.ts'
import { words } from '../../shared/strings/words.ts'
import type { Touch } from '../../shared/touch.ts'
import type { Reader } from './database/store.ts'
import { plannedTouches } from './enrolments.ts'
import type { Context, Queries } from './handlers.ts'
import { contactOf, leadOf } from './look-up.ts'
import { planningOf, type Planning } from './planning.ts'

export const calendarQueries: Queries<'getCalendar'> = {
  getCalendar(reader, { from, to, filter, mostOfDay }, context) {
    checkRange(from, to)
    if (daysBetween(from, to) >= mostCalendarDays) throw new Refusal('too-large', words.errors.calendarTooLong, 'to')
    const planning = planningOf(reader, context)
    const all = [...agreedItems(reader, { from, to }, context), ...plannedItems(reader, planning, { from, to }, context)]
    return {
      ...firstOfDays(inOrder(filter ? all.filter((item) => showsItem(filter, item)) : all), mostOfDay ?? Infinity),
      daysOff: [...reader.all('daysOff')]
        .filter((day) => day.from <= to && day.to >= from)
        .map((day) => ({ from: day.from < from ? from : day.from, to: day.to > to ? to : day.to, name: day.name }))
        .toSorted((a, b) => compare(a.from, b.from)),
      load: [...planning.load].filter(([date]) => from <= date && date <= to).map(([date, count]) => ({ date, count })),
    }
  },
}

/** The days that are asked for, first and last one included; null leaves that end open. */
export interface Days {
  from: LocalDate | null
  to: LocalDate | null
}

/** Refuses days whose last one comes before their first. */
export function checkRange(from: LocalDate | null, to: LocalDate | null): void {
  if (from !== null && to !== null && to < from) throw new Refusal('invalid-input', words.errors.endBeforeStart, 'to')
}

/** Everything but the later steps of cadences, which are only on their way. */
export type AgreedItem = Exclude<CalendarItem, ItemOf<'planned'>>

/**
 * What is agreed on the person's own calendar: touches that are due, held or done, dated promises, and the next meetings
 * of recaps, in the order of the days; whole days before the timed ones of that day (practices P4, P8).
 */
export function calendarItems(reader: Reader, days: Days, context: Context): AgreedItem[] {
  return inOrder(agreedItems(reader, days, context))
}

function agreedItems(reader: Reader, days: Days, context: Context): AgreedItem[] {
  return [...touchItems(reader, days, context), ...promiseItems(reader, days), ...[...reader.all('recaps')].flatMap((recap) => recapItems(reader, recap, days, context))]
}

function inOrder<T extends CalendarItem>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => compare(a.at, b.at))
}

/** The first items of each day, of items in order; and how many more there are. */
function firstOfDays(items: readonly CalendarItem[], most: number): Pick<CalendarDays, 'items' | 'leftOut'> {
  const counts = new Map<LocalDate, number>()
  const first = items.filter(({ at }) => {
    const date = at.slice(0, 10)
    const count = (counts.get(date) ?? 0) + 1
    counts.set(date, count)
    return count <= most
  })
  return { items: first, leftOut: [...counts].filter(([, count]) => count > most).map(([date, count]) => ({ date, count: count - most })) }
}

/** The later steps of cadences that are under way (practice P3). */
function plannedItems(reader: Reader, planning: Planning, days: { from: LocalDate; to: LocalDate }, context: Context): ItemOf<'planned'>[] {
  const wallOf = wallsWithin(days, context)
  return plannedTouches(reader, planning, context, days.to).flatMap(({ leadId, cadence, stepId, channel, purpose, due }) => {
    const at = wallOf(due)
    return at === null ? [] : [{ kind: 'planned' as const, at, ...whoOf(reader, leadId), channel, purpose, due, stepId, cadence }]
  })
}

function touchItems(reader: Reader, days: Days, context: Context): ItemOf<'touch'>[] {
  const items: ItemOf<'touch'>[] = []
  const wallOf = wallsWithin(days, context)
  for (const touch of reader.all('touches')) {
    if (!statesShown.includes(touch.state)) continue
    const at = wallOf(touch.due)
    if (at === null) continue
    const { id, channel, purpose, due, minutes, state, outcome } = touch
    items.push({ kind: 'touch', at, ...whoOf(reader, touch.leadId), id, channel, purpose, due, minutes, state, outcome })
  }
  return items
}

/** The open promises that have a day, of every lead. */
function promiseItems(reader: Reader, days: Days): ItemOf<'promise'>[] {
  const items: ItemOf<'promise'>[] = []
  for (const { id, leadId, recapId, side, what, by, state } of reader.all('promises')) {
    if (state !== 'open' || by === null || !isWithin(by, days)) continue
    items.push({ kind: 'promise', at: by, ...whoOf(reader, leadId), promiseId: id, recapId, whose: side, line: 0, what })
  }
  return items
}

/** What stands in a recap alone: its promises until it is sent, and the next time to speak until a touch stands for it. */
function recapItems(reader: Reader, recap: Recap, days: Days, context: Context): AgreedItem[] {
  const items: AgreedItem[] = recap.sentAt === null ? [...lineItems(reader, recap, 'mine', days), ...lineItems(reader, recap, 'theirs', days)] : []
  const at = recap.next === null ? null : wallsWithin(days, context)(recap.next.due)
  if (recap.next !== null && at !== null && !isTakenUp(reader, recap, recap.next, context)) {
    items.push({ kind: 'meeting', at, ...whoOf(reader, recap.leadId), recapId: recap.id, ...recap.next })
  }
  return items
}

/** The dated lines of one side; what is an open promise already is told by that one. */
function lineItems(reader: Reader, recap: Recap, side: PromiseSide, days: Days): ItemOf<'promise'>[] {
  const dated = recap[side].flatMap(({ what, by }, line) => (by === null || !isWithin(by, days) ? [] : [{ what, at: by, line }]))
  if (dated.length === 0) return []
  const open = reader.where('promises', 'leadId', recap.leadId).filter((promise) => promise.side === side && promise.state === 'open')
  const known = new Set(open.map(({ what }) => saidKey(what)))
  return dated
    .filter(({ what }) => !known.has(saidKey(what)))
    .map((line) => ({ kind: 'promise', ...line, ...whoOf(reader, recap.leadId), promiseId: null, recapId: recap.id, whose: side }))
}

/**
 * True when the meeting that a recap names is told by something else: the touch that stands for it, wherever that was
 * moved; another touch of that lead on its day, but for the step of a cadence, which was not agreed with them; or a
 * later recap with a meeting of its own.
 */
function isTakenUp(reader: Reader, recap: Recap, next: NextMeeting, { zone }: Context): boolean {
  if (recap.nextTouchId !== null && reader.get('touches', recap.nextTouchId)) return true
  const day = dueDate(next.due, zone)
  const standsForIt = ({ state, enrolmentId, due }: Touch) => statesShown.includes(state) && enrolmentId === null && dueDate(due, zone) === day
  if (reader.where('touches', 'leadId', recap.leadId).some(standsForIt)) return true
  return reader.where('recaps', 'leadId', recap.leadId).some((other) => other.next !== null && other.createdAt > recap.createdAt)
}

function whoOf(reader: Reader, leadId: string): { leadId: string; name: string; company: string } {
  const contact = contactOf(reader, leadOf(reader, leadId).contactId)
  return { leadId, name: contactName(contact), company: contact.company }
}

/** Tells where a due stands on the person's own wall, or null when that is on none of these days. */
function wallsWithin(days: Days, { zone }: Context): (due: Due) => string | null {
  // No wall is more than 26 hours from another one: dues far away need no look at the zones' rules.
  const near = { from: days.from && addDays(days.from, -2), to: days.to && addDays(days.to, 2) }
  return (due) => {
    if (!isWithin(due.date, near)) return null
    const at = dueOrder(due, zone)
    return isWithin(at.slice(0, 10), days) ? at : null
  }
}

function isWithin(date: LocalDate, { from, to }: Days): boolean {
  return (from === null || from <= date) && (to === null || date <= to)
}
