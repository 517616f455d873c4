import { describe, expect, test } from 'vitest'
import { blankEnding, endingAnswer, type EndingOf } from './ending.ts'

const today = '2026-11-23'
const value = { amount: 12_500, currency: 'USD' }
const won: EndingOf = { kind: 'won', asksAmount: true, value, currency: 'EUR' }
const lost: EndingOf = { ...won, kind: 'lost', asksAmount: false }
const parked: EndingOf = { ...lost, kind: 'parked' }

describe('The way into rest', () => {
  test('of a lead that is won takes what it turned out to be worth, in the currency it has', () => {
    const draft = blankEnding(value, today)
    expect(endingAnswer(draft, won, today)).toEqual({ closing: { reason: '', on: today }, parkedUntil: null, value })
    expect(endingAnswer({ ...draft, amount: '9k' }, { ...won, value: null }, today)).toMatchObject({ value: { amount: 9000, currency: 'EUR' } })
    expect(endingAnswer({ ...draft, amount: '' }, won, today)).toMatchObject({ value: null })
    expect(endingAnswer({ ...draft, amount: 'a lot' }, won, today)).toBe('amount')
  })

  test('of a lead that is lost wants a reason, and leaves the value as it is', () => {
    const draft = blankEnding(value, today)
    expect(endingAnswer({ ...draft, reason: ' ' }, lost, today)).toBe('reason')
    expect(endingAnswer({ ...draft, reason: 'Price', on: null }, lost, today)).toEqual({ closing: { reason: 'Price', on: today }, parkedUntil: null })
  })

  test('of a lead that is parked wants a day after today, four weeks on unless said otherwise', () => {
    const draft = blankEnding(null, today)
    expect(endingAnswer(draft, parked, today)).toEqual({ closing: null, parkedUntil: '2026-12-21' })
    for (const until of [null, today, '2026-11-01']) expect(endingAnswer({ ...draft, until }, parked, today)).toBe('until')
  })
})
