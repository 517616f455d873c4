import { z } from 'zod'
import { channelSchema } from './channel.ts'
import { dueSchema } from './dates.ts'
import { idSchema } from './id.ts'
import { moneySchema } from './money.ts'

/** What a piece of a quick-add line was taken for. */
export const quickAddPartSchema = z.enum([
  'name',
  'company',
  'role',
  'email',
  'phone',
  'link',
  'tag',
  'title',
  'value',
  'source',
  'inbound',
  'channel',
  'due',
  'purpose',
  'notes',
])
export type QuickAddPart = z.infer<typeof quickAddPartSchema>

/** A piece of the line as it was typed, from `start` to before `end`, and what it was taken for. */
export const quickAddPieceSchema = z.strictObject({ part: quickAddPartSchema, start: z.number().int(), end: z.number().int() })
export type QuickAddPiece = z.infer<typeof quickAddPieceSchema>

/** Everything that a quick-add line says of a lead. What was not understood is in `notes`, word for word. */
export const quickAddReadingSchema = z.strictObject({
  name: z.string(),
  company: z.string(),
  role: z.string(),
  emails: z.array(z.string()),
  phones: z.array(z.string()),
  links: z.array(z.string()),
  tags: z.array(z.string()),
  title: z.string(),
  value: moneySchema.nullable(),
  source: z.string(),
  inbound: z.boolean(),
  /** The next touch; `due` is null when the line names what to do and not when. Null when it names neither. */
  next: z.strictObject({ channel: channelSchema.nullable(), purpose: z.string(), due: dueSchema.nullable() }).nullable(),
  notes: z.string(),
  /** In the order of the line, never overlapping; what lies between them is spaces and separators only. */
  pieces: z.array(quickAddPieceSchema),
})
export type QuickAddReading = z.infer<typeof quickAddReadingSchema>

/** Somebody who is there already and may be the same person. */
export const samePersonSchema = z.strictObject({
  contactId: idSchema,
  name: z.string(),
  company: z.string(),
  /** What is the same, the surest first. */
  by: z.enum(['email', 'phone', 'name']),
  /** The newest lead with them, or null. */
  leadId: idSchema.nullable(),
})
export type SamePerson = z.infer<typeof samePersonSchema>
