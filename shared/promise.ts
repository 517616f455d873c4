import { z } from 'zod'
import { lineSchema } from './contact.ts'
import { daysBetween, dueSchema, instantSchema, localDateAt, localDateSchema, type LocalDate, type Zone } from './dates.ts'
import { byId, compare, idSchema } from './id.ts'

/** Who said it would do something: I, or they. */
export const promiseSideSchema = z.enum(['mine', 'theirs'])
export type PromiseSide = z.infer<typeof promiseSideSchema>

/** What becomes of a promise: it stands, or it was kept, broken, or let go by both. */
export const promiseStateSchema = z.enum(['open', 'kept', 'broken', 'cancelled'])
export type PromiseState = z.infer<typeof promiseStateSchema>

/** Something that one side said it would do, and by when (practices P8, P15). */
export const promiseSchema = z.strictObject({
  id: idSchema,
  leadId: idSchema,
  /** The recap that wrote it down; null for one that was noted by itself. */
  recapId: idSchema.nullable(),
  side: promiseSideSchema,
  what: lineSchema(2000),
  /** The last day on which it is in time, on the person's own calendar; null while no day was agreed. */
  by: localDateSchema.nullable(),
  state: promiseStateSchema,
  /** How often its day was put off. */
  moves: z.number().int().min(0),
  /** When it was kept, broken or cancelled; null while it is open. */
  settledAt: instantSchema.nullable(),
  /** Their promise lapsed, and it was said that no touch need ask about it. */
  dismissedAt: instantSchema.nullable(),
  createdAt: instantSchema,
})
export type Promised = z.infer<typeof promiseSchema>

/** How a promise stands on a day: open ones by their date, the others by what became of them. */
export const standingKindSchema = z.enum(['late', 'today', 'later', 'undated', 'kept', 'kept-late', 'broken', 'cancelled'])
export type StandingKind = z.infer<typeof standingKindSchema>

/** `days` is how many days are left of one that is due later, or by how many it is or was late; else 0. */
export const standingSchema = z.strictObject({ kind: standingKindSchema, days: z.number().int().min(0) })
export type Standing = z.infer<typeof standingSchema>

/** A promise as a list shows it. */
export const listedPromiseSchema = z.strictObject({
  ...promiseSchema.shape,
  standing: standingSchema,
  /** The touch still to come that asks about it. */
  asking: z.strictObject({ touchId: idSchema, due: dueSchema }).nullable(),
})
export type ListedPromise = z.infer<typeof listedPromiseSchema>

/** The person's own date, and the zone whose calendar it is from. */
interface Person {
  readonly today: LocalDate
  readonly zone: Zone
}

/** How a promise stands today; it is in time up to the end of its day on the person's own calendar (practice P8). */
export function promiseStanding({ state, by, settledAt }: Pick<Promised, 'state' | 'by' | 'settledAt'>, { today, zone }: Person): Standing {
  if (state === 'broken' || state === 'cancelled') return { kind: state, days: 0 }
  if (by === null) return { kind: state === 'kept' ? 'kept' : 'undated', days: 0 }
  const isKept = state === 'kept'
  const late = daysBetween(by, isKept && settledAt !== null ? localDateAt(Date.parse(settledAt), zone) : today)
  if (isKept) return late > 0 ? { kind: 'kept-late', days: late } : { kind: 'kept', days: 0 }
  if (late === 0) return { kind: 'today', days: 0 }
  return late > 0 ? { kind: 'late', days: late } : { kind: 'later', days: -late }
}

/** How many promises of one side were kept, and kept on time, out of `n` whose day has come or that were settled. */
export interface Kept {
  kept: number
  onTime: number
  n: number
}

/**
 * How well each side keeps what it promised (practice P21). A promise without a day cannot be late and a cancelled one
 * was let go, so neither counts; one that is late counts as not kept until it is.
 */
export function keptOnTime(promises: Iterable<Pick<Promised, 'side' | 'state' | 'by' | 'settledAt'>>, person: Person): Record<PromiseSide, Kept> {
  const counts = { mine: { kept: 0, onTime: 0, n: 0 }, theirs: { kept: 0, onTime: 0, n: 0 } }
  for (const promise of promises) {
    const { kind } = promiseStanding(promise, person)
    if (promise.by === null || !countedKinds.has(kind)) continue
    const count = counts[promise.side]
    count.n += 1
    if (promise.state === 'kept') count.kept += 1
    if (kind === 'kept') count.onTime += 1
  }
  return counts
}

const countedKinds: ReadonlySet<StandingKind> = new Set(['late', 'kept', 'kept-late', 'broken'] as const)

/** Open promises first, by their day, those without one last of them; then the others, the latest settled first. */
export function inOrderOfPromises<T extends Pick<Promised, 'id' | 'state' | 'by' | 'settledAt' | 'createdAt'>>(promises: Iterable<T>): T[] {
  return [...promises].toSorted((a, b) => {
    if ((a.state === 'open') !== (b.state === 'open')) return a.state === 'open' ? -1 : 1
    if (a.state !== 'open') return compare(b.settledAt ?? '', a.settledAt ?? '') || byId(a, b)
    if ((a.by === null) !== (b.by === null)) return a.by === null ? 1 : -1
    return compare(a.by ?? '', b.by ?? '') || compare(a.createdAt, b.createdAt) || byId(a, b)
  })
}
