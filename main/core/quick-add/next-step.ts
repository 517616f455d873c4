import * as chrono from 'chrono-node'
import type { Channel } from '../../../shared/channel.ts'
import { addDays, dueInstant, localDateAt, localDateSchema, timeOfDayAt, type Due, type LocalDate, type TimeOfDay, type Zone } from '../../../shared/dates.ts'
import type { QuickAddReading } from '../../../shared/quick-add.ts'
import type { Settings } from '../../../shared/settings.ts'
import type { Line, Stretch } from './line.ts'

/** Dates are looked for in so many characters; a line with its date behind more of them is no line. */
const longest = 4000

export interface When {
  /** Milliseconds since the epoch. */
  now: number
  zone: Zone
  /** The country whose habit decides whether 1/2 is in January, unless the person chose an order; null for the day first. */
  region: string | null
  dateOrder: Settings['dateOrder']
}

interface Found extends Stretch {
  due: Due
}

/** Verbs and means that say how to get in touch, the more telling ones first. */
const channels: [Channel, RegExp][] = [
  ['video', /\b(?:video ?call|zoom|(?:ms )?teams|google meet|video|demo)\b/i],
  ['social', /\b(?:dm|linkedin|instagram|facebook|xing)\b/i],
  ['text', /\b(?:whats ?app|sms|text|signal|telegram)\b/i],
  ['call', /\b(?:call|phone|ring|dial)\b/i],
  ['email', /\b(?:e-?mail|mail|write|send)\b/i],
  ['in-person', /\b(?:meet(?:ing)?|visit|lunch|coffee|breakfast|dinner|in person)\b/i],
]
/** The verb that a next step begins with, and the small words that go with it. */
const opening = /^(?:please )?(?:(?:zoom|video ?call|dm|text|whats ?app|sms|call|phone|ring|dial|e-?mail|write|meet)(?: to| with)?(?: (?:back|again|him|her|them))*)(?=\s|$)/i
const verbs = /(?<![\p{L}\p{N}-])(?:zoom|video ?call|dm|text|whats ?app|sms|call|phone|ring|e-?mail|meet|meeting|visit|lunch|coffee|follow[ -]?up|send|write)(?![\p{L}\p{N}-])/giu
/** What comes after a date belongs to the step when it goes on so. */
const goesOn = /^(?:about|re|regarding|for|to|with|and|at|in|on|by|via|over|per|through|send|write|ask|share|check|bring|follow|call|e-?mail|zoom|video|text|meet|lunch|coffee|visit)\b/i

/** Takes the next step: what to do and when, with the words that say so. */
export function takeNextStep(line: Line, when: When): QuickAddReading['next'] {
  const date = findDate(line.rest, when)
  return date ? takeDatedStep(line, date) : takeUndatedStep(line)
}

function takeUndatedStep(line: Line): QuickAddReading['next'] {
  for (const stretch of line.stretches()) {
    const match = opening.exec(stretch.text)
    // "Call Center GmbH" is a name.
    if (!match || /^\s+\p{Lu}/u.test(stretch.text.slice(match[0].length))) continue
    const channel = channelIn(match[0])
    line.take('channel', stretch.start, stretch.start + match[0].length)
    const purpose = stretch.text.slice(match[0].length).trim()
    line.take('purpose', stretch.start + match[0].length, stretch.end)
    return { channel, purpose: purpose.slice(0, 500), due: null }
  }
  return null
}

function takeDatedStep(line: Line, date: Found): QuickAddReading['next'] {
  const around = line.stretches().find(({ start, end }) => start <= date.start && date.end <= end) ?? { ...date, text: line.rest.slice(date.start, date.end) }
  const joint = /(?<!\p{L})(?:on|at|by|until|for|this|am|um|le)\s+$/iu.exec(line.rest.slice(around.start, date.start))
  const dueStart = date.start - (joint?.[0].length ?? 0)
  line.take('due', dueStart, date.end)

  const before = beforeDate(line.rest.slice(around.start, dueStart))
  const start = around.start + before.length
  const first = line.rest.slice(start, dueStart)
  const rest = line.rest.slice(date.end, around.end)
  const after = goesOn.test(rest.trim()) ? rest : ''
  const channel = channelIn(first) ?? channelIn(after) ?? null

  const open = opening.exec(first)
  const verbEnd = start + (open?.[0].length ?? 0)
  line.take('channel', start, verbEnd)
  const purposes: string[] = []
  const takePurpose = (from: number, to: number) => {
    purposes.push(line.text.slice(from, to).trim())
    line.take('purpose', from, to)
  }
  // "Call Jane Doe at Acme tomorrow" says who, not what for.
  const what = line.rest.slice(verbEnd, dueStart)
  const withWhom = /^.*?(?<!\p{L})with(?=\s+\p{Lu})/u.exec(what)
  if (withWhom) takePurpose(verbEnd, verbEnd + withWhom[0].length)
  else if (!(open && /^\s+\p{Lu}/u.test(what))) takePurpose(verbEnd, dueStart)
  if (after !== '') takeAfter(line, date.end, around.end, channel !== null && channelIn(first) === null, takePurpose)
  return { channel, purpose: purposes.map((text) => text.replace(/\s*(?<!\p{L})with$/u, '')).filter((text) => text !== '').join(' ').slice(0, 500), due: date.due }
}

/** Takes what follows the date: the verb when the step's means comes only here, and what it is for. */
function takeAfter(line: Line, from: number, to: number, holdsChannel: boolean, takePurpose: (from: number, to: number) => void): void {
  const text = line.rest.slice(from, to)
  const spaces = text.length - text.trimStart().length
  const open = holdsChannel ? opening.exec(text.trimStart()) : null
  const verbEnd = from + spaces + (open?.[0].length ?? 0)
  if (open) line.take('channel', from, verbEnd)
  takePurpose(open ? verbEnd : from, to)
}

/** What stands before a step in the same stretch and is not of it: "Jane Doe Acme" of "Jane Doe Acme call". */
function beforeDate(text: string): string {
  const verb = [...text.matchAll(verbs)].at(0)
  if (verb) return text.slice(0, verb.index)
  // Names are not what a step is for; "Follow up on the quote" is.
  const isNames = text.trim() !== '' && text.trim().split(/\s+/).every((word) => /^[\p{Lu}\p{Lo}(@&]/u.test(word))
  return isNames ? text : ''
}

function channelIn(text: string): Channel | null {
  return channels.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}

const monthFirst = new Set(['US', 'PH', 'FM', 'MH', 'PW', 'GU', 'PR'])
/** A time of day by name, as a person who sells means it. */
const dayTimes: [RegExp, TimeOfDay][] = [
  [/\bmorning\b/i, '09:00'],
  [/\bafternoon\b/i, '14:00'],
  [/\bevening\b/i, '18:00'],
  [/\btonight\b/i, '19:00'],
]

function findDate(text: string, { now, zone, region, dateOrder }: When): Found | null {
  const isMonthFirst = dateOrder === 'region' ? region !== null && monthFirst.has(region) : dateOrder === 'month-first'
  const parser = isMonthFirst ? chrono.casual : chrono.en.GB
  const today = localDateAt(now, zone)
  const timezone = Math.round((Date.parse(`${today}T${timeOfDayAt(now, zone)}Z`) - Math.floor(now / 60_000) * 60_000) / 60_000)
  const results = parser.parse(text.slice(0, longest), { instant: new Date(now), timezone }, { forwardDate: true })
  for (const result of results) {
    const found = { text: result.text, start: result.index, end: result.index + result.text.length }
    if (!isMeant(text, found)) continue
    const due = dueOf(result, now, zone)
    if (due !== null && due.date >= today) return { ...found, due }
  }
  return null
}

/** Leaves out what only looks like a date: a name, a measure, something that was. */
function isMeant(text: string, { text: found, start, end }: Stretch): boolean {
  const after = text.slice(end)
  if (/^(?:last|past|yesterday|previous)\b|\bago$/i.test(found)) return false
  if (/\b(?:since|from|was|met|last|born|founded)\s+(?:on\s+|in\s+|at\s+)?$/i.test(text.slice(Math.max(0, start - 20), start))) return false
  // "40 m trial order", "15h", "10/11 people".
  if (/^\d+\s?(?!am|pm)[a-z]{1,2}$/i.test(found)) return false
  if (/^\d{1,2}\/\d{1,2}$/.test(found) && /^\s+\p{L}/u.test(after)) return false
  // "Sun Microsystems", "April Jones", "Jan Novak".
  if (/^\p{Lu}\p{Ll}+$/u.test(found) && /^(?:sun|sat|mon|wed|jan|may|june|april|august|mar|summer|dec)$/i.test(found)) return !/^\s+\p{Lu}/u.test(after) && !/\p{Lu}\p{L}*\s$/u.test(text.slice(Math.max(0, start - 30), start).replace(opening, ''))
  return !/^[\p{L}\p{N}]/u.test(after) && !/[\p{L}\p{N}+]$/u.test(text.slice(0, start))
}

function dueOf(result: chrono.ParsedResult, now: number, zone: Zone): Due | null {
  const { start, text } = result
  if (/^now$/i.test(text)) return { date: localDateAt(now, zone), time: null, zone: null }
  const knowsDay = start.isCertain('day') || start.isCertain('weekday') || /\b(?:week|month|quarter|year)s?\b/i.test(text)
  const time = timeOf(start, text)
  if (start.isCertain('timezoneOffset')) {
    const at = start.date().getTime()
    return { date: localDateAt(at, zone), time: time === null ? null : timeOfDayAt(at, zone), zone: time === null ? null : zone }
  }
  if (!knowsDay && time === null) return null
  const date = ahead(start, text, `${localDateAt(now, zone)}T${timeOfDayAt(now, zone)}`)
  if (date === null) return null
  const due: Due = time === null ? { date, time: null, zone: null } : { date, time, zone }
  // "15:00" after 15:00 is tomorrow's.
  return !knowsDay && time !== null && dueInstant(due, time, zone) <= now ? { ...due, date: addDays(date, 1) } : due
}

/**
 * The date that is meant: a weekday, or a day without its year, is the next one on the person's wall; without a time it
 * is over at noon. The parser looks ahead as well, but from the wall of the computer, which may show another day.
 */
function ahead(start: chrono.ParsedComponents, text: string, wall: string): LocalDate | null {
  const date = dateOf(start)
  if (date === null) return null
  const clock = [start.get('hour') ?? 12, start.get('minute') ?? 0].map((number) => String(number).padStart(2, '0')).join(':')
  const isOver = (day: LocalDate) => `${day}T${clock}` < wall
  if (start.isCertain('weekday') && !start.isCertain('day') && !start.isCertain('month')) {
    if (isOver(date)) return addDays(date, 7)
    return isOver(addDays(date, -7)) || /\b(?:next|week)\b/i.test(text) ? date : addDays(date, -7)
  }
  if (start.isCertain('month') && !start.isCertain('year')) {
    const inYear = (year: number) => `${year}${date.slice(4)}`
    const year = Number(date.slice(0, 4))
    const found = isOver(date) ? inYear(year + 1) : isOver(inYear(year - 1)) ? date : inYear(year - 1)
    // Not each year has a 29th of February.
    return localDateSchema.safeParse(found).success ? found : date
  }
  return date
}

function dateOf(start: chrono.ParsedComponents): LocalDate | null {
  const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')]
  if (year === null || month === null || day === null || year < 1000 || year > 9999) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function timeOf(start: chrono.ParsedComponents, text: string): TimeOfDay | null {
  if (!start.isCertain('hour')) return dayTimes.find(([pattern]) => pattern.test(text))?.[1] ?? null
  const hour = start.get('hour') ?? 0
  // Nobody is called at three in the night: "at 3" is the afternoon's, "03:00" is what it says.
  const afternoon = !start.isCertain('meridiem') && hour >= 1 && hour <= 6 && !/\b0\d/.test(text)
  return `${String(afternoon ? hour + 12 : hour).padStart(2, '0')}:${String(start.get('minute') ?? 0).padStart(2, '0')}`
}
