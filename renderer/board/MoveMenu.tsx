import { useMemo } from 'react'
import type { Board } from '../../shared/api.ts'
import type { Id } from '../../shared/id.ts'
import { words } from '../../shared/strings/words.ts'
import { MenuAt } from '../ui/Menu.tsx'

export interface MoveMenuProps {
  board: Board
  id: Id
  onClose: () => void
  onMove: (stageId: Id) => void
}

/** The stages that a card can be moved to, beside the card. */
export function MoveMenu({ board, id, onClose, onMove }: MoveMenuProps) {
  const card = board.cards.find((candidate) => candidate.id === id)
  const anchor = useMemo(() => ({ current: document.querySelector(`[data-lead="${CSS.escape(id)}"] [data-move]`) }), [id])
  if (!card) return null
  const choices = board.stages.map((stage) => ({ id: stage.id, label: stage.name, current: stage.id === card.stageId, disabled: stage.id === card.stageId }))
  return <MenuAt label={words.board.moveNamed(card.name)} anchor={anchor} isOpen onClose={onClose} choices={choices} onChoose={onMove} />
}
