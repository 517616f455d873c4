import { tzOffset } from '@date-fns/tz'
import { z } from 'zod'

/** A local calendar date, `2026-11-22`. Never an instant: it has no time of day and no zone. */
export const localDateSchema = z.iso.date()
export type LocalDate = z.infer<typeof localDateSchema>

/** A time of day on the wall, `09:30`, 24 hours. */
export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export type TimeOfDay = z.infer<typeof timeOfDaySchema>

/** An instant as ISO 8601 in UTC, `2026-11-22T08:30:00.000Z`. */
export const instantSchema = z.iso.datetime()
export type Instant = z.infer<typeof instantSchema>

/** An IANA zone name, `Europe/Berlin`, that this runtime knows. */
export const zoneSchema = z.string().refine(isKnownZone, { error: 'unknownZone' })
export type Zone = z.infer<typeof zoneSchema>

/**
 * When something is due: a whole local day (`time` and `zone` are null), or a wall-clock time in a zone.
 * The wall clock is stored, not the instant, so that "9:00 their time" stays 9:00 their time when daylight
 * saving or the zone's law changes.
 */
export const dueSchema = z
  .strictObject({
    date: localDateSchema,
    time: timeOfDaySchema.nullable(),
    zone: zoneSchema.nullable(),
  })
  .refine((due) => (due.time === null) === (due.zone === null), {
    error: 'timeWithoutZone',
  })
export type Due = z.infer<typeof dueSchema>

/** The dates for which something can be planned; others are slips of the keyboard. */
const firstPlannable: LocalDate = '1900-01-01'
const lastPlannable: LocalDate = '2199-12-31'

/** A date that a person plans something for. */
export const plannableDateSchema = localDateSchema.refine((date) => firstPlannable <= date && date <= lastPlannable, { error: 'dateTooFar' })

/** A {@link dueSchema} as a person plans it. */
export const plannableDueSchema = dueSchema.refine(({ date }) => firstPlannable <= date && date <= lastPlannable, { error: 'dateTooFar', path: ['date'] })

/** True when `Intl` knows the zone. Never throws. */
export function isKnownZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone }).format(0)
    return true
  } catch {
    return false
  }
}

/** The calendar date that the wall shows in `zone` at `now` (milliseconds since the epoch). */
export function localDateAt(now: number, zone: Zone): LocalDate {
  return wallAt(now, zone).slice(0, 10)
}

/** The time of day that the wall shows in `zone` at `now`, to the minute. */
export function timeOfDayAt(now: number, zone: Zone): TimeOfDay {
  return wallAt(now, zone).slice(11)
}

/** The date `days` calendar days after `date` (before it when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(utcMidnight(date) + days * dayLength).toISOString().slice(0, 10)
}

/** Calendar days from `from` to `to`: 1 for tomorrow, -1 for yesterday. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (utcMidnight(to) - utcMidnight(from)) / dayLength
}

/** 1 for Monday … 7 for Sunday (ISO 8601). */
export function weekday(date: LocalDate): number {
  return new Date(utcMidnight(date)).getUTCDay() || 7
}

/**
 * The instant (milliseconds since the epoch) at which the wall in `zone` shows `date` and `time`.
 * A time that daylight saving skips maps to the same distance after the gap; one that occurs twice, to the first.
 */
export function instantOf(date: LocalDate, time: TimeOfDay, zone: Zone): number {
  const [year, month, day] = parts(date)
  const [hour, minute] = time.split(':').map(Number) as [number, number]
  const wall = Date.UTC(year, month - 1, day, hour, minute)
  // The offsets of the day before and after differ around a change only; the earlier one gives the first of two
  // equal times, and leads across a gap. (TZDate takes the second of two.)
  const before = wall - offset(zone, wall - dayLength)
  const after = wall - offset(zone, wall + dayLength)
  if (before === after || wall - offset(zone, before) === before) return before
  return wall - offset(zone, after) === after ? after : before
}

/** The instant at which `due` comes: its own time, or for a whole day `startOfDay` in the person's own `zone`. */
export function dueInstant(due: Due, startOfDay: TimeOfDay, zone: Zone): number {
  return instantOf(due.date, due.time ?? startOfDay, due.zone ?? zone)
}

/** The date on which `due` falls on the person's own calendar in `zone`. */
export function dueDate(due: Due, zone: Zone): LocalDate {
  return due.zone === null || due.zone === zone ? due.date : dueOrder(due, zone).slice(0, 10)
}

/**
 * A text that sorts dues as they come on the person's own wall in `zone`; whole days before the timed ones of that day.
 * Only a time in another zone costs a look at the zones' rules, and that once: lists of thousands are sorted by it.
 */
export function dueOrder(due: Due, zone: Zone): string {
  if (due.time === null || due.zone === null) return due.date
  if (due.zone === zone) return `${due.date}T${due.time}`
  const question = `${due.date}T${due.time} ${due.zone} ${zone}`
  return knownOrders.get(question) ?? remember(question, wallAt(instantOf(due.date, due.time, due.zone), zone))
}

export type DayGroup = 'overdue' | 'today' | 'tomorrow' | 'later'

/**
 * Where `due` stands at `now` as the person sees it in `zone`. A timed due is overdue from its minute on,
 * a whole day only once that day is over. In a loop, hand in `today` to look it up once.
 */
export function dayGroup(due: Due, now: number, zone: Zone, today: LocalDate = localDateAt(now, zone)): DayGroup {
  const date = dueDate(due, zone)
  if (date < today) return 'overdue'
  if (date > today) return date === addDays(today, 1) ? 'tomorrow' : 'later'
  return due.time !== null && dueInstant(due, due.time, zone) < now ? 'overdue' : 'today'
}

/** `now` as an {@link Instant}. */
export function toInstant(now: number): Instant {
  return new Date(now).toISOString()
}

const dayLength = 86_400_000

/** What dueOrder told of times in other zones: thousands of dues share a few of them, and each takes a while to work out. */
const knownOrders = new Map<string, string>()
const mostKnownOrders = 20_000

function remember(question: string, order: string): string {
  if (knownOrders.size >= mostKnownOrders) knownOrders.clear()
  knownOrders.set(question, order)
  return order
}

/**
 * The date and the time to the minute on the wall in `zone`, as {@link dueOrder} writes them. The zone's rules are asked
 * once: a list asks this of thousands.
 */
function wallAt(instant: number, zone: Zone): string {
  return new Date(instant + offset(zone, instant)).toISOString().slice(0, 16)
}

/** How far the wall in `zone` is ahead of UTC at an instant, in milliseconds. */
function offset(zone: Zone, instant: number): number {
  return tzOffset(zone, new Date(instant)) * 60_000
}

/** Days are counted in UTC, where each has 24 hours; no zone has a say in what the day after a date is. */
function utcMidnight(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`)
}

function parts(date: LocalDate): [number, number, number] {
  return date.split('-').map(Number) as [number, number, number]
}
