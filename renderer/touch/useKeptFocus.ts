import { useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * Keeps the keyboard within an element whose button, once pressed, makes way for others: when `state` changes and nothing
 * has the keyboard any more, the first button in it gets it. So `state` must not change by what is only read late, as
 * when a screen opens: that would take the keyboard to where the person never was.
 */
export function useKeptFocus<T extends HTMLElement>(state: string): RefObject<T | null> {
  const element = useRef<T>(null)
  const before = useRef(state)
  useLayoutEffect(() => {
    if (before.current === state) return
    before.current = state
    if (document.activeElement !== document.body) return
    const button = element.current?.querySelector('button')
    // The person is looking at the place already: at most what was pushed out of sight comes back, nothing jumps.
    button?.focus({ preventScroll: true })
    button?.scrollIntoView({ block: 'nearest' })
  }, [state])
  return element
}
