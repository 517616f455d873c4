import type { Board, BoardCard } from './api.ts'
import type { Id } from './id.ts'
import { ranksBefore } from './lead.ts'
import { sumByCurrency } from './money.ts'
import { byRank } from './stage.ts'

/*
 * How a picture of the board changes card by card, without asking for all of it again. Every function returns a new
 * board that keeps the very objects of what did not change, so that only what changed is drawn again.
 */

/** The board with the leads `asked` as `cards` now has them: changed, new, or gone when they are not among `cards`. */
export function replaceCards(board: Board, asked: readonly Id[], cards: readonly BoardCard[]): Board {
  const replaced = new Set(asked)
  const kept = board.cards.filter((card) => !replaced.has(card.id))
  const changedStages = new Set([...board.cards.filter((card) => replaced.has(card.id)), ...cards].map((card) => card.stageId))
  return recount({ ...board, cards: merge(kept, cards.toSorted(byRank)) }, changedStages)
}

/**
 * The board with leads moved into a stage, in the given order, before another lead or last, by the rule that the move
 * itself follows; the same board when a lead or the one before which they go is not there.
 */
export function moveCards(board: Board, ids: readonly Id[], stageId: Id, before: Id | null): Board {
  const moved = new Set(ids)
  const found = new Map(board.cards.filter((card) => moved.has(card.id)).map((card) => [card.id, card]))
  const column = board.cards.filter((candidate) => candidate.stageId === stageId)
  const next = before === null ? null : column.find((candidate) => candidate.id === before)
  if (found.size < moved.size || next === undefined) return board
  const ranks = ranksBefore(column, next, moved, moved.size)
  const cards = [...moved].map((id, index) => ({ ...(found.get(id) as BoardCard), stageId, rank: ranks[index] as string }))
  return replaceCards(board, ids, cards)
}

/** The cards of each stage in board order; a stage whose cards are the very same keeps the array of `previous`. */
export function cardsByStage(board: Board, previous: ReadonlyMap<Id, BoardCard[]>): Map<Id, BoardCard[]> {
  const groups = new Map<Id, BoardCard[]>(board.stages.map((stage) => [stage.id, []]))
  for (const card of board.cards) groups.get(card.stageId)?.push(card)
  for (const [stageId, cards] of groups) {
    const old = previous.get(stageId)
    if (old?.length === cards.length && old.every((card, index) => card === cards[index])) groups.set(stageId, old)
  }
  return groups
}

/** Both lists as one; each is in order of rank within a stage, and so is the result. */
function merge(kept: BoardCard[], added: readonly BoardCard[]): BoardCard[] {
  const result = [...kept]
  for (const card of added) {
    const next = result.findIndex((other) => other.stageId === card.stageId && other.rank > card.rank)
    if (next < 0) result.push(card)
    else result.splice(next, 0, card)
  }
  return result
}

function recount(board: Board, changedStages: ReadonlySet<Id>): Board {
  if (!board.complete) return board
  const stages = board.stages.map((stage) => {
    if (!changedStages.has(stage.id)) return stage
    const cards = board.cards.filter((card) => card.stageId === stage.id)
    return { ...stage, count: cards.length, sums: sumByCurrency(cards.map((card) => card.value)) }
  })
  return { ...board, stages }
}
