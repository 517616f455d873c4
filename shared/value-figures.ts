import { z } from 'zod'
import type { Channel } from './channel.ts'
import { instantSchema, type Instant } from './dates.ts'
import type { Id } from './id.ts'
import { isUnanswered, type Touch } from './touch.ts'

/** How many days an answer may take to count as one that followed what was given. */
export const replyDays = 14

/** From how many on a share is told in per cent; below that only the counts are (practice P21). */
export const fewestForShare = 10

/** What became of giving an item. */
export const valueFiguresSchema = z.strictObject({
  given: z.number().int(),
  people: z.number().int(),
  /** After how many they answered within {@link replyDays}, out of those since which that time is over. */
  answered: z.number().int(),
  of: z.number().int(),
  lastGiven: instantSchema.nullable(),
})
export type ValueFigures = z.infer<typeof valueFiguresSchema>

/** An item was given to somebody, through a touch that is done. */
export interface Giving {
  contactId: Id
  touch: Pick<Touch, 'channel' | 'outcome'>
  at: Instant
}

/** What is written waits for its answer, which is told as its outcome; what is said on a call was heard with the call's. */
const written: ReadonlySet<Channel> = new Set(['email', 'text', 'social'] as const)

/**
 * Whether a touch gave what it was to bring: it is done, and got through. A call that nobody answered gave them nothing,
 * nor did a message left on a machine; what was written is theirs also without an answer.
 */
export function hasGiven({ state, channel, outcome, completedAt }: Pick<Touch, 'state' | 'channel' | 'outcome' | 'completedAt'>): boolean {
  if (state !== 'done' || completedAt === null || outcome === 'bounced') return false
  return written.has(channel) || !isUnanswered(outcome)
}

/** Whether a touch tells of an answer of theirs; a No is one, too. */
export function isAnswer({ state, outcome, completedAt }: Pick<Touch, 'state' | 'outcome' | 'completedAt'>): boolean {
  return state === 'done' && completedAt !== null && outcome !== null && !isUnanswered(outcome)
}

/**
 * How often an item was given, to how many people, and how many of these touches were followed by an answer within
 * {@link replyDays} days. One whose days are not over yet counts for neither side, so that early answers do not weigh
 * more than late ones (practices P7, P21).
 * @param answersOf the moments at which a contact answered, in any order
 * @param now milliseconds since the epoch
 */
export function valueFigures(givings: readonly Giving[], answersOf: (contactId: Id) => readonly Instant[], now: number): ValueFigures {
  let answered = 0
  let of = 0
  let lastGiven: Instant | null = null
  for (const { contactId, touch, at } of givings) {
    if (lastGiven === null || at > lastGiven) lastGiven = at
    const from = Date.parse(at)
    const to = from + replyDays * 86_400_000
    if (to > now) continue
    of += 1
    const isAnswered = written.has(touch.channel) && touch.outcome !== null && !isUnanswered(touch.outcome)
    if (isAnswered || answersOf(contactId).some((answer) => Date.parse(answer) > from && Date.parse(answer) <= to)) answered += 1
  }
  return { given: givings.length, people: new Set(givings.map(({ contactId }) => contactId)).size, answered, of, lastGiven }
}
