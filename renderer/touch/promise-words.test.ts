import { describe, expect, it } from 'vitest'
import type { ListedPromise } from '../../shared/promise.ts'
import { promiseNotes, standingWords } from './promise-words.ts'

const reader = { locale: 'en-GB', zone: 'Europe/Berlin', now: Date.parse('2026-11-23T08:00:00Z') }
const blank: ListedPromise = { id: 'p', leadId: 'l', recapId: null, side: 'theirs', what: 'Share the figures', by: null, state: 'open', moves: 0, settledAt: null, dismissedAt: null, createdAt: '2026-11-01T08:00:00.000Z', standing: { kind: 'undated', days: 0 }, asking: null }

describe('how a promise stands', () => {
  it.each([
    [{ by: '2026-11-20' }, '3 days late'],
    [{ by: '2026-11-22' }, '1 day late'],
    [{ by: '2026-11-23' }, 'today'],
    [{ by: '2026-11-24' }, 'tomorrow'],
    [{ by: '2026-11-27' }, 'Fri 27 Nov'],
    [{ by: null }, 'no day'],
    [{ by: '2026-11-20', state: 'kept', settledAt: '2026-11-20T08:00:00.000Z' }, 'kept'],
    [{ by: '2026-11-20', state: 'kept', settledAt: '2026-11-22T08:00:00.000Z' }, 'kept 2 days late'],
    [{ by: '2026-11-20', state: 'broken', settledAt: '2026-11-22T08:00:00.000Z' }, 'broken'],
    [{ by: '2026-11-20', state: 'cancelled', settledAt: '2026-11-22T08:00:00.000Z' }, 'let go'],
  ] as const)('%j reads %s', (facts, said) => {
    expect(standingWords({ ...blank, ...facts }, reader)).toBe(said)
  })
})

describe('what else is said of a promise', () => {
  const asking = { touchId: 't', due: { date: '2026-11-27', time: null, zone: null } }

  it('is how often it was put off, and when it is asked about', () => {
    expect(promiseNotes({ ...blank, moves: 2, asking }, reader)).toEqual(['moved twice', 'you ask Fri 27 Nov'])
    expect(promiseNotes({ ...blank, asking: { ...asking, due: { ...asking.due, date: '2026-11-20' } } }, reader)).toEqual(['you ask today'])
  })

  it('is that it is not to be asked about, while it is open', () => {
    const dismissed = { ...blank, dismissedAt: '2026-11-22T08:00:00.000Z' }
    expect(promiseNotes(dismissed, reader)).toEqual(['not to be asked about'])
    expect(promiseNotes({ ...dismissed, state: 'kept' }, reader)).toEqual([])
  })
})
