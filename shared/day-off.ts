import { z } from 'zod'
import { lineSchema } from './contact.ts'
import { localDateSchema } from './dates.ts'
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
