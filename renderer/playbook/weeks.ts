import { addDays, daysBetween, weekday, type LocalDate } from '../../shared/dates.ts'

/** One line of a calendar that leaves out what is empty. */
export type WeekLine = { kind: 'week'; days: LocalDate[] } | { kind: 'gap'; before: LocalDate; weeks: number }

/** Fewer empty weeks in a row than this are drawn. */
const shortestGap = 2

/**
 * The weeks in which these dates lie, each from the first day of the week on (1 for Monday … 7 for Sunday); several empty
 * weeks in a row are one gap.
 */
export function weekLines(dates: readonly LocalDate[], firstDay: number): WeekLine[] {
  const starts = [...new Set(dates.map((date) => addDays(date, -((weekday(date) - firstDay + 7) % 7))))].toSorted()
  return starts.flatMap((start, index): WeekLine[] => {
    const previous = starts[index - 1]
    const empty = previous === undefined ? 0 : daysBetween(previous, start) / 7 - 1
    const skipped = empty >= shortestGap
    const drawn = skipped ? 0 : empty
    const weeks = Array.from({ length: drawn + 1 }, (_, week) => weekFrom(addDays(start, (week - drawn) * 7)))
    return skipped ? [{ kind: 'gap', before: start, weeks: empty }, ...weeks] : weeks
  })
}

function weekFrom(start: LocalDate): WeekLine {
  return { kind: 'week', days: Array.from({ length: 7 }, (_, day) => addDays(start, day)) }
}
