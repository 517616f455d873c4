import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, instantOf, toInstant } from './dates.ts'
import { inOrderOfPromises, keptOnTime, promiseSideSchema, promiseStanding, promiseStateSchema, standingSchema, type Promised } from './promise.ts'

const zone = 'Europe/Berlin'
const today = '2026-11-23'
const person = { today, zone }
const at = (date: string, time = '12:00') => toInstant(instantOf(date, time, zone))
const blank: Promised = { id: 'p', leadId: 'l', recapId: null, side: 'mine', what: 'Send the offer', by: null, state: 'open', moves: 0, settledAt: null, dismissedAt: null, createdAt: at('2026-11-01') }

const aPromise = fc
  .record({
    side: fc.constantFrom(...promiseSideSchema.options),
    state: fc.constantFrom(...promiseStateSchema.options),
    by: fc.option(fc.integer({ min: -40, max: 40 }).map((days) => addDays(today, days))),
    settled: fc.integer({ min: -60 * 24, max: 0 }),
    id: fc.uuid(),
  })
  .map(({ settled, ...facts }): Promised => ({ ...blank, ...facts, settledAt: facts.state === 'open' ? null : toInstant(Date.parse(at(today)) + settled * 3_600_000) }))

describe('an open promise', () => {
  const open = (by: string | null) => promiseStanding({ ...blank, by }, person)

  it('is in time up to the end of its day', () => {
    expect(open('2026-11-24')).toEqual({ kind: 'later', days: 1 })
    expect(open(today)).toEqual({ kind: 'today', days: 0 })
    expect(open('2026-11-22')).toEqual({ kind: 'late', days: 1 })
    expect(open('2025-11-23')).toEqual({ kind: 'late', days: 365 })
  })

  it('without a day is never late', () => {
    expect(open(null)).toEqual({ kind: 'undated', days: 0 })
  })
})

describe('a promise that was kept', () => {
  const kept = (by: string | null, settledAt: string) => promiseStanding({ ...blank, by, state: 'kept', settledAt }, person)

  it('is on time on the last minute of its day in the person\'s own zone, and late a minute later', () => {
    expect(kept('2026-11-20', at('2026-11-20', '23:59'))).toEqual({ kind: 'kept', days: 0 })
    expect(kept('2026-11-20', at('2026-11-21', '00:00'))).toEqual({ kind: 'kept-late', days: 1 })
  })

  it('without a day is on time', () => {
    expect(kept(null, at('2026-11-20'))).toEqual({ kind: 'kept', days: 0 })
  })
})

it('a broken or cancelled promise is neither late nor on time', () => {
  for (const state of ['broken', 'cancelled'] as const) {
    expect(promiseStanding({ ...blank, by: '2026-11-20', state, settledAt: at(today) }, person)).toEqual({ kind: state, days: 0 })
  }
})

it('the standing of any promise fits its schema, has days only where they say something, and only open ones are open', () => {
  fc.assert(
    fc.property(aPromise, (promise) => {
      const { kind, days } = standingSchema.parse(promiseStanding(promise, person))
      expect(days > 0).toBe(kind === 'late' || kind === 'later' || kind === 'kept-late')
      expect(promise.state === 'open').toBe(['late', 'today', 'later', 'undated'].includes(kind))
    }),
  )
})

describe('kept on time', () => {
  it('counts, for each side, what was kept in time out of what could have been', () => {
    const promises: Promised[] = [
      { ...blank, by: '2026-11-20', state: 'kept', settledAt: at('2026-11-19') },
      { ...blank, by: '2026-11-20', state: 'kept', settledAt: at('2026-11-22') },
      { ...blank, by: '2026-11-20', state: 'broken', settledAt: at('2026-11-22') },
      { ...blank, by: '2026-11-20' },
      { ...blank, by: '2026-11-20', state: 'cancelled', settledAt: at('2026-11-22') },
      { ...blank, by: '2026-11-30' },
      { ...blank, by: today },
      { ...blank, by: null, state: 'kept', settledAt: at('2026-11-22') },
      { ...blank, side: 'theirs', by: '2026-11-20', state: 'kept', settledAt: at('2026-11-20') },
    ]
    expect(keptOnTime(promises, person)).toEqual({ mine: { kept: 2, onTime: 1, n: 4 }, theirs: { kept: 1, onTime: 1, n: 1 } })
  })

  it('of nothing is nothing out of nothing', () => {
    expect(keptOnTime([], person)).toEqual({ mine: { kept: 0, onTime: 0, n: 0 }, theirs: { kept: 0, onTime: 0, n: 0 } })
  })

  it('never counts more on time than kept, more kept than there are, and adds up over any two lists', () => {
    fc.assert(
      fc.property(fc.array(aPromise), fc.array(aPromise), (some, others) => {
        const [a, b, all] = [keptOnTime(some, person), keptOnTime(others, person), keptOnTime([...others, ...some], person)]
        for (const side of promiseSideSchema.options) {
          expect(all[side].onTime).toBeLessThanOrEqual(all[side].kept)
          expect(all[side].kept).toBeLessThanOrEqual(all[side].n)
          for (const count of ['kept', 'onTime', 'n'] as const) expect(a[side][count] + b[side][count]).toBe(all[side][count])
        }
      }),
    )
  })
})

describe('the order of promises', () => {
  it('has open ones first, by their day, those without one last of them, and then the latest settled', () => {
    const promises: Promised[] = [
      { ...blank, id: 'kept', state: 'kept', settledAt: at('2026-11-20') },
      { ...blank, id: 'undated' },
      { ...blank, id: 'broken', state: 'broken', settledAt: at('2026-11-21') },
      { ...blank, id: 'later', by: '2026-12-01' },
      { ...blank, id: 'late', by: '2026-11-01' },
    ]
    expect(inOrderOfPromises(promises).map(({ id }) => id)).toEqual(['late', 'later', 'undated', 'broken', 'kept'])
  })

  it('does not depend on the order in which they come', () => {
    fc.assert(
      fc.property(fc.uniqueArray(aPromise, { selector: ({ id }) => id }), (promises) => {
        expect(inOrderOfPromises(promises.toReversed())).toEqual(inOrderOfPromises(promises))
      }),
    )
  })
})
