import { beforeEach, expect, test, vi } from 'vitest'
import { BrowserWindow, desktop, powerMonitor } from '../../tests/packaging/fake-electron.ts'
import { aLead, testCore } from '../../tests/support/core.ts'
import { followPower } from './power.ts'

vi.mock('electron', () => import('../../tests/packaging/fake-electron.ts'))
beforeEach(() => desktop.reset())

test.each(['resume', 'unlock-screen'])('what fell due while the computer slept is told on %s', async (event) => {
  const running = await testCore()
  followPower(running.core, new BrowserWindow() as never)
  await aLead(running, 'Ines', { channel: 'call', purpose: '', due: { date: '2026-11-23', time: '15:00', zone: 'UTC' } })
  running.clock.jump('2026-11-23T18:00:00Z')
  expect(running.shown).toEqual([])
  powerMonitor.emit(event)
  await vi.waitFor(() => expect(running.shown).toHaveLength(1))
})

test('a shutdown of the computer waits for the app, which quits', async () => {
  followPower((await testCore()).core, new BrowserWindow() as never)
  let waits = false
  powerMonitor.emit('shutdown', { preventDefault: () => (waits = true) })
  expect([waits, desktop.exitCode]).toEqual([true, 0])
})

test('the end of a session on Windows quits the app', async () => {
  const window = new BrowserWindow()
  followPower((await testCore()).core, window as never)
  window.emit('session-end', { reasons: ['logoff'] })
  expect(desktop.exitCode).toBe(0)
})
