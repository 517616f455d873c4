import { app, powerMonitor, type BrowserWindow, type Event } from 'electron'
import type { Core } from '../core/core.ts'

/**
 * Lets reminders catch up when the computer wakes or is unlocked, and quits in good order when it shuts down or the person
 * logs off: macOS and Linux tell the app and wait for it, Windows tells the window.
 */
export function followPower(core: Core, window: BrowserWindow): void {
  powerMonitor.on('resume', () => core.wake())
  powerMonitor.on('unlock-screen', () => core.wake())
  // Its type says nothing of the event that its documentation describes.
  powerMonitor.on('shutdown', (event?: Event) => {
    event?.preventDefault()
    app.quit()
  })
  window.on('session-end', () => app.quit())
}
