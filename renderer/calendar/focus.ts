import { useCallback, useEffect, useRef } from 'react'

/*
 * FullCalendar draws its entries anew whenever they change; they are found again by the key that each carries.
 */

/** The key of the item that has the keyboard, or null. */
export function itemInFocus(): string | null {
  const entry = document.activeElement?.querySelector<HTMLElement>(':scope[tabindex] [data-item]')
  return entry?.dataset['item'] ?? null
}

/** The date of the day that has the keyboard, or null. */
export function dayInFocus(): string | null {
  return document.activeElement?.closest<HTMLElement>('[data-date]')?.dataset['date']?.slice(0, 10) ?? null
}

/** Hands the keyboard to an item once it is drawn where it stands now, unless something else has taken it by then. */
export function focusItem(key: string): void {
  // A dialog that closes hands it back one frame later, to what may be gone.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const { activeElement } = document
      if (activeElement !== null && activeElement !== document.body) return
      document.querySelector(`[data-item="${CSS.escape(key)}"]`)?.closest<HTMLElement>('[tabindex]')?.focus()
    }),
  )
}

/** Keeps the keyboard with an item that is drawn anew because `entries` changed; the result notes where it is, on each focus. */
export function useKeptFocus(entries: readonly unknown[]): () => void {
  const kept = useRef<string | null>(null)
  useEffect(() => {
    if (kept.current !== null && entries.length > 0) focusItem(kept.current)
  }, [entries])
  return useCallback(() => {
    kept.current = itemInFocus()
  }, [])
}
