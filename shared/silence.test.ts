import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { channelSchema } from './channel.ts'
import { channelsToTry, silenceAsking } from './silence.ts'
import { blankTouch, outcomeSchema, type Outcome, type Touch } from './touch.ts'

const at = (hours: number) => new Date(Date.parse('2026-11-01T09:00:00Z') + hours * 3_600_000).toISOString()

/** Touches that were done an hour apart, the first one at 9:00. */
function done(outcomes: readonly (Outcome | null)[], channel: Touch['channel'] = 'call'): Touch[] {
  return outcomes.map((outcome, index) => ({
    ...blankTouch,
    id: String(index),
    leadId: 'lead',
    channel,
    purpose: '',
    due: { date: '2026-11-01', time: null, zone: null },
    state: 'done',
    outcome,
    completedAt: at(index),
    createdAt: at(0),
  }))
}
const nobody = (count: number) => done(Array.from({ length: count }, () => 'no-answer' as const))

describe('A silence wants a choice', () => {
  test('once as many touches in a row stayed without an answer as its limit allows', () => {
    expect(silenceAsking(nobody(2), 3, null)).toBeNull()
    expect(silenceAsking(nobody(3), 3, null)).toEqual({ unanswered: 3, limit: 3 })
    expect(silenceAsking(done(['no-answer', 'no-answer', 'replied', 'left-message', 'bounced']), 3, null)).toBeNull()
  })

  test('and once it was made, not until one more touch stayed without an answer', () => {
    const answer = { choice: 'change-channel', at: at(2) } as const
    expect(silenceAsking(nobody(3), 3, answer)).toBeNull()
    expect(silenceAsking(nobody(4), 3, answer)).toEqual({ unanswered: 4, limit: 3 })
  })

  test('from the beginning again after an answer', () => {
    const answer = { choice: 'break-up', at: at(2) } as const
    const outcomes = ['no-answer', 'no-answer', 'no-answer', 'talked', 'no-answer', 'no-answer'] as const
    expect(silenceAsking(done(outcomes), 3, answer)).toBeNull()
    expect(silenceAsking(done([...outcomes, 'no-answer']), 3, answer)).toEqual({ unanswered: 3, limit: 3 })
  })

  test('never before its limit, and right after a choice never, whatever happened', () => {
    const anOutcome = fc.constantFrom(...outcomeSchema.options, null)
    fc.assert(
      fc.property(fc.array(anOutcome, { maxLength: 20 }), fc.integer({ min: 1, max: 10 }), (outcomes, limit) => {
        const touches = done(outcomes)
        const asked = silenceAsking(touches, limit, null)
        if (asked !== null) expect(asked.unanswered).toBeGreaterThanOrEqual(limit)
        const answer = { choice: 'park', at: at(outcomes.length) } as const
        expect(silenceAsking(touches, limit, answer)).toBeNull()
        const one = { ...(done(['no-answer'])[0] as Touch), completedAt: at(outcomes.length + 1) }
        expect(silenceAsking([...touches, one], limit, answer) !== null).toBe(silenceAsking([...touches, one], limit, null) !== null)
      }),
    )
  })
})

describe('The channels to change to', () => {
  test('begin with those never tried, and end with the one used last', () => {
    const touches = [...done(['no-answer', 'no-answer'], 'email'), ...done(['replied', 'no-answer'], 'social'), ...nobody(5)]
    expect(channelsToTry(touches, [])).toEqual([
      { channel: 'text', touches: 0, answered: 0 },
      { channel: 'video', touches: 0, answered: 0 },
      { channel: 'in-person', touches: 0, answered: 0 },
      { channel: 'social', touches: 2, answered: 1 },
      { channel: 'email', touches: 2, answered: 0 },
      { channel: 'call', touches: 5, answered: 0 },
    ])
  })

  test('are only those that they agreed to', () => {
    expect(channelsToTry(nobody(3), ['call', 'email']).map(({ channel }) => channel)).toEqual(['email', 'call'])
  })

  test('are each there once, and what they began does not count as tried', () => {
    const touches = nobody(2).map((touch) => ({ ...touch, incoming: true }))
    expect(channelsToTry(touches, [])).toEqual(channelSchema.options.map((channel) => ({ channel, touches: 0, answered: 0 })))
  })
})
