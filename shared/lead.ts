import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import { z } from 'zod'
import { lineSchema, type Permission } from './contact.ts'
import { instantSchema, localDateSchema, type LocalDate } from './dates.ts'
import { idSchema, type Id } from './id.ts'
import { moneySchema } from './money.ts'
import { silenceAnswerSchema } from './silence.ts'
import type { StageKind } from './stage.ts'

/** A file or page that belongs to a lead. */
export const linkSchema = z.strictObject({ label: lineSchema(200), url: z.string().trim().min(1).max(2000) })
export type Link = z.infer<typeof linkSchema>

/** How a lead ended (practice P2). */
export const closingSchema = z.strictObject({ reason: lineSchema(500), on: localDateSchema })
export type Closing = z.infer<typeof closingSchema>

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
  /** Needs and problems, in the lead's own words. */
  needs: z.array(lineSchema(1000)).max(200),
  /** Files and pages, by link. */
  links: z.array(linkSchema).max(200),
  /** Why and when it was won or lost; null while it is neither. */
  closing: closingSchema.nullable(),
  /** The date until which it rests; null unless it is parked. */
  parkedUntil: localDateSchema.nullable(),
  /** Working days between two touches with it at the least (practice P4); null leaves it to the settings. */
  minimumGap: z.number().int().min(0).max(366).nullable(),
  /** Touches in a row without an answer after which something else has to be chosen (practice P6); null leaves it to the settings. */
  silenceLimit: z.number().int().min(1).max(100).nullable(),
  /** What was chosen when that limit was reached last; null while nothing was (see silenceAsking). */
  silenceAnswer: silenceAnswerSchema.nullable(),
  createdAt: instantSchema,
})
export type Lead = z.infer<typeof leadSchema>

/** What a lead has to say before anything is known of it. */
export const blankLead = {
  title: '',
  value: null,
  source: '',
  inbound: false,
  needs: [],
  links: [],
  closing: null,
  parkedUntil: null,
  minimumGap: null,
  silenceLimit: null,
  silenceAnswer: null,
} satisfies Partial<Lead>

/** What a place on the board needs to know of a lead. */
export type Placed = Pick<Lead, 'id' | 'stageId' | 'rank'>

/**
 * As many ranks, in order, that put leads straight before `next`, a lead of the same stage, or last when that is null.
 * It looks at a few of the leads only, since it runs at each drop.
 * @param column the leads of that stage in order of rank; the moved ones, and so `next`, may be among them
 */
export function ranksBefore(column: readonly Placed[], next: Placed | null, moved: ReadonlySet<Id>, count: number): string[] {
  let below = next === null ? column.length : placeOfRank(column, next.rank)
  let above = below - 1
  while (above >= 0 && moved.has((column[above] as Placed).id)) above -= 1
  while (below < column.length && moved.has((column[below] as Placed).id)) below += 1
  return generateNKeysBetween(column[above]?.rank ?? null, column[below]?.rank ?? null, count)
}

/** The first place in a column, sorted by rank, that is not before `rank`. */
function placeOfRank(column: readonly Placed[], rank: string): number {
  let from = 0
  let to = column.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((column[middle] as Placed).rank < rank) from = middle + 1
    else to = middle
  }
  return from
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

/**
 * Whether a lead may be without a next step (practice P2): it is won, lost or parked, or they do not want to be followed
 * up (practice P9).
 */
export function mayRest(stage: { kind: StageKind }, contact: { permission: Pick<Permission, 'status'>; doNotContact: boolean }): boolean {
  return stage.kind !== 'open' || contact.permission.status === 'declined' || contact.doNotContact
}

/** {@link mayRest}, for a lead as the board shows it. */
export function cardMayRest(stage: { kind: StageKind }, { permission, doNotContact }: { permission: Permission['status']; doNotContact: boolean }): boolean {
  return mayRest(stage, { permission: { status: permission }, doNotContact })
}

/** How a lead ended, or until when it rests. */
export type Ending = Pick<Lead, 'closing' | 'parkedUntil'>

/**
 * What holds of a lead once it stands in a stage of another kind: only a won or lost lead has a closing, only a parked
 * one a date until which it rests (practice P2). Within its kind it keeps what it has. What was not said is a closing of
 * today without a reason, or a rest without an end.
 * @param person has the person's own date, which is looked up only when it is needed
 */
export function endingIn(kind: StageKind, from: StageKind, lead: Ending, said: Ending, person: { readonly today: LocalDate }): Ending {
  const hasChanged = from !== kind
  if (kind === 'parked') return { closing: null, parkedUntil: said.parkedUntil ?? (hasChanged ? null : lead.parkedUntil) }
  if (kind === 'open') return { closing: null, parkedUntil: null }
  return { closing: said.closing ?? (hasChanged ? { reason: '', on: person.today } : lead.closing), parkedUntil: null }
}
