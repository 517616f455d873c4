import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type LocalDate } from './dates.ts'
import { isBacklog, respread, type RespreadPolicy, type Waiting } from './respread.ts'
import { addWorkingDays, plainWorkDays, workDaysOf } from './work-days.ts'

/** A Monday. */
const today = '2026-11-23'

const aTouch = (id: string, facts: Partial<Waiting> = {}): Waiting => ({ id, reason: 'value', value: 0, from: '2026-11-16', personId: id, minimumGap: 1, notBefore: null, ...facts })
const aPolicy = (facts: Partial<RespreadPolicy> = {}): RespreadPolicy => ({ today, work: plainWorkDays, dailyLoad: 2, load: new Map(), standing: new Map(), ...facts })
const places = (waiting: Waiting[], policy: Partial<RespreadPolicy> = {}) => Object.fromEntries(respread(waiting, aPolicy(policy)).map(({ id, to }) => [id, to]))

describe('A backlog', () => {
  const overdue = (count: number, from: LocalDate) => Array.from({ length: count }, () => ({ from }))
  test.each([
    ['nothing', false, overdue(0, today)],
    ['more than a day takes, though only of yesterday', true, overdue(9, '2026-11-20')],
    ['five, and the oldest three working days old', true, [...overdue(4, '2026-11-20'), { from: '2026-11-18' }]],
    ['five of the last two working days', false, overdue(5, '2026-11-19')],
    ['four, however old', false, overdue(4, '2026-01-05')],
  ] as const)('of %s is one: %s', (_what, expected, waiting) => {
    expect(isBacklog(waiting, aPolicy({ dailyLoad: 8 }))).toBe(expected)
  })

  test('does not grow old over days off', () => {
    const work = workDaysOf([1, 2, 3, 4, 5], [{ from: '2026-11-16', to: '2026-11-20' }])
    expect(isBacklog(overdue(6, '2026-11-13'), aPolicy({ work, dailyLoad: 8 }))).toBe(false)
  })
})

describe('A new spread', () => {
  test('puts promises first, then those who answered, then by value, and cold leads last', () => {
    const waiting = [aTouch('cold', { reason: 'cold' }), aTouch('small', { value: 10 }), aTouch('large', { value: 900 }), aTouch('reply', { reason: 'reply' }), aTouch('promise', { reason: 'promise' }), aTouch('older', { value: 10, from: '2026-11-02' })]
    expect(places(waiting)).toEqual({ promise: today, reply: today, large: '2026-11-24', older: '2026-11-24', small: '2026-11-25', cold: '2026-11-25' })
  })

  test('counts what stands on a day already, and leaves out days off', () => {
    const work = workDaysOf([1, 2, 3, 4, 5], [{ from: '2026-11-25', to: '2026-11-27' }])
    const load = new Map([
      [today, 1],
      ['2026-11-24', 5],
    ])
    expect(places([aTouch('a', { value: 2 }), aTouch('b', { value: 1 })], { work, load })).toEqual({ a: today, b: '2026-11-30' })
    expect(places([aTouch('a')], { today: '2026-11-22' })).toEqual({ a: '2026-11-23' })
  })

  test('keeps the minimum gap to what was done and to what is due with the same person', () => {
    const standing = new Map([['jane', ['2026-11-20', '2026-11-30']]])
    const jane = (id: string, value: number) => aTouch(id, { personId: 'jane', minimumGap: 2, value })
    expect(places([jane('a', 2), jane('b', 1), aTouch('other')], { standing })).toEqual({ other: today, a: '2026-11-24', b: '2026-11-26' })
  })

  test('waits for the day from which they want to hear again', () => {
    expect(places([aTouch('a', { notBefore: '2026-12-05' })])).toEqual({ a: '2026-12-07' })
  })

  test('brings cold leads not before the last of the others, also where an earlier day has room', () => {
    const waiting = [aTouch('a', { personId: 'x', minimumGap: 3, value: 2 }), aTouch('b', { personId: 'x', minimumGap: 3, value: 1 }), aTouch('cold', { reason: 'cold' })]
    expect(places(waiting)).toEqual({ a: today, b: '2026-11-26', cold: '2026-11-26' })
  })

  test('leaves where it is what finds no place', () => {
    expect(respread([aTouch('a')], aPolicy({ work: workDaysOf([1, 2, 3, 4, 5], [{ from: '2026-11-01', to: '2036-11-01' }]) }))).toEqual([])
    expect(respread([aTouch('a', { notBefore: '2199-01-01' })], aPolicy())).toEqual([])
  })

  const aDay = fc.integer({ min: -30, max: 40 }).map((days) => addDays(today, days))
  const aPerson = fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'p6')
  const gaps: Record<string, number> = { p1: 0, p2: 1, p3: 1, p4: 2, p5: 3, p6: 5 }
  const someWaiting = fc
    .array(
      fc.record({
        reason: fc.constantFrom('promise', 'reply', 'value', 'cold'),
        value: fc.integer({ min: 0, max: 3 }),
        from: fc.integer({ min: 1, max: 30 }).map((days) => addDays(today, -days)),
        personId: aPerson,
        notBefore: fc.option(aDay, { nil: null, freq: 6 }),
      }),
      { maxLength: 40 },
    )
    .map((touches): Waiting[] => touches.map((touch, index) => ({ ...touch, id: `t${index}`, minimumGap: gaps[touch.personId] ?? 1 })))
  const somePolicy = fc
    .record({
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      off: fc.array(fc.record({ from: aDay, length: fc.integer({ min: 0, max: 9 }) }), { maxLength: 4 }),
      dailyLoad: fc.integer({ min: 1, max: 6 }),
      load: fc.dictionary(aDay, fc.integer({ min: 1, max: 8 }), { maxKeys: 20 }),
      standing: fc.array(fc.tuple(aPerson, aDay), { maxLength: 10 }),
    })
    .map(({ weekdays, off, dailyLoad, load, standing }): RespreadPolicy => {
      const work = workDaysOf(weekdays, off.map(({ from, length }) => ({ from, to: addDays(from, length) })))
      const byPerson = Map.groupBy(standing, ([person]) => person)
      return { today, work, dailyLoad, load: new Map(Object.entries(load)), standing: new Map([...byPerson].map(([person, dates]) => [person, dates.map(([, date]) => date)])) }
    })

  test('is on working days from today on, within the daily load, never too close, never lost, and the same each time', () => {
    fc.assert(
      fc.property(someWaiting, somePolicy, fc.integer(), (waiting, policy, turn) => {
        const moves = respread(waiting, policy)
        expect(moves.map(({ id }) => id).toSorted()).toEqual(waiting.map(({ id }) => id).toSorted())
        const load = new Map(policy.load)
        const of = new Map(waiting.map((touch) => [touch.id, touch]))
        for (const { id, to } of moves) {
          const touch = of.get(id) as Waiting
          expect(to >= today && policy.work.isWorkingDay(to)).toBe(true)
          expect(touch.notBefore === null || to >= touch.notBefore).toBe(true)
          load.set(to, (load.get(to) ?? 0) + 1)
          const near = [...(policy.standing.get(touch.personId) ?? []), ...moves.filter((other) => other.id !== id && of.get(other.id)?.personId === touch.personId).map((other) => other.to)]
          for (const other of near) {
            const [first, second] = other < to ? [other, to] : [to, other]
            expect(addWorkingDays(first, touch.minimumGap, policy.work) <= second).toBe(true)
          }
          expect(load.get(to)).toBeLessThanOrEqual(policy.dailyLoad)
        }
        const turned = waiting.toSorted((a, b) => (Math.imul(a.id.length + a.value + turn, 2654435761) % 7) - (Math.imul(b.id.length + b.value + turn, 2654435761) % 7))
        expect(respread(turned, policy)).toEqual(moves)
      }),
    )
  })

  test('keeps the order of what comes first where nothing but room decides', () => {
    fc.assert(
      fc.property(someWaiting, somePolicy, (waiting, policy) => {
        const free = waiting.map((touch) => ({ ...touch, personId: touch.id, notBefore: null }))
        const moves = respread(free, { ...policy, standing: new Map() })
        const order = ['promise', 'reply', 'value', 'cold']
        expect(moves.map(({ reason }) => order.indexOf(reason))).toEqual(moves.map(({ reason }) => order.indexOf(reason)).toSorted((a, b) => a - b))
      }),
    )
  })
})
