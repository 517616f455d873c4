import { app } from 'electron'
import type { Log } from '../core/core.ts'

/**
 * Makes a quit wait until everything is written down: `stop` runs once, after the windows are closed, so that what a
 * page saves while it closes still arrives; then the app ends. It ends even when `stop` fails, since every change was
 * on disk before it was acknowledged.
 * @returns whether the app is on its way out, so that a window closes for good instead of going to the tray
 */
export function stopBeforeQuit(stop: () => Promise<void>, log: Log): () => boolean {
  let phase: 'running' | 'closing' | 'stopping' | 'stopped' = 'running'
  app.on('before-quit', () => {
    if (phase === 'running') phase = 'closing'
  })
  app.on('will-quit', (event) => {
    if (phase === 'stopped') return
    event.preventDefault()
    if (phase === 'stopping') return
    phase = 'stopping'
    stop()
      .catch((error: unknown) => log.error('the data was not closed in good order', error))
      .finally(() => {
        phase = 'stopped'
        app.quit()
      })
  })
  return () => phase !== 'running'
}
