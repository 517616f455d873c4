import { describe, expect, test } from 'vitest'
import { givenWords, suggestionWords } from './valueWords.ts'

const reader = { locale: 'en-GB', zone: 'Europe/Berlin', now: Date.parse('2026-11-23T08:00:00Z') }

describe('Why something is suggested', () => {
  test('is told reason by reason', () => {
    const reasons = [{ why: 'objection', objection: 'Too expensive' }, { why: 'stage', stage: 'Proposal' }, { why: 'fresh', publishedOn: '2026-11-03' }] as const
    expect(suggestionWords({ kind: 'story', reasons: [...reasons] }, reader)).toBe('Answers “Too expensive” · Suits Proposal · Out since Tue 3 Nov')
    expect(suggestionWords({ kind: 'story', reasons: [{ why: 'step' }] }, reader)).toBe('The step asks for a story')
  })

  test('is at the least that it is new to them', () => {
    expect(suggestionWords({ kind: 'story', reasons: [] }, reader)).toBe('Never given to them')
  })
})

describe('When something was given', () => {
  test('is the day it was done, or that for which it is planned, on the reader’s own calendar', () => {
    const due = { date: '2026-11-30', time: null, zone: null }
    expect(givenWords({ channel: 'email', due, completedAt: '2026-11-03T23:30:00.000Z' }, reader)).toBe('on Wed 4 Nov by email')
    expect(givenWords({ channel: 'in-person', due, completedAt: null }, reader)).toBe('on Mon 30 Nov in person')
  })
})
