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
    ['no-next-step', 'Cleo', 'Another', null],
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
