import { z } from 'zod'
import { contactSchema } from '../contact.ts'
import { plannableDateSchema } from '../dates.ts'
import { idSchema } from '../id.ts'
import { closingSchema, leadSchema } from '../lead.ts'
import { moneySchema } from '../money.ts'
import { listedPromiseSchema } from '../promise.ts'
import { questionSchema } from '../question.ts'
import { waitSchema } from '../response.ts'
import { silenceSchema, triedSchema } from '../silence.ts'
import { stageSchema } from '../stage.ts'
import { plannedTouchSchema, touchSchema } from '../touch.ts'
import { leadEnrolmentSchema } from './cadences.ts'
import { contactFactsSchema } from './contacts.ts'
import { command, done, idsSchema, oneId, query } from './declare.ts'
import { recapSummarySchema } from './recaps.ts'

export const leadFactsSchema = leadSchema.pick({ title: true, value: true, source: true, inbound: true, needs: true, links: true, minimumGap: true, silenceLimit: true })

/** Leads: the page of one, and what is done with them there and on the board. */
export const leadCalls = {
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
}
