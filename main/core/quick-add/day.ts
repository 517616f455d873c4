import { addDays, localDateAt, weekday, type LocalDate, type TimeOfDay } from '../../../shared/dates.ts'
import type { PromiseLine } from '../../../shared/recap.ts'
import { datesIn, findDate, type When } from './date.ts'

/*
 * The day by which something is to be done, in plain words: "by Fri", "in 2 weeks", "end of the month".
 */

/** A day stands in so many of the last characters of a line. */
const longestDay = 60
/** What a day in words has in it; to look closer takes a while, and most lines name none. */
const mayNameDay = /\d|\b(?:today|tonight|tomorrow|week|month|quarter|year|sun|mon|tue|wed|thu|fri|sat|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|day|eo[dwmy]|cob)/i
/** The small words between what is to be done and its day. */
const joint = /(?:(?<![\p{L}\p{N}])(?:by|until|till|before|at|on|(?<!\d )am|bis|ab|for|due|latest|no later than|not later than|sometime|the|this)\s+|[\s,;:(–—-]+)+$/iu
const clock = /\d[:.]\d\d|\d ?(?:am|pm|h\b|o['’]clock)/i
/** What closes a line; the point of "24.12." is the day's own. */
const ending = /(?:(?<=\d\.(?:0?[1-9]|1[0-2])\.)|(?<!\d\.(?:0?[1-9]|1[0-2])(?=\.)))[\s.,;:!)]*$/

/** What is to be done, and the day that its last words name; null, with all the words, when they name none. */
export function takeDay(text: string, when: When): PromiseLine {
  const closed = text.replace(ending, '')
  const from = Math.max(0, closed.length - longestDay)
  const tail = closed.slice(from)
  if (!mayNameDay.test(tail)) return { what: text, by: null }
  const found = lastDay(tail, when)
  if (found === null) return { what: text, by: null }
  const what = closed.slice(0, from + found.start).replace(joint, '')
  return what === '' ? { what: text, by: null } : { what: `${what}${found.time === null ? '' : ` (${found.time})`}`, by: found.date }
}

/** The day that a few words name, from today on; null when they name none. */
export function readDay(text: string, when: When): LocalDate | null {
  const said = text.trim()
  return endNamed(said, when)?.date ?? findDate(said, when)?.due.date ?? null
}

interface NamedDay {
  date: LocalDate
  /** The time of day beside it, where one was told in figures. */
  time: TimeOfDay | null
  /** Where its words begin. */
  start: number
}

/** The day at the very end of a text. */
function lastDay(text: string, when: When): NamedDay | null {
  const named = endNamed(text, when)
  if (named) return named
  for (const { due, start, end, text: said } of datesIn(text, when)) {
    if (end === text.length) return { date: due.date, time: clock.test(said) ? due.time : null, start }
  }
  return null
}

/** The last day of this week of work, of the month or the year, which people say more often than its date. */
function endNamed(text: string, { now, zone }: When): NamedDay | null {
  const match = /(?<![\p{L}\p{N}])(?:(?:the )?end of (?:the |this )?(day|week|month|year)|(eod|cob|eow|eom|eoy))$/iu.exec(text)
  if (!match) return null
  const today = localDateAt(now, zone)
  const unit = (match[1] ?? match[2] ?? '').toLowerCase()
  return { date: endOf(unit, today), time: null, start: match.index }
}

function endOf(unit: string, today: LocalDate): LocalDate {
  if (unit === 'week' || unit === 'eow') return addDays(today, (5 - weekday(today) + 7) % 7)
  if (unit === 'year' || unit === 'eoy') return `${today.slice(0, 4)}-12-31`
  if (unit !== 'month' && unit !== 'eom') return today
  const inNextMonth = addDays(`${today.slice(0, 8)}01`, 31)
  return addDays(`${inNextMonth.slice(0, 8)}01`, -1)
}
