import { useMemo } from 'react'
import type { BoardColumn } from '../../shared/board-columns.ts'
import type { LocalDate } from '../../shared/dates.ts'
import type { Id } from '../../shared/id.ts'
import { words } from '../../shared/strings/words.ts'
import { dateIn, type TimeGroup } from '../../shared/time-group.ts'
import { MenuAt } from '../ui/Menu.tsx'

export interface MoveMenuProps {
  columns: readonly BoardColumn[]
  ids: readonly Id[]
  /** A selector of the element beside which it opens. */
  anchor: string
  today: LocalDate
  onClose: () => void
  onMove: (columnId: string) => void
}

/** The columns that cards can be moved to, beside the button that asked for it. */
export function MoveMenu({ columns, ids, anchor, today, onClose, onMove }: MoveMenuProps) {
  const element = useMemo(() => ({ current: document.querySelector(anchor) }), [anchor])
  const moved = new Set(ids)
  const holding = columns.filter(({ cards }) => cards.some(({ id }) => moved.has(id)))
  const name = holding[0]?.cards.find(({ id }) => moved.has(id))?.name
  if (name === undefined) return null
  const choices = columns
    .filter((column) => column.stage !== null || dateIn(column.id as TimeGroup, today) !== null)
    .map((column) => {
      const isThere = holding.length === 1 && holding[0] === column
      return { id: column.id, label: column.name, current: isThere, disabled: isThere }
    })
  const label = ids.length > 1 ? words.board.moveSelected(ids.length) : words.board.moveNamed(name)
  return <MenuAt label={label} anchor={element} isOpen onClose={onClose} choices={choices} onChoose={onMove} />
}
