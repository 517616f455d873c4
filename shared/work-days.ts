import type { DayOff } from './day-off.ts'
import { addDays, weekday, type LocalDate } from './dates.ts'

/** On which dates the person works. */
export interface WorkDays {
  isWorkingDay(date: LocalDate): boolean
  /** The first working day after a date. */
  nextAfter(date: LocalDate): LocalDate
}

/** Farther than this nobody looks for a working day: years of days off in a row end there. */
const mostDaysLooked = 3660

/**
 * The days on which the person works: the weekdays they said, but for their days off.
 * @param workingDays 1 for Monday … 7 for Sunday
 */
export function workDaysOf(workingDays: readonly number[], daysOff: readonly Pick<DayOff, 'from' | 'to'>[]): WorkDays {
  const isWorkingDay = remembered((date) => workingDays.includes(weekday(date)) && !daysOff.some(({ from, to }) => from <= date && date <= to))
  const nextAfter = remembered((date) => {
    let day = addDays(date, 1)
    for (let looked = 0; looked < mostDaysLooked && !isWorkingDay(day); looked += 1) day = addDays(day, 1)
    return day
  })
  return { isWorkingDay, nextAfter }
}

/** Plans ask of the same dates a thousand times over. */
function remembered<T>(answerFor: (date: LocalDate) => T): (date: LocalDate) => T {
  const known = new Map<LocalDate, T>()
  return (date) => {
    const answer = known.get(date) ?? answerFor(date)
    known.set(date, answer)
    return answer
  }
}

/** Monday to Friday, and no days off. */
export const plainWorkDays = workDaysOf([1, 2, 3, 4, 5], [])

/** The date itself when it is a working day, else the first one after it. */
export function workingDayFrom(date: LocalDate, work: WorkDays): LocalDate {
  return work.isWorkingDay(date) ? date : work.nextAfter(date)
}

/** The date `count` working days after `date`: a weekend or a holiday between them does not count. */
export function addWorkingDays(date: LocalDate, count: number, work: WorkDays = plainWorkDays): LocalDate {
  let day = date
  for (let left = count; left > 0; left -= 1) day = work.nextAfter(day)
  return day
}

/** How many working days come after `from`, up to and with `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, work: WorkDays): number {
  let count = 0
  for (let day = work.nextAfter(from); day <= to && count < mostDaysLooked; day = work.nextAfter(day)) count += 1
  return count
}
