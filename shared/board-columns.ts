import type { Board, BoardCard } from './api.ts'
import { cardsByStage } from './board.ts'
import { dueOrder } from './dates.ts'
import { compare, type Id } from './id.ts'
import { cardMayRest } from './lead.ts'
import { sumByCurrency, type Money } from './money.ts'
import { words } from './strings/words.ts'
import { timeGroup, timeGroups, type Moment, type TimeGroup } from './time-group.ts'

/** How the board lays its cards out: in stages, or by when their next touch is due. */
export type Grouping = 'stage' | 'time'

export type BoardStage = Board['stages'][number]

/** A column as it is drawn: a stage, or a span of time. */
export interface BoardColumn {
  /** A stage's id, or a {@link TimeGroup}. */
  id: string
  name: string
  /** Null in the grouping by time. */
  stage: BoardStage | null
  cards: readonly BoardCard[]
  count: number
  sums: readonly Money[]
  /** The sums, each value weighted by the chance of its stage (practice P22). */
  weighted: readonly Money[]
}

/**
 * The columns of a board with the cards that `keep` leaves in. A column whose cards and stage are the very same as in
 * `previous` stays the same object, so that only what changed is drawn again.
 * @param keep null keeps all; counts and sums are then those of the board, also in a picture of the first cards only
 */
export function columnsOf(board: Board, grouping: Grouping, keep: ((card: BoardCard) => boolean) | null, moment: Moment, previous: readonly BoardColumn[]): BoardColumn[] {
  const columns = grouping === 'stage' ? columnsByStage(board, keep) : columnsByTime(board, keep, moment)
  return columns.map((column) => {
    const old = previous.find(({ id }) => id === column.id)
    return old && isSame(old, column) ? old : column
  })
}

/**
 * The columns with cards carried to another place: before another card, or last; by time, where the place has no say, on
 * top. Their counts and sums go along.
 */
export function withCarried(columns: readonly BoardColumn[], stages: readonly BoardStage[], ids: readonly Id[], columnId: string, before: Id | null): BoardColumn[] {
  const moved = new Set(ids)
  const chances = new Map(stages.map(({ id, chance }) => [id, chance]))
  const found = new Map(columns.flatMap(({ cards }) => cards.filter((card) => moved.has(card.id))).map((card) => [card.id, card]))
  const carried = ids.flatMap((id) => found.get(id) ?? [])
  return columns.map((column) => {
    const others = column.cards.filter((card) => !moved.has(card.id))
    const leaving = column.cards.filter((card) => moved.has(card.id))
    if (column.id !== columnId) return leaving.length === 0 ? column : exchanged(column, others, leaving, [], chances)
    const cards = others.toSpliced(column.stage === null ? 0 : placeOf(column.cards, others, before, moved), 0, ...carried)
    return exchanged(column, cards, leaving, carried, chances)
  })
}

/** A column whose cards are others now. What left and what came is counted, since a picture of the first cards counts more than it has. */
function exchanged(column: BoardColumn, cards: readonly BoardCard[], leaving: readonly BoardCard[], coming: readonly BoardCard[], chances: ReadonlyMap<Id, number>): BoardColumn {
  const chanceOf = ({ stageId }: BoardCard) => column.stage?.chance ?? chances.get(stageId) ?? 0
  const sumsWith = (sums: readonly Money[], share: (card: BoardCard) => number) => {
    const taken = leaving.map((card) => times(card.value, -share(card)))
    const added = coming.map((card) => times(card.value, share(card)))
    return sumByCurrency([...sums, ...added, ...taken]).filter(({ amount }) => amount >= 0.005)
  }
  return {
    ...column,
    cards,
    count: column.count - leaving.length + coming.length,
    sums: sumsWith(column.sums, () => 1),
    weighted: sumsWith(column.weighted, (card) => chanceOf(card) / 100),
  }
}

function times(value: Money | null, share: number): Money | null {
  return value && { ...value, amount: value.amount * share }
}

/** Where cards land among the `others` of a column: before a card, or before the next one that stays when that is carried too. */
export function placeOf(cards: readonly BoardCard[], others: readonly BoardCard[], before: Id | null, moved: ReadonlySet<Id>): number {
  const from = before === null ? -1 : cards.findIndex(({ id }) => id === before)
  if (from < 0) return others.length
  const next = cards.slice(from).find(({ id }) => !moved.has(id))
  return next ? others.indexOf(next) : others.length
}

function columnsByStage(board: Board, keep: ((card: BoardCard) => boolean) | null): BoardColumn[] {
  const groups = cardsByStage(board, new Map())
  return board.stages.map((stage) => {
    const all = groups.get(stage.id) ?? []
    const cards = keep ? all.filter(keep) : all
    const { count, sums } = keep ? { count: cards.length, sums: sumByCurrency(cards.map(({ value }) => value)) } : stage
    return { id: stage.id, name: stage.name, stage, cards, count, sums, weighted: weigh(sums, stage.chance) }
  })
}

/** A lead that may rest needs no next touch, so that without one it is in no column here. */
function columnsByTime(board: Board, keep: ((card: BoardCard) => boolean) | null, moment: Moment): BoardColumn[] {
  const stages = new Map(board.stages.map((stage) => [stage.id, stage]))
  const groups = new Map<TimeGroup, BoardCard[]>(timeGroups.map((group) => [group, []]))
  for (const card of board.cards) {
    const stage = stages.get(card.stageId)
    if (card.next === null && (stage === undefined || cardMayRest(stage, card))) continue
    if (keep === null || keep(card)) groups.get(timeGroup(card.next?.due ?? null, moment))?.push(card)
  }
  return [...groups].map(([id, group]) => {
    const cards = byDue(group, moment)
    const weighted = sumByCurrency(cards.map(({ value, stageId }) => times(value, (stages.get(stageId)?.chance ?? 0) / 100)))
    return { id, name: words.board.timeGroups[id], stage: null, cards, count: cards.length, sums: sumByCurrency(cards.map(({ value }) => value)), weighted }
  })
}

function byDue(cards: readonly BoardCard[], { zone }: Moment): BoardCard[] {
  const orders = new Map(cards.map((card) => [card.id, card.next ? dueOrder(card.next.due, zone) : card.stageSince]))
  return cards.toSorted((a, b) => compare(orders.get(a.id) ?? '', orders.get(b.id) ?? '') || compare(a.id, b.id))
}

function weigh(sums: readonly Money[], chance: number): Money[] {
  return sums.map(({ amount, currency }) => ({ amount: (amount * chance) / 100, currency }))
}

function isSame(a: BoardColumn, b: BoardColumn): boolean {
  return (
    a.stage === b.stage &&
    a.cards.length === b.cards.length &&
    a.cards.every((card, index) => card === b.cards[index]) &&
    JSON.stringify([a.count, a.sums, a.weighted]) === JSON.stringify([b.count, b.sums, b.weighted])
  )
}
