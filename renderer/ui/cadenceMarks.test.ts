import { expect, it } from 'vitest'
import type { Offset } from '../../shared/cadence.ts'
import { stepMarks } from './cadenceMarks.ts'

const shortMarks = (...offsets: [Offset['unit'], number][]) => stepMarks(offsets.map(([unit, count]) => ({ after: { unit, count } }))).map(({ short }) => short)

it('steps are marked with the minutes, hours and then working days since the start', () => {
  expect(shortMarks(['minutes', 5], ['minutes', 10], ['minutes', 45], ['working-days', 1], ['working-days', 2])).toEqual(['5 min', '15 min', '1 h', 'day 1', 'day 3'])
})

it('a step without a wait comes at the start', () => {
  expect(shortMarks(['working-days', 0], ['minutes', 0], ['minutes', 30])).toEqual(['start', 'start', '30 min'])
})

it('minutes after a day belong to that day', () => {
  expect(shortMarks(['working-days', 2], ['minutes', 30])).toEqual(['day 2', 'day 2'])
})

it('the full mark can be read out', () => {
  expect(stepMarks([{ after: { unit: 'minutes', count: 1 } }])[0]?.full).toBe('1 minute after the start')
})
