import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Step } from './cadence.ts'
import { planSteps, timedOn, type PlanPolicy, type PlanStart } from './cadence-plan.ts'
import { channelSchema } from './channel.ts'
import { addDays, dueDate, dueInstant, dueOrder, localDateAt } from './dates.ts'
import { workDaysOf, workingDaysBetween } from './work-days.ts'

const berlin = 'Europe/Berlin'
/** A Monday, nine in the morning in Berlin. */
const monday = Date.parse('2026-11-23T08:00:00Z')
const plain: PlanPolicy = {
  work: workDaysOf([1, 2, 3, 4, 5], []),
  startOfDay: '09:00',
  endOfDay: '17:00',
  zone: berlin,
  theirZone: null,
  minimumGap: 1,
  notBefore: null,
  until: null,
  channels: [],
  others: [],
  isFull: () => false,
}
const fresh: PlanStart = { now: monday, from: '2026-11-23', previous: null }

function aStep(id: string, count: number, changes: Partial<Step> = {}): Step {
  return { id, after: { unit: 'working-days', count }, channel: 'call', time: null, clock: 'mine', purpose: id, message: '', brings: null, ...changes }
}
const inMinutes = (id: string, count: number): Step => aStep(id, 0, { after: { unit: 'minutes', count } })

function told(steps: readonly Step[], start: Partial<PlanStart> = {}, policy: Partial<PlanPolicy> = {}): string[] {
  return planSteps(steps, { ...fresh, ...start }, { ...plain, ...policy }).map(({ due, shifts, conflicts }) =>
    [due.date, due.time, due.zone !== null && due.zone !== berlin && due.zone, ...shifts, ...conflicts].filter(Boolean).join(' '),
  )
}

describe('A cadence', () => {
  test('counts each step from the one before, in working days', () => {
    expect(told([aStep('a', 0), aStep('b', 1), aStep('c', 2), aStep('d', 3)])).toEqual(['2026-11-23', '2026-11-24', '2026-11-26', '2026-12-01'])
  })

  test('follows at once where it counts in minutes, within working hours', () => {
    expect(told([inMinutes('a', 5), inMinutes('b', 60), aStep('c', 1)])).toEqual(['2026-11-23 09:05', '2026-11-23 10:05', '2026-11-24'])
    const evening = Date.parse('2026-11-27T19:00:00Z')
    expect(told([inMinutes('a', 5)], { now: evening, from: '2026-11-27' })).toEqual(['2026-11-30 09:00 hours day-off'])
    expect(told([inMinutes('a', 5)], { now: Date.parse('2026-11-23T05:00:00Z') })).toEqual(['2026-11-23 09:00 hours'])
  })

  test('counts minutes after a step of any time today from now on, not from the start of the day', () => {
    const afternoon = Date.parse('2026-11-23T14:00:00Z')
    expect(told([aStep('a', 0), inMinutes('b', 30)], { now: afternoon })).toEqual(['2026-11-23', '2026-11-23 15:30'])
    expect(told([aStep('a', 1), inMinutes('b', 30)], { now: afternoon })).toEqual(['2026-11-24', '2026-11-24 09:30'])
    expect(told([aStep('a', 0), inMinutes('b', 30)], { now: Date.parse('2026-11-23T18:00:00Z') })).toEqual(['2026-11-23', '2026-11-24 09:00 hours'])
  })

  test('says what moves a step: a day off, the gap, a date before which they want to hear nothing, a full day', () => {
    const work = workDaysOf([1, 2, 3, 4, 5], [{ from: '2026-11-24', to: '2026-11-25' }])
    expect(told([aStep('a', 0), aStep('b', 1)], { from: '2026-11-24' }, { work })).toEqual(['2026-11-26 day-off', '2026-11-27'])
    expect(told([aStep('a', 0), aStep('b', 1)], { previous: '2026-11-23' }, { minimumGap: 3 })).toEqual(['2026-11-26 gap', '2026-12-01 gap'])
    expect(told([aStep('a', 0)], {}, { notBefore: '2026-12-05' })).toEqual(['2026-12-07 not-before day-off'])
    expect(told([aStep('a', 0)], {}, { isFull: (date) => date < '2026-11-25' })).toEqual(['2026-11-25 full'])
  })

  test('leaves a step on its day, with a mark, when every day near it is full, the channel was not agreed to or another touch is near', () => {
    expect(told([aStep('a', 0)], {}, { isFull: () => true })).toEqual(['2026-11-23 full'])
    expect(told([aStep('a', 0)], {}, { channels: ['email'] })).toEqual(['2026-11-23 channel'])
    expect(told([aStep('a', 0)], {}, { others: ['2026-11-24'], minimumGap: 2 })).toEqual(['2026-11-23 near-other'])
  })

  test('plans nothing after the last day of the permission', () => {
    expect(told([aStep('a', 0), aStep('b', 3), aStep('c', 1)], {}, { until: '2026-11-26' })).toEqual(['2026-11-23', '2026-11-26'])
  })

  test('keeps to the wall of the one it is meant for, on a working day of mine', () => {
    const nine = aStep('a', 1, { time: '09:00', clock: 'theirs' })
    expect(told([nine], {}, { theirZone: 'America/Los_Angeles' })).toEqual(['2026-11-24 09:00 America/Los_Angeles'])
    // At nine on Saturday in Auckland it is still Friday in Berlin; at nine on their Friday it is Thursday there.
    expect(told([aStep('a', 4, { time: '09:00', clock: 'theirs' })], {}, { theirZone: 'Pacific/Auckland' })).toEqual(['2026-11-28 09:00 Pacific/Auckland'])
    expect(told([nine])).toEqual(['2026-11-24 09:00'])
  })

  test('gives a time of today that is over the whole day', () => {
    expect(told([aStep('a', 0, { time: '08:00' })])).toEqual(['2026-11-23'])
  })
})

const zones = ['Europe/Berlin', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Apia', 'Australia/Lord_Howe', 'UTC'] as const
const aZone = fc.constantFrom(...zones)
const aTime = fc.integer({ min: 0, max: 1439 }).map((minutes) => new Date(minutes * 60_000).toISOString().slice(11, 16))
const aDay = fc.integer({ min: 0, max: 900 })
const someSteps = fc
  .array(
    fc.record({
      after: fc.oneof(
        fc.record({ unit: fc.constant('working-days' as const), count: fc.nat({ max: 12 }) }),
        fc.record({ unit: fc.constant('minutes' as const), count: fc.nat({ max: 1440 }) }),
      ),
      channel: fc.constantFrom(...channelSchema.options),
      time: fc.option(aTime),
      clock: fc.constantFrom('mine' as const, 'theirs' as const),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((steps) => steps.map((step, index): Step => ({ id: `s${index}`, purpose: '', message: '', brings: null, ...step })))

/** Around the changes of daylight saving in 2026 and 2027, on both sides of the equator. */
const someNow = fc.tuple(aDay, fc.nat({ max: 86_399 })).map(([day, second]) => Date.parse('2026-01-01T00:00:00Z') + day * 86_400_000 + second * 1000)

const somePlan = fc
  .record({
    steps: someSteps,
    now: someNow,
    zone: aZone,
    theirZone: fc.option(aZone),
    workingDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    daysOff: fc.array(fc.tuple(aDay, fc.nat({ max: 20 })), { maxLength: 12 }),
    minimumGap: fc.nat({ max: 6 }),
    wait: fc.nat({ max: 30 }),
    previous: fc.option(fc.nat({ max: 20 })),
    notBefore: fc.option(aDay),
    until: fc.option(aDay),
    full: fc.array(aDay, { maxLength: 60 }),
  })
  .map((given) => {
    const date = (day: number) => addDays('2026-01-01', day)
    const today = localDateAt(given.now, given.zone)
    const full = new Set(given.full.map(date))
    const policy: PlanPolicy = {
      ...plain,
      work: workDaysOf(given.workingDays, given.daysOff.map(([from, length]) => ({ from: date(from), to: date(from + length) }))),
      zone: given.zone,
      theirZone: given.theirZone,
      minimumGap: given.minimumGap,
      notBefore: given.notBefore === null ? null : date(given.notBefore),
      until: given.until === null ? null : date(given.until),
      isFull: (day) => full.has(day),
    }
    const start: PlanStart = { now: given.now, from: addDays(today, given.wait), previous: given.previous === null ? null : addDays(today, -given.previous) }
    return { steps: given.steps, start, policy }
  })

describe('Any cadence, under any holidays, zones and changes of daylight saving,', () => {
  test('never plans on a day off, before it may, or after the permission; never out of order, never into the past', () => {
    fc.assert(
      fc.property(somePlan, ({ steps, start, policy }) => {
        const planned = planSteps(steps, start, policy)
        const today = localDateAt(start.now, policy.zone)
        let order = ''
        for (const { due } of planned) {
          const date = dueDate(due, policy.zone)
          expect(policy.work.isWorkingDay(date)).toBe(true)
          expect(date >= start.from && date >= today).toBe(true)
          if (policy.notBefore !== null) expect(date >= policy.notBefore).toBe(true)
          if (policy.until !== null) expect(date <= policy.until).toBe(true)
          if (due.time !== null) expect(dueInstant(due, due.time, policy.zone)).toBeGreaterThanOrEqual(start.now - 60_000)
          expect(dueOrder(due, policy.zone) >= order).toBe(true)
          order = dueOrder(due, policy.zone)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('never plans a step that counts in days closer to the one before than the gap', () => {
    fc.assert(
      fc.property(somePlan, ({ steps, start, policy }) => {
        let previous = start.previous
        for (const [index, { due }] of planSteps(steps, start, policy).entries()) {
          const date = dueDate(due, policy.zone)
          const { after } = steps[index] as Step
          if (previous !== null && after.unit === 'working-days') {
            expect(workingDaysBetween(previous, date, policy.work)).toBeGreaterThanOrEqual(policy.minimumGap)
            if (index > 0) expect(workingDaysBetween(previous, date, policy.work)).toBeGreaterThanOrEqual(after.count)
          }
          previous = date
        }
      }),
      { numRuns: 500 },
    )
  })

  test('plans every step, in their order, but for those after the permission; and the same each time', () => {
    fc.assert(
      fc.property(somePlan, ({ steps, start, policy }) => {
        const planned = planSteps(steps, start, policy)
        expect(planned.map(({ stepId }) => stepId)).toEqual(steps.slice(0, planned.length).map(({ id }) => id))
        if (policy.until === null) expect(planned).toHaveLength(steps.length)
        expect(planSteps(steps, start, policy)).toEqual(planned)
      }),
    )
  })

  test('is planned up to a date as it is without an end', () => {
    fc.assert(
      fc.property(somePlan, aDay, ({ steps, start, policy }, day) => {
        const to = addDays('2026-01-01', day)
        const whole = planSteps(steps, start, policy)
        expect(planSteps(steps, start, policy, to)).toEqual(whole.filter(({ due }) => dueDate(due, policy.zone) <= to))
      }),
    )
  })

  test('goes on from any step as it was planned from the start, when each is done on its day', () => {
    fc.assert(
      fc.property(somePlan, fc.nat({ max: 11 }), ({ steps, start, policy }, place) => {
        // Minutes count from the moment a step is done, which is later than the one it was planned for.
        const counted = steps.map((step) => ({ ...step, after: { unit: 'working-days' as const, count: step.after.count % 12 }, time: null }))
        const planned = planSteps(counted, start, { ...policy, until: null })
        const done = planned[Math.min(place, planned.length - 1)]
        if (!done) return
        const date = dueDate(done.due, policy.zone)
        const noon = dueInstant({ date, time: '12:00', zone: policy.zone }, '12:00', policy.zone)
        const rest = planSteps(counted.slice(planned.indexOf(done) + 1), { now: noon, from: date, previous: date }, { ...policy, until: null })
        expect(rest).toEqual(planned.slice(planned.indexOf(done) + 1))
      }),
    )
  })
})

test('a time on a wall far away falls on the date that was asked for here', () => {
  fc.assert(
    fc.property(aDay, aTime, aZone, aZone, (day, time, theirs, mine) => {
      const date = addDays('2026-01-01', day)
      const due = timedOn(date, time, theirs, mine)
      if (due.time !== null) expect(due.time).toBe(time)
      expect(dueDate(due, mine)).toBe(date)
    }),
  )
  // Their 12:30 is 23:00 here up to the 7th, and midnight from the 9th on: the 8th has none.
  expect(timedOn('2026-03-08', '12:30', 'Asia/Kolkata', 'America/Los_Angeles')).toEqual({ date: '2026-03-08', time: null, zone: null })
  expect(timedOn('2026-03-09', '12:30', 'Asia/Kolkata', 'America/Los_Angeles')).toMatchObject({ date: '2026-03-09', time: '12:30' })
})
