import { addDays, dayGroup, dueDate, localDateAt, weekday, type Due, type LocalDate, type Zone } from './dates.ts'
import { addWorkingDays } from './work-days.ts'

/** The columns of the board by time, in their order. */
export const timeGroups = ['overdue', 'today', 'this-week', 'next-week', 'later', 'none'] as const
export type TimeGroup = (typeof timeGroups)[number]

/** A moment on somebody's wall; `today` is looked up once for the thousands that ask. */
export interface Moment {
  /** Milliseconds since the epoch. */
  now: number
  zone: Zone
  today: LocalDate
}

/** The moment `now` on the wall in `zone`. */
export function momentAt(now: number, zone: Zone): Moment {
  return { now, zone, today: localDateAt(now, zone) }
}

/** The column in which a next touch stands; weeks begin on Monday (ISO 8601), and this one ends with its Sunday. */
export function timeGroup(due: Due | null, { now, zone, today }: Moment): TimeGroup {
  if (due === null) return 'none'
  const group = dayGroup(due, now, zone, today)
  if (group === 'overdue' || group === 'today') return group
  const date = dueDate(due, zone)
  const nextMonday = mondayAfter(today)
  if (date < nextMonday) return 'this-week'
  return date < addDays(nextMonday, 7) ? 'next-week' : 'later'
}

/**
 * The date on which a touch is put that is dropped into a column: the next working day of it where there is one. Null
 * where no date fits: nothing is put into the past, or left without a date; and on a Sunday this week is over.
 */
export function dateIn(group: TimeGroup, today: LocalDate): LocalDate | null {
  const nextMonday = mondayAfter(today)
  switch (group) {
    case 'today':
      return today
    case 'this-week': {
      const workingDay = addWorkingDays(today, 1)
      const day = workingDay < nextMonday ? workingDay : addDays(today, 1)
      return day < nextMonday ? day : null
    }
    case 'next-week':
      return nextMonday
    case 'later':
      return addDays(nextMonday, 7)
    case 'overdue':
    case 'none':
      return null
  }
}

function mondayAfter(date: LocalDate): LocalDate {
  return addDays(date, 8 - weekday(date))
}
