import { describe, expect, it } from 'vitest'
import type { TodayItem } from '../../shared/api.ts'
import { blankTouch, type Touch } from '../../shared/touch.ts'
import { itemKey, partsOf, splitSnoozed, withWaiting } from './session.ts'

function anItem(id: string, snoozedUntil: string | null = null): TodayItem {
  const touch: Touch = {
    ...blankTouch,
    id,
    leadId: `lead of ${id}`,
    channel: 'call',
    purpose: '',
    due: { date: '2026-11-22', time: null, zone: null },
    snoozedUntil,
    createdAt: '2026-11-20T09:00:00.000Z',
  }
  const nothing = { promise: null, silence: null, stale: null, restedUntil: null, outOfTouch: null, waits: null }
  return { reason: 'today', isLate: false, leadId: touch.leadId, contactName: id, company: '', leadTitle: '', value: null, touch, ...nothing }
}

const now = Date.parse('2026-11-22T10:00:00Z')

describe('a day’s session', () => {
  it('remembers what waited, so that what is gone counts as worked through', () => {
    const morning = withWaiting(null, '2026-11-22', [anItem('a'), anItem('b')])
    const later = withWaiting(morning, '2026-11-22', [anItem('b'), anItem('c')])
    expect(later.seen.size).toBe(3)
  })

  it('starts anew on the next day', () => {
    const before = withWaiting(null, '2026-11-22', [anItem('a')])
    expect([...withWaiting(before, '2026-11-23', [anItem('b')]).seen]).toEqual(['b'])
  })

  it('stays the same object while nothing new waits', () => {
    const session = withWaiting(null, '2026-11-22', [anItem('a')])
    expect(withWaiting(session, '2026-11-22', [])).toBe(session)
  })
})

it('puts what is snoozed apart until its time comes', () => {
  const items = [anItem('a', '2026-11-22T10:15:00.000Z'), anItem('b', '2026-11-22T09:45:00.000Z'), anItem('c')]
  const { waiting, snoozed } = splitSnoozed(items, now)
  expect(waiting.map(itemKey)).toEqual(['b', 'c'])
  expect(snoozed.map(itemKey)).toEqual(['a'])
})

it('reads in groups by reason, what is snoozed last', () => {
  const items = [anItem('a', '2026-11-22T10:15:00.000Z'), anItem('b'), { ...anItem('c'), reason: 'no-next-step' as const }]
  expect(partsOf(items, now).map(({ name }) => name)).toEqual(['today', 'no-next-step', 'snoozed'])
})

it('reads lead by lead where there are several things about one', () => {
  const items = [anItem('a'), { ...anItem('b'), leadId: 'lead of a' }, anItem('c')]
  expect(partsOf(items, now).map(({ leads }) => leads.map((lead) => lead.map(itemKey)))).toEqual([[['a', 'b'], ['c']]])
})

it('knows a lead without a next step by the lead, and its silence apart from that', () => {
  const nothing = { leadId: 'lead', touch: null, promise: null, silence: null }
  expect(itemKey(nothing)).toBe('lead')
  expect(itemKey({ ...nothing, silence: { unanswered: 7, limit: 7 } })).toBe('silence-lead')
})
