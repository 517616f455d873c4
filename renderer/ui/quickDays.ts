import { addDays, type LocalDate } from '../../shared/dates.ts'
import { words } from '../../shared/strings/words.ts'
import { addWorkingDays } from '../../shared/work-days.ts'

/** The days that are chosen most, each with what it is called. */
export function quickDays(today: LocalDate): { name: string; date: LocalDate }[] {
  return [
    { name: words.due.quickTomorrow, date: addDays(today, 1) },
    { name: words.due.quickThreeDays, date: addWorkingDays(today, 3) },
    { name: words.due.quickWeek, date: addDays(today, 7) },
  ]
}
