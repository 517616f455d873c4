import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import { Refusal } from '../../shared/errors.ts'
import { endingIn } from '../../shared/lead.ts'
import { defaultStages, type Stage } from '../../shared/stage.ts'
import { words } from '../../shared/strings/words.ts'
import type { Reader } from './database/store.ts'
import type { Transaction } from './database/transaction.ts'
import { endAtRest } from './enrolments.ts'
import type { Commands, Context } from './handlers.ts'
import { putLeads } from './moves.ts'
import { defined, stageOf, stagesInOrder } from './look-up.ts'

export const stageCommands: Commands<'addStage' | 'editStage' | 'moveStage' | 'deleteStage'> = {
  addStage(transaction, { facts, after }, context) {
    const stages = stagesInOrder(transaction)
    const place = after === null ? 0 : stages.indexOf(stageOf(transaction, after)) + 1
    const rank = generateKeyBetween(stages[place - 1]?.rank ?? null, stages[place]?.rank ?? null)
    return transaction.put('stages', { id: context.newId(), ...facts, rank })
  },

  editStage(transaction, { id, changes }, context) {
    const stage = stageOf(transaction, id)
    const edited = transaction.change('stages', id, defined(changes))
    if (edited.kind !== stage.kind) {
      requireAnOpenStage(transaction)
      changeEndings(transaction, stage, edited, context)
    }
    return edited
  },

  moveStage(transaction, { id, before }) {
    const stage = stageOf(transaction, id)
    if (before === id) return stage
    const others = stagesInOrder(transaction).filter((other) => other.id !== id)
    const place = before === null ? others.length : others.indexOf(stageOf(transaction, before))
    return transaction.change('stages', id, { rank: generateKeyBetween(others[place - 1]?.rank ?? null, others[place]?.rank ?? null) })
  },

  deleteStage(transaction, { id, target }, context) {
    const stage = stageOf(transaction, id)
    const leads = transaction.where('leads', 'stageId', id)
    if (target === id || (target === null && leads.length > 0)) throw new Refusal('conflict', words.errors.stageNotEmpty, 'target')
    if (target !== null) putLeads(transaction, leads, stageOf(transaction, target), null, { closing: null, parkedUntil: null }, context)
    transaction.remove('stages', stage.id)
    requireAnOpenStage(transaction)
    return null
  },
}

/** Puts the default stages into a database that has none. */
export function addDefaultStages(transaction: Transaction): void {
  const ranks = generateNKeysBetween(null, null, defaultStages.length)
  for (const [index, stage] of defaultStages.entries()) {
    transaction.put('stages', { ...stage, name: words.stages[stage.id], rank: ranks[index] ?? '' })
  }
}

/** Refuses what would leave new leads nowhere to come in. */
function requireAnOpenStage(reader: Reader): void {
  if (![...reader.all('stages')].some(({ kind }) => kind === 'open')) throw new Refusal('conflict', words.errors.lastOpenStage)
}

/** Makes what is said of the ending of a stage's leads fit its new kind, and ends the cadences that do not. */
function changeEndings(transaction: Transaction, from: Stage, to: Stage, context: Context): void {
  for (const lead of transaction.where('leads', 'stageId', to.id)) {
    endAtRest(transaction, lead.id, from.kind, to.kind, context)
    transaction.change('leads', lead.id, endingIn(to.kind, from.kind, lead, { closing: null, parkedUntil: null }, context))
  }
}
