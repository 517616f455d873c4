import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useCallback, useMemo, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { Person } from '../../shared/api.ts'
import type { Id } from '../../shared/id.ts'
import { withIndex } from '../ui/withIndex.ts'

/** Of a row of the table, and of the head, which stays above the rows. */
const rowHeight = 40

/**
 * The rows of the table of people: those in sight are drawn, and the one that has the focus. The arrows, Page Up and Page
 * Down, Home and End take the focus to another, also to one that is out of sight.
 */
export function useRows(people: readonly Person[], scroller: RefObject<HTMLElement | null>) {
  const [focused, setFocused] = useState<Id | null>(null)
  const focusedIndex = useMemo(() => (focused === null ? -1 : people.findIndex(({ id }) => id === focused)), [people, focused])
  const virtual = useVirtualizer({
    count: people.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingEnd: rowHeight,
    rangeExtractor: useCallback((range: Range) => withIndex(defaultRangeExtractor(range), focusedIndex), [focusedIndex]),
  })
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement && 'open' in event.target.dataset)) return
    const inSight = Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1
    const to = rowAfter(event.key, focusedIndex, people.length - 1, Math.max(1, inSight - 1))
    const person = to === null ? undefined : people[to]
    if (to === null || !person) return
    event.preventDefault()
    // Drawn at once, to take the focus.
    flushSync(() => setFocused(person.id))
    virtual.scrollToIndex(to)
    scroller.current?.querySelector<HTMLElement>(`[data-index="${to}"] [data-open]`)?.focus({ preventScroll: true })
  }
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    const row = target.closest<HTMLElement>('[data-index]')
    if (row) setFocused(people[Number(row.dataset['index'])]?.id ?? null)
  }
  return { rows: virtual.getVirtualItems(), height: virtual.getTotalSize(), onKeyDown, onFocus }
}

/** The row to which a key goes from another, between 0 and `last`; null for a key that goes nowhere. */
function rowAfter(key: string, index: number, last: number, page: number): number | null {
  const wanted = { ArrowDown: index + 1, ArrowUp: index - 1, PageDown: index + page, PageUp: index - page, Home: 0, End: last }[key]
  return wanted === undefined ? null : Math.max(0, Math.min(last, wanted))
}
