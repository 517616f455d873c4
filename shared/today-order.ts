import type { Instant } from './dates.ts'
import { compare, type Id } from './id.ts'

/** Why something is in Today, in the order in which Today lists it. */
export const todayReasons = ['reply-now', 'promise', 'overdue', 'today', 'no-next-step', 'lapsed', 'silence', 'stale', 'rest-over', 'keep-in-touch'] as const
export type TodayReason = (typeof todayReasons)[number]

/** What the order of Today is made by. */
export interface Queued {
  reason: TodayReason
  leadId: Id
  /** Since when it waits, or when its time is: a text that sorts so. */
  since: string
  /** What sets apart two that wait since the same moment. */
  id: Id
}

/**
 * The queue in its order: by reason, and within a reason whoever waits longest comes first, so that nobody who comes in
 * later ever stands before somebody who waits already; then what there is about one lead is brought together where the
 * most pressing of it stands. Old leads are not crowded out by new ones (practice P16): within a reason by that order,
 * between reasons by {@link mostShown}.
 *
 * Inbound leads that wait for an answer are the exception, since who answers at once is heard (practice P1): the latest
 * is first, but every third place is for the one that has waited longest.
 */
export function inQueueOrder<T extends Queued>(items: readonly T[]): T[] {
  const byReason = Map.groupBy(items, ({ reason }) => reason)
  const sorted = todayReasons.flatMap((reason) => {
    const waiting = (byReason.get(reason) ?? []).toSorted((a, b) => compare(a.since, b.since) || compare(a.id, b.id))
    return reason === 'reply-now' ? latestFirst(waiting) : waiting
  })
  return [...Map.groupBy(sorted, ({ leadId }) => leadId).values()].flat()
}

/** The latest first, but every third place goes to the one that has waited longest of those left. */
function latestFirst<T>(longestFirst: readonly T[]): T[] {
  const { length } = longestFirst
  return Array.from({ length }, (_, place) => {
    const old = Math.floor((place + 1) / 3)
    return longestFirst[place % 3 === 2 ? old - 1 : length - 1 - (place - old)] as T
  })
}

/** Whether an item waits now; one that was snoozed does not until its time. */
export function waitsNow({ touch }: { touch: { snoozedUntil: Instant | null } | null }, now: number): boolean {
  return touch === null || touch.snoozedUntil === null || Date.parse(touch.snoozedUntil) <= now
}

/** How many items wait now, and how many of those are late: what the window, its icon and the tray count. */
export function todayCounts(items: readonly { isLate: boolean; touch: { snoozedUntil: Instant | null } | null }[], now: number): { waiting: number; late: number } {
  const waiting = items.filter((item) => waitsNow(item, now))
  return { waiting: waiting.length, late: waiting.filter(({ isLate }) => isLate).length }
}

/** A part of the queue: what stands there for one reason, lead by lead. */
export interface Section<N extends string, T> {
  name: N
  leads: T[][]
}

/** The queue, in order, as it is read: a part for each reason, in it lead by lead. A lead stands where its first item does. */
export function sectionsOf<T extends Pick<Queued, 'reason' | 'leadId'>>(items: readonly T[]): Section<TodayReason, T>[] {
  const leads = [...Map.groupBy(items, ({ leadId }) => leadId).values()]
  const byReason = Map.groupBy(leads, ([first]) => (first as T).reason)
  return todayReasons.flatMap((name) => {
    const there = byReason.get(name)
    return there ? [{ name, leads: there }] : []
  })
}

/**
 * As many of the queue as are shown at once, `most` or few more, since a lead is shown whole. Each part of the queue has
 * an equal share of the places for sure, its first ones, and those that it does not need go to the others from the top
 * (practice P16): however many touches of new leads are overdue, the leads that were forgotten longest are in sight.
 */
export function mostShown<T extends Pick<Queued, 'reason' | 'leadId'>>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items]
  const sections = sectionsOf(items)
  const share = Math.floor(most / sections.length)
  const sure = sections.map(({ leads }) => taken(leads, share))
  let left = most - sure.reduce((sum, part) => sum + part.flat().length, 0)
  return sections.flatMap(({ leads }, index) => {
    const first = sure[index] as T[][]
    const more = taken(leads.slice(first.length), left)
    left -= more.flat().length
    return [...first, ...more].flat()
  })
}

/** The first leads that fill so many places, the last one whole. */
function taken<T>(leads: readonly T[][], places: number): T[][] {
  const chosen: T[][] = []
  let left = places
  for (const items of leads) {
    if (left <= 0) break
    chosen.push(items)
    left -= items.length
  }
  return chosen
}
