import type { TodayItem, TodayReason } from '../../shared/api.ts'
import type { LocalDate } from '../../shared/dates.ts'

/** What stays the same while one thing waits in Today: its touch, or the lead that has none. */
export function itemKey(item: Pick<TodayItem, 'leadId' | 'touch'>): string {
  return item.touch?.id ?? item.leadId
}

/** The queue as it is worked through: what waits now, and what was put off until later by snoozing. */
export function splitSnoozed(items: TodayItem[], now: number): { waiting: TodayItem[]; snoozed: TodayItem[] } {
  const isSnoozed = ({ touch }: TodayItem) => touch?.snoozedUntil != null && Date.parse(touch.snoozedUntil) > now
  return { waiting: items.filter((item) => !isSnoozed(item)), snoozed: items.filter(isSnoozed) }
}

export interface Group {
  name: TodayReason | 'snoozed'
  items: TodayItem[]
}

/** The queue in the parts that it is read in; the order of the items stays as it is. */
export function groups(items: TodayItem[], now: number): Group[] {
  const { waiting, snoozed } = splitSnoozed(items, now)
  const byReason = (['reply-now', 'overdue', 'today', 'no-next-step', 'keep-in-touch'] as const).map((name) => ({ name, items: waiting.filter((item) => item.reason === name) }))
  return [...byReason, { name: 'snoozed' as const, items: snoozed }].filter((group) => group.items.length > 0)
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
