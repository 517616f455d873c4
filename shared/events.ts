import type { EventName } from './api.ts'

const named: Record<EventName, true> = { changed: true, settings: true, reminder: true, reminderOver: true, progress: true, show: true }

/** The name of every event. */
export const eventNames = Object.keys(named) as EventName[]
