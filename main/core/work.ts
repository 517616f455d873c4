import { dueDate, type LocalDate } from '../../shared/dates.ts'
import type { WorkingHours } from '../../shared/response.ts'
import { workDaysOf, type WorkDays } from '../../shared/work-days.ts'
import type { Reader } from './database/store.ts'
import type { Context } from './handlers.ts'

/** The days on which the person works: their weekdays, without their days off. */
export function workDays(reader: Reader, { settings }: Context): WorkDays {
  return workDaysOf(settings.workingDays, [...reader.all('daysOff')])
}

/** The hours in which the person works, as far as waiting counts in them. */
export function workingHours(reader: Reader, context: Context): WorkingHours {
  const { zone, settings: { startOfDay, endOfDay } } = context
  return { work: workDays(reader, context), startOfDay, endOfDay, zone }
}

/** How many touches are due on each date of the person's own calendar; a date that is not in it has none. */
export function loadByDate(reader: Reader, { zone }: Context): Map<LocalDate, number> {
  const load = new Map<LocalDate, number>()
  for (const { state, due } of reader.all('touches')) {
    if (state !== 'due') continue
    const date = dueDate(due, zone)
    load.set(date, (load.get(date) ?? 0) + 1)
  }
  return load
}
