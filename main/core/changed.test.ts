import { expect, test } from 'vitest'
import { aLead, testCore } from '../../tests/support/core.ts'

const step = { id: 'only', after: { unit: 'working-days' as const, count: 1 }, channel: 'call' as const, purpose: '', time: null, clock: 'mine' as const, message: '', brings: null }

test('A change of a cadence or of the days off may concern any lead, and so may its undo', async () => {
  const core = await testCore()
  const id = await aLead(core, 'Ada')
  const facts = { name: 'One call', purpose: '', steps: [step] }
  const { id: cadenceId } = await core.call('saveCadence', { id: null, facts, running: 'keep' })
  const heard: unknown[] = []
  core.core.on('changed', ({ command, leads }) => heard.push([command, leads]))
  await core.call('enrol', { leadIds: [id], cadenceId, startOn: '2026-11-24', perDay: null })
  await core.call('saveCadence', { id: cadenceId, facts: { ...facts, steps: [step, { ...step, id: 'more' }] }, running: 'follow' })
  await core.call('saveDayOff', { id: null, facts: { from: '2026-11-25', to: '2026-11-25', name: 'Fair' } })
  await core.call('undo', { transaction: null })
  expect(heard).toEqual([
    ['enrol', [id]],
    ['saveCadence', null],
    ['saveDayOff', null],
    ['saveDayOff', null],
  ])
})
