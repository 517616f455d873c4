import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { addDays, dueInstant, type Due } from '../../../shared/dates.ts'
import { words } from '../../../shared/strings/words.ts'
import { aLead, FakeClock, testCore, type TestCore } from '../../../tests/support/core.ts'
import { zoneRules } from './zone-rules.ts'

const all = { from: null, to: null }
const zones = ['Europe/Berlin', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Apia', 'Australia/Lord_Howe', 'Africa/Casablanca', 'America/Santiago', 'Asia/Gaza']

/** Reads a file as another program does, its own zones included. */
function read(text: string): ICAL.Event[] {
  ICAL.TimezoneService.reset()
  const calendar = new ICAL.Component(ICAL.parse(text) as string[])
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
}

async function exported(test: TestCore): Promise<string> {
  return (await test.call('exportCalendar', all)).text
}

function wholeDay(date: string): Due {
  return { date, time: null, zone: null }
}

describe('The calendar as a file', () => {
  it('tells each time as the instant at which the app reminds, across zones and daylight saving', async () => {
    const test = await testCore()
    const dates = ['2026-03-08', '2026-03-29', '2026-07-01', '2026-10-25', '2026-11-01', '2027-04-04', '2027-01-15']
    const dues: Due[] = zones.flatMap((zone) => dates.flatMap((date) => ['01:30', '02:30', '09:00', '23:50'].map((time) => ({ date, time, zone }))))
    const lead = await aLead(test, 'Ada')
    for (const due of dues) await test.call('scheduleTouch', { leadId: lead, channel: 'video', purpose: `${due.date} ${due.time} ${due.zone}`, due, minutes: 45 })
    const text = await exported(test)
    const events = read(text)
    expect(events).toHaveLength(dues.length)
    const instants = new Map(events.map((event) => [event.summary, [event.startDate.toJSDate().getTime(), event.endDate.toJSDate().getTime()]]))
    for (const due of dues) {
      const start = dueInstant(due, '09:00', 'Europe/Berlin')
      expect([due, ...(instants.get(`Video: Ada, ${due.date} ${due.time} ${due.zone}`) ?? [])]).toEqual([due, start, start + 45 * 60_000])
    }
    for (const zone of zones) expect(text.split(`TZID:${zone}\r\n`)).toHaveLength(2)
  }, 20_000)

  it('has the rules of every zone that this runtime knows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Intl.supportedValuesOf('timeZone')), fc.integer({ min: 0, max: 8000 }), fc.integer({ min: 0, max: 23 }), (zone, days, hour) => {
        const due = { date: addDays('2014-01-01', days), time: `${String(hour).padStart(2, '0')}:30`, zone }
        const instant = dueInstant(due, '09:00', zone)
        const rules = new ICAL.Timezone(new ICAL.Component(ICAL.parse(zoneRules(zone, instant - 200 * 86_400_000, instant + 3_600_000)) as string[]))
        const wall = ICAL.Time.fromDateTimeString(`${due.date}T${due.time}:00`)
        wall.zone = rules
        // A time that daylight saving skips reads as the same distance after the gap, one that comes twice as the first.
        expect([0, 3_600_000, 1_800_000]).toContain(Math.abs(wall.toJSDate().getTime() - instant))
        if (hour > 4 && hour < 23) expect(wall.toJSDate().getTime()).toBe(instant)
      }),
      { numRuns: 300 },
    )
  }, 20_000)

  it('keeps the UID of a touch and raises its SEQUENCE with each change', async () => {
    const test = await testCore()
    const lead = await aLead(test, 'Ada', { channel: 'call', purpose: 'Ask', due: wholeDay('2026-11-24') })
    const { id } = (await test.call('getLead', { id: lead })).touches[0]!
    const [before] = read(await exported(test))
    await test.call('editTouch', { id, changes: { due: wholeDay('2026-11-26') } })
    const [after] = read(await exported(test))
    expect(after?.uid).toBe(before?.uid)
    expect(after?.uid).toBe(`${id}@followthrough`)
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Infinity)
    expect(after?.startDate.toString()).toBe('2026-11-26')
  })

  it('writes whole days as dates, which no zone can move, with an alarm at the start of the day', async () => {
    for (const zone of ['Pacific/Apia', 'America/Los_Angeles', 'UTC']) {
      const test = await testCore({ clock: new FakeClock('2026-11-23T08:00:00Z', zone), settings: { startOfDay: '08:30' } })
      await aLead(test, 'Ada', { channel: 'call', purpose: '', due: wholeDay('2026-11-24') })
      const text = await exported(test)
      const [event] = read(text)
      expect(text).toContain('DTSTART;VALUE=DATE:20261124\r\n')
      expect([event?.startDate.isDate, event?.startDate.toString(), event?.endDate.toString()]).toEqual([true, '2026-11-24', '2026-11-25'])
      const alarm = event?.component.getFirstSubcomponent('valarm')
      expect(alarm?.getFirstPropertyValue('trigger')?.toString()).toBe('PT8H30M')
    }
  })

  it('reminds before a time as the app does: as was chosen for the touch, else by its channel, and at it when it was planned too late for that', async () => {
    const test = await testCore()
    const due = { date: '2026-11-24', time: '10:00', zone: 'Europe/Berlin' }
    const lead = await aLead(test, 'Ada', { channel: 'in-person', purpose: '', due })
    await test.call('scheduleTouch', { leadId: lead, channel: 'call', purpose: '', due: { ...due, time: '12:00' }, remindBefore: 45 })
    await test.call('scheduleTouch', { leadId: lead, channel: 'call', purpose: '', due: { ...due, time: '14:00' }, remindBefore: 2 * 24 * 60 })
    const triggers = read(await exported(test)).map((event) => event.component.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')?.toString())
    expect(triggers).toEqual(['-PT30M', '-PT45M', 'PT0S'])
  })

  it('holds promises, next meetings and what was done, but asks attention only for what is open', async () => {
    const test = await testCore()
    const lead = await aLead(test, 'Ada', { channel: 'call', purpose: 'Ask', due: wholeDay('2026-11-23') })
    const { id } = (await test.call('getLead', { id: lead })).touches[0]!
    await test.call('completeTouch', { id, outcome: 'talked', notes: 'Liked it', next: { channel: 'text', purpose: '', due: wholeDay('2026-12-01') } })
    const { id: recap } = await test.call('startRecap', { leadId: lead, touchId: id })
    const next = { channel: 'video' as const, due: { date: '2026-11-30', time: '10:00', zone: 'Europe/Berlin' }, minutes: 30 }
    await test.call('editRecap', { id: recap, changes: { mine: [{ what: 'Send it', by: '2026-11-25' }], theirs: [{ what: 'Read it', by: '2026-11-27' }], next } })
    const events = read(await exported(test))
    expect(events.map((event) => [event.summary, event.component.getAllSubcomponents('valarm').length])).toEqual([
      ['✓ Call: Ada, Ask', 0],
      ['Promised to Ada: Send it', 1],
      ['Promised by Ada: Read it', 0],
      ['Video: Ada', 1],
      ['Text: Ada', 1],
    ])
    expect(events[0]?.description).toBe('Talked\n\nLiked it')
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(5)
  })

  it('takes only the days that are asked for, and refuses an end before the start', async () => {
    const test = await testCore()
    for (const date of ['2026-11-24', '2026-11-25', '2026-11-26']) await aLead(test, date, { channel: 'call', purpose: '', due: wholeDay(date) })
    const { text, name } = await test.call('exportCalendar', { from: '2026-11-25', to: '2026-11-25' })
    expect(read(text).map(({ summary }) => summary)).toEqual(['Call: 2026-11-25'])
    expect(name).toBe('followthrough calendar 2026-11-23.ics')
    expect(await test.ask('exportCalendar', { from: '2026-11-30', to: '2026-11-01' })).toMatchObject({ ok: false, error: { message: words.errors.endBeforeStart } })
    expect(read((await test.call('exportCalendar', { from: '2027-01-01', to: null })).text)).toEqual([])
  })

  it('lets no text break out of its place', async () => {
    const test = await testCore()
    const hostile = 'x\r\nEND:VEVENT\nBEGIN:VALARM;a,b\\n"\u0000\u0007\u2028' + 'ß🙂'.repeat(60)
    const lead = await aLead(test, 'Ada "A" <a>; B,\\')
    await test.call('scheduleTouch', { leadId: lead, channel: 'call', purpose: 'p;q,r\\n', preparation: hostile, due: wholeDay('2026-11-24') })
    const text = await exported(test)
    const events = read(text)
    expect(events).toHaveLength(1)
    expect(events[0]?.summary).toBe('Call: Ada "A" <a>; B,\\, p;q,r\\n')
    expect(events[0]?.description).toBe(hostile.replaceAll('\r\n', '\n').replaceAll('\u0000', '').replaceAll('\u0007', ''))
    expect(events[0]?.component.getAllSubcomponents('valarm')).toHaveLength(1)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line).not.toMatch(/[\r\n]/)
    }
  })
})
