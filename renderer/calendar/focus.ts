/*
 * FullCalendar draws its entries anew whenever they change; they are found again by the key that each carries.
 */

/** The key of the item that has the keyboard, or null. */
export function itemInFocus(): string | null {
  const entry = document.activeElement?.querySelector<HTMLElement>('[data-item]')
  return entry?.dataset['item'] ?? null
}

/** The date of the day that has the keyboard, or null. */
export function dayInFocus(): string | null {
  return document.activeElement?.closest<HTMLElement>('[data-date]')?.dataset['date']?.slice(0, 10) ?? null
}

/** Hands the keyboard to an item, once it is drawn where it stands now. */
export function focusItem(key: string): void {
  requestAnimationFrame(() => {
    document.querySelector(`[data-item="${CSS.escape(key)}"]`)?.closest<HTMLElement>('[tabindex]')?.focus()
  })
}
