import { describe, expect, test } from 'vitest'
import type { Due } from './dates.ts'
import { blankTouch, isUnanswered, nextTouch, outcomeSchema, touchSchema, unansweredInARow, type Outcome, type Touch } from './touch.ts'

const zone = 'Europe/Berlin'

function aTouch(changes: Partial<Touch> = {}): Touch {
  return touchSchema.parse({
    id: 'touch',
    leadId: 'lead',
    channel: 'call',
    purpose: '',
    due: { date: '2026-11-24', time: null, zone: null },
    ...blankTouch,
    createdAt: '2026-11-20T08:00:00.000Z',
    ...changes,
  })
}
function done(outcome: Outcome | null, completedAt: string): Touch {
  return aTouch({ state: 'done', outcome, completedAt })
}
const on = (date: string, time: string | null = null): Due => ({ date, time, zone: time === null ? null : zone })

describe('The next step of a lead', () => {
  test('is the earliest touch that is still due', () => {
    const touches = [
      aTouch({ id: 'late', due: on('2026-12-01') }),
      aTouch({ id: 'afternoon', due: on('2026-11-24', '15:00') }),
      aTouch({ id: 'done', due: on('2026-11-01'), state: 'done' }),
      aTouch({ id: 'cancelled', due: on('2026-11-01'), state: 'cancelled' }),
    ]
    expect(nextTouch(touches, zone)?.id).toBe('afternoon')
    expect(nextTouch([...touches, aTouch({ id: 'day', due: on('2026-11-24') })], zone)?.id).toBe('day')
  })

  test('is the first of several at one moment, and none when nothing is due', () => {
    expect(nextTouch([aTouch({ id: 'one' }), aTouch({ id: 'two' })], zone)?.id).toBe('one')
    expect(nextTouch([aTouch({ state: 'done' })], zone)).toBeNull()
    expect(nextTouch([], zone)).toBeNull()
  })
})

describe('Unanswered touches in a row', () => {
  const times = ['2026-11-20T10:00:00.000Z', '2026-11-21T10:00:00.000Z', '2026-11-22T10:00:00.000Z'] as const

  test('are counted back from the latest one to the last answer, in whichever order they are handed in', () => {
    const touches = [done('no-answer', times[2]), done('replied', times[0]), done('left-message', times[1])]
    expect(unansweredInARow(touches)).toBe(2)
    expect(unansweredInARow(touches.toReversed())).toBe(2)
  })

  test('are none after an answer, and none before the first touch', () => {
    expect(unansweredInARow([done('no-answer', times[0]), done('said-no', times[1])])).toBe(0)
    expect(unansweredInARow([])).toBe(0)
  })

  test('are all of them when nothing was ever answered; touches that are due or cancelled do not count', () => {
    const touches = [done('bounced', times[0]), done('no-answer', times[1]), aTouch(), aTouch({ state: 'cancelled' })]
    expect(unansweredInARow(touches)).toBe(2)
  })

  test('are the outcomes that leave somebody without an answer; a touch without an outcome needed none', () => {
    expect(outcomeSchema.options.filter(isUnanswered)).toEqual(['no-answer', 'left-message', 'bounced'])
    expect(isUnanswered(null)).toBe(false)
  })
})
