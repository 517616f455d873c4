import { useEffect, useRef, type ReactNode } from 'react'
import type { LedgerPromise } from '../../shared/api.ts'
import { ledgerWords } from '../../shared/strings/ledger-words.ts'
import { promiseNotes, standingNow, standingWords } from '../touch/promise-words.ts'
import type { PromiseEdit } from '../touch/promise-work.ts'
import { PromiseActions } from '../touch/PromiseActions.tsx'
import { classes } from '../ui/classes.ts'
import { useReader } from '../ui/Reader.tsx'
import { WorkRow } from '../ui/WorkList.tsx'
import styles from './LedgerRow.module.css'

export interface LedgerRowProps {
  promise: LedgerPromise
  isCurrent: boolean
  onCurrent: () => void
  onOpen: () => void
  onEdit: (edit: PromiseEdit) => void
  /** What is open below it; null for nothing. */
  form: ReactNode
}

/** One promise: whose it is, what it says, with whom, and how it stands. The row itself opens the lead. */
export function LedgerRow({ promise, isCurrent, onCurrent, onOpen, onEdit, form }: LedgerRowProps) {
  const reader = useReader()
  const open = useRef<HTMLButtonElement>(null)
  const wantsKeys = isCurrent && form === null
  // The row that had the keyboard is gone or stands in another group now, or there was none yet: the current one gets it.
  useEffect(() => {
    if (wantsKeys && document.activeElement === document.body) open.current?.focus()
  }, [wantsKeys])
  const { side, what, contactName, company, leadTitle, state } = promise
  const { kind } = standingNow(promise, reader)
  const about = [contactName, company === contactName ? '' : company, leadTitle].filter(Boolean).join(' · ')
  return (
    <WorkRow
      ref={open}
      id={promise.id}
      isCurrent={isCurrent}
      onCurrent={onCurrent}
      onOpen={onOpen}
      actions={<PromiseActions promise={promise} keys excludeFromTabOrder={!isCurrent} onEdit={onEdit} />}
      below={form !== null && <div className={styles.below}>{form}</div>}
      className={state === 'open' ? undefined : styles.settled}
    >
      <span className={classes(styles.side, styles[side])}>{ledgerWords.sides[side]}</span>
      <span className={styles.text}>
        <span className={styles.what} dir="auto">
          {what}
        </span>
        <span className={styles.about} dir="auto">
          {[about, ...promiseNotes(promise, reader)].join(' · ')}
        </span>
      </span>
      <span className={classes(styles.when, kind === 'late' && styles.late, kind === 'today' && styles.today, kind === 'kept' && styles.kept)}>{standingWords(promise, reader)}</span>
    </WorkRow>
  )
}
