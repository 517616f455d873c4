import { describe, expect, test } from 'vitest'
import type { Board, BoardCard } from './api.ts'
import { columnsOf, withCarried, type BoardColumn } from './board-columns.ts'
import { replaceCards } from './board.ts'
import { blankLead } from './lead.ts'
import { defaultStages } from './stage.ts'
import { momentAt } from './time-group.ts'

const moment = momentAt(Date.parse('2026-11-25T09:00:00Z'), 'Europe/Berlin')

function aCard(id: string, stageId: string, date: string | null = null): BoardCard {
  const at = '2026-11-22T09:00:00.000Z'
  const next = date === null ? null : ({ touchId: `t-${id}`, channel: 'call', purpose: '', due: { date, time: null, zone: null } } as const)
  const value = { amount: 100, currency: 'EUR' }
  return { ...blankLead, id, contactId: id, value, stageId, rank: id, stageSince: at, createdAt: at, name: id, company: '', tags: [], noes: 0, permission: 'not-asked', doNotContact: false, next }
}

const empty: Board = { stages: defaultStages.map((stage, index) => ({ ...stage, name: stage.id, rank: `a${index}`, count: 0, sums: [] })), cards: [], complete: true }
const cards = [aCard('a', 'new', '2026-11-24'), aCard('b', 'new'), aCard('c', 'proposal', '2026-11-25'), aCard('d', 'won'), aCard('e', 'won', '2026-11-30')]
const board = replaceCards(empty, [], cards)

function told(columns: readonly BoardColumn[]): string[] {
  return columns.filter((column) => column.cards.length > 0).map((column) => `${column.id}: ${column.cards.map(({ id }) => id).join(' ')}`)
}

describe('The columns', () => {
  test('by stage count, sum and weigh by the chance of the stage', () => {
    const columns = columnsOf(board, 'stage', null, moment, [])
    expect(told(columns)).toEqual(['new: a b', 'proposal: c', 'won: d e'])
    expect(columns[0]).toMatchObject({ count: 2, sums: [{ amount: 200, currency: 'EUR' }], weighted: [{ amount: 20, currency: 'EUR' }] })
  })

  test('by time leave out a lead at rest that needs no next touch', () => {
    const columns = columnsOf(board, 'time', null, moment, [])
    expect(columns.map(({ id }) => id)).toEqual(['overdue', 'today', 'this-week', 'next-week', 'later', 'none'])
    expect(told(columns)).toEqual(['overdue: a', 'today: c', 'next-week: e', 'none: b'])
    expect(columns[1]).toMatchObject({ weighted: [{ amount: 60, currency: 'EUR' }] })
  })

  test('of a filter count what it leaves in', () => {
    const columns = columnsOf(board, 'stage', ({ id }) => id === 'b', moment, [])
    expect(columns[0]).toMatchObject({ count: 1, sums: [{ amount: 100 }] })
  })

  test('that did not change stay the very same', () => {
    const before = columnsOf(board, 'stage', null, moment, [])
    const after = columnsOf(replaceCards(board, ['a'], [aCard('a', 'new', '2026-12-01')]), 'stage', null, moment, before)
    expect(after[0]).not.toBe(before[0])
    expect(after.slice(1).every((column, index) => column === before[index + 1])).toBe(true)
  })
})

describe('Carried cards', () => {
  const columns = columnsOf(board, 'stage', null, moment, [])

  test('stand in their order before the card they are over, also when that is one of them', () => {
    expect(told(withCarried(columns, board.stages, ['c', 'a'], 'won', 'e'))).toEqual(['new: b', 'won: d c a e'])
    expect(told(withCarried(columns, board.stages, ['d', 'a'], 'won', 'd'))).toEqual(['new: b', 'proposal: c', 'won: d a e'])
    expect(told(withCarried(columns, board.stages, ['a'], 'new', null))).toEqual(['new: b a', 'proposal: c', 'won: d e'])
  })

  test('take their count and their worth along, weighed by the chance they have where they are', () => {
    const worth = (all: readonly BoardColumn[], id: string) => all.filter((column) => column.id === id).map(({ count, sums, weighted }) => [count, sums[0]?.amount, weighted[0]?.amount])[0]
    const over = withCarried(columns, board.stages, ['a', 'c'], 'won', null)
    expect([worth(over, 'new'), worth(over, 'proposal'), worth(over, 'won')]).toEqual([[1, 100, 10], [0, undefined, undefined], [4, 400, 400]])
    expect(worth(withCarried(columns, board.stages, ['b'], 'new', 'a'), 'new')).toEqual([2, 200, 20])
    const byTime = withCarried(columnsOf(board, 'time', null, moment, []), board.stages, ['a'], 'today', null)
    expect([worth(byTime, 'overdue'), worth(byTime, 'today')]).toEqual([[0, undefined, undefined], [2, 200, 70]])
  })

  test('leave the columns they do not touch as they are', () => {
    expect(withCarried(columns, board.stages, ['a'], 'won', null)[3]).toBe(columns[3])
  })
})
