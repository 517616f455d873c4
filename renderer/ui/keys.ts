import { useEffectEvent, useLayoutEffect, useRef } from 'react'

/** How long after G the letter of a screen may follow, in milliseconds. */
export const goPatience = 1500

/** True while a text field has the keyboard. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [role=spinbutton], [role=textbox]'))
  )
}

/** True while a dialog, a menu or a list is open and has the keyboard. A message with Undo is an alertdialog too, but covers nothing. */
export function isCovered(): boolean {
  return document.querySelector('[role=dialog], [role=alertdialog]:not([aria-modal=false]), [role=menu], [role=listbox]') !== null
}

/**
 * The single keys of a screen, by `KeyboardEvent.key` in lower case. They rest while somebody types, holds Ctrl, Alt or
 * Meta, or has something open over the screen, and after G, which goes to another screen. A handler that returns false
 * leaves the key to others.
 */
export function useScreenKeys(handlers: Record<string, (event: KeyboardEvent) => unknown>): void {
  const goAt = useRef(-goPatience)
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target) || isCovered()) return
    const key = event.key.toLowerCase()
    const going = event.timeStamp - goAt.current < goPatience
    goAt.current = key === 'g' ? event.timeStamp : -goPatience
    const handler = going ? undefined : handlers[key]
    if (handler && handler(event) !== false) event.preventDefault()
  })
  // Before the screen is painted: whoever sees it may press a key at once.
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
