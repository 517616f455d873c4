import type { BoardCard } from './api.ts'
import { dayGroup } from './dates.ts'
import { cardMayRest, daysInStage } from './lead.ts'
import type { Stage } from './stage.ts'
import type { Moment } from './time-group.ts'

/** Why a lead is stale: how long it has stood still, and what became of its next touch. */
export interface Staleness {
  days: number
  next: 'missing' | 'overdue'
}

/**
 * Why an open lead is stale, or null. It is only when it has been in its stage for as long as the stage allows and
 * no touch is still to come: a lead that somebody will look after is never stale, nor one that may do without (practices
 * P9, P16).
 */
export function staleness(card: Pick<BoardCard, 'stageSince' | 'next' | 'permission' | 'doNotContact'>, stage: Pick<Stage, 'kind' | 'staleAfterDays'>, moment: Moment): Staleness | null {
  if (stage.kind !== 'open' || stage.staleAfterDays === null) return null
  const days = daysInStage(card, moment.now)
  if (days < stage.staleAfterDays) return null
  if (card.next === null) return cardMayRest(stage, card) ? null : { days, next: 'missing' }
  return dayGroup(card.next.due, moment.now, moment.zone, moment.today) === 'overdue' ? { days, next: 'overdue' } : null
}
