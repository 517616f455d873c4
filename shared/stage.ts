import { z } from 'zod'
import { compare, idSchema } from './id.ts'

/** What a stage means for the leads in it: still open, or at rest for a reason (practice P2). */
export const stageKindSchema = z.enum(['open', 'won', 'lost', 'parked'])
export type StageKind = z.infer<typeof stageKindSchema>

/** The colours a stage may have; tokens.css says how each looks. */
export const stageColourSchema = z.enum(['grey', 'blue', 'teal', 'green', 'amber', 'red', 'violet', 'pink'])
export type StageColour = z.infer<typeof stageColourSchema>

/** What a person decides of a stage. */
export const stageFactsSchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  kind: stageKindSchema,
  colour: stageColourSchema,
  /** How likely a lead in it is won, in percent: the weight of its value (practice P22). */
  chance: z.number().int().min(0).max(100),
  /** After so many days in it without a touch to come, a lead is stale (practice P16); null for never. */
  staleAfterDays: z.number().int().min(1).max(365).nullable(),
})
export type StageFacts = z.infer<typeof stageFactsSchema>

/** A column of the board. */
export const stageSchema = z.strictObject({ id: idSchema, ...stageFactsSchema.shape, rank: z.string().min(1) })
export type Stage = z.infer<typeof stageSchema>

/** The stages of a new database, in board order. Their names are words of the catalogue. */
export const defaultStages = [
  { id: 'new', kind: 'open', colour: 'grey', chance: 10, staleAfterDays: 3 },
  { id: 'contacted', kind: 'open', colour: 'blue', chance: 20, staleAfterDays: 7 },
  { id: 'meeting', kind: 'open', colour: 'teal', chance: 40, staleAfterDays: 10 },
  { id: 'proposal', kind: 'open', colour: 'violet', chance: 60, staleAfterDays: 10 },
  { id: 'negotiation', kind: 'open', colour: 'amber', chance: 80, staleAfterDays: 10 },
  { id: 'won', kind: 'won', colour: 'green', chance: 100, staleAfterDays: null },
  { id: 'lost', kind: 'lost', colour: 'red', chance: 0, staleAfterDays: null },
  { id: 'parked', kind: 'parked', colour: 'grey', chance: 5, staleAfterDays: null },
] as const satisfies readonly Omit<Stage, 'name' | 'rank'>[]

/** Sorts by rank, the order in which stages and cards stand on the board. Ranks compare by code point. */
export function byRank(a: { rank: string }, b: { rank: string }): number {
  return compare(a.rank, b.rank)
}
