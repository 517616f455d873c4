import type { z } from 'zod'
import { cadenceSchema, enrolmentSchema } from '../../../shared/cadence.ts'
import { contactSchema } from '../../../shared/contact.ts'
import { dayOffSchema } from '../../../shared/day-off.ts'
import { leadSchema } from '../../../shared/lead.ts'
import { mailingSchema } from '../../../shared/mailing.ts'
import { noteDraftSchema } from '../../../shared/note-draft.ts'
import { promiseSchema } from '../../../shared/promise.ts'
import { questionSchema } from '../../../shared/question.ts'
import { recapContentSchema, recapSchema, recapVersionSchema } from '../../../shared/recap.ts'
import { segmentSchema } from '../../../shared/segment.ts'
import { stageSchema } from '../../../shared/stage.ts'
import { templateSchema } from '../../../shared/template.ts'
import { touchSchema } from '../../../shared/touch.ts'
import { valueItemSchema } from '../../../shared/value.ts'

/*
 * The tables: the schema of each record, and which of its fields name a record. At the end of each transaction a
 * reference must lead somewhere, and those within one table to an end: nobody is introduced by themselves, over however
 * many steps (practice P19). Each reference has an index; `order` names the field by which the records of an index stand
 * sorted.
 */
export const tables = {
  stages: { schema: stageSchema, references: {}, bookkeeping: [] },
  contacts: { schema: contactSchema, references: { referredBy: 'contacts' }, bookkeeping: [] },
  leads: { schema: leadSchema, references: { contactId: 'contacts', stageId: 'stages' }, order: { stageId: 'rank' }, bookkeeping: [] },
  /**
   * `bookkeeping` fields are written by main on its own, or saved as they are typed, so a change of them does not stand in
   * the way of an undo.
   */
  touches: { schema: touchSchema, references: { leadId: 'leads', enrolmentId: 'enrolments', valueItemId: 'valueItems', templateId: 'templates', promiseId: 'promises' }, bookkeeping: ['remindedFor', 'revision', 'preparation', 'templateId'], counter: 'revision' },
  cadences: { schema: cadenceSchema, references: {}, bookkeeping: [] },
  enrolments: { schema: enrolmentSchema, references: { leadId: 'leads', cadenceId: 'cadences' }, bookkeeping: [] },
  daysOff: { schema: dayOffSchema, references: {}, bookkeeping: [] },
  /** `stageIds` of a value item and `leadIds` of a mailing may name what is gone; they are no references. */
  valueItems: { schema: valueItemSchema, references: {}, bookkeeping: [] },
  templates: { schema: templateSchema, references: {}, bookkeeping: [] },
  mailings: { schema: mailingSchema, references: { templateId: 'templates' }, bookkeeping: ['draft'] },
  promises: { schema: promiseSchema, references: { leadId: 'leads', recapId: 'recaps' }, bookkeeping: [] },
  questions: { schema: questionSchema, references: { leadId: 'leads' }, bookkeeping: [] },
  /** A note that is begun anew stays when the one before it, for the same touch or lead, would come back. */
  noteDrafts: { schema: noteDraftSchema, references: { leadId: 'leads' }, bookkeeping: ['notes', 'updatedAt'], keepsNewer: true },
  segments: { schema: segmentSchema, references: {}, bookkeeping: [] },
  /**
   * What a recap says is saved as it is typed, no step by step; taking back its start takes all of it, and redo brings it
   * back. `nextTouchId` is no reference: a touch that is taken back leaves the recap to plan another.
   */
  recaps: { schema: recapSchema, references: { leadId: 'leads', touchId: 'touches' }, bookkeeping: [...Object.keys(recapContentSchema.shape), 'nextTouchId', 'updatedAt', 'copiedAt'] },
  /** `recapId` is no reference: taking back the start of a recap leaves its versions, and redo finds them again. */
  recapVersions: { schema: recapVersionSchema, references: { leadId: 'leads' }, bookkeeping: [] },
} as const satisfies Record<string, TableDefinition>

interface TableDefinition {
  /** An object without rules across its fields, so that a changed field can be checked by itself. */
  schema: z.ZodObject<{ id: z.ZodType } & Record<string, z.ZodType>>
  references: Record<string, string>
  order?: Record<string, string>
  bookkeeping: readonly string[]
  /** A field that only ever goes up: taking a change back raises it too. */
  counter?: string
  /** A record that was taken away does not come back by undo where another one stands in its place; that is no conflict. */
  keepsNewer?: boolean
}

export type TableName = keyof typeof tables
export type RecordOf<T extends TableName> = z.output<(typeof tables)[T]['schema']>
export type ReferenceOf<T extends TableName> = keyof (typeof tables)[T]['references'] & string

/** A record of any table, as the journal and the snapshot see it. Records are never changed, only replaced. */
export type StoredRecord = Readonly<{ id: string } & Record<string, unknown>>

export const tableNames = Object.keys(tables) as TableName[]

/** The definition of a table, seen without its record type. */
export function definitionOf(table: TableName): TableDefinition {
  return tables[table]
}

/**
 * Whether a reference within the table leads from any of these records, over however many others, to one that was
 * passed already.
 */
export function leadsRound(table: TableName, ids: Iterable<string>, recordOf: (id: string) => StoredRecord | undefined): boolean {
  const within = Object.entries(definitionOf(table).references).filter(([, target]) => target === table)
  return within.some(([field]) => {
    const ending = new Set<unknown>()
    for (const first of ids) {
      const passed = new Set<unknown>()
      for (let id: unknown = first; typeof id === 'string' && !ending.has(id); id = recordOf(id)?.[field]) {
        if (passed.has(id)) return true
        passed.add(id)
      }
      for (const id of passed) ending.add(id)
    }
    return false
  })
}
