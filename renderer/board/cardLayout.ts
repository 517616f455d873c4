import type { BoardCard } from '../../shared/api.ts'
import { cardMayRest, daysInStage } from '../../shared/lead.ts'
import { staleness, type Staleness } from '../../shared/stale.ts'
import type { Stage } from '../../shared/stage.ts'
import type { Moment } from '../../shared/time-group.ts'

/*
 * A card's text never wraps, so its height follows from what it says. Known beforehand, a column of thousands needs
 * no measuring and never jumps while it scrolls. The heights of the lines are those of Card.module.css.
 */

const padding = 23
const name = 20
const second = 19
const next = 27
const stale = 22
const chipRow = 24
const aboveChips = 5

/** The space below each card, in px. */
export const cardGap = 8

/** The space above the first card and below the last one, in px. */
export const columnPadding = 8

/** From this many days in one stage on, a card says so. */
const longInStage = 7

/** The most chips on a card, and how many stand beside each other. */
const mostChips = 4
export const chipsPerRow = 2

/** What a card has to know of its stage. */
export type StageOfCard = Pick<Stage, 'name' | 'kind' | 'staleAfterDays'>

/** A short fact in a pill on a card. */
export type CardChip =
  | { kind: 'noes'; count: number }
  | { kind: 'permission'; status: 'granted' | 'declined' | 'do-not-contact' }
  | { kind: 'inbound' }
  | { kind: 'days'; days: number }
  | { kind: 'label'; text: string }
  | { kind: 'more'; texts: string[] }

/** What stands below a card's next step. */
export interface CardFacts {
  stale: Staleness | null
  chips: CardChip[]
}

/** The facts a card shows; a stage at rest does not count days. By time, a card also tells its stage. */
export function cardFacts(card: BoardCard, stage: StageOfCard, moment: Moment, tellsStage: boolean): CardFacts {
  const isStale = staleness(card, stage, moment)
  const days = daysInStage(card, moment.now)
  const labels = [...(tellsStage ? [stage.name] : []), ...new Set([card.source, ...card.tags])].filter((label) => label !== '')
  const chips: CardChip[] = []
  if (card.noes > 0) chips.push({ kind: 'noes', count: card.noes })
  if (card.doNotContact) chips.push({ kind: 'permission', status: 'do-not-contact' })
  else if (card.permission !== 'not-asked') chips.push({ kind: 'permission', status: card.permission })
  if (card.inbound) chips.push({ kind: 'inbound' })
  if (stage.kind === 'open' && isStale === null && days >= longInStage) chips.push({ kind: 'days', days })
  const room = mostChips - chips.length
  const shown = labels.length > room ? Math.max(room - 1, 0) : labels.length
  chips.push(...labels.slice(0, shown).map((text) => ({ kind: 'label', text }) as const))
  if (shown < labels.length) chips.push({ kind: 'more', texts: labels.slice(shown) })
  return { stale: isStale, chips }
}

/** The line below the name: the company, or what the lead is about when there is none or it is the name already. */
export function secondLine(card: BoardCard): string {
  return (card.company === card.name ? '' : card.company) || card.title
}

interface KnownHeight {
  stage: StageOfCard
  moment: Moment
  tellsStage: boolean
  height: number
}

/** Cards are replaced, never changed: what was worked out for one holds as long as the rest is the same too. */
const knownHeights = new WeakMap<BoardCard, KnownHeight>()

/** The height of a card in px, without the gap below it. A drop asks for those of two whole columns. */
export function cardHeight(card: BoardCard, stage: StageOfCard, moment: Moment, tellsStage: boolean): number {
  const known = knownHeights.get(card)
  if (known && known.stage === stage && known.moment === moment && known.tellsStage === tellsStage) return known.height
  const height = heightOf(card, stage, moment, tellsStage)
  knownHeights.set(card, { stage, moment, tellsStage, height })
  return height
}

function heightOf(card: BoardCard, stage: StageOfCard, moment: Moment, tellsStage: boolean): number {
  const facts = cardFacts(card, stage, moment, tellsStage)
  const rows = Math.ceil(facts.chips.length / chipsPerRow)
  const hasNext = card.next !== null || !cardMayRest(stage, card)
  return padding + name + (secondLine(card) ? second : 0) + (hasNext ? next : 0) + (facts.stale ? stale : 0) + (rows > 0 ? aboveChips + rows * chipRow : 0)
}
