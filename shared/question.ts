import { z } from 'zod'
import { instantSchema } from './dates.ts'
import { byId, compare, idSchema } from './id.ts'
import { lineSchema } from './contact.ts'

/** A question that a lead asked, open until it is answered (practice P17). */
export const questionSchema = z.strictObject({
  id: idSchema,
  leadId: idSchema,
  text: lineSchema(2000),
  /** What was answered; empty while it is open, or when only the fact was noted. */
  answer: z.string().max(20_000),
  askedAt: instantSchema,
  answeredAt: instantSchema.nullable(),
})
export type Question = z.infer<typeof questionSchema>

/** Open questions first, the one that waits the longest on top; then those that were answered, the latest first. */
export function inOrderOfQuestions(questions: Iterable<Question>): Question[] {
  return [...questions].toSorted((a, b) => {
    if (a.answeredAt === null && b.answeredAt === null) return compare(a.askedAt, b.askedAt) || byId(a, b)
    if (a.answeredAt === null || b.answeredAt === null) return a.answeredAt === null ? -1 : 1
    return compare(b.answeredAt, a.answeredAt) || byId(a, b)
  })
}
