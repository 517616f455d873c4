import { describe, expect, test } from 'vitest'
import type { CallInput } from '../../shared/api.ts'
import { addDays } from '../../shared/dates.ts'
import { addWorkingDays } from '../../shared/work-days.ts'
import { aLead, FakeClock, testCore, type TestCore } from '../../tests/support/core.ts'

/** Monday 23 November 2026, 9:00 in Berlin: back from a week away. */
const back = '2026-11-23T08:00:00Z'
const wholeDay = (date: string) => ({ date, time: null, zone: null })

async function away(settings: Parameters<typeof testCore>[0] = {}): Promise<TestCore> {
  return testCore({ clock: new FakeClock(back), ...settings })
}

/** A lead with a touch that is due on a date, and what the touch is. */
async function waiting(app: TestCore, name: string, date: string, lead: CallInput<'addLead'>['lead'] = {}): Promise<{ leadId: string; touchId: string }> {
  const next = { channel: 'call', purpose: `Call ${name}`, due: wholeDay(date) } as const
  const { leadId } = await app.call('addLead', { contact: { name }, contactId: null, lead, stageId: null, next })
  const { touches } = await app.call('getLead', { id: leadId })
  return { leadId, touchId: touches[0]?.id ?? '' }
}

const euros = (amount: number) => ({ value: { amount, currency: 'EUR' } })

describe('The return from an absence', () => {
  test('is offered only when enough waited for long enough', async () => {
    const app = await away()
    for (const name of ['A', 'B', 'C', 'D']) await waiting(app, name, '2026-11-16')
    expect(await app.call('getBacklog', {})).toMatchObject({ waiting: 4, moves: [] })
    await waiting(app, 'E', '2026-11-20')
    await waiting(app, 'Today', '2026-11-23')
    expect(await app.call('getBacklog', {})).toMatchObject({ waiting: 5, today: '2026-11-23', days: [{ date: '2026-11-23', there: 1 }] })
    expect((await app.call('getBacklog', {})).moves).toHaveLength(5)
  })

  test('spreads what waited by promise, reply and value, over days with room, each with its reason', async () => {
    const app = await away({ settings: { dailyLoad: 2 } })
    const small = await waiting(app, 'Small', '2026-11-17', euros(100))
    const large = await waiting(app, 'Large', '2026-11-18', euros(9000))
    const answered = await waiting(app, 'Answered', '2026-11-19')
    const promised = await waiting(app, 'Promised', '2026-11-20')
    const planned = await waiting(app, 'Planned', '2026-11-24')
    await app.call('logTouch', { leadId: answered.leadId, channel: 'email', outcome: 'talked', notes: '', next: null })
    const { id } = await app.call('startRecap', { leadId: promised.leadId, touchId: null })
    await app.call('editRecap', { id, changes: { mine: [{ what: 'Send the samples', by: '2026-11-19' }, { what: 'Later', by: '2026-12-19' }] } })

    const { moves, days } = await app.call('getBacklog', {})
    expect(moves.map(({ contactName, to, reason, promised: what }) => [contactName, to, reason, what])).toEqual([
      ['Promised', '2026-11-23', 'promise', 'Send the samples'],
      ['Large', '2026-11-23', 'value', ''],
      // Something was said with them today, and there is one working day between two touches at the least.
      ['Answered', '2026-11-24', 'reply', ''],
      ['Small', '2026-11-25', 'value', ''],
    ])
    expect(days).toEqual([
      { date: '2026-11-23', there: 0 },
      { date: '2026-11-24', there: 1 },
      { date: '2026-11-25', there: 0 },
    ])
    expect([small, large, answered, promised].map(({ touchId }) => touchId).toSorted()).toEqual(moves.map(({ touchId }) => touchId).toSorted())
    expect(moves.some(({ touchId }) => touchId === planned.touchId)).toBe(false)
  })

  test('tells a promise as long as it is open, once its recap was sent', async () => {
    const app = await away({ settings: { dailyLoad: 1 } })
    const { leadId } = await waiting(app, 'Promised', '2026-11-20')
    for (const name of ['B', 'C', 'D']) await waiting(app, name, '2026-11-19')
    const { id } = await app.call('startRecap', { leadId, touchId: null })
    await app.call('editRecap', { id, changes: { mine: [{ what: 'Send the samples', by: '2026-11-19' }] } })
    await app.call('sendRecap', { id })
    const promised = async () => (await app.call('getBacklog', {})).moves.find((move) => move.leadId === leadId)?.promised
    expect(await promised()).toBe('Send the samples')
    const [promise] = (await app.call('getLead', { id: leadId })).promises
    await app.call('keepPromise', { id: promise!.id })
    expect(await promised()).toBe('')
  })

  test('keeps the cold ones for the end', async () => {
    const clock = new FakeClock('2026-09-01T08:00:00Z')
    const app = await testCore({ clock, settings: { dailyLoad: 2 } })
    await waiting(app, 'Cold', '2026-11-02')
    clock.jump(back)
    for (const name of ['A', 'B', 'C']) await waiting(app, name, '2026-11-18')
    const { moves } = await app.call('getBacklog', {})
    expect(moves.map(({ contactName, reason }) => [contactName, reason]).at(-1)).toEqual(['Cold', 'cold'])
  })

  test('leaves alone what was snoozed, is not overdue yet, or is only late today', async () => {
    const app = await away({ settings: { dailyLoad: 1 } })
    const one = await waiting(app, 'One', '2026-11-18')
    await waiting(app, 'Two', '2026-11-18')
    const late = { channel: 'call', purpose: '', due: { date: '2026-11-23', time: '07:00', zone: 'Europe/Berlin' } } as const
    await aLead(app, 'Late today', late)
    expect(await app.call('getBacklog', {})).toMatchObject({ waiting: 2 })
    await app.call('snoozeTouch', { id: one.touchId, minutes: 600 })
    expect(await app.call('getBacklog', {})).toMatchObject({ waiting: 1, moves: [] })
  })

  test('is accepted as one step: whole days, no reminder of old, and one undo', async () => {
    const app = await away()
    const timed = { channel: 'video', purpose: 'Demo', due: { date: '2026-11-17', time: '15:00', zone: 'Asia/Kolkata' } } as const
    const leads = [await aLead(app, 'Timed', timed), ...(await Promise.all(['A', 'B', 'C', 'D'].map(async (name) => (await waiting(app, name, '2026-11-17')).leadId)))]
    const { moves } = await app.call('getBacklog', {})
    await app.call('respread', { moves: moves.map(({ touchId, to }) => ({ touchId, to })) })
    expect(await app.call('getBacklog', {})).toMatchObject({ waiting: 0, moves: [] })
    const moved = (await app.call('getLead', { id: leads[0] ?? '' })).touches[0]
    expect(moved).toMatchObject({ due: wholeDay('2026-11-23'), purpose: 'Demo', revision: 1 })
    await app.call('undo', { transaction: null })
    expect((await app.call('getLead', { id: leads[0] ?? '' })).touches[0]?.due).toEqual(timed.due)
    expect(await app.call('getBacklog', {})).toMatchObject({ waiting: 5 })
  })

  test('is refused whole when it no longer holds', async () => {
    const app = await away()
    const all = await Promise.all(['A', 'B', 'C', 'D', 'E'].map(async (name) => waiting(app, name, '2026-11-17')))
    const moves = all.map(({ touchId }) => ({ touchId, to: '2026-11-24' }))
    await app.call('cancelTouch', { id: all[4]?.touchId ?? '' })
    expect(await app.ask('respread', { moves })).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await app.ask('respread', { moves: [{ touchId: all[0]?.touchId ?? '', to: '2026-11-20' }] })).toMatchObject({ ok: false, error: { code: 'invalid-input', field: 'to' } })
    expect(await app.ask('respread', { moves: [{ touchId: all[0]?.touchId ?? '', to: '9999-01-01' }] })).toMatchObject({ ok: false, error: { code: 'invalid-input', message: 'That date is too far away to plan for: choose one from 1900 to 2199. Nothing was changed.' } })
    expect(await app.ask('respread', { moves: [{ touchId: 'gone', to: '2026-11-24' }] })).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await app.call('getBacklog', {})).toMatchObject({ waiting: 4 })
  })

  test("keeps a lead's own minimum gap and my days off", async () => {
    const app = await away({ settings: { dailyLoad: 1, minimumGap: 3 } })
    await app.call('saveDayOff', { id: null, facts: { from: '2026-11-24', to: '2026-11-27', name: '' } })
    const { leadId } = await waiting(app, 'Twice', '2026-11-17')
    await app.call('scheduleTouch', { leadId, channel: 'email', purpose: '', due: wholeDay('2026-11-18') })
    const dates = (await app.call('getBacklog', {})).moves.map(({ to }) => to)
    expect(dates).toEqual(['2026-11-23', '2026-12-02'])
    expect(addDays(dates[1] ?? '', -1)).toBe(addWorkingDays('2026-11-30', 1))
  })
})
