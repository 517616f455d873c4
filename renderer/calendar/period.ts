import { datePaged, daysShown, type CalendarView } from '../../shared/calendar.ts'
import { daysBetween, type LocalDate } from '../../shared/dates.ts'

/** What a view shows, as a heading: `November 2026`, `16 – 22 Nov 2026`, `Sun, 22 Nov 2026`; `short` where room is. */
export function periodTitle(view: CalendarView, date: LocalDate, weekStart: number, locale: string, short: boolean): string {
  const year = short ? {} : ({ year: 'numeric' } as const)
  if (view === 'month') return written(locale, { month: short ? 'short' : 'long', year: 'numeric' }).format(instantOf(date))
  if (view === 'day') return written(locale, { weekday: 'short', day: 'numeric', month: 'short', ...year }).format(instantOf(date))
  const { from, to } = daysShown(view, date, weekStart)
  return written(locale, { day: 'numeric', month: 'short', ...year }).formatRange(instantOf(from), instantOf(to))
}

/** How many weeks a month touches. */
export function weeksOf(date: LocalDate, weekStart: number): number {
  const { from } = daysShown('month', date, weekStart)
  return Math.ceil((daysBetween(from, datePaged('month', date, 1))) / 7)
}

/** The short name of a weekday, `Mon`. */
export function weekdayName(date: LocalDate, locale: string): string {
  return written(locale, { weekday: 'short' }).format(instantOf(date))
}

/** A date within its month, `22`; the first one with the month's name, `1 Dec`. */
export function dayNumber(date: LocalDate, locale: string, withMonth: boolean): string {
  return withMonth ? written(locale, { day: 'numeric', month: 'short' }).format(instantOf(date)) : written(locale, { day: 'numeric' }).format(instantOf(date))
}

function instantOf(date: LocalDate): number {
  return Date.parse(`${date}T00:00Z`)
}

const made = new Map<string, Intl.DateTimeFormat>()

function written(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const format = made.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  made.set(key, format)
  return format
}
