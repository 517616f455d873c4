import { z } from 'zod'
import { instantSchema } from '../dates.ts'
import { idSchema } from '../id.ts'
import { localeSchema } from '../locale.ts'
import { mailingBarSchema } from '../mailing.ts'
import { mergeFieldNames } from '../merge-fields.ts'
import { templateFactsSchema, templateKindSchema, templateSchema } from '../template.ts'
import { command, done, nothing, oneId, query } from './declare.ts'

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

/** Templates, and what goes into a message to one lead. */
export const templateCalls = {
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
}
