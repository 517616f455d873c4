import { useState } from 'react'
import type { Id } from '../../shared/id.ts'
import type { ListedPromise, StandingKind } from '../../shared/promise.ts'
import { ledgerWords } from '../../shared/strings/ledger-words.ts'
import { Chip, type Tone } from '../ui/Chip.tsx'
import { classes } from '../ui/classes.ts'
import { useReader } from '../ui/Reader.tsx'
import { PromiseActions } from './PromiseActions.tsx'
import { EditPromise, MovePromise } from './PromiseForm.tsx'
import styles from './PromiseRow.module.css'
import { promiseNotes, standingNow, standingWords } from './promise-words.ts'
import type { PromiseEdit } from './promise-work.ts'
import { useKeptFocus } from './useKeptFocus.ts'

const say = ledgerWords

/** The colour in which the day of a promise is told. */
export const standingTone: Partial<Record<StandingKind, Tone>> = { late: 'late', 'kept-late': 'plain', today: 'today', kept: 'ok' }

export interface PromiseRowProps {
  promise: ListedPromise
  /** The touch at which it comes out what becomes of it. */
  touchId?: Id | null
  /** Said instead of what else there is to say of it: why it stands here. */
  note?: string | undefined
  worded?: boolean
}

/** A promise in a list, with what can be done about it. */
export function PromiseRow({ promise, touchId = null, note, worded = false }: PromiseRowProps) {
  const reader = useReader()
  const [open, setOpen] = useState<PromiseEdit | null>(null)
  const row = useKeptFocus<HTMLLIElement>(`${promise.state} ${open}`)
  const { kind } = standingNow(promise, reader)
  const notes = note === undefined ? promiseNotes(promise, reader) : [note]
  const close = () => setOpen(null)
  return (
    <li ref={row} className={classes(styles.row, promise.state !== 'open' && styles.settled)}>
      <div className={styles.line}>
        <span className={styles.side}>{say.sides[promise.side]}</span>
        <div className={styles.text}>
          <span className={styles.what} dir="auto">
            {promise.what}
          </span>
          {notes.length > 0 && <span className={styles.notes}>{notes.join(' · ')}</span>}
        </div>
        <Chip tone={standingTone[kind] ?? 'plain'}>{standingWords(promise, reader)}</Chip>
        <span className={styles.actions}>
          <PromiseActions promise={promise} touchId={touchId} worded={worded} onEdit={setOpen} />
        </span>
      </div>
      {open === 'move' && <MovePromise promise={promise} touchId={touchId} onClose={close} />}
      {open === 'edit' && <EditPromise promise={promise} onClose={close} />}
    </li>
  )
}
