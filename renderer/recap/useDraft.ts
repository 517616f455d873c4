import { useCallback, useMemo, useReducer } from 'react'
import { draftContent, type Content, type Draft, type DraftChange } from './draft.ts'
import { changeHistory, historyOf } from './history.ts'

export interface DraftState {
  draft: Draft
  /** What it says now; the same object as long as it says the same. */
  content: Content
  /** What it was before its last step. */
  before: Draft | undefined
  change: (change: DraftChange) => void
  undo: () => void
  redo: () => void
}

/** The draft of a stored recap, and the ways to change it; all of them are stable. */
export function useDraft(stored: Content): DraftState {
  const [{ draft, past }, dispatch] = useReducer(changeHistory, stored, historyOf)
  const content = useMemo(() => draftContent(draft), [draft])
  const change = useCallback((made: DraftChange) => dispatch({ kind: 'change', change: made, now: Date.now() }), [])
  const undo = useCallback(() => dispatch({ kind: 'undo' }), [])
  const redo = useCallback(() => dispatch({ kind: 'redo' }), [])
  return { draft, content, before: past.at(-1), change, undo, redo }
}
