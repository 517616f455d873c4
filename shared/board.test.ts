import { describe, expect, test } from 'vitest'
import type { Board, BoardCard } from './api.ts'
import { cardsByStage, moveCards, replaceCards } from './board.ts'
import { blankLead } from './lead.ts'
import { defaultStages } from './stage.ts'

function aCard(id: string, stageId: string, rank: string, amount = 100): BoardCard {
  const at = '2026-11-22T09:00:00.000Z'
  const value = { amount, currency: 'EUR' }
  return { ...blankLead, id, contactId: `contact-${id}`, value, stageId, rank, stageSince: at, createdAt: at, name: id, company: '', tags: [], noes: 0, permission: 'not-asked', doNotContact: false, next: null }
}

function aBoard(cards: BoardCard[], complete = true): Board {
  const empty: Board = { stages: defaultStages.map((stage, index) => ({ ...stage, name: stage.id, rank: `a${index}`, count: 0, sums: [] })), cards: [], complete }
  return replaceCards(empty, [], cards)
}

function order(board: Board, stageId: string): string[] {
  return board.cards.filter((card) => card.stageId === stageId).map((card) => card.id)
}

const board = aBoard([aCard('ada', 'new', 'a0'), aCard('ben', 'new', 'a1'), aCard('cleo', 'meeting', 'a0', 300)])

describe('moving a card', () => {
  test('puts it before another, and counts and sums both columns anew', () => {
    const moved = moveCards(board, ['ada'], 'meeting', 'cleo')
    expect(order(moved, 'meeting')).toEqual(['ada', 'cleo'])
    expect(order(moved, 'new')).toEqual(['ben'])
    expect(moved.stages.find(({ id }) => id === 'meeting')).toMatchObject({ count: 2, sums: [{ amount: 400, currency: 'EUR' }] })
    expect(moved.stages.find(({ id }) => id === 'new')).toMatchObject({ count: 1, sums: [{ amount: 100, currency: 'EUR' }] })
  })

  test('puts it last without another, also within its own column and into an empty one', () => {
    expect(order(moveCards(board, ['ada'], 'new', null), 'new')).toEqual(['ben', 'ada'])
    expect(order(moveCards(board, ['ada'], 'won', null), 'won')).toEqual(['ada'])
  })

  test('leaves the very same board when the card or its new neighbour is gone', () => {
    expect(moveCards(board, ['nobody'], 'new', null)).toBe(board)
    expect(moveCards(board, ['ada'], 'meeting', 'ben')).toBe(board)
  })

  test('leaves the columns it does not touch as they were, object for object', () => {
    const before = cardsByStage(board, new Map())
    const after = cardsByStage(moveCards(board, ['ada'], 'won', null), before)
    expect(after.get('meeting')).toBe(before.get('meeting'))
    expect(after.get('new')).not.toBe(before.get('new'))
  })
})

describe('replacing cards', () => {
  test('takes in changed and new ones by rank, and drops those that are gone', () => {
    const next = replaceCards(board, ['ada', 'ben', 'dan'], [{ ...aCard('ben', 'new', 'a1'), name: 'Benjamin' }, aCard('dan', 'new', 'a0V')])
    expect(order(next, 'new')).toEqual(['dan', 'ben'])
    expect(next.cards.find(({ id }) => id === 'ben')?.name).toBe('Benjamin')
    expect(next.stages.find(({ id }) => id === 'new')?.count).toBe(2)
  })

  test('keeps the counts that were told with a picture of the first cards only', () => {
    const part = { ...aBoard([aCard('ada', 'new', 'a0')], false) }
    part.stages = part.stages.map((stage) => (stage.id === 'new' ? { ...stage, count: 500 } : stage))
    expect(replaceCards(part, ['ada'], []).stages.find(({ id }) => id === 'new')?.count).toBe(500)
  })
})
