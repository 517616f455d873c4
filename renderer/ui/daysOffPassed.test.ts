import { expect, it } from 'vitest'
import type { PlannedStep } from '../../shared/cadence-plan.ts'
import { daysOffPassed } from './daysOffPassed.ts'

const workingDays = [1, 2, 3, 4, 5]
const step = (stepId: string, date: string): PlannedStep => ({ stepId, channel: 'call', purpose: '', due: { date, time: null, zone: null }, shifts: [], conflicts: [] })
const passed = (from: string | null, steps: PlannedStep[], ...daysOff: [from: string, to: string][]) =>
  [...daysOffPassed(steps, from, { workingDays, daysOff: daysOff.map(([first, last]) => ({ from: first, to: last, name: '' })) }, 'Europe/Berlin')].map(([id, off]) => [id, ...off.map((day) => day.from)])

it('a step tells the days off between it and the one before', () => {
  const steps = [step('a', '2026-11-24'), step('b', '2026-11-27'), step('c', '2026-12-01')]
  expect(passed('2026-11-23', steps, ['2026-11-26', '2026-11-26'])).toEqual([['b', '2026-11-26']])
})

it('the first one tells those since the start, where that is known', () => {
  expect(passed('2026-11-25', [step('a', '2026-11-27')], ['2026-11-24', '2026-11-26'])).toEqual([['a', '2026-11-24']])
  expect(passed(null, [step('a', '2026-11-27')], ['2026-11-24', '2026-11-26'])).toEqual([])
})

it('a day off on a weekend delays nothing', () => {
  expect(passed('2026-11-27', [step('a', '2026-11-30')], ['2026-11-28', '2026-11-29'])).toEqual([])
})
