import { describe, expect, test } from 'vitest'
import { hasGiven, valueFigures, type Giving } from './value-figures.ts'

const now = Date.parse('2026-11-23T08:00:00Z')

function given(contactId: string, at: string, touch: Giving['touch'] = { channel: 'email', outcome: null }): Giving {
  return { contactId, touch, at }
}

describe('What a touch was to bring', () => {
  test('is given once it is done and got through', () => {
    const done = { state: 'done', completedAt: '2026-11-01T09:00:00.000Z' } as const
    expect(hasGiven({ ...done, channel: 'email', outcome: 'no-answer' })).toBe(true)
    expect(hasGiven({ ...done, channel: 'email', outcome: null })).toBe(true)
    expect(hasGiven({ ...done, channel: 'email', outcome: 'bounced' })).toBe(false)
    expect(hasGiven({ ...done, channel: 'call', outcome: 'talked' })).toBe(true)
    expect(hasGiven({ ...done, channel: 'call', outcome: 'no-answer' })).toBe(false)
    expect(hasGiven({ ...done, channel: 'call', outcome: 'left-message' })).toBe(false)
    expect(hasGiven({ state: 'skipped', completedAt: null, channel: 'email', outcome: null })).toBe(false)
  })
})

describe('What became of giving an item', () => {
  test('counts the times and the people, and knows the last time', () => {
    const givings = [given('ada', '2026-11-01T09:00:00.000Z'), given('ada', '2026-11-20T09:00:00.000Z'), given('bo', '2026-10-01T09:00:00.000Z')]
    expect(valueFigures(givings, () => [], now)).toMatchObject({ given: 3, people: 2, lastGiven: '2026-11-20T09:00:00.000Z' })
    expect(valueFigures([], () => [], now)).toEqual({ given: 0, people: 0, answered: 0, of: 0, lastGiven: null })
  })

  test('is answered by what came within fourteen days after it, not before and not later', () => {
    const at = '2026-10-01T09:00:00.000Z'
    const answers = (when: string) => valueFigures([given('ada', at)], () => [when], now).answered
    expect(answers('2026-10-01T09:00:00.000Z')).toBe(0)
    expect(answers('2026-10-01T09:00:01.000Z')).toBe(1)
    expect(answers('2026-10-15T09:00:00.000Z')).toBe(1)
    expect(answers('2026-10-15T09:00:01.000Z')).toBe(0)
  })

  test('leaves out what was given less than fourteen days ago, also where they answered already', () => {
    const figures = valueFigures([given('ada', '2026-11-20T09:00:00.000Z')], () => ['2026-11-21T09:00:00.000Z'], now)
    expect(figures).toMatchObject({ given: 1, answered: 0, of: 0 })
  })

  test('takes the outcome of what was written for its answer, that of a call not', () => {
    const at = '2026-10-01T09:00:00.000Z'
    const answered = (touch: Giving['touch']) => valueFigures([given('ada', at, touch)], () => [], now).answered
    expect(answered({ channel: 'email', outcome: 'replied' })).toBe(1)
    expect(answered({ channel: 'email', outcome: 'no-answer' })).toBe(0)
    expect(answered({ channel: 'call', outcome: 'talked' })).toBe(0)
  })
})
