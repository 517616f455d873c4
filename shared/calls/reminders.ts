import { z } from 'zod'
import { idSchema } from '../id.ts'
import { touchSchema } from '../touch.ts'
import { idsSchema, nothing, query } from './declare.ts'

/** A touch that was reminded of and has not been dealt with since. */
export const missedReminderSchema = z.strictObject({
  touchId: idSchema,
  leadId: idSchema,
  contactName: z.string(),
  ...touchSchema.pick({ channel: true, purpose: true, due: true }).shape,
})
export type MissedReminder = z.infer<typeof missedReminderSchema>

/** What a reminder says, and the touches it is about: one, or several when it is a digest. */
export const reminderSchema = z.strictObject({ title: z.string(), body: z.string(), touches: z.array(z.strictObject({ touchId: idSchema, leadId: idSchema })) })

/** Reminders that were given; `snoozeTouch` puts one off. */
export const reminderCalls = {
  /** The touches whose reminder was given and is still open, the latest first, a hundred at most. */
  getMissed: query(nothing, z.array(missedReminderSchema)),
  /** What a reminder of these touches says by now; null once nothing is left to do about any of them. */
  getReminder: query(z.strictObject({ touchIds: idsSchema }), reminderSchema.nullable()),
}
