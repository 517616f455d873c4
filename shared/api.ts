import type { z } from 'zod'
import { appCalls, type shownPlaceSchema } from './calls/app.ts'
import { boardCalls } from './calls/board.ts'
import { cadenceCalls } from './calls/cadences.ts'
import { calendarCalls } from './calls/calendar.ts'
import { contactCalls } from './calls/contacts.ts'
import { dataCalls } from './calls/data.ts'
import { dayOffCalls } from './calls/days-off.ts'
import type { Kind } from './calls/declare.ts'
import { importCalls } from './calls/import.ts'
import { leadCalls } from './calls/leads.ts'
import { mailingCalls } from './calls/mailings.ts'
import { promiseCalls } from './calls/promises.ts'
import { questionCalls } from './calls/questions.ts'
import { quickAddCalls } from './calls/quick-add.ts'
import { recapCalls } from './calls/recaps.ts'
import { reminderCalls, type reminderSchema } from './calls/reminders.ts'
import { searchCalls } from './calls/search.ts'
import { segmentCalls } from './calls/segments.ts'
import { stageCalls } from './calls/stages.ts'
import { templateCalls } from './calls/templates.ts'
import { todayCalls } from './calls/today.ts'
import { touchCalls } from './calls/touches.ts'
import { valueItemCalls } from './calls/value-items.ts'
import type { CallError } from './errors.ts'
import type { settingsSchema } from './settings.ts'

export type { Backup } from './backup.ts'
export type { LeftOut } from './cadence.ts'
export type { Counts, Notice, State } from './calls/app.ts'
export type { Board, BoardCard } from './calls/board.ts'
export type { EnrolmentPreview, LeadEnrolment } from './calls/cadences.ts'
export type { ContactLead, Duplicates, MergeEntry, NamedContact, Person } from './calls/contacts.ts'
export type { ImportResult } from './calls/import.ts'
export type { MailingSummary } from './calls/mailings.ts'
export type { LedgerPromise } from './calls/promises.ts'
export type { RecapSummary } from './calls/recaps.ts'
export type { MissedReminder } from './calls/reminders.ts'
export type { Recipient, TemplateSummary } from './calls/templates.ts'
export type { Day, TodayItem } from './calls/today.ts'
export type { Instead } from './calls/touches.ts'
export type { LibraryItem, PastedItem, ValueLadder } from './calls/value-items.ts'
export type { TodayReason } from './today-order.ts'

/*
 * The table of every call and every event, and where all but shared/ itself take them and their types from. Each call is
 * declared with its noun, in a file of calls/.
 */
export const api = {
  ...appCalls,
  ...boardCalls,
  ...todayCalls,
  ...reminderCalls,
  ...contactCalls,
  ...leadCalls,
  ...searchCalls,
  ...quickAddCalls,
  ...stageCalls,
  ...segmentCalls,
  ...dayOffCalls,
  ...touchCalls,
  ...cadenceCalls,
  ...valueItemCalls,
  ...templateCalls,
  ...mailingCalls,
  ...calendarCalls,
  ...promiseCalls,
  ...questionCalls,
  ...recapCalls,
  ...importCalls,
  ...dataCalls,
} as const

export type Api = typeof api
export type CallName = keyof Api
/** What a caller hands in; what a handler gets has been parsed. */
export type CallInput<N extends CallName> = z.input<Api[N]['input']>
export type ParsedInput<N extends CallName> = z.output<Api[N]['input']>
export type CallOutput<N extends CallName> = z.output<Api[N]['output']>
export type NamesOf<K extends Kind> = { [N in CallName]: Api[N]['kind'] extends K ? N : never }[CallName]

export type Reply<T> =
  | {
      ok: true
      data: T
      /** The transaction of an undoable command, to hand to `undo`. */
      transaction?: string
    }
  | { ok: false; error: CallError }

/** Everything that main tells the renderer unasked. */
export interface Events {
  /** A transaction is on disk. `leads` are the leads whose picture changed; null means any may have. */
  changed: { command: string; leads: string[] | null }
  settings: z.infer<typeof settingsSchema>
  /**
   * A reminder was given; the page shows it as well, and asks its browser to unless it is `inSystem` already. `silent`:
   * another one sounded less than a minute ago.
   */
  reminder: z.infer<typeof reminderSchema> & { silent: boolean; inSystem: boolean }
  /** What these touches were reminded of is over: each is done, cancelled, deleted, or moved to another moment. */
  reminderOver: { touchIds: string[] }
  /** How far the reading of a file has come, 0 to 1. */
  progress: { job: string; done: number }
  /** Show this place: a notification or the tray was clicked, or a second start asked for the window. */
  show: z.infer<typeof shownPlaceSchema>
}
export type EventName = keyof Events

/** What a shell offers the renderer, whichever way it travels. */
export interface Bridge {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Reply<CallOutput<N>>>
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void
}
