import type * as chrono from 'chrono-node'
import { addDays, localDateSchema, weekday, type LocalDate } from '../../../shared/dates.ts'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** What finds the days that people name and the parser does not know: "day after tomorrow", "24.12.", "on the 5th", "next week Tuesday". */
export function parsersOf(today: LocalDate): chrono.Parser[] {
  return [
    parser(/(?<!\p{L})(?:the )?day after tomorrow(?!\p{L})/iu, () => addDays(today, 2)),
    parser(/(?<![\d.])(\d{1,2})\.(\d{1,2})\.(?!\d|\s*(?!at\b|um\b)\p{L})/u, ([, day, month]) => nextOf(today, `${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`)),
    parser(/(?<!\p{L})(?:(?:on|by|until) )?the (\d{1,2})(?:st|nd|rd|th)(?!\s*(?!at\b)\p{L})/iu, ([, day]) => nextDayOfMonth(today, Number(day))),
    parser(/(?<!\p{L})next week (?:on )?(mon|tue|wed|thu|fri|sat|sun)(?:s|rs|nes|urs|ur)?(?:day)?(?!\p{L})/iu, ([, name = '']) =>
      addDays(today, 7 - weekday(today) + 1 + weekdays.indexOf(name.toLowerCase())),
    ),
  ]
}

function parser(pattern: RegExp, dayOf: (match: RegExpMatchArray) => LocalDate | null): chrono.Parser {
  return {
    pattern: () => pattern,
    extract: (_, match) => {
      const [year, month, day] = dayOf(match)?.split('-').map(Number) ?? []
      return year === undefined || month === undefined || day === undefined ? null : { year, month, day }
    },
  }
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
