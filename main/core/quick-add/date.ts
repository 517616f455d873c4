import * as chrono from 'chrono-node'
import { addDays, dueInstant, localDateAt, localDateSchema, timeOfDayAt, type Due, type LocalDate, type TimeOfDay, type Zone } from '../../../shared/dates.ts'
import type { Settings } from '../../../shared/settings.ts'
import type { Stretch } from './line.ts'
import { parsersOf } from './named-days.ts'
import { opening } from './verbs.ts'

/*
 * Dates in plain words, as the person means them on their own wall.
 */

/** Dates are looked for in so many characters; a line with its date behind more of them is no line. */
const longest = 4000

export interface When {
  /** Milliseconds since the epoch. */
  now: number
  zone: Zone
  /** The country whose habit decides whether 1/2 is in January, unless the person chose an order; null for the day first. */
  region: string | null
  dateOrder: Settings['dateOrder']
}

export interface FoundDate extends Stretch {
  due: Due
}

const monthFirst = new Set(['US', 'PH', 'FM', 'MH', 'PW', 'GU', 'PR'])
const monthNumber = '(?:0?[1-9]|1[0-2])'
/** A time of day by name, as a person who sells means it. */
const dayTimes: [RegExp, TimeOfDay][] = [
  [/\bmorning\b/i, '09:00'],
  [/\bafternoon\b/i, '14:00'],
  [/\bevening\b/i, '18:00'],
  [/\btonight\b/i, '19:00'],
]

/** From one day to another, as in "1.12.-5.12.": neither of the two is the day of a next step. */
const dayRange = new RegExp(String.raw`(?<![\d.])\d{1,2}\.(?:${monthNumber}\.?(?:\d{4})?)?\s?(?:[-–—]|bis|to|until|till)\s?\d{1,2}\.${monthNumber}\.(?:\d{4})?`, 'giu')

/** The first date in a text that is meant as one and is not over; null when there is none. */
export function findDate(text: string, when: When): FoundDate | null {
  return datesIn(text, when).next().value ?? null
}

/** The dates in a text that are meant as such and are not over, as they come. */
export function* datesIn(text: string, { now, zone, region, dateOrder }: When): Generator<FoundDate, undefined> {
  const isMonthFirst = dateOrder === 'region' ? region !== null && monthFirst.has(region) : dateOrder === 'month-first'
  const today = localDateAt(now, zone)
  const { parsers, refiners } = isMonthFirst ? chrono.casual : chrono.en.GB
  const parser = new chrono.Chrono({ parsers: [...parsersOf(today), ...parsers], refiners })
  const timezone = Math.round((Date.parse(`${today}T${timeOfDayAt(now, zone)}Z`) - Math.floor(now / 60_000) * 60_000) / 60_000)
  const results = parser.parse(text.slice(0, longest), { instant: new Date(now), timezone }, { forwardDate: true })
  const ranges = [...text.slice(0, longest).matchAll(dayRange)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  for (const result of results) {
    // The comma behind a weekday is none of its.
    const said = result.text.replace(/[\s,;(]+$/, '')
    const found = { text: said, start: result.index, end: result.index + said.length }
    if (!isMeant(text, found) || ranges.some(({ start, end }) => found.start < end && start < found.end)) continue
    const due = dueOf(result, now, zone)
    if (due !== null && due.date >= today) yield { ...found, due }
  }
  return undefined
}

/** Leaves out what only looks like a date: a name, a measure, something that was. */
function isMeant(text: string, { text: found, start, end }: Stretch): boolean {
  const after = text.slice(end)
  if (/^(?:last|past|yesterday|previous)\b|\bago$/i.test(found)) return false
  if (/\b(?:since|from|was|met|last|born|founded)\s+(?:on\s+|in\s+|at\s+)?$/i.test(text.slice(Math.max(0, start - 20), start))) return false
  // "40 m trial order", "15h", "10/11 people".
  if (/^\d+\s?(?!am|pm)[a-z]{1,2}$/i.test(found)) return false
  if (/^\d{1,2}\/\d{1,2}$/.test(found) && /^\s+\p{L}/u.test(after)) return false
  // "Sun Microsystems", "April Jones", "Jan Novak".
  if (/^\p{Lu}\p{Ll}+$/u.test(found) && /^(?:sun|sat|mon|wed|jan|may|june|april|august|mar|summer|dec)$/i.test(found)) return !/^\s+\p{Lu}/u.test(after) && !/\p{Lu}\p{L}*\s$/u.test(text.slice(Math.max(0, start - 30), start).replace(opening, ''))
  return !/^[\p{L}\p{N}]/u.test(after) && !/[\p{L}\p{N}+]$/u.test(text.slice(0, start))
}

function dueOf(result: chrono.ParsedResult, now: number, zone: Zone): Due | null {
  const { start, text } = result
  if (/^now$/i.test(text)) return { date: localDateAt(now, zone), time: null, zone: null }
  const knowsDay = start.isCertain('day') || start.isCertain('weekday') || /\b(?:week|month|quarter|year)s?\b/i.test(text)
  const time = timeOf(start, text)
  if (start.isCertain('timezoneOffset')) {
    const at = start.date().getTime()
    return { date: localDateAt(at, zone), time: time === null ? null : timeOfDayAt(at, zone), zone: time === null ? null : zone }
  }
  if (!knowsDay && time === null) return null
  const date = ahead(start, text, `${localDateAt(now, zone)}T${timeOfDayAt(now, zone)}`)
  if (date === null) return null
  const due: Due = time === null ? { date, time: null, zone: null } : { date, time, zone }
  // "15:00" after 15:00 is tomorrow's.
  return !knowsDay && time !== null && dueInstant(due, time, zone) <= now ? { ...due, date: addDays(date, 1) } : due
}

/**
 * The date that is meant: a weekday, or a day without its year, is the next one on the person's wall; without a time it
 * is over at noon. The parser looks ahead as well, but from the wall of the computer, which may show another day.
 */
function ahead(start: chrono.ParsedComponents, text: string, wall: string): LocalDate | null {
  const date = dateOf(start)
  if (date === null) return null
  const clock = [start.get('hour') ?? 12, start.get('minute') ?? 0].map((number) => String(number).padStart(2, '0')).join(':')
  const isOver = (day: LocalDate) => `${day}T${clock}` < wall
  if (start.isCertain('weekday') && !start.isCertain('day') && !start.isCertain('month')) {
    if (isOver(date)) return addDays(date, 7)
    return isOver(addDays(date, -7)) || /\b(?:next|week)\b/i.test(text) ? date : addDays(date, -7)
  }
  if (start.isCertain('month') && !start.isCertain('year')) {
    const inYear = (year: number) => `${year}${date.slice(4)}`
    const year = Number(date.slice(0, 4))
    const found = isOver(date) ? inYear(year + 1) : isOver(inYear(year - 1)) ? date : inYear(year - 1)
    // Not each year has a 29th of February.
    return localDateSchema.safeParse(found).success ? found : date
  }
  return date
}

function dateOf(start: chrono.ParsedComponents): LocalDate | null {
  const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')]
  if (year === null || month === null || day === null || year < 1000 || year > 9999) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function timeOf(start: chrono.ParsedComponents, text: string): TimeOfDay | null {
  if (!start.isCertain('hour')) return dayTimes.find(([pattern]) => pattern.test(text))?.[1] ?? null
  const hour = start.get('hour') ?? 0
  // Nobody is called at three in the night: "at 3" is the afternoon's, "03:00" is what it says.
  const afternoon = !start.isCertain('meridiem') && hour >= 1 && hour <= 6 && !/\b0\d/.test(text)
  return `${String(afternoon ? hour + 12 : hour).padStart(2, '0')}:${String(start.get('minute') ?? 0).padStart(2, '0')}`
}
