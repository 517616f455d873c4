import { useEffect, useRef, useState } from 'react'
import { regionOf } from '../../shared/locale.ts'
import type { SortedNotes } from '../../shared/recap-notes.ts'
import { longestNotes } from '../../shared/recap.ts'
import { composerWords } from '../../shared/strings/composer-words.ts'
import { words } from '../../shared/strings/words.ts'
import { bridge } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import { useReader } from '../ui/Reader.tsx'
import { ErrorState, Spinner } from '../ui/States.tsx'
import type { SlotName, SortedLine } from './draft.ts'
import styles from './NotesDialog.module.css'
import { SortedList } from './SortedList.tsx'

const say = composerWords

export interface NotesDialogProps {
  leadId: string
  /** What was pasted into a line and is to be sorted instead; empty asks for notes. */
  pasted: string
  /** The notes that the recap keeps already. */
  kept: string
  /** How many more lines each slot takes. */
  room: Record<SlotName, number>
  onTake: (lines: SortedLine[], notes: string) => void
  onClose: () => void
}

/** Takes notes as they were written down, shows where each line would go and why, and takes them over (practice P8). */
export function NotesDialog({ leadId, pasted, kept, room, onTake, onClose }: NotesDialogProps) {
  const [notes, setNotes] = useState(pasted)
  const [isSorting, setSorting] = useState(pasted !== '')
  return (
    <Dialog title={say.notesTitle} width="wide" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      {isSorting ? (
        <Sorted notes={notes} leadId={leadId} room={room} onBack={() => setSorting(false)} onTake={(lines) => onTake(lines, notes)} />
      ) : (
        <Ask
          start={notes}
          kept={kept}
          onSort={(written) => {
            setNotes(written)
            setSorting(true)
          }}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}

/** Where notes are pasted or written. The field keeps its own text, which may be a megabyte. */
function Ask({ start, kept, onSort, onClose }: { start: string; kept: string; onSort: (notes: string) => void; onClose: () => void }) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => field.current?.focus(), [])
  /** True when the notes are to be sorted, and not to be changed first. */
  const sort = (notes: string): boolean => {
    const found = notes.trim() === '' ? say.notesEmpty : kept.length + notes.length + 2 > longestNotes ? say.notesTooLong : null
    setProblem(found)
    if (found === null) onSort(notes)
    return found === null
  }
  return (
    <>
      <DialogBody>
        <div className={styles.ask}>
          <p className={styles.hint}>{say.notesHint}</p>
          <textarea
            ref={field}
            className={styles.field}
            dir="auto"
            rows={kept === '' ? 12 : 7}
            aria-label={say.notesField}
            placeholder={say.notesPlaceholder}
            defaultValue={start}
            onPaste={(event) => {
              if (event.currentTarget.value !== '') return
              event.preventDefault()
              const pasted = event.clipboardData.getData('text/plain')
              // Into the field only where it has to be cut: laying out a megabyte of lines takes a while.
              if (!sort(pasted)) event.currentTarget.value = pasted
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
              event.preventDefault()
              sort(event.currentTarget.value)
            }}
          />
          {problem !== null && (
            <p className={styles.problem} role="alert">
              {problem}
            </p>
          )}
          {kept !== '' && (
            <label className={styles.kept}>
              <span>{say.notesKept}</span>
              <textarea className={styles.field} dir="auto" rows={7} readOnly value={kept} />
            </label>
          )}
        </div>
      </DialogBody>
      <DialogActions>
        <Button onPress={onClose}>{words.app.cancel}</Button>
        <Button kind="primary" onPress={() => sort(field.current?.value ?? '')}>
          {say.sortNotes}
        </Button>
      </DialogActions>
    </>
  )
}

interface SortedProps {
  notes: string
  leadId: string
  room: Record<SlotName, number>
  onBack: () => void
  onTake: (lines: SortedLine[]) => void
}

function Sorted({ notes, leadId, ...list }: SortedProps) {
  const region = regionOf(useReader().locale)
  const [answer, setAnswer] = useState<SortedNotes | string | null>(null)
  useEffect(() => {
    let isWanted = true
    const ask = async () => {
      const reply = await bridge.call('sortNotes', { text: notes, leadId, region })
      if (isWanted) setAnswer(reply.ok ? reply.data : reply.error.message)
    }
    void ask()
    return () => {
      isWanted = false
    }
  }, [notes, leadId, region])
  if (typeof answer === 'string') return <ErrorState message={answer} onRetry={list.onBack} />
  return answer === null ? <Spinner /> : <SortedList sorted={answer} {...list} />
}
