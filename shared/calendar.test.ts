import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { datePaged, daysShown, movedDue, showsItem, type CalendarItem } from './calendar.ts'
import { addDays, dueOrder, weekday } from './dates.ts'

const zones = ['UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Apia', 'Australia/Lord_Howe']
const anyZone = fc.constantFrom(...zones)
const anyDate = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2026-01-01', days))
const anyTime = fc.integer({ min: 0, max: 95 }).map((quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`)

describe('The days that a view shows', () => {
  it('begin on the first day of the week, hold the whole month, and go on where paging leads', () => {
    expect(daysShown('month', '2026-11-22', 1)).toEqual({ from: '2026-10-26', to: '2026-12-06' })
    expect(daysShown('month', '2026-11-22', 7)).toEqual({ from: '2026-11-01', to: '2026-12-12' })
    expect(daysShown('week', '2026-11-22', 1)).toEqual({ from: '2026-11-16', to: '2026-11-22' })
    expect(daysShown('week', '2026-11-22', 7)).toEqual({ from: '2026-11-22', to: '2026-11-28' })
    expect(daysShown('agenda', '2026-11-22', 1)).toEqual({ from: '2026-11-22', to: '2026-12-05' })
    expect(datePaged('month', '2026-01-31', 1)).toBe('2026-02-01')
    expect(datePaged('month', '2026-03-01', -1)).toBe('2026-02-01')
    expect(datePaged('week', '2026-11-22', -1)).toBe('2026-11-15')
    expect(datePaged('agenda', '2026-11-22', 1)).toBe('2026-12-06')
  })

  it('always hold the date they are shown for', () => {
    fc.assert(
      fc.property(fc.constantFrom('month', 'week', 'day', 'agenda'), anyDate, fc.integer({ min: 1, max: 7 }), (view, date, weekStart) => {
        const { from, to } = daysShown(view, date, weekStart)
        expect(from <= date && date <= to).toBe(true)
        if (view === 'month' || view === 'week') expect(weekday(from)).toBe(weekStart)
      }),
    )
  })
})

describe('A touch that is put elsewhere', () => {
  it('keeps its time on their wall when only its day changes, across daylight saving', () => {
    // 9:00 in Los Angeles is 18:00 in Berlin, but 17:00 in the week in which only Berlin has left summer time.
    const due = { date: '2026-10-20', time: '09:00', zone: 'America/Los_Angeles' }
    expect(movedDue(due, '2026-10-27', '18:00', 'Europe/Berlin')).toEqual({ ...due, date: '2026-10-27' })
  })

  it('keeps the zone it was agreed for when its time changes', () => {
    const due = { date: '2026-11-23', time: '09:00', zone: 'America/Los_Angeles' }
    expect(movedDue(due, '2026-11-24', '02:30', 'Europe/Berlin')).toEqual({ date: '2026-11-23', time: '17:30', zone: 'America/Los_Angeles' })
  })

  it('loses its time for a whole day, and gets one of the person’s own wall from a whole day', () => {
    expect(movedDue({ date: '2026-11-23', time: '09:00', zone: 'Asia/Tokyo' }, '2026-11-25', null, 'Europe/Berlin')).toEqual({ date: '2026-11-25', time: null, zone: null })
    expect(movedDue({ date: '2026-11-23', time: null, zone: null }, '2026-11-25', '14:00', 'Europe/Berlin')).toEqual({ date: '2026-11-25', time: '14:00', zone: 'Europe/Berlin' })
  })

  it('stands where it was put, in whichever zones, unless that time does not exist there', () => {
    fc.assert(
      fc.property(anyDate, anyTime, anyZone, anyZone, anyDate, anyTime, (date, time, theirs, mine, to, at) => {
        const moved = movedDue({ date, time, zone: theirs }, to, at, mine)
        expect(moved.zone).toBe(theirs)
        const [day, clock] = dueOrder(moved, mine).split('T') as [string, string]
        const away = Math.abs(Date.parse(`${day}T${clock}Z`) - Date.parse(`${to}T${at}Z`))
        // Where only the day changes, the time stays as they have it, and daylight saving may be another on both sides.
        expect(away).toBeLessThanOrEqual(120 * 60_000)
      }),
    )
  })
})

describe('A filter of the calendar', () => {
  const touch = { kind: 'touch', channel: 'call' } as CalendarItem
  const promise = { kind: 'promise' } as CalendarItem
  const planned = { kind: 'planned', channel: 'email' } as CalendarItem

  it('lets through the channels that are chosen, all when none is, and promises and planned steps as asked', () => {
    const shown = (channels: ('call' | 'email')[], promises: boolean, plannedToo: boolean) => [touch, promise, planned].map((item) => showsItem({ channels, promises, planned: plannedToo }, item))
    expect(shown([], true, true)).toEqual([true, true, true])
    expect(shown(['email'], true, true)).toEqual([false, true, true])
    expect(shown(['call'], false, true)).toEqual([true, false, false])
    expect(shown([], false, false)).toEqual([true, false, false])
  })
})
