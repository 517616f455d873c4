import { expect, test } from 'vitest'
import { aLead, testCore, type TestCore } from '../../tests/support/core.ts'

const day = (date: string) => ({ date, time: null, zone: null })
const next = (date: string) => ({ channel: 'email' as const, purpose: 'Last note', due: day(date) })

/** A lead that stayed silent for as many touches as its limit of two allows, with a next one planned. */
async function silentLead(core: TestCore): Promise<string> {
  const id = await aLead(core, 'Ada', { channel: 'call', purpose: 'Call again', due: day('2026-12-01') })
  await core.call('editLead', { id, changes: { silenceLimit: 2 } })
  await noAnswer(core, id)
  await noAnswer(core, id)
  return id
}

async function noAnswer(core: TestCore, leadId: string) {
  await core.clock.advance(60_000)
  await core.call('logTouch', { leadId, channel: 'call', outcome: 'no-answer', notes: '', next: null })
}

const asks = async (core: TestCore) => (await core.call('getToday', {})).items.flatMap(({ silence }) => silence ?? [])
const due = async (core: TestCore, id: string) => (await core.call('getLead', { id })).touches.filter(({ state }) => state === 'due').map(({ channel, purpose }) => `${channel} ${purpose}`)

test('a silent lead asks for a choice, and its page says what was tried', async () => {
  const core = await testCore()
  const id = await silentLead(core)
  expect(await asks(core)).toEqual([{ unanswered: 2, limit: 2 }])
  const { silence, tried } = await core.call('getLead', { id })
  expect(silence).toEqual({ unanswered: 2, limit: 2 })
  expect(tried.at(-1)).toEqual({ channel: 'call', touches: 2, answered: 0 })
  expect(tried[0]).toEqual({ channel: 'email', touches: 0, answered: 0 })
})

test.each(['change-channel', 'break-up'] as const)('%s takes the place of what was planned, holds until the silence grows, and is taken back whole', async (choice) => {
  const core = await testCore()
  const id = await silentLead(core)
  await core.call('answerSilence', { leadId: id, answer: { choice, next: next('2026-11-25') } })
  expect(await due(core, id)).toEqual(['email Last note'])
  expect(await asks(core)).toEqual([])
  await noAnswer(core, id)
  expect(await asks(core)).toEqual([{ unanswered: 3, limit: 2 }])
  await core.call('undo', { transaction: null })
  await core.call('undo', { transaction: null })
  expect(await due(core, id)).toEqual(['call Call again'])
  expect(await asks(core)).toHaveLength(1)
})

test('a cadence ends with the choice', async () => {
  const core = await testCore()
  const id = await silentLead(core)
  const [cadence] = await core.call('getCadences', {})
  await core.call('enrol', { leadIds: [id], cadenceId: cadence?.id ?? '', startOn: '2026-11-24', perDay: null })
  await core.call('answerSilence', { leadId: id, answer: { choice: 'change-channel', next: next('2026-11-25') } })
  const { enrolments } = await core.call('getLead', { id })
  expect(enrolments.map(({ enrolment }) => enrolment.ended?.reason)).toEqual(['by-hand'])
  expect(await due(core, id)).toEqual(['email Last note'])
})

test('parking lets it rest until a date, and when it comes back the silence has to grow first', async () => {
  const core = await testCore()
  const id = await silentLead(core)
  const lead = await core.call('answerSilence', { leadId: id, answer: { choice: 'park', stageId: 'parked', until: '2026-12-14' } })
  expect(lead).toMatchObject({ stageId: 'parked', parkedUntil: '2026-12-14', silenceAnswer: { choice: 'park' } })
  expect(await due(core, id)).toEqual(['call Wake up: is the time right now?'])
  await core.call('moveLeads', { ids: [id], stageId: 'contacted', before: null })
  expect(await asks(core)).toEqual([])
  await noAnswer(core, id)
  expect(await asks(core)).toHaveLength(1)
})

test('giving up closes the lead with its reason, and nothing with it is due any more', async () => {
  const core = await testCore()
  const id = await silentLead(core)
  const answer = { choice: 'disqualify', stageId: 'lost', reason: 'No answer' } as const
  expect(await core.ask('answerSilence', { leadId: id, answer: { ...answer, reason: ' ' } })).toMatchObject({ ok: false, error: { field: 'answer.reason' } })
  expect(await core.ask('answerSilence', { leadId: id, answer: { ...answer, stageId: 'won' } })).toMatchObject({ ok: false, error: { field: 'answer.stageId' } })
  expect(await core.call('answerSilence', { leadId: id, answer })).toMatchObject({ stageId: 'lost', closing: { reason: 'No answer', on: '2026-11-23' } })
  expect((await core.call('getToday', {})).items).toEqual([])
  expect(await core.ask('answerSilence', { leadId: id, answer })).toMatchObject({ ok: false, error: { code: 'conflict' } })
})

test('a limit of the lead goes before that of the settings, and who does not want to be followed up is not asked about', async () => {
  const core = await testCore({ settings: { silenceLimit: 3 } })
  const id = await silentLead(core)
  await core.call('editLead', { id, changes: { silenceLimit: null } })
  expect(await asks(core)).toEqual([])
  await noAnswer(core, id)
  expect(await asks(core)).toEqual([{ unanswered: 3, limit: 3 }])
  const { contact } = await core.call('getLead', { id })
  await core.call('editContact', { id: contact.id, changes: { permission: { ...contact.permission, status: 'declined' } } })
  expect(await asks(core)).toEqual([])
})
