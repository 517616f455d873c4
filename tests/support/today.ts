import type { CallOutput, TodayItem } from '../../shared/api.ts'
import { todayCounts } from '../../shared/today-order.ts'

/** Something in Today about a lead of nobody in particular, but for what is said of it. */
export function aTodayItem(said: Partial<TodayItem>): TodayItem {
  return {
    reason: 'today',
    isLate: said.reason === 'overdue',
    leadId: 'lead',
    contactName: '',
    company: '',
    leadTitle: '',
    value: null,
    touch: null,
    promise: null,
    silence: null,
    stale: null,
    restedUntil: null,
    outOfTouch: null,
    waits: null,
    ...said,
  }
}

/** Today with these items, at `now` (milliseconds). */
export function todayOf(items: TodayItem[], date: string, now: number): CallOutput<'getToday'> {
  return { date, items, counts: todayCounts(items, now) }
}
