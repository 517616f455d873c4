import { z } from 'zod'
import { lineSchema } from './contact.ts'
import { foldedWords } from './fold.ts'
import { dueSchema, instantSchema, localDateSchema } from './dates.ts'
import { idSchema } from './id.ts'
import { channelSchema } from './channel.ts'
import { words } from './strings/words.ts'

export const toneSchema = z.enum(['warm', 'plain', 'formal'])
export type Tone = z.infer<typeof toneSchema>

/** As much as a recap holds: characters per line, lines per slot, and characters of notes. */
export const longestLine = 2000
export const mostLines = 500
export const longestNotes = 2_000_000

const recapLine = lineSchema(longestLine)
const recapLines = z.array(recapLine).max(mostLines)

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
  mine: z.array(promiseLineSchema).max(mostLines),
  theirs: z.array(promiseLineSchema).max(mostLines),
  questions: recapLines,
  next: nextMeetingSchema.nullable(),
  tone: toneSchema,
  /** The greeting and the words before the name, where the person wrote their own; empty leaves them to the tone. */
  greeting: lineSchema(200),
  signOff: lineSchema(200),
  /** The notes it was made from, as they were pasted. */
  notes: z.string().max(longestNotes),
})
export type RecapContent = z.infer<typeof recapContentSchema>

/** What a recap says before anything was written. */
export const blankContent: RecapContent = { subject: '', problems: [], solutions: [], mine: [], theirs: [], questions: [], next: null, tone: 'warm', greeting: '', signOff: '', notes: '' }

/** The written account of one conversation with a lead. */
export const recapSchema = z.strictObject({
  id: idSchema,
  leadId: idSchema,
  /** The touch it recaps, when it was opened from one. */
  touchId: idSchema.nullable(),
  ...recapContentSchema.shape,
  /** The touch that is the next time to speak: one that was there already, or the one that was planned when it was sent. */
  nextTouchId: idSchema.nullable(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  copiedAt: instantSchema.nullable(),
  /** When the person said that it was sent; its promises and its meeting stand from then on. */
  sentAt: instantSchema.nullable(),
})
export type Recap = z.infer<typeof recapSchema>

/** How far a recap came: still being written, taken along to a mail program, or said to be sent. */
export type RecapState = 'draft' | 'copied' | 'sent'

/** How far a recap came. */
export function recapState({ copiedAt, sentAt }: Pick<Recap, 'copiedAt' | 'sentAt'>): RecapState {
  if (sentAt !== null) return 'sent'
  return copiedAt === null ? 'draft' : 'copied'
}

/**
 * What two lines have in common that say the same: case, accents, "I will" before and a stop or mark after them do not
 * count.
 */
export function saidKey(line: string): string {
  return foldedWords(words.recap.asClause(line.replace(/\s+/g, ' ').trim())).join(' ') || line.trim()
}

/** A recap as it left the app once; what is written afterwards does not change it. */
export const recapVersionSchema = z.strictObject({
  id: idSchema,
  leadId: idSchema,
  recapId: idSchema,
  how: z.enum(['copied', 'mailed', 'saved', 'sent']),
  content: recapContentSchema.omit({ notes: true }),
  at: instantSchema,
})
export type RecapVersion = z.infer<typeof recapVersionSchema>

/** What a recap says, as a version keeps it: without its notes, which never leave the app with it. */
export function versionContent({ subject, problems, solutions, mine, theirs, questions, next, tone, greeting, signOff }: RecapContent): RecapVersion['content'] {
  return { subject, problems, solutions, mine, theirs, questions, next, tone, greeting, signOff }
}

/** A recap in which nothing was written yet. */
export const blankRecap = { ...blankContent, nextTouchId: null, copiedAt: null, sentAt: null } satisfies Partial<Recap>
