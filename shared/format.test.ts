import { describe, expect, test } from 'vitest'
import type { Due } from './dates.ts'
import { age, compactMoney, dateAndTime, dateInFigures, dueWords, fullMoney, longDate, monthName, parseAmount, shortDate, wallTime, weekdayName, type Reader } from './format.ts'

/** Sunday 22 November 2026, 14:00 in Berlin. */
const reader: Reader = { locale: 'en-GB', zone: 'Europe/Berlin', now: Date.parse('2026-11-22T13:00:00Z') }
const american: Reader = { ...reader, locale: 'en-US' }

function day(date: string): Due {
  return { date, time: null, zone: null }
}
function at(date: string, time: string, zone = 'Europe/Berlin'): Due {
  return { date, time, zone }
}

describe('when something is due', () => {
  test.each([
    [day('2026-11-20'), '2 days late'],
    [day('2026-11-21'), '1 day late'],
    [day('2026-11-22'), 'today'],
    [day('2026-11-23'), 'tomorrow'],
    [day('2026-11-27'), 'Fri 27 Nov'],
    [day('2027-01-04'), 'Mon, 4 Jan 2027'],
    [at('2026-11-22', '14:30'), 'today 14:30'],
    [at('2026-11-22', '13:59'), '1 min late'],
    [at('2026-11-22', '13:00'), '1 hour late'],
    [at('2026-11-22', '09:00'), '5 hours late'],
    [at('2026-11-23', '09:00'), 'tomorrow 9:00'],
    [at('2026-11-28', '15:00'), 'Sat 15:00'],
    [at('2026-11-29', '15:00'), '29 Nov 15:00'],
    [at('2027-01-04', '15:00'), '4 Jan 2027 15:00'],
  ])('%j reads %s', (due, expected) => {
    expect(dueWords(due, reader)).toBe(expected)
  })

  test("a time in another zone is told on the reader's own wall", () => {
    expect(dueWords(at('2026-11-23', '15:30', 'Asia/Kolkata'), reader)).toBe('tomorrow 11:00')
    expect(dueWords(at('2026-11-23', '08:00', 'Asia/Tokyo'), reader)).toBe('tomorrow 0:00')
  })

  test('a locale with a clock of twelve hours gets one', () => {
    expect(dueWords(at('2026-11-22', '14:30'), american)).toMatch(/^today 2:30\sPM$/)
    expect(wallTime('00:05', 'en-US')).toMatch(/^12:05\sAM$/)
    expect(wallTime('00:05', 'en-GB')).toBe('0:05')
  })
})

describe('dates', () => {
  test('carry their year only when it is not the current one', () => {
    expect(shortDate('2026-12-01', reader)).toBe('Tue 1 Dec')
    expect(shortDate('2026-12-01', american)).toBe('Tue, Dec 1')
    expect(longDate('2026-12-01', reader)).toBe('Tuesday 1 December')
    expect(longDate('2027-12-01', reader)).toContain('2027')
  })

  test("an instant is told as the date and time of the reader's zone", () => {
    expect(dateAndTime('2026-11-21T23:30:00.000Z', reader)).toBe('Sun 22 Nov 0:30')
  })

  test('in figures, and weekdays by name, are written as the locale has them', () => {
    expect(dateInFigures('2026-12-01', 'en-GB')).toBe('01/12/2026')
    expect(dateInFigures('2026-12-01', 'en-US')).toBe('12/01/2026')
    expect([1, 7].map((number) => weekdayName(number, 'en-GB', 'long'))).toEqual(['Monday', 'Sunday'])
    expect(weekdayName(6, 'en-US', 'short')).toBe('Sat')
    expect(monthName('2026-11-01', 'en-GB')).toBe('Nov')
  })

  test.each([
    ['2026-11-22T13:00:00.000Z', 'now'],
    ['2026-11-22T12:00:00.000Z', '1 hour ago'],
    ['2026-11-21T12:00:00.000Z', 'yesterday'],
    ['2026-11-19T12:00:00.000Z', '3 days ago'],
    ['2026-09-01T12:00:00.000Z', '2 months ago'],
    ['2026-11-25T14:00:00.000Z', 'in 3 days'],
  ])('%s was %s', (instant, expected) => {
    expect(age(instant, reader)).toBe(expected)
  })
})

describe('amounts', () => {
  test.each([
    [0, '€0'],
    [900, '€900'],
    [12_000, '€12k'],
    [12_500, '€12.5k'],
    [120_400, '€120k'],
    [1_250_000, '€1.25M'],
  ])('%d in short is %s', (amount, expected) => {
    expect(compactMoney({ amount, currency: 'EUR' }, 'en-US')).toBe(expected)
  })

  test('in full shows cents only when there are some', () => {
    expect(fullMoney({ amount: 12_500, currency: 'EUR' }, 'en-GB')).toBe('€12,500')
    expect(fullMoney({ amount: 12_500.5, currency: 'EUR' }, 'en-GB')).toBe('€12,500.50')
  })

  test.each([
    ['12500', 12_500],
    ['12,500', 12_500],
    ['12.500', 12_500],
    ['12,500.50', 12_500.5],
    ['12.500,50', 12_500.5],
    ['12,5', 12.5],
    ['1,234,567', 1_234_567],
    ['€ 12 500', 12_500],
    ['12 500 €', 12_500],
    ["12'500.00", 12_500],
    ['12.5k', 12_500],
    ['3K', 3000],
    [' 7 ', 7],
  ])('%j is read as %d', (text, expected) => {
    expect(parseAmount(text)).toBe(expected)
  })

  test.each(['', 'a lot', '-5', '12 to 15', '1.2.3,4,5x7'])('%j is no amount', (text) => {
    expect(parseAmount(text)).toBeNull()
  })
})
