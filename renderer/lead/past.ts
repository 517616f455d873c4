import type { LeadEnrolment } from '../../shared/api.ts'
import type { Touch } from '../../shared/touch.ts'

/** What happened with a lead: a touch that is no longer to be done, or a cadence that is over. */
export type PastEvent = { touch: Touch } | { ended: LeadEnrolment }

/**
 * What happened with a lead, the latest first. A touch that was not done stands where it was written down, since nothing
 * happened then or later.
 */
export function pastOf(touches: readonly Touch[], enrolments: readonly LeadEnrolment[]): PastEvent[] {
  const past = touches.filter(({ state }) => state !== 'due' && state !== 'held').map((touch) => ({ at: touch.completedAt ?? touch.createdAt, event: { touch } }))
  const ended = enrolments.flatMap((entry) => (entry.enrolment.ended === null ? [] : [{ at: entry.enrolment.ended.at, event: { ended: entry } }]))
  // Of what happened at one moment, the end of a cadence followed from the touch, and so stands above it.
  return [...ended, ...past].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).map(({ event }) => event)
}
