import type { PlannedStep } from '../../shared/cadence-plan.ts'
import type { DayOff } from '../../shared/day-off.ts'
import { addDays, daysBetween, dueDate, weekday, type LocalDate, type Zone } from '../../shared/dates.ts'
import type { Id } from '../../shared/id.ts'

/** What the person's days are like, as far as a plan has to explain itself by it. */
export interface OwnDays {
  /** 1 for Monday … 7 for Sunday. */
  workingDays: readonly number[]
  daysOff: readonly Pick<DayOff, 'from' | 'to' | 'name'>[]
}

/**
 * The days off that make each step come later than without them: those between it and the step before it on which the
 * person would work otherwise. `from` is the date from which the first step counts; null where that is not known.
 */
export function daysOffPassed(steps: readonly PlannedStep[], from: LocalDate | null, { workingDays, daysOff }: OwnDays, zone: Zone): Map<Id, OwnDays['daysOff']> {
  const passed = new Map<Id, OwnDays['daysOff']>()
  let previous = from
  for (const { stepId, due } of steps) {
    const date = dueDate(due, zone)
    const start = previous
    if (start !== null) {
      const between = daysOff.filter((off) => {
        const first = off.from < start ? start : off.from
        const last = off.to > date ? date : off.to
        const days = Math.min(7, daysBetween(first, last) + 1)
        return Array.from({ length: Math.max(0, days) }, (_, day) => weekday(addDays(first, day))).some((day) => workingDays.includes(day))
      })
      if (between.length > 0) passed.set(stepId, between)
    }
    previous = addDays(date, 1)
  }
  return passed
}
