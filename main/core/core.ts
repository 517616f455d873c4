import type { CallName, EventName, Events, Reply } from '../../shared/api.ts'
import type { CoreOptions } from './host.ts'

export type { Clock, CoreOptions, Log, Notify, ReminderNotification, SettingsStore } from './host.ts'

/** How a start ended. `elsewhere`: another process holds the data folder and was asked to show its window. */
export type StartResult = { started: true } | { started: false; reason: 'elsewhere' | 'read-only'; message: string }

/** The application, as a shell sees it. */
export interface Core {
  /** Answers any call by name. Never throws; whatever is wrong comes back as `{ok: false, error}`. */
  call(name: CallName, input: unknown): Promise<Reply<unknown>>
  call(name: string, input: unknown): Promise<Reply<unknown>>
  /** Listens to an event; the result stops listening. */
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void
  /** Tells the renderer to show a place, as after a click on a notification or the tray. */
  show(place: Events['show']): void
  /**
   * Locks the data folder and opens the database. A damaged or newer database still starts: `getState` tells it,
   * and only `getState`, settings and `restoreBackup` answer.
   */
  start(): Promise<StartResult>
  /** Looks at the clock at once: call it on wake from sleep. */
  wake(): void
  /** Writes everything down, releases the folder. The core answers nothing afterwards. */
  stop(): Promise<void>
}

export function createCore(options: CoreOptions): Core {
  throw new Error(`not built yet: ${options.dataDir}`)
}
