import type { EventInput } from '@fullcalendar/react'
import { isMovable, itemKey, itemMinutes, type CalendarDays, type CalendarItem, type Wall } from '../../shared/calendar.ts'
import type { LocalDate } from '../../shared/dates.ts'

/**
 * What FullCalendar is given of each item. Its dates are read as UTC, and stand for the person's own wall: no zone, and
 * least of all the computer's, has a say in where something is drawn.
 */
export function entriesOf(items: readonly CalendarItem[]): EventInput[] {
  return items.map((item, order) => {
    const minutes = itemMinutes(item)
    const movable = isMovable(item)
    return {
      id: itemKey(item),
      title: item.name,
      start: item.at,
      ...(minutes !== null && { end: wallAfter(item.at, minutes) }),
      allDay: minutes === null,
      startEditable: movable,
      durationEditable: movable && minutes !== null,
      extendedProps: { item, order },
    }
  })
}

/** What stands for the items of a day for which there is no room. */
export interface More {
  date: LocalDate
  count: number
}

/**
 * The entries of a month in which a day has room for `rows`: the last row of a fuller day says how many more it has.
 * FullCalendar would draw them all to find that out.
 * @param leftOut how many more there are on a date than `items` has
 */
export function entriesThatFit(items: readonly CalendarItem[], rows: number, leftOut: CalendarDays['leftOut']): EventInput[] {
  const unseen = new Map(leftOut.map(({ date, count }) => [date, count]))
  const days = [...Map.groupBy(items, ({ at }) => at.slice(0, 10))].map(([date, day]) => ({ date, day, count: day.length + (unseen.get(date) ?? 0) }))
  const shown = days.flatMap(({ day, count }) => (count <= rows ? day : day.slice(0, rows - 1)))
  const fuller = days.filter(({ count }) => count > rows)
  return [...entriesOf(shown), ...fuller.map(({ date, day, count }) => entryOfMore({ date, count: count - Math.min(day.length, rows - 1) }))]
}

function entryOfMore(more: More): EventInput {
  return { id: `more-${more.date}`, start: more.date, allDay: true, editable: false, extendedProps: { more, order: Infinity } }
}

/** The wall so many minutes later, as clocks count that no daylight saving touches. */
function wallAfter(at: Wall, minutes: number): string {
  return new Date(Date.parse(`${at}Z`) + minutes * 60_000).toISOString().slice(0, 16)
}

/** A date as FullCalendar hands it out, as it stands on the person's wall. */
export function wallOf(date: Date): { date: string; time: string } {
  const iso = date.toISOString()
  return { date: iso.slice(0, 10), time: iso.slice(11, 16) }
}
