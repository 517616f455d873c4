import { useCallback, useEffect, useRef, useState } from 'react'
import type { Reply } from '../../shared/api.ts'

/** How long typing rests before it is saved. */
const restMs = 250

export interface Autosave {
  status: 'saved' | 'saving' | 'failed'
  /** Why the last attempt failed; the text is still here and the next change tries again. */
  error: string
  /** Saves at once; true when everything is on disk afterwards. */
  flush(): Promise<boolean>
}

/**
 * Saves the fields of `value` that changed: a moment after the last change, and at once when the field or the window
 * loses the focus, the window is hidden or closed, or the component goes away. One save at a time, so that an older
 * one never lands on a newer one.
 */
export function useAutosave<T extends object>(value: T, save: (changes: Partial<T>) => Promise<Reply<null>>): Autosave {
  const latest = useRef(value)
  const stored = useRef(value)
  const underway = useRef<Promise<boolean> | null>(null)
  const [{ saved, error }, setState] = useState<{ saved: T; error: string | null }>({ saved: value, error: null })

  const flush = useCallback(async (): Promise<boolean> => {
    while (underway.current) await underway.current
    const target = latest.current
    if (target === stored.current) return true
    const changes = changedFields(stored.current, target)
    const settle = () => {
      stored.current = target
      setState({ saved: target, error: null })
      return true
    }
    if (Object.keys(changes).length === 0) return settle()
    const attempt = save(changes).then((reply) => {
      underway.current = null
      if (reply.ok) return settle()
      setState((before) => ({ ...before, error: reply.error.message }))
      return false
    })
    underway.current = attempt
    return attempt
  }, [save])

  useEffect(() => {
    latest.current = value
    const timer = setTimeout(() => void flush(), restMs)
    return () => clearTimeout(timer)
  }, [value, flush])

  useEffect(() => {
    const now = () => void flush()
    const hidden = () => document.visibilityState === 'hidden' && now()
    document.addEventListener('focusout', now)
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('blur', now)
    window.addEventListener('pagehide', now)
    return () => {
      document.removeEventListener('focusout', now)
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('blur', now)
      window.removeEventListener('pagehide', now)
      now()
    }
  }, [flush])

  return { status: error !== null ? 'failed' : saved === value ? 'saved' : 'saving', error: error ?? '', flush }
}

function changedFields<T extends object>(before: T, after: T): Partial<T> {
  const changes: Partial<T> = {}
  for (const field of Object.keys(after) as (keyof T)[]) {
    if (before[field] !== after[field] && JSON.stringify(before[field]) !== JSON.stringify(after[field])) changes[field] = after[field]
  }
  return changes
}
