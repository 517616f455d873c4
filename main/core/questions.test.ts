import { describe, expect, it } from 'vitest'
import { aLead, testCore } from '../../tests/support/core.ts'

describe('a question', () => {
  it('is open until it is answered, and open again when it was not', async () => {
    const test = await testCore()
    const leadId = await aLead(test, 'Ada')
    const { id } = await test.call('addQuestion', { leadId, text: 'Does it run on a Mac?' })
    expect(await test.call('answerQuestion', { id, answer: ' Yes, on every one since 2020. ' })).toMatchObject({ answer: 'Yes, on every one since 2020.', answeredAt: '2026-11-23T08:00:00.000Z' })
    expect(await test.ask('answerQuestion', { id, answer: 'No' })).toMatchObject({ ok: false, error: { code: 'conflict' } })
    await test.call('editQuestion', { id, changes: { answer: 'Yes' } })
    expect((await test.call('getLead', { id: leadId })).questions).toMatchObject([{ answer: 'Yes' }])
    expect(await test.call('reopenQuestion', { id })).toMatchObject({ answer: '', answeredAt: null })
    expect(await test.ask('editQuestion', { id, changes: { answer: 'Yes' } })).toMatchObject({ ok: false, error: { code: 'conflict' } })
    await test.call('undo', { transaction: null })
    expect((await test.call('getLead', { id: leadId })).questions).toMatchObject([{ answer: 'Yes' }])
  })

  it('stands above those that were answered, the oldest on top', async () => {
    const test = await testCore()
    const leadId = await aLead(test, 'Ada')
    const ids: string[] = []
    for (const text of ['One?', 'Two?', 'Three?', 'Four?']) {
      ids.push((await test.call('addQuestion', { leadId, text })).id)
      await test.clock.advance(60_000)
    }
    await test.call('answerQuestion', { id: ids[0] ?? '', answer: '' })
    await test.clock.advance(60_000)
    await test.call('answerQuestion', { id: ids[2] ?? '', answer: '' })
    const { questions } = await test.call('getLead', { id: leadId })
    expect(questions.map(({ text }) => text)).toEqual(['Two?', 'Four?', 'Three?', 'One?'])
  })

  it('without words is refused, and one that is gone is said to be gone', async () => {
    const test = await testCore()
    const leadId = await aLead(test, 'Ada')
    expect(await test.ask('addQuestion', { leadId, text: ' \n ' })).toMatchObject({ ok: false, error: { code: 'invalid-input', field: 'text' } })
    const { id } = await test.call('addQuestion', { leadId, text: 'Does it run on a Mac?' })
    expect(await test.ask('editQuestion', { id, changes: { text: '' } })).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    await test.call('deleteQuestion', { id })
    expect(await test.ask('answerQuestion', { id, answer: 'Yes' })).toMatchObject({ ok: false, error: { code: 'not-found' } })
    await test.call('undo', { transaction: null })
    expect((await test.call('getLead', { id: leadId })).questions).toHaveLength(1)
  })

  it('goes with its lead, and comes back with it', async () => {
    const test = await testCore()
    const leadId = await aLead(test, 'Ada')
    await test.call('addQuestion', { leadId, text: 'Does it run on a Mac?' })
    await test.call('deleteLeads', { ids: [leadId] })
    await test.call('undo', { transaction: null })
    expect((await test.call('getLead', { id: leadId })).questions).toHaveLength(1)
  })
})
