import { useEffect, useEffectEvent } from 'react'

/** True while a text field has the keyboard. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [role=spinbutton], [role=textbox]'))
  )
}

/** True while a dialog, a menu or a list is open over the screen and has the keyboard. */
export function isCovered(): boolean {
  return document.querySelector('[role=dialog], [role=alertdialog]:not([data-toast]), [role=menu], [role=listbox]') !== null
}

/**
 * The single keys of a screen, by `KeyboardEvent.key` in lower case. They rest while somebody types, holds Ctrl, Alt or
 * Meta, or has something open over the screen. A handler that returns false leaves the key to others.
 */
export function useScreenKeys(handlers: Record<string, (event: KeyboardEvent) => unknown>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target) || isCovered()) return
    const handler = handlers[event.key.toLowerCase()]
    if (handler && handler(event) !== false) event.preventDefault()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
