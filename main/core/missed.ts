import type { MissedReminder } from '../../shared/api.ts'
import { contactName } from '../../shared/contact.ts'
import { dueInstant } from '../../shared/dates.ts'
import { byId } from '../../shared/id.ts'
import { reminderKey, wasReminded } from '../../shared/reminder-times.ts'
import type { Touch } from '../../shared/touch.ts'
import type { Reader } from './database/store.ts'
import type { Context, Queries } from './handlers.ts'
import { contactOf, leadOf } from './look-up.ts'
import { reminderOf } from './reminder-texts.ts'

/** Nobody reads further; all of them are in Today. */
const mostShown = 100

export const missedQueries: Queries<'getMissed' | 'getReminder'> = {
  getMissed(reader, _input, context) {
    return remindedTouches(reader)
      .map((touch) => ({ touch, id: touch.id, moment: momentOf(touch, context) }))
      .toSorted((a, b) => b.moment - a.moment || byId(a, b))
      .slice(0, mostShown)
      .map(({ touch }) => missed(reader, touch))
  },
  getReminder(reader, { touchIds }, context) {
    const due = touchIds.flatMap((id) => {
      const touch = reader.get('touches', id)
      return touch?.state === 'due' ? [{ touch, key: (wasReminded(touch) ? touch.remindedFor : null) ?? reminderKey(touch) }] : []
    })
    return due.length === 0 ? null : reminderOf(due, reader, context)
  },
}

/** How many touches were reminded of and have not been dealt with since. */
export function missedCount(reader: Reader): number {
  return remindedTouches(reader).length
}

function remindedTouches(reader: Reader): Touch[] {
  return [...reader.all('touches')].filter(wasReminded)
}

/** What the latest reminder was for, in milliseconds. */
function momentOf({ due, snoozedUntil }: Touch, { zone, settings }: Context): number {
  return snoozedUntil === null ? dueInstant(due, settings.startOfDay, zone) : Date.parse(snoozedUntil)
}

function missed(reader: Reader, { id, leadId, channel, purpose, due }: Touch): MissedReminder {
  return { touchId: id, leadId, contactName: contactName(contactOf(reader, leadOf(reader, leadId).contactId)), channel, purpose, due }
}
