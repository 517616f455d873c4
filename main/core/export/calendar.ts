import { TZDate } from '@date-fns/tz'
import { ICalAlarmType, ICalCalendar, ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency, type ICalEventData } from 'ical-generator'
import { itemKey, itemMinutes, type ItemOf } from '../../../shared/calendar.ts'
import { dueInstant, instantOf, type Due, type Zone } from '../../../shared/dates.ts'
import { minutesBefore } from '../../../shared/reminder-times.ts'
import { words } from '../../../shared/strings/words.ts'
import { calendarItems, checkRange, type AgreedItem, type Days } from '../calendar.ts'
import type { Reader } from '../database/store.ts'
import type { Context, Queries } from '../handlers.ts'
import { recapSequence } from '../recap-records.ts'
import { changesAround, zoneRules } from './zone-rules.ts'

export const calendarExportQueries: Queries<'exportCalendar'> = {
  exportCalendar(reader, { from, to }, context) {
    checkRange(from, to)
    return { name: words.calendarFile.name(context.today), type: 'text/calendar', text: calendarFile(reader, { from, to }, context) }
  },
}

const say = words.calendarFile
const minute = 60_000

/**
 * The person's calendar as other programs read it (iCalendar, RFC 5545): touches, dated promises and next meetings. An
 * event keeps its UID, and its SEQUENCE goes up with each change. Whole days are dates without a zone; a time stands on
 * the wall of the zone it was agreed for, with the rules of that zone beside it; only around a change of daylight saving,
 * where programs read a wall that shows the same time twice differently, it stands in UTC.
 */
export function calendarFile(reader: Reader, days: Days, context: Context): string {
  const events = calendarItems(reader, days, context).map((item) => ({
    ...factsOf(reader, item),
    ...timesOf(dueOf(item), itemMinutes(item), context.zone),
    ...alarmOf(reader, item, context),
  }))
  return fileOf(events, context)
}

/** Events as a file of iCalendar, with the rules of the zones that they stand in. */
export function fileOf(events: readonly ICalEventData[], { now }: Pick<Context, 'now'>): string {
  const spans = new Map<Zone, { first: number; last: number }>()
  const calendar = new ICalCalendar({
    prodId: { company: words.app.name, product: words.app.name, language: words.locale.toUpperCase() },
    name: words.app.name,
    method: ICalCalendarMethod.PUBLISH,
    timezone: {
      name: null,
      generator(zone) {
        const span = spans.get(zone)
        return span ? zoneRules(zone, span.first, span.last) : null
      },
    },
  })
  for (const event of events) {
    if (event.timezone != null) {
      const [first, last] = [Number(event.start), Number(event.end)]
      const span = spans.get(event.timezone) ?? { first, last }
      spans.set(event.timezone, { first: Math.min(span.first, first), last: Math.max(span.last, last) })
    }
    calendar.createEvent({ ...event, stamp: new Date(now) })
  }
  // ical-generator ends without the line break that follows each line (RFC 5545, 3.1).
  return `${calendar.toString()}\r\n`
}

function dueOf(item: AgreedItem): Due {
  return item.kind === 'promise' ? { date: item.at, time: null, zone: null } : item.due
}

/** A whole day leaves the person free, a time takes theirs. */
export function timesOf(due: Due, minutes: number | null, ownZone: Zone): Pick<ICalEventData, 'start' | 'end' | 'allDay' | 'timezone' | 'transparency' | 'busystatus'> {
  if (due.time === null || due.zone === null || minutes === null) {
    return { start: new Date(`${due.date}T00:00Z`), allDay: true, transparency: ICalEventTransparency.TRANSPARENT, busystatus: ICalEventBusyStatus.FREE }
  }
  const start = dueInstant(due, due.time, ownZone)
  const end = start + minutes * minute
  return {
    start: new TZDate(start, due.zone),
    end: new TZDate(end, due.zone),
    timezone: due.zone === 'UTC' || changesAround(due.zone, start, end) ? null : due.zone,
    transparency: ICalEventTransparency.OPAQUE,
    busystatus: ICalEventBusyStatus.BUSY,
  }
}

/** What is still to be done reminds as the app does: so long before its time, or at the start of the person's day. */
function alarmOf(reader: Reader, item: AgreedItem, context: Context): Pick<ICalEventData, 'alarms'> {
  const isOpen = item.kind === 'touch' ? item.state === 'due' : item.kind === 'meeting' || item.whose === 'mine'
  if (!isOpen) return {}
  return { alarms: [{ type: ICalAlarmType.display, trigger: secondsBefore(reader, item, context), description: printable(summaryOf(item)) }] }
}

function secondsBefore(reader: Reader, item: AgreedItem, { zone, settings: { startOfDay, reminders } }: Context): number {
  if (item.kind === 'promise' || item.at.length === 10) return -instantOf('1970-01-01', startOfDay, 'UTC') / 1000
  if (item.kind === 'meeting') return 60 * reminders.before[item.channel]
  const touch = reader.get('touches', item.id)!
  return 60 * minutesBefore(touch, dueInstant(touch.due, startOfDay, zone), reminders)
}

function factsOf(reader: Reader, item: AgreedItem): Pick<ICalEventData, 'id' | 'sequence' | 'created' | 'summary' | 'description' | 'categories' | 'status'> {
  const { id, sequence, created, description } = item.kind === 'touch' ? touchFacts(reader, item) : recapFacts(reader, item)
  return {
    id: `${id}@followthrough`,
    sequence,
    created: new Date(created),
    summary: printable(summaryOf(item)),
    ...(description !== '' && { description: printable(description) }),
    categories: [{ name: item.kind === 'promise' ? say.promise : words.channels[item.channel] }],
    status: item.kind === 'touch' && item.state === 'held' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
  }
}

function summaryOf(item: AgreedItem): string {
  const who = item.company === '' || item.company === item.name ? item.name : say.of(item.name, item.company)
  if (item.kind === 'promise') return say.promises[item.whose](who, item.what)
  const what = say.touch(words.channels[item.channel], who, item.kind === 'touch' ? item.purpose : '')
  return item.kind === 'touch' && item.state === 'done' ? say.done(what) : what
}

interface RecordFacts {
  id: string
  sequence: number
  created: string
  description: string
}

function touchFacts(reader: Reader, { id }: ItemOf<'touch'>): RecordFacts {
  const touch = reader.get('touches', id)!
  const outcome = touch.outcome === null ? '' : words.outcomes[touch.outcome]
  const brings = touch.brings === '' ? '' : say.brings(touch.brings)
  const description = [touch.preparation, brings, outcome, touch.notes].filter((text) => text.trim() !== '').join('\n\n')
  return { id, sequence: touch.revision, created: touch.createdAt, description }
}

function recapFacts(reader: Reader, item: ItemOf<'promise' | 'meeting'>): RecordFacts {
  const recap = item.recapId === null ? undefined : reader.get('recaps', item.recapId)
  const promise = item.kind === 'promise' && item.promiseId !== null ? reader.get('promises', item.promiseId) : undefined
  const sequence = promise?.moves ?? (recap ? recapSequence(recap) : 0)
  return { id: itemKey(item), sequence, created: (promise ?? recap)!.createdAt, description: recap?.subject ?? '' }
}

/** Without the control characters for which RFC 5545, 3.1 has no place; line breaks and tabs stay. */
export function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, (character) => ('\n\r\t'.includes(character) ? character : ''))
}
