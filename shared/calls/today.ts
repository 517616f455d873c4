import { z } from 'zod'
import { wallSchema } from '../calendar.ts'
import { channelSchema } from '../channel.ts'
import { localDateSchema } from '../dates.ts'
import { idSchema } from '../id.ts'
import { moneySchema } from '../money.ts'
import { promiseSchema, standingSchema } from '../promise.ts'
import { waitSchema } from '../response.ts'
import { silenceSchema } from '../silence.ts'
import { todayReasons } from '../today-order.ts'
import { touchSchema } from '../touch.ts'
import { nothing, query } from './declare.ts'

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

/** The queue of Today, and what stands beside it. */
export const todayCalls = {
  /** `counts` are of what waits now; what is snoozed is among the items all the same. */
  getToday: query(nothing, z.strictObject({ date: localDateSchema, items: z.array(todayItemSchema), counts: z.strictObject({ waiting: z.number().int(), late: z.number().int() }) })),
  getDay: query(nothing, daySchema),
}
