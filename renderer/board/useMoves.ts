import { useCallback, useEffect, useRef } from 'react'
import type { Board } from '../../shared/api.ts'
import type { Id } from '../../shared/id.ts'
import { words } from '../../shared/strings/words.ts'
import { moveOnBoard, runCommand } from '../api.ts'

export interface Moves {
  /** Puts a lead into a stage, before another or last: on screen at once, and back again when it is refused. */
  move: (id: Id, stageId: Id, before: Id | null) => void
  remove: (id: Id) => void
}

/** What can be done to a card; both are stable. */
export function useMoves(board: Board): Moves {
  const latest = useRef(board)
  useEffect(() => {
    latest.current = board
  }, [board])

  const move = useCallback((id: Id, stageId: Id, before: Id | null) => {
    const { cards, stages } = latest.current
    const card = cards.find((candidate) => candidate.id === id)
    const stage = stages.find((candidate) => candidate.id === stageId)
    if (!card || !stage || before === id || standsBefore(latest.current, id, stageId, before)) return
    const said = card.stageId === stageId ? words.board.reordered(card.name) : words.board.moved(card.name, stage.name)
    void moveOnBoard([card], { stageId, before }, said)
  }, [])

  const remove = useCallback((id: Id) => {
    const name = latest.current.cards.find((card) => card.id === id)?.name ?? ''
    void runCommand('deleteLeads', { ids: [id] }, { said: words.board.deleted(name) })
  }, [])

  return { move, remove }
}

/** True when the lead is already where it should go. */
function standsBefore(board: Board, id: Id, stageId: Id, before: Id | null): boolean {
  const column = board.cards.filter((card) => card.stageId === stageId)
  const index = column.findIndex((card) => card.id === id)
  return index >= 0 && (column[index + 1]?.id ?? null) === before
}
