import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { systemClock } from './clock.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const day = 86_400_000

test('a callback runs once, after its delay', () => {
  const callback = vi.fn<() => void>()
  systemClock.after(1000, callback)
  vi.advanceTimersByTime(999)
  expect(callback).toHaveBeenCalledTimes(0)
  vi.advanceTimersByTime(10_000)
  expect(callback).toHaveBeenCalledTimes(1)
})

test('a delay longer than a timer of Node can be is waited for in full', () => {
  const callback = vi.fn<() => void>()
  systemClock.after(60 * day, callback)
  vi.advanceTimersByTime(60 * day - 1)
  expect(callback).toHaveBeenCalledTimes(0)
  vi.advanceTimersByTime(1)
  expect(callback).toHaveBeenCalledTimes(1)
})

test('a long delay can be cancelled at any time of it', () => {
  const callback = vi.fn<() => void>()
  const cancel = systemClock.after(60 * day, callback)
  vi.advanceTimersByTime(40 * day)
  cancel()
  vi.advanceTimersByTime(40 * day)
  expect(callback).toHaveBeenCalledTimes(0)
})

test('the zone is an IANA name', () => {
  expect(() => new Intl.DateTimeFormat('en', { timeZone: systemClock.zone() })).not.toThrow()
})
