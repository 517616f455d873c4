import { z } from 'zod'
import { addDays, localDateSchema, type LocalDate } from './dates.ts'
import { fold, foldedWords } from './fold.ts'
import { byId, compare, type Id } from './id.ts'
import { smallWords } from './strings/en-value-rules.ts'
import { isPastBest, type ValueItem, type ValueKind } from './value.ts'

/** Why an item is suggested to somebody. */
export const valueReasonSchema = z.discriminatedUnion('why', [
  /** It is of the kind that the step of their cadence should bring. */
  z.strictObject({ why: z.literal('step') }),
  /** It answers what they said against it. */
  z.strictObject({ why: z.literal('objection'), objection: z.string() }),
  /** It speaks of what they need or asked, in these words of theirs. */
  z.strictObject({ why: z.literal('need'), words: z.array(z.string()) }),
  z.strictObject({ why: z.literal('stage'), stage: z.string() }),
  z.strictObject({ why: z.literal('industry'), industry: z.string() }),
  z.strictObject({ why: z.literal('tags'), tags: z.array(z.string()) }),
  z.strictObject({ why: z.literal('fresh'), publishedOn: localDateSchema }),
])
export type ValueReason = z.infer<typeof valueReasonSchema>

export type LadderItem = Pick<ValueItem, 'id' | 'kind' | 'title' | 'tags' | 'industries' | 'stageIds' | 'objections' | 'publishedOn' | 'bestBefore' | 'createdAt'>

/** What is known of the person to whom something is to be given. */
export interface Recipient {
  /** The stage of the lead, and those that there are, by name: what suits only stages that are gone suits any. */
  stageId: Id
  stages: ReadonlyMap<Id, string>
  industry: string
  tags: readonly string[]
  /** What they need, in their words, and what they asked. */
  needs: readonly string[]
  /** What was noted when they said no. */
  noes: readonly string[]
  /** The items that they were given already, or are about to be. */
  given: ReadonlySet<Id>
  /** The kind that is wanted; null for any. */
  kind: ValueKind | null
}

export interface RankedValue<T extends LadderItem> {
  item: T
  /** What speaks for it, the strongest first. */
  reasons: ValueReason[]
  /** Its last fresh day is over. */
  isPast: boolean
}

/** How much each reason weighs; what suits only others loses `mismatch` for each way in which it does. */
const weights: Record<ValueReason['why'], number> = { objection: 6, step: 5, need: 4, industry: 3, stage: 3, tags: 2, fresh: 1 }
const mismatch = 2

/** What came out within so many days is fresh ("stay relevant to current events"). */
const freshDays = 60

/**
 * What to bring a person next, the best first (practice P7): never what they were given already, and what is past its date
 * only behind all else, marked as such. The same input gives the same order.
 */
export function rankValue<T extends LadderItem>(items: readonly T[], recipient: Recipient, today: LocalDate): RankedValue<T>[] {
  const said = saidBy(recipient)
  return items
    .filter(({ id }) => !recipient.given.has(id))
    .map((item) => {
      const reasons = reasonsFor(item, recipient, said, today)
      const score = reasons.reduce((sum, { why }) => sum + weights[why], 0) - mismatch * mismatches(item, recipient)
      return { item, reasons, score, isPast: isPastBest(item, today) }
    })
    .toSorted((a, b) => Number(a.isPast) - Number(b.isPast) || b.score - a.score || newerFirst(a.item, b.item) || byId(a.item, b.item))
    .map(({ item, reasons, isPast }) => ({ item, reasons, isPast }))
}

function newerFirst(a: LadderItem, b: LadderItem): number {
  return compare(b.publishedOn ?? '', a.publishedOn ?? '') || compare(b.createdAt, a.createdAt)
}

/** What they said, as lists of words. */
interface Said {
  needs: string[][]
  all: string[][]
}

function saidBy({ needs, noes }: Recipient): Said {
  const needWords = needs.map(meaningfulWords)
  return { needs: needWords, all: [...needWords, ...noes.map(meaningfulWords)] }
}

function reasonsFor(item: LadderItem, recipient: Recipient, said: Said, today: LocalDate): ValueReason[] {
  const reasons: ValueReason[] = []
  const objection = item.objections.find((text) => said.all.some((heard) => isHeard(meaningfulWords(text), heard)))
  if (objection !== undefined) reasons.push({ why: 'objection', objection })
  if (item.kind === recipient.kind) reasons.push({ why: 'step' })
  const needed = wordsNeeded(item, said)
  if (needed.length > 0) reasons.push({ why: 'need', words: needed })
  if (suits(item.industries, recipient.industry)) reasons.push({ why: 'industry', industry: recipient.industry })
  if (stagesOf(item, recipient).includes(recipient.stageId)) reasons.push({ why: 'stage', stage: recipient.stages.get(recipient.stageId) ?? '' })
  const tags = item.tags.filter((tag) => suits(recipient.tags, tag))
  if (tags.length > 0) reasons.push({ why: 'tags', tags })
  const { publishedOn } = item
  if (publishedOn !== null && publishedOn <= today && addDays(publishedOn, freshDays) >= today) reasons.push({ why: 'fresh', publishedOn })
  return reasons
}

/** In how many ways an item is meant for others: other stages, other industries. */
function mismatches(item: LadderItem, recipient: Recipient): number {
  const stages = stagesOf(item, recipient)
  const isForOtherStages = stages.length > 0 && !stages.includes(recipient.stageId)
  const isForOtherIndustries = item.industries.length > 0 && recipient.industry !== '' && !suits(item.industries, recipient.industry)
  return Number(isForOtherStages) + Number(isForOtherIndustries)
}

function stagesOf({ stageIds }: LadderItem, { stages }: Recipient): Id[] {
  return stageIds.filter((id) => stages.has(id))
}

/** Whether a list names a word, case and accents aside. */
function suits(list: readonly string[], word: string): boolean {
  return word !== '' && list.some((one) => fold(one) === fold(word))
}

/** The words of theirs that title and tags speak of; two at the least, since one alone is chance. */
function wordsNeeded(item: LadderItem, { needs }: Said): string[] {
  const own = meaningfulWords([item.title, ...item.tags].join(' '))
  const found = new Set(needs.flat().filter((word) => own.some((other) => isSameWord(word, other))))
  return found.size >= 2 ? [...found] : []
}

/** Whether what was heard holds an objection: half of its words at the least. */
function isHeard(objection: readonly string[], heard: readonly string[]): boolean {
  const found = objection.filter((word) => heard.some((other) => isSameWord(word, other))).length
  return found > 0 && found * 2 >= objection.length
}

const small = new Set(smallWords.split(' '))

/** The words of a text that carry its meaning, folded: three letters at the least, and none of the small ones. */
function meaningfulWords(text: string): string[] {
  return foldedWords(text).filter((word) => word.length >= 3 && !small.has(word))
}

/** Whether two words are one, endings as in "price" and "prices" aside. */
function isSameWord(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short === long || (short.length >= 4 && long.length - short.length <= 3 && long.startsWith(short))
}
