import { z } from 'zod'
import { channelSchema } from '../channel.ts'
import { lineSchema } from '../contact.ts'
import { plannableDateSchema } from '../dates.ts'
import { idSchema } from '../id.ts'
import { closingSchema, leadSchema } from '../lead.ts'
import { moneySchema } from '../money.ts'
import { noteDraftSchema } from '../note-draft.ts'
import { proposalSchema } from '../proposal.ts'
import { backlogSchema } from '../respread.ts'
import { outcomeSchema, plannedTouchSchema, touchSchema } from '../touch.ts'
import { command, done, nothing, oneId, query } from './declare.ts'

/**
 * What becomes of a lead that gets no next touch (practice P2): it goes to a stage at rest, or they declined to be
 * followed up (practice P9).
 */
export const insteadSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('move'),
    stageId: idSchema,
    closing: closingSchema.nullable(),
    parkedUntil: plannableDateSchema.nullable(),
    value: moneySchema.nullable().optional(),
  }),
  z.strictObject({ kind: z.literal('declined'), words: lineSchema(500) }),
])
export type Instead = z.infer<typeof insteadSchema>

/** What comes after a touch: a next one, as said or as proposed, or what becomes of the lead instead. */
const afterTouch = {
  next: z.union([plannedTouchSchema, z.literal('proposed')]).nullable(),
  instead: insteadSchema.nullable().default(null),
}

/** What a touch brought them, where it was not what was planned. */
const brought = touchSchema.pick({ brings: true, valueItemId: true }).partial().shape

/** Touches: planning them, saying how they went, and what is chosen when a lead stays silent. */
export const touchCalls = {
  scheduleTouch: command(z.strictObject({ leadId: idSchema, ...plannedTouchSchema.shape }), touchSchema),
  editTouch: command(z.strictObject({ id: idSchema, changes: plannedTouchSchema.partial() }), touchSchema),
  /**
   * The next step to propose once a touch had this outcome: the next one of the running cadence, else by the policy.
   * `touchId` is null for a touch that was not planned.
   */
  proposeNext: query(
    z.strictObject({ leadId: idSchema, touchId: idSchema.nullable(), channel: channelSchema, outcome: outcomeSchema.nullable() }),
    proposalSchema,
  ),
  /**
   * Notes how a touch went, and what comes after it. A lead that would be left without a next step is refused unless
   * `instead` says what becomes of it. An outcome that ends a cadence ends it; any other goes on with its next step.
   */
  completeTouch: command(z.strictObject({ id: idSchema, outcome: outcomeSchema.nullable(), notes: z.string().max(100_000), ...brought, ...afterTouch }), touchSchema),
  /** Leaves a touch undone on purpose; its cadence goes on. */
  skipTouch: command(z.strictObject({ id: idSchema, ...afterTouch }), touchSchema),
  /** Notes that they got in touch: it ends the cadence and plans an answer for today. */
  noteReply: command(z.strictObject({ leadId: idSchema, channel: channelSchema.nullable(), notes: z.string().max(100_000) }), touchSchema),
  /** Logs a contact that was not planned, done now. */
  logTouch: command(
    z.strictObject({
      leadId: idSchema,
      channel: channelSchema,
      outcome: outcomeSchema.nullable(),
      notes: z.string().max(100_000),
      /** The message that it was, in the place of notes; those that are being written meanwhile stay. */
      message: z.strictObject({ ...touchSchema.pick({ templateId: true }).shape, text: z.string().max(100_000) }).optional(),
      ...brought,
      ...afterTouch,
    }),
    touchSchema,
  ),
  cancelTouch: command(oneId, touchSchema),
  /**
   * What is chosen when a lead stayed silent for too long (practice P6). Another channel or a last note takes the place
   * of all that was planned with the lead; parking or losing it moves it to a stage of that kind. Refused for a lead that
   * is at rest already.
   */
  answerSilence: command(
    z.strictObject({
      leadId: idSchema,
      answer: z.discriminatedUnion('choice', [
        z.strictObject({ choice: z.enum(['change-channel', 'break-up']), next: plannedTouchSchema }),
        z.strictObject({ choice: z.literal('park'), stageId: idSchema, until: plannableDateSchema }),
        z.strictObject({ choice: z.literal('disqualify'), stageId: idSchema, reason: lineSchema(500) }),
      ]),
    }),
    leadSchema,
  ),
  /** Keeps what is written for a touch that is still to be done, as it is typed. */
  prepareTouch: command(z.strictObject({ id: idSchema, ...touchSchema.pick({ preparation: true, templateId: true }).shape }), done, { undoable: false }),
  /** Reminds again in so many minutes from now. */
  snoozeTouch: command(z.strictObject({ id: idSchema, minutes: z.number().int().min(1).max(60 * 24 * 366) }), touchSchema),
  /** The notes that are being written. */
  getNoteDrafts: query(nothing, z.array(noteDraftSchema)),
  /**
   * Keeps a note that is being written about a touch, or about a lead for one that was not planned (`id` is the lead's
   * then); an empty one goes. A touch that is over needs none.
   */
  saveNoteDraft: command(noteDraftSchema.omit({ updatedAt: true }), done, { undoable: false }),
  /** What waited while the person was away, and new dates for it where these are offered. */
  getBacklog: query(nothing, backlogSchema),
  /** Puts touches that waited on new dates, as whole days; all of them or none. */
  respread: command(z.strictObject({ moves: z.array(z.strictObject({ touchId: idSchema, to: plannableDateSchema })).min(1).max(100_000) }), done),
}
