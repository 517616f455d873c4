import { z } from 'zod'
import { idSchema } from '../id.ts'
import { localeSchema } from '../locale.ts'
import { longestMailing, mailingBarSchema, mailingSchema } from '../mailing.ts'
import { templateKindSchema, templateTextSchema } from '../template.ts'
import { command, done, nothing, oneId, query } from './declare.ts'
import { recipientSchema } from './templates.ts'

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

/** Going through many leads with one template, one message after the other. */
export const mailingCalls = {
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
}
