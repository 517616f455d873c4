import { z } from 'zod'
import { channelSchema } from './channel.ts'
import { lineSchema } from './contact.ts'
import { instantSchema, localDateSchema, timeOfDaySchema } from './dates.ts'
import { idSchema } from './id.ts'
import type { Outcome } from './touch.ts'
import { valueKindSchema } from './value.ts'

/** How long after the step before (or the start) a step comes. Minutes are for what has to follow at once (practice P1). */
export const offsetSchema = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('minutes'), count: z.number().int().min(0).max(24 * 60) }),
  z.strictObject({ unit: z.literal('working-days'), count: z.number().int().min(0).max(366) }),
])
export type Offset = z.infer<typeof offsetSchema>

/** One touch of a cadence, as it is planned for anybody. */
export const stepSchema = z.strictObject({
  id: idSchema,
  after: offsetSchema,
  channel: channelSchema,
  /** The time of day on the wall; null for any time of the day. */
  time: timeOfDaySchema.nullable(),
  /** Whose wall `time` is meant on. */
  clock: z.enum(['mine', 'theirs']),
  purpose: lineSchema(500),
  /** What to write or say, as a template. */
  message: z.string().max(20_000),
  /** What of value it should bring (practice P7). */
  brings: valueKindSchema.nullable(),
})
export type Step = z.infer<typeof stepSchema>

/** The most steps a cadence may have. */
export const mostSteps = 50

export const cadenceFactsSchema = z.strictObject({
  name: lineSchema(120).refine((name) => name !== ''),
  /** What it is for, in a sentence or two. */
  purpose: lineSchema(1000),
  steps: z.array(stepSchema).min(1, { error: 'noSteps' }).max(mostSteps, { error: 'tooManySteps' }),
})
export type CadenceFacts = z.infer<typeof cadenceFactsSchema>

/** A template of touches over several channels (practice P3). */
export const cadenceSchema = z.strictObject({
  id: idSchema,
  ...cadenceFactsSchema.shape,
  /** No longer offered; kept for the enrolments that go by it. */
  retired: z.boolean(),
  /** The cadence whose earlier plan this is, kept for those who go by it; null for one of its own. */
  of: idSchema.nullable(),
  createdAt: instantSchema,
})
export type Cadence = z.infer<typeof cadenceSchema>

/** Why an enrolment is over. */
export const endReasonSchema = z.enum([
  'finished',
  'replied',
  'meeting-booked',
  'said-no',
  'said-yes',
  'permission-declined',
  'permission-expired',
  'do-not-contact',
  'won',
  'lost',
  'parked',
  'moved',
  'cadence-deleted',
  'by-hand',
])
export type EndReason = z.infer<typeof endReasonSchema>

/** Why a lead cannot be enrolled. */
export const leftOutSchema = z.enum(['gone', 'already', 'lost', 'parked', 'permission-declined', 'permission-expired', 'do-not-contact'])
export type LeftOut = z.infer<typeof leftOutSchema>

/** A lead going through a cadence. Its next touch stands in the table of touches; the later ones are worked out. */
export const enrolmentSchema = z.strictObject({
  id: idSchema,
  leadId: idSchema,
  cadenceId: idSchema,
  state: z.enum(['running', 'paused', 'ended']),
  /** The step whose touch is next, or was last. */
  stepId: idSchema,
  startedOn: localDateSchema,
  /** While it is paused: since when, and how many working days were left to its next touch. */
  paused: z.strictObject({ on: localDateSchema, daysLeft: z.number().int().min(0) }).nullable(),
  ended: z.strictObject({ at: instantSchema, reason: endReasonSchema }).nullable(),
  createdAt: instantSchema,
})
export type Enrolment = z.infer<typeof enrolmentSchema>

/** Why an outcome ends a cadence; null when it goes on after it. */
export function endBy(outcome: Outcome | null): EndReason | null {
  switch (outcome) {
    case 'replied':
    case 'talked':
      return 'replied'
    case 'meeting-booked':
    case 'said-no':
    case 'said-yes':
      return outcome
    case 'no-answer':
    case 'left-message':
    case 'bounced':
    case null:
      return null
  }
}
