import { useCallback, useEffect, useRef, useState } from 'react'
import type { Board, BoardCard, CallInput } from '../../shared/api.ts'
import { placeOf, type BoardStage, type Grouping } from '../../shared/board-columns.ts'
import { shortDate, type Reader } from '../../shared/format.ts'
import type { Id } from '../../shared/id.ts'
import { words } from '../../shared/strings/words.ts'
import { dateIn, timeGroup, type Moment, type TimeGroup } from '../../shared/time-group.ts'
import { moveOnBoard, rescheduleOnBoard, runCommand } from '../api.ts'
import { showToast } from '../ui/Toast.tsx'

/** A move into a stage at rest, shown in its new place until what it needs has been answered. */
export interface AskedMove {
  cards: BoardCard[]
  stage: BoardStage
  before: Id | null
}

export type MoveAnswer = Pick<CallInput<'moveLeads'>, 'closing' | 'parkedUntil' | 'value'>

export interface Moves {
  /**
   * Puts leads into a column, before another lead or last: on screen at once, and back again when it is refused. By
   * time, that reschedules their next touch. False when they stay where they are and a sentence says why.
   */
  move: (ids: readonly Id[], columnId: string, before: Id | null) => boolean
  remove: (ids: readonly Id[]) => void
  asked: AskedMove | null
  /** Does what was asked about. */
  answer: (answer: MoveAnswer) => void
  /** Leaves the cards where they were. */
  cancel: () => void
}

interface Options {
  board: Board
  grouping: Grouping
  moment: Moment
  reader: Reader
}

/** What can be done to cards; `move` and `remove` are stable. */
export function useMoves(options: Options): Moves {
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  }, [options])
  const [asked, setAsked] = useState<AskedMove | null>(null)

  const move = useCallback((ids: readonly Id[], columnId: string, before: Id | null) => {
    const { board, grouping } = latest.current
    const found = new Map(board.cards.map((card) => [card.id, card]))
    const cards = ids.flatMap((id) => found.get(id) ?? [])
    if (cards.length === 0) return true
    if (grouping === 'time') return reschedule(cards, columnId as TimeGroup, latest.current)
    const stage = board.stages.find(({ id }) => id === columnId)
    if (!stage || isThere(board, cards, stage.id, before)) return true
    if (needsAnswer(board, cards, stage)) setAsked({ cards, stage, before })
    else void moveOnBoard(cards, { stageId: stage.id, before }, saidOf(cards, stage))
    return true
  }, [])

  const remove = useCallback((ids: readonly Id[]) => {
    const name = latest.current.board.cards.find((card) => card.id === ids[0])?.name ?? ''
    const said = ids.length > 1 ? words.board.deletedMany(ids.length) : words.board.deleted(name)
    void runCommand('deleteLeads', { ids: [...ids] }, { said })
  }, [])

  return {
    move,
    remove,
    asked,
    answer: (answer) => {
      if (asked) void moveOnBoard(asked.cards, { stageId: asked.stage.id, before: asked.before, ...answer }, saidOf(asked.cards, asked.stage))
      setAsked(null)
    },
    cancel: () => setAsked(null),
  }
}

function reschedule(cards: readonly BoardCard[], group: TimeGroup, { moment, reader }: Options): boolean {
  const moving = cards.filter((card) => timeGroup(card.next?.due ?? null, moment) !== group)
  const [first] = moving
  if (!first) return true
  const date = dateIn(group, moment.today)
  if (date === null) {
    showToast({ message: words.board[group === 'none' ? 'notWithout' : group === 'overdue' ? 'notOverdue' : 'weekOver'], tone: 'error' })
    return false
  }
  const day = shortDate(date, reader)
  const said = moving.length > 1 ? words.board.rescheduledMany(moving.length, day) : words.board.rescheduled(first.name, day)
  void rescheduleOnBoard(moving, date, said)
  return true
}

/** Only a change into another kind of rest has something to ask. */
function needsAnswer({ stages }: Board, cards: readonly BoardCard[], { kind }: BoardStage): boolean {
  const kinds = new Map(stages.map((stage) => [stage.id, stage.kind]))
  return kind !== 'open' && cards.some((card) => kinds.get(card.stageId) !== kind)
}

function saidOf(cards: readonly BoardCard[], stage: BoardStage): string {
  const stays = cards.every((card) => card.stageId === stage.id)
  const [first] = cards
  if (cards.length === 1 && first) return stays ? words.board.reordered(first.name) : words.board.moved(first.name, stage.name)
  return stays ? words.board.reorderedMany(cards.length) : words.board.movedMany(cards.length, stage.name)
}

/** True when the leads already stand where they should go, in that order. */
function isThere(board: Board, cards: readonly BoardCard[], stageId: Id, before: Id | null): boolean {
  if (cards.some((card) => card.stageId !== stageId)) return false
  const moved = new Set(cards.map(({ id }) => id))
  const column = board.cards.filter((card) => card.stageId === stageId)
  const others = column.filter(({ id }) => !moved.has(id))
  const after = others.toSpliced(placeOf(column, others, before, moved), 0, ...cards)
  return after.every(({ id }, index) => id === column[index]?.id)
}
