import { app, powerMonitor } from 'electron'
import type { Core } from '../core/core.ts'

/** Lets reminders catch up when the computer wakes or is unlocked, and quits in good order when it shuts down. */
export function followPower(core: Core): void {
  powerMonitor.on('resume', () => core.wake())
  powerMonitor.on('unlock-screen', () => core.wake())
  powerMonitor.on('shutdown', () => app.quit())
}
