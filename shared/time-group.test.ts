import { describe, expect, test } from 'vitest'
import type { Due } from './dates.ts'
import { dateIn, momentAt, timeGroup, timeGroups } from './time-group.ts'

// A Wednesday, ten in the morning in Berlin.
const moment = momentAt(Date.parse('2026-11-25T09:00:00Z'), 'Europe/Berlin')

function day(date: string, time: string | null = null): Due {
  return { date, time, zone: time === null ? null : 'Europe/Berlin' }
}

describe('A next touch stands by time', () => {
  test.each([
    [day('2026-11-24'), 'overdue'],
    [day('2026-11-25', '09:59'), 'overdue'],
    [day('2026-11-25', '10:01'), 'today'],
    [day('2026-11-25'), 'today'],
    [day('2026-11-26'), 'this-week'],
    [day('2026-11-29'), 'this-week'],
    [day('2026-11-30'), 'next-week'],
    [day('2026-12-06'), 'next-week'],
    [day('2026-12-07'), 'later'],
    [null, 'none'],
  ] as const)('%j in %s', (due, group) => {
    expect(timeGroup(due, moment)).toBe(group)
  })

  test('by the day of its reader, not of its own zone', () => {
    expect(timeGroup({ date: '2026-11-30', time: '08:00', zone: 'Pacific/Auckland' }, moment)).toBe('this-week')
  })
})

describe('A card dropped into a column', () => {
  test('comes to a date that stands in that very column, on every day of the week', () => {
    for (const today of ['2026-11-23', '2026-11-25', '2026-11-27', '2026-11-28', '2026-11-29']) {
      for (const group of timeGroups) {
        const date = dateIn(group, today)
        if (date !== null) expect(timeGroup(day(date), { ...moment, now: Date.parse(`${today}T09:00:00Z`), today })).toBe(group)
      }
    }
  })

  test('comes to a working day where the column has one left', () => {
    expect(dateIn('this-week', '2026-11-26')).toBe('2026-11-27')
    expect(dateIn('this-week', '2026-11-27')).toBe('2026-11-28')
    expect(dateIn('next-week', '2026-11-29')).toBe('2026-11-30')
  })

  test('comes to no date in the past, in no week that is over, and never loses its date', () => {
    expect(dateIn('overdue', '2026-11-25')).toBeNull()
    expect(dateIn('none', '2026-11-25')).toBeNull()
    expect(dateIn('this-week', '2026-11-29')).toBeNull()
  })
})
