import { useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * Keeps the keyboard within an element whose button, once pressed, makes way for others: when `state` changes and nothing
 * has the keyboard any more, the first button in it gets it.
 */
export function useKeptFocus<T extends HTMLElement>(state: string): RefObject<T | null> {
  const element = useRef<T>(null)
  const before = useRef(state)
  useLayoutEffect(() => {
    if (before.current === state) return
    before.current = state
    if (document.activeElement === document.body) element.current?.querySelector('button')?.focus()
  }, [state])
  return element
}
