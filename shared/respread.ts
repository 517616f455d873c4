import { z } from 'zod'
import { channelSchema } from './channel.ts'
import { addDays, dueSchema, localDateSchema, type LocalDate } from './dates.ts'
import { byId, compare, idSchema, type Id } from './id.ts'
import { moneySchema } from './money.ts'
import { addWorkingDays, workingDayFrom, workingDaysBetween, type WorkDays } from './work-days.ts'

/** Why a waiting touch comes where it does, in the order in which they come: what decides is the first that holds. */
export const respreadReasonSchema = z.enum(['promise', 'reply', 'value', 'cold'])
export type RespreadReason = z.infer<typeof respreadReasonSchema>

/** A touch that waited while the person was away. */
export interface Waiting {
  id: Id
  reason: RespreadReason
  /** What the lead is worth; 0 when nothing is known. Amounts are compared as they stand, whatever their currency. */
  value: number
  /** The date on which it was due. */
  from: LocalDate
  /** With whom, and how many working days lie between two touches with them at the least (practice P4). */
  personId: Id
  minimumGap: number
  /** They asked not to hear from me before this date (practice P9). */
  notBefore: LocalDate | null
}

/** What the waiting touches come to. */
export interface RespreadPolicy {
  today: LocalDate
  work: WorkDays
  dailyLoad: number
  /** Touches due from today on, by date; those that wait are not counted. */
  load: ReadonlyMap<LocalDate, number>
  /** When something is due with a person from today on, and when the latest touch with them was done. */
  standing: ReadonlyMap<Id, readonly LocalDate[]>
}

export interface Respread {
  id: Id
  reason: RespreadReason
  to: LocalDate
}

/** So many overdue touches, the oldest so many working days old, are a backlog also where they fit into one day. */
const fewest = 5
const oldestFrom = 3
/** Farther ahead than this nothing is spread; what finds no place until then stays where it is. */
const mostDaysAhead = 1100

/**
 * Whether a new spread is offered: more touches are overdue than one day takes, or at least five, and the oldest of them
 * for three working days or longer. A few from yesterday are no return from absence.
 */
export function isBacklog(overdue: readonly Pick<Waiting, 'from'>[], { today, work, dailyLoad }: Pick<RespreadPolicy, 'today' | 'work' | 'dailyLoad'>): boolean {
  if (overdue.length > dailyLoad) return true
  return overdue.length >= fewest && overdue.some(({ from }) => workingDaysBetween(from, today, work) >= oldestFrom)
}

/**
 * New dates for touches that waited, from today on: promises first, then those who answered, then by value; those with
 * cold leads not before the last of the others. Only on working days, never more on a day than the daily load, never
 * closer to another touch with the same person than the minimum gap. The same touches in any order come out the same.
 */
export function respread(waiting: readonly Waiting[], policy: RespreadPolicy): Respread[] {
  const load = new Map(policy.load)
  const standing = new Map([...policy.standing].map(([id, dates]) => [id, [...dates]]))
  const moves: Respread[] = []
  const end = addDays(policy.today, mostDaysAhead)
  let start = workingDayFrom(policy.today, policy.work)
  let last = start
  for (const touch of waiting.toSorted(byPlace)) {
    while ((load.get(start) ?? 0) >= policy.dailyLoad && start <= end) start = addWorkingDays(start, 1, policy.work)
    const to = placeFor(touch, touch.reason === 'cold' && last > start ? last : start, load, standing.get(touch.personId) ?? [], end, policy)
    if (to === null) continue
    moves.push({ id: touch.id, reason: touch.reason, to })
    load.set(to, (load.get(to) ?? 0) + 1)
    standing.set(touch.personId, [...(standing.get(touch.personId) ?? []), to])
    if (touch.reason !== 'cold' && to > last) last = to
  }
  return moves.toSorted((a, b) => compare(a.to, b.to))
}

const places = respreadReasonSchema.options

function byPlace(a: Waiting, b: Waiting): number {
  return places.indexOf(a.reason) - places.indexOf(b.reason) || b.value - a.value || compare(a.from, b.from) || byId(a, b)
}

function placeFor(touch: Waiting, start: LocalDate, load: ReadonlyMap<LocalDate, number>, standing: readonly LocalDate[], end: LocalDate, { work, dailyLoad }: RespreadPolicy): LocalDate | null {
  const earliest = touch.notBefore !== null && touch.notBefore > start ? touch.notBefore : start
  for (let day = workingDayFrom(earliest, work); day <= end; day = addWorkingDays(day, 1, work)) {
    if ((load.get(day) ?? 0) < dailyLoad && standing.every((other) => isApart(other, day, touch.minimumGap, work))) return day
  }
  return null
}

/** True when at least `gap` working days lie from one date to the other, whichever comes first. */
function isApart(a: LocalDate, b: LocalDate, gap: number, work: WorkDays): boolean {
  const [first, second] = a < b ? [a, b] : [b, a]
  return addWorkingDays(first, gap, work) <= second
}

/** What is proposed after an absence. */
export const backlogSchema = z.strictObject({
  today: localDateSchema,
  /** How many touches of earlier days are still due. */
  waiting: z.number().int(),
  /** The proposal, by date; empty while none is offered (see isBacklog). */
  moves: z.array(
    z.strictObject({
      touchId: idSchema,
      leadId: idSchema,
      contactName: z.string(),
      company: z.string(),
      channel: channelSchema,
      /** What the touch is for, else what the lead is about. */
      purpose: z.string(),
      value: moneySchema.nullable(),
      from: dueSchema,
      to: localDateSchema,
      reason: respreadReasonSchema,
      /** What was promised, when that is the reason. */
      promised: z.string(),
    }),
  ),
  /** The days of the proposal, each with how many touches stand on it already, and how many it takes. */
  days: z.array(z.strictObject({ date: localDateSchema, there: z.number().int() })),
  dailyLoad: z.number().int(),
})
export type Backlog = z.infer<typeof backlogSchema>
