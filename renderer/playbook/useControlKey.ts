import { useEffect, useEffectEvent } from 'react'
import { isCovered } from '../ui/keys.ts'

/**
 * Does something on Ctrl (or ⌘) with a letter, before the app hears it, unless a dialog or a menu is open. A handler that
 * returns false leaves the keys to others.
 */
export function useControlKey(letter: string, handle: (event: KeyboardEvent) => unknown): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== letter || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || isCovered()) return
    if (handle(event) !== false) event.preventDefault()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [])
}
