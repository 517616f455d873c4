import { z } from 'zod'
import { channelSchema, type Channel } from './channel.ts'
import { lineSchema } from './contact.ts'
import { dueOrder, dueSchema, instantSchema, plannableDueSchema, type Zone } from './dates.ts'
import { idSchema } from './id.ts'

export const outcomeSchema = z.enum([
  'no-answer',
  'left-message',
  'replied',
  'talked',
  'meeting-booked',
  'said-no',
  'said-yes',
  'bounced',
])
export type Outcome = z.infer<typeof outcomeSchema>

/**
 * What becomes of a touch: it is due, held while its cadence is paused, done, skipped (not done, and the cadence goes
 * on), or cancelled (off).
 */
export const touchStateSchema = z.enum(['due', 'held', 'done', 'skipped', 'cancelled'])
export type TouchState = z.infer<typeof touchStateSchema>

/** One contact with a person, planned or done. The due date and the real completion time are both kept. */
export const touchSchema = z.strictObject({
  id: idSchema,
  leadId: idSchema,
  channel: channelSchema,
  purpose: lineSchema(500),
  due: dueSchema,
  /** How long it takes; null leaves it to the channel (see touchMinutes). */
  minutes: z.number().int().min(5).max(24 * 60).nullable(),
  /** What to have at hand for it, written before. */
  preparation: z.string().max(100_000),
  /** What of value it brings them (practice P7). */
  brings: lineSchema(500),
  /** They got in touch, not I. */
  incoming: z.boolean(),
  /** Minutes before it is due to remind of it; null leaves that to the channel. A whole day knows none. */
  remindBefore: z.number().int().min(0).max(7 * 24 * 60).nullable(),
  state: touchStateSchema,
  outcome: outcomeSchema.nullable(),
  notes: z.string().max(100_000),
  completedAt: instantSchema.nullable(),
  /** Asked to be reminded again at this instant instead of when it is due. */
  snoozedUntil: instantSchema.nullable(),
  /** What the reminder was given for (see reminderKey), so that it is given once; a changed due reminds again. */
  remindedFor: z.string().max(100).nullable(),
  /** The enrolment and the step of its cadence that it carries out; both null for a touch of its own. */
  enrolmentId: idSchema.nullable(),
  stepId: idSchema.nullable(),
  /** The item of the value library that it gives them, the template it was written by, and their promise that it asks about. */
  valueItemId: idSchema.nullable(),
  templateId: idSchema.nullable(),
  promiseId: idSchema.nullable(),
  /** Goes up with each change of what a calendar shows of it, undo included: SEQUENCE in RFC 5545. */
  revision: z.number().int().min(0),
  /** When it was last put on another due, or to be reminded of otherwise; null while it stands as it was written down. */
  plannedAt: instantSchema.nullable(),
  createdAt: instantSchema,
})
export type Touch = z.infer<typeof touchSchema>

/** What a touch starts as; who, what and when are still to be said. */
export const blankTouch = {
  minutes: null,
  preparation: '',
  brings: '',
  incoming: false,
  remindBefore: null,
  state: 'due',
  outcome: null,
  notes: '',
  completedAt: null,
  snoozedUntil: null,
  remindedFor: null,
  enrolmentId: null,
  stepId: null,
  valueItemId: null,
  templateId: null,
  promiseId: null,
  revision: 0,
  plannedAt: null,
} satisfies Partial<Touch>

/** A next step as it is asked for: what to do and when; the rest may be left out. */
export const plannedTouchSchema = z.strictObject({
  ...touchSchema.pick({ channel: true, purpose: true }).shape,
  due: plannableDueSchema,
  ...touchSchema.pick({ minutes: true, preparation: true, brings: true, remindBefore: true, valueItemId: true }).partial().shape,
})
export type PlannedTouch = z.infer<typeof plannedTouchSchema>

const usualMinutes: Record<Channel, number> = { call: 15, email: 15, text: 5, social: 10, video: 30, 'in-person': 60 }

/** How long a touch takes, in minutes: what was said, else what is usual for its channel. */
export function touchMinutes({ minutes, channel }: Pick<Touch, 'minutes' | 'channel'>): number {
  return minutes ?? usualMinutes[channel]
}

/** The touch that comes next: the earliest one that is still due, or null, which means the lead has no next step (P2). */
export function nextTouch<T extends Pick<Touch, 'state' | 'due'>>(touches: Iterable<T>, zone: Zone): T | null {
  let next: T | null = null
  let nextOrder = ''
  for (const touch of touches) {
    if (touch.state !== 'due') continue
    const order = dueOrder(touch.due, zone)
    if (next === null || order < nextOrder) {
      next = touch
      nextOrder = order
    }
  }
  return next
}

/** How many of the latest done touches in a row had no answer (practice P5). */
export function unansweredInARow(touches: Iterable<Touch>): number {
  const done = [...touches]
    .filter((touch) => touch.state === 'done')
    .toSorted((a, b) => ((a.completedAt ?? '') < (b.completedAt ?? '') ? 1 : -1))
  const answered = done.findIndex((touch) => !isUnanswered(touch.outcome))
  return answered < 0 ? done.length : answered
}

/** True for the outcomes that leave the person without an answer. */
export function isUnanswered(outcome: Outcome | null): boolean {
  return outcome === 'no-answer' || outcome === 'left-message' || outcome === 'bounced'
}

/** How often they said no (practice P5). */
export function countOfNoes(touches: Iterable<Pick<Touch, 'outcome'>>): number {
  let count = 0
  for (const { outcome } of touches) if (outcome === 'said-no') count += 1
  return count
}
