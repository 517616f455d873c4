import { ICalEventStatus } from 'ical-generator'
import { contactName, type Contact } from '../../../shared/contact.ts'
import type { NextMeeting, Recap } from '../../../shared/recap.ts'
import { words } from '../../../shared/strings/words.ts'
import type { Reader } from '../database/store.ts'
import type { Context } from '../handlers.ts'
import { meetingIdentity } from '../recap-records.ts'
import { fileOf, printable, timesOf } from './calendar.ts'

/**
 * The next time to speak as an appointment for the one whom a recap goes to (iCalendar, RFC 5545). It names both, has
 * the UID and a SEQUENCE of the meeting in the person's own calendar, and leaves alarms to the one who takes it over.
 */
export function meetingFile(reader: Reader, recap: Recap, next: NextMeeting, contact: Contact, context: Context): string {
  const { uid, sequence } = meetingIdentity(reader, recap)
  const summary = words.recapFiles.meetingOf(words.recap.meetingNames[next.channel], context.settings.name, contactName(contact))
  const event = { id: `${uid}@followthrough`, sequence, created: new Date(recap.createdAt), summary: printable(summary), status: ICalEventStatus.CONFIRMED }
  return fileOf([{ ...event, ...timesOf(next.due, next.minutes, context.zone) }], context)
}
