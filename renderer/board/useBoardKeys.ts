import { useState } from 'react'
import { navigate } from 'wouter/use-hash-location'
import type { BoardCard } from '../../shared/api.ts'
import { placeOf as placeAmong, type BoardColumn } from '../../shared/board-columns.ts'
import type { Id } from '../../shared/id.ts'
import { words } from '../../shared/strings/words.ts'
import type { Moves } from './useMoves.ts'
import type { Selection } from './useSelection.ts'

/** Cards that the keyboard has lifted, the one that has the focus, and where they would land now. */
interface Carried {
  id: Id
  ids: Id[]
  columnId: string
  before: Id | null
}

/** The card whose lead was opened last: coming back to the board comes back to it. */
let opened: Id | null = null

interface Options extends Pick<Moves, 'move' | 'remove'> {
  columns: readonly BoardColumn[]
  selection: Selection
  /** Opens the "Move to…" menu of a card. */
  onMenu: (id: Id) => void
}

/** The board's keyboard: which card Tab comes to, arrows between cards, selecting, lifting, carrying and dropping, and what is said of it. */
export function useBoardKeys({ columns, selection, move, remove, onMenu }: Options) {
  const [chosenId, setActiveId] = useState(opened)
  const [lifted, setCarried] = useState<Carried | null>(null)
  const [focus, setFocus] = useState(() => {
    const place = placeOf(columns, opened)
    return place && { id: place.card.id, columnId: columns[place.column]?.id ?? '' }
  })
  const [announcement, setAnnouncement] = useState('')
  const carried = lifted && standing(columns, lifted)
  const active = placeOf(columns, chosenId) ?? firstPlace(columns)

  function open(id: Id) {
    opened = id
    navigate(`/lead/${id}`)
  }

  function focusCard(id: Id, columnId: string) {
    setActiveId(id)
    setFocus({ id, columnId })
  }

  function goTo(column: number, index: number) {
    const card = columns[column]?.cards[index]
    if (card) focusCard(card.id, columns[column]?.id ?? '')
  }

  function lift({ card, column, index }: Place) {
    const { id: columnId, cards, name } = columns[column] as BoardColumn
    const ids = selection.with(card.id)
    setCarried({ id: card.id, ids, columnId, before: cards[index + 1]?.id ?? null })
    setAnnouncement(words.board.lifted(called(card, ids), name, index + 1, cards.length))
  }

  function carry(from: Carried, key: string) {
    const at = landing(columns, from)
    const column = clamp(at.column + (key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0), columns.length - 1)
    const target = columns[column] as BoardColumn
    const others = target.cards.filter((other) => !from.ids.includes(other.id))
    const index = clamp(at.index + (key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0), others.length)
    setCarried({ ...from, columnId: target.id, before: others[index]?.id ?? null })
    setFocus({ id: from.id, columnId: target.id })
    setAnnouncement(target.stage ? words.board.carried(target.name, index + 1, others.length + from.ids.length) : words.board.carriedTo(target.name))
  }

  function drop(place: Place, at: Carried) {
    const { column, index, count } = landing(columns, at)
    const target = columns[column] as BoardColumn
    setCarried(null)
    if (!move(at.ids, at.columnId, at.before)) return putBack(place)
    setFocus({ id: at.id, columnId: at.columnId })
    const name = called(place.card, at.ids)
    setAnnouncement(target.stage ? words.board.dropped(name, target.name, index + 1, count) : words.board.droppedTo(name, target.name))
  }

  function putBack({ card, column }: Place) {
    setCarried(null)
    setFocus({ id: card.id, columnId: columns[column]?.id ?? '' })
    setAnnouncement(words.board.putBack(card.name, columns[column]?.name ?? ''))
  }

  function onCarryingKey(key: string, place: Place, at: Carried): boolean {
    if (key.startsWith('Arrow')) carry(at, key)
    else if (key === ' ' || key === 'Enter') drop(place, at)
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
    else if (key.toLowerCase() === 'x') selection.toggle(card.id)
    else if (key === 'Delete' || key === 'Backspace') removeWith(place)
    else return false
    return true
  }

  /** Deletes the card, or all selected ones with it, and goes to the next card that stays. */
  function removeWith({ card, column, index }: Place) {
    const { cards } = columns[column] as BoardColumn
    const ids = new Set(selection.with(card.id))
    const stays = (other: BoardCard) => !ids.has(other.id)
    const neighbour = cards.slice(index).find(stays) ?? cards.slice(0, index).findLast(stays)
    if (neighbour) focusCard(neighbour.id, columns[column]?.id ?? '')
    remove([...ids])
  }

  function goAcross(step: 1 | -1, { column, index }: Place) {
    for (let next = column + step; next >= 0 && next < columns.length; next += step) {
      const count = columns[next]?.cards.length ?? 0
      if (count > 0) return goTo(next, Math.min(index, count - 1))
    }
  }

  return {
    activeId: active?.card.id ?? null,
    carried,
    focus,
    announcement,
    onFocus: setActiveId,
    open,
    /** Brings the focus to a card that stands in a column, or soon will. */
    focusCard,
    /** Says that a card went back, and brings the focus there. */
    putBack: (id: Id) => {
      const place = placeOf(columns, id)
      if (place) putBack(place)
    },
    onKeyDown: (id: Id, event: KeyboardEvent) => {
      const place = event.ctrlKey || event.metaKey || event.altKey ? null : placeOf(columns, id)
      if (!place) return
      const isHandled = carried ? onCarryingKey(event.key, place, carried) : onCardKey(event.key, place)
      if (isHandled) event.preventDefault()
    },
  }
}

interface Place {
  card: BoardCard
  column: number
  index: number
}

function placeOf(columns: readonly BoardColumn[], id: Id | null): Place | null {
  if (id === null) return null
  for (const [column, { cards }] of columns.entries()) {
    const index = cards.findIndex((card) => card.id === id)
    const card = cards[index]
    if (card) return { card, column, index }
  }
  return null
}

function firstPlace(columns: readonly BoardColumn[]): Place | null {
  const column = columns.findIndex(({ cards }) => cards.length > 0)
  const card = columns[column]?.cards[0]
  return card ? { card, column, index: 0 } : null
}

/** The carried cards as the board is now: without a neighbour that has moved away, last; not at all once one is gone itself. */
function standing(columns: readonly BoardColumn[], lifted: Carried): Carried | null {
  if (!lifted.ids.every((id) => placeOf(columns, id))) return null
  const column = columns.find(({ id }) => id === lifted.columnId)
  const isBeside = lifted.before === null || column?.cards.some((card) => card.id === lifted.before)
  return isBeside ? lifted : { ...lifted, before: null }
}

/** Where carried cards would stand, counted without themselves. */
function landing(columns: readonly BoardColumn[], at: Carried): { column: number; index: number; count: number } {
  const column = columns.findIndex(({ id }) => id === at.columnId)
  const cards = columns[column]?.cards ?? []
  const moved = new Set(at.ids)
  const others = cards.filter((card) => !moved.has(card.id))
  return { column, index: placeAmong(cards, others, at.before, moved), count: others.length + at.ids.length }
}

function called({ name }: BoardCard, ids: readonly Id[]): string {
  return ids.length > 1 ? words.board.and(name, ids.length - 1) : name
}

function clamp(value: number, highest: number): number {
  return Math.max(0, Math.min(value, highest))
}
