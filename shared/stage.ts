import { z } from 'zod'
import { compare, idSchema } from './id.ts'

/** What a stage means for the leads in it: still open, or at rest for a reason (practice P2). */
export const stageKindSchema = z.enum(['open', 'won', 'lost', 'parked'])
export type StageKind = z.infer<typeof stageKindSchema>

/** A column of the board. */
export const stageSchema = z.strictObject({
  id: idSchema,
  name: z.string().trim().min(1).max(60),
  kind: stageKindSchema,
  rank: z.string().min(1),
})
export type Stage = z.infer<typeof stageSchema>

/** The stages of a new database, in board order. Their names are words of the catalogue. */
export const defaultStages = [
  { id: 'new', kind: 'open' },
  { id: 'contacted', kind: 'open' },
  { id: 'meeting', kind: 'open' },
  { id: 'proposal', kind: 'open' },
  { id: 'negotiation', kind: 'open' },
  { id: 'won', kind: 'won' },
  { id: 'lost', kind: 'lost' },
  { id: 'parked', kind: 'parked' },
] as const satisfies readonly Pick<Stage, 'id' | 'kind'>[]

/** Sorts by rank, the order in which stages and cards stand on the board. Ranks compare by code point. */
export function byRank(a: { rank: string }, b: { rank: string }): number {
  return compare(a.rank, b.rank)
}
