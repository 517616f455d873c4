import { z } from 'zod'
import { lineSchema } from './contact.ts'
import { instantSchema, localDateSchema, plannableDateSchema, type LocalDate } from './dates.ts'
import { idSchema } from './id.ts'

/** What a touch can bring them that is of value in itself: the rungs of the value ladder (practice P7). */
export const valueKindSchema = z.enum(['article', 'infographic', 'story', 'social-post', 'event', 'tool'])
export type ValueKind = z.infer<typeof valueKindSchema>

/** Something worth giving: where it is, whom it is for, and how long it stays fresh (practice P7). */
export const valueItemSchema = z.strictObject({
  id: idSchema,
  kind: valueKindSchema,
  title: lineSchema(300),
  /** Where it can be read; empty for something without an address. */
  url: z.string().trim().max(2000),
  summary: z.string().max(10_000),
  tags: z.array(lineSchema(60)).max(100),
  industries: z.array(lineSchema(120)).max(50),
  /** The stages it suits, by id; none for any. A stage that is gone counts for nothing. */
  stageIds: z.array(idSchema).max(100),
  /** The objections it answers, as they are said. */
  objections: z.array(lineSchema(500)).max(50),
  publishedOn: localDateSchema.nullable(),
  /** The last day on which it is fresh; null for no end. */
  bestBefore: localDateSchema.nullable(),
  /** Since when it is kept out of sight and no longer suggested; null while it is in use. */
  archivedAt: instantSchema.nullable(),
  createdAt: instantSchema,
})
export type ValueItem = z.infer<typeof valueItemSchema>

/** What a person says of an item; one needs a title to be known by. */
export const valueFactsSchema = valueItemSchema.omit({ id: true, archivedAt: true, createdAt: true }).extend({
  title: valueItemSchema.shape.title.refine((title) => title !== '', { error: 'noTitle' }),
  publishedOn: plannableDateSchema.nullable(),
  bestBefore: plannableDateSchema.nullable(),
})
export type ValueFacts = z.infer<typeof valueFactsSchema>

/** What is said of an item of which only its kind is known. */
export const blankValue: Omit<ValueFacts, 'kind'> = { title: '', url: '', summary: '', tags: [], industries: [], stageIds: [], objections: [], publishedOn: null, bestBefore: null }

/** Whether the last day on which an item is fresh is over. */
export function isPastBest({ bestBefore }: Pick<ValueItem, 'bestBefore'>, today: LocalDate): boolean {
  return bestBefore !== null && bestBefore < today
}

/**
 * An address as two of them are compared: without scheme, `www.`, fragment, the marks of campaigns, case of the host and
 * a slash at its end. Empty for no address.
 */
export function addressKey(url: string): string {
  const plain = url.trim().replace(/^https?:\/\//i, '').replace(/^www\./i, '').replace(/#.*$/s, '')
  const [place = '', ...questions] = plain.split('?')
  const asked = questions.join('?').split('&').filter((part) => part !== '' && !/^(utm_|fbclid|gclid|mc_[ce]id)/i.test(part))
  const [host = '', ...path] = place.replace(/\/+$/, '').split('/')
  return [[host.toLowerCase(), ...path].join('/'), asked.join('&')].filter((part) => part !== '').join('?')
}
