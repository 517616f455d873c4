import { describe, expect, it } from 'vitest'
import type { CallInput } from '../../shared/api.ts'
import { permissionNotAsked, type Permission } from '../../shared/contact.ts'
import { aLead, FakeClock, testCore, type TestCore } from '../../tests/support/core.ts'
import { failingDisk } from '../../tests/support/disk.ts'

const day = 86_400_000
/* The clock stands at 23 November 2026, a Monday, 9:00 in Berlin. */
const tuesday = '2026-11-24'

async function theirPromise(test: TestCore, by: string | null = '2026-11-23', side: 'mine' | 'theirs' = 'theirs') {
  const leadId = await aLead(test, 'Ada')
  const { id } = await test.call('addPromise', { leadId, side, what: 'Send the budget figures', by })
  return { leadId, id }
}

/** The touches of a lead that ask about a promise: state and date. */
async function asking(test: TestCore, leadId: string): Promise<string[]> {
  const { touches } = await test.call('getLead', { id: leadId })
  return touches.filter(({ promiseId }) => promiseId !== null).map(({ state, due }) => `${state} ${due.date}`)
}

async function editContact(test: TestCore, leadId: string, changes: CallInput<'editContact'>['changes']) {
  const { contact } = await test.call('getLead', { id: leadId })
  await test.call('editContact', { id: contact.id, changes })
}

/** The computer sleeps, or its clock is set, and the app looks at it then. */
async function wakeAt(test: TestCore, at: string) {
  test.clock.jump(at)
  await test.core.wake()
}

describe('a promise of theirs that lapses', () => {
  it('becomes a touch of mine on the next day, while the app runs, also in quiet hours', async () => {
    const test = await testCore()
    const { leadId, id } = await theirPromise(test)
    await test.clock.advance(14 * 3_600_000)
    expect(await asking(test, leadId)).toEqual([])
    await test.clock.advance(2 * 3_600_000)
    expect(await asking(test, leadId)).toEqual([`due ${tuesday}`])
    const { touches } = await test.call('getLead', { id: leadId })
    expect(touches[0]).toMatchObject({ purpose: 'Ask about: Send the budget figures', promiseId: id, due: { time: null } })
  })

  it('does so once, however often the app starts and the clock is set back', async () => {
    const test = await testCore()
    const { leadId } = await theirPromise(test)
    await wakeAt(test, '2026-11-24T08:00:00Z')
    await wakeAt(test, '2026-11-23T08:00:00Z')
    await wakeAt(test, '2026-11-24T09:00:00Z')
    await test.core.stop()
    const again = await testCore({ dataDir: test.dataDir, clock: test.clock })
    await wakeAt(again, '2026-11-26T09:00:00Z')
    expect(await asking(again, leadId)).toEqual([`due ${tuesday}`])
  })

  it('is asked about on the day on which the app starts again after days away', async () => {
    const test = await testCore()
    const { leadId } = await theirPromise(test)
    await test.core.stop()
    test.clock.jump('2026-12-03T08:00:00Z')
    const again = await testCore({ dataDir: test.dataDir, clock: test.clock })
    expect(await asking(again, leadId)).toEqual(['due 2026-12-03'])
  })

  it('waits for a working day', async () => {
    const test = await testCore()
    const { leadId } = await theirPromise(test, '2026-11-27')
    await wakeAt(test, '2026-11-28T08:00:00Z')
    expect(await asking(test, leadId)).toEqual(['due 2026-11-30'])
  })

  it('is not asked about when it is mine, has no day, was kept, or need not be asked about', async () => {
    const test = await testCore()
    const leads = [await theirPromise(test, '2026-11-23', 'mine'), await theirPromise(test, null), await theirPromise(test, tuesday)]
    const kept = await theirPromise(test)
    await test.call('keepPromise', { id: kept.id })
    const dismissed = await theirPromise(test)
    await test.call('dismissPromise', { id: dismissed.id })
    await wakeAt(test, '2026-11-24T08:00:00Z')
    for (const { leadId } of [...leads, kept, dismissed]) expect(await asking(test, leadId)).toEqual([])
  })

  it('is asked about the day after it turned out not to be kept', async () => {
    const test = await testCore()
    const { leadId, id } = await theirPromise(test)
    await test.call('keepPromise', { id })
    await wakeAt(test, '2026-11-24T08:00:00Z')
    await test.call('undo', { transaction: null })
    expect(await asking(test, leadId)).toEqual([])
    await wakeAt(test, '2026-11-25T08:00:00Z')
    expect(await asking(test, leadId)).toEqual(['due 2026-11-25'])
  })

  it('is not asked about again once a touch did, was skipped or cancelled', async () => {
    const test = await testCore()
    for (const [command, state] of [['completeTouch', 'done'], ['skipTouch', 'skipped'], ['cancelTouch', 'cancelled']] as const) {
      const { leadId } = await theirPromise(test)
      await wakeAt(test, '2026-11-24T08:00:00Z')
      const { touches } = await test.call('getLead', { id: leadId })
      const id = touches[0]?.id ?? ''
      const next = { channel: 'call', purpose: 'Call', due: { date: '2026-12-10', time: null, zone: null } } as const
      if (command === 'cancelTouch') await test.call(command, { id })
      else if (command === 'skipTouch') await test.call(command, { id, next })
      else await test.call(command, { id, outcome: 'no-answer', notes: '', next })
      await wakeAt(test, '2026-11-25T08:00:00Z')
      await wakeAt(test, '2026-11-26T08:00:00Z')
      expect(await asking(test, leadId), command).toEqual([`${state} ${tuesday}`])
      test.clock.jump('2026-11-23T08:00:00Z')
    }
  })

  it('is asked about once more when they named a later day and let that pass, too', async () => {
    const test = await testCore()
    const { leadId, id } = await theirPromise(test)
    await wakeAt(test, '2026-11-24T08:00:00Z')
    const { touches } = await test.call('getLead', { id: leadId })
    const touchId = touches[0]?.id ?? ''
    await test.call('movePromise', { id, touchId, by: '2026-11-25' })
    const next = { channel: 'call', purpose: 'Call', due: { date: '2026-12-10', time: null, zone: null } } as const
    await test.call('completeTouch', { id: touchId, outcome: 'talked', notes: '', next })
    await wakeAt(test, '2026-11-25T08:00:00Z')
    expect(await asking(test, leadId)).toEqual([`done ${tuesday}`])
    await wakeAt(test, '2026-11-26T08:00:00Z')
    expect(await asking(test, leadId)).toEqual(['due 2026-11-26', `done ${tuesday}`])
  })

  it('is not asked about while they do not want to hear from me, nor of a lead that is lost or parked', async () => {
    const test = await testCore()
    const granted: Permission = { ...permissionNotAsked, status: 'granted' }
    const refusing = [
      { doNotContact: true },
      { permission: { ...granted, status: 'declined' } },
      { permission: { ...granted, until: '2026-11-23' } },
      { permission: { ...granted, notBefore: '2026-11-26' } },
    ] satisfies CallInput<'editContact'>['changes'][]
    const leads: string[] = []
    for (const changes of refusing) {
      const { leadId } = await theirPromise(test)
      await editContact(test, leadId, changes)
      leads.push(leadId)
    }
    for (const stageId of ['lost', 'parked']) {
      const { leadId } = await theirPromise(test)
      await test.call('moveLeads', { ids: [leadId], stageId, before: null })
      leads.push(leadId)
    }
    await wakeAt(test, '2026-11-24T08:00:00Z')
    for (const leadId of leads) expect(await asking(test, leadId)).toEqual([])
    // From the date that they named on, they may be asked.
    await wakeAt(test, '2026-11-26T08:00:00Z')
    expect(await asking(test, leads[3] ?? '')).toEqual(['due 2026-11-26'])
  })

  it('is asked about without a step that undo would take back', async () => {
    const test = await testCore()
    const { leadId } = await theirPromise(test)
    await wakeAt(test, '2026-11-24T08:00:00Z')
    expect((await test.call('getState', {})).undo).toBe('addPromise')
    expect(await test.ask('undo', { transaction: null })).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await asking(test, leadId)).toEqual([`due ${tuesday}`])
  })

  it('is asked about a minute later when the disk refused at first', async () => {
    const faults = failingDisk('ENOSPC')
    const test = await testCore({ disk: faults.disk })
    const { leadId } = await theirPromise(test)
    faults.failAfter(0)
    await wakeAt(test, '2026-11-24T08:00:00Z')
    expect(await asking(test, leadId)).toEqual([])
    faults.heal()
    await test.clock.advance(60_000)
    expect(await asking(test, leadId)).toEqual([`due ${tuesday}`])
  })

  it('of a database that was brought in is asked about at once', async () => {
    const test = await testCore()
    const { leadId } = await theirPromise(test)
    const { text } = await test.call('exportFile', { what: 'database' })
    const elsewhere = await testCore({ clock: new FakeClock('2026-11-24T08:00:00Z') })
    await elsewhere.call('importDatabase', { text })
    expect(await asking(elsewhere, leadId)).toEqual([`due ${tuesday}`])
  })

  it('comes with the date of the zone to which the person travels', async () => {
    const test = await testCore()
    const { leadId } = await theirPromise(test)
    test.clock.jump('2026-11-23T20:00:00Z')
    await test.core.wake()
    expect(await asking(test, leadId)).toEqual([])
    test.clock.travel('Asia/Tokyo')
    await test.core.wake()
    expect(await asking(test, leadId)).toEqual([`due ${tuesday}`])
  })
})

describe('a permission that is over', () => {
  const steps = ['a', 'b'].map((id) => ({ id, after: { unit: 'working-days' as const, count: 2 }, channel: 'call' as const, time: null, clock: 'mine' as const, purpose: `Step ${id}`, message: '', brings: null }))

  async function enrolled(test: TestCore): Promise<string> {
    const leadId = await aLead(test, 'Ada')
    const { id: cadenceId } = await test.call('saveCadence', { id: null, facts: { name: 'Two touches', purpose: '', steps }, running: 'keep' })
    await test.call('enrol', { leadIds: [leadId], cadenceId, startOn: '2026-11-23', perDay: null })
    await editContact(test, leadId, { permission: { ...permissionNotAsked, status: 'granted', until: '2026-11-26' } })
    return leadId
  }

  it('ends the cadence, so that none of its touches stays overdue', async () => {
    const test = await testCore()
    const leadId = await enrolled(test)
    await wakeAt(test, '2026-11-26T08:00:00Z')
    expect(await test.call('getLead', { id: leadId })).toMatchObject({ touches: [{ state: 'due', due: { date: '2026-11-25' } }], enrolments: [{ enrolment: { state: 'running' } }] })
    await test.clock.advance(day)
    const ended = { enrolment: { state: 'ended', ended: { reason: 'permission-expired' } } }
    expect(await test.call('getLead', { id: leadId })).toMatchObject({ touches: [{ state: 'cancelled' }], enrolments: [ended] })
  })

  it('ends it after days away, too, and while it is paused', async () => {
    const test = await testCore()
    const leadId = await enrolled(test)
    const { enrolments } = await test.call('getLead', { id: leadId })
    await test.call('pauseEnrolment', { id: enrolments[0]?.enrolment.id ?? '' })
    await test.core.stop()
    test.clock.jump('2026-12-10T08:00:00Z')
    const again = await testCore({ dataDir: test.dataDir, clock: test.clock })
    expect(await again.call('getLead', { id: leadId })).toMatchObject({ touches: [{ state: 'cancelled' }], enrolments: [{ enrolment: { state: 'ended' } }] })
  })
})
