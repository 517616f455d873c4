import { z } from 'zod'
import { conflictSchema, planSteps, shiftSchema, type PlanPolicy, type PlanStart } from './cadence-plan.ts'
import type { Channel } from './channel.ts'
import { compare } from './id.ts'
import { isUnanswered, plannedTouchSchema, type Outcome, type PlannedTouch, type Touch } from './touch.ts'

/** Why a channel is proposed. */
export const channelReasonSchema = z.enum(['cadence', 'bounced', 'meeting', 'said', 'answers', 'permission', 'same'])
export type ChannelReason = z.infer<typeof channelReasonSchema>

/** The next step that is proposed, with what speaks for it. */
export const proposalSchema = z.strictObject({
  planned: plannedTouchSchema,
  /** The step of a running cadence that it is; null for one by the policy. */
  step: z.strictObject({ cadence: z.string(), number: z.number().int(), of: z.number().int() }).nullable(),
  channelReason: channelReasonSchema,
  /** How often they answered on that channel, out of how many touches; null unless that is the reason. */
  answers: z.strictObject({ answered: z.number().int(), of: z.number().int() }).nullable(),
  /** What moved it to a later day than its gap alone gives, and what still speaks against that day. */
  shifts: z.array(shiftSchema),
  conflicts: z.array(conflictSchema),
})
export type Proposal = z.infer<typeof proposalSchema>

/** Working days to the next touch after this many in a row without an answer: widening gaps (practice P4). */
const gaps = [1, 2, 3, 5, 7]

/** A channel counts as one that they answer to from so many answers on. */
const fewestAnswers = 2

/** What is known of a person when the next touch with them is proposed. */
export interface Known {
  /** The channel they said they prefer (practice P10). */
  preferredChannel: Channel | null
  /** Every touch with them so far. */
  touches: readonly Pick<Touch, 'state' | 'channel' | 'outcome' | 'completedAt'>[]
  /** Touches in a row without an answer, the one just made included. */
  unanswered: number
}

/**
 * The next step by the policy: the channel that the person answers to, after a gap that widens with each touch without
 * an answer, on a working day with room (practices P2, P4, P10).
 * @param done the touch just made; its outcome is null when nothing is known of it
 */
export function proposeNext(done: { channel: Channel; outcome: Outcome | null }, known: Known, start: PlanStart, policy: PlanPolicy): Proposal {
  const { channel, ...why } = channelFor(done, known, policy.channels)
  const gap = gaps[Math.min(Math.max(isUnanswered(done.outcome) ? known.unanswered : 1, 1), gaps.length) - 1] ?? 1
  const step = { id: 'next', after: { unit: 'working-days', count: gap }, channel, time: null, clock: 'mine', purpose: '', message: '', brings: null } as const
  const [planned] = planSteps([step], start, { ...policy, until: null })
  if (!planned) throw new Error('a plan without an end has its first step')
  const { due, shifts, conflicts } = planned
  const next: PlannedTouch = { channel, purpose: '', due }
  return { planned: next, step: null, ...why, shifts, conflicts }
}

function channelFor(
  { channel, outcome }: { channel: Channel; outcome: Outcome | null },
  { preferredChannel, touches }: Known,
  permitted: readonly Channel[],
): { channel: Channel } & Pick<Proposal, 'channelReason' | 'answers'> {
  const is = (wanted: Channel) => permitted.length === 0 || permitted.includes(wanted)
  if (outcome === 'bounced' && channel !== 'call' && is('call')) return { channel: 'call', channelReason: 'bounced', answers: null }
  if (outcome === 'meeting-booked' && is('video')) return { channel: 'video', channelReason: 'meeting', answers: null }
  if (preferredChannel !== null && is(preferredChannel)) return { channel: preferredChannel, channelReason: 'said', answers: null }
  const best = answeredMost(touches, permitted)
  if (best !== null) return { channel: best.channel, channelReason: 'answers', answers: { answered: best.answered, of: best.of } }
  if (is(channel)) return { channel, channelReason: 'same', answers: null }
  return { channel: permitted[0] ?? channel, channelReason: 'permission', answers: null }
}

/**
 * The channel on which they answered at least half of the touches, two of them at the least, with the counts that this
 * rests on; null while nothing can be said (practice P10). The better rate wins, then the larger count, then the one they
 * answered on last.
 * @param permitted the channels that may be taken; empty for any
 */
export function answeredMost(touches: Known['touches'], permitted: readonly Channel[]): { channel: Channel; answered: number; of: number } | null {
  const counts = new Map<Channel, { answered: number; of: number; last: string }>()
  for (const { state, channel, outcome, completedAt } of touches) {
    if (state !== 'done' || outcome === null || (permitted.length > 0 && !permitted.includes(channel))) continue
    const count = counts.get(channel) ?? { answered: 0, of: 0, last: '' }
    count.of += 1
    counts.set(channel, count)
    if (isUnanswered(outcome)) continue
    count.answered += 1
    if (completedAt !== null && completedAt > count.last) count.last = completedAt
  }
  const answering = [...counts].filter(([, { answered, of }]) => answered >= fewestAnswers && answered * 2 >= of)
  const [best] = answering.toSorted(([, a], [, b]) => b.answered / b.of - a.answered / a.of || b.of - a.of || compare(b.last, a.last))
  if (best === undefined) return null
  const [channel, { answered, of }] = best
  return { channel, answered, of }
}
