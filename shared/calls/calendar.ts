import { z } from 'zod'
import { calendarFilterSchema, calendarSchema } from '../calendar.ts'
import { plannableDateSchema } from '../dates.ts'
import { query } from './declare.ts'

/** The calendar, on screen and as a file. */
export const calendarCalls = {
  /**
   * What stands in the person's calendar on these days, the last one included, which are at most 400: what the filter lets
   * through, and no more than the first `mostOfDay` of each day.
   */
  getCalendar: query(
    z.strictObject({
      from: plannableDateSchema,
      to: plannableDateSchema,
      filter: calendarFilterSchema.nullable().default(null),
      mostOfDay: z.number().int().min(1).nullable().default(null),
    }),
    calendarSchema,
  ),
  /** The calendar as a file for other programs (RFC 5545); null leaves that end open. */
  exportCalendar: query(
    z.strictObject({ from: plannableDateSchema.nullable(), to: plannableDateSchema.nullable() }),
    z.strictObject({ name: z.string(), type: z.string(), text: z.string() }),
  ),
}
