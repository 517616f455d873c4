import { beforeEach, expect, test, vi } from 'vitest'
import { desktop, powerMonitor } from '../../tests/packaging/fake-electron.ts'
import { aLead, testCore } from '../../tests/support/core.ts'
import { followPower } from './power.ts'

vi.mock('electron', () => import('../../tests/packaging/fake-electron.ts'))
beforeEach(() => desktop.reset())

test.each(['resume', 'unlock-screen'])('what fell due while the computer slept is told on %s', async (event) => {
  const running = await testCore()
  followPower(running.core)
  await aLead(running, 'Ines', { channel: 'call', purpose: '', due: { date: '2026-11-23', time: '15:00', zone: 'UTC' } })
  running.clock.jump('2026-11-23T18:00:00Z')
  expect(running.shown).toEqual([])
  powerMonitor.emit(event)
  await vi.waitFor(() => expect(running.shown).toHaveLength(1))
})

test('a shutdown of the computer quits the app', async () => {
  followPower((await testCore()).core)
  powerMonitor.emit('shutdown')
  expect(desktop.exitCode).toBe(0)
})
