import { useCallback, useMemo, useState } from 'react'
import type { BoardColumn } from '../../shared/board-columns.ts'
import type { Id } from '../../shared/id.ts'

export interface Selection {
  ids: ReadonlySet<Id>
  toggle: (id: Id) => void
  /** Selects everything in the column from the card that was chosen last to this one. */
  extendTo: (id: Id) => void
  clear: () => void
  /** What an action on a card is about, as it stands on the board: all selected ones when it is among them, else itself. */
  with: (id: Id) => Id[]
  /** The selected cards as they stand on the board. */
  inOrder: () => Id[]
}

const nothing: ReadonlySet<Id> = new Set()

/** Which cards are selected. A card that has left the board, also by a filter, is not. */
export function useSelection(columns: readonly BoardColumn[]): Selection {
  const [chosen, setChosen] = useState(nothing)
  const [anchor, setAnchor] = useState<Id | null>(null)
  const ids = useMemo(() => stillThere(chosen, columns), [chosen, columns])

  const toggle = (id: Id) => {
    setAnchor(id)
    const changed = new Set(ids)
    if (!changed.delete(id)) changed.add(id)
    setChosen(changed)
  }
  const extendTo = (id: Id) => {
    const cards = columns.find((column) => column.cards.some((card) => card.id === id))?.cards ?? []
    const from = cards.findIndex((card) => card.id === anchor)
    const to = cards.findIndex((card) => card.id === id)
    if (from < 0) return toggle(id)
    setChosen(new Set([...ids, ...cards.slice(Math.min(from, to), Math.max(from, to) + 1).map((card) => card.id)]))
  }
  const inOrder = () => columns.flatMap(({ cards }) => cards.filter((card) => ids.has(card.id)).map((card) => card.id))

  return {
    ids,
    toggle,
    extendTo,
    clear: useCallback(() => setChosen(nothing), []),
    with: (id) => (ids.has(id) ? inOrder() : [id]),
    inOrder,
  }
}

function stillThere(chosen: ReadonlySet<Id>, columns: readonly BoardColumn[]): ReadonlySet<Id> {
  if (chosen.size === 0) return nothing
  const there = new Set<Id>()
  for (const { cards } of columns) for (const { id } of cards) if (chosen.has(id)) there.add(id)
  return there.size === chosen.size ? chosen : there
}
