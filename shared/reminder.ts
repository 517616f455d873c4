import type { Bridge, Events } from './api.ts'

/** The choices of how many minutes before a touch to remind. */
export const leadTimes: readonly number[] = [0, 5, 10, 15, 30, 60, 120, 24 * 60]

/** How long Snooze on a reminder puts it off, in minutes. */
export const snoozeMinutes = 15

/**
 * Calls `end` once, when all that a reminder is about is over: whatever shows it can go away.
 * @returns stops waiting for that
 */
export function whenOver(reminder: Pick<Events['reminder'], 'touches'>, app: Pick<Bridge, 'on'>, end: () => void): () => void {
  const left = new Set(reminder.touches.map(({ touchId }) => touchId))
  const stop = app.on('reminderOver', ({ touchIds }) => {
    for (const touchId of touchIds) left.delete(touchId)
    if (left.size > 0) return
    stop()
    end()
  })
  return stop
}
