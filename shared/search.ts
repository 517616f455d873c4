import { z } from 'zod'
import { idSchema } from './id.ts'

/** Something that a search found. */
const hitShape = {
  contactId: idSchema,
  /** What to call the person. */
  name: z.string(),
  company: z.string(),
  /** The folded words of it that the search took for the words typed; see `markedRuns`. */
  found: z.array(z.string()),
}

export const personHitSchema = z.strictObject({
  ...hitShape,
  role: z.string(),
  /** The leads with them, newest first. */
  leadIds: z.array(idSchema),
})
export type PersonHit = z.infer<typeof personHitSchema>

export const companyHitSchema = z.strictObject({ company: z.string(), contacts: z.number().int(), found: z.array(z.string()) })
export type CompanyHit = z.infer<typeof companyHitSchema>

export const leadHitSchema = z.strictObject({ ...hitShape, leadId: idSchema, title: z.string(), stage: z.string() })
export type LeadHit = z.infer<typeof leadHitSchema>

export const noteHitSchema = z.strictObject({
  ...hitShape,
  /** The lead it was written at; the newest one with the person for a note about them, or null. */
  leadId: idSchema.nullable(),
  /** The place in what was written, cut to fit a line. */
  excerpt: z.string(),
})
export type NoteHit = z.infer<typeof noteHitSchema>

/** What a search found, the best first in each list. */
export const searchResultSchema = z.strictObject({
  people: z.array(personHitSchema),
  companies: z.array(companyHitSchema),
  leads: z.array(leadHitSchema),
  notes: z.array(noteHitSchema),
  /** False while what is written is still being gone through; ask again in a moment. */
  complete: z.boolean(),
})
export type SearchResult = z.infer<typeof searchResultSchema>
