import { z } from 'zod'
import { channelSchema, type Channel } from './channel.ts'
import { instantSchema } from './dates.ts'
import { isUnanswered, unansweredInARow, type Touch } from './touch.ts'

/** What can be chosen when nothing was heard for too long (practice P6). */
export const silenceChoiceSchema = z.enum(['change-channel', 'break-up', 'park', 'disqualify'])
export type SilenceChoice = z.infer<typeof silenceChoiceSchema>

/** What was chosen last, and when. */
export const silenceAnswerSchema = z.strictObject({ choice: silenceChoiceSchema, at: instantSchema })
export type SilenceAnswer = z.infer<typeof silenceAnswerSchema>

/** A silence that wants a choice: so many touches in a row without an answer, out of as many as were allowed. */
export const silenceSchema = z.strictObject({ unanswered: z.number().int(), limit: z.number().int() })
export type Silence = z.infer<typeof silenceSchema>

/**
 * The silence of a lead when it wants a choice, else null (practice P6): as many touches in a row as its limit stayed
 * without an answer, and one of them was made after the last choice. So a choice holds until the silence has grown by one
 * more touch; an answer of theirs ends the silence, and the next one is counted from the beginning.
 */
export function silenceAsking(touches: readonly Touch[], limit: number, answer: SilenceAnswer | null): Silence | null {
  const unanswered = unansweredInARow(touches)
  if (unanswered < limit) return null
  const isSettled = answer !== null && !touches.some(({ state, completedAt }) => state === 'done' && completedAt !== null && completedAt > answer.at)
  return isSettled ? null : { unanswered, limit }
}

/** How often a channel was tried with somebody, and how often they answered on it. */
export const triedSchema = z.strictObject({ channel: channelSchema, touches: z.number().int(), answered: z.number().int() })
export type Tried = z.infer<typeof triedSchema>

/**
 * The channels to change to, with what was tried on each: those never tried first, then those they answered on most
 * often, then the least worn (practices P6, P10). The one used last comes at the end, since it is the one to leave.
 * @param permitted the channels they agreed to; none for any (practice P9)
 */
export function channelsToTry(touches: readonly Pick<Touch, 'state' | 'channel' | 'outcome' | 'completedAt' | 'incoming'>[], permitted: readonly Channel[]): Tried[] {
  const made = touches.filter(({ state, incoming }) => state === 'done' && !incoming)
  const latest = made.reduce<(typeof made)[number] | null>((last, touch) => (last === null || (touch.completedAt ?? '') >= (last.completedAt ?? '') ? touch : last), null)
  return channelSchema.options
    .filter((channel) => permitted.length === 0 || permitted.includes(channel))
    .map((channel) => {
      const on = made.filter((touch) => touch.channel === channel)
      return { channel, touches: on.length, answered: on.filter(({ outcome }) => outcome !== null && !isUnanswered(outcome)).length }
    })
    .toSorted((a, b) => rank(a, latest?.channel) - rank(b, latest?.channel) || b.answered - a.answered || a.touches - b.touches)
}

function rank({ channel, touches }: Tried, latest: Channel | undefined): number {
  if (touches === 0) return 0
  return channel === latest ? 2 : 1
}
