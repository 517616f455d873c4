import { z } from 'zod'
import { contactSchema } from '../contact.ts'
import { instantSchema, localDateSchema } from '../dates.ts'
import { idSchema } from '../id.ts'
import { leadSchema } from '../lead.ts'
import { localeSchema } from '../locale.ts'
import { promiseSchema } from '../promise.ts'
import { questionSchema } from '../question.ts'
import { sortedNotesSchema } from '../recap-notes.ts'
import { longestLine, longestNotes, promiseLineSchema, recapContentSchema, recapSchema, recapVersionSchema } from '../recap.ts'
import { touchSchema } from '../touch.ts'
import { action, command, done, nothing, oneId, query, regionSchema } from './declare.ts'

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

/** Recaps, from the notes of a conversation to what was sent. */
export const recapCalls = {
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
}
