import { tzOffset } from '@date-fns/tz'
import type { Zone } from '../../../shared/dates.ts'

const minute = 60_000
const day = 1440 * minute

/** No zone kept a time for less than this, so that no change is stepped over. */
const step = 7 * day

interface Change {
  /** Milliseconds since the epoch. */
  at: number
  /** Minutes ahead of UTC, before and from then on. */
  from: number
  to: number
}

/**
 * The VTIMEZONE of a zone (RFC 5545, 3.6.5) for the instants from `first` to `last` (milliseconds): each change of its
 * offset between them as this runtime knows it, which is what the app itself reminds by. No library's rules: those hold
 * for the law of one day, and a zone's law changes.
 */
export function zoneRules(zone: Zone, first: number, last: number): string {
  const start = first - day
  const offset = offsetAt(zone, start)
  const changes = changesWithin(zone, start, last + day)
  const opening: Change = { at: start, from: offset, to: offset }
  const daylight = changes[0] !== undefined && changes[0].to < offset
  const observances = [observance(opening, daylight), ...changes.map((change) => observance(change, change.to > change.from))]
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances.flat(), 'END:VTIMEZONE'].join('\r\n')
}

/** True when the zone changes its offset between two instants or within three hours of them. */
export function changesAround(zone: Zone, first: number, last: number): boolean {
  return offsetAt(zone, first - 180 * minute) !== offsetAt(zone, last + 180 * minute)
}

function changesWithin(zone: Zone, start: number, end: number): Change[] {
  const changes: Change[] = []
  for (let at = start; at < end; at += step) {
    const [from, to] = [offsetAt(zone, at), offsetAt(zone, at + step)]
    if (from !== to) changes.push({ at: changeBetween(zone, at, at + step), from, to })
  }
  return changes
}

/** The minute, after `before` and up to `after`, from which the later of their offsets counts. */
function changeBetween(zone: Zone, before: number, after: number): number {
  const old = offsetAt(zone, before)
  let [low, high] = [before, after]
  while (high - low > minute) {
    const middle = low + Math.floor((high - low) / 2 / minute) * minute
    if (offsetAt(zone, middle) === old) low = middle
    else high = middle
  }
  return high
}

/** The onset is told on the wall as it was before it. */
function observance({ at, from, to }: Change, daylight: boolean): string[] {
  const kind = daylight ? 'DAYLIGHT' : 'STANDARD'
  const wall = new Date(at + from * minute).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
  return [`BEGIN:${kind}`, `DTSTART:${wall}`, `TZOFFSETFROM:${written(from)}`, `TZOFFSETTO:${written(to)}`, `END:${kind}`]
}

function written(offset: number): string {
  const minutes = Math.abs(offset)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return `${offset < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}${String(rest).padStart(2, '0')}`
}

function offsetAt(zone: Zone, instant: number): number {
  return Math.round(tzOffset(zone, new Date(instant)))
}
