import type * as chrono from 'chrono-node'
import { addDays, localDateSchema, weekday, type LocalDate } from '../../../shared/dates.ts'
import { behindSeparators } from './line.ts'
import { verbs } from './verbs.ts'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** A day is looked for behind so many characters of its stretch. */
const longestBefore = 120
/** The time of day behind a day, where the parser does not put the two together by itself. */
const dayTime = String.raw`(?<time>\s+(?:in the )?(?:morning|afternoon|evening)(?!\p{L})|\s+(?:um\s+|(?=[\d:.]+\s?uhr))(?<hour>[01]?\d|2[0-3])(?:[:.](?<minute>[0-5]\d))?(?:\s?uhr)?(?![\p{L}\d]))?`
const weekdayBefore = String.raw`(?:(?<!\p{L})(?<weekday>(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?-i:Mo|Di|Mi|Do|Fr|Sa|So))\.?,?\s+)?`
/** What may follow a day: "the 5th floor" and "2.1. Overview" are none. */
const mayFollow = /^\s+(?:at|um|about|re|regarding|for|with|in|to|and|or|via|by|morning|afternoon|evening)(?!\p{L})|^(?!\s*\p{L})/iu
/** The same where nothing before says that it is a day: "the 1st to answer", "the 2nd in a row". */
const mayFollowBare = /^\s+(?:at|um|about|re|regarding)(?!\p{L})|^(?!\s*\p{L})/iu
/** A time of day that the parser puts together with the day before it. */
const clockBehind = /^,?\s+(?:at\s+)?\d{1,2}(?::\d\d|\s?[ap]m)(?![\p{L}\d])/iu
const anyVerb = new RegExp(verbs.source, 'iu')
const verbRightBefore = new RegExp(String.raw`${verbs.source}\s+$`, 'iu')
const verbRightBehind = new RegExp(String.raw`^\s*${verbs.source}`, 'iu')
/** The name that a line begins with. */
const nameBefore = /^\s*(?:\p{Lu}[\p{L}.'’-]*\s+){2,}$/u
/** What leads to a day, right before it. */
const joint = /[(:]\s*$|(?<!\p{L})(?:(?:on|by|until|till|before|am|bis|ab)|(?:mon|tue|wed|thu|fri|sat|sun)(?:s|rs|nes|urs|ur)?(?:day)?)[.,]?\s+$/iu
/** What is numbered like a day: "call about SAP 4.6.", "send version 3.1.". */
const numbered = /(?<!\p{L})(?:[Ff]loor|[Rr]oom|[Vv]ersion|[Rr]elease|[Cc]hapter|[Ss]ection|[Pp]art|\p{Lu}{2,})\s+$/u

/** What finds the days that people name and the parser does not know: "day after tomorrow", "24.12.", "on the 5th", "next week Tuesday". */
export function parsersOf(today: LocalDate): chrono.Parser[] {
  return [
    parser(/(?<!\p{L})(?:the )?day after tomorrow(?!\p{L})/iu, () => addDays(today, 2)),
    parser(new RegExp(String.raw`${weekdayBefore}(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?!\d)${dayTime}`, 'iu'), ({ weekday: named, day = '', month = '', time }, before, after) =>
      named !== undefined || isDayAndMonth(before, after, time !== undefined || clockBehind.test(after)) ? nextOf(today, `${month.padStart(2, '0')}-${day.padStart(2, '0')}`) : null,
    ),
    parser(new RegExp(String.raw`(?<!\p{L})(?<joint>(?:on|by|until) )?the (?<day>\d{1,2})(?:st|nd|rd|th)(?!\p{L})${dayTime}`, 'iu'), ({ joint: said, day }, _, after) =>
      (said === undefined ? mayFollowBare : mayFollow).test(after) || verbRightBehind.test(after) ? nextDayOfMonth(today, Number(day)) : null,
    ),
    parser(/(?<!\p{L})next week (?:on )?(?<name>mon|tue|wed|thu|fri|sat|sun)(?:s|rs|nes|urs|ur)?(?:day)?(?!\p{L})/iu, ({ name = '' }) =>
      addDays(today, 7 - weekday(today) + 1 + weekdays.indexOf(name.toLowerCase())),
    ),
  ]
}

/** `dayOf` gets the named groups of the pattern, and what stands before and behind it. */
function parser(pattern: RegExp, dayOf: (groups: Partial<Record<string, string>>, before: string, after: string) => LocalDate | null): chrono.Parser {
  return {
    pattern: () => pattern,
    extract: ({ text }, match) => {
      const { groups = {}, index = 0 } = match
      const day = dayOf(groups, text.slice(Math.max(0, index - longestBefore), index), text.slice(index + match[0].length))
      const [year, month, dayOfMonth] = day?.split('-').map(Number) ?? []
      if (year === undefined || month === undefined || dayOfMonth === undefined) return null
      const time = groups['hour'] === undefined ? {} : { hour: Number(groups['hour']), minute: Number(groups['minute'] ?? 0) }
      return { year, month, day: dayOfMonth, ...time }
    },
  }
}

/** Two numbers are a day where one is expected: at the start of a stretch, behind "on", a weekday or a name, behind what to do, or before a time. */
function isDayAndMonth(before: string, after: string, hasTime: boolean): boolean {
  const inStretch = behindSeparators(before)
  if (/[\p{L}\d.]$/u.test(before) || numbered.test(inStretch)) return false
  if (hasTime || joint.test(inStretch) || verbRightBefore.test(inStretch)) return true
  const isExpected = inStretch.trim() === '' || anyVerb.test(inStretch) || (inStretch === before && nameBefore.test(before))
  return isExpected && (mayFollow.test(after) || verbRightBehind.test(after))
}

/** That day of a month, this year or the next; null when there is none. */
function nextOf(today: LocalDate, monthAndDay: string): LocalDate | null {
  const year = Number(today.slice(0, 4))
  const date = [year, year + 1].map((one) => `${one}-${monthAndDay}`).find((one) => one >= today && localDateSchema.safeParse(one).success)
  return date ?? null
}

/** That day of this month or one of the next two, which has it. */
function nextDayOfMonth(today: LocalDate, day: number): LocalDate | null {
  const [year = 0, month = 0] = today.split('-').map(Number)
  const dates = [month - 1, month, month + 1].map((from) => `${year + Math.floor(from / 12)}-${String((from % 12) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
  return dates.find((date) => date >= today && localDateSchema.safeParse(date).success) ?? null
}
