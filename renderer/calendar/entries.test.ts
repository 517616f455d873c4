import { describe, expect, it } from 'vitest'
import type { CalendarItem } from '../../shared/calendar.ts'
import { entriesOf, entriesThatFit, wallOf } from './entries.ts'

function aTouch(id: string, at: string): CalendarItem {
  const due = { date: at.slice(0, 10), time: null, zone: null }
  return { kind: 'touch', id, at, leadId: id, name: id, company: '', channel: 'call', purpose: '', due, minutes: null, state: 'due', outcome: null }
}

describe('The entries of a calendar', () => {
  it('stand where the person’s wall says, for as long as they take', () => {
    const [timed, whole] = entriesOf([aTouch('a', '2026-11-22T23:50'), aTouch('b', '2026-11-22')])
    expect(timed).toMatchObject({ start: '2026-11-22T23:50', end: '2026-11-23T00:05', allDay: false, startEditable: true, durationEditable: true })
    expect(whole).toMatchObject({ start: '2026-11-22', allDay: true, startEditable: true, durationEditable: false })
    expect(wallOf(new Date('2026-11-22T23:50Z'))).toEqual({ date: '2026-11-22', time: '23:50' })
  })

  it('are no more than a day has room for, the last row telling how many are left out', () => {
    const items = ['a', 'b', 'c', 'd'].map((id) => aTouch(id, '2026-11-22'))
    const shown = (rows: number, leftOut: { date: string; count: number }[] = []) => entriesThatFit([...items, aTouch('e', '2026-11-23')], rows, leftOut).map(({ id, start, extendedProps }) => [id, start, (extendedProps?.['more'] as { count: number } | undefined)?.count])
    expect(shown(4)).toHaveLength(5)
    expect(shown(3)).toEqual([
      ['a', '2026-11-22', undefined],
      ['b', '2026-11-22', undefined],
      ['e', '2026-11-23', undefined],
      ['more-2026-11-22', '2026-11-22', 2],
    ])
    expect(shown(1)).toEqual([
      ['e', '2026-11-23', undefined],
      ['more-2026-11-22', '2026-11-22', 4],
    ])
    expect(shown(3, [{ date: '2026-11-22', count: 60 }]).at(-1)).toEqual(['more-2026-11-22', '2026-11-22', 62])
    expect(shown(4, [{ date: '2026-11-22', count: 60 }]).at(-1)).toEqual(['more-2026-11-22', '2026-11-22', 61])
  })
})
