import type { LibraryItem } from '../../../shared/api.ts'
import type { LocalDate } from '../../../shared/dates.ts'
import { fold } from '../../../shared/fold.ts'
import { isPastBest, type ValueKind } from '../../../shared/value.ts'

export type Shown = 'used' | 'past' | 'archived'

export interface ValueFilter {
  text: string
  /** Null for every kind. */
  kind: ValueKind | null
  shown: Shown
}

/** The items that the filter shows: those in which each word typed occurs somewhere, case and accents aside. */
export function filterItems(items: readonly LibraryItem[], { text, kind, shown }: ValueFilter, today: LocalDate): LibraryItem[] {
  const wanted = fold(text).split(/\s+/).filter((word) => word !== '')
  return items.filter((item) => (kind === null || item.kind === kind) && isShown(item, shown, today) && wanted.every((word) => textOf(item).includes(word)))
}

function isShown(item: LibraryItem, shown: Shown, today: LocalDate): boolean {
  if (shown === 'archived') return item.archivedAt !== null
  return item.archivedAt === null && (shown === 'used' || isPastBest(item, today))
}

function textOf({ title, summary, url, tags, industries, objections }: LibraryItem): string {
  return fold([title, summary, url, ...tags, ...industries, ...objections].join('\n'))
}
