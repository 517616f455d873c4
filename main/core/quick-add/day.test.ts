import { describe, expect, test } from 'vitest'
import { readDay, takeDay } from './day.ts'

/** Monday. */
const when = { now: Date.parse('2026-11-23T08:00:00Z'), zone: 'Europe/Berlin', region: 'DE', dateOrder: 'region' as const }

describe('the day by which something is to be done', () => {
  test.each([
    ['Fri', '2026-11-27'],
    ['in 2 weeks', '2026-12-07'],
    ['tomorrow', '2026-11-24'],
    ['25 Nov', '2026-11-25'],
    ['by Dec 3rd', '2026-12-03'],
    ['2026-12-01', '2026-12-01'],
    ['1/12', '2026-12-01'],
    ['end of the week', '2026-11-27'],
    ['EOM', '2026-11-30'],
    ['end of year', '2026-12-31'],
    ['eod', '2026-11-23'],
    ['at some point', null],
    ['', null],
    ['yesterday', null],
  ])('is read from "%s"', (text, date) => {
    expect(readDay(text, when)).toBe(date)
  })

  test('follows the country’s habit', () => {
    expect(readDay('1/12', { ...when, region: 'US' })).toBe('2027-01-12')
  })

  test.each([
    ['Send the samples by Fri', 'Send the samples', '2026-11-27'],
    ['Send the samples on Friday.', 'Send the samples', '2026-11-27'],
    ['Send the samples (by end of month)', 'Send the samples', '2026-11-30'],
    ['Call the mill, tomorrow!', 'Call the mill', '2026-11-24'],
    ['Report back no later than 25 Nov', 'Report back', '2026-11-25'],
    ['Send it by Tue 15:00', 'Send it (15:00)', '2026-11-24'],
    ['Send it tomorrow morning', 'Send it', '2026-11-24'],
    ['Send the samples by 24.12.', 'Send the samples', '2026-12-24'],
    ['Send the samples (24.12.)', 'Send the samples', '2026-12-24'],
    ['Angebot bis 24.12.', 'Angebot', '2026-12-24'],
    ['Angebot am 24.12.!', 'Angebot', '2026-12-24'],
    ['Quote 24.12. 10:00', 'Quote (10:00)', '2026-12-24'],
    ['Report on the 5th in the morning', 'Report', '2026-12-05'],
  ])('is taken from the end of "%s"', (text, what, by) => {
    expect(takeDay(text, when)).toEqual({ what, by })
  })

  test.each(['Send the 2027 price list', 'by Friday', 'Order 40 m', 'Move to room 3.1.', 'Be at the fair 3.12.-5.12.', 'Meet on Friday about the van', 'Send it'])('is not taken from "%s"', (text) => {
    expect(takeDay(text, when)).toEqual({ what: text, by: null })
  })

  test('is found at the end of a line of any length, quickly', () => {
    const long = `${'Send the samples, '.repeat(110)}by Fri`
    const start = performance.now()
    expect(takeDay(long, when).by).toBe('2026-11-27')
    expect(performance.now() - start).toBeLessThan(200)
  })
})
