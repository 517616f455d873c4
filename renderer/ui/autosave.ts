import { useEffect, useLayoutEffect, useState } from 'react'
import type { Reply } from '../../shared/api.ts'
import { createSaver, type SaverState } from './saver.ts'

export interface Autosave {
  status: 'saved' | 'saving' | 'failed'
  /** Why the last attempt failed; the text is still here and the next change tries again. */
  error: string
  /** Saves at once; true when everything is on disk afterwards. */
  flush: () => Promise<boolean>
}

/**
 * Saves each change of `value` at once (see {@link createSaver}). What could not be saved is tried again when the
 * application can be reached once more, when the window loses the focus or is closed, and when the component goes away.
 * @param start what is stored so far; it may have more fields than are edited
 * @param save the same function for as long as the component is there
 * @param isReachable whether the application can be reached now
 */
export function useAutosave<T extends object>(start: T, value: T, save: (changes: Partial<T>) => Promise<Reply<null>>, isReachable: boolean): Autosave {
  const [{ stored, error }, setState] = useState<SaverState<T>>({ stored: start, error: null })
  const [saver] = useState(() => createSaver(start, save, setState))
  useLayoutEffect(() => saver.take(value), [saver, value])
  useEffect(() => {
    const again = () => void saver.flush()
    window.addEventListener('blur', again)
    window.addEventListener('pagehide', again)
    return () => {
      window.removeEventListener('blur', again)
      window.removeEventListener('pagehide', again)
      again()
    }
  }, [saver])
  useEffect(() => {
    if (isReachable) void saver.flush()
  }, [isReachable, saver])
  return { status: error !== null ? 'failed' : stored === value ? 'saved' : 'saving', error: error ?? '', flush: saver.flush }
}
