import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FakeClock, testCore, type TestCore } from '../../tests/support/core.ts'
import { readCalendarDaysOff } from './import/days-off.ts'

const window = { from: '2026-01-01', to: '2029-12-31' }

function calendar(...events: string[][]): string {
  const lines = events.flatMap((event, index) => ['BEGIN:VEVENT', ...(event.some((line) => line.startsWith('UID')) ? [] : [`UID:event-${index}`]), ...event, 'END:VEVENT'])
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n')
}
const read = (...events: string[][]) => readCalendarDaysOff(calendar(...events), window)
const spans = (...events: string[][]) => read(...events).days.map(({ from, to, name }) => `${from} ${to} ${name}`)

/** A file as one of those who offer public holidays writes it. */
function fixture(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../tests/fixtures/calendars', name), 'utf8')
}

describe('The days off in a calendar file', () => {
  test('end on the day before DTEND, and are one day where it is missing or the same', () => {
    expect(spans(['DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20270102', 'SUMMARY:Between the years'])).toEqual(['2026-12-24 2027-01-01 Between the years'])
    expect(spans(['DTSTART;VALUE=DATE:20261225', 'SUMMARY:Christmas'])).toEqual(['2026-12-25 2026-12-25 Christmas'])
    expect(spans(['DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261225', 'SUMMARY:Christmas'])).toEqual(['2026-12-25 2026-12-25 Christmas'])
    expect(spans(['DTSTART;VALUE=DATE:20261225', 'DURATION:P2D', 'SUMMARY:Christmas'])).toEqual(['2026-12-25 2026-12-26 Christmas'])
  })

  test('come once for each year in which they repeat, without those that were called off', () => {
    expect(spans(['DTSTART;VALUE=DATE:19701225', 'RRULE:FREQ=YEARLY', 'SUMMARY:Christmas', 'EXDATE;VALUE=DATE:20281225'])).toEqual([
      '2026-12-25 2026-12-25 Christmas',
      '2027-12-25 2027-12-25 Christmas',
      '2029-12-25 2029-12-25 Christmas',
    ])
    expect(spans(['DTSTART;VALUE=DATE:20201126', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH', 'SUMMARY:Thanksgiving']).map((span) => span.slice(0, 10))).toEqual(['2026-11-26', '2027-11-25', '2028-11-23', '2029-11-22'])
    expect(spans(['DTSTART;VALUE=DATE:20200525', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO', 'SUMMARY:Spring'])[0]).toBe('2026-05-25 2026-05-25 Spring')
    expect(spans(['DTSTART;VALUE=DATE:20260405', 'RDATE;VALUE=DATE:20270328,20280416', 'SUMMARY:Easter']).map((span) => span.slice(0, 10))).toEqual(['2026-04-05', '2027-03-28', '2028-04-16'])
    expect(spans(['DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY', 'SUMMARY:Leap day'])).toEqual(['2028-02-29 2028-02-29 Leap day'])
  })

  test('take a changed occurrence as it was changed', () => {
    const yearly = ['UID:may', 'DTSTART;VALUE=DATE:20260501', 'RRULE:FREQ=YEARLY;COUNT=3', 'SUMMARY:May Day']
    expect(spans(yearly, ['UID:may', 'RECURRENCE-ID;VALUE=DATE:20270501', 'DTSTART;VALUE=DATE:20270503', 'SUMMARY:May Day (moved)'])).toEqual([
      '2026-05-01 2026-05-01 May Day',
      '2027-05-03 2027-05-03 May Day (moved)',
      '2028-05-01 2028-05-01 May Day',
    ])
    expect(spans(yearly, ['UID:may', 'RECURRENCE-ID;VALUE=DATE:20270501', 'DTSTART;VALUE=DATE:20270501', 'STATUS:CANCELLED'])).toHaveLength(2)
  })

  test('leave out what was cancelled, and tell of what has a time, is over or is not understood', () => {
    expect(
      read(
        ['DTSTART;VALUE=DATE:20261225', 'STATUS:CANCELLED', 'SUMMARY:Cancelled'],
        ['DTSTART:20261225T090000Z', 'DTEND:20261225T100000Z', 'SUMMARY:A meeting'],
        ['DTSTART;VALUE=DATE:20251225', 'SUMMARY:Last year'],
        ['DTSTART;VALUE=DATE:20301225', 'SUMMARY:Years ahead'],
        ['DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=WEEKLY', 'SUMMARY:Each Monday'],
        ['SUMMARY:Without a date'],
      ),
    ).toEqual({ days: [], timed: 1, outside: 2, unclear: 2 })
  })

  test('count as whole days also as Outlook writes them, from midnight to midnight', () => {
    expect(spans(['DTSTART:20261225T000000', 'DTEND:20261227T000000', 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE', 'SUMMARY:Christmas'])).toEqual(['2026-12-25 2026-12-26 Christmas'])
  })

  test('have a name, an id and the mark of a day on which people work, whatever is missing', () => {
    const [named] = read(['UID:a@b', 'DTSTART;VALUE=DATE:20261225', 'SUMMARY:  Two\\nlines  ', 'DESCRIPTION:Observance\\nTo hide it, …']).days
    expect(named).toMatchObject({ name: 'Two lines', uid: 'a@b', isObservance: true })
    const [bare] = read(['UID:', 'DTSTART;VALUE=DATE:20261225']).days
    expect(bare).toMatchObject({ name: 'Day off', uid: 'Day off/2026-12-25', isObservance: false })
  })

  test.each([
    ['google.ics', { days: 7, timed: 0, outside: 2, unclear: 0 }],
    ['apple.ics', { days: 8, timed: 0, outside: 0, unclear: 0 }],
    ['officeholidays.ics', { days: 3, timed: 0, outside: 0, unclear: 0 }],
    ['thunderbird.ics', { days: 3, timed: 1, outside: 1, unclear: 0 }],
  ])('are found in a file like that of %s', (name, expected) => {
    const { days, ...leftOut } = readCalendarDaysOff(fixture(name), window)
    expect({ days: days.length, ...leftOut }).toEqual(expected)
    expect(days.every(({ from, to }) => from <= to && from <= window.to && to >= window.from)).toBe(true)
    expect(new Set(days.map(({ uid }) => uid)).size).toBe(days.length)
  })
})

describe('A file that is no list of holidays', () => {
  const nothing = 'That file is no calendar file, or is damaged. Nothing was changed; choose one that ends in .ics.'
  test.each([
    ['nothing at all', '', nothing],
    ['words', 'lorem ipsum dolor\n'.repeat(55_000), nothing],
    ['one endless line', 'x'.repeat(1_000_000), nothing],
    ['an endless beginning', 'BEGIN:VCALENDAR\n'.repeat(62_000), nothing],
    ['bytes', String.fromCodePoint(...Array.from({ length: 5000 }, (_, index) => (index * 7) % 256)), nothing],
    ['a contact', 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Jane\r\nEND:VCARD\r\n', nothing],
    ['half a calendar', calendar(['DTSTART;VALUE=DATE:20261225']).slice(0, -20), nothing],
    ['a calendar without events', calendar(), 'There is no event in that calendar file. Nothing was changed.'],
    ['more than anybody repeats', calendar(...Array.from({ length: 3000 }, () => ['DTSTART;VALUE=DATE:16000101', 'RRULE:FREQ=YEARLY'])), 'So much repeats in that calendar file that it is no list of holidays. Nothing was changed.'],
  ])('is refused with a sentence: %s', async (_what, text, sentence) => {
    const app = await testCore({ clock: new FakeClock('2026-11-23T08:00:00Z') })
    const reply = await app.ask('readDaysOff', { text })
    expect(reply).toMatchObject({ ok: false, error: { message: sentence } })
    expect(await app.call('getDaysOff', {})).toEqual([])
  })

  test('is refused for its size before it is looked at', async () => {
    const app = await testCore()
    expect(await app.ask('readDaysOff', { text: 'x'.repeat(1_000_001) })).toMatchObject({ ok: false, error: { code: 'invalid-input', message: 'That file is larger than 1 MB, which no list of holidays is. Nothing was changed.' } })
  })

  test('never does more than refuse, whatever is in it', () => {
    const aLine = fc.oneof(
      fc.constantFrom('BEGIN:VEVENT', 'END:VEVENT', 'DTSTART;VALUE=DATE:20260229', 'DTSTART;VALUE=DATE:99999999', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=6MO', 'RRULE:FREQ=YEARLY;BYMONTH=13', 'RRULE:FREQ=YEARLY;INTERVAL=0', 'RDATE:x', 'DURATION:-P1D', 'DTEND;VALUE=DATE:19000101', 'UID:1'),
      fc.string({ maxLength: 40 }),
    )
    fc.assert(
      fc.property(fc.array(aLine, { maxLength: 12 }), (lines) => {
        try {
          const { days } = readCalendarDaysOff(calendar(lines), window)
          expect(days.every(({ from, to, name }) => /^\d{4}-\d\d-\d\d$/.test(from) && from <= to && name !== '')).toBe(true)
        } catch (error) {
          expect((error as Error).name).toBe('Refusal')
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe("The person's days off", () => {
  const christmas = { from: '2026-12-25', to: '2026-12-26', name: 'Christmas' }

  async function importAll(app: TestCore, text: string): Promise<number> {
    const { days } = await app.call('readDaysOff', { text })
    const chosen = days.filter(({ isKnown }) => !isKnown).map(({ from, to, name, uid }) => ({ from, to, name, uid }))
    return chosen.length === 0 ? 0 : (await app.call('importDaysOff', { days: chosen })).added
  }

  test('are added, changed and deleted, each with undo', async () => {
    const app = await testCore()
    const { id } = await app.call('saveDayOff', { id: null, facts: christmas })
    await app.call('saveDayOff', { id: null, facts: { from: '2026-11-02', to: '2026-11-02', name: '' } })
    await app.call('saveDayOff', { id, facts: { ...christmas, to: '2027-01-01' } })
    expect((await app.call('getDaysOff', {})).map(({ from, to, name }) => `${from} ${to} ${name}`)).toEqual(['2026-11-02 2026-11-02 Day off', '2026-12-25 2027-01-01 Christmas'])
    await app.call('deleteDaysOff', { ids: [id] })
    expect(await app.call('getDaysOff', {})).toHaveLength(1)
    await app.call('undo', { transaction: null })
    await app.call('undo', { transaction: null })
    expect((await app.call('getDaysOff', {})).at(-1)).toMatchObject(christmas)
    expect(await app.ask('deleteDaysOff', { ids: ['gone'] })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })

  test.each([
    [{ ...christmas, to: '2026-12-24' }, 'The last day comes before the first one. Nothing was changed; choose a later last day.'],
    [{ ...christmas, to: '9999-12-31' }, 'That date is too far away to plan for: choose one from 1900 to 2199. Nothing was changed.'],
    [{ ...christmas, from: '1026-12-25' }, 'That date is too far away to plan for: choose one from 1900 to 2199. Nothing was changed.'],
    [{ ...christmas, to: '2036-12-26' }, 'That is more than three years off in one piece. Nothing was changed; check the years.'],
  ])('are refused when their dates cannot be: %j', async (facts, sentence) => {
    const app = await testCore()
    expect(await app.ask('saveDayOff', { id: null, facts })).toMatchObject({ ok: false, error: { code: 'invalid-input', message: sentence } })
    expect(await app.ask('importDaysOff', { days: [{ ...facts, uid: 'x' }] })).toMatchObject({ ok: false, error: { message: sentence } })
    expect(await app.call('getDaysOff', {})).toEqual([])
  })

  test('take a file over once: the same one again changes nothing, also after one was renamed', async () => {
    const app = await testCore({ clock: new FakeClock('2026-11-23T08:00:00Z') })
    const text = fixture('apple.ics')
    expect(await importAll(app, text)).toBe(8)
    const [first] = await app.call('getDaysOff', {})
    await app.call('saveDayOff', { id: first?.id ?? '', facts: { from: first?.from ?? '', to: first?.to ?? '', name: 'Renamed' } })
    expect(await importAll(app, text)).toBe(0)
    expect(await app.call('getDaysOff', {})).toHaveLength(8)
    await app.call('undo', { transaction: null })
    await app.call('undo', { transaction: null })
    expect(await app.call('getDaysOff', {})).toEqual([])
  })

  test('know a holiday of the same name and dates from another file, and take one once that a file has twice', async () => {
    const app = await testCore()
    await app.call('saveDayOff', { id: null, facts: christmas })
    const event = ['DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261227', 'SUMMARY:CHRISTMAS']
    const twice = ['UID:new', 'DTSTART;VALUE=DATE:20261231', 'SUMMARY:New Year’s Eve']
    const { days } = await app.call('readDaysOff', { text: calendar(event, twice, twice) })
    expect(days.map(({ name, isKnown }) => [name, isKnown])).toEqual([
      ['CHRISTMAS', true],
      ['New Year’s Eve', false],
    ])
  })

  test('a new year of a holiday that repeats is new, and the years before are not', async () => {
    const clock = new FakeClock('2026-11-23T08:00:00Z')
    const app = await testCore({ clock })
    const text = calendar(['UID:c', 'DTSTART;VALUE=DATE:19701225', 'RRULE:FREQ=YEARLY', 'SUMMARY:Christmas'])
    expect(await importAll(app, text)).toBe(4)
    clock.jump('2027-11-23T08:00:00Z')
    expect(await importAll(app, text)).toBe(1)
    expect((await app.call('getDaysOff', {})).map(({ from }) => from.slice(0, 4))).toEqual(['2026', '2027', '2028', '2029', '2030'])
  })
})
