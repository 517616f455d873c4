import type { Day } from '../../shared/api.ts'
import { itemMinutes, type CalendarItem } from '../../shared/calendar.ts'
import { contactName } from '../../shared/contact.ts'
import { addDays, dueDate, instantOf, toInstant } from '../../shared/dates.ts'
import { inOrderOfPromises, promiseStanding } from '../../shared/promise.ts'
import { calendarItems } from './calendar.ts'
import type { Reader } from './database/store.ts'
import type { Context, Queries } from './handlers.ts'
import { contactOf, leadOf } from './look-up.ts'

/** Promises are told so many days before they are due. */
const daysAhead = 7

export const dayQueries: Queries<'getDay'> = {
  getDay(reader, _input, context) {
    return {
      date: context.today,
      meetings: meetings(reader, context),
      load: load(reader, context),
      promises: promises(reader, context),
    }
  },
}

/** Today's conversations with a time: calls, video calls, visits, and what a recap agreed on. */
function meetings(reader: Reader, context: Context): Day['meetings'] {
  return calendarItems(reader, { from: context.today, to: context.today }, context).flatMap((item) => {
    if (!isMeeting(item)) return []
    const { leadId, name, company, at, channel } = item
    return [{ leadId, contactName: name, company, at, channel, minutes: itemMinutes(item) ?? 0, isDone: item.kind === 'touch' && item.state === 'done' }]
  })
}

function isMeeting(item: CalendarItem): item is Extract<CalendarItem, { kind: 'touch' | 'meeting' }> {
  if (item.kind !== 'touch' && item.kind !== 'meeting') return false
  return item.at.includes('T') && (item.channel === 'call' || item.channel === 'video' || item.channel === 'in-person')
}

/** What both sides promised and is late, or due within a week. */
function promises(reader: Reader, context: Context): Day['promises'] {
  const until = addDays(context.today, daysAhead)
  const near = [...reader.all('promises')].filter(({ state, by }) => state === 'open' && by !== null && by <= until)
  return inOrderOfPromises(near).map((promise) => ({ ...whoOf(reader, promise.leadId), ...promise, standing: promiseStanding(promise, context) }))
}

/** How much of today's following up is done, and how much is left of it and from before (practice P4). */
function load(reader: Reader, { today, zone, settings }: Context): Day['load'] {
  const [from, to] = [today, addDays(today, 1)].map((date) => toInstant(instantOf(date, '00:00', zone))) as [string, string]
  let done = 0
  let left = 0
  for (const { state, completedAt, incoming, due } of reader.all('touches')) {
    if (state === 'due' && dueDate(due, zone) <= today) left += 1
    if (state === 'done' && !incoming && completedAt !== null && completedAt >= from && completedAt < to) done += 1
  }
  return { done, left, limit: settings.dailyLoad }
}

function whoOf(reader: Reader, leadId: string): { leadId: string; contactName: string; company: string } {
  const contact = contactOf(reader, leadOf(reader, leadId).contactId)
  return { leadId, contactName: contactName(contact), company: contact.company }
}
