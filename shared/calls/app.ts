import { z } from 'zod'
import { backupSchema } from '../backup.ts'
import { zoneSchema } from '../dates.ts'
import { idSchema } from '../id.ts'
import { settingsSchema } from '../settings.ts'
import { action, done, nothing, oneId, query } from './declare.ts'

/** A notice about the data that a start found out, for the person to read once. */
export const noticeSchema = z.strictObject({ id: idSchema, message: z.string() })
export type Notice = z.infer<typeof noticeSchema>

export const stateSchema = z.strictObject({
  version: z.string(),
  shell: z.enum(['desktop', 'browser']),
  dataDir: z.string(),
  /** How the shortcut that opens quick add from any program stands: `taken` when another program owns its keys. */
  shortcut: z.enum(['on', 'taken', 'off']),
  /** Whether the system shows reminders by itself; where it does not, a page asks its browser to. */
  remindsInSystem: z.boolean(),
  /** The person's zone now: the one set, else the computer's. */
  zone: zoneSchema,
  /** `damaged` and `newer` open nothing; the message says why and what can be done. */
  database: z.strictObject({
    status: z.enum(['open', 'damaged', 'newer', 'unavailable']),
    message: z.string(),
    /** Whole, checked backups to go back to; listed when the database is damaged. */
    backups: z.array(backupSchema),
  }),
  notices: z.array(noticeSchema),
  /** True while sample data is among the person's own. */
  hasSample: z.boolean(),
  /** What undo and redo would do next, as the command's name; null when there is nothing. */
  undo: z.string().nullable(),
  redo: z.string().nullable(),
})
export type State = z.infer<typeof stateSchema>

const count = z.number().int()
/** How much there is, as the way between the screens tells it. */
export const countsSchema = z.strictObject({
  leads: count,
  contacts: count,
  /** What waits in Today, and what of it is late. */
  today: count,
  overdue: count,
  /** Touches that were reminded of and not dealt with since. */
  missed: count,
  /** Recaps that are not sent yet. */
  drafts: count,
  /** Promises of mine that are due. */
  promises: count,
})
export type Counts = z.infer<typeof countsSchema>

/** A place to show; `window`: as it is, as a second start asks for it. */
export const shownPlaceSchema = z.strictObject({ place: z.enum(['window', 'today', 'board', 'lead', 'quick-add']), leadId: idSchema.nullable() })

/** The app itself: how it stands, its settings, what it shows, undo and redo. */
export const appCalls = {
  getState: action(nothing, stateSchema),
  /** Apart from the state, which every window waits for: to count what is due, all touches are looked through. */
  getCounts: query(nothing, countsSchema),
  getSettings: action(nothing, settingsSchema),
  changeSettings: action(settingsSchema.partial(), settingsSchema),
  /** Shows a place in the app's window, as asked for on a reminder beside it. */
  show: action(shownPlaceSchema, done),
  /** Takes back a transaction, or the latest one when `transaction` is null. */
  undo: action(z.strictObject({ transaction: idSchema.nullable() }), z.strictObject({ command: z.string() })),
  redo: action(nothing, z.strictObject({ command: z.string() })),
  dismissNotice: action(oneId, done),
}
