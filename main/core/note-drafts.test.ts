import { expect, test } from 'vitest'
import { aLead, testCore, type TestCore } from '../../tests/support/core.ts'

const due = { date: '2026-11-23', time: null, zone: null }
const later = { channel: 'call', purpose: '', due: { date: '2026-12-01', time: null, zone: null } } as const

async function dueTouch(core: TestCore): Promise<{ id: string; leadId: string }> {
  const leadId = await aLead(core, 'Ada', { channel: 'call', purpose: '', due })
  const [touch] = (await core.call('getLead', { id: leadId })).touches
  return { id: touch?.id ?? '', leadId }
}

const drafts = async (core: TestCore) => (await core.call('getNoteDrafts', {})).map(({ id, notes }) => ({ id, notes }))
const notesOf = async (core: TestCore, leadId: string, id: string) => (await core.call('getLead', { id: leadId })).touches.find((touch) => touch.id === id)?.notes

test('a note that is being written is kept at each letter, is no step to undo, and goes when it is emptied', async () => {
  const core = await testCore()
  const touch = await dueTouch(core)
  const { undo } = await core.call('getState', {})
  for (const notes of ['R', 'Ra', 'Ran']) await core.call('saveNoteDraft', { ...touch, notes })
  expect(await drafts(core)).toEqual([{ id: touch.id, notes: 'Ran' }])
  expect((await core.call('getState', {})).undo).toBe(undo)
  await core.core.stop()
  const again = await testCore({ dataDir: core.dataDir })
  expect(await drafts(again)).toEqual([{ id: touch.id, notes: 'Ran' }])
  await again.call('saveNoteDraft', { ...touch, notes: ' ' })
  expect(await drafts(again)).toEqual([])
})

test('the touch has the note once it is over, the one told or the one begun, and Undo brings the draft back', async () => {
  const core = await testCore()
  const touch = await dueTouch(core)
  await core.call('saveNoteDraft', { ...touch, notes: 'Half a' })
  await core.call('completeTouch', { id: touch.id, outcome: 'talked', notes: 'Half a note, and its end', next: later })
  expect([await drafts(core), await notesOf(core, touch.leadId, touch.id)]).toEqual([[], 'Half a note, and its end'])
  await core.call('undo', { transaction: null })
  expect([await drafts(core), await notesOf(core, touch.leadId, touch.id)]).toEqual([[{ id: touch.id, notes: 'Half a' }], ''])
  await core.call('skipTouch', { id: touch.id, next: later })
  expect([await drafts(core), await notesOf(core, touch.leadId, touch.id)]).toEqual([[], 'Half a'])
})

test('a note about a touch that is over, or of somebody else, is not kept', async () => {
  const core = await testCore()
  const touch = await dueTouch(core)
  const other = await dueTouch(core)
  await core.call('saveNoteDraft', { id: touch.id, leadId: other.leadId, notes: 'Mixed up' })
  await core.call('cancelTouch', { id: touch.id })
  await core.call('saveNoteDraft', { ...touch, notes: 'Too late' })
  await core.call('saveNoteDraft', { id: touch.leadId, leadId: 'gone', notes: 'Nobody' })
  expect(await drafts(core)).toEqual([])
})

test('a note for a touch that was not planned waits with its lead, and one begun since stays when logging is undone', async () => {
  const core = await testCore()
  const { leadId } = await dueTouch(core)
  await core.call('saveNoteDraft', { id: leadId, leadId, notes: 'They rang' })
  const logged = await core.call('logTouch', { leadId, channel: 'call', outcome: 'talked', notes: '', next: null })
  expect([await drafts(core), logged.notes]).toEqual([[], 'They rang'])
  await core.call('saveNoteDraft', { id: leadId, leadId, notes: 'And again' })
  await core.call('undo', { transaction: null })
  expect(await drafts(core)).toEqual([{ id: leadId, notes: 'And again' }])
  await core.call('deleteLeads', { ids: [leadId] })
  expect(await drafts(core)).toEqual([])
})
