import { z } from 'zod'
import { instantSchema } from './dates.ts'
import { idSchema } from './id.ts'

/** A note that is being written about a touch, kept from the first letter on, so that no end of the app loses it (practice P14). */
export const noteDraftSchema = z.strictObject({
  /** The touch's id, or the lead's for a touch that was not planned. */
  id: idSchema,
  leadId: idSchema,
  notes: z.string().max(100_000),
  updatedAt: instantSchema,
})
export type NoteDraft = z.infer<typeof noteDraftSchema>
