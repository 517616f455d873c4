import { z } from 'zod'
import { lineSchema } from './contact.ts'
import { instantSchema, localDateSchema } from './dates.ts'
import { idSchema } from './id.ts'

/** Who said it would do something: I, or they. */
export const promiseSideSchema = z.enum(['mine', 'theirs'])
export type PromiseSide = z.infer<typeof promiseSideSchema>

/** What becomes of a promise: it stands, or it was kept, broken, or let go by both. */
export const promiseStateSchema = z.enum(['open', 'kept', 'broken', 'cancelled'])
export type PromiseState = z.infer<typeof promiseStateSchema>

/** Something that one side said it would do, and by when (practices P8, P15). */
export const promiseSchema = z.strictObject({
  id: idSchema,
  leadId: idSchema,
  /** The recap that wrote it down; null for one that was noted by itself. */
  recapId: idSchema.nullable(),
  side: promiseSideSchema,
  what: lineSchema(2000),
  /** The last day on which it is in time, on the person's own calendar; null while no day was agreed. */
  by: localDateSchema.nullable(),
  state: promiseStateSchema,
  /** How often its day was put off. */
  moves: z.number().int().min(0),
  /** When it was kept, broken or cancelled; null while it is open. */
  settledAt: instantSchema.nullable(),
  /** Their promise lapsed, and it was said that no touch need ask about it. */
  dismissedAt: instantSchema.nullable(),
  createdAt: instantSchema,
})
export type Promised = z.infer<typeof promiseSchema>
