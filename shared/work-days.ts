import type { DayOff } from './day-off.ts'
import { addDays, weekday, type LocalDate } from './dates.ts'

/** On which dates the person works. */
export interface WorkDays {
  isWorkingDay(date: LocalDate): boolean
}

/** Farther than this nobody looks for a working day: years of days off in a row end there. */
const mostDaysLooked = 3660

/**
 * The days on which the person works: the weekdays they said, but for their days off.
 * @param workingDays 1 for Monday … 7 for Sunday
 */
export function workDaysOf(workingDays: readonly number[], daysOff: readonly Pick<DayOff, 'from' | 'to'>[]): WorkDays {
  const known = new Map<LocalDate, boolean>()
  return {
    isWorkingDay(date) {
      const answer = known.get(date) ?? (workingDays.includes(weekday(date)) && !daysOff.some(({ from, to }) => from <= date && date <= to))
      known.set(date, answer)
      return answer
    },
  }
}

/** Monday to Friday, and no days off. */
export const plainWorkDays = workDaysOf([1, 2, 3, 4, 5], [])

/** The date itself when it is a working day, else the first one after it. */
export function workingDayFrom(date: LocalDate, work: WorkDays): LocalDate {
  let day = date
  for (let looked = 0; looked < mostDaysLooked && !work.isWorkingDay(day); looked += 1) day = addDays(day, 1)
  return day
}

/** The date `count` working days after `date`: a weekend or a holiday between them does not count. */
export function addWorkingDays(date: LocalDate, count: number, work: WorkDays = plainWorkDays): LocalDate {
  let day = date
  for (let left = count; left > 0; left -= 1) day = workingDayFrom(addDays(day, 1), work)
  return day
}

/** How many working days come after `from`, up to and with `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, work: WorkDays): number {
  let count = 0
  for (let day = from, looked = 0; day < to && looked < mostDaysLooked; looked += 1) {
    day = addDays(day, 1)
    if (work.isWorkingDay(day)) count += 1
  }
  return count
}
