import { describe, expect, test } from 'vitest'
import { aLead, testCore, type TestCore } from '../../tests/support/core.ts'

const all = { limit: null }
const latest = { transaction: null }
const facts = { name: 'Trial', kind: 'open', colour: 'pink', chance: 50, staleAfterDays: 4 } as const

async function names(core: TestCore): Promise<string[]> {
  return (await core.call('getBoard', all)).stages.map(({ name }) => name)
}

describe('a stage', () => {
  test('is added behind another, changed, and moved, each as a step to undo', async () => {
    const core = await testCore()
    const before = await core.call('getBoard', all)
    const { id } = await core.call('addStage', { facts, after: 'meeting' })
    expect((await names(core)).slice(2, 4)).toEqual(['Meeting', 'Trial'])
    await core.call('editStage', { id, changes: { name: ' Try out ', chance: 55 } })
    await core.call('moveStage', { id, before: 'new' })
    expect((await names(core))[0]).toBe('Try out')
    await core.call('moveStage', { id, before: null })
    expect((await names(core)).at(-1)).toBe('Try out')
    for (let step = 0; step < 4; step += 1) await core.call('undo', latest)
    expect(await core.call('getBoard', all)).toEqual(before)
  })

  test('without a name is refused', async () => {
    const core = await testCore()
    expect(await core.ask('editStage', { id: 'new', changes: { name: '  ' } })).toMatchObject({ ok: false, error: { field: 'changes.name' } })
  })

  test('with leads goes only with a stage for them, which they come into last', async () => {
    const core = await testCore()
    const [b, a] = [await aLead(core, 'B'), await aLead(core, 'A')]
    const c = await aLead(core, 'C')
    await core.call('moveLeads', { ids: [c], stageId: 'contacted', before: null })
    for (const target of [null, 'new']) expect(await core.ask('deleteStage', { id: 'new', target })).toMatchObject({ ok: false, error: { field: 'target' } })
    await core.call('deleteStage', { id: 'new', target: 'contacted' })
    expect((await core.call('getBoard', all)).cards.map(({ id, stageId }) => [id, stageId])).toEqual([c, a, b].map((id) => [id, 'contacted']))
    await core.call('undo', latest)
    expect((await names(core))[0]).toBe('New')
  })

  test('that is the last open one can neither go nor close', async () => {
    const core = await testCore()
    for (const id of ['contacted', 'meeting', 'proposal', 'negotiation']) await core.call('deleteStage', { id, target: null })
    expect(await core.ask('deleteStage', { id: 'new', target: 'won' })).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await core.ask('editStage', { id: 'new', changes: { kind: 'won' } })).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await names(core)).toEqual(['New', 'Won', 'Lost', 'Parked'])
  })

  test('that changes its kind keeps what its leads say of their ending true', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    await core.call('editStage', { id: 'new', changes: { kind: 'won' } })
    expect((await core.call('getLead', { id })).lead.closing).toEqual({ reason: '', on: '2026-11-23' })
    await core.call('editStage', { id: 'new', changes: { kind: 'open' } })
    expect((await core.call('getLead', { id })).lead.closing).toBeNull()
  })

  test('of the defaults may be gone before the sample data comes', async () => {
    const core = await testCore()
    await core.call('deleteStage', { id: 'meeting', target: null })
    await core.call('deleteStage', { id: 'proposal', target: null })
    await core.call('addSample', {})
    const { cards } = await core.call('getBoard', all)
    expect(new Set(cards.map(({ stageId, rank }) => `${stageId} ${rank}`)).size).toBe(cards.length)
  })
})

describe('a segment', () => {
  test('is a filter under a name, to change and to delete', async () => {
    const core = await testCore()
    const filter = { text: 'kiln', tags: ['saas'], sources: [], valueFrom: 100, valueTo: null, next: 'any', turn: 'mine' } as const
    const segment = await core.call('saveSegment', { id: null, name: 'Kilns', filter: { ...filter, tags: [...filter.tags], sources: [] } })
    await core.call('saveSegment', { id: null, name: 'Acme', filter: segment.filter })
    expect((await core.call('getSegments', {})).map(({ name }) => name)).toEqual(['Acme', 'Kilns'])
    await core.call('saveSegment', { ...segment, name: 'All kilns' })
    await core.call('deleteSegment', { id: segment.id })
    expect(await core.ask('deleteSegment', { id: segment.id })).toMatchObject({ ok: false, error: { code: 'not-found' } })
    await core.call('undo', latest)
    expect(await core.call('getSegments', {})).toMatchObject([{ name: 'Acme' }, { ...segment, name: 'All kilns' }])
  })
})
