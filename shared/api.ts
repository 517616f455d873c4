import { z } from 'zod'
import { backupSchema } from './backup.ts'
import { cadenceFactsSchema, cadenceSchema, enrolmentSchema, leftOutSchema, mostSteps, stepSchema } from './cadence.ts'
import { plannedStepSchema } from './cadence-plan.ts'
import { calendarFilterSchema, calendarSchema, wallSchema } from './calendar.ts'
import { contactSchema, lineSchema, permissionSchema } from './contact.ts'
import { dueSchema, instantSchema, localDateSchema, plannableDateSchema, zoneSchema } from './dates.ts'
import { dayOffFactsSchema, dayOffSchema, daysOffReadingSchema, importedDayOffSchema, longestCalendar } from './day-off.ts'
import type { CallError } from './errors.ts'
import { idSchema } from './id.ts'
import { importInputSchema, importReadingSchema } from './import.ts'
import { closingSchema, leadSchema } from './lead.ts'
import { duplicateReasons } from './merge.ts'
import { longestMailing, mailingBarSchema, mailingSchema } from './mailing.ts'
import { mergeFieldNames } from './merge-fields.ts'
import { moneySchema } from './money.ts'
import { noteDraftSchema } from './note-draft.ts'
import { listedPromiseSchema, promiseSchema, standingSchema } from './promise.ts'
import { proposalSchema } from './proposal.ts'
import { questionSchema } from './question.ts'
import { quickAddReadingSchema, samePersonSchema } from './quick-add.ts'
import { localeSchema } from './locale.ts'
import { sortedNotesSchema } from './recap-notes.ts'
import { longestLine, longestNotes, promiseLineSchema, recapContentSchema, recapSchema, recapVersionSchema } from './recap.ts'
import { backlogSchema } from './respread.ts'
import { waitSchema } from './response.ts'
import { searchResultSchema } from './search.ts'
import { settingsSchema } from './settings.ts'
import { silenceSchema, triedSchema } from './silence.ts'
import { segmentSchema } from './segment.ts'
import { stageFactsSchema, stageKindSchema, stageSchema } from './stage.ts'
import { channelSchema } from './channel.ts'
import { templateFactsSchema, templateKindSchema, templateSchema, templateTextSchema } from './template.ts'
import { todayReasons } from './today-order.ts'
import { outcomeSchema, plannedTouchSchema, touchSchema } from './touch.ts'
import { valueFactsSchema, valueItemSchema, valueKindSchema } from './value.ts'
import { valueFiguresSchema } from './value-figures.ts'
import { valueReasonSchema } from './value-ladder.ts'
import { mostPasted, pastedValueSchema } from './value-paste.ts'

/*
 * The one place where a call is declared. A query reads; a command is one transaction, one line of the journal and
 * one undo step; an action does something beside the tables (settings, files, undo itself).
 */
type Kind = 'query' | 'command' | 'action'

interface Declaration<I extends z.ZodType, O extends z.ZodType> {
  kind: Kind
  input: I
  output: O
  /** False for a command that is no step of its own to take back, such as the autosave of a draft. */
  undoable: boolean
}

function query<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Declaration<I, O> & { kind: 'query' } {
  return { kind: 'query', input, output, undoable: false }
}
function command<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  options?: { undoable: boolean },
): Declaration<I, O> & { kind: 'command' } {
  return { kind: 'command', input, output, undoable: options?.undoable ?? true }
}
function action<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Declaration<I, O> & { kind: 'action' } {
  return { kind: 'action', input, output, undoable: false }
}

const nothing = z.strictObject({})
const done = z.null()
const oneId = z.strictObject({ id: idSchema })
/** The reader's country (ISO 3166), by whose habit dates are read; null when it is not known. */
const regionSchema = z.string().max(3).nullable()
const idsSchema = z.array(idSchema).min(1).max(100_000)

/** A lead as it stands on the board: the lead, who it is with, and its next touch. */
export const boardCardSchema = z.strictObject({
  ...leadSchema.shape,
  name: z.string(),
  company: z.string(),
  tags: z.array(z.string()),
  /** How often they said no so far (practice P5). */
  noes: z.number().int(),
  /** Whether they agreed to be followed up (practice P9). */
  permission: permissionSchema.shape.status,
  doNotContact: z.boolean(),
  next: z.strictObject({ touchId: idSchema, channel: channelSchema, purpose: z.string(), due: dueSchema }).nullable(),
})
export type BoardCard = z.infer<typeof boardCardSchema>

export const boardSchema = z.strictObject({
  stages: z.array(
    z.strictObject({ ...stageSchema.shape, count: z.number().int(), sums: z.array(moneySchema) }),
  ),
  /** Sorted by rank within each stage. */
  cards: z.array(boardCardSchema),
  /** False when `cards` holds only the first ones of each stage. */
  complete: z.boolean(),
})
export type Board = z.infer<typeof boardSchema>

export const recapSummarySchema = z.strictObject({
  id: idSchema,
  leadId: idSchema,
  contactName: z.string(),
  company: z.string(),
  subject: z.string(),
  updatedAt: instantSchema,
  copiedAt: instantSchema.nullable(),
  sentAt: instantSchema.nullable(),
  /** How often it left the app with other words than before. */
  versions: z.number().int(),
})
export type RecapSummary = z.infer<typeof recapSummarySchema>

/** Why something is in Today; see today-order.ts for the order. */
export const todayReasonSchema = z.enum(todayReasons)

export const todayItemSchema = z.strictObject({
  reason: todayReasonSchema,
  /** Its time is over, or its wait is long. */
  isLate: z.boolean(),
  leadId: idSchema,
  contactName: z.string(),
  company: z.string(),
  leadTitle: z.string(),
  value: moneySchema.nullable(),
  /** The touch that is due; null when something else is the reason. */
  touch: touchSchema.nullable(),
  /** The promise of mine that falls due, or theirs that lapsed and that the touch asks about. */
  promise: promiseSchema.nullable(),
  /** The silence that wants a choice; null unless that is the reason. */
  silence: silenceSchema.nullable(),
  /** For how many days the lead has stood in its stage, where that is longer than the stage allows; null for any other. */
  stale: z.strictObject({ days: z.number().int(), stage: z.string() }).nullable(),
  /** The date until which a parked lead was to rest; null unless that is the reason. */
  restedUntil: localDateSchema.nullable(),
  /** How long it is since there was contact with them, against what was agreed; null unless that is the reason. */
  outOfTouch: z.strictObject({ days: z.number().int(), every: z.number().int() }).nullable(),
  /** How long an inbound lead has waited for its first answer, in minutes of the hours that count; null for any other. */
  waits: z.strictObject({ minutes: z.number().int(), wait: waitSchema }).nullable(),
})
export type TodayItem = z.infer<typeof todayItemSchema>
export type { TodayReason } from './today-order.ts'
export type { Backup } from './backup.ts'
export type { LeftOut } from './cadence.ts'

const whoSchema = z.strictObject({ leadId: idSchema, contactName: z.string(), company: z.string() })

/** What stands beside the queue of a day. */
export const daySchema = z.strictObject({
  date: localDateSchema,
  /** Conversations with a time, as they come. */
  meetings: z.array(z.strictObject({ ...whoSchema.shape, at: wallSchema, channel: channelSchema, minutes: z.number().int(), isDone: z.boolean() })),
  /** Touches done today, those still due by its end, and how many a day is to have (practice P4). */
  load: z.strictObject({ done: z.number().int(), left: z.number().int(), limit: z.number().int() }),
  /** Open promises of both sides that are late or due within a week, by their day (practice P8). */
  promises: z.array(z.strictObject({ ...whoSchema.shape, ...promiseSchema.shape, standing: standingSchema })),
})
export type Day = z.infer<typeof daySchema>

/** A touch that was reminded of and has not been dealt with since. */
export const missedReminderSchema = z.strictObject({
  touchId: idSchema,
  leadId: idSchema,
  contactName: z.string(),
  ...touchSchema.pick({ channel: true, purpose: true, due: true }).shape,
})
export type MissedReminder = z.infer<typeof missedReminderSchema>

/** What a reminder says, and the touches it is about: one, or several when it is a digest. */
export const reminderSchema = z.strictObject({ title: z.string(), body: z.string(), touches: z.array(z.strictObject({ touchId: idSchema, leadId: idSchema })) })

/** A place to show; `window`: as it is, as a second start asks for it. */
export const shownPlaceSchema = z.strictObject({ place: z.enum(['window', 'today', 'board', 'lead', 'quick-add']), leadId: idSchema.nullable() })

/** A contact as the table of people shows it: lean, since all of them come in one answer. */
export const personSchema = z.strictObject({
  ...contactSchema.pick({ id: true, name: true, company: true, role: true, emails: true, phones: true, tags: true, industry: true }).shape,
  permission: permissionSchema.shape.status,
  /** The leads with this contact, newest first. */
  leads: z.array(z.strictObject({ id: idSchema, title: z.string(), stageId: idSchema })),
  /** When the latest touch with them was done. */
  lastTouch: instantSchema.nullable(),
  nextTouch: z.strictObject({ channel: channelSchema, due: dueSchema }).nullable(),
})
export type Person = z.infer<typeof personSchema>

/** A contact by name, and the newest lead with them, where there is one. */
export const namedContactSchema = z.strictObject({ id: idSchema, name: z.string(), company: z.string(), leadId: idSchema.nullable() })
export type NamedContact = z.infer<typeof namedContactSchema>

/** A lead as the page of another one with the same person lists it. */
export const contactLeadSchema = z.strictObject({ id: idSchema, title: z.string(), value: moneySchema.nullable(), stage: z.string(), kind: stageKindSchema })
export type ContactLead = z.infer<typeof contactLeadSchema>

/** Contacts that may be one person, each with how much hangs on them. */
export const duplicatesSchema = z.strictObject({
  groups: z.array(
    z.strictObject({
      reasons: z.array(z.enum(duplicateReasons)),
      /** The one that was there first comes first. */
      contacts: z.array(z.strictObject({ contact: contactSchema, leads: z.number().int(), touches: z.number().int() })),
    }),
  ),
  /** How many groups there are; `groups` has the first ones. */
  total: z.number().int(),
})
export type Duplicates = z.infer<typeof duplicatesSchema>

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
  counts: z.strictObject({ leads: z.number().int(), contacts: z.number().int(), today: z.number().int(), overdue: z.number().int(), missed: z.number().int(), drafts: z.number().int(), promises: z.number().int() }),
  /** What undo and redo would do next, as the command's name; null when there is nothing. */
  undo: z.string().nullable(),
  redo: z.string().nullable(),
})
export type State = z.infer<typeof stateSchema>

/** A lead on its way through a cadence, as its page tells it. */
export const leadEnrolmentSchema = z.strictObject({
  enrolment: enrolmentSchema,
  cadence: z.string(),
  /** Which step is next, or was last, and how many there are. */
  number: z.number().int(),
  of: z.number().int(),
  /** The steps after the next one, as they would come; none once it is over. */
  later: z.array(plannedStepSchema),
})
export type LeadEnrolment = z.infer<typeof leadEnrolmentSchema>

/** Which leads go into which cadence, and when they begin. */
export const enrolInputSchema = z.strictObject({
  leadIds: idsSchema,
  cadenceId: idSchema,
  startOn: plannableDateSchema,
  /** So many begin on each working day; null lets all begin at once. */
  perDay: z.number().int().min(1).max(1000).nullable(),
})

/** What enrolling would plan. */
export const enrolmentPreviewSchema = z.strictObject({
  plans: z.array(
    z.strictObject({
      leadId: idSchema,
      name: z.string(),
      /** The cadence that it leaves for this one; empty when there is none. */
      leaves: z.string(),
      steps: z.array(plannedStepSchema),
    }),
  ),
  leftOut: z.array(z.strictObject({ leadId: idSchema, name: z.string(), reason: leftOutSchema })),
  /** The days that get more touches than the limit, with how many. */
  crowded: z.array(z.strictObject({ date: localDateSchema, touches: z.number().int() })),
})
export type EnrolmentPreview = z.infer<typeof enrolmentPreviewSchema>

/**
 * What becomes of a lead that gets no next touch (practice P2): it goes to a stage at rest, or they declined to be
 * followed up (practice P9).
 */
export const insteadSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('move'),
    stageId: idSchema,
    closing: closingSchema.nullable(),
    parkedUntil: plannableDateSchema.nullable(),
    value: moneySchema.nullable().optional(),
  }),
  z.strictObject({ kind: z.literal('declined'), words: lineSchema(500) }),
])
export type Instead = z.infer<typeof insteadSchema>

/** What comes after a touch: a next one, as said or as proposed, or what becomes of the lead instead. */
const afterTouch = {
  next: z.union([plannedTouchSchema, z.literal('proposed')]).nullable(),
  instead: insteadSchema.nullable().default(null),
}

/** An item of the library with what became of giving it; `used` when any touch names it, so that it cannot be deleted. */
export const libraryItemSchema = z.strictObject({ ...valueItemSchema.shape, ...valueFiguresSchema.shape, used: z.boolean() })
export type LibraryItem = z.infer<typeof libraryItemSchema>

/** An item as it was found in a pasted text. */
export const pastedItemSchema = z.strictObject({
  ...pastedValueSchema.shape,
  /** The item of the library that has this address already. */
  known: valueItemSchema.pick({ title: true, archivedAt: true }).nullable(),
  /** Its address came before in the same text. */
  isTwice: z.boolean(),
})
export type PastedItem = z.infer<typeof pastedItemSchema>

const offeredItem = { ...valueItemSchema.pick({ kind: true, title: true, url: true, bestBefore: true }).shape, isPast: z.boolean() }

/** What to bring a person next, and what they were given (practice P7). */
export const valueLadderSchema = z.strictObject({
  /** What they were never given, the best first. */
  suggestions: z.array(z.strictObject({ id: idSchema, ...offeredItem, reasons: z.array(valueReasonSchema) })),
  /** Given over any lead with them, the latest first, and what other touches are about to give. */
  given: z.array(
    z.strictObject({
      id: idSchema,
      ...offeredItem,
      touchId: idSchema,
      leadId: idSchema,
      ...touchSchema.pick({ channel: true, purpose: true, due: true, completedAt: true }).shape,
    }),
  ),
})
export type ValueLadder = z.infer<typeof valueLadderSchema>

/** What is known of a lead for a message to it. */
export const mergeFieldsSchema = z.record(z.enum(mergeFieldNames), z.string())

/** A template as lists show it, without what it said before. */
export const templateSummarySchema = z.strictObject({
  ...templateSchema.omit({ earlier: true }).shape,
  /** How many touches that are done were written by it. */
  used: z.number().int(),
})
export type TemplateSummary = z.infer<typeof templateSummarySchema>

/** What goes into a message to one lead, and what speaks against one now (practices P4, P9, P11). */
export const recipientSchema = z.strictObject({
  leadId: idSchema,
  name: z.string(),
  company: z.string(),
  fields: mergeFieldsSchema,
  /** The first address of each kind that is known. */
  addresses: z.record(templateKindSchema, z.string().nullable()),
  /** Per kind, why the rules are against it; null when nothing is. */
  bars: z.record(templateKindSchema, mailingBarSchema.nullable()),
  /** What to remember of them while writing (practice P11). */
  personal: z.strictObject({ howWeMet: z.string(), notes: z.string() }),
})
export type Recipient = z.infer<typeof recipientSchema>

/** Whom a mailing would go to, with which template. */
const mailingChoice = {
  templateId: idSchema,
  leadIds: z.array(idSchema).min(1).max(100_000),
  /** Won leads get it as well. */
  customers: z.boolean(),
}

export const mailingSummarySchema = z.strictObject({
  ...mailingSchema.pick({ id: true, name: true, templateId: true, endedAt: true, createdAt: true }).shape,
  kind: templateKindSchema,
  /** How many were sent and skipped so far, of how many leads that are still there or were seen to. */
  sent: z.number().int(),
  skipped: z.number().int(),
  of: z.number().int(),
})
export type MailingSummary = z.infer<typeof mailingSummarySchema>

/** What a touch brought them, where it was not what was planned. */
const brought = touchSchema.pick({ brings: true, valueItemId: true }).partial().shape

/** What a person knows of a contact; dates are such as somebody means. */
export const contactFactsSchema = contactSchema.omit({ id: true, createdAt: true }).extend({
  permission: permissionSchema.extend({ until: plannableDateSchema.nullable(), notBefore: plannableDateSchema.nullable() }),
})

export const leadFactsSchema = leadSchema.pick({ title: true, value: true, source: true, inbound: true, needs: true, links: true, minimumGap: true, silenceLimit: true })

/** What an import did. */
export const importResultSchema = z.strictObject({
  people: z.number().int(),
  /** People who were there already and got what they lacked. */
  filled: z.number().int(),
  leads: z.number().int(),
  known: z.number().int(),
  rejected: z.number().int(),
})
export type ImportResult = z.infer<typeof importResultSchema>

/** A promise in the ledger of all of them. */
export const ledgerPromiseSchema = z.strictObject({ ...listedPromiseSchema.shape, contactName: z.string(), company: z.string(), leadTitle: z.string() })
export type LedgerPromise = z.infer<typeof ledgerPromiseSchema>

/**
 * A promise, and the touch at which it came out what becomes of it: that one stays to be completed, where any other that
 * was to ask about it is cancelled.
 */
const promiseAtTouch = z.strictObject({ id: idSchema, touchId: idSchema.nullable().default(null) })

export const api = {
  getState: action(nothing, stateSchema),
  getSettings: action(nothing, settingsSchema),
  changeSettings: action(settingsSchema.partial(), settingsSchema),

  /** `limit` asks for only the first cards of each stage, for a fast first picture. */
  getBoard: query(z.strictObject({ limit: z.number().int().min(1).nullable() }), boardSchema),
  /** The cards of these leads as they are now; a lead that is gone is left out. */
  getCards: query(z.strictObject({ leadIds: z.array(idSchema).max(1000) }), z.array(boardCardSchema)),
  /** `counts` are of what waits now; what is snoozed is among the items all the same. */
  getToday: query(nothing, z.strictObject({ date: localDateSchema, items: z.array(todayItemSchema), counts: z.strictObject({ waiting: z.number().int(), late: z.number().int() }) })),
  getDay: query(nothing, daySchema),
  /** The touches whose reminder was given and is still open, the latest first, a hundred at most. */
  getMissed: query(nothing, z.array(missedReminderSchema)),
  /** What a reminder of these touches says by now; null once nothing is left to do about any of them. */
  getReminder: query(z.strictObject({ touchIds: idsSchema }), reminderSchema.nullable()),
  /** Shows a place in the app's window, as asked for on a reminder beside it. */
  show: action(shownPlaceSchema, done),
  getPeople: query(nothing, z.array(personSchema)),
  getContact: query(
    oneId,
    z.strictObject({
      contact: contactSchema,
      /** The leads with this contact, newest first. */
      leads: z.array(contactLeadSchema),
      referredBy: namedContactSchema.nullable(),
      /** Those whom this contact introduced (practice P19). */
      referred: z.array(namedContactSchema),
    }),
  ),
  /** The contacts in whose name, company or e-mail each word of `text` occurs, by name; at most `limit`, `without` left out. */
  findContacts: query(
    z.strictObject({ text: z.string().max(200), limit: z.number().int().min(1).max(100), without: idSchema.nullable() }),
    z.array(namedContactSchema),
  ),
  /** How much would go with these contacts. */
  countWithContacts: query(
    z.strictObject({ ids: idsSchema }),
    z.strictObject({ contacts: z.number().int(), leads: z.number().int(), touches: z.number().int(), recaps: z.number().int() }),
  ),
  /** Contacts that may be the same person, but for those of whom the person said that they are not. */
  getDuplicates: query(nothing, duplicatesSchema),
  getLead: query(
    oneId,
    z.strictObject({
      lead: leadSchema,
      contact: contactSchema,
      stage: stageSchema,
      /** Due ones first, as they come; then the others, latest first. */
      touches: z.array(touchSchema),
      recaps: z.array(recapSummarySchema),
      /** Touches in a row without an answer, up to now (practice P5). */
      unanswered: z.number().int(),
      /** The silence that wants a choice, if it does (practice P6). */
      silence: silenceSchema.nullable(),
      /** The channels to change to, the most promising first, with what was tried on each. */
      tried: z.array(triedSchema),
      /** How long an inbound lead waited for its first answer, and how that stands to the goal; null for any other, or while it waits. */
      answered: z.strictObject({ minutes: z.number().int(), wait: waitSchema }).nullable(),
      /** Those that run or are paused first, then the latest. */
      enrolments: z.array(leadEnrolmentSchema),
      /** Open ones first, by their day. */
      promises: z.array(listedPromiseSchema),
      /** Open ones first, as they were asked. */
      questions: z.array(questionSchema),
    }),
  ),

  /**
   * People, leads and notes by what is typed, accents and a letter forgiven; at most `limit` of each. An action, since
   * it reads an index beside the tables; an empty text readies that index.
   */
  search: action(z.strictObject({ text: z.string().max(500), limit: z.number().int().min(1).max(50) }), searchResultSchema),

  /**
   * What a line in plain words says of a lead, to be shown before anything is saved. `region` is the reader's country
   * (ISO 3166), by whose habit dates and telephone numbers are read; null when it is not known.
   */
  readQuickAdd: query(z.strictObject({ text: z.string().max(10_000), region: z.string().max(3).nullable() }), quickAddReadingSchema),
  /** The people who are there already and have one of these e-mail addresses or telephone numbers, or the name. */
  findSamePeople: query(
    z.strictObject({ name: z.string().max(10_000), emails: z.array(z.string().max(10_000)).max(50), phones: z.array(z.string().max(10_000)).max(50) }),
    z.array(samePersonSchema),
  ),

  addLead: command(
    z.strictObject({
      contact: contactFactsSchema.partial(),
      /** An existing contact instead of a new one; what `contact` says is added to what is known of them. */
      contactId: idSchema.nullable(),
      lead: leadFactsSchema.partial(),
      stageId: idSchema.nullable(),
      next: plannedTouchSchema.nullable(),
    }),
    z.strictObject({ leadId: idSchema, contactId: idSchema }),
  ),
  editLead: command(z.strictObject({ id: idSchema, changes: leadFactsSchema.partial() }), done),
  editContact: command(z.strictObject({ id: idSchema, changes: contactFactsSchema.partial() }), done),
  /** Gives contacts tags and takes others away; case does not count. `changed` is how many had to change. */
  tagContacts: command(
    z.strictObject({ ids: idsSchema, add: z.array(lineSchema(60)).max(50), remove: z.array(lineSchema(60)).max(50) }),
    z.strictObject({ changed: z.number().int() }),
  ),
  /** Removes contacts with their leads, touches and recaps; those they introduced stay. */
  deleteContacts: command(z.strictObject({ ids: idsSchema }), done),
  /** Makes one contact of two: `keep` gets `facts` and all that hangs on `drop`, which goes. */
  mergeContacts: command(z.strictObject({ keep: idSchema, drop: idSchema, facts: contactFactsSchema }), done),
  /**
   * Puts leads into a stage, in this order, before another lead or last. `closing` is what is known of how they were won
   * or lost, `parkedUntil` the date on which they wake up: a touch is scheduled for it, and those due before it are
   * cancelled. Each counts only in a stage of its kind.
   */
  moveLeads: command(
    z.strictObject({
      ids: idsSchema,
      stageId: idSchema,
      before: idSchema.nullable(),
      closing: closingSchema.nullable().default(null),
      parkedUntil: plannableDateSchema.nullable().default(null),
      /** What they turned out to be worth; left out, the value stays. */
      value: moneySchema.nullable().optional(),
    }),
    z.array(leadSchema),
  ),
  /** Puts the next touch of each lead on a date, at the time it had; a lead without one gets one. */
  rescheduleLeads: command(z.strictObject({ ids: idsSchema, date: plannableDateSchema }), done),
  /** Removes leads with their touches and recaps; the contacts stay. */
  deleteLeads: command(z.strictObject({ ids: idsSchema }), done),

  /** Adds a stage behind another, or first. */
  addStage: command(z.strictObject({ facts: stageFactsSchema, after: idSchema.nullable() }), stageSchema),
  editStage: command(z.strictObject({ id: idSchema, changes: stageFactsSchema.partial() }), stageSchema),
  /** Puts a stage before another one, or last. */
  moveStage: command(z.strictObject({ id: idSchema, before: idSchema.nullable() }), stageSchema),
  /** Removes a stage; its leads go to the end of `target`, without which only an empty stage goes. */
  deleteStage: command(z.strictObject({ id: idSchema, target: idSchema.nullable() }), done),

  getSegments: query(nothing, z.array(segmentSchema)),
  /** Keeps a filter under a name: as a new segment, or in place of the segment `id`. */
  saveSegment: command(z.strictObject({ id: idSchema.nullable(), ...segmentSchema.omit({ id: true }).shape }), segmentSchema),
  deleteSegment: command(oneId, done),

  /** The person's days off, by date. */
  getDaysOff: query(nothing, z.array(dayOffSchema)),
  /** Adds days off, or changes those with `id`. */
  saveDayOff: command(z.strictObject({ id: idSchema.nullable(), facts: dayOffFactsSchema }), dayOffSchema),
  deleteDaysOff: command(z.strictObject({ ids: idsSchema }), done),
  /** The days off in a calendar file (RFC 5545) from this year on, and which of them are there already. */
  readDaysOff: query(z.strictObject({ text: z.string().max(longestCalendar, { error: 'calendarTooLarge' }) }), daysOffReadingSchema),
  /** Adds days off that `readDaysOff` told; those that are there already are left as they are. */
  importDaysOff: command(z.strictObject({ days: z.array(importedDayOffSchema).min(1).max(5000) }), z.strictObject({ added: z.number().int() })),

  scheduleTouch: command(z.strictObject({ leadId: idSchema, ...plannedTouchSchema.shape }), touchSchema),
  editTouch: command(z.strictObject({ id: idSchema, changes: plannedTouchSchema.partial() }), touchSchema),
  /**
   * The next step to propose once a touch had this outcome: the next one of the running cadence, else by the policy.
   * `touchId` is null for a touch that was not planned.
   */
  proposeNext: query(
    z.strictObject({ leadId: idSchema, touchId: idSchema.nullable(), channel: channelSchema, outcome: outcomeSchema.nullable() }),
    proposalSchema,
  ),
  /**
   * Notes how a touch went, and what comes after it. A lead that would be left without a next step is refused unless
   * `instead` says what becomes of it. An outcome that ends a cadence ends it; any other goes on with its next step.
   */
  completeTouch: command(z.strictObject({ id: idSchema, outcome: outcomeSchema.nullable(), notes: z.string().max(100_000), ...brought, ...afterTouch }), touchSchema),
  /** Leaves a touch undone on purpose; its cadence goes on. */
  skipTouch: command(z.strictObject({ id: idSchema, ...afterTouch }), touchSchema),
  /** Notes that they got in touch: it ends the cadence and plans an answer for today. */
  noteReply: command(z.strictObject({ leadId: idSchema, channel: channelSchema.nullable(), notes: z.string().max(100_000) }), touchSchema),
  /** Logs a contact that was not planned, done now. */
  logTouch: command(
    z.strictObject({
      leadId: idSchema,
      channel: channelSchema,
      outcome: outcomeSchema.nullable(),
      notes: z.string().max(100_000),
      /** The message that it was, in the place of notes; those that are being written meanwhile stay. */
      message: z.strictObject({ ...touchSchema.pick({ templateId: true }).shape, text: z.string().max(100_000) }).optional(),
      ...brought,
      ...afterTouch,
    }),
    touchSchema,
  ),
  cancelTouch: command(oneId, touchSchema),
  /**
   * What is chosen when a lead stayed silent for too long (practice P6). Another channel or a last note takes the place
   * of all that was planned with the lead; parking or losing it moves it to a stage of that kind. Refused for a lead that
   * is at rest already.
   */
  answerSilence: command(
    z.strictObject({
      leadId: idSchema,
      answer: z.discriminatedUnion('choice', [
        z.strictObject({ choice: z.enum(['change-channel', 'break-up']), next: plannedTouchSchema }),
        z.strictObject({ choice: z.literal('park'), stageId: idSchema, until: plannableDateSchema }),
        z.strictObject({ choice: z.literal('disqualify'), stageId: idSchema, reason: lineSchema(500) }),
      ]),
    }),
    leadSchema,
  ),
  /** The notes that are being written. */
  getNoteDrafts: query(nothing, z.array(noteDraftSchema)),
  /**
   * Keeps a note that is being written about a touch, or about a lead for one that was not planned (`id` is the lead's
   * then); an empty one goes. A touch that is over needs none.
   */
  saveNoteDraft: command(noteDraftSchema.omit({ updatedAt: true }), done, { undoable: false }),
  /** What waited while the person was away, and new dates for it where these are offered. */
  getBacklog: query(nothing, backlogSchema),
  /** Puts touches that waited on new dates, as whole days; all of them or none. */
  respread: command(z.strictObject({ moves: z.array(z.strictObject({ touchId: idSchema, to: plannableDateSchema })).min(1).max(100_000) }), done),
  /** Reminds again in so many minutes from now. */
  snoozeTouch: command(z.strictObject({ id: idSchema, minutes: z.number().int().min(1).max(60 * 24 * 366) }), touchSchema),

  /** The cadences that are offered, by name, each with how many leads go through it now. */
  getCadences: query(nothing, z.array(z.strictObject({ ...cadenceSchema.shape, running: z.number().int() }))),
  /** When steps would come for a lead of whom nothing is known, begun on a date. */
  previewCadence: query(z.strictObject({ steps: z.array(stepSchema).min(1).max(mostSteps), startOn: plannableDateSchema }), z.array(plannedStepSchema)),
  /**
   * Adds a cadence, or changes the one with `id`. Leads that go through it keep the plan they had, or follow the new one
   * from their next step on.
   */
  saveCadence: command(z.strictObject({ id: idSchema.nullable(), facts: cadenceFactsSchema, running: z.enum(['keep', 'follow']) }), cadenceSchema),
  /** Offers a cadence no longer. Leads that go through it finish it, or stop; their touches so far stay either way. */
  deleteCadence: command(z.strictObject({ id: idSchema, running: z.enum(['finish', 'stop']) }), done),
  /** Adds the cadences that come with the app, but for those of the same name that are there. */
  addReadyCadences: command(nothing, z.strictObject({ added: z.number().int() })),
  previewEnrolment: query(enrolInputSchema, enrolmentPreviewSchema),
  /** Plans what `previewEnrolment` tells: the first touch of each lead; the later ones follow from when it is done. */
  enrol: command(enrolInputSchema, z.strictObject({ enrolled: z.number().int(), leftOut: z.number().int() })),
  pauseEnrolment: command(oneId, done),
  /** Goes on where it was paused: after what was left of the wait. */
  resumeEnrolment: command(oneId, done),
  /** Leaves out the steps up to `stepId`, which comes next. */
  jumpToStep: command(z.strictObject({ id: idSchema, stepId: idSchema }), done),
  stopEnrolment: command(oneId, done),

  /** The library, archived items included, by title. */
  getValueItems: query(nothing, z.array(libraryItemSchema)),
  /** Adds an item, or changes the one with `id`. */
  saveValueItem: command(z.strictObject({ id: idSchema.nullable(), facts: valueFactsSchema }), valueItemSchema),
  /** Keeps an item out of sight; it is no longer suggested. */
  archiveValueItem: command(oneId, valueItemSchema),
  restoreValueItem: command(oneId, valueItemSchema),
  /** Removes an item that no touch names; any other is refused, since it belongs to what people got. */
  deleteValueItem: command(oneId, done),
  /** The items in a pasted text, {@link mostPasted} at most; `left` is how many more there were. */
  readValuePaste: query(z.strictObject({ text: z.string().max(500_000) }), z.strictObject({ items: z.array(pastedItemSchema), left: z.number().int() })),
  addValueItems: command(z.strictObject({ items: z.array(valueFactsSchema).min(1).max(mostPasted) }), z.strictObject({ added: z.number().int() })),
  /**
   * What to bring with a touch of a lead; `touchId` is null for one that is still to be planned. Without `kind` what the
   * touch's step of a cadence asks for counts.
   */
  suggestValue: query(z.strictObject({ leadId: idSchema, touchId: idSchema.nullable(), kind: valueKindSchema.nullable().default(null) }), valueLadderSchema),

  /** The templates by name, the archived ones included. */
  getTemplates: query(nothing, z.array(templateSummarySchema)),
  getTemplate: query(oneId, templateSchema),
  /** Adds a template, or changes the one with `id`; what it said before is kept. */
  saveTemplate: command(z.strictObject({ id: idSchema.nullable(), facts: templateFactsSchema }), templateSchema),
  /** Puts back what a template said until an instant; what it says now is kept as well. */
  restoreTemplate: command(z.strictObject({ id: idSchema, until: instantSchema }), templateSchema),
  archiveTemplate: command(z.strictObject({ id: idSchema, archived: z.boolean() }), done),
  /** Removes a template; one that was used goes to the archive instead, since what was written by it names it. */
  deleteTemplate: command(oneId, z.strictObject({ archived: z.boolean() })),
  /** Adds the templates that come with the app, but for those of the same name that are there. */
  addReadyTemplates: command(nothing, z.strictObject({ added: z.number().int() })),
  /** What goes into a message to a lead; `touchId` is the touch that it is for, else the next one counts. Dates are written as `locale` has them. */
  getRecipient: query(z.strictObject({ leadId: idSchema, touchId: idSchema.nullable(), locale: localeSchema }), recipientSchema),
  /** Who else is named in a text to a lead, by full name or e-mail address; five at most. */
  findOthersNamed: query(z.strictObject({ leadId: idSchema, text: z.string().max(60_000) }), z.array(z.strictObject({ name: z.string(), by: z.enum(['name', 'address']), what: z.string() }))),
  /** Keeps what is written for a touch that is still to be done, as it is typed. */
  prepareTouch: command(z.strictObject({ id: idSchema, ...touchSchema.pick({ preparation: true, templateId: true }).shape }), done, { undoable: false }),

  /** Who would get a template, each with what would be left to fill in, and who would not and why. */
  previewMailing: query(
    z.strictObject({ ...mailingChoice, locale: localeSchema }),
    z.strictObject({
      going: z.array(z.strictObject({ leadId: idSchema, name: z.string(), company: z.string(), toFill: z.array(z.string()) })),
      leftOut: z.array(z.strictObject({ leadId: idSchema, name: z.string(), bar: mailingBarSchema })),
    }),
  ),
  /** Begins to go through those whom `previewMailing` tells, in this order. */
  startMailing: command(z.strictObject({ ...mailingChoice, leadIds: mailingChoice.leadIds.max(longestMailing), name: mailingSchema.shape.name }), z.strictObject({ id: idSchema })),
  /** Those that are under way first, then the latest. */
  getMailings: query(nothing, z.array(mailingSummarySchema)),
  /** A mailing and the lead that comes next, with the message to it: filled in, or as it was edited. */
  getMailing: query(
    z.strictObject({ id: idSchema, locale: localeSchema }),
    z.strictObject({
      mailing: mailingSummarySchema,
      next: z.strictObject({ recipient: recipientSchema, ...templateTextSchema.shape, isEdited: z.boolean() }).nullable(),
      /** Those who are passed over for now, and why. */
      passedOver: z.array(z.strictObject({ leadId: idSchema, name: z.string(), bar: mailingBarSchema })),
    }),
  ),
  /** Keeps what is written for the lead that comes next; null goes back to the template. */
  editMailingDraft: command(z.strictObject({ id: idSchema, leadId: idSchema, text: templateTextSchema.nullable() }), done, { undoable: false }),
  /**
   * Goes on to the next lead. A message that was sent is logged as a touch with `text`, what it said; a lead without a
   * next step gets one.
   */
  handleMailing: command(z.strictObject({ id: idSchema, leadId: idSchema, how: z.enum(['sent', 'skipped']), text: templateTextSchema.nullable() }), done),
  /** Ends a mailing before everybody was seen to, and takes it up again. */
  stopMailing: command(oneId, done),
  resumeMailing: command(oneId, done),
  deleteMailing: command(oneId, done),

  /**
   * What stands in the person's calendar on these days, the last one included, which are at most 400: what the filter lets
   * through, and no more than the first `mostOfDay` of each day.
   */
  getCalendar: query(
    z.strictObject({
      from: plannableDateSchema,
      to: plannableDateSchema,
      filter: calendarFilterSchema.nullable().default(null),
      mostOfDay: z.number().int().min(1).nullable().default(null),
    }),
    calendarSchema,
  ),
  /** The calendar as a file for other programs (RFC 5545); null leaves that end open. */
  exportCalendar: query(
    z.strictObject({ from: plannableDateSchema.nullable(), to: plannableDateSchema.nullable() }),
    z.strictObject({ name: z.string(), type: z.string(), text: z.string() }),
  ),

  /** All promises, open ones first, by their day. */
  getPromises: query(nothing, z.array(ledgerPromiseSchema)),
  addPromise: command(
    z.strictObject({ leadId: idSchema, ...promiseSchema.pick({ side: true, what: true }).shape, by: plannableDateSchema.nullable() }),
    promiseSchema,
  ),
  /** Puts right what an open promise says; a day that was put off is a move instead. */
  editPromise: command(z.strictObject({ id: idSchema, changes: z.strictObject({ what: promiseSchema.shape.what, by: plannableDateSchema.nullable() }).partial() }), promiseSchema),
  keepPromise: command(promiseAtTouch, promiseSchema),
  /** Puts an open promise off; the touch that was to ask about it goes along. */
  movePromise: command(z.strictObject({ ...promiseAtTouch.shape, by: plannableDateSchema }), promiseSchema),
  breakPromise: command(promiseAtTouch, promiseSchema),
  /** Lets a promise go, as when both sides no longer want it. */
  cancelPromise: command(promiseAtTouch, promiseSchema),
  reopenPromise: command(oneId, promiseSchema),
  /** Plans a touch for today that asks about their promise (practice P15). */
  askAboutPromise: command(oneId, touchSchema),
  /** No touch asks about their promise, however late it is. */
  dismissPromise: command(oneId, promiseSchema),

  addQuestion: command(z.strictObject({ leadId: idSchema, text: questionSchema.shape.text }), questionSchema),
  answerQuestion: command(z.strictObject({ id: idSchema, answer: questionSchema.shape.answer }), questionSchema),
  /** Changes the words of a question or, once it is answered, of its answer. */
  editQuestion: command(z.strictObject({ id: idSchema, changes: questionSchema.pick({ text: true, answer: true }).partial() }), questionSchema),
  /** A question was not answered after all. */
  reopenQuestion: command(oneId, questionSchema),
  deleteQuestion: command(oneId, done),

  getRecaps: query(nothing, z.array(recapSummarySchema)),
  /** A recap with what the composer shows beside it. */
  getRecap: query(
    oneId,
    z.strictObject({
      recap: recapSchema,
      lead: leadSchema,
      contact: contactSchema,
      /** The day of the conversation on the person's own calendar. */
      talkedOn: localDateSchema,
      /** The latest first; what each says comes with `getRecapVersion`. */
      versions: z.array(z.strictObject({ ...recapVersionSchema.pick({ id: true, how: true, at: true }).shape, subject: z.string() })),
      /** The touch that stands for the next time to speak, as it is now; null while there is none. */
      nextTouch: touchSchema.nullable(),
      /** What could be the next time to speak: the calls and meetings with this lead still to come, as they come. */
      meetings: z.array(touchSchema),
      openPromises: z.array(promiseSchema),
      openQuestions: z.array(questionSchema),
    }),
  ),
  getRecapVersion: query(oneId, recapVersionSchema),
  /**
   * Starts a recap of a conversation, filled with what is known of it, or hands back the unfinished one. `touchId` null
   * takes the latest conversation that no recap is about. `region` as for `readQuickAdd`.
   */
  startRecap: command(
    z.strictObject({ leadId: idSchema, touchId: idSchema.nullable(), region: regionSchema.default(null) }),
    z.strictObject({ id: idSchema }),
  ),
  /**
   * Changes what a recap says. `nextTouchId` names the touch that stands for the next time to speak, or null for a new
   * one; without a next time to speak there is none.
   */
  editRecap: command(
    z.strictObject({ id: idSchema, changes: recapContentSchema.extend({ nextTouchId: idSchema.nullable() }).partial() }),
    done,
    { undoable: false },
  ),
  /** Pasted notes as lines for the slots of a recap, by the rules in shared/recap-notes.ts; nothing is saved. */
  sortNotes: query(z.strictObject({ text: z.string().max(longestNotes), leadId: idSchema, region: regionSchema }), sortedNotesSchema),
  /** What is promised and the day that its last words name, as in "send the samples by Fri"; null, with all of the text, when they name none. */
  readPromise: query(z.strictObject({ text: z.string().max(longestLine), region: regionSchema }), promiseLineSchema),
  /** The day that plain words name, such as "Fri" or "in 2 weeks", from today on; null when they name none. */
  readDay: query(z.strictObject({ text: z.string().max(200), region: regionSchema }), z.strictObject({ date: localDateSchema.nullable() })),
  /**
   * Says that a recap was sent: logs that, writes down its promises and questions, and plans the next time to speak or
   * moves the touch that stands for it. A lead that would be left without a next step gets the one that the policy
   * proposes. A next time to speak that is over is refused (`next`).
   */
  sendRecap: command(
    oneId,
    z.strictObject({
      /** How many were written down that were not there already. */
      promises: z.number().int(),
      questions: z.number().int(),
      /** The touch that is the next time to speak. */
      nextTouchId: idSchema.nullable(),
      /** The next step that was planned because there was none. */
      proposed: touchSchema.nullable(),
    }),
  ),
  /** Plans the next time to speak that a recap names without saying that it was sent. */
  planMeeting: command(oneId, touchSchema),
  /** Keeps how a recap left the app, and what it said where that is new. */
  markRecapCopied: command(z.strictObject({ id: idSchema, how: recapVersionSchema.shape.how.exclude(['sent']).default('copied') }), done, { undoable: false }),
  /** The recap as an unsent message for a mail program (RFC 5322), with the next time to speak as an appointment. */
  recapFile: action(z.strictObject({ id: idSchema, locale: localeSchema }), z.strictObject({ name: z.string(), type: z.string(), text: z.string() })),
  /** Asks where to save the recap as a PDF, and does; only in the desktop app. False when the person thought better of it. */
  saveRecapPdf: action(z.strictObject({ id: idSchema, locale: localeSchema }), z.strictObject({ saved: z.boolean() })),
  deleteRecap: command(oneId, done),

  /** What a file of people or leads holds, and what would become of it with the choices so far. */
  readImport: query(importInputSchema, importReadingSchema),
  /** Takes a file over as `readImport` told. All or nothing; the same file a second time changes nothing. */
  importFile: command(importInputSchema, importResultSchema),
  /** Stops a `readImport` or `importFile` that still goes on; it is refused as `cancelled` then. */
  cancelImport: action(z.strictObject({ job: z.string().max(64) }), done),
  /** A file of everybody, of every lead, or of everything; see main/core/export/. */
  exportFile: query(
    z.strictObject({ what: z.enum(['people-csv', 'leads-csv', 'vcard', 'database']) }),
    z.strictObject({ name: z.string(), type: z.string(), text: z.string() }),
  ),
  addSample: command(nothing, done),
  removeSample: command(nothing, done),

  /** Takes back a transaction, or the latest one when `transaction` is null. */
  undo: action(z.strictObject({ transaction: idSchema.nullable() }), z.strictObject({ command: z.string() })),
  redo: action(nothing, z.strictObject({ command: z.string() })),
  dismissNotice: action(oneId, done),
  /** Puts an exported database in the place of what is there, which is kept as a backup. */
  importDatabase: action(z.strictObject({ text: z.string() }), stateSchema),
  makeBackup: action(nothing, backupSchema),
  listBackups: action(nothing, z.array(backupSchema)),
  /** Goes back to a backup; what was there before is itself kept as a backup or, when damaged, set aside. */
  restoreBackup: action(z.strictObject({ file: z.string().max(255) }), stateSchema),
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
