import { z } from 'zod'
import { plannableDateSchema } from '../dates.ts'
import { idSchema } from '../id.ts'
import { listedPromiseSchema, promiseSchema } from '../promise.ts'
import { touchSchema } from '../touch.ts'
import { command, nothing, oneId, query } from './declare.ts'

/** A promise in the ledger of all of them. */
export const ledgerPromiseSchema = z.strictObject({ ...listedPromiseSchema.shape, contactName: z.string(), company: z.string(), leadTitle: z.string() })
export type LedgerPromise = z.infer<typeof ledgerPromiseSchema>

/**
 * A promise, and the touch at which it came out what becomes of it: that one stays to be completed, where any other that
 * was to ask about it is cancelled.
 */
const promiseAtTouch = z.strictObject({ id: idSchema, touchId: idSchema.nullable().default(null) })

/** Promises of both sides; those of one lead come with `getLead`. */
export const promiseCalls = {
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
}
