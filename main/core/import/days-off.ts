import ICAL from 'ical.js'
import { addDays, weekday, type LocalDate } from '../../../shared/dates.ts'
import { mostDaysOff, type ImportedDayOff } from '../../../shared/day-off.ts'
import { Refusal } from '../../../shared/errors.ts'
import { words } from '../../../shared/strings/words.ts'

/** Days off as a calendar file tells them, and how many of its events tell none. */
export interface CalendarDaysOff {
  days: (ImportedDayOff & { isObservance: boolean })[]
  timed: number
  outside: number
  unclear: number
}

/** The dates that matter: what lies outside of them is left out. */
export interface Window {
  from: LocalDate
  to: LocalDate
}

/** So many occurrences are worked out for one file, however many events repeat in it. */
const mostOccurrences = 50_000
const longestName = 200
const longestUid = 900

/**
 * The whole-day events of an iCalendar file (RFC 5545), as calendars offer public holidays: DTEND is the day after the
 * last one, what repeats each year is told year by year, and what was called off is not told. An occurrence keeps its
 * UID, with its date where it repeats. Refuses what is no calendar, or holds more than anybody's holidays.
 */
export function readCalendarDaysOff(text: string, window: Window): CalendarDaysOff {
  const found: CalendarDaysOff = { days: [], timed: 0, outside: 0, unclear: 0 }
  const budget = { left: mostOccurrences }
  for (const event of eventsOf(text)) {
    const told = daysOfEvent(event, window, budget)
    if (typeof told === 'string') found[told] += 1
    else found.days.push(...told)
  }
  found.days.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  return found
}

/** What becomes of one event: its days off, of which there are none when it was called off, or why it tells none. */
function daysOfEvent(component: ICAL.Component, window: Window, budget: { left: number }): CalendarDaysOff['days'] | 'timed' | 'outside' | 'unclear' {
  try {
    if (isCancelled(component)) return []
    const event = new ICAL.Event(component)
    if (!isWholeDay(component, event)) return 'timed'
    const rules = component.getAllProperties('rrule').map((property) => property.getFirstValue() as ICAL.Recur)
    if (!rules.every(isYearly)) return 'unclear'
    const days = event.isRecurring() ? occurrences(event, rules, window, budget) : [dayOffOf(event, event.startDate, event.endDate, event.uid)]
    const within = days.filter(({ from, to }) => from <= window.to && to >= window.from)
    return within.length > 0 ? within : 'outside'
  } catch (error) {
    if (error instanceof Refusal) throw error
    return 'unclear'
  }
}

function eventsOf(text: string): ICAL.Component[] {
  const calendars = parse(text.replace(/^\uFEFF/, ''))
  if (calendars.length === 0 || calendars.some(({ name }) => name !== 'vcalendar')) throw new Refusal('unreadable-file', words.daysOff.problems.noCalendar)
  const events = calendars.flatMap((calendar) => calendar.getAllSubcomponents('vevent'))
  if (events.length === 0) throw new Refusal('unreadable-file', words.daysOff.problems.noEvents)
  // A changed occurrence is told with the event that it belongs to.
  return events.filter((event) => !event.hasProperty('recurrence-id'))
}

function parse(text: string): ICAL.Component[] {
  try {
    const parsed = ICAL.parse(text) as [] | [string, unknown[], unknown[]] | [string, unknown[], unknown[]][]
    const roots = (Array.isArray(parsed[0]) ? parsed : parsed.length === 0 ? [] : [parsed]) as [string, unknown[], unknown[]][]
    return roots.map((root) => new ICAL.Component(root))
  } catch {
    throw new Refusal('unreadable-file', words.daysOff.problems.noCalendar)
  }
}

function occurrences(event: ICAL.Event, rules: ICAL.Recur[], window: Window, budget: { left: number }): CalendarDaysOff['days'] {
  const days: CalendarDaysOff['days'] = []
  const add = (at: ICAL.Time) => {
    const { item, startDate, endDate } = event.getOccurrenceDetails(at)
    if (!isCancelled(item.component)) days.push(dayOffOf(item, startDate, endDate, `${event.uid}/${dateOf(at)}`))
  }
  // Dates that are only listed come beside the first one, which the iterator then leaves out.
  if (rules.length === 0 && dateOf(event.startDate) >= window.from) add(event.startDate)
  const iterator = event.iterator()
  for (;;) {
    const at = iterator.next() as ICAL.Time | null
    if (!at || dateOf(at) > window.to) return days
    budget.left -= 1
    if (budget.left < 0) throw new Refusal('too-large', words.daysOff.problems.tooMuch)
    if (dateOf(at) >= addDays(window.from, -mostDaysOff) && rules.every((rule) => isMeant(rule, event.startDate, at))) add(at)
  }
}

function dayOffOf(event: ICAL.Event, start: ICAL.Time, end: ICAL.Time, uid: string): CalendarDaysOff['days'][number] {
  const from = dateOf(start)
  const last = addDays(dateOf(end), -1)
  const to = last < from ? from : last < addDays(from, mostDaysOff) ? last : addDays(from, mostDaysOff - 1)
  const name = (event.summary ?? '').replace(/\s+/g, ' ').trim().slice(0, longestName) || words.daysOff.unnamed
  // Google marks days of note so, beside public holidays in the same file.
  const isObservance = /^observance\b/i.test(event.description ?? '')
  return { from, to, name, uid: (uid || `${name}/${from}`).slice(0, longestUid), isObservance }
}

/** Whole days by RFC 5545; Outlook writes them from midnight to midnight, with a mark of its own. */
function isWholeDay(component: ICAL.Component, event: ICAL.Event): boolean {
  return event.startDate.isDate || String(component.getFirstPropertyValue('x-microsoft-cdo-alldayevent')).toUpperCase() === 'TRUE'
}

function isCancelled(component: ICAL.Component): boolean {
  return String(component.getFirstPropertyValue('status')).toUpperCase() === 'CANCELLED'
}

/** The rules by which holidays repeat: each year, on a date or on a weekday of a month. Others would be no holidays. */
function isYearly(rule: ICAL.Recur): boolean {
  const parts = Object.keys(rule.parts)
  return rule.freq === 'YEARLY' && (parts.length === 0 || parts.includes('BYMONTH')) && parts.every((part) => ['BYMONTH', 'BYMONTHDAY', 'BYDAY'].includes(part))
}

/** False for the 1st of March that stands for a 29th or 30th of February: that year has no such day. */
function isMeant({ parts }: ICAL.Recur, start: ICAL.Time, at: ICAL.Time): boolean {
  const months = (parts as { BYMONTH?: number[] }).BYMONTH ?? [start.month]
  return months.includes(at.month)
}

function dateOf(time: ICAL.Time): LocalDate {
  const date = [String(time.year).padStart(4, '0'), String(time.month).padStart(2, '0'), String(time.day).padStart(2, '0')].join('-')
  // An impossible date or year makes the event one that is not understood.
  if (!(weekday(date) >= 1)) throw new RangeError('no date')
  return date
}
