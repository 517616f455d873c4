import type { TodayItem, TodayReason } from '../../shared/api.ts'
import type { LocalDate } from '../../shared/dates.ts'
import { sectionsOf, waitsNow, type Section } from '../../shared/today-order.ts'

/** What stays the same while one thing waits in Today: its touch, its promise, the silence of a lead, or the lead that wants a next step. */
export function itemKey({ leadId, touch, promise, silence }: Pick<TodayItem, 'leadId' | 'touch' | 'promise' | 'silence'>): string {
  return touch?.id ?? promise?.id ?? (silence === null ? leadId : `silence-${leadId}`)
}

/** The queue as it is worked through: what waits now, and what was put off until later by snoozing. */
export function splitSnoozed(items: TodayItem[], now: number): { waiting: TodayItem[]; snoozed: TodayItem[] } {
  return { waiting: items.filter((item) => waitsNow(item, now)), snoozed: items.filter((item) => !waitsNow(item, now)) }
}

/** The queue in the parts that it is read in, lead by lead, what is snoozed last; the order of the items stays as it is. */
export function partsOf(items: TodayItem[], now: number): Section<TodayReason | 'snoozed', TodayItem>[] {
  const { waiting, snoozed } = splitSnoozed(items, now)
  const last = snoozed.length === 0 ? [] : [{ name: 'snoozed' as const, leads: snoozed.map((item) => [item]) }]
  return [...sectionsOf(waiting), ...last]
}

/** Everything that waited on one day since the app was opened. */
export interface Session {
  date: LocalDate
  seen: ReadonlySet<string>
}

/** The session with what waits now; a new day starts a new one. The same object when nothing was added. */
export function withWaiting(session: Session | null, date: LocalDate, waiting: TodayItem[]): Session {
  const seen = session?.date === date ? session.seen : new Set<string>()
  const keys = waiting.map(itemKey).filter((key) => !seen.has(key))
  if (session?.date === date && keys.length === 0) return session
  return { date, seen: new Set([...seen, ...keys]) }
}
