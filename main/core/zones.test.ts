import { describe, expect, test } from 'vitest'
import { addDays, localDateAt, timeOfDayAt, type Due } from '../../shared/dates.ts'
import { aLead, FakeClock, testCore, type TestCore } from '../../tests/support/core.ts'
import { systemClock } from './clock.ts'

const minute = 60_000
/** Monday 23 November 2026, 9:00 in Berlin. */
const monday = '2026-11-23T08:00:00Z'
const wholeDay = (date: string): Due => ({ date, time: null, zone: null })

async function anEmail(app: TestCore, name: string, due: Due): Promise<string> {
  return aLead(app, name, { channel: 'email', purpose: '', due })
}
const dueOf = async (app: TestCore, leadId: string) => (await app.call('getLead', { id: leadId })).touches[0]?.due
const reasons = async (app: TestCore) => Object.fromEntries((await app.call('getToday', {})).items.map(({ contactName, reason }) => [contactName, reason]))

test("the computer's own wall is the one that the app shows", () => {
  const zone = systemClock.zone()
  for (const text of ['2026-01-15T23:30:00Z', '2026-07-15T03:30:00Z', '2026-04-04T15:15:00Z', '2011-12-30T12:00:00Z']) {
    const date = new Date(text)
    const two = (number: number) => String(number).padStart(2, '0')
    expect(localDateAt(date.getTime(), zone)).toBe(`${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`)
    expect(timeOfDayAt(date.getTime(), zone)).toBe(`${two(date.getHours())}:${two(date.getMinutes())}`)
  }
})

describe('A computer that moves to another zone', () => {
  test('leaves whole days on their date, and they begin and end with the new wall', async () => {
    const clock = new FakeClock(monday)
    const app = await testCore({ clock })
    const leadId = await anEmail(app, 'Jane', wholeDay('2026-11-24'))
    clock.jump('2026-11-24T12:00:00Z')
    expect(await reasons(app)).toEqual({ Jane: 'today' })
    clock.travel('Pacific/Apia') // 25 November, 1:00
    expect(await app.call('getToday', {})).toMatchObject({ date: '2026-11-25' })
    expect(await reasons(app)).toEqual({ Jane: 'overdue' })
    clock.travel('America/Los_Angeles') // 24 November, 4:00
    expect(await reasons(app)).toEqual({ Jane: 'today' })
    clock.travel('Pacific/Pago_Pago') // 24 November, 1:00
    expect(await reasons(app)).toEqual({ Jane: 'today' })
    expect(await dueOf(app, leadId)).toEqual(wholeDay('2026-11-24'))
  })

  test('reminds of a whole day when the day begins where it is now, once', async () => {
    const clock = new FakeClock(monday)
    const app = await testCore({ clock })
    await anEmail(app, 'Jane', wholeDay('2026-11-24'))
    clock.travel('America/Los_Angeles')
    await clock.advance(Date.parse('2026-11-24T16:59:00Z') - clock.now())
    expect(app.shown).toEqual([])
    await clock.advance(2 * minute)
    expect(app.shown).toHaveLength(1)
    clock.travel('Pacific/Honolulu')
    await clock.advance(4 * 60 * minute)
    expect(app.shown).toHaveLength(1)
  })

  test('leaves a time at its instant, and on its own wall', async () => {
    const clock = new FakeClock(monday)
    const app = await testCore({ clock })
    const due = { date: '2026-11-24', time: '09:30', zone: 'Europe/Berlin' }
    const leadId = await anEmail(app, 'Jane', due)
    for (const zone of ['Asia/Kolkata', 'Australia/Lord_Howe', 'America/Los_Angeles']) {
      clock.travel(zone)
      await app.core.wake()
      expect(await dueOf(app, leadId)).toEqual(due)
    }
    await clock.advance(Date.parse('2026-11-24T08:29:59Z') - clock.now())
    expect(app.shown).toEqual([])
    await clock.advance(1000)
    expect(app.shown).toHaveLength(1)
  })

  test('changes nothing for a person who set their own zone', async () => {
    const clock = new FakeClock(monday)
    const app = await testCore({ clock, settings: { zone: 'Europe/Berlin' } })
    await anEmail(app, 'Jane', wholeDay('2026-11-23'))
    clock.travel('Pacific/Apia')
    expect(await app.call('getState', {})).toMatchObject({ zone: 'Europe/Berlin' })
    expect(await app.call('getToday', {})).toMatchObject({ date: '2026-11-23' })
    expect(await reasons(app)).toEqual({ Jane: 'today' })
  })
})

describe('9:00 their time', () => {
  test.each([
    ['America/New_York', '2027-03-10', '2027-03-18'],
    ['America/New_York', '2027-11-03', '2027-11-11'],
    ['Europe/Berlin', '2027-03-25', '2027-03-31'],
    ['Australia/Lord_Howe', '2027-04-01', '2027-04-07'],
    ['Australia/Lord_Howe', '2027-09-30', '2027-10-06'],
  ])('in %s stays 9:00 from %s to %s, with daylight saving changing on either side or on both', async (zone, from, to) => {
    // I am in Berlin, which changes its clocks at other times than they do.
    const clock = new FakeClock(`${addDays(from, -2)}T00:00:00Z`)
    const app = await testCore({ clock, settings: { startOfDay: '00:01' } })
    for (let date = from; date <= to; date = addDays(date, 1)) await anEmail(app, date, { date, time: '09:00', zone })
    const heard: string[] = []
    app.core.on('reminder', ({ title }) => heard.push(`${title} at ${localDateAt(clock.now(), zone)} ${timeOfDayAt(clock.now(), zone)}`))
    await clock.advance(Date.parse(`${addDays(to, 2)}T00:00:00Z`) - clock.now())
    const expected: string[] = []
    for (let date = from; date <= to; date = addDays(date, 1)) expected.push(`Email: ${date} at ${date} 09:00`)
    expect(heard).toEqual(expected)
  })
})
