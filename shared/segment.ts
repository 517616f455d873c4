import { z } from 'zod'
import type { BoardCard } from './calls/board.ts'
import { lineSchema } from './contact.ts'
import { dayGroup, type Zone } from './dates.ts'
import { fold } from './fold.ts'
import { idSchema } from './id.ts'

/** Which leads are meant, as the filter bar says it. Empty lists and nulls leave everything in. */
export const filterSchema = z.strictObject({
  /** Words that all have to occur in the name, company, title, source or tags. */
  text: lineSchema(200),
  /** Any of these tags. */
  tags: z.array(lineSchema(60)).max(50),
  /** Any of these sources. */
  sources: z.array(lineSchema(120)).max(50),
  valueFrom: z.number().min(0).nullable(),
  valueTo: z.number().min(0).nullable(),
  next: z.enum(['any', 'overdue', 'today', 'later', 'none']),
  /** Whose turn it is: mine when something is due today, overdue or missing; theirs when I wait for a later day. */
  turn: z.enum(['any', 'mine', 'theirs']),
})
export type Filter = z.infer<typeof filterSchema>

/** The filter that leaves everything in. */
export const noFilter: Filter = { text: '', tags: [], sources: [], valueFrom: null, valueTo: null, next: 'any', turn: 'any' }

/** A filter that was given a name (practice P13). */
export const segmentSchema = z.strictObject({ id: idSchema, name: z.string().trim().min(1).max(80), filter: filterSchema })
export type Segment = z.infer<typeof segmentSchema>

/** True when the filter leaves everything in. */
export function isNoFilter(filter: Filter): boolean {
  return JSON.stringify(filter) === JSON.stringify(noFilter)
}

/** Where a lead's next touch stands for the person in `zone` at `now`, or `none` when there is no next touch. */
export function nextGroup(card: Pick<BoardCard, 'next'>, now: number, zone: Zone): 'overdue' | 'today' | 'later' | 'none' {
  if (!card.next) return 'none'
  const group = dayGroup(card.next.due, now, zone)
  return group === 'tomorrow' ? 'later' : group
}

/**
 * What tells of each card whether the filter leaves it in, for the person in `zone` at `now` (milliseconds). Accents and
 * case do not count in words. Thousands of cards are looked at with each letter of a filter that is typed.
 */
export function passes(filter: Filter, now: number, zone: Zone): (card: BoardCard) => boolean {
  const { tags, sources, valueFrom, valueTo, next, turn } = filter
  const texts = fold(filter.text).split(' ').filter(Boolean)
  const asksWhen = next !== 'any' || turn !== 'any'
  return (card) => {
    const amount = card.value?.amount ?? 0
    if (tags.length > 0 && !card.tags.some((tag) => tags.includes(tag))) return false
    if (sources.length > 0 && !sources.includes(card.source)) return false
    if (valueFrom !== null && amount < valueFrom) return false
    if (valueTo !== null && amount > valueTo) return false
    if (texts.length > 0 && !texts.every((text) => contentOf(card).includes(text))) return false
    if (!asksWhen) return true
    const group = nextGroup(card, now, zone)
    return (next === 'any' || group === next) && (turn === 'any' || (group === 'later') === (turn === 'theirs'))
  }
}

/** Cards are replaced, never changed: what one says stays as it is. */
const contents = new WeakMap<BoardCard, string>()

function contentOf(card: BoardCard): string {
  const known = contents.get(card)
  if (known !== undefined) return known
  const content = fold([card.name, card.company, card.title, card.source, ...card.tags].join(' '))
  contents.set(card, content)
  return content
}
