import { z } from 'zod'
import type { BoardCard } from './calls/board.ts'
import { lineSchema } from './contact.ts'
import { dayGroup, type Zone } from './dates.ts'
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

/** Whether the filter leaves this card in. Accents and case do not count in words. */
export function passes(card: BoardCard, filter: Filter, now: number, zone: Zone): boolean {
  const { tags, sources, valueFrom, valueTo } = filter
  const amount = card.value?.amount ?? 0
  if (tags.length > 0 && !card.tags.some((tag) => tags.includes(tag))) return false
  if (sources.length > 0 && !sources.includes(card.source)) return false
  if (valueFrom !== null && amount < valueFrom) return false
  if (valueTo !== null && amount > valueTo) return false
  const group = nextGroup(card, now, zone)
  if (filter.next !== 'any' && group !== filter.next) return false
  if (filter.turn !== 'any' && (group === 'later') !== (filter.turn === 'theirs')) return false
  return hasWords(card, filter.text)
}

function hasWords(card: BoardCard, text: string): boolean {
  if (text === '') return true
  const content = plain([card.name, card.company, card.title, card.source, ...card.tags].join(' '))
  return plain(text).split(' ').every((word) => content.includes(word))
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLowerCase()
}
