import { describe, expect, test } from 'vitest'
import { staleness } from './stale.ts'
import { momentAt } from './time-group.ts'

const moment = momentAt(Date.parse('2026-11-25T09:00:00Z'), 'Europe/Berlin')
const stage = { kind: 'open', staleAfterDays: 7 } as const

function card(since: string, date: string | null) {
  const next = date === null ? null : ({ touchId: 't', channel: 'call', purpose: '', due: { date, time: null, zone: null } } as const)
  return { stageSince: `${since}T09:00:00.000Z`, permission: 'not-asked', doNotContact: false, next } as const
}

describe('A lead is stale', () => {
  test('once it has stood in its stage long enough with nothing to come, and says why', () => {
    expect(staleness(card('2026-11-18', null), stage, moment)).toEqual({ days: 7, next: 'missing' })
    expect(staleness(card('2026-11-10', '2026-11-24'), stage, moment)).toEqual({ days: 15, next: 'overdue' })
  })

  test('not while a touch is still to come, today included', () => {
    for (const date of ['2026-11-25', '2026-12-24']) expect(staleness(card('2026-01-01', date), stage, moment)).toBeNull()
  })

  test('not for want of a next touch when they declined, or are not to be contacted', () => {
    expect(staleness({ ...card('2026-11-01', null), permission: 'declined' }, stage, moment)).toBeNull()
    expect(staleness({ ...card('2026-11-01', null), doNotContact: true }, stage, moment)).toBeNull()
  })

  test('not before its time, in a stage at rest, or in one that never makes stale', () => {
    expect(staleness(card('2026-11-19', null), stage, moment)).toBeNull()
    expect(staleness(card('2026-01-01', null), { kind: 'parked', staleAfterDays: 7 }, moment)).toBeNull()
    expect(staleness(card('2026-01-01', null), { kind: 'open', staleAfterDays: null }, moment)).toBeNull()
  })
})
