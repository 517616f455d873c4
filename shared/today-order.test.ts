import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inQueueOrder, mostShown, sectionsOf, todayReasons, type Queued } from './today-order.ts'

const anItem = fc.record({
  reason: fc.constantFrom(...todayReasons),
  leadId: fc.nat(60).map((number) => `lead ${number}`),
  since: fc.date({ min: new Date('2026-01-01'), max: new Date('2026-11-22'), noInvalidDate: true }).map((date) => date.toISOString()),
})
const aQueue = fc.array(anItem, { maxLength: 80 }).map((items) => items.map((item, index) => ({ ...item, id: `item ${index}` })))
const alone = (items: readonly Omit<Queued, 'id' | 'leadId'>[]): Queued[] => items.map((item, index) => ({ ...item, id: `${index}`, leadId: `lead of ${index}` }))
const ids = (items: readonly Queued[]) => items.map(({ id }) => id)

describe('The order of Today', () => {
  test('loses nothing, and does not depend on the order in which things were found', () => {
    fc.assert(
      fc.property(aQueue, (queue) => {
        const ordered = inQueueOrder(queue)
        expect(ids(ordered).toSorted()).toEqual(ids(queue).toSorted())
        expect(ids(inQueueOrder(queue.toReversed()))).toEqual(ids(ordered))
      }),
    )
  })

  test('brings together what there is about one lead, and keeps the reasons in their order by the first of each lead', () => {
    fc.assert(
      fc.property(aQueue, (queue) => {
        const ordered = inQueueOrder(queue)
        const changes = ordered.filter(({ leadId }, index) => ordered[index - 1]?.leadId !== leadId)
        expect(changes).toHaveLength(new Set(queue.map(({ leadId }) => leadId)).size)
        const ranks = changes.map(({ reason }) => todayReasons.indexOf(reason))
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      }),
    )
  })

  test('never puts a newcomer before somebody who waits already for the same reason', () => {
    const others = todayReasons.filter((reason) => reason !== 'reply-now')
    fc.assert(
      fc.property(fc.array(anItem, { minLength: 1, maxLength: 30 }), fc.constantFrom(...others), (found, reason) => {
        const waiting = alone(found.map((item) => ({ ...item, reason })))
        const newcomer = { reason, leadId: 'new', since: '2026-11-23T00:00:00.000Z', id: 'new' }
        expect(ids(inQueueOrder([...waiting, newcomer]))).toEqual([...ids(inQueueOrder(waiting)), 'new'])
      }),
    )
  })

  test('has among each three inbound leads one of those that have waited longest, however many come in', () => {
    const inbound = (count: number) => alone(Array.from({ length: count }, (_, index) => ({ reason: 'reply-now', since: new Date(index * 1000).toISOString() })))
    expect(ids(inQueueOrder(inbound(7)))).toEqual(['6', '5', '0', '4', '3', '1', '2'])
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 200 }), (count) => {
        const ordered = ids(inQueueOrder(inbound(count))).map(Number)
        expect(ordered[0]).toBe(count - 1)
        expect(ordered.filter((_, place) => place % 3 === 2)).toEqual(Array.from({ length: Math.floor(count / 3) }, (_, place) => place))
      }),
    )
  })
})

describe('What is shown of a long queue', () => {
  test('is its beginning, reason by reason, with a sure share for each of them', () => {
    fc.assert(
      fc.property(aQueue, fc.integer({ min: 10, max: 60 }), (queue, most) => {
        const ordered = inQueueOrder(queue)
        const shown = mostShown(ordered, most)
        expect(ordered.filter((item) => shown.includes(item))).toEqual(shown)
        expect(shown.length).toBeGreaterThanOrEqual(Math.min(most, ordered.length))
        const all = sectionsOf(ordered)
        const share = Math.floor(most / all.length)
        for (const { name, leads } of all) {
          const there = sectionsOf(shown).find((section) => section.name === name)?.leads ?? []
          expect(there.flat().length).toBeGreaterThanOrEqual(Math.min(share, leads.flat().length))
          // Whole leads, the first ones of their part.
          expect(there).toEqual(leads.slice(0, there.length))
        }
      }),
    )
  })

  test('keeps the leads forgotten longest in sight behind a thousand overdue touches', () => {
    const overdue = Array.from({ length: 1000 }, (_, index) => ({ reason: 'overdue' as const, since: `2026-11-${10 + (index % 10)}` }))
    const stale = Array.from({ length: 40 }, (_, index) => ({ reason: 'stale' as const, since: `2026-0${1 + (index % 9)}-01` }))
    const shown = mostShown(inQueueOrder(alone([...overdue, ...stale])), 100)
    expect(shown).toHaveLength(100)
    expect(shown.filter(({ reason }) => reason === 'stale').map(({ since }) => since.slice(0, 7))).toEqual(expect.arrayContaining(['2026-01', '2026-02']))
  })
})
