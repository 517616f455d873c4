import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayGroup, daysBetween, dueDate, dueInstant, dueOrder, dueSchema, instantOf, instantSchema, isKnownZone, localDateAt, localDateSchema, timeOfDayAt, timeOfDaySchema, toInstant, weekday, zoneSchema, type Due } from './dates.ts'

const zones = ['Europe/Berlin', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Apia', 'Australia/Lord_Howe']
const aZone = fc.constantFrom(...zones)
const aDate = fc.integer({ min: 0, max: 25_000 }).map((days) => addDays('2000-01-01', days))
const aTime = fc.integer({ min: 0, max: 1439 }).map((minutes) => new Date(minutes * 60_000).toISOString().slice(11, 16))
const utc = (text: string) => Date.parse(text)
const wholeDay = (date: string): Due => ({ date, time: null, zone: null })

describe('What a date, a time and a zone may be', () => {
  test.each(['2026-02-28', '2024-02-29'])('%s is a date', (date) => expect(localDateSchema.safeParse(date).success).toBe(true))
  test.each(['2026-02-29', '2026-2-3', '2026-13-01', '2026-11-22T00:00:00Z', ''])('"%s" is none', (date) =>
    expect(localDateSchema.safeParse(date).success).toBe(false),
  )
  test.each(['24:00', '9:30', '09:60', '09:30:00', ''])('"%s" is no time of day', (time) => expect(timeOfDaySchema.safeParse(time).success).toBe(false))

  test('a zone is one that this computer knows', () => {
    expect(zones.every(isKnownZone)).toBe(true)
    expect(zoneSchema.safeParse('Europe/Atlantis').success).toBe(false)
    expect(isKnownZone('')).toBe(false)
  })

  test('an instant is told in UTC', () => {
    expect(toInstant(0)).toBe('1970-01-01T00:00:00.000Z')
    expect(instantSchema.safeParse('2026-11-22T08:30:00+01:00').success).toBe(false)
  })

  test('a time is due in a zone, and a whole day in none', () => {
    expect(dueSchema.safeParse({ date: '2026-11-22', time: '09:00', zone: null }).success).toBe(false)
    expect(dueSchema.safeParse({ date: '2026-11-22', time: null, zone: 'Europe/Berlin' }).success).toBe(false)
    expect(dueSchema.safeParse({ date: '2026-11-22', time: '09:00', zone: 'Europe/Berlin' }).success).toBe(true)
    expect(dueSchema.safeParse(wholeDay('2026-11-22')).success).toBe(true)
  })
})

describe('The wall clock', () => {
  test('shows each zone its own date and time at one moment', () => {
    const now = utc('2026-11-22T23:30:00Z')
    expect(zones.map((zone) => `${localDateAt(now, zone)} ${timeOfDayAt(now, zone)}`)).toEqual([
      '2026-11-23 00:30',
      '2026-11-22 15:30',
      '2026-11-23 05:00',
      '2026-11-23 12:30',
      '2026-11-23 10:30',
    ])
  })

  test('jumps over the day that Samoa left out', () => {
    const dayBefore = utc('2011-12-30T09:59:00Z')
    expect(localDateAt(dayBefore, 'Pacific/Apia')).toBe('2011-12-29')
    expect(localDateAt(dayBefore + 60_000, 'Pacific/Apia')).toBe('2011-12-31')
  })

  test('keeps 9:00 at 9:00 on both sides of daylight saving', () => {
    expect(['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25'].map((date) => toInstant(instantOf(date, '09:00', 'Europe/Berlin')))).toEqual([
      '2026-03-28T08:00:00.000Z',
      '2026-03-29T07:00:00.000Z',
      '2026-10-24T07:00:00.000Z',
      '2026-10-25T08:00:00.000Z',
    ])
    expect(['2026-03-07', '2026-03-08', '2026-10-31', '2026-11-01'].map((date) => toInstant(instantOf(date, '09:00', 'America/Los_Angeles')))).toEqual([
      '2026-03-07T17:00:00.000Z',
      '2026-03-08T16:00:00.000Z',
      '2026-10-31T16:00:00.000Z',
      '2026-11-01T17:00:00.000Z',
    ])
  })

  test('moves by half an hour on Lord Howe Island', () => {
    expect(['2026-04-04', '2026-04-05'].map((date) => toInstant(instantOf(date, '09:00', 'Australia/Lord_Howe')))).toEqual([
      '2026-04-03T22:00:00.000Z',
      '2026-04-04T22:30:00.000Z',
    ])
  })

  test.each([
    ['Europe/Berlin', '2026-03-29', '02:30', '03:30'],
    ['America/Los_Angeles', '2026-03-08', '02:15', '03:15'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '02:45'],
  ])('in %s, on %s, takes the skipped %s as %s', (zone, date, skipped, shown) => {
    const instant = instantOf(date, skipped, zone)
    expect([localDateAt(instant, zone), timeOfDayAt(instant, zone)]).toEqual([date, shown])
  })

  test.each([
    ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['America/Los_Angeles', '2026-11-01', '01:30', '2026-11-01T08:30:00.000Z'],
    ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45:00.000Z'],
  ])('in %s, on %s, takes the first of the two %s', (zone, date, time, instant) => {
    expect(toInstant(instantOf(date, time, zone))).toBe(instant)
  })

  test('shows what was asked for, whatever the zone, but for the times that daylight saving skips', () => {
    fc.assert(
      fc.property(aDate, aTime, aZone, (date, time, zone) => {
        // Samoa crossed the date line: the whole 30th of December 2011 was left out.
        fc.pre(!(zone === 'Pacific/Apia' && date === '2011-12-30'))
        const instant = instantOf(date, time, zone)
        expect(localDateAt(instant, zone)).toBe(date)
        const shown = timeOfDayAt(instant, zone)
        if (shown === time) return
        const gap = instantOf(date, shown, zone) - instantOf(date, '00:00', zone)
        expect(gap).toBeLessThan(24 * 3_600_000)
        expect(shown > time).toBe(true)
      }),
    )
  })
})

describe('Counting days', () => {
  test('goes over leap days and year ends', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
    expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1)
    expect(daysBetween('2026-11-22', '2026-11-21')).toBe(-1)
  })

  test('there and back again is the same date, and the days between are those added', () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date)
        expect(daysBetween(date, addDays(date, days))).toBe(days)
      }),
    )
  })

  test('weeks begin on Monday', () => {
    expect(['2026-11-23', '2026-11-27', '2026-11-28', '2026-11-29'].map(weekday)).toEqual([1, 5, 6, 7])
  })
})

describe('What is due', () => {
  const berlin = 'Europe/Berlin'
  const tokyoMorning: Due = { date: '2026-11-24', time: '07:00', zone: 'Asia/Tokyo' }

  test("comes at its own wall's time, or with the person's day", () => {
    expect(toInstant(dueInstant(tokyoMorning, '09:00', berlin))).toBe('2026-11-23T22:00:00.000Z')
    expect(toInstant(dueInstant(wholeDay('2026-11-24'), '09:00', berlin))).toBe('2026-11-24T08:00:00.000Z')
  })

  test("falls on the person's own date, and a whole day is the same date everywhere", () => {
    expect(dueDate(tokyoMorning, berlin)).toBe('2026-11-23')
    expect(zones.map((zone) => dueDate(wholeDay('2026-11-24'), zone))).toEqual(zones.map(() => '2026-11-24'))
  })

  test('sorts as it comes, whole days first on their day', () => {
    const dues: Due[] = [{ date: '2026-11-24', time: '08:00', zone: berlin }, wholeDay('2026-11-25'), tokyoMorning, wholeDay('2026-11-24')]
    const sorted = dues.toSorted((a, b) => (dueOrder(a, berlin) < dueOrder(b, berlin) ? -1 : 1))
    expect(sorted).toEqual([tokyoMorning, wholeDay('2026-11-24'), dues[0], wholeDay('2026-11-25')])
  })

  test("stands on the person's own wall at its very instant, in whichever zones, asked once or again", () => {
    fc.assert(
      fc.property(aDate, aTime, aZone, aZone, (date, time, theirs, mine) => {
        fc.pre(theirs !== mine)
        const due = { date, time, zone: theirs }
        const instant = instantOf(date, time, theirs)
        const wall = `${localDateAt(instant, mine)}T${timeOfDayAt(instant, mine)}`
        expect([dueOrder(due, mine), dueOrder(due, mine), dueDate(due, mine)]).toEqual([wall, wall, wall.slice(0, 10)])
      }),
    )
  })

  test('stands where it did after more questions than are kept in mind', () => {
    const asked = () => Array.from({ length: 20_500 }, (_, days) => dueOrder({ date: addDays('2000-01-01', days), time: '07:00', zone: 'Asia/Tokyo' }, 'UTC'))
    const first = asked()
    expect(first[20_000]).toBe('2054-10-03T22:00')
    expect(asked()).toEqual(first)
  })

  test.each([
    ['2026-11-23T22:59:59Z', 'tomorrow'],
    ['2026-11-23T23:00:00Z', 'today'],
    ['2026-11-24T22:59:59Z', 'today'],
    ['2026-11-24T23:00:00Z', 'overdue'],
    ['2026-11-22T22:59:59Z', 'later'],
  ])('a whole day in Berlin is, at %s, %s', (now, group) => {
    expect(dayGroup(wholeDay('2026-11-24'), utc(now), berlin)).toBe(group)
  })

  test.each([
    ['2026-11-24T13:29:59Z', 'today'],
    ['2026-11-24T13:30:00Z', 'today'],
    ['2026-11-24T13:30:01Z', 'overdue'],
    ['2026-11-25T10:00:00Z', 'overdue'],
    ['2026-11-23T10:00:00Z', 'tomorrow'],
  ])('14:30 in Berlin is, at %s, %s', (now, group) => {
    expect(dayGroup({ date: '2026-11-24', time: '14:30', zone: berlin }, utc(now), berlin)).toBe(group)
  })

  test('never goes back to an earlier group as time passes', () => {
    const order = ['later', 'tomorrow', 'today', 'overdue']
    const aDue = fc.oneof(aDate.map(wholeDay), fc.record({ date: aDate, time: aTime, zone: aZone }))
    fc.assert(
      fc.property(aDue, aZone, fc.integer({ min: -100, max: 100 }), fc.integer({ min: 0, max: 50 }), (due, zone, hours, more) => {
        const start = dueInstant(due, '12:00', zone) + hours * 3_600_000
        expect(order.indexOf(dayGroup(due, start + more * 3_600_000, zone))).toBeGreaterThanOrEqual(order.indexOf(dayGroup(due, start, zone)))
      }),
    )
  })
})
