import { useCallback, useEffect, useRef, useState } from 'react'
import { longestLine } from '../../shared/recap.ts'
import { composerWords } from '../../shared/strings/composer-words.ts'
import { words } from '../../shared/strings/words.ts'
import { showToast } from '../ui/Toast.tsx'
import type { SlotName, SortedLine } from './draft.ts'
import { roomIn } from './lines.ts'
import type { DraftState } from './useDraft.ts'

const say = composerWords

/** As many rows pasted into a line are notes rather than a list for that slot; it is offered to sort them. */
const fewestRows = 3

export interface Notes {
  /** What is to be sorted, empty while it is asked for; null while the dialog is closed. */
  asked: string | null
  open: (pasted: string) => void
  close: () => void
  /** Takes what was sorted into the draft. */
  take: (lines: SortedLine[], notes: string) => void
  /** Hears of what is pasted into a line; true when it is too much for its slot and is sorted instead. */
  onNotes: (slot: SlotName, rows: readonly string[], text: string) => boolean
}

/** The way of notes into a draft: pasted on purpose, or into a line. `onNotes` is stable. */
export function useNotes(state: DraftState): Notes {
  const [asked, setAsked] = useState<string | null>(null)
  const latest = useRef(state)
  useEffect(() => {
    latest.current = state
  }, [state])
  const onNotes = useCallback((slot: SlotName, rows: readonly string[], text: string) => {
    const { draft, undo } = latest.current
    if (rows.length > roomIn(draft.slots[slot]) || rows.some((row) => row.length > longestLine)) {
      setAsked(text)
      return true
    }
    const sortInstead = () => {
      // Unless something was written since, the rows leave the slot they were pasted into.
      if (latest.current.before === draft) undo()
      setAsked(text)
    }
    if (rows.length >= fewestRows) showToast({ message: say.pastedHere(rows.length), action: { label: say.sortInstead, run: sortInstead } })
    return false
  }, [])
  const take = (lines: SortedLine[], notes: string) => {
    state.change({ kind: 'notes', notes, lines })
    setAsked(null)
    showToast({ message: say.taken(lines.length), action: { label: words.app.undo, run: state.undo } })
  }
  return { asked, open: setAsked, close: () => setAsked(null), take, onNotes }
}
