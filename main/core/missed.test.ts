import { expect, test } from 'vitest'
import type { CallInput } from '../../shared/api.ts'
import { aLead, FakeClock, testCore, type TestCore } from '../../tests/support/core.ts'

type Next = NonNullable<CallInput<'addLead'>['next']>

function at(time: string | null, purpose = ''): Next {
  return { channel: 'email', purpose, due: { date: '2026-11-23', time, zone: time === null ? null : 'UTC' } }
}

async function app(): Promise<TestCore> {
  return testCore({ settings: { zone: 'UTC' }, clock: new FakeClock('2026-11-23T08:00:00Z') })
}

/** Whom the list has, and what the state says how many there are. */
async function missed(core: TestCore) {
  const counts = await core.call('getCounts', {})
  return { names: (await core.call('getMissed', {})).map(({ contactName }) => contactName), count: counts.missed }
}

const hour = 3_600_000

test('a reminder is in the list from when it is given until its touch is done, the latest first', async () => {
  const core = await app()
  const ann = await aLead(core, 'Ann', at('09:30', 'Ask for the plan'))
  await aLead(core, 'Bo', at('10:30'))
  await aLead(core, 'Cy', at('18:00'))
  expect(await missed(core)).toEqual({ names: [], count: 0 })

  await core.clock.advance(3 * hour)
  expect(await missed(core)).toEqual({ names: ['Bo', 'Ann'], count: 2 })
  const [touch] = (await core.call('getLead', { id: ann })).touches
  expect((await core.call('getMissed', {}))[1]).toEqual({ touchId: touch?.id, leadId: ann, contactName: 'Ann', channel: 'email', purpose: 'Ask for the plan', due: touch?.due })

  await core.call('completeTouch', { id: touch?.id ?? '', outcome: null, notes: '', next: 'proposed' })
  expect(await missed(core)).toEqual({ names: ['Bo'], count: 1 })
  await core.call('undo', { transaction: null })
  expect(await missed(core)).toEqual({ names: ['Bo', 'Ann'], count: 2 })
})

test('a snoozed touch leaves the list, and comes back on top with its next reminder', async () => {
  const core = await app()
  await aLead(core, 'Ann', at('09:30'))
  await aLead(core, 'Bo', at('10:30'))
  await core.clock.advance(3 * hour)
  const ann = (await core.call('getMissed', {}))[1]
  await core.call('snoozeTouch', { id: ann?.touchId ?? '', minutes: 15 })
  expect(await missed(core)).toEqual({ names: ['Bo'], count: 1 })
  await core.clock.advance(hour / 2)
  expect(await missed(core)).toEqual({ names: ['Ann', 'Bo'], count: 2 })
})

test('a touch that was moved after its reminder is no longer missed', async () => {
  const core = await app()
  await aLead(core, 'Ann', at('09:30'))
  await core.clock.advance(2 * hour)
  const [ann] = await core.call('getMissed', {})
  await core.call('editTouch', { id: ann?.touchId ?? '', changes: { due: at('15:00').due } })
  expect(await missed(core)).toEqual({ names: [], count: 0 })
})

test('the list ends after a hundred, and the count goes on', async () => {
  const core = await app()
  for (let each = 0; each < 103; each += 1) await aLead(core, `Lead ${each}`, at('09:30'))
  await core.clock.advance(2 * hour)
  const { names, count } = await missed(core)
  expect([names.length, count]).toEqual([100, 103])
})

test('a touch that was planned in the past is overdue, and no reminder that was missed', async () => {
  const core = await app()
  await aLead(core, 'Ann', at('07:00'))
  await core.clock.advance(hour)
  expect(core.shown).toEqual([])
  expect(await missed(core)).toEqual({ names: [], count: 0 })
  expect((await core.call('getToday', {})).items.map(({ reason }) => reason)).toEqual(['overdue'])
})

test('what a reminder says is told anew, until nothing of it is left to do', async () => {
  const core = await app()
  await aLead(core, 'Ann', { ...at('09:30', 'Ask for the plan'), channel: 'call' })
  await aLead(core, 'Bo', { ...at('09:30'), channel: 'call' })
  await core.clock.advance(1.4 * hour)
  const [ann, bo] = core.shown.flatMap(({ touches }) => touches)
  const reminder = (...touches: typeof ann[]) => core.call('getReminder', { touchIds: touches.map((touch) => touch?.touchId ?? '') })
  expect(await reminder(ann)).toEqual({ title: 'Call: Ann', body: 'In 6 minutes · Ask for the plan', touches: [ann] })
  await core.clock.advance(hour / 10)
  expect(await reminder(ann)).toMatchObject({ body: 'Ask for the plan' })
  expect(await reminder(ann, bo)).toMatchObject({ title: '2 touches are due', body: 'Ann, Bo' })

  await core.call('completeTouch', { id: ann?.touchId ?? '', outcome: null, notes: '', next: 'proposed' })
  expect(await reminder(ann, bo)).toMatchObject({ title: 'Call: Bo' })
  expect(await reminder(ann)).toBeNull()
})
