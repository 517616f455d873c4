import { describe, expect, test } from 'vitest'
import { defaultReminderChoices } from '../../shared/reminder-times.ts'
import { aLead, FakeClock, testCore, type TestCore } from '../../tests/support/core.ts'

const berlin = 'Europe/Berlin'
const minute = 60_000

/** 09:00 on a Monday in Berlin. */
const monday = '2026-11-23T08:00:00Z'

async function aCall(core: TestCore, name: string, time: string | null, date = '2026-11-23'): Promise<string> {
  const due = { date, time, zone: time === null ? null : berlin }
  const leadId = await aLead(core, name, { channel: 'call', purpose: 'Ask about the kilns', due })
  return (await core.call('getLead', { id: leadId })).touches[0]?.id ?? ''
}

describe('a reminder', () => {
  test('comes so long before the touch is due as its channel says, not a second before, and once', async () => {
    const core = await testCore({ clock: new FakeClock(monday) })
    await aCall(core, 'Ines Duarte', '09:30')
    await core.clock.advance(20 * minute - 1000)
    expect(core.shown).toEqual([])
    await core.clock.advance(1000)
    expect(core.shown.map(({ title, body }) => `${title} / ${body}`)).toEqual(['Call: Ines Duarte / In 10 minutes · Ask about the kilns'])
    await core.clock.advance(24 * 60 * minute)
    expect(core.shown).toHaveLength(1)
  })

  test('of a whole day comes at the start of the day of the person', async () => {
    const core = await testCore({ clock: new FakeClock(monday), settings: { startOfDay: '08:30' } })
    await aCall(core, 'Ines Duarte', null, '2026-11-25')
    await core.clock.advance((24 + 23) * 60 * minute + 29 * minute)
    expect(core.shown).toEqual([])
    await core.clock.advance(minute)
    expect(core.shown).toHaveLength(1)
  })

  test('is heard in the page as well', async () => {
    const core = await testCore({ clock: new FakeClock(monday) })
    const heard: string[] = []
    core.core.on('reminder', ({ title, silent, inSystem }) => heard.push(`${title} ${silent} ${inSystem}`))
    await aCall(core, 'Ines Duarte', '09:01')
    await core.clock.advance(minute)
    expect(heard).toEqual(['Call: Ines Duarte false true'])
  })

  test('comes again when it was snoozed, and again after a new due date', async () => {
    const core = await testCore({ clock: new FakeClock(monday) })
    const id = await aCall(core, 'Ines Duarte', '09:01')
    await core.clock.advance(minute)
    await core.call('snoozeTouch', { id, minutes: 15 })
    await core.clock.advance(15 * minute - 1)
    expect(core.shown).toHaveLength(1)
    await core.clock.advance(1)
    expect(core.shown).toHaveLength(2)
    await core.call('editTouch', { id, changes: { due: { date: '2026-11-23', time: '10:00', zone: berlin } } })
    await core.clock.advance(60 * minute)
    expect(core.shown).toHaveLength(3)
  })

  test('is over when its touch is done, put off, moved or deleted, and not before', async () => {
    const core = await testCore({ clock: new FakeClock(monday) })
    const over: string[][] = []
    core.core.on('reminderOver', ({ touchIds }) => over.push(touchIds))
    const [done, snoozed, moved] = [await aCall(core, 'Ann', '09:01'), await aCall(core, 'Bo', '09:01'), await aCall(core, 'Cy', '09:01')]
    await core.call('snoozeTouch', { id: await aCall(core, 'Di', '09:01'), minutes: 60 })
    await core.clock.advance(minute)
    await core.call('editTouch', { id: moved, changes: { purpose: 'Ask about the clay' } })
    expect(over).toEqual([])
    await core.call('completeTouch', { id: done, outcome: null, notes: '', next: 'proposed' })
    await core.call('snoozeTouch', { id: snoozed, minutes: 15 })
    await core.call('editTouch', { id: moved, changes: { due: { date: '2026-11-24', time: null, zone: null } } })
    expect(over).toEqual([[done], [snoozed], [moved]])
  })

  test('does not come for what is done, cancelled or deleted meanwhile', async () => {
    const core = await testCore({ clock: new FakeClock(monday) })
    const done = await aCall(core, 'A', '09:10')
    const cancelled = await aCall(core, 'B', '09:10')
    const lead = await aLead(core, 'C', { channel: 'call', purpose: '', due: { date: '2026-11-23', time: '09:10', zone: berlin } })
    await core.call('completeTouch', { id: done, outcome: 'talked', notes: '', next: 'proposed' })
    await core.call('cancelTouch', { id: cancelled })
    await core.call('deleteLeads', { ids: [lead] })
    await core.clock.advance(60 * minute)
    expect(core.shown).toEqual([])
  })

  test('comes back when its completion is undone before it was due', async () => {
    const core = await testCore({ clock: new FakeClock(monday) })
    const id = await aCall(core, 'A', '09:10')
    await core.call('completeTouch', { id, outcome: 'talked', notes: '', next: 'proposed' })
    await core.call('undo', { transaction: null })
    await core.clock.advance(10 * minute)
    expect(core.shown).toHaveLength(1)
  })

  test('given before the end is not given again by the next start', async () => {
    const core = await testCore({ clock: new FakeClock(monday) })
    await aCall(core, 'A', '09:01')
    await core.clock.advance(minute)
    await core.core.stop()
    const again = await testCore({ dataDir: core.dataDir, clock: new FakeClock('2026-11-23T08:30:00Z') })
    await again.clock.advance(minute)
    expect(again.shown).toEqual([])
  })

  test('does not stand in the way of undoing the touch it was about', async () => {
    const core = await testCore({ clock: new FakeClock(monday) })
    await aCall(core, 'A', '09:01')
    await core.clock.advance(minute)
    await core.call('undo', { transaction: null })
    expect((await core.call('getBoard', { limit: null })).cards).toEqual([])
  })

  test('hides the name when that is asked for', async () => {
    const core = await testCore({ clock: new FakeClock(monday), settings: { hideNames: true } })
    await aCall(core, 'Ines Duarte', '09:01')
    await core.clock.advance(minute)
    expect(JSON.stringify(core.shown.map(({ title, body }) => [title, body]))).not.toMatch(/Ines|kilns/)
  })

  test('does not come again because the day begins earlier or the person travels', async () => {
    const core = await testCore({ clock: new FakeClock(monday) })
    await aCall(core, 'A', null, '2026-11-24')
    await core.clock.advance(24 * 60 * minute)
    expect(core.shown).toHaveLength(1)
    await core.call('changeSettings', { startOfDay: '07:30' })
    await core.call('changeSettings', { zone: 'Europe/Lisbon' })
    await core.call('changeSettings', { zone: null })
    await core.clock.advance(60 * minute)
    expect(core.shown).toHaveLength(1)
  })

  test('does not come for what was past already when it was written down', async () => {
    const core = await testCore({ clock: new FakeClock('2026-11-23T13:00:00Z') })
    await aCall(core, 'A', null)
    const id = await aCall(core, 'B', '15:00')
    await core.call('editTouch', { id, changes: { due: { date: '2026-11-23', time: '09:00', zone: berlin } } })
    await core.clock.advance(10 * minute)
    expect(core.shown).toEqual([])
  })

  test('does not come for a touch that was reminded of and then put on a moment that is past', async () => {
    const core = await testCore({ clock: new FakeClock(monday) })
    const over: string[][] = []
    core.core.on('reminderOver', ({ touchIds }) => over.push(touchIds))
    const id = await aCall(core, 'A', '10:00')
    await core.clock.advance(2 * 60 * minute)
    await core.call('editTouch', { id, changes: { due: { date: '2026-11-23', time: null, zone: null } } })
    await core.clock.advance(10 * minute)
    expect(core.shown.map(({ title }) => title)).toEqual(['Call: A'])
    expect(over).toEqual([[id]])
  })

  test('does not come by itself when another channel or lead would have put it into the past: it comes when the touch is due', async () => {
    const core = await testCore({ clock: new FakeClock(monday) })
    const id = await aCall(core, 'A', '09:30')
    await core.call('editTouch', { id, changes: { channel: 'email' } })
    await core.clock.advance(25 * minute)
    await core.call('editTouch', { id, changes: { channel: 'call' } })
    await core.call('editTouch', { id, changes: { remindBefore: 20 } })
    await core.clock.advance(5 * minute - 1)
    expect(core.shown).toEqual([])
    await core.clock.advance(1)
    expect(core.shown).toHaveLength(1)
  })

  test('still comes for a touch that was changed while reminders were paused', async () => {
    const core = await testCore({ clock: new FakeClock(monday), settings: { remindersPausedUntil: '2026-11-23T09:00:00Z' } })
    const id = await aCall(core, 'A', '09:30')
    await core.clock.advance(50 * minute)
    await core.call('editTouch', { id, changes: { remindBefore: 30 } })
    expect(core.shown).toEqual([])
    await core.clock.advance(10 * minute)
    expect(core.shown).toHaveLength(1)
  })

  test('stays snoozed when only what it is for is written anew, its due said again', async () => {
    const core = await testCore({ clock: new FakeClock(monday) })
    const id = await aCall(core, 'A', '09:01')
    await core.clock.advance(minute)
    await core.call('snoozeTouch', { id, minutes: 15 })
    await core.call('editTouch', { id, changes: { purpose: 'Ask about the clay', due: { date: '2026-11-23', time: '09:01', zone: berlin } } })
    await core.clock.advance(15 * minute - 1)
    expect(core.shown).toHaveLength(1)
    await core.clock.advance(1)
    expect(core.shown).toHaveLength(2)
  })

  test('beyond the timers of a month comes on time', async () => {
    const core = await testCore({ clock: new FakeClock(monday) })
    await aCall(core, 'A', '09:00', '2027-03-01')
    await core.clock.advance(97 * 24 * 60 * minute)
    expect(core.shown).toEqual([])
    await core.clock.advance(24 * 60 * minute)
    expect(core.shown).toHaveLength(1)
  })
})

describe('after sleep or absence', () => {
  test('what came due is one digest, once', async () => {
    const core = await testCore({ clock: new FakeClock(monday) })
    for (const [name, time] of [['A', '09:10'], ['B', '09:20'], ['C', '09:30'], ['D', '09:40'], ['E', '09:50']] as const) await aCall(core, name, time)
    core.clock.jump('2026-11-23T12:00:00Z')
    await core.core.wake()
    await core.clock.advance(minute)
    expect(core.shown.map(({ title, body, touches }) => [title, body, touches.length])).toEqual([['5 touches are due', 'A, B, C and 2 more', 5]])
    await core.clock.advance(60 * minute)
    expect(core.shown).toHaveLength(1)
  })

  test('what came due is found by the minute check when nobody tells of the wake', async () => {
    const core = await testCore({ clock: new FakeClock(monday) })
    await aCall(core, 'A', '18:00')
    core.clock.jump('2026-11-24T06:00:00Z')
    await core.clock.advance(0)
    expect(core.shown).toHaveLength(1)
  })

  test('what came due while the app was closed is told at the next start', async () => {
    const core = await testCore({ clock: new FakeClock(monday) })
    await aCall(core, 'A', '10:00')
    await aCall(core, 'B', '11:00')
    await core.core.stop()
    const again = await testCore({ dataDir: core.dataDir, clock: new FakeClock('2026-11-24T08:00:00Z') })
    await again.clock.advance(0)
    expect(again.shown.map(({ title }) => title)).toEqual(['2 touches are due'])
  })
})

describe('a touch at a time in a zone', () => {
  test('reminds at that time on its wall across the end of daylight saving', async () => {
    // New York leaves daylight saving on 2026-11-01: 09:00 there is 13:00 UTC before and 14:00 UTC after.
    const core = await testCore({ clock: new FakeClock('2026-10-31T12:00:00Z') })
    await aLead(core, 'A', { channel: 'email', purpose: '', due: { date: '2026-11-02', time: '09:00', zone: 'America/New_York' } })
    await core.clock.advance(Date.parse('2026-11-02T13:59:59Z') - core.clock.now())
    expect(core.shown).toEqual([])
    await core.clock.advance(1000)
    expect(core.shown).toHaveLength(1)
  })
})

describe('the person chooses', () => {
  const none = { ...defaultReminderChoices, before: { ...defaultReminderChoices.before, call: 0 } }

  test('quiet hours, at whose end what waited is told', async () => {
    const core = await testCore({ clock: new FakeClock(monday), settings: { reminders: { ...none, quiet: { from: '12:00', to: '13:30' } } } })
    for (const time of ['11:59', '12:00', '13:00']) await aCall(core, time, time)
    await core.clock.advance(5 * 60 * minute)
    expect(core.shown.map(({ title }) => title)).toEqual(['Call: 11:59', 'Call: 12:00', 'Call: 13:00'])
    expect(core.shown.map(({ silent }) => silent)).toEqual([false, false, true])
  })

  test('quiet hours, at whose end comes what was missed before: asleep, closed or paused', async () => {
    const settings = { reminders: { ...none, quiet: { from: '20:00', to: '08:00' } } }
    const core = await testCore({ clock: new FakeClock(monday), settings })
    for (const time of ['15:00', '16:00']) await aCall(core, time, time)
    core.clock.jump('2026-11-23T22:30:00Z')
    await core.core.wake()
    await core.clock.advance(60 * minute)
    await core.core.stop()
    const again = await testCore({ dataDir: core.dataDir, clock: new FakeClock('2026-11-24T02:00:30Z'), settings })
    await again.call('changeSettings', { remindersPausedUntil: '2026-11-24T03:00:00.000Z' })
    await again.clock.advance(Date.parse('2026-11-24T07:00:00Z') - again.clock.now() - 1)
    expect([...core.shown, ...again.shown]).toEqual([])
    await again.clock.advance(1)
    expect(again.shown.map(({ title }) => title)).toEqual(['2 touches are due'])
  })

  test('a pause, after which what came meanwhile is one digest', async () => {
    const core = await testCore({ clock: new FakeClock(monday) })
    for (const time of ['09:30', '09:40', '11:30']) await aCall(core, time, time)
    await core.call('changeSettings', { remindersPausedUntil: '2026-11-23T10:00:00.000Z' })
    await core.clock.advance(2 * 60 * minute - 1)
    expect(core.shown).toEqual([])
    await core.clock.advance(1)
    expect(core.shown.map(({ title }) => title)).toEqual(['2 touches are due'])
    await core.clock.advance(30 * minute)
    expect(core.shown.map(({ title }) => title)).toEqual(['2 touches are due', 'Call: 11:30'])
  })

  test('a digest of the day, which tells whole days and comes once, also over a restart', async () => {
    const settings = { reminders: { ...none, digestAt: '08:30' } }
    const core = await testCore({ clock: new FakeClock('2026-11-23T08:00:00Z'), settings })
    await aCall(core, 'Overdue', '09:01')
    await aCall(core, 'Whole', null, '2026-11-24')
    await aCall(core, 'Timed', '15:00', '2026-11-24')
    await core.clock.advance(24 * 60 * minute)
    expect(core.shown.map(({ title, body }) => `${title}: ${body}`)).toEqual(['Call: Overdue: Ask about the kilns', 'Today: 3 touches, 1 overdue: Overdue, Whole, Timed'])
    await core.core.stop()
    const again = await testCore({ dataDir: core.dataDir, clock: new FakeClock('2026-11-24T08:10:00Z'), settings: { ...core.settings } })
    await again.clock.advance(24 * 60 * minute)
    expect(again.shown.map(({ title }) => title)).toEqual(['Call: Timed', 'Today: 3 touches, 3 overdue'])
  })

  test('a digest of the day, which leaves what is still to come its own reminder', async () => {
    const reminders = { ...defaultReminderChoices, digestAt: '08:00' }
    const core = await testCore({ clock: new FakeClock('2026-11-23T06:00:00Z'), settings: { reminders } })
    await aCall(core, 'Over', '08:20')
    await aCall(core, 'Whole', null)
    await aCall(core, 'Soon', '09:00')
    core.clock.jump('2026-11-23T07:55:00Z')
    await core.core.wake()
    await core.clock.advance(8 * 60 * minute)
    expect(core.shown.map(({ title, silent }) => [title, silent])).toEqual([['Today: 3 touches, 1 overdue', false], ['Call: Soon', true]])
  })

  test('a digest of the day, which is over once all that it tells of is dealt with, before its own reminder too', async () => {
    const core = await testCore({ clock: new FakeClock('2026-11-23T06:00:00Z'), settings: { reminders: { ...none, digestAt: '08:00' } } })
    const over: string[][] = []
    core.core.on('reminderOver', ({ touchIds }) => over.push(touchIds))
    const [whole, moved, timed] = [await aCall(core, 'Whole', null), await aCall(core, 'Moved', '14:00'), await aCall(core, 'Timed', '15:00')]
    await core.clock.advance(2 * 60 * minute)
    expect(core.shown.map(({ title }) => title)).toEqual(['Today: 3 touches'])
    await core.call('editTouch', { id: moved, changes: { purpose: 'Ask about the clay' } })
    expect(over).toEqual([])
    await core.call('completeTouch', { id: timed, outcome: null, notes: '', next: 'proposed' })
    await core.call('editTouch', { id: moved, changes: { due: { date: '2026-11-24', time: null, zone: null } } })
    await core.call('snoozeTouch', { id: whole, minutes: 15 })
    expect(over).toEqual([[timed], [moved], [whole]])
    // Its own reminder stays where it is, however the digest told of it.
    await core.clock.advance(15 * minute)
    expect(core.shown).toHaveLength(2)
    await core.call('editTouch', { id: whole, changes: { purpose: 'Ask about the clay' } })
    expect(over).toHaveLength(3)
  })

  test('a digest of the day, which takes no reminder from a touch of another day', async () => {
    const reminders = { ...defaultReminderChoices, before: { ...none.before, call: 24 * 60 }, digestAt: '09:00' }
    const core = await testCore({ clock: new FakeClock('2026-11-23T07:00:00Z'), settings: { reminders } })
    await aCall(core, 'Ahead', '09:00', '2026-11-24')
    await core.clock.advance(60 * minute)
    expect(core.shown.map(({ title }) => title)).toEqual(['Call: Ahead'])
  })

  test('a digest of the day, which takes no reminder from a touch that was snoozed until then', async () => {
    const core = await testCore({ clock: new FakeClock('2026-11-23T07:00:00Z'), settings: { reminders: { ...none, digestAt: '09:00' } } })
    await core.call('snoozeTouch', { id: await aCall(core, 'Snoozed', null), minutes: 60 })
    await core.clock.advance(60 * minute)
    expect(core.shown.map(({ title }) => title)).toEqual(['Today: 1 touch', 'Call: Snoozed'])
  })

  test('how long before a touch to be told, and keeps that through every move', async () => {
    const core = await testCore({ clock: new FakeClock(monday) })
    const at = (time: string, date = '2026-11-23') => ({ date, time, zone: berlin })
    const planned = { channel: 'call', purpose: '', due: at('09:30') } as const
    const ids: string[] = []
    for (const remindBefore of [0, 2 * 24 * 60]) {
      const leadId = await aLead(core, `${remindBefore} minutes`)
      ids.push((await core.call('scheduleTouch', { leadId, ...planned, remindBefore })).id)
    }
    for (const id of ids) await core.call('editTouch', { id, changes: { due: at('09:20') } })
    const moved = []
    for (const id of ids) moved.push(await core.call('editTouch', { id, changes: { due: at('09:00', '2026-11-27') } }))
    expect(moved.map(({ remindBefore }) => remindBefore)).toEqual([0, 2880])
    const heard: string[] = []
    core.core.on('reminder', ({ title }) => heard.push(`${title} at ${new Date(core.clock.now()).toISOString()}`))
    await core.clock.advance(5 * 24 * 60 * minute)
    expect(heard).toEqual(['Call: 2880 minutes at 2026-11-25T08:00:00.000Z', 'Call: 0 minutes at 2026-11-27T08:00:00.000Z'])
  })

  test('no reminder of whole days on days off, not even of one that was planned on it', async () => {
    const core = await testCore({ clock: new FakeClock('2026-11-28T10:00:00Z'), settings: { reminders: { ...none, daysOff: false } } })
    await aCall(core, 'A', null, '2026-11-28')
    await core.clock.advance(46 * 60 * minute - 1)
    expect(core.shown).toEqual([])
    await core.clock.advance(1)
    expect(core.shown.map(({ title }) => title)).toEqual(['Call: A'])
  })

  test('no reminder of whole days on days off', async () => {
    const core = await testCore({ clock: new FakeClock(monday), settings: { reminders: { ...none, daysOff: false } } })
    await core.call('saveDayOff', { id: null, facts: { from: '2026-11-24', to: '2026-11-24', name: 'Holiday' } })
    await aCall(core, 'A', null, '2026-11-24')
    await core.clock.advance(47 * 60 * minute)
    expect(core.shown).toEqual([])
    await core.clock.advance(60 * minute)
    expect(core.shown).toHaveLength(1)
  })
})

describe('an inbound lead that waits', () => {
  async function anInbound(core: TestCore): Promise<string> {
    const next = { channel: 'call', purpose: 'Answer', due: { date: '2026-11-23', time: '09:05', zone: berlin } } as const
    return (await core.call('addLead', { contact: { name: 'Ines Duarte' }, contactId: null, lead: { inbound: true }, stageId: null, next })).leadId
  }

  test('is reminded of again when the wait gets long, until it is answered', async () => {
    const core = await testCore({ clock: new FakeClock(monday) })
    const leadId = await anInbound(core)
    await core.clock.advance(60 * minute)
    expect(core.shown.map(({ title }) => title)).toEqual(['Call: Ines Duarte', 'Ines Duarte still waits for an answer'])
    await core.call('logTouch', { leadId, channel: 'email', outcome: null, notes: '', next: 'proposed' })
    await core.clock.advance(7 * 24 * 60 * minute)
    expect(core.shown).toHaveLength(2)
  })

  test('is reminded of three times in all when nobody answers, over a restart too', async () => {
    const core = await testCore({ clock: new FakeClock(monday) })
    await anInbound(core)
    await core.clock.advance(60 * minute)
    await core.core.stop()
    const again = await testCore({ dataDir: core.dataDir, clock: new FakeClock('2026-11-23T09:30:00Z') })
    await again.clock.advance(14 * 24 * 60 * minute)
    expect(again.shown.map(({ title }) => title)).toEqual(['Ines Duarte still waits for an answer'])
  })
})
