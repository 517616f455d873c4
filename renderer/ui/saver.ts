import type { Reply } from '../../shared/api.ts'

/** What became of a value that is being saved: the latest that is stored, and why the last attempt failed. */
export interface SaverState<T> {
  stored: T
  error: string | null
}

/** Keeps what is stored the same as the latest value; see {@link createSaver}. */
export interface Saver<T> {
  /** Takes a newer value, and saves it at once. */
  take: (value: T) => void
  /** Saves what is not stored yet; true when all of it is. */
  flush: () => Promise<boolean>
}

/**
 * Saves the fields of a value that changed, at each change, so that nothing waits where a kill would take it. One save
 * at a time: what changes meanwhile goes in one save after it, and an older one never lands on a newer one. After a save
 * that failed the next change, or `flush`, tries again.
 * @param start what is stored so far; it may have more fields than the values that are taken
 * @param told hears of each value that was stored, and of each failure
 */
export function createSaver<T extends object>(start: T, save: (changes: Partial<T>) => Promise<Reply<null>>, told: (state: SaverState<T>) => void): Saver<T> {
  let latest = start
  let stored = start
  let underway: Promise<boolean> | null = null

  const saveAll = async (): Promise<boolean> => {
    while (latest !== stored) {
      const target = latest
      const changes = changedFields(stored, target)
      const reply = Object.keys(changes).length === 0 ? null : await save(changes)
      if (reply?.ok === false) {
        underway = null
        told({ stored, error: reply.error.message })
        return false
      }
      stored = target
    }
    underway = null
    told({ stored, error: null })
    return true
  }
  const flush = async (): Promise<boolean> => {
    if (latest === stored) return true
    // In a microtask, so that `underway` is set before it can be cleared.
    underway ??= Promise.resolve().then(saveAll)
    return underway
  }
  const take = (value: T) => {
    latest = value
    void flush()
  }
  return { take, flush }
}

function changedFields<T extends object>(before: T, after: T): Partial<T> {
  const changes: Partial<T> = {}
  for (const field of Object.keys(after) as (keyof T)[]) {
    if (before[field] !== after[field] && JSON.stringify(before[field]) !== JSON.stringify(after[field])) changes[field] = after[field]
  }
  return changes
}
