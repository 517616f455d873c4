import { dayGroup, daysBetween, dueDate, dueInstant, localDateAt, timeOfDayAt, weekday, type DayGroup, type Due, type Instant, type LocalDate, type TimeOfDay, type Zone } from './dates.ts'
import { ownLocale } from './locale.ts'
import type { Money } from './money.ts'
import { words } from './strings/words.ts'

/** Where and when somebody reads: everything that decides how a date or an amount is written. */
export interface Reader {
  /** A BCP 47 tag, from `readerLocale`. */
  locale: string
  zone: Zone
  /** Milliseconds since the epoch. */
  now: number
}

/** The amount in as few characters as still tell its size, `€12k`, for cards and column heads. */
export function compactMoney(money: Money, locale: string): string {
  return numbers(locale, { style: 'currency', currency: money.currency, notation: 'compact', currencyDisplay: 'narrowSymbol', maximumSignificantDigits: 3 })
    .formatToParts(money.amount)
    .map((part) => (part.type === 'compact' && part.value === 'K' ? 'k' : part.value))
    .join('')
}

/** The whole amount, `€12,500` or `€12,500.50`. */
export function fullMoney(money: Money, locale: string): string {
  return numbers(locale, { style: 'currency', currency: money.currency, trailingZeroDisplay: 'stripIfInteger' }).format(money.amount)
}

/**
 * The amount that somebody typed, or null when it is none: `12500`, `12,500.50`, `12.500,50`, `€ 12 500`, `12.5k`.
 * The last separator is the decimal one unless exactly three digits follow it.
 */
export function parseAmount(text: string): number | null {
  const match = /^[^\d-]*(\d[\d\s.,'’\u00a0\u202f]*)(k?)\D*$/i.exec(text.trim())
  if (!match) return null
  const digits = (match[1] ?? '').replace(/[\s'’\u00a0\u202f]/g, '')
  const decimal = /[.,](\d+)$/.exec(digits)
  const isDecimal = decimal !== null && (decimal[1]?.length !== 3 || match[2] !== '')
  const whole = (isDecimal ? digits.slice(0, decimal.index) : digits).replace(/[.,]/g, '')
  const amount = Number(isDecimal ? `${whole}.${decimal[1]}` : whole) * (match[2] === '' ? 1 : 1000)
  return Number.isFinite(amount) ? amount : null
}

/** A whole number with the locale's grouping, `10,000`. */
export function wholeNumber(value: number, locale: string): string {
  return numbers(locale, { maximumFractionDigits: 0 }).format(value)
}

/** A share of 0 to 1 in whole per cent, `42%`. */
export function percent(share: number, locale: string): string {
  return numbers(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share)
}

/** A calendar date as `Fri 27 Nov`, with its year when that is not the reader's own. */
export function shortDate(date: LocalDate, reader: Reader): string {
  return dateOf(date, reader, { weekday: 'short', day: 'numeric', month: 'short' })
}

/** A calendar date in full words, `Tuesday 1 December`, with its year when that is not the reader's own. */
export function longDate(date: LocalDate, reader: Reader): string {
  return dateOf(date, reader, { weekday: 'long', day: 'numeric', month: 'long' })
}

function dateOf(date: LocalDate, reader: Reader, parts: Intl.DateTimeFormatOptions): string {
  const sameYear = date.slice(0, 4) === localDateAt(reader.now, reader.zone).slice(0, 4)
  return dates(reader.locale, { ...parts, ...(sameYear ? {} : { year: 'numeric' }), timeZone: 'UTC' }).format(Date.parse(`${date}T00:00Z`))
}

/** A calendar date in figures, `27/11/2026`. */
export function dateInFigures(date: LocalDate, locale: string): string {
  return dates(locale, { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'UTC' }).format(Date.parse(`${date}T00:00Z`))
}

/** The name of a weekday, 1 for Monday … 7 for Sunday: `Monday` or `Mon`. */
export function weekdayName(day: number, locale: string, length: 'long' | 'short'): string {
  // The 5th of January 1970 was a Monday.
  return dates(locale, { weekday: length, timeZone: 'UTC' }).format((day + 3) * 86_400_000)
}

/** The month of a calendar date, `Nov`. */
export function monthName(date: LocalDate, locale: string): string {
  return dates(locale, { month: 'short', timeZone: 'UTC' }).format(Date.parse(`${date}T00:00Z`))
}

/** A time on the wall, `14:30` or `2:30 PM` as the locale has it. */
export function wallTime(time: TimeOfDay, locale: string): string {
  return dates(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(Date.parse(`1970-01-01T${time}Z`))
}

/** An instant as date and time on the reader's wall, `Fri 27 Nov 14:30`. */
export function dateAndTime(instant: Instant, reader: Reader): string {
  const at = Date.parse(instant)
  return `${shortDate(localDateAt(at, reader.zone), reader)} ${wallTime(timeOfDayAt(at, reader.zone), reader.locale)}`
}

/**
 * When something is due, in words and on the reader's own wall: `2 days late`, `today 14:30`, `tomorrow`, `Mon 30 Nov`.
 * With a time it takes no more room than a card has: `Fri 15:00` within a week, `30 Nov 15:00` after that.
 */
export function dueWords(due: Due, reader: Reader): string {
  const date = dueDate(due, reader.zone)
  const days = daysBetween(localDateAt(reader.now, reader.zone), date)
  if (days < 0) return words.due.daysLate(-days)
  if (due.time === null) return days === 0 ? words.due.today : days === 1 ? words.due.tomorrow : shortDate(date, reader)
  const at = dueInstant(due, due.time, reader.zone)
  if (at < reader.now) return lateToday(Math.floor((reader.now - at) / 60_000))
  const time = wallTime(timeOfDayAt(at, reader.zone), reader.locale)
  if (days === 0) return words.due.todayAt(time)
  if (days === 1) return words.due.tomorrowAt(time)
  const day = days < 7 ? weekdayName(weekday(date), reader.locale, 'short') : dateOf(date, reader, { day: 'numeric', month: 'short' })
  return words.due.dateAt(day, time)
}

/** Where `due` stands for the reader; see {@link dayGroup}. */
export function dueGroup(due: Due, reader: Reader): DayGroup {
  return dayGroup(due, reader.now, reader.zone)
}

/** How long ago an instant was, in the largest unit that fits: `3 days ago`, `now`. An instant ahead reads `in 3 days`. */
export function age(instant: Instant, reader: Reader): string {
  const seconds = (Date.parse(instant) - reader.now) / 1000
  for (const [unit, length] of units) {
    if (Math.abs(seconds) >= length) return relative(reader.locale).format(Math.trunc(seconds / length), unit)
  }
  return relative(reader.locale).format(0, 'second')
}

const units = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

function lateToday(minutes: number): string {
  if (minutes < 1) return words.due.now
  return minutes < 60 ? words.due.minutesLate(minutes) : words.due.hoursLate(Math.floor(minutes / 60))
}

/* Intl's formatters are slow to make and quick to use; a board asks for the same few thousands of times. */
const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>()

function kept<T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>(key: string, make: () => T): T {
  const found = made.get(key) as T | undefined
  if (found) return found
  const fresh = make()
  made.set(key, fresh)
  return fresh
}

function numbers(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(`n ${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(ownLocale(locale), options))
}

function dates(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(`d ${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options))
}

function relative(locale: string): Intl.RelativeTimeFormat {
  return kept(`r ${locale}`, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
}
