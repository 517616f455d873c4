import { useState } from 'react'
import type { Id } from '../../shared/id.ts'
import { isSame, type Draft } from './draft.ts'

const prefix = 'cadence-draft:'

/** The draft of the cadence that is not there yet. */
export const newCadence = 'new'

/** The cadences that were changed and not saved, by id. */
export function draftIds(): ReadonlySet<Id> {
  return new Set(Object.keys(localStorage).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : [])))
}

/**
 * What is written of a cadence and not saved yet: it is kept by this window's storage until it is saved or discarded, so
 * that leaving the screen loses nothing. `saved` is how the cadence stands.
 */
export function useDraft(id: Id, saved: Draft): { draft: Draft; isChanged: boolean; change: (draft: Draft) => void; discard: () => void } {
  const [kept, setKept] = useState<Draft | null>(() => read(id))
  const discard = () => {
    localStorage.removeItem(prefix + id)
    setKept(null)
  }
  const change = (draft: Draft) => {
    if (isSame(draft, saved)) return discard()
    setKept(draft)
    write(id, draft)
  }
  return { draft: kept ?? saved, isChanged: kept !== null, change, discard }
}

function write(id: Id, draft: Draft): void {
  try {
    localStorage.setItem(prefix + id, JSON.stringify(draft))
  } catch {
    // The storage is full: the draft lasts as long as the screen is open.
  }
}

function read(id: Id): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(prefix + id) ?? 'null') as Draft | null
    return Array.isArray(draft?.steps) ? draft : null
  } catch {
    return null
  }
}
