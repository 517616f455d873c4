import { describe, expect, it } from 'vitest'
import { aLead, testCore, type TestCore } from '../../tests/support/core.ts'

/* The clock stands at 23 November 2026, a Monday, 9:00 in Berlin. */
const today = '2026-11-23'
const friday = '2026-11-27'

async function aPromise(test: TestCore, side: 'mine' | 'theirs', by: string | null, what = 'Send the budget figures'): Promise<{ leadId: string; id: string }> {
  const leadId = await aLead(test, 'Ada')
  const { id } = await test.call('addPromise', { leadId, side, what, by })
  return { leadId, id }
}

async function touchesOf(test: TestCore, leadId: string) {
  return (await test.call('getLead', { id: leadId })).touches
}

describe('a promise', () => {
  it('stands open with its day, on its lead and in the ledger', async () => {
    const test = await testCore()
    const { leadId, id } = await aPromise(test, 'mine', friday)
    const { promises } = await test.call('getLead', { id: leadId })
    expect(promises).toMatchObject([{ id, side: 'mine', by: friday, moves: 0, state: 'open', standing: { kind: 'later', days: 4 }, asking: null }])
    expect(await test.call('getPromises', {})).toMatchObject([{ id, contactName: 'Ada' }])
  })

  it('without words, or of a lead that is gone, is refused', async () => {
    const test = await testCore()
    const leadId = await aLead(test, 'Ada')
    expect(await test.ask('addPromise', { leadId, side: 'mine', what: '  ', by: null })).toMatchObject({ ok: false, error: { code: 'invalid-input', field: 'what' } })
    expect(await test.ask('addPromise', { leadId: 'gone', side: 'mine', what: 'Call', by: null })).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await test.ask('addPromise', { leadId, side: 'mine', what: 'Call', by: '0026-11-27' })).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  })

  it('is kept, broken, let go and opened again, each with one undo', async () => {
    const test = await testCore()
    const { id } = await aPromise(test, 'mine', friday)
    for (const [command, state] of [['keepPromise', 'kept'], ['breakPromise', 'broken'], ['cancelPromise', 'cancelled']] as const) {
      expect(await test.call(command, { id })).toMatchObject({ state, settledAt: '2026-11-23T08:00:00.000Z' })
      expect(await test.ask('keepPromise', { id })).toMatchObject({ ok: false, error: { code: 'conflict' } })
      await test.call('reopenPromise', { id })
      expect(await test.call('getPromises', {})).toMatchObject([{ state: 'open', settledAt: null }])
      await test.call('undo', { transaction: null })
      expect(await test.call('getPromises', {})).toMatchObject([{ state }])
      await test.call('undo', { transaction: null })
      expect(await test.call('getPromises', {})).toMatchObject([{ state: 'open' }])
    }
  })

  it('counts how often its day was put off, but neither a first day nor a correction', async () => {
    const test = await testCore()
    const { id } = await aPromise(test, 'mine', null)
    expect(await test.call('movePromise', { id, by: friday })).toMatchObject({ by: friday, moves: 0 })
    expect(await test.call('movePromise', { id, by: '2026-12-01' })).toMatchObject({ by: '2026-12-01', moves: 1 })
    expect(await test.call('movePromise', { id, by: '2026-12-01' })).toMatchObject({ moves: 1 })
    expect(await test.call('editPromise', { id, changes: { by: '2026-12-02' } })).toMatchObject({ by: '2026-12-02', moves: 1 })
    expect(await test.ask('movePromise', { id, by: '2026-11-22' })).toMatchObject({ ok: false, error: { code: 'invalid-input', field: 'by' } })
  })

  it('goes with its lead, and comes back with it', async () => {
    const test = await testCore()
    const { leadId, id } = await aPromise(test, 'theirs', friday)
    await test.call('askAboutPromise', { id })
    await test.call('deleteLeads', { ids: [leadId] })
    expect(await test.call('getPromises', {})).toEqual([])
    await test.call('undo', { transaction: null })
    expect(await test.call('getPromises', {})).toMatchObject([{ id, asking: { due: { date: today } } }])
  })

  it('stays with its lead when two people turn out to be one', async () => {
    const test = await testCore()
    const { leadId, id } = await aPromise(test, 'mine', friday)
    const other = await aLead(test, 'Ada L.')
    const { contact } = await test.call('getLead', { id: leadId })
    const { contact: kept } = await test.call('getLead', { id: other })
    const { id: _, createdAt: __, ...facts } = kept
    await test.call('mergeContacts', { keep: kept.id, drop: contact.id, facts })
    expect(await test.call('getPromises', {})).toMatchObject([{ id, contactName: 'Ada L.' }])
  })

  it('of a database that was exported comes back with it', async () => {
    const test = await testCore()
    const { leadId, id } = await aPromise(test, 'theirs', friday)
    await test.call('askAboutPromise', { id })
    await test.call('addQuestion', { leadId, text: 'Does it run on a Mac?' })
    const { text } = await test.call('exportFile', { what: 'database' })
    const elsewhere = await testCore()
    await elsewhere.call('importDatabase', { text })
    expect(await elsewhere.call('getLead', { id: leadId })).toMatchObject({ promises: [{ id, asking: {} }], questions: [{ text: 'Does it run on a Mac?' }] })
  })
})

describe('a promise of theirs', () => {
  it('is asked about today, on the channel that they prefer', async () => {
    const test = await testCore()
    const { leadId, id } = await aPromise(test, 'theirs', friday)
    const { contact } = await test.call('getLead', { id: leadId })
    await test.call('editContact', { id: contact.id, changes: { preferredChannel: 'text' } })
    expect(await test.call('askAboutPromise', { id })).toMatchObject({ purpose: 'Ask about: Send the budget figures', channel: 'text', due: { date: today, time: null }, promiseId: id })
    expect(await test.ask('askAboutPromise', { id })).toMatchObject({ ok: false, error: { code: 'conflict' } })
  })

  it('is asked about only on a channel that they agreed to', async () => {
    const test = await testCore()
    const { leadId, id } = await aPromise(test, 'theirs', friday)
    const { contact } = await test.call('getLead', { id: leadId })
    await test.call('editContact', { id: contact.id, changes: { preferredChannel: 'call', permission: { ...contact.permission, status: 'granted', channels: ['email'] } } })
    expect(await test.call('askAboutPromise', { id })).toMatchObject({ channel: 'email' })
  })

  it('of the greatest length is asked about in words that fit', async () => {
    const test = await testCore()
    const { id } = await aPromise(test, 'theirs', friday, '😀'.repeat(1000))
    expect((await test.call('askAboutPromise', { id })).purpose).toMatch(/^Ask about: 😀+$/u)
  })

  it('that was kept, broken or let go needs no asking any more', async () => {
    const test = await testCore()
    for (const command of ['keepPromise', 'breakPromise', 'cancelPromise', 'dismissPromise'] as const) {
      const { leadId, id } = await aPromise(test, 'theirs', friday)
      await test.call('askAboutPromise', { id })
      await test.call(command, { id })
      expect(await touchesOf(test, leadId)).toMatchObject([{ state: 'cancelled', promiseId: id }])
      await test.call('undo', { transaction: null })
      expect(await touchesOf(test, leadId)).toMatchObject([{ state: 'due' }])
    }
  })

  it('that was kept at the touch that asks about it leaves that touch to be completed', async () => {
    const test = await testCore()
    const { leadId, id } = await aPromise(test, 'theirs', friday)
    const { id: touchId } = await test.call('askAboutPromise', { id })
    await test.call('keepPromise', { id, touchId })
    const next = { channel: 'call', purpose: '', due: { date: friday, time: null, zone: null } } as const
    await test.call('completeTouch', { id: touchId, outcome: 'talked', notes: '', next })
    expect(await touchesOf(test, leadId)).toMatchObject([{ state: 'due', promiseId: null }, { state: 'done', promiseId: id }])
  })

  it('that is put off takes the touch that asks about it along, to the working day after', async () => {
    const test = await testCore()
    const { leadId, id } = await aPromise(test, 'theirs', '2026-11-24')
    await test.call('askAboutPromise', { id })
    await test.call('movePromise', { id, by: friday })
    expect(await touchesOf(test, leadId)).toMatchObject([{ state: 'due', due: { date: '2026-11-30', time: null } }])
  })

  it('that is opened again when its day is over is asked about today', async () => {
    const test = await testCore()
    const { leadId, id } = await aPromise(test, 'theirs', '2026-11-20')
    await test.call('keepPromise', { id })
    await test.call('reopenPromise', { id })
    expect(await touchesOf(test, leadId)).toMatchObject([{ state: 'due', due: { date: today }, promiseId: id }])
    await test.call('undo', { transaction: null })
    expect(await touchesOf(test, leadId)).toEqual([])
  })

  it('can be told not to be asked about, one of mine cannot', async () => {
    const test = await testCore()
    const { id } = await aPromise(test, 'theirs', '2026-11-20')
    expect(await test.call('dismissPromise', { id })).toMatchObject({ state: 'open', dismissedAt: '2026-11-23T08:00:00.000Z' })
    await test.call('askAboutPromise', { id })
    expect(await test.call('getPromises', {})).toMatchObject([{ dismissedAt: null }])
    const mine = await aPromise(test, 'mine', friday)
    for (const command of ['dismissPromise', 'askAboutPromise'] as const) {
      expect(await test.ask(command, { id: mine.id })).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    }
  })
})
