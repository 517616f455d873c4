import { useMemo, useState } from 'react'
import { navigate } from 'wouter/use-hash-location'
import type { Board, BoardCard } from '../../shared/api.ts'
import { cardsByStage } from '../../shared/board.ts'
import type { Id } from '../../shared/id.ts'
import { words } from '../../shared/strings/words.ts'
import type { Moves } from './useMoves.ts'

/** A card that the keyboard has lifted, and where it would land now. */
interface Carried {
  id: Id
  stageId: Id
  before: Id | null
}

/** The card whose lead was opened last: coming back to the board comes back to it. */
let opened: { id: Id; stageId: Id } | null = null

interface Options extends Moves {
  board: Board
  /** Opens the "Move to…" menu of a card. */
  onMenu: (id: Id) => void
}

/** The board's keyboard: which card Tab comes to, arrows between cards, lifting, carrying and dropping, and what is said of it. */
export function useBoardKeys({ board, move, remove, onMenu }: Options) {
  const [chosenId, setActiveId] = useState(opened?.id ?? null)
  const [lifted, setCarried] = useState<Carried | null>(null)
  const [focus, setFocus] = useState(opened)
  const [announcement, setAnnouncement] = useState('')
  const columns = useMemo(() => columnsOf(board), [board])
  const carried = lifted && standing(columns, lifted)
  const active = placeOf(columns, chosenId) ?? firstPlace(columns)

  function open(id: Id) {
    const card = placeOf(columns, id)?.card
    if (card) opened = { id, stageId: card.stageId }
    navigate(`/lead/${id}`)
  }

  function goTo(column: number, index: number) {
    const card = columns[column]?.cards[index]
    if (!card) return
    setActiveId(card.id)
    setFocus({ id: card.id, stageId: card.stageId })
  }

  function lift({ card, column, index }: Place) {
    const { cards, name } = columns[column] as ColumnCards
    setCarried({ id: card.id, stageId: card.stageId, before: cards[index + 1]?.id ?? null })
    setAnnouncement(words.board.lifted(card.name, name, index + 1, cards.length))
  }

  function carry(card: BoardCard, from: Carried, key: string) {
    const at = landing(columns, from)
    const column = clamp(at.column + (key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0), columns.length - 1)
    const target = columns[column] as ColumnCards
    const others = target.cards.filter((other) => other.id !== card.id)
    const index = clamp(at.index + (key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0), others.length)
    setCarried({ id: card.id, stageId: target.id, before: others[index]?.id ?? null })
    setFocus({ id: card.id, stageId: target.id })
    setAnnouncement(words.board.carried(target.name, index + 1, others.length + 1))
  }

  function drop(card: BoardCard, at: Carried) {
    const { column, index, count } = landing(columns, at)
    move(card.id, at.stageId, at.before)
    setCarried(null)
    setFocus({ id: card.id, stageId: at.stageId })
    setAnnouncement(words.board.dropped(card.name, columns[column]?.name ?? '', index + 1, count))
  }

  function putBack({ card, column }: Place) {
    setCarried(null)
    setFocus({ id: card.id, stageId: card.stageId })
    setAnnouncement(words.board.putBack(card.name, columns[column]?.name ?? ''))
  }

  function onCarryingKey(key: string, place: Place, at: Carried): boolean {
    if (key.startsWith('Arrow')) carry(place.card, at, key)
    else if (key === ' ' || key === 'Enter') drop(place.card, at)
    else if (key === 'Escape') putBack(place)
    // Tab stays with a lifted card, as with a dialog: it has to be dropped or put back first.
    else return key === 'Tab'
    return true
  }

  function onCardKey(key: string, place: Place): boolean {
    const { card, column, index } = place
    if (key === 'ArrowDown') goTo(column, index + 1)
    else if (key === 'ArrowUp') goTo(column, index - 1)
    else if (key === 'ArrowLeft' || key === 'ArrowRight') goAcross(key === 'ArrowRight' ? 1 : -1, place)
    else if (key === 'Home') goTo(column, 0)
    else if (key === 'End') goTo(column, (columns[column]?.cards.length ?? 1) - 1)
    else if (key === ' ') lift(place)
    else if (key === 'Enter') open(card.id)
    else if (key.toLowerCase() === 'm') onMenu(card.id)
    else if (key === 'Delete' || key === 'Backspace') {
      const { cards } = columns[column] as ColumnCards
      goTo(column, index + 1 < cards.length ? index + 1 : index - 1)
      remove(card.id)
    } else return false
    return true
  }

  function goAcross(step: 1 | -1, { column, index }: Place) {
    for (let next = column + step; next >= 0 && next < columns.length; next += step) {
      const count = columns[next]?.cards.length ?? 0
      if (count > 0) return goTo(next, Math.min(index, count - 1))
    }
  }

  return {
    activeId: active?.card.id ?? null,
    activeStage: carried && carried.id === active?.card.id ? carried.stageId : (active?.card.stageId ?? null),
    carried,
    focus,
    announcement,
    onFocus: setActiveId,
    open,
    /** Brings the focus to a card that stands in a stage, or soon will. */
    focusCard: (id: Id, stageId: Id) => {
      setActiveId(id)
      setFocus({ id, stageId })
    },
    onKeyDown: (id: Id, event: KeyboardEvent) => {
      const place = event.ctrlKey || event.metaKey || event.altKey ? null : placeOf(columns, id)
      if (!place) return
      const isHandled = carried ? onCarryingKey(event.key, place, carried) : onCardKey(event.key, place)
      if (isHandled) event.preventDefault()
    },
  }
}

interface ColumnCards {
  id: Id
  name: string
  cards: readonly BoardCard[]
}

interface Place {
  card: BoardCard
  column: number
  index: number
}

function columnsOf(board: Board): ColumnCards[] {
  const cards = cardsByStage(board, new Map())
  return board.stages.map(({ id, name }) => ({ id, name, cards: cards.get(id) ?? [] }))
}

function placeOf(columns: readonly ColumnCards[], id: Id | null): Place | null {
  if (id === null) return null
  for (const [column, { cards }] of columns.entries()) {
    const index = cards.findIndex((card) => card.id === id)
    const card = cards[index]
    if (card) return { card, column, index }
  }
  return null
}

function firstPlace(columns: readonly ColumnCards[]): Place | null {
  const column = columns.findIndex(({ cards }) => cards.length > 0)
  const card = columns[column]?.cards[0]
  return card ? { card, column, index: 0 } : null
}

/** The carried card as the board is now: without a neighbour that has moved away, last; not at all once it is gone itself. */
function standing(columns: readonly ColumnCards[], lifted: Carried): Carried | null {
  if (!placeOf(columns, lifted.id)) return null
  const column = columns.find(({ id }) => id === lifted.stageId)
  const isBeside = lifted.before === null || column?.cards.some((card) => card.id === lifted.before)
  return isBeside ? lifted : { ...lifted, before: null }
}

/** Where a carried card would stand, counted without itself. */
function landing(columns: readonly ColumnCards[], at: Carried): { column: number; index: number; count: number } {
  const column = columns.findIndex(({ id }) => id === at.stageId)
  const others = (columns[column]?.cards ?? []).filter((card) => card.id !== at.id)
  const before = at.before === null ? -1 : others.findIndex((card) => card.id === at.before)
  return { column, index: before < 0 ? others.length : before, count: others.length + 1 }
}

function clamp(value: number, highest: number): number {
  return Math.max(0, Math.min(value, highest))
}
