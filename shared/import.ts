import { z } from 'zod'
import { idSchema } from './id.ts'

/** What a column of an imported table can mean. `label` names the value in the column that belongs to it. */
export const importFieldSchema = z.enum([
  'name', 'prefix', 'givenName', 'middleName', 'familyName', 'suffix', 'otherName',
  'company', 'role', 'email', 'phone', 'link', 'tags', 'notes', 'industry', 'howWeMet', 'referredBy', 'zone', 'preferredChannel',
  'permission', 'permissionOn', 'permissionWords', 'permissionChannels', 'permissionUntil', 'notBefore', 'doNotContact', 'keepInTouchDays', 'contactCreated',
  'leadTitle', 'leadValue', 'leadCurrency', 'leadStage', 'leadStatus', 'leadSource', 'leadInbound', 'leadNeeds', 'leadLinks',
  'leadCreated', 'leadStageSince', 'leadClosedOn', 'leadClosedReason', 'leadParkedUntil', 'leadMinimumGap', 'leadSilenceLimit',
  'contactId', 'leadId', 'referredById',
  'label', 'note', 'skip',
])
export type ImportField = z.infer<typeof importFieldSchema>

/** The fields that a person may choose for a column; the others are for files that say so themselves. */
export const chosenFields = [
  'name', 'givenName', 'familyName', 'company', 'role', 'email', 'phone', 'link', 'tags', 'notes', 'industry', 'howWeMet', 'referredBy',
  'leadTitle', 'leadValue', 'leadCurrency', 'leadStage', 'leadSource', 'leadNeeds', 'leadClosedOn', 'leadClosedReason', 'note', 'skip',
] as const satisfies readonly ImportField[]

/** The programs whose files are known by their columns. */
export const importOriginSchema = z.enum([
  'followthrough', 'google', 'google-old', 'linkedin', 'outlook', 'hubspot-contacts', 'hubspot-deals', 'pipedrive-people', 'pipedrive-deals', 'vcard', 'other',
])
export type ImportOrigin = z.infer<typeof importOriginSchema>

export const dateOrderSchema = z.enum(['day-first', 'month-first'])
export type DateOrder = z.infer<typeof dateOrderSchema>
export const decimalSchema = z.enum(['comma', 'point'])
export type Decimal = z.infer<typeof decimalSchema>

/** At most so many columns and rows are taken over from one file. */
export const mostColumns = 500
export const mostRows = 50_000
/** The largest file, in bytes. */
export const largestImport = 24 * 1024 * 1024

/** What the person has decided of a file so far; null leaves it to what the file itself says. */
export const importChoicesSchema = z.strictObject({
  /** The meaning of each column, in the file's order. */
  mapping: z.array(importFieldSchema).max(mostColumns).nullable(),
  dates: dateOrderSchema.nullable(),
  decimal: decimalSchema.nullable(),
  /** For amounts that name no currency. */
  currency: z.string().regex(/^[A-Z]{3}$/).nullable(),
  /** What the file calls a stage → the stage it means. */
  stages: z.record(z.string().max(1000), idSchema),
  /** New people of a file without leads get one in this stage each; null for none. */
  stageId: idSchema.nullable(),
  /** What to do with people who are there already, and the rows for which the other of the two is done. */
  known: z.enum(['skip', 'fill']),
  except: z.array(z.number().int()).max(mostRows),
})
export type ImportChoices = z.infer<typeof importChoicesSchema>

/** Everything left to the file: people only, and whoever is there already stays as they are. */
export const noChoices: ImportChoices = {
  mapping: null, dates: null, decimal: null, currency: null, stages: {}, stageId: null, known: 'skip', except: [],
}

/** A file to read or take over. `job` names the work to progress events and to `cancelImport`. */
export const importInputSchema = z.strictObject({
  job: z.string().min(1).max(64),
  name: z.string().max(1000),
  /** The file's bytes in base64. */
  content: z.string().max(Math.ceil(largestImport / 3) * 4),
  choices: importChoicesSchema,
})

/** What a file holds and what would become of it with the choices so far. */
export const importReadingSchema = z.strictObject({
  origin: importOriginSchema,
  /** True when it holds leads (deals), not only people. */
  holdsLeads: z.boolean(),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
  columns: z.array(z.strictObject({ header: z.string(), field: importFieldSchema, samples: z.array(z.string()), filled: z.number().int() })),
  /** No column says who somebody is: the mapping has to be chosen. */
  needsMapping: z.boolean(),
  /** The mapping is the one chosen for such a file before. */
  remembered: z.boolean(),
  /** How dates and amounts are read; `asked` when the file leaves it open. Null when there are none. */
  dates: z.strictObject({ order: dateOrderSchema, asked: z.boolean(), example: z.string() }).nullable(),
  decimal: z.strictObject({ decimal: decimalSchema, asked: z.boolean(), example: z.string() }).nullable(),
  /** The currency of amounts that name none; null when each names its own. */
  currency: z.string().nullable(),
  /** What the file calls its stages, and the stage taken for each. */
  stages: z.array(z.strictObject({ name: z.string(), stageId: idSchema, count: z.number().int() })),
  rows: z.number().int(),
  newPeople: z.number().int(),
  filledPeople: z.number().int(),
  newLeads: z.number().int(),
  /** Leads that are there already. */
  knownLeads: z.number().int(),
  /** The first people and leads that would be added. */
  sample: z.array(z.strictObject({ row: z.number().int(), name: z.string(), company: z.string(), email: z.string(), lead: z.string(), stage: z.string(), value: z.string() })),
  /** How many rows are of people who are there already or stand in the file twice, and the first of them. */
  knownPeople: z.number().int(),
  duplicates: z.array(
    z.strictObject({
      row: z.number().int(),
      name: z.string(),
      company: z.string(),
      /** Whether they are in the data, or in an earlier row of the file. */
      where: z.enum(['data', 'file']),
      /** What the row knows and the person there lacks. */
      fills: z.array(z.enum(['name', 'company', 'role', 'emails', 'phones', 'links', 'tags', 'zone', 'industry', 'howWeMet', 'notes', 'preferredChannel'])),
      fill: z.boolean(),
    }),
  ),
  rejectedRows: z.number().int(),
  rejected: z.array(z.strictObject({ row: z.number().int(), reason: z.string() })),
  /** The rejected rows as CSV with the reason in the last column; empty when there are none. */
  rejectedFile: z.string(),
})
export type ImportReading = z.infer<typeof importReadingSchema>

/** A mapping that was chosen, by the header row it was chosen for. */
export const importMappingSchema = z.strictObject({ headers: z.string().max(64), fields: z.array(importFieldSchema).max(mostColumns) })
export type ImportMapping = z.infer<typeof importMappingSchema>
