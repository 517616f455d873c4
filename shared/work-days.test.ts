import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, weekday, type LocalDate } from './dates.ts'
import { addWorkingDays, plainWorkDays, workDaysOf, workingDayFrom, workingDaysBetween } from './work-days.ts'

const aDate = fc.integer({ min: 0, max: 25_000 }).map((days) => addDays('2000-01-01', days))
const someDaysOff = fc.array(
  fc.record({ start: fc.integer({ min: -20, max: 90 }), length: fc.integer({ min: 0, max: 15 }) }),
  { maxLength: 8 },
)
/** A date, and a person's week with days off around it. */
const aPerson = fc
  .record({ date: aDate, weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }), off: someDaysOff })
  .map(({ date, weekdays, off }) => {
    const daysOff = off.map(({ start, length }) => ({ from: addDays(date, start), to: addDays(date, start + length) }))
    return { date, weekdays, daysOff, work: workDaysOf(weekdays, daysOff) }
  })

/** The dates after `from`, up to and with `to`. */
function datesUpTo(from: LocalDate, to: LocalDate): LocalDate[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to)) }, (_, index) => addDays(from, index + 1))
}

describe('Working days', () => {
  test('after Friday comes Monday, and after a Sunday too', () => {
    expect(addWorkingDays('2026-11-27', 1)).toBe('2026-11-30')
    expect(addWorkingDays('2026-11-29', 1)).toBe('2026-11-30')
    expect(addWorkingDays('2026-11-23', 5)).toBe('2026-11-30')
    expect(addWorkingDays('2026-11-25', 0)).toBe('2026-11-25')
  })

  test("are the weekdays of the person's own week", () => {
    const sundayToThursday = workDaysOf([7, 1, 2, 3, 4], [])
    expect(addWorkingDays('2026-11-26', 1, sundayToThursday)).toBe('2026-11-29')
    expect(workingDayFrom('2026-11-27', sundayToThursday)).toBe('2026-11-29')
  })

  test('leave out days off, the first and the last one included', () => {
    const christmas = workDaysOf([1, 2, 3, 4, 5], [{ from: '2026-12-24', to: '2027-01-01' }])
    expect(addWorkingDays('2026-12-23', 1, christmas)).toBe('2027-01-04')
    expect(workingDayFrom('2026-12-24', christmas)).toBe('2027-01-04')
    expect(workingDayFrom('2026-12-23', christmas)).toBe('2026-12-23')
    expect(workingDaysBetween('2026-12-23', '2027-01-05', christmas)).toBe(2)
  })

  test('are looked for in the next ten years, and no longer', () => {
    const never = workDaysOf([1, 2, 3, 4, 5], [{ from: '2000-01-01', to: '2199-12-31' }])
    expect(daysBetween('2026-11-22', workingDayFrom('2026-11-22', never))).toBe(3661)
    expect(workingDaysBetween('2026-11-22', '2030-12-31', never)).toBe(0)
  })

  test('never land on a day off, and come one by one', () => {
    fc.assert(
      fc.property(aPerson, fc.integer({ min: 1, max: 40 }), ({ date, weekdays, daysOff, work }, count) => {
        const landed = addWorkingDays(date, count, work)
        expect(weekdays).toContain(weekday(landed))
        expect(daysOff.some(({ from, to }) => from <= landed && landed <= to)).toBe(false)
        expect(landed > date).toBe(true)
        expect(addWorkingDays(landed, 1, work)).toBe(addWorkingDays(date, count + 1, work))
      }),
    )
  })

  test('between two dates are as many as were added, and as many as there are', () => {
    fc.assert(
      fc.property(aPerson, fc.integer({ min: 0, max: 40 }), fc.integer({ min: -10, max: 80 }), ({ date, work }, count, days) => {
        expect(workingDaysBetween(date, addWorkingDays(date, count, work), work)).toBe(count)
        const to = addDays(date, days)
        expect(workingDaysBetween(date, to, work)).toBe(datesUpTo(date, to).filter((day) => work.isWorkingDay(day)).length)
      }),
    )
  })

  test('keep the order of the dates they are counted from', () => {
    fc.assert(
      fc.property(aPerson, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }), ({ date, work }, later, count) => {
        expect(addWorkingDays(addDays(date, later), count, work) >= addWorkingDays(date, count, work)).toBe(true)
        expect(workingDayFrom(addDays(date, later), work) >= workingDayFrom(date, work)).toBe(true)
      }),
    )
  })

  test('from a date on: the date itself when it is one, else the first after it', () => {
    fc.assert(
      fc.property(aPerson, ({ date, work }) => {
        const found = workingDayFrom(date, work)
        expect(work.isWorkingDay(found)).toBe(true)
        expect(datesUpTo(addDays(date, -1), addDays(found, -1)).some((day) => work.isWorkingDay(day))).toBe(false)
        expect(found).toBe(work.isWorkingDay(date) ? date : addWorkingDays(date, 1, work))
      }),
    )
  })

  test('are Monday to Friday where nothing else was said', () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: 1, max: 40 }), (date, count) => {
        expect(weekday(addWorkingDays(date, count))).toBeLessThan(6)
        expect(addWorkingDays(date, count)).toBe(addWorkingDays(date, count, plainWorkDays))
      }),
    )
  })
})
