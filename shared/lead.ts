import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import { z } from 'zod'
import { lineSchema } from './contact.ts'
import { instantSchema } from './dates.ts'
import { idSchema, type Id } from './id.ts'
import { moneySchema } from './money.ts'

/** One opportunity with one contact. It stands in exactly one stage, at one rank. */
export const leadSchema = z.strictObject({
  id: idSchema,
  contactId: idSchema,
  title: lineSchema(200),
  value: moneySchema.nullable(),
  source: lineSchema(120),
  inbound: z.boolean(),
  stageId: idSchema,
  rank: z.string().min(1).max(2000),
  stageSince: instantSchema,
  createdAt: instantSchema,
})
export type Lead = z.infer<typeof leadSchema>

/** What a place on the board needs to know of a lead. */
export type Placed = Pick<Lead, 'id' | 'stageId' | 'rank'>

/**
 * The rank that puts a lead straight before the lead `before` in its stage, or last when `before` is null.
 * `column` holds the leads of that stage in any order; the moved lead itself may be among them. One pass or two over
 * the column, no sorting: it runs at each drop.
 * @returns the rank, or null when `before` is not in the column (it moved away meanwhile)
 */
export function rankBefore(column: Iterable<Placed>, before: Id | null, moved: Id | null): string | null {
  const others = [...column]
  const next = before === null ? null : others.find(({ id }) => id === before && id !== moved)?.rank
  if (next === undefined) return null
  let previous: string | null = null
  for (const { id, rank } of others) {
    if ((next === null || rank < next) && (previous === null || rank > previous) && id !== moved) previous = rank
  }
  return generateKeyBetween(previous, next)
}

/** The rank that puts a lead first in its stage; new leads come in on top, where they are seen. */
export function rankFirst(column: Iterable<Placed>): string {
  return generateKeyBetween(null, lowestRank(column))
}

/** As many ranks, in order, that put leads before all others of a stage. */
export function ranksFirst(column: Iterable<Placed>, count: number): string[] {
  return generateNKeysBetween(null, lowestRank(column), count)
}

function lowestRank(column: Iterable<Placed>): string | null {
  let lowest: string | null = null
  for (const { rank } of column) if (lowest === null || rank < lowest) lowest = rank
  return lowest
}

/** Whole days that a lead has stood in its stage at `now` (milliseconds). */
export function daysInStage(lead: Pick<Lead, 'stageSince'>, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(lead.stageSince)) / 86_400_000))
}
