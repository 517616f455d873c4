import { z } from 'zod'
import { plannedStepSchema } from '../cadence-plan.ts'
import { cadenceFactsSchema, cadenceSchema, enrolmentSchema, leftOutSchema, mostSteps, stepSchema } from '../cadence.ts'
import { localDateSchema, plannableDateSchema } from '../dates.ts'
import { idSchema } from '../id.ts'
import { command, done, idsSchema, nothing, oneId, query } from './declare.ts'

/** A lead on its way through a cadence, as its page tells it. */
export const leadEnrolmentSchema = z.strictObject({
  enrolment: enrolmentSchema,
  cadence: z.string(),
  /** Which step is next, or was last, and how many there are. */
  number: z.number().int(),
  of: z.number().int(),
  /** The steps after the next one, as they would come; none once it is over. */
  later: z.array(plannedStepSchema),
})
export type LeadEnrolment = z.infer<typeof leadEnrolmentSchema>

/** Which leads go into which cadence, and when they begin. */
export const enrolInputSchema = z.strictObject({
  leadIds: idsSchema,
  cadenceId: idSchema,
  startOn: plannableDateSchema,
  /** So many begin on each working day; null lets all begin at once. */
  perDay: z.number().int().min(1).max(1000).nullable(),
})

/** What enrolling would plan. */
export const enrolmentPreviewSchema = z.strictObject({
  plans: z.array(
    z.strictObject({
      leadId: idSchema,
      name: z.string(),
      /** The cadence that it leaves for this one; empty when there is none. */
      leaves: z.string(),
      steps: z.array(plannedStepSchema),
    }),
  ),
  leftOut: z.array(z.strictObject({ leadId: idSchema, name: z.string(), reason: leftOutSchema })),
  /** The days that get more touches than the limit, with how many. */
  crowded: z.array(z.strictObject({ date: localDateSchema, touches: z.number().int() })),
})
export type EnrolmentPreview = z.infer<typeof enrolmentPreviewSchema>

/** Cadences, and the leads that go through them. */
export const cadenceCalls = {
  /** The cadences that are offered, by name, each with how many leads go through it now. */
  getCadences: query(nothing, z.array(z.strictObject({ ...cadenceSchema.shape, running: z.number().int() }))),
  /** When steps would come for a lead of whom nothing is known, begun on a date. */
  previewCadence: query(z.strictObject({ steps: z.array(stepSchema).min(1).max(mostSteps), startOn: plannableDateSchema }), z.array(plannedStepSchema)),
  /**
   * Adds a cadence, or changes the one with `id`. Leads that go through it keep the plan they had, or follow the new one
   * from their next step on.
   */
  saveCadence: command(z.strictObject({ id: idSchema.nullable(), facts: cadenceFactsSchema, running: z.enum(['keep', 'follow']) }), cadenceSchema),
  /** Offers a cadence no longer. Leads that go through it finish it, or stop; their touches so far stay either way. */
  deleteCadence: command(z.strictObject({ id: idSchema, running: z.enum(['finish', 'stop']) }), done),
  /** Adds the cadences that come with the app, but for those of the same name that are there. */
  addReadyCadences: command(nothing, z.strictObject({ added: z.number().int() })),
  previewEnrolment: query(enrolInputSchema, enrolmentPreviewSchema),
  /** Plans what `previewEnrolment` tells: the first touch of each lead; the later ones follow from when it is done. */
  enrol: command(enrolInputSchema, z.strictObject({ enrolled: z.number().int(), leftOut: z.number().int() })),
  pauseEnrolment: command(oneId, done),
  /** Goes on where it was paused: after what was left of the wait. */
  resumeEnrolment: command(oneId, done),
  /** Leaves out the steps up to `stepId`, which comes next. */
  jumpToStep: command(z.strictObject({ id: idSchema, stepId: idSchema }), done),
  stopEnrolment: command(oneId, done),
}
