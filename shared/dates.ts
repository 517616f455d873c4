import { TZDate, tzOffset } from '@date-fns/tz'
import { addDays as addDaysTo, differenceInCalendarDays } from 'date-fns'
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
export const zoneSchema = z.string().refine(isKnownZone, { error: 'unknown time zone' })
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
    error: 'a time needs its zone, and a whole day has none',
  })
export type Due = z.infer<typeof dueSchema>

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
  return isoDate(new TZDate(now, zone))
}

/** The time of day that the wall shows in `zone` at `now`, to the minute. */
export function timeOfDayAt(now: number, zone: Zone): TimeOfDay {
  const wall = new TZDate(now, zone)
  return `${two(wall.getHours())}:${two(wall.getMinutes())}`
}

/** The date `days` calendar days after `date` (before it when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return isoDate(addDaysTo(utcMidnight(date), days))
}

/** Calendar days from `from` to `to`: 1 for tomorrow, -1 for yesterday. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return differenceInCalendarDays(utcMidnight(to), utcMidnight(from))
}

/** 1 for Monday … 7 for Sunday (ISO 8601). */
export function weekday(date: LocalDate): number {
  return utcMidnight(date).getDay() || 7
}

/** The first date after `date` that is no Saturday or Sunday, `count` working days on. */
export function addWorkingDays(date: LocalDate, count: number): LocalDate {
  let day = date
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    if (weekday(day) < 6) left -= 1
  }
  return day
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
  if (due.time === null || due.zone === null) return due.date
  return localDateAt(instantOf(due.date, due.time, due.zone), zone)
}

/** A number that sorts dues as they come; whole days sort before the timed ones of that day. */
export function dueOrder(due: Due, zone: Zone): number {
  return dueInstant(due, '00:00', zone)
}

export type DayGroup = 'overdue' | 'today' | 'tomorrow' | 'later'

/**
 * Where `due` stands at `now` as the person sees it in `zone`. A timed due is overdue from its minute on,
 * a whole day only once that day is over.
 */
export function dayGroup(due: Due, now: number, zone: Zone): DayGroup {
  const days = daysBetween(localDateAt(now, zone), dueDate(due, zone))
  if (days < 0) return 'overdue'
  if (due.time !== null && dueInstant(due, due.time, zone) < now) return 'overdue'
  if (days === 0) return 'today'
  return days === 1 ? 'tomorrow' : 'later'
}

/** `now` as an {@link Instant}. */
export function toInstant(now: number): Instant {
  return new Date(now).toISOString()
}

const dayLength = 86_400_000

/** How far the wall in `zone` is ahead of UTC at an instant, in milliseconds. */
function offset(zone: Zone, instant: number): number {
  return tzOffset(zone, new Date(instant)) * 60_000
}

function utcMidnight(date: LocalDate): TZDate {
  const [year, month, day] = parts(date)
  return new TZDate(year, month - 1, day, 'UTC')
}

function parts(date: LocalDate): [number, number, number] {
  return date.split('-').map(Number) as [number, number, number]
}

function isoDate(date: Date): LocalDate {
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
