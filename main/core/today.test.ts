import { expect, test } from 'vitest'
import type { CallInput } from '../../shared/api.ts'
import { aLead, FakeClock, testCore, type TestCore } from '../../tests/support/core.ts'

async function reasonsIn(core: TestCore) {
  const { items } = await core.call('getToday', {})
  return items.map(({ reason, contactName, leadTitle, outOfTouch }) => [reason, contactName, leadTitle, outOfTouch?.days ?? null])
}

async function wonLead(core: TestCore, name: string, title: string, contactId: string | null = null): Promise<{ leadId: string; contactId: string }> {
  const lead: CallInput<'addLead'>['lead'] = { title }
  return core.call('addLead', { contact: contactId === null ? { name, keepInTouchDays: 90 } : {}, contactId, lead, stageId: 'won', next: null })
}

test('a customer comes up when the agreed interval is over since the latest contact about any lead, named by the newest one', async () => {
  const core = await testCore({ clock: new FakeClock('2026-01-05T09:00:00Z') })
  const { leadId, contactId } = await wonLead(core, 'Ada', 'First order')
  core.clock.jump('2026-01-06T09:00:00Z')
  const newer = await wonLead(core, 'Ada', 'Second order', contactId)
  expect(await reasonsIn(core)).toEqual([])

  core.clock.jump('2026-04-04T09:00:00Z')
  expect(await reasonsIn(core)).toEqual([])
  core.clock.jump('2026-04-09T09:00:00Z')
  expect(await reasonsIn(core)).toEqual([['keep-in-touch', 'Ada', 'Second order', 94]])

  // Any contact that is logged resets it, and undo brings it back.
  await core.call('logTouch', { leadId, channel: 'call', outcome: 'no-answer', notes: '', next: null })
  expect(await reasonsIn(core)).toEqual([])
  await core.call('undo', { transaction: null })
  expect(await reasonsIn(core)).toHaveLength(1)

  // What is planned is enough, however far away.
  const due = { date: '2026-12-01', time: null, zone: null }
  await core.call('scheduleTouch', { leadId: newer.leadId, channel: 'email', purpose: '', due })
  expect(await reasonsIn(core)).toEqual([])
})

test('whoever waits the longest over the agreed time comes first, and nobody comes twice', async () => {
  const core = await testCore({ clock: new FakeClock('2026-01-05T09:00:00Z') })
  await wonLead(core, 'Ada', 'Order')
  const ben = await wonLead(core, 'Ben', 'Order')
  await core.call('editContact', { id: ben.contactId, changes: { keepInTouchDays: 30 } })
  const cleo = await wonLead(core, 'Cleo', 'Order')
  await core.call('addLead', { contact: {}, contactId: cleo.contactId, lead: { title: 'Another' }, stageId: 'new', next: null })
  core.clock.jump('2026-04-15T09:00:00Z')
  expect(await reasonsIn(core)).toEqual([
    ['stale', 'Cleo', 'Another', null],
    ['keep-in-touch', 'Ben', 'Order', 100],
    ['keep-in-touch', 'Ada', 'Order', 100],
  ])
})

test('a lead is not flagged for want of a next step when they declined or are not to be contacted', async () => {
  const core = await testCore()
  const ids = [await aLead(core, 'Ada'), await aLead(core, 'Ben'), await aLead(core, 'Cleo')]
  const contacts = await Promise.all(ids.map(async (id) => (await core.call('getLead', { id })).contact))
  await core.call('editContact', { id: contacts[0]?.id ?? '', changes: { permission: { ...contacts[0]!.permission, status: 'declined' } } })
  await core.call('editContact', { id: contacts[1]?.id ?? '', changes: { doNotContact: true } })
  expect(await reasonsIn(core)).toEqual([['no-next-step', 'Cleo', '', null]])
  expect((await core.call('getCards', { leadIds: ids })).map(({ doNotContact }) => doNotContact)).toEqual([false, true, false])
})

test('an inbound lead is first until it is answered, with how long it has waited', async () => {
  const core = await testCore({ clock: new FakeClock('2026-11-23T08:00:00Z') })
  await aLead(core, 'Overdue', { channel: 'call', purpose: '', due: { date: '2026-11-20', time: null, zone: null } })
  const { leadId } = await core.call('addLead', { contact: { name: 'Ines', phones: [{ label: '', number: '030 123456' }] }, contactId: null, lead: { inbound: true }, stageId: null, next: null })
  const first = async () => (await core.call('getToday', {})).items.map(({ reason, contactName, waits }) => [reason, contactName, waits])
  expect(await first()).toEqual([['reply-now', 'Ines', { minutes: 0, wait: 'in-time' }], ['overdue', 'Overdue', null]])
  expect((await core.call('getLead', { id: leadId })).touches).toMatchObject([{ channel: 'call', due: { date: '2026-11-23', time: '09:05', zone: 'Europe/Berlin' } }])
  await core.clock.advance(61 * 60_000)
  expect((await first())[0]).toEqual(['reply-now', 'Ines', { minutes: 61, wait: 'warn' }])
  const [touch] = (await core.call('getLead', { id: leadId })).touches
  await core.call('completeTouch', { id: touch?.id ?? '', outcome: 'no-answer', notes: '', next: 'proposed' })
  expect(await first()).toEqual([['overdue', 'Overdue', null]])
})

const day = (date: string) => ({ date, time: null, zone: null })
const reasons = async (core: TestCore) => (await core.call('getToday', {})).items.map(({ reason, contactName, isLate }) => `${reason} ${contactName}${isLate ? ' late' : ''}`)

/** Logs calls that nobody answered, an hour apart, and plans the next one far away. */
async function unansweredCalls(core: TestCore, leadId: string, count: number) {
  for (let made = 0; made < count; made += 1) {
    await core.clock.advance(3_600_000)
    await core.call('logTouch', { leadId, channel: 'call', outcome: 'no-answer', notes: '', next: made === 0 ? { channel: 'call', purpose: '', due: day('2027-06-01') } : null })
  }
}

test('the queue has everything that wants attention, in its order, and says of each whether it is late', async () => {
  const core = await testCore({ clock: new FakeClock('2026-11-02T08:00:00Z') })
  const stale = await aLead(core, 'Stale')
  const silent = await aLead(core, 'Silent')
  await unansweredCalls(core, silent, 7)
  const parked = await aLead(core, 'Parked')
  await core.call('moveLeads', { ids: [parked], stageId: 'parked', before: null, parkedUntil: '2026-11-20' })
  const [wakeUp] = (await core.call('getLead', { id: parked })).touches
  await core.call('cancelTouch', { id: wakeUp?.id ?? '' })
  await wonLead(core, 'Owed', 'Order')
  const owed = (await core.call('getPeople', {})).find(({ name }) => name === 'Owed')
  await core.call('editContact', { id: owed?.id ?? '', changes: { keepInTouchDays: 10 } })

  core.clock.jump('2026-11-23T08:00:00Z')
  await aLead(core, 'New')
  await aLead(core, 'Today', { channel: 'call', purpose: '', due: day('2026-11-23') })
  await aLead(core, 'Overdue', { channel: 'call', purpose: '', due: day('2026-11-20') })
  const promised = await aLead(core, 'Promised', { channel: 'call', purpose: '', due: day('2027-01-04') })
  await core.call('addPromise', { leadId: promised, side: 'mine', what: 'Send the samples', by: '2026-11-22' })
  await core.call('addPromise', { leadId: promised, side: 'mine', what: 'Not yet', by: '2026-11-24' })
  const lapsed = await aLead(core, 'Lapsed', { channel: 'call', purpose: '', due: day('2027-01-04') })
  const theirs = await core.call('addPromise', { leadId: lapsed, side: 'theirs', what: 'Budget figures', by: '2026-11-20' })
  await core.call('askAboutPromise', { id: theirs.id })
  await core.call('addLead', { contact: { name: 'Inbound' }, contactId: null, lead: { inbound: true }, stageId: null, next: null })

  expect(await reasons(core)).toEqual(['reply-now Inbound', 'promise Promised late', 'overdue Overdue late', 'today Today', 'no-next-step New', 'lapsed Lapsed', 'silence Silent', 'stale Stale', 'rest-over Parked', 'keep-in-touch Owed'])
  const { items, counts } = await core.call('getToday', {})
  expect(items.map(({ promise, silence, stale: standing, restedUntil }) => promise?.what ?? silence ?? standing ?? restedUntil).filter(Boolean)).toEqual([
    'Send the samples', 'Budget figures', { unanswered: 7, limit: 7 }, { days: 21, stage: 'New' }, '2026-11-20',
  ])
  expect(counts).toEqual({ waiting: 10, late: 2 })
  expect((await core.call('getCounts', {}))).toMatchObject({ today: 10, overdue: 2 })
  await core.call('moveLeads', { ids: [stale], stageId: 'lost', before: null })
  expect(await reasons(core)).not.toContain('stale Stale')
})

test('what is snoozed is in the queue, but not counted until its time', async () => {
  const core = await testCore()
  const id = await aLead(core, 'Ada', { channel: 'call', purpose: '', due: day('2026-11-20') })
  const [touch] = (await core.call('getLead', { id })).touches
  await core.call('snoozeTouch', { id: touch?.id ?? '', minutes: 15 })
  expect(await core.call('getToday', {})).toMatchObject({ items: [{ reason: 'overdue' }], counts: { waiting: 0, late: 0 } })
  await core.clock.advance(15 * 60_000)
  expect((await core.call('getCounts', {}))).toMatchObject({ today: 1, overdue: 1 })
})

test('what there is about one lead stands together, where the most pressing of it does', async () => {
  const core = await testCore()
  await aLead(core, 'Ben', { channel: 'call', purpose: '', due: day('2026-11-20') })
  const ada = await aLead(core, 'Ada', { channel: 'call', purpose: '', due: day('2026-11-23') })
  await core.call('addPromise', { leadId: ada, side: 'mine', what: 'Send the samples', by: '2026-11-23' })
  expect(await reasons(core)).toEqual(['promise Ada', 'today Ada', 'overdue Ben late'])
})

test('their promise that lapsed is no longer told as one once they kept it', async () => {
  const core = await testCore()
  const leadId = await aLead(core, 'Ada', { channel: 'call', purpose: '', due: day('2027-01-04') })
  const { id } = await core.call('addPromise', { leadId, side: 'theirs', what: 'Budget figures', by: '2026-11-20' })
  await core.call('askAboutPromise', { id })
  expect(await reasons(core)).toEqual(['lapsed Ada'])
  await core.call('keepPromise', { id })
  expect(await reasons(core)).toEqual([])
})

test('what is snoozed comes last and holds no place for the rest of its lead', async () => {
  const core = await testCore({ clock: new FakeClock('2026-11-23T12:00:00Z') })
  const call = (date: string) => ({ channel: 'call' as const, purpose: '', due: { date, time: null, zone: null } })
  const ada = await aLead(core, 'Ada', call('2026-11-20'))
  const [overdue] = (await core.call('getLead', { id: ada })).touches
  await core.call('scheduleTouch', { leadId: ada, ...call('2026-11-23') })
  await aLead(core, 'Ben', call('2026-11-21'))
  await core.call('snoozeTouch', { id: overdue?.id ?? '', minutes: 60 })
  const rows = async () => (await core.call('getToday', {})).items.map(({ reason, contactName }) => `${reason} ${contactName}`)
  expect(await rows()).toEqual(['overdue Ben', 'today Ada', 'overdue Ada'])

  core.clock.jump('2026-11-23T13:00:00Z')
  expect(await rows()).toEqual(['overdue Ada', 'today Ada', 'overdue Ben'])
})
