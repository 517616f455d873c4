import { useCallback, useEffect, useState } from 'react'

/** Whether this window is the one that writes: `asking` for a moment, until it is known. */
export type Place = 'asking' | 'here' | 'elsewhere'

/** A window that just let go, such as this one on its way back, has done so within this time, in milliseconds. */
const patience = 250

/**
 * Lets one window at a time write what goes by this name: two would overwrite each other's lines. It is this one as soon
 * as no other is, or at once by `take`, which ends it there (Web Locks; a window that is gone holds none).
 */
export function useOneWindow(name: string): { place: Place; take: () => void } {
  const [{ place, taken }, setState] = useState<{ place: Place; taken: number }>({ place: 'asking', taken: 0 })
  useEffect(() => {
    const leaving = new AbortController()
    const { signal } = leaving
    const tell = (now: Place) => setState({ place: now, taken })
    let isHeld = false
    const timer = setTimeout(() => tell('elsewhere'), patience)
    const hold = async () => {
      clearTimeout(timer)
      if (signal.aborted) return
      isHeld = true
      tell('here')
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
    }
    const wait = async (options: LockOptions): Promise<void> => {
      isHeld = false
      await navigator.locks.request(name, options, hold).catch(() => {
        if (signal.aborted) return
        // Where the system keeps no locks, nothing is kept from this window.
        if (!isHeld) {
          clearTimeout(timer)
          return tell('here')
        }
        // Another window took it; it is this one's turn again when that one lets go.
        tell('elsewhere')
        return wait({ signal })
      })
    }
    void wait(taken > 0 ? { steal: true } : { signal })
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [name, taken])
  const take = useCallback(() => setState((state) => ({ place: 'asking', taken: state.taken + 1 })), [])
  return { place, take }
}
