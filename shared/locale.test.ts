import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compactMoney, dateInFigures, fullMoney, longDate, shortDate, wallTime, wholeNumber } from './format.ts'
import { firstDayOfWeek, ownLocale, readerLocale, regionOf, type DateStyle } from './locale.ts'

const asRegion: DateStyle = { weekStart: 'region', hours: 'region', dateOrder: 'region' }
const inEnglish = (preferred: readonly string[], style: Partial<DateStyle> = {}) => readerLocale(preferred, { ...asRegion, ...style }, 'en')
const reader = (locale: string) => ({ locale, zone: 'Europe/Berlin', now: Date.parse('2026-11-22T13:00:00Z') })

describe("The reader's locale", () => {
  test("is the person's own when it speaks the language of the catalogue", () => {
    expect(inEnglish(['de-DE', 'en-AU'])).toBe('en-AU')
  })

  test("else the language with the habits of the person's region", () => {
    expect(inEnglish(['de-DE', 'fr'])).toBe('en-DE')
    expect(inEnglish(['de'])).toBe('en-DE')
    expect(wallTime('14:30', inEnglish(['de-DE']))).toBe('14:30')
  })

  test('and the bare language when nothing is known', () => {
    expect(inEnglish([])).toBe('en')
  })
})

describe('The clock', () => {
  test('has 12 or 24 hours as chosen, whatever the region', () => {
    expect(wallTime('14:30', inEnglish(['en-US'], { hours: '24' }))).toBe('14:30')
    expect(wallTime('00:05', inEnglish(['en-US'], { hours: '24' }))).toBe('00:05')
    expect(wallTime('14:30', inEnglish(['de-DE'], { hours: '12' }))).toMatch(/^2:30\spm$/i)
    expect(wallTime('00:05', inEnglish(['en-GB'], { hours: '12' }))).toMatch(/^12:05\sam$/i)
  })

  test("stays the region's own when only the order of dates or the week is chosen", () => {
    expect(wallTime('14:30', inEnglish(['de-DE'], { dateOrder: 'month-first' }))).toBe('14:30')
    expect(wallTime('14:30', inEnglish(['en-US'], { dateOrder: 'day-first' }))).toMatch(/^2:30\spm$/i)
    expect(wallTime('14:30', inEnglish(['en-US'], { weekStart: 'monday' }))).toMatch(/^2:30\spm$/i)
  })
})

describe('The week', () => {
  test.each([
    ['en-GB', 1],
    ['en-US', 7],
    ['en-EG', 6],
  ])('of %s begins on day %d', (locale, day) => {
    expect(firstDayOfWeek(inEnglish([locale]))).toBe(day)
  })

  test('begins on the day that was chosen', () => {
    expect(firstDayOfWeek(inEnglish(['en-US'], { weekStart: 'monday' }))).toBe(1)
    expect(firstDayOfWeek(inEnglish(['en-GB'], { weekStart: 'sunday' }))).toBe(7)
    expect(firstDayOfWeek(inEnglish(['en-GB'], { weekStart: 'saturday', hours: '12', dateOrder: 'year-first' }))).toBe(6)
  })

  test("stays the region's own when only the order of dates or the clock is chosen", () => {
    expect(firstDayOfWeek(inEnglish(['de-DE'], { dateOrder: 'month-first' }))).toBe(1)
    expect(firstDayOfWeek(inEnglish(['en-US'], { hours: '24' }))).toBe(7)
  })

  test('begins on Monday where the runtime knows no weeks', () => {
    expect(firstDayOfWeek('en-US-u-fw-sat')).toBe(6)
    const known = Object.getOwnPropertyDescriptor(Intl.Locale.prototype, 'getWeekInfo')
    try {
      Reflect.deleteProperty(Intl.Locale.prototype, 'getWeekInfo')
      expect(firstDayOfWeek('en-US')).toBe(1)
    } finally {
      if (known) Object.defineProperty(Intl.Locale.prototype, 'getWeekInfo', known)
    }
  })
})

describe('Dates', () => {
  test.each([
    ['day-first', '27/11/2026', 'Fri 27 Nov', 'Tuesday 1 December'],
    ['month-first', '11/27/2026', 'Fri, Nov 27', 'Tuesday, December 1'],
    ['year-first', '2026-11-27', 'Fri, Nov 27', 'Tuesday, December 1'],
  ] as const)('are written %s when that is chosen', (dateOrder, figures, short, long) => {
    for (const own of dateOrder === 'month-first' ? ['en-GB', 'en-US'] : ['en-US', 'en-CA', 'fr-FR']) {
      const locale = inEnglish([own], { dateOrder })
      expect(dateInFigures('2026-11-27', locale)).toBe(figures)
      expect(shortDate('2026-11-27', reader(locale)).replace(/^Fri, 27/, 'Fri 27')).toBe(short)
      expect(longDate('2026-12-01', reader(locale)).replace(/^Tuesday, 1/, 'Tuesday 1')).toBe(long)
    }
  })

  test('stay those of the region when its order is the one that is chosen', () => {
    expect(inEnglish(['en-AU'], { dateOrder: 'day-first' })).toMatch(/^en-AU-u-/)
    expect(inEnglish(['sv-SE'], { dateOrder: 'year-first' })).toMatch(/^en-SE-u-/)
  })
})

describe('What the order of dates has no say in', () => {
  test("numbers and amounts are written as in the person's own region", () => {
    const locale = inEnglish(['de-DE'], { dateOrder: 'month-first' })
    expect(ownLocale(locale)).toBe('en-DE')
    expect(wholeNumber(10_000, locale)).toBe('10.000')
    expect(fullMoney({ amount: 12_500, currency: 'EUR' }, locale)).toBe(fullMoney({ amount: 12_500, currency: 'EUR' }, 'en-DE'))
    expect(compactMoney({ amount: 12_500, currency: 'EUR' }, locale)).toBe(compactMoney({ amount: 12_500, currency: 'EUR' }, 'en-DE'))
  })

  test("telephone numbers are those of the person's own country", () => {
    expect(regionOf(inEnglish(['de-DE'], { dateOrder: 'month-first' }))).toBe('DE')
    expect(regionOf(inEnglish(['en-US'], { dateOrder: 'day-first', weekStart: 'monday' }))).toBe('US')
    expect(regionOf(inEnglish(['es-419'], { dateOrder: 'month-first' }))).toBe('419')
  })

  test('every choice in every region is a locale that Intl takes as it is, and keeps the region', () => {
    const aStyle = fc.record({
      weekStart: fc.constantFrom('region', 'monday', 'saturday', 'sunday'),
      hours: fc.constantFrom('region', '12', '24'),
      dateOrder: fc.constantFrom('region', 'day-first', 'month-first', 'year-first'),
    }) satisfies fc.Arbitrary<DateStyle>
    const aRegion = fc.constantFrom('en-GB', 'en-US', 'de-DE', 'fr-CA', 'ja-JP', 'ar-EG', 'zh-Hant-TW', 'hu', 'es-419', 'en', 'en-US-u-hc-h23')
    fc.assert(
      fc.property(aRegion, aStyle, (region, style) => {
        const locale = readerLocale([region], style, 'en')
        expect(Intl.getCanonicalLocales(locale)).toEqual([locale])
        expect(regionOf(locale)).toBe(regionOf(readerLocale([region], asRegion, 'en')))
        expect(firstDayOfWeek(locale)).toBe(style.weekStart === 'region' ? firstDayOfWeek(readerLocale([region], asRegion, 'en')) : { monday: 1, saturday: 6, sunday: 7 }[style.weekStart])
        if (style.hours !== 'region') expect(/m\.?$/i.test(wallTime('14:30', locale))).toBe(style.hours === '12')
      }),
    )
  })
})
