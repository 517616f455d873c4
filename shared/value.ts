import { z } from 'zod'
import { lineSchema } from './contact.ts'
import { instantSchema, localDateSchema } from './dates.ts'
import { idSchema } from './id.ts'

/** What a touch can bring them that is of value in itself: the rungs of the value ladder (practice P7). */
export const valueKindSchema = z.enum(['article', 'infographic', 'story', 'social-post', 'event', 'tool'])
export type ValueKind = z.infer<typeof valueKindSchema>

/** Something worth giving: where it is, whom it is for, and how long it stays fresh (practice P7). */
export const valueItemSchema = z.strictObject({
  id: idSchema,
  kind: valueKindSchema,
  title: lineSchema(300),
  /** Where it can be read; empty for something without an address. */
  url: z.string().trim().max(2000),
  summary: z.string().max(10_000),
  tags: z.array(lineSchema(60)).max(100),
  industries: z.array(lineSchema(120)).max(50),
  /** The stages it suits, by id; none for any. A stage that is gone counts for nothing. */
  stageIds: z.array(idSchema).max(100),
  /** The objections it answers, as they are said. */
  objections: z.array(lineSchema(500)).max(50),
  publishedOn: localDateSchema.nullable(),
  /** The last day on which it is fresh; null for no end. */
  bestBefore: localDateSchema.nullable(),
  /** Since when it is kept out of sight and no longer suggested; null while it is in use. */
  archivedAt: instantSchema.nullable(),
  createdAt: instantSchema,
})
export type ValueItem = z.infer<typeof valueItemSchema>
