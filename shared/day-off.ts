import { z } from 'zod'
import { lineSchema } from './contact.ts'
import { daysBetween, localDateSchema, plannableDateSchema } from './dates.ts'
import { idSchema } from './id.ts'

/** Days on which the person does not work, first and last one included: a public holiday, or days of their own. */
export const dayOffSchema = z.strictObject({
  id: idSchema,
  from: localDateSchema,
  to: localDateSchema,
  name: lineSchema(200),
  /** The UID of the event in the calendar file it came from, so that the same file adds nothing twice (RFC 5545); null for one written here. */
  uid: z.string().max(1000).nullable(),
})
export type DayOff = z.infer<typeof dayOffSchema>

/** As long as days off may be in one piece: a mistyped year must not leave the person without a working day. */
export const mostDaysOff = 1100

const spanShape = { from: plannableDateSchema, to: plannableDateSchema, name: dayOffSchema.shape.name }

/** What a person says of days off. */
export const dayOffFactsSchema = ordered(z.strictObject(spanShape))
export type DayOffFacts = z.infer<typeof dayOffFactsSchema>

/** Days off out of a calendar file. */
export const importedDayOffSchema = ordered(z.strictObject({ ...spanShape, uid: z.string().min(1).max(1000) }))
export type ImportedDayOff = z.infer<typeof importedDayOffSchema>

/** What a calendar file holds of days off. */
export const daysOffReadingSchema = z.strictObject({
  /** By date. */
  days: z.array(
    z.strictObject({
      ...spanShape,
      uid: z.string(),
      /** Already among the person's days off. */
      isKnown: z.boolean(),
      /** The file itself says that it is a day of note on which people work. */
      isObservance: z.boolean(),
    }),
  ),
  /** How many events were left out: they have a time of day, are over or years ahead, or could not be understood. */
  timed: z.number().int(),
  outside: z.number().int(),
  unclear: z.number().int(),
})
export type DaysOffReading = z.infer<typeof daysOffReadingSchema>

/** A calendar file larger than this many characters is no list of holidays. */
export const longestCalendar = 1_000_000

function ordered<T extends z.ZodType<{ from: string; to: string }>>(schema: T): T {
  return schema
    .refine(({ from, to }) => from <= to, { error: 'endBeforeStart', path: ['to'] })
    .refine(({ from, to }) => daysBetween(from, to) < mostDaysOff, { error: 'daysOffTooLong', path: ['to'] })
}
