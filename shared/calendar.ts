import { z } from 'zod'
import { channelSchema } from './channel.ts'
import { addDays, daysBetween, dueOrder, instantOf, localDateAt, localDateSchema, timeOfDayAt, weekday, type Due, type LocalDate, type TimeOfDay, type Zone } from './dates.ts'
import { dayOffSchema } from './day-off.ts'
import { idSchema } from './id.ts'
import { nextMeetingSchema } from './recap.ts'
import { touchMinutes, touchSchema, type Touch } from './touch.ts'

/** How the calendar lays out its days. */
export const calendarViewSchema = z.enum(['month', 'week', 'day', 'agenda'])
export type CalendarView = z.infer<typeof calendarViewSchema>

/** The longest stretch of days that is asked for at once. */
export const mostCalendarDays = 400

/** How many days the agenda lists. */
const agendaDays = 14

/** A date, or a date and a time, on the wall of the person's own zone: `2026-11-22` or `2026-11-22T14:30`, as dueOrder gives it. */
export const wallSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/)
export type Wall = z.infer<typeof wallSchema>

const who = { at: wallSchema, leadId: idSchema, name: z.string(), company: z.string() }
const plan = touchSchema.pick({ channel: true, purpose: true, due: true })

/** What the calendar shows on a day, beside days off. */
export const calendarItemSchema = z.discriminatedUnion('kind', [
  /** A touch that is due, held while its cadence is paused, or done. */
  z.strictObject({ kind: z.literal('touch'), ...who, ...plan.shape, ...touchSchema.pick({ id: true, minutes: true, state: true, outcome: true }).shape }),
  /** A later step of a cadence, as it would come. */
  z.strictObject({ kind: z.literal('planned'), ...who, ...plan.shape, stepId: idSchema, cadence: z.string() }),
  /**
   * What one side promised and still has to do, on the day by which it is to be kept; as long as its recap was not sent,
   * only a line of that one, and `promiseId` null.
   */
  z.strictObject({ kind: z.literal('promise'), ...who, promiseId: idSchema.nullable(), recapId: idSchema.nullable(), whose: z.enum(['mine', 'theirs']), line: z.number().int(), what: z.string() }),
  /** The next time to speak that a recap names, as long as no touch stands for it. */
  z.strictObject({ kind: z.literal('meeting'), ...who, ...nextMeetingSchema.shape, recapId: idSchema }),
])
export type CalendarItem = z.infer<typeof calendarItemSchema>
export type ItemOf<K extends CalendarItem['kind']> = Extract<CalendarItem, { kind: K }>

export const calendarSchema = z.strictObject({
  /** As they come; whole days before the timed ones of that day. */
  items: z.array(calendarItemSchema),
  /** How many more than `items` has there are on the dates of which only the first ones were asked for. */
  leftOut: z.array(z.strictObject({ date: localDateSchema, count: z.number().int() })),
  /** As far as they lie in the days that were asked for. */
  daysOff: z.array(dayOffSchema.pick({ from: true, to: true, name: true })),
  /** How many touches are due on each date that has any (practice P4). */
  load: z.array(z.strictObject({ date: localDateSchema, count: z.number().int() })),
})
export type CalendarDays = z.infer<typeof calendarSchema>

/** What names an item, the same one as long as it is the same thing. */
export function itemKey(item: CalendarItem): string {
  if (item.kind === 'touch') return item.id
  if (item.kind === 'planned') return `${item.leadId}-${item.stepId}`
  return item.kind === 'promise' ? (item.promiseId ?? `${item.recapId}-${item.whose}-${item.line}`) : `${item.recapId}-next`
}

/** How long an item takes, in minutes; null for one that is of the whole day. */
export function itemMinutes(item: CalendarItem): number | null {
  if (item.at.length === 10) return null
  if (item.kind === 'touch') return touchMinutes(item)
  if (item.kind === 'planned') return touchMinutes({ minutes: null, channel: item.channel })
  return item.kind === 'meeting' ? item.minutes : null
}

/** Which items are shown: those of some channels, and what is only on its way. */
export const calendarFilterSchema = z.strictObject({
  /** None for all of them. */
  channels: z.array(channelSchema).max(10),
  promises: z.boolean(),
  planned: z.boolean(),
})
export type CalendarFilter = z.infer<typeof calendarFilterSchema>

/** A day of a month has room for fewer entries than this on any screen. */
export const mostOfDay = 24

/** Whether a filter lets an item through; a promise has no channel. */
export function showsItem(filter: CalendarFilter, item: CalendarItem): boolean {
  if (item.kind === 'promise') return filter.promises
  if (item.kind === 'planned' && !filter.planned) return false
  return filter.channels.length === 0 || filter.channels.includes(item.channel)
}

/**
 * The first and last day that a view shows around `date`: six weeks for a month, and what is before or after the month
 * in them.
 * @param weekStart 1 for Monday … 7 for Sunday
 */
export function daysShown(view: CalendarView, date: LocalDate, weekStart: number): { from: LocalDate; to: LocalDate } {
  const weekOf = (day: LocalDate) => addDays(day, -((weekday(day) - weekStart + 7) % 7))
  if (view === 'day') return { from: date, to: date }
  if (view === 'agenda') return { from: date, to: addDays(date, agendaDays - 1) }
  const from = weekOf(view === 'month' ? `${date.slice(0, 8)}01` : date)
  return { from, to: addDays(from, view === 'month' ? 41 : 6) }
}

/** The date one view further, or back with -1: the first of the next month, a week, a day or the length of the agenda later. */
export function datePaged(view: CalendarView, date: LocalDate, by: 1 | -1): LocalDate {
  if (view !== 'month') return addDays(date, by * { week: 7, day: 1, agenda: agendaDays }[view])
  const first: LocalDate = `${date.slice(0, 8)}01`
  return `${addDays(first, by > 0 ? 31 : -1).slice(0, 8)}01`
}

/**
 * The due of a touch that was put elsewhere on the person's own calendar. A touch that only changes its day keeps its
 * time on the wall it was agreed for: "9:00 their time" stays so, daylight saving or not. Another time is taken on the
 * person's own wall, and told on that of the zone it was agreed for.
 * @param zone the person's own
 */
export function movedDue(due: Due, date: LocalDate, time: TimeOfDay | null, zone: Zone): Due {
  if (time === null) return { date, time: null, zone: null }
  if (due.time === null || due.zone === null || due.zone === zone) return { date, time, zone }
  const [day, clock] = dueOrder(due, zone).split('T')
  if (day !== undefined && clock === time) return { ...due, date: addDays(due.date, daysBetween(day, date)) }
  const instant = instantOf(date, time, zone)
  return { date: localDateAt(instant, due.zone), time: timeOfDayAt(instant, due.zone), zone: due.zone }
}

/** True while a touch can be put elsewhere. */
export function isMovable(item: CalendarItem): item is ItemOf<'touch'> {
  return item.kind === 'touch' && item.state === 'due'
}

/** The states of touches that stand in the calendar. */
export const statesShown: readonly Touch['state'][] = ['due', 'held', 'done']

/** Each date within days off, with the name of what it is. */
export function datesOff(daysOff: CalendarDays['daysOff']): Map<LocalDate, string> {
  const dates = new Map<LocalDate, string>()
  for (const { from, to, name } of daysOff) {
    for (let date = from; date <= to; date = addDays(date, 1)) dates.set(date, name)
  }
  return dates
}
