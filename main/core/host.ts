import type { State } from '../../shared/api.ts'
import type { Settings } from '../../shared/settings.ts'

/*
 * What the core asks of whoever hosts it. A shell (Electron, web) or a test provides these; the core provides the rest.
 */

/** Time. Tests move it by hand. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** The computer's zone, an IANA name. */
  zone(): string
  /** Runs `callback` after `ms`, once; the result cancels it. A clock that is moved by hand waits for its promise. */
  after(ms: number, callback: () => void | Promise<void>): () => void
}

/** A reminder for the operating system to show. */
export interface ReminderNotification {
  title: string
  body: string
  /** The touches it is about: one, or several in a digest. */
  touches: { touchId: string; leadId: string }[]
  /** Another one sounded less than a minute ago. */
  silent: boolean
}

/** Shows a reminder. Done, Snooze and Open come back as ordinary calls and events. Must not throw. */
export type Notify = (reminder: ReminderNotification) => void

/** The settings file of the shell. */
export interface SettingsStore {
  /** The settings as they are now, valid whatever the file says. */
  get(): Settings
  /** Stores the changes and returns the settings as they are then. */
  change(changes: Partial<Settings>): Settings
}

/** What went on, for a developer. Never a person's name or text: ids, names of calls, counts and error stacks only. */
export interface Log {
  info(message: string): void
  error(message: string, error?: unknown): void
}

export type ShortcutState = State['shortcut']

export interface CoreOptions {
  dataDir: string
  settings: SettingsStore
  clock: Clock
  notify: Notify
  log: Log
  version: string
  shell: 'desktop' | 'browser'
  /** Whether the system shows reminders through `notify`; left out, it does. */
  remindsInSystem?: () => boolean
  /** Asks where to save a document as a PDF, and does; false when the person thought better of it. A shell without leaves it out. */
  savePdf?: (letter: { name: string; html: string }) => Promise<boolean>
  /** How the shortcut from any program stands; a shell without one has none. */
  shortcut?: () => ShortcutState
}
