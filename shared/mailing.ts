import { z } from 'zod'
import { lineSchema } from './contact.ts'
import { instantSchema } from './dates.ts'
import { idSchema } from './id.ts'
import { templateTextSchema } from './template.ts'

/** The most leads that one mailing goes through. */
export const longestMailing = 2000

/** One template on its way through a set of leads, one personal message at a time (practice P13). */
export const mailingSchema = z.strictObject({
  id: idSchema,
  name: lineSchema(200),
  templateId: idSchema,
  /** The leads in the order in which they come; one that was deleted meanwhile is passed over. */
  leadIds: z.array(idSchema).max(longestMailing),
  /** What was done about each so far; the first lead without an entry comes next. */
  handled: z.array(z.strictObject({ leadId: idSchema, how: z.enum(['sent', 'skipped']), at: instantSchema })).max(longestMailing),
  /** What was written for the lead that comes next, and differs from the template; null while nothing does. */
  draft: z.strictObject({ leadId: idSchema, ...templateTextSchema.shape }).nullable(),
  endedAt: instantSchema.nullable(),
  createdAt: instantSchema,
})
export type Mailing = z.infer<typeof mailingSchema>

/**
 * Why a lead is left out of a mailing, for now or for good: the rules are looked at again at each message, since things
 * change meanwhile (practices P4, P9).
 */
export const mailingBarSchema = z.enum([
  'gone',
  'do-not-contact',
  'permission-declined',
  'permission-expired',
  'not-before',
  'channel-not-permitted',
  'no-address',
  'too-soon',
  'same-person',
  'won',
  'lost',
  'parked',
])
export type MailingBar = z.infer<typeof mailingBarSchema>
