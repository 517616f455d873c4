import { expect, test } from 'vitest'
import { wholeNumberIn } from './whole-number.ts'

test('a number as typed is taken within its bounds, nothing is none, and the rest is refused', () => {
  expect(['90', ' 1 ', ''].map((text) => wholeNumberIn(text, 1, 3660))).toEqual([90, 1, null])
  expect(['0', '3661', '-5', '1.5', 'soon', '1e3', '9999999999'].map((text) => wholeNumberIn(text, 1, 3660))).toEqual(Array.from({ length: 7 }))
})
