import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterMinutes, defaultResponseGoal, firstResponse, minutesBetween, responseFigures, waitOf, type WorkingHours } from './response.ts'
import { workDaysOf } from './work-days.ts'

const hours: WorkingHours = { work: workDaysOf([1, 2, 3, 4, 5], [{ from: '2026-12-25', to: '2026-12-25' }]), startOfDay: '09:00', endOfDay: '17:00', zone: 'Europe/Berlin' }
const at = (text: string) => Date.parse(text)
/** A Friday, half an hour before the working day ends. */
const friday = at('2026-11-27T15:30:00Z')

describe('The wait of an inbound lead', () => {
  test('counts in working time, over nights, weekends and holidays', () => {
    expect(new Date(afterMinutes(friday, 60, 'working', hours)).toISOString()).toBe('2026-11-30T08:30:00.000Z')
    expect(new Date(afterMinutes(friday, 60, 'all', hours)).toISOString()).toBe('2026-11-27T16:30:00.000Z')
    expect(minutesBetween(friday, at('2026-11-30T08:30:00Z'), 'working', hours)).toBe(60)
    expect(minutesBetween(at('2026-12-24T15:00:00Z'), at('2026-12-28T09:00:00Z'), 'working', hours)).toBe(120)
    expect(minutesBetween(friday, friday - 1, 'all', hours)).toBe(0)
  })

  test('is in time, over its goal, long, or too long', () => {
    expect([0, 4, 5, 59, 60, 1439, 1440].map((minutes) => waitOf(minutes, defaultResponseGoal))).toEqual(['in-time', 'in-time', 'over-goal', 'over-goal', 'warn', 'warn', 'late'])
  })

  test('counted forward and back is the same', () => {
    const aMoment = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2028-01-01T00:00:00Z') })
    fc.assert(
      fc.property(aMoment, fc.integer({ min: 1, max: 5000 }), fc.constantFrom('working' as const, 'all' as const), fc.constantFrom('Europe/Berlin', 'America/Los_Angeles', 'Australia/Lord_Howe'), (from, minutes, counted, zone) => {
        const there = { ...hours, zone }
        expect(minutesBetween(from, afterMinutes(from, minutes, counted, there), counted, there)).toBe(minutes)
      }),
      { numRuns: 300 },
    )
  })
})

describe('The first answer to a lead', () => {
  const touch = (completedAt: string, changes = {}) => ({ state: 'done' as const, incoming: false, completedAt, ...changes })

  test('is the earliest contact that I made; theirs do not count, nor does a lead that did not come by itself', () => {
    const touches = [touch('2026-11-24T10:00:00.000Z'), touch('2026-11-24T09:00:00.000Z'), touch('2026-11-24T08:00:00.000Z', { incoming: true })]
    expect(firstResponse({ inbound: true }, touches)).toBe('2026-11-24T09:00:00.000Z')
    expect(firstResponse({ inbound: true }, [])).toBeNull()
    expect(firstResponse({ inbound: false }, touches)).toBeNull()
  })
})

describe('The figures of first answers', () => {
  test('are the middle wait and how many were in time, with how many there are', () => {
    expect(responseFigures([], defaultResponseGoal)).toEqual({ n: 0, median: null, withinGoal: 0 })
    expect(responseFigures([90, 0, 5], defaultResponseGoal)).toEqual({ n: 3, median: 5, withinGoal: 1 })
    expect(responseFigures([4, 3000, 7, 2], defaultResponseGoal)).toEqual({ n: 4, median: 5.5, withinGoal: 2 })
  })

  test('do not depend on the order, and the middle one has as many on either side', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 1 }), (waits) => {
        const figures = responseFigures(waits, defaultResponseGoal)
        expect(responseFigures(waits.toReversed(), defaultResponseGoal)).toEqual(figures)
        const { median } = figures
        expect(waits.filter((wait) => wait < (median as number)).length).toBeLessThanOrEqual(waits.length / 2)
        expect(waits.filter((wait) => wait > (median as number)).length).toBeLessThanOrEqual(waits.length / 2)
      }),
    )
  })
})
