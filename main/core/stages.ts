import { generateNKeysBetween } from 'fractional-indexing'
import { byRank, defaultStages, type Stage } from '../../shared/stage.ts'
import { Refusal } from '../../shared/errors.ts'
import { words } from '../../shared/strings/words.ts'
import type { Reader } from './database/store.ts'
import type { Transaction } from './database/transaction.ts'

/** The stages in board order. */
export function stagesInOrder(reader: Reader): Stage[] {
  return [...reader.all('stages')].toSorted(byRank)
}

/** The stage, or a refusal when it is gone. */
export function stageOf(reader: Reader, id: string): Stage {
  const stage = reader.get('stages', id)
  if (!stage) throw new Refusal('not-found', words.errors.stageGone, 'stageId')
  return stage
}

/** The stage that new leads come into: the first open one. */
export function firstStage(reader: Reader): Stage {
  const stages = stagesInOrder(reader)
  const stage = stages.find(({ kind }) => kind === 'open') ?? stages[0]
  if (!stage) throw new Refusal('not-found', words.errors.stageGone, 'stageId')
  return stage
}

/** Puts the default stages into a database that has none. */
export function addDefaultStages(transaction: Transaction): void {
  if (transaction.count('stages') > 0) return
  const ranks = generateNKeysBetween(null, null, defaultStages.length)
  for (const [index, stage] of defaultStages.entries()) {
    transaction.put('stages', { ...stage, name: words.stages[stage.id], rank: ranks[index] ?? '' })
  }
}
