import { describe, expect, test } from 'vitest'
import { aLead, type TestCore, testCore, withoutRevisions } from '../../tests/support/core.ts'
import type { CallInput } from '../../shared/api.ts'
import type { Due } from '../../shared/dates.ts'

const all = { limit: null }
const latest = { transaction: null }

async function order(core: TestCore, stageId: string): Promise<string[]> {
  return (await core.call('getBoard', all)).cards.filter((card) => card.stageId === stageId).map((card) => card.name)
}

function call(date: string, time: string | null = null, zone = 'Europe/Berlin'): CallInput<'addLead'>['next'] {
  return { channel: 'email', purpose: 'Ask', due: { date, time, zone: time === null ? null : zone } }
}

async function nextDue(core: TestCore, id: string): Promise<Due | null> {
  return (await core.call('getCards', { leadIds: [id] }))[0]?.next?.due ?? null
}

describe('moving leads', () => {
  test('takes many in the given order to one place, in one step that one undo takes back', async () => {
    const core = await testCore()
    const [d, c, b, a] = [await aLead(core, 'D'), await aLead(core, 'C'), await aLead(core, 'B'), await aLead(core, 'A')]
    await core.call('moveLeads', { ids: [d], stageId: 'meeting', before: null })
    const before = await core.call('getBoard', all)
    await core.call('moveLeads', { ids: [c, a], stageId: 'meeting', before: d })
    expect(await order(core, 'meeting')).toEqual(['C', 'A', 'D'])
    expect(await order(core, 'new')).toEqual(['B'])
    await core.call('moveLeads', { ids: [c, d, b], stageId: 'meeting', before: d })
    expect(await order(core, 'meeting')).toEqual(['A', 'C', 'D', 'B'])
    await core.call('undo', latest)
    await core.call('undo', latest)
    expect(await core.call('getBoard', all)).toEqual(before)
  })

  test('changes nothing at all when one of them is gone', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    const before = await core.call('getBoard', all)
    expect(await core.ask('moveLeads', { ids: [id, 'gone'], stageId: 'meeting', before: null })).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await core.call('getBoard', all)).toEqual(before)
  })

  test('to a stage at rest keeps how they ended, until they are open again', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    const closing = { reason: 'Best price', on: '2026-11-20' }
    const [won] = await core.call('moveLeads', { ids: [id], stageId: 'won', before: null, closing, value: { amount: 900, currency: 'EUR' } })
    expect(won).toMatchObject({ closing, parkedUntil: null, value: { amount: 900, currency: 'EUR' } })
    expect((await core.call('moveLeads', { ids: [id], stageId: 'won', before: null }))[0]).toMatchObject({ closing })
    expect((await core.call('moveLeads', { ids: [id], stageId: 'lost', before: null }))[0]).toMatchObject({ closing: { reason: '', on: '2026-11-23' } })
    expect((await core.call('moveLeads', { ids: [id], stageId: 'new', before: null, closing }))[0]).toMatchObject({ closing: null, value: { amount: 900 } })
  })

  test('to rest until a date schedules the waking and calls off what was due before, in the same step', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A', call('2026-11-24'))
    const before = await core.call('getLead', { id })
    await core.call('moveLeads', { ids: [id], stageId: 'parked', before: null, parkedUntil: '2027-01-11' })
    const { lead, touches } = await core.call('getLead', { id })
    expect(lead).toMatchObject({ parkedUntil: '2027-01-11', closing: null })
    expect(touches.map(({ state, due, channel }) => `${state} ${due.date} ${channel}`)).toEqual(['due 2027-01-11 email', 'cancelled 2026-11-24 email'])
    await core.call('undo', latest)
    expect(withoutRevisions(await core.call('getLead', { id }))).toEqual(withoutRevisions(before))
    const past = { ids: [id], stageId: 'parked', before: null, parkedUntil: '2026-11-22' }
    expect(await core.ask('moveLeads', past)).toMatchObject({ ok: false, error: { field: 'parkedUntil' } })
  })
})

describe('rescheduling leads', () => {
  test('keeps the time of a timed touch, also one of another zone, and gives a touch to a lead without', async () => {
    const core = await testCore()
    const timed = await aLead(core, 'Timed', call('2026-11-25', '15:30'))
    const far = await aLead(core, 'Far', call('2026-11-25', '08:00', 'Pacific/Auckland'))
    const none = await aLead(core, 'None')
    await core.call('rescheduleLeads', { ids: [timed, far, none], date: '2026-11-30' })
    expect(await nextDue(core, timed)).toEqual({ date: '2026-11-30', time: '15:30', zone: 'Europe/Berlin' })
    // Eight in the morning in Auckland is the evening before in Berlin.
    expect(await nextDue(core, far)).toEqual({ date: '2026-12-01', time: '08:00', zone: 'Pacific/Auckland' })
    expect(await nextDue(core, none)).toEqual({ date: '2026-11-30', time: null, zone: null })
    await core.call('undo', latest)
    expect(await nextDue(core, none)).toBeNull()
  })

  test('to today makes a time that is over a whole day, and ends a snooze', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A', call('2026-11-25', '08:30'))
    const touchId = (await core.call('getLead', { id })).touches[0]?.id ?? ''
    await core.call('snoozeTouch', { id: touchId, minutes: 60 })
    await core.call('rescheduleLeads', { ids: [id], date: '2026-11-23' })
    expect((await core.call('getLead', { id })).touches).toMatchObject([{ due: { date: '2026-11-23', time: null, zone: null }, snoozedUntil: null }])
  })

  test('to a day that is over is refused', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    expect(await core.ask('rescheduleLeads', { ids: [id], date: '2026-11-22' })).toMatchObject({ ok: false, error: { code: 'invalid-input', field: 'date' } })
    expect(await nextDue(core, id)).toBeNull()
  })
})

test('a card counts the No’s and tells the permission', async () => {
  const core = await testCore()
  const id = await aLead(core, 'A')
  for (const outcome of ['said-no', 'talked', 'said-no'] as const) await core.call('logTouch', { leadId: id, channel: 'call', outcome, notes: '', next: 'proposed' })
  expect((await core.call('getCards', { leadIds: [id] }))[0]).toMatchObject({ noes: 2, permission: 'not-asked' })
})
