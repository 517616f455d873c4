import { z } from 'zod'
import { lineSchema } from './contact.ts'
import { instantSchema } from './dates.ts'
import { idSchema } from './id.ts'

/** What a message is written for: mail and texts are sent, a social message is posted to one person, a script is spoken. */
export const templateKindSchema = z.enum(['email', 'text', 'social', 'script'])
export type TemplateKind = z.infer<typeof templateKindSchema>

/** What a template says; a subject only for mail. */
export const templateTextSchema = z.strictObject({ subject: lineSchema(500), body: z.string().max(50_000) })
export type TemplateText = z.infer<typeof templateTextSchema>

/** What a person writes of a template. */
export const templateFactsSchema = z.strictObject({ name: lineSchema(120), kind: templateKindSchema, ...templateTextSchema.shape })
export type TemplateFacts = z.infer<typeof templateFactsSchema>

/** A message to fill in for one person at a time (practices P11, P13). */
export const templateSchema = z.strictObject({
  id: idSchema,
  ...templateFactsSchema.shape,
  /** What it said before, the latest first, each with the moment until which it held. */
  earlier: z.array(z.strictObject({ ...templateTextSchema.shape, until: instantSchema })).max(50),
  archivedAt: instantSchema.nullable(),
  createdAt: instantSchema,
})
export type Template = z.infer<typeof templateSchema>
