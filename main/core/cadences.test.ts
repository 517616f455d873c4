import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CallInput, Reply } from '../../shared/api.ts'
import type { Step } from '../../shared/cadence.ts'
import { dueDate } from '../../shared/dates.ts'
import { outcomeSchema } from '../../shared/touch.ts'
import { workDaysOf, workingDaysBetween } from '../../shared/work-days.ts'
import { aLead, FakeClock, testCore, withoutRevisions, type TestCore } from '../../tests/support/core.ts'

const berlin = 'Europe/Berlin'
const day = 86_400_000
const latest = { transaction: null }
/** A Monday. */
const monday = '2026-11-23'

function aStep(id: string, count: number, channel: Step['channel'] = 'call'): Step {
  return { id, after: { unit: 'working-days', count }, channel, time: null, clock: 'mine', purpose: `Step ${id}`, message: '', brings: null }
}
const threeSteps = [aStep('a', 0, 'call'), aStep('b', 2, 'email'), aStep('c', 3, 'text')]

async function aCadence(core: TestCore, steps: readonly Step[] = threeSteps, name = 'Three touches'): Promise<string> {
  return (await core.call('saveCadence', { id: null, facts: { name, purpose: '', steps: [...steps] }, running: 'keep' })).id
}

function start(leadIds: string[], cadenceId: string, more: Partial<CallInput<'enrol'>> = {}): CallInput<'enrol'> {
  return { leadIds, cadenceId, startOn: monday, perDay: null, ...more }
}

/** The touches of a lead that are still to come: state, date, purpose. */
async function ahead(core: TestCore, id: string): Promise<string[]> {
  const { touches } = await core.call('getLead', { id })
  return touches.filter(({ state }) => state === 'due' || state === 'held').map(({ state, due, purpose }) => `${state} ${due.date} ${purpose}`.trim())
}

async function enrolmentOf(core: TestCore, id: string) {
  const [first] = (await core.call('getLead', { id })).enrolments
  if (!first) throw new Error('not enrolled')
  return first
}

async function complete(core: TestCore, id: string, outcome: CallInput<'completeTouch'>['outcome'], next: CallInput<'completeTouch'>['next'] = 'proposed') {
  const { touches } = await core.call('getLead', { id })
  return core.call('completeTouch', { id: touches[0]?.id ?? '', outcome, notes: '', next })
}

describe('a lead in a cadence', () => {
  test('has its next touch planned, and the later ones told as they would come', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    await core.call('enrol', start([id], await aCadence(core)))
    expect(await ahead(core, id)).toEqual(['due 2026-11-23 Step a'])
    const { enrolment, cadence, number, of, later } = await enrolmentOf(core, id)
    expect({ cadence, number, of, state: enrolment.state }).toEqual({ cadence: 'Three touches', number: 1, of: 3, state: 'running' })
    expect(later.map(({ due, channel }) => `${due.date} ${channel}`)).toEqual(['2026-11-25 email', '2026-11-30 text'])
  })

  test('has what to write at hand, filled in for that person', async () => {
    const core = await testCore({ settings: { name: 'Elena' } })
    const id = await aLead(core, 'Dr. Jane Doe')
    const step = { ...aStep('a', 0, 'email'), message: 'Hello {{firstName | there}} of {{company | your house}}, yours, {{myName}}', brings: 'story' } as const
    await core.call('enrol', start([id], await aCadence(core, [step, { ...step, id: 'b' }])))
    const written = { preparation: 'Hello Jane of your house, yours, Elena', brings: 'A story of somebody like them' }
    expect((await core.call('getLead', { id })).touches[0]).toMatchObject(written)
    await complete(core, id, 'no-answer')
    expect((await core.call('getLead', { id })).touches[0]).toMatchObject(written)
  })

  test('goes on from the day on which a step was really done', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    await core.call('enrol', start([id], await aCadence(core)))
    await core.clock.advance(2 * day)
    const { touches } = await core.call('getLead', { id })
    const proposal = await core.call('proposeNext', { leadId: id, touchId: touches[0]?.id ?? '', channel: 'call', outcome: 'no-answer' })
    expect(proposal).toMatchObject({ step: { cadence: 'Three touches', number: 2, of: 3 }, channelReason: 'cadence', planned: { channel: 'email', due: { date: '2026-11-27' } } })
    await complete(core, id, 'no-answer')
    expect(await ahead(core, id)).toEqual(['due 2026-11-27 Step b'])
  })

  test('keeps a step that the person planned otherwise as the step it is', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    await core.call('enrol', start([id], await aCadence(core)))
    await complete(core, id, 'left-message', { channel: 'video', purpose: 'Show it', due: { date: '2026-12-01', time: '10:00', zone: berlin } })
    expect(await enrolmentOf(core, id)).toMatchObject({ number: 2, later: [{ due: { date: '2026-12-04' } }] })
    await complete(core, id, 'no-answer')
    expect(await enrolmentOf(core, id)).toMatchObject({ number: 3, later: [] })
  })

  test('finishes after the last step, and asks for a next touch then', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    await core.call('enrol', start([id], await aCadence(core, [aStep('only', 0)])))
    const { touches } = await core.call('getLead', { id })
    const told = { id: touches[0]?.id ?? '', outcome: 'no-answer', notes: '' } as const
    expect(await core.ask('completeTouch', { ...told, next: null })).toMatchObject({ ok: false, error: { field: 'next' } })
    await core.call('completeTouch', { ...told, next: 'proposed' })
    expect((await enrolmentOf(core, id)).enrolment).toMatchObject({ state: 'ended', ended: { reason: 'finished' } })
    expect(await ahead(core, id)).toEqual(['due 2026-11-24'])
  })

  test('goes on by itself when no next touch is said, for another one is due anyway', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A', { channel: 'call', purpose: 'Other', due: { date: '2026-12-10', time: null, zone: null } })
    await core.call('enrol', start([id], await aCadence(core)))
    await complete(core, id, 'no-answer', null)
    expect(await ahead(core, id)).toEqual(['due 2026-11-25 Step b', 'due 2026-12-10 Other'])
  })

  test('goes on with the step after one that is skipped', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    await core.call('enrol', start([id], await aCadence(core)))
    const { touches } = await core.call('getLead', { id })
    await core.call('skipTouch', { id: touches[0]?.id ?? '', next: 'proposed' })
    expect(await ahead(core, id)).toEqual(['due 2026-11-25 Step b'])
    expect((await core.call('getLead', { id })).touches.at(-1)).toMatchObject({ state: 'skipped', completedAt: null })
  })
})

describe('a cadence stops', () => {
  test.each([
    ['replied', 'replied'],
    ['talked', 'replied'],
    ['meeting-booked', 'meeting-booked'],
    ['said-no', 'said-no'],
    ['said-yes', 'said-yes'],
  ] as const)('when the outcome is %s', async (outcome, reason) => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    await core.call('enrol', start([id], await aCadence(core)))
    await complete(core, id, outcome)
    expect((await enrolmentOf(core, id)).enrolment).toMatchObject({ state: 'ended', ended: { at: '2026-11-23T08:00:00.000Z', reason } })
    const [next] = (await core.call('getLead', { id })).touches
    expect(next).toMatchObject({ state: 'due', enrolmentId: null, stepId: null })
  })

  test('with one key when they get in touch, which plans an answer; one undo takes all of it back', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    await core.call('enrol', start([id], await aCadence(core)))
    const before = await core.call('getLead', { id })
    await core.call('noteReply', { leadId: id, channel: 'email', notes: 'Asks for the price list' })
    const { touches, enrolments } = await core.call('getLead', { id })
    expect(touches.map(({ state, outcome, channel }) => [state, outcome, channel].filter(Boolean).join(' ')).toSorted()).toEqual(['cancelled call', 'done replied email', 'due email'])
    expect(enrolments[0]?.enrolment.ended?.reason).toBe('replied')
    await core.call('undo', latest)
    expect(withoutRevisions(await core.call('getLead', { id }))).toEqual(withoutRevisions(before))
  })

  test.each(['won', 'lost', 'parked'] as const)('when the lead is %s, and its touch is off', async (stageId) => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    await core.call('enrol', start([id], await aCadence(core)))
    await core.call('moveLeads', { ids: [id], stageId, before: null })
    expect((await enrolmentOf(core, id)).enrolment.ended?.reason).toBe(stageId)
    expect(await ahead(core, id)).toEqual([])
  })

  test.each([
    ['permission-declined', { permission: { status: 'declined', on: null, words: '', channels: [], until: null, notBefore: null } }],
    ['permission-expired', { permission: { status: 'granted', on: null, words: '', channels: [], until: '2026-11-20', notBefore: null } }],
    ['do-not-contact', { doNotContact: true }],
  ] as const)('when it is told of the person: %s', async (reason, changes) => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    const cadenceId = await aCadence(core)
    await core.call('enrol', start([id], cadenceId))
    const { contact } = await core.call('getLead', { id })
    await core.call('editContact', { id: contact.id, changes: structuredClone(changes) as CallInput<'editContact'>['changes'] })
    expect((await enrolmentOf(core, id)).enrolment.ended?.reason).toBe(reason)
    expect((await core.call('previewEnrolment', start([id], cadenceId))).leftOut).toEqual([{ leadId: id, name: 'A', reason }])
    expect(await core.ask('enrol', start([id], cadenceId))).toMatchObject({ ok: false, error: { code: 'conflict' } })
  })

  test('instead of a next touch when they decline to be followed up, and the lead is no longer asked for one', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    await core.call('enrol', start([id], await aCadence(core)))
    const { touches } = await core.call('getLead', { id })
    await core.call('completeTouch', { id: touches[0]?.id ?? '', outcome: 'no-answer', notes: '', next: null, instead: { kind: 'declined', words: 'Please do not write again' } })
    const { contact, enrolments } = await core.call('getLead', { id })
    expect(contact.permission).toMatchObject({ status: 'declined', on: monday, words: 'Please do not write again' })
    expect(enrolments[0]?.enrolment.ended?.reason).toBe('permission-declined')
  })
})

describe('a running cadence', () => {
  test('is paused and goes on after what was left of the wait', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    await core.call('enrol', start([id], await aCadence(core)))
    await complete(core, id, 'no-answer')
    const { enrolment } = await enrolmentOf(core, id)
    await core.call('pauseEnrolment', { id: enrolment.id })
    expect(await ahead(core, id)).toEqual(['held 2026-11-25 Step b'])
    expect(await core.ask('pauseEnrolment', { id: enrolment.id })).toMatchObject({ ok: false, error: { code: 'conflict' } })
    await core.clock.advance(10 * day)
    expect(core.shown.filter(({ body }) => body === 'Step b')).toEqual([])
    await core.call('resumeEnrolment', { id: enrolment.id })
    expect(await ahead(core, id)).toEqual(['due 2026-12-07 Step b'])
    await core.call('undo', latest)
    await core.call('undo', latest)
    expect(await ahead(core, id)).toEqual(['due 2026-11-25 Step b'])
  })

  test('jumps to a step, forward and back', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    await core.call('enrol', start([id], await aCadence(core)))
    const { enrolment } = await enrolmentOf(core, id)
    await core.call('jumpToStep', { id: enrolment.id, stepId: 'c' })
    expect(await ahead(core, id)).toEqual(['due 2026-11-26 Step c'])
    await core.call('jumpToStep', { id: enrolment.id, stepId: 'a' })
    expect(await ahead(core, id)).toEqual(['due 2026-11-24 Step a'])
    expect(await core.ask('jumpToStep', { id: enrolment.id, stepId: 'nowhere' })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })

  test('gives way to another one that the lead moves to', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    const [first, second] = [await aCadence(core), await aCadence(core, [aStep('z', 1)], 'Another')]
    await core.call('enrol', start([id], first))
    expect((await core.call('previewEnrolment', start([id], first))).leftOut[0]?.reason).toBe('already')
    expect((await core.call('previewEnrolment', start([id], second))).plans[0]).toMatchObject({ leaves: 'Three touches' })
    await core.call('enrol', start([id], second))
    expect((await core.call('getLead', { id })).enrolments.map(({ cadence, enrolment }) => `${cadence} ${enrolment.ended?.reason ?? enrolment.state}`)).toEqual(['Another running', 'Three touches moved'])
    expect(await ahead(core, id)).toEqual(['due 2026-11-24 Step z'])
  })

  test('keeps the plan it had, or follows the one that was edited', async () => {
    const core = await testCore()
    const [keeps, follows] = [await aLead(core, 'Keeps'), await aLead(core, 'Follows')]
    const cadenceId = await aCadence(core)
    const facts = { name: 'Edited', purpose: '', steps: [aStep('a', 0), aStep('new', 1)] }
    await core.call('enrol', start([keeps], cadenceId))
    await core.call('saveCadence', { id: cadenceId, facts: { ...facts, steps: [aStep('a', 0), aStep('x', 4)] }, running: 'keep' })
    await core.call('enrol', start([follows], cadenceId))
    await core.call('saveCadence', { id: cadenceId, facts, running: 'follow' })
    await complete(core, keeps, 'no-answer')
    await complete(core, follows, 'no-answer')
    expect(await ahead(core, keeps)).toEqual(['due 2026-11-25 Step b'])
    expect(await ahead(core, follows)).toEqual(['due 2026-11-24 Step new'])
    expect((await core.call('getCadences', {})).filter(({ name }) => ['Edited', 'Three touches'].includes(name)).map(({ name, running }) => `${name} ${running}`)).toEqual(['Edited 2'])
  })

  test('goes on from the last step that is still there when its own was taken out', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    const cadenceId = await aCadence(core)
    await core.call('enrol', start([id], cadenceId))
    await complete(core, id, 'no-answer')
    await core.call('saveCadence', { id: cadenceId, facts: { name: 'Edited', purpose: '', steps: [aStep('a', 0), aStep('c', 3)] }, running: 'follow' })
    await complete(core, id, 'no-answer')
    expect(await ahead(core, id)).toEqual(['due 2026-11-26 Step c'])
  })

  test.each(['finish', 'stop'] as const)('keeps its touches when the cadence is deleted and is told to %s', async (running) => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    const cadenceId = await aCadence(core)
    await core.call('enrol', start([id], cadenceId))
    await complete(core, id, 'no-answer')
    await core.call('deleteCadence', { id: cadenceId, running })
    expect((await core.call('getCadences', {})).some((cadence) => cadence.id === cadenceId)).toBe(false)
    expect(await core.ask('enrol', start([await aLead(core, 'B')], cadenceId))).toMatchObject({ ok: false, error: { code: 'not-found' } })
    const { touches, enrolments } = await core.call('getLead', { id })
    expect(touches).toHaveLength(2)
    expect(enrolments[0]?.cadence).toBe('Three touches')
    expect(await ahead(core, id)).toEqual(running === 'finish' ? ['due 2026-11-25 Step b'] : [])
    await core.call('undo', latest)
  })
})

describe('enrolling many', () => {
  test('is one step to take back, and tells the days that get too much', async () => {
    const core = await testCore({ settings: { dailyLoad: 2 } })
    const ids = await Promise.all(Array.from({ length: 20 }, async (_, index) => aLead(core, `L${index}`)))
    const cadenceId = await aCadence(core, [aStep('a', 0)])
    const preview = await core.call('previewEnrolment', start(ids, cadenceId))
    expect(preview.plans).toHaveLength(20)
    expect(preview.crowded).toEqual([{ date: monday, touches: 10 }])
    const heard: string[] = []
    core.core.on('changed', ({ command }) => heard.push(command))
    expect(await core.call('enrol', start([...ids, 'gone'], cadenceId))).toEqual({ enrolled: 20, leftOut: 1 })
    expect(heard).toEqual(['enrol'])
    expect((await Promise.all(ids.map(async (id) => ahead(core, id)))).flat()).toEqual(preview.plans.map(({ steps }) => `due ${steps[0]?.due.date} Step a`))
    await core.call('undo', latest)
    expect((await Promise.all(ids.map(async (id) => ahead(core, id)))).flat()).toEqual([])
  })

  test('begins so many a day', async () => {
    const core = await testCore()
    const ids = await Promise.all(Array.from({ length: 5 }, async (_, index) => aLead(core, `L${index}`)))
    const { plans } = await core.call('previewEnrolment', start(ids, await aCadence(core), { perDay: 2, startOn: '2026-11-27' }))
    expect(plans.map(({ steps }) => steps[0]?.due.date)).toEqual(['2026-11-27', '2026-11-27', '2026-11-30', '2026-11-30', '2026-12-01'])
  })
})

describe('a cadence of', () => {
  test.each([
    ['no steps', []],
    ['500 steps', Array.from({ length: 500 }, (_, index) => aStep(`s${index}`, 1))],
    ['two steps that are one', [aStep('a', 0), aStep('a', 1)]],
    ['a step a million days on', [aStep('a', 1_000_000)]],
    ['a step at 25 o’clock', [{ ...aStep('a', 0), time: '25:00' }]],
  ])('%s is refused and changes nothing', async (_name, steps) => {
    const core = await testCore()
    const before = await core.call('getCadences', {})
    const reply = await core.ask('saveCadence', { id: null, facts: { name: 'Bad', purpose: '', steps }, running: 'keep' })
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    expect(await core.call('getCadences', {})).toEqual(before)
    const year9999 = start(['any'], before[0]?.id ?? '', { startOn: '9999-01-01' })
    expect(await core.ask('enrol', year9999)).toMatchObject({ ok: false, error: { code: 'invalid-input', field: 'startOn', message: expect.stringContaining('1900 to 2199') as string } })
  })

  test('the ready-made ones come with a new database, and back when they were deleted', async () => {
    const core = await testCore()
    const ready = await core.call('getCadences', {})
    expect(ready.length).toBeGreaterThanOrEqual(7)
    expect(ready.every(({ purpose, steps }) => purpose !== '' && steps.every((step) => step.purpose !== ''))).toBe(true)
    await core.call('deleteCadence', { id: ready[0]?.id ?? '', running: 'stop' })
    expect(await core.call('addReadyCadences', {})).toEqual({ added: 1 })
    expect((await core.call('getCadences', {})).map(({ name }) => name)).toEqual(ready.map(({ name }) => name))
  })
})

describe('what a cadence must not outlive or lose', () => {
  const declined = { status: 'declined', on: null, words: '', channels: [], until: null, notBefore: null } as const

  test('a merge with somebody who declined ends it', async () => {
    const core = await testCore()
    const [id, other] = [await aLead(core, 'A'), await aLead(core, 'B')]
    await core.call('enrol', start([id], await aCadence(core)))
    const { id: drop, createdAt, ...facts } = (await core.call('getLead', { id })).contact
    expect(createdAt).not.toBe('')
    const { contact: keep } = await core.call('getLead', { id: other })
    await core.call('mergeContacts', { keep: keep.id, drop, facts: { ...facts, permission: { ...declined, channels: [] } } })
    expect((await enrolmentOf(core, id)).enrolment.ended?.reason).toBe('permission-declined')
    expect(await ahead(core, id)).toEqual([])
  })

  test('a stage that becomes one at rest ends it', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    await core.call('enrol', start([id], await aCadence(core)))
    await core.call('editStage', { id: 'new', changes: { kind: 'lost' } })
    expect((await enrolmentOf(core, id)).enrolment.ended?.reason).toBe('lost')
  })

  test('a permission that ends before its next touch ends it, and no step is jumped to beyond it', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    await core.call('enrol', start([id], await aCadence(core, [aStep('a', 5), aStep('b', 9)])))
    const { contact } = await core.call('getLead', { id })
    const until = async (date: string) => core.call('editContact', { id: contact.id, changes: { permission: { ...declined, channels: [], status: 'granted', until: date } } })
    await until('2026-12-02')
    const { enrolment } = await enrolmentOf(core, id)
    expect(enrolment.state).toBe('running')
    expect(await core.ask('jumpToStep', { id: enrolment.id, stepId: 'b' })).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await ahead(core, id)).toEqual(['due 2026-11-30 Step a'])
    await until('2026-11-25')
    expect((await enrolmentOf(core, id)).enrolment.ended?.reason).toBe('permission-expired')
  })

  test('who is not to be contacted has nothing left to come, and one undo brings it back', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A', { channel: 'call', purpose: 'Own', due: { date: '2026-12-10', time: null, zone: null } })
    await core.call('enrol', start([id], await aCadence(core)))
    const { contact } = await core.call('getLead', { id })
    await core.call('editContact', { id: contact.id, changes: { doNotContact: true } })
    expect(await ahead(core, id)).toEqual([])
    await core.call('undo', latest)
    expect(await ahead(core, id)).toEqual(['due 2026-11-23 Step a', 'due 2026-12-10 Own'])
  })

  test('those who keep an earlier plan are counted, are in it already, and stop with it', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    const cadenceId = await aCadence(core)
    await core.call('enrol', start([id], cadenceId))
    await core.call('saveCadence', { id: cadenceId, facts: { name: 'Three touches', purpose: '', steps: [aStep('new', 0)] }, running: 'keep' })
    expect((await core.call('getCadences', {})).find((cadence) => cadence.id === cadenceId)?.running).toBe(1)
    expect((await core.call('previewEnrolment', start([id], cadenceId))).leftOut[0]?.reason).toBe('already')
    await core.call('deleteCadence', { id: cadenceId, running: 'stop' })
    expect((await enrolmentOf(core, id)).enrolment.ended?.reason).toBe('cadence-deleted')
  })

  test('no step is worked twice when the edit of a cadence is undone under it', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    const cadenceId = await aCadence(core)
    await core.call('enrol', start([id], cadenceId))
    const edit = await core.core.call('saveCadence', { id: cadenceId, facts: { name: 'Edited', purpose: '', steps: [aStep('a', 0), aStep('n', 1), aStep('z', 2)] }, running: 'follow' })
    await complete(core, id, 'no-answer')
    await core.call('undo', { transaction: edit.ok ? (edit.transaction ?? '') : '' })
    expect(await enrolmentOf(core, id)).toMatchObject({ number: 1, of: 3 })
    await complete(core, id, 'no-answer')
    expect(await ahead(core, id)).toEqual(['due 2026-11-25 Step b'])
  })

  test('a touch that is cancelled stops it, instead of leaving it without a next touch', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    const cadenceId = await aCadence(core)
    await core.call('enrol', start([id], cadenceId))
    const { touches } = await core.call('getLead', { id })
    await core.call('cancelTouch', { id: touches[0]?.id ?? '' })
    expect((await enrolmentOf(core, id)).enrolment.ended?.reason).toBe('by-hand')
    expect(await core.call('enrol', start([id], cadenceId))).toEqual({ enrolled: 1, leftOut: 0 })
  })

  test('a held touch that is done after all lets it go on', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    await core.call('enrol', start([id], await aCadence(core)))
    await core.call('pauseEnrolment', { id: (await enrolmentOf(core, id)).enrolment.id })
    await complete(core, id, 'no-answer')
    expect((await enrolmentOf(core, id)).enrolment).toMatchObject({ state: 'running', paused: null })
    expect(await ahead(core, id)).toEqual(['due 2026-11-25 Step b'])
  })

  test('a pause ends by the rules of every step: the gap, the date they named, a time that is over, the permission', async () => {
    const core = await testCore({ clock: new FakeClock('2026-11-23T14:00:00Z') })
    const id = await aLead(core, 'A')
    await core.call('enrol', start([id], await aCadence(core, [{ ...aStep('a', 0), time: '16:00' }, aStep('b', 2)])))
    const { enrolment } = await enrolmentOf(core, id)
    await core.call('pauseEnrolment', { id: enrolment.id })
    await core.clock.advance(2 * 3_600_000)
    await core.call('resumeEnrolment', { id: enrolment.id })
    expect((await core.call('getLead', { id })).touches[0]?.due).toEqual({ date: '2026-11-23', time: null, zone: null })
    await core.call('pauseEnrolment', { id: enrolment.id })
    const { contact } = await core.call('getLead', { id })
    const permission = { ...declined, channels: [], status: 'granted' as const }
    await core.call('editContact', { id: contact.id, changes: { permission: { ...permission, notBefore: '2026-12-15' } } })
    await core.call('resumeEnrolment', { id: enrolment.id })
    expect(await ahead(core, id)).toEqual(['due 2026-12-15 Step a'])
  })

  test('two leads of one person are marked as near each other', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    const { contact } = await core.call('getLead', { id })
    const { leadId } = await core.call('addLead', { contact: {}, contactId: contact.id, lead: {}, stageId: null, next: null })
    const { plans } = await core.call('previewEnrolment', start([id, leadId], await aCadence(core)))
    expect(plans.map(({ steps }) => steps[0]?.conflicts)).toEqual([[], ['near-other']])
  })

  test('a customer who is moved to Won again by a touch does not go on', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    await core.call('moveLeads', { ids: [id], stageId: 'won', before: null })
    await core.call('enrol', start([id], await aCadence(core)))
    const { touches } = await core.call('getLead', { id })
    const instead = { kind: 'move', stageId: 'won', closing: null, parkedUntil: null } as const
    await core.call('completeTouch', { id: touches[0]?.id ?? '', outcome: 'no-answer', notes: '', next: null, instead })
    expect((await enrolmentOf(core, id)).enrolment.ended?.reason).toBe('won')
  })

  test('a reply that is noted twice wants one answer', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    for (let press = 0; press < 2; press += 1) await core.call('noteReply', { leadId: id, channel: 'email', notes: '' })
    expect(await ahead(core, id)).toEqual(['due 2026-11-23 Answer their message'])
  })

  test('what is only proposed is not pressed on a lead that is lost', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A', { channel: 'call', purpose: '', due: { date: monday, time: null, zone: null } })
    await core.call('moveLeads', { ids: [id], stageId: 'lost', before: null })
    await complete(core, id, null)
    expect(await ahead(core, id)).toEqual([])
  })

  test('sample data goes, also from a cadence and from whom it introduced', async () => {
    const core = await testCore()
    await core.call('addSample', {})
    const [card] = (await core.call('getBoard', { limit: null })).cards
    await core.call('enrol', start([card?.id ?? ''], await aCadence(core)))
    await core.call('addLead', { contact: { name: 'Own', referredBy: card?.contactId ?? '' }, contactId: null, lead: {}, stageId: null, next: null })
    await core.call('removeSample', {})
    expect((await core.call('getPeople', {})).map(({ name }) => name)).toEqual(['Own'])
  })
})

/* Any life of leads in cadences: whatever happens, what the engine promises holds. */
const aHappening = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('complete' as const), who: fc.nat(2), outcome: fc.option(fc.constantFrom(...outcomeSchema.options)) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('skip' as const), who: fc.nat(2) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 9 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('pause' as const, 'resume' as const, 'reply' as const, 'stop' as const), who: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('enrol' as const), which: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('jump' as const), who: fc.nat(2), step: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('move' as const), who: fc.nat(2), stageId: fc.constantFrom('won', 'parked', 'meeting') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('edit' as const), which: fc.nat(1), without: fc.nat(3), running: fc.constantFrom('keep' as const, 'follow' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('cancel' as const, 'merge' as const, 'log' as const), who: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('stage' as const), kind: fc.constantFrom('open' as const, 'lost' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('permission' as const), who: fc.nat(2), notBefore: fc.option(fc.nat({ max: 20 })), until: fc.option(fc.nat({ max: 60 })) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
)

const steps = [aStep('p', 0), aStep('q', 2), aStep('r', 3), aStep('s', 5)]

async function happen(core: TestCore, what: typeof aHappening extends fc.Arbitrary<infer T> ? T : never, leads: readonly string[], cadences: readonly string[]) {
  const expected = async (reply: Promise<Reply<unknown>>) => {
    const answer = await reply
    if (!answer.ok) expect(['conflict', 'not-found', 'invalid-input', 'nothing-to-undo']).toContain(answer.error.code)
  }
  const cadence = 'which' in what ? (cadences[what.which] as string) : ''
  const id = 'who' in what ? (leads[what.who] as string) : ''
  const { touches, enrolments } = await core.call('getLead', { id: id || (leads[0] as string) })
  const next = touches.find(({ state }) => state === 'due' || state === 'held')
  const enrolment = enrolments[0]?.enrolment.id ?? ''
  switch (what.do) {
    case 'wait':
      return core.clock.advance(what.days * day)
    case 'complete':
      return next && expected(core.ask('completeTouch', { id: next.id, outcome: what.outcome, notes: '', next: 'proposed' }))
    case 'skip':
      return next && expected(core.ask('skipTouch', { id: next.id, next: 'proposed' }))
    case 'pause':
      return expected(core.ask('pauseEnrolment', { id: enrolment }))
    case 'resume':
      return expected(core.ask('resumeEnrolment', { id: enrolment }))
    case 'stop':
      return expected(core.ask('stopEnrolment', { id: enrolment }))
    case 'reply':
      return expected(core.ask('noteReply', { leadId: id, channel: null, notes: '' }))
    case 'jump':
      return expected(core.ask('jumpToStep', { id: enrolment, stepId: steps[what.step]?.id ?? '' }))
    case 'cancel':
      return next && expected(core.ask('cancelTouch', { id: next.id }))
    case 'log':
      return expected(core.ask('logTouch', { leadId: id, channel: 'email', outcome: 'no-answer', notes: '', next: 'proposed' }))
    case 'stage':
      return expected(core.ask('editStage', { id: 'meeting', changes: { kind: what.kind } }))
    case 'permission': {
      const { contact } = await core.call('getLead', { id })
      const on = (days: number | null) => (days === null ? null : isoDay(new Date(core.clock.now()).toISOString(), days))
      return expected(core.ask('editContact', { id: contact.id, changes: { permission: { status: 'granted', on: null, words: '', channels: [], notBefore: on(what.notBefore), until: on(what.until) } } }))
    }
    case 'merge': {
      const [into, from] = [await core.call('getLead', { id: leads[0] as string }), await core.call('getLead', { id })]
      if (into.contact.id === from.contact.id) return null
      const { id: keep, createdAt, ...facts } = into.contact
      expect(createdAt).not.toBe('')
      return expected(core.ask('mergeContacts', { keep, drop: from.contact.id, facts }))
    }
    case 'move':
      return expected(core.ask('moveLeads', { ids: [id], stageId: what.stageId, before: null }))
    case 'enrol':
      return expected(core.ask('enrol', start([...leads], cadence, { startOn: '2026-01-01' })))
    case 'edit':
      return expected(core.ask('saveCadence', { id: cadence, facts: { name: `Edited ${what.which}`, purpose: '', steps: steps.filter((_, index) => index !== what.without) }, running: what.running }))
    case 'undo':
      return (await hasHappened(core)) && core.call('undo', latest)
  }
}

/** True while the latest step to take back is one of the happenings, and not of what was there before them. */
async function hasHappened(core: TestCore): Promise<boolean> {
  const { undo } = await core.call('getState', {})
  return undo !== 'saveDayOff'
}

async function picture(core: TestCore, leads: readonly string[]) {
  return withoutRevisions(await Promise.all(leads.map(async (id) => core.call('getLead', { id }))))
}

describe('whatever happens to leads in cadences', () => {
  test('a running one has exactly one touch to come, an ended one none, none is lost, none falls on a day off; undoing all of it gives the first state back', async () => {
    const aDayOff = fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 6 }))
    const zone = fc.constantFrom('Europe/Berlin', 'America/Los_Angeles', 'Pacific/Apia', 'Australia/Lord_Howe')
    const begins = fc.constantFrom('2026-03-23T12:00:00Z', '2026-10-19T12:00:00Z', '2026-11-23T08:00:00Z')
    await fc.assert(
      fc.asyncProperty(fc.array(aHappening, { minLength: 1, maxLength: 20 }), fc.array(aDayOff, { minLength: 1, maxLength: 4 }), zone, begins, async (happenings, off, inZone, begin) => {
        const core = await testCore({ clock: new FakeClock(begin, inZone) })
        const leads = await Promise.all(['A', 'B', 'C'].map(async (name) => aLead(core, name)))
        const cadences = [await aCadence(core, steps, 'One'), await aCadence(core, steps, 'Two')]
        const daysOff = off.map(([from, length]) => ({ from: isoDay(begin, from), to: isoDay(begin, from + length), name: 'Off' }))
        for (const span of daysOff) await core.call('saveDayOff', { id: null, facts: span })
        const first = await picture(core, leads)
        const work = workDaysOf([1, 2, 3, 4, 5], daysOff)
        for (const happening of happenings) {
          const known = new Set((await picture(core, leads)).flatMap(({ touches }) => touches.map(({ id }) => id)))
          await happen(core, happening, leads, cadences)
          const now = await picture(core, leads)
          if (happening.do !== 'undo') {
            const there = new Set(now.flatMap(({ touches }) => touches.map(({ id }) => id)))
            for (const id of known) expect(there.has(id)).toBe(true)
          }
          for (const { enrolments, touches } of now) expectKept(enrolments, touches, inZone, work)
        }
        while (await hasHappened(core)) await core.call('undo', latest)
        expect(await picture(core, leads)).toEqual(first)
      }),
      { numRuns: 15 },
    )
  }, 120_000)
})

function isoDay(begin: string, days: number): string {
  return new Date(Date.parse(begin) + days * day).toISOString().slice(0, 10)
}

function expectKept(enrolments: Awaited<ReturnType<typeof picture>>[number]['enrolments'], touches: Awaited<ReturnType<typeof picture>>[number]['touches'], zone: string, work: ReturnType<typeof workDaysOf>): void {
  expect(enrolments.filter(({ enrolment }) => enrolment.state !== 'ended').length).toBeLessThanOrEqual(1)
  for (const { enrolment, later } of enrolments) {
    const open = touches.filter((touch) => touch.enrolmentId === enrolment.id && (touch.state === 'due' || touch.state === 'held'))
    expect(open.map(({ state }) => state)).toEqual(enrolment.state === 'ended' ? [] : enrolment.state === 'paused' ? ['held'] : ['due'])
    const dates = [...open.filter(({ state }) => state === 'due').map(({ due }) => dueDate(due, zone)), ...later.map(({ due }) => dueDate(due, zone))]
    for (const date of dates) expect(work.isWorkingDay(date)).toBe(true)
    for (const [index, date] of dates.entries()) {
      const before = dates[index - 1]
      if (before !== undefined) expect(workingDaysBetween(before, date, work)).toBeGreaterThanOrEqual(1)
    }
  }
}
