import { z } from 'zod'
import { dayOffFactsSchema, dayOffSchema, daysOffReadingSchema, importedDayOffSchema, longestCalendar } from '../day-off.ts'
import { idSchema } from '../id.ts'
import { command, done, idsSchema, nothing, query } from './declare.ts'

/** The days on which nothing is planned. */
export const dayOffCalls = {
  /** The person's days off, by date. */
  getDaysOff: query(nothing, z.array(dayOffSchema)),
  /** Adds days off, or changes those with `id`. */
  saveDayOff: command(z.strictObject({ id: idSchema.nullable(), facts: dayOffFactsSchema }), dayOffSchema),
  deleteDaysOff: command(z.strictObject({ ids: idsSchema }), done),
  /** The days off in a calendar file (RFC 5545) from this year on, and which of them are there already. */
  readDaysOff: query(z.strictObject({ text: z.string().max(longestCalendar, { error: 'calendarTooLarge' }) }), daysOffReadingSchema),
  /** Adds days off that `readDaysOff` told; those that are there already are left as they are. */
  importDaysOff: command(z.strictObject({ days: z.array(importedDayOffSchema).min(1).max(5000) }), z.strictObject({ added: z.number().int() })),
}
