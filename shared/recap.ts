import { z } from 'zod'
import { lineSchema } from './contact.ts'
import { dueSchema, instantSchema, localDateSchema } from './dates.ts'
import { idSchema } from './id.ts'
import { channelSchema } from './channel.ts'

export const toneSchema = z.enum(['warm', 'plain', 'formal'])
export type Tone = z.infer<typeof toneSchema>

const recapLine = lineSchema(2000)
const recapLines = z.array(recapLine).max(500)

/** Something one side said it will do, and by when; the date may still be open while the recap is written. */
export const promiseLineSchema = z.strictObject({ what: recapLine, by: localDateSchema.nullable() })
export type PromiseLine = z.infer<typeof promiseLineSchema>

/** The next time to speak. */
export const nextMeetingSchema = z.strictObject({
  channel: channelSchema,
  due: dueSchema,
  minutes: z.number().int().min(5).max(24 * 60),
})
export type NextMeeting = z.infer<typeof nextMeetingSchema>

/** What a recap says; everything in it is edited in the composer (practice P8). */
export const recapContentSchema = z.strictObject({
  subject: lineSchema(500),
  problems: recapLines,
  solutions: recapLines,
  mine: z.array(promiseLineSchema).max(500),
  theirs: z.array(promiseLineSchema).max(500),
  next: nextMeetingSchema.nullable(),
  tone: toneSchema,
})
export type RecapContent = z.infer<typeof recapContentSchema>

/** The written account of one conversation with a lead. */
export const recapSchema = z.strictObject({
  id: idSchema,
  leadId: idSchema,
  /** The touch it recaps, when it was opened from one. */
  touchId: idSchema.nullable(),
  ...recapContentSchema.shape,
  createdAt: instantSchema,
  updatedAt: instantSchema,
  copiedAt: instantSchema.nullable(),
})
export type Recap = z.infer<typeof recapSchema>
