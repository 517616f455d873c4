import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { channelSchema } from './channel.ts'
import { addDays, dueInstant, timeOfDayAt, type Due } from './dates.ts'
import { defaultReminderChoices, justNow, nextReminder, outOfQuiet, remindedFrom, reminderKey, reminderMoments, wasReminded, type ReminderPolicy } from './reminder-times.ts'
import { defaultResponseGoal } from './response.ts'
import { blankTouch, touchSchema, type Touch } from './touch.ts'
import { workDaysOf } from './work-days.ts'

const zone = 'Europe/Berlin'
const minute = 60_000
const policy: ReminderPolicy = {
  zone,
  startOfDay: '09:00',
  endOfDay: '17:00',
  work: workDaysOf([1, 2, 3, 4, 5], [{ from: '2026-12-24', to: '2026-12-27' }]),
  choices: defaultReminderChoices,
  response: defaultResponseGoal,
}
const choose = (choices: Partial<ReminderPolicy['choices']>): ReminderPolicy => ({ ...policy, choices: { ...defaultReminderChoices, ...choices } })
const on = (date: string, time: string | null = null): Due => ({ date, time, zone: time === null ? null : zone })

function aTouch(changes: Partial<Touch> = {}): Touch {
  return touchSchema.parse({ ...blankTouch, id: 'touch', leadId: 'lead', channel: 'email', purpose: '', due: on('2026-11-24'), createdAt: '2026-11-20T08:00:00.000Z', ...changes })
}

function momentsOf(touch: Touch, by = policy, inboundSince: string | null = null): string[] {
  return reminderMoments(touch, by, inboundSince === null ? null : Date.parse(inboundSince)).map(({ moment }) => new Date(moment).toISOString())
}

describe('The moment of a reminder', () => {
  test('is so long before the touch is due as its channel, or the touch itself, says', () => {
    const due = on('2026-11-24', '14:30')
    expect(momentsOf(aTouch({ due }))).toEqual(['2026-11-24T13:30:00.000Z'])
    expect(momentsOf(aTouch({ due, channel: 'call' }))).toEqual(['2026-11-24T13:20:00.000Z'])
    expect(momentsOf(aTouch({ due, channel: 'call', remindBefore: 60 }))).toEqual(['2026-11-24T12:30:00.000Z'])
  })

  test("is the start of the person's day for a whole day, on both sides of daylight saving, or the hour of the digest", () => {
    expect(momentsOf(aTouch({ due: on('2026-10-24') }))).toEqual(['2026-10-24T07:00:00.000Z'])
    expect(momentsOf(aTouch({ due: on('2026-10-25') }))).toEqual(['2026-10-25T08:00:00.000Z'])
    expect(momentsOf(aTouch({ due: on('2026-10-25') }), choose({ digestAt: '07:15' }))).toEqual(['2026-10-25T06:15:00.000Z'])
  })

  test('waits for a working day where days off are to be quiet, but not when a time was agreed', () => {
    expect(momentsOf(aTouch({ due: on('2026-12-24') }), choose({ daysOff: false }))).toEqual(['2026-12-28T08:00:00.000Z'])
    expect(momentsOf(aTouch({ due: on('2026-12-24', '10:00') }), choose({ daysOff: false }))).toEqual(['2026-12-24T09:00:00.000Z'])
  })

  test("is the other person's time where one was agreed", () => {
    expect(momentsOf(aTouch({ due: { date: '2026-11-24', time: '09:00', zone: 'Asia/Kolkata' } }))).toEqual(['2026-11-24T03:30:00.000Z'])
  })

  test('is the moment until which it was snoozed, be it earlier or later', () => {
    const snoozedUntil = '2026-11-26T10:00:00.000Z'
    expect(momentsOf(aTouch({ snoozedUntil }))).toEqual([snoozedUntil])
    expect(momentsOf(aTouch({ snoozedUntil, due: on('2026-12-24') }))).toEqual([snoozedUntil])
  })

  test.each(['done', 'held', 'skipped', 'cancelled'] as const)('is none for a touch that is %s', (state) => {
    expect(momentsOf(aTouch({ state }))).toEqual([])
  })

  test('comes again while an inbound lead waits, after an hour and a day of working time', () => {
    const touch = aTouch({ due: on('2026-11-24', '16:30') })
    expect(momentsOf(touch, policy, '2026-11-24T15:25:00.000Z')).toEqual(['2026-11-24T15:30:00.000Z', '2026-11-25T08:25:00.000Z', '2026-11-27T15:25:00.000Z'])
    expect(momentsOf(touch, { ...policy, response: { ...defaultResponseGoal, hours: 'all' } }, '2026-11-24T15:25:00.000Z').slice(1)).toEqual(['2026-11-24T16:25:00.000Z', '2026-11-25T15:25:00.000Z'])
  })
})

describe('What was reminded of', () => {
  test('is followed by the next reminder, and never by one that was given', () => {
    const touch = aTouch({ due: on('2026-11-24', '16:30') })
    const waiting = reminderMoments(touch, policy, Date.parse('2026-11-24T15:25:00.000Z'))
    const key = reminderKey(touch)
    expect([null, key, `${key}+warn`, `${key}+late`].map((given) => nextReminder(waiting, given)?.key ?? null)).toEqual([key, `${key}+warn`, `${key}+late`, null])
    expect(nextReminder(reminderMoments(touch, policy), `${key}+warn`)).toBeNull()
    expect(nextReminder(reminderMoments(touch, policy), '2026-11-23')?.key).toBe(key)
  })
})

describe('Quiet hours', () => {
  test('hold a reminder back to their end, over midnight too', () => {
    const quiet = choose({ quiet: { from: '20:00', to: '07:30' } })
    const at = (due: Due) => momentsOf(aTouch({ due }), quiet)[0]
    expect(at(on('2026-11-24', '19:59'))).toBe('2026-11-24T18:59:00.000Z')
    expect(at(on('2026-11-24', '20:00'))).toBe('2026-11-25T06:30:00.000Z')
    expect(at(on('2026-11-25', '03:00'))).toBe('2026-11-25T06:30:00.000Z')
    expect(at(on('2026-11-25', '07:30'))).toBe('2026-11-25T06:30:00.000Z')
  })

  test('never let a reminder come in them, nor before its moment, in any zone', () => {
    const aTime = fc.integer({ min: 0, max: 1439 }).map((minutes) => new Date(minutes * minute).toISOString().slice(11, 16))
    const someZone = fc.constantFrom('Europe/Berlin', 'America/Los_Angeles', 'Pacific/Apia', 'Australia/Lord_Howe')
    const aMoment = fc.integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2028-01-01T00:00:00Z') })
    fc.assert(
      fc.property(aMoment, aTime, aTime, someZone, (moment, from, to, inZone) => {
        const moved = outOfQuiet(moment, { zone: inZone, choices: { ...defaultReminderChoices, quiet: { from, to } } })
        expect(moved).toBeGreaterThanOrEqual(moment)
        expect(moved - moment).toBeLessThan(26 * 60 * minute)
        const time = timeOfDayAt(moved, inZone)
        const isQuiet = from < to ? time >= from && time < to : from > to && (time >= from || time < to)
        // An end that daylight saving skips is an hour later on the wall.
        if (isQuiet) expect(moved).toBe(moment)
      }),
      { numRuns: 300 },
    )
  })
})

describe('A touch that is planned', () => {
  const now = Date.parse('2026-11-24T14:00:00Z')

  const planned = (changes: Partial<Touch>) => aTouch({ plannedAt: new Date(now).toISOString(), ...changes })

  test('in the past counts as reminded of; within its lead, it reminds when it is due', () => {
    const call = (time: string, remindBefore: number | null = null) => planned({ due: on('2026-11-24', time), channel: 'call', remindBefore })
    expect(remindedFrom(call('14:00'), policy)).toBe(`2026-11-24T14:00 ${zone}+unsaid`)
    expect([call('15:05'), call('15:05', 2880), call('15:05', 0), call('16:00')].map((touch) => [remindedFrom(touch, policy), ...momentsOf(touch)])).toEqual([
      [null, '2026-11-24T14:05:00.000Z'],
      [null, '2026-11-24T14:05:00.000Z'],
      [null, '2026-11-24T14:05:00.000Z'],
      [null, '2026-11-24T14:50:00.000Z'],
    ])
  })

  test('is measured by when it was written down until it is put on another due', () => {
    const due = on('2026-11-20', '09:05')
    expect(momentsOf(aTouch({ due, channel: 'call', createdAt: '2026-11-20T08:00:00.000Z' }))).toEqual(['2026-11-20T08:05:00.000Z'])
  })

  test('for a day off or quiet hours has its reminder still to come', () => {
    const saturday = { due: on('2026-11-28'), plannedAt: '2026-11-28T10:00:00.000Z' }
    expect(remindedFrom(aTouch(saturday), policy)).toBe('2026-11-28+unsaid')
    expect(remindedFrom(aTouch(saturday), choose({ daysOff: false }))).toBeNull()
    const early = { due: on('2026-11-24'), plannedAt: '2026-11-24T09:00:00.000Z' }
    expect(remindedFrom(aTouch(early), policy)).toBe('2026-11-24+unsaid')
    expect(remindedFrom(aTouch(early), choose({ quiet: { from: '22:00', to: '11:00' } }))).toBeNull()
  })

  test('never reminds at once, nor of what is past', () => {
    const anything = fc.record({
      day: fc.integer({ min: -3, max: 3 }),
      time: fc.option(fc.integer({ min: 0, max: 1439 }).map((minutes) => new Date(minutes * minute).toISOString().slice(11, 16))),
      channel: fc.constantFrom(...channelSchema.options),
      remindBefore: fc.option(fc.integer({ min: 0, max: 300 })),
    })
    fc.assert(
      fc.property(anything, ({ day, time, channel, remindBefore }) => {
        const due = on(addDays('2026-11-24', day), time)
        const touch = planned({ due, channel, remindBefore })
        const next = nextReminder(reminderMoments(touch, policy), remindedFrom(touch, policy))
        if (next === null) expect(dueInstant(due, policy.startOfDay, zone)).toBeLessThan(now)
        else expect(next.moment).toBeGreaterThanOrEqual(now - justNow)
      }),
      { numRuns: 300 },
    )
  })
})

describe('A touch was reminded of', () => {
  const due = on('2026-11-24', '14:30')
  const key = reminderKey(aTouch({ due }))

  test('once its reminder was given, the first one or a later one', () => {
    expect(wasReminded(aTouch({ due }))).toBe(false)
    expect(wasReminded(aTouch({ due, remindedFor: key }))).toBe(true)
    expect(wasReminded(aTouch({ due, remindedFor: `${key}+warn` }))).toBe(true)
  })

  test('not when it was planned in the past: nobody was told', () => {
    const touch = aTouch({ due, plannedAt: '2026-11-25T08:00:00.000Z' })
    expect(wasReminded({ ...touch, remindedFor: remindedFrom(touch, policy) })).toBe(false)
  })

  test('no longer when it was dealt with, moved or snoozed, until its next reminder', () => {
    expect(wasReminded(aTouch({ due, remindedFor: key, state: 'done' }))).toBe(false)
    expect(wasReminded(aTouch({ due: on('2026-11-24', '15:00'), remindedFor: key }))).toBe(false)
    const snoozedUntil = '2026-11-24T14:45:00.000Z'
    expect(wasReminded(aTouch({ due, remindedFor: key, snoozedUntil }))).toBe(false)
    expect(wasReminded(aTouch({ due, remindedFor: snoozedUntil, snoozedUntil }))).toBe(true)
  })

  test('a whole day is not covered by a reminder of a time on that day', () => {
    expect(wasReminded(aTouch({ due: on('2026-11-24'), remindedFor: key }))).toBe(false)
  })
})
