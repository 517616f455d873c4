import type { BoardCard } from '../../shared/api.ts'
import { daysInStage } from '../../shared/lead.ts'
import type { StageKind } from '../../shared/stage.ts'

/*
 * A card's text never wraps, so its height follows from what it says. Known beforehand, a column of thousands needs
 * no measuring and never jumps while it scrolls. The heights of the lines are those of Card.module.css.
 */

const padding = 23
const name = 20
const second = 19
const next = 27
const chips = 29

/** The space below each card, in px. */
export const cardGap = 8

/** The space above the first card and below the last one, in px. */
export const columnPadding = 8

/** From this many days in one stage on, a card says so. */
const longInStage = 7

/** What stands below a card's next step: the days it has stood there, how it came, its source and its tags. */
export interface CardFacts {
  days: number | null
  inbound: boolean
  labels: string[]
}

/** The facts a card shows as chips at `now`; a stage at rest does not count days. */
export function cardFacts(card: BoardCard, kind: StageKind, now: number): CardFacts {
  const days = daysInStage(card, now)
  return {
    days: kind === 'open' && days >= longInStage ? days : null,
    inbound: card.inbound,
    labels: [...new Set([card.source, ...card.tags])].filter((label) => label !== ''),
  }
}

/** The line below the name: the company, or what the lead is about when there is none or it is the name already. */
export function secondLine(card: BoardCard): string {
  return (card.company === card.name ? '' : card.company) || card.title
}

/** The height of a card in px, without the gap below it. */
export function cardHeight(card: BoardCard, kind: StageKind, now: number): number {
  const { days, inbound, labels } = cardFacts(card, kind, now)
  const hasChips = days !== null || inbound || labels.length > 0
  const hasNext = card.next !== null || kind === 'open'
  return padding + name + (secondLine(card) ? second : 0) + (hasNext ? next : 0) + (hasChips ? chips : 0)
}
