import { useEffect, useRef, type ReactNode } from 'react'
import type { LedgerPromise } from '../../shared/api.ts'
import { ledgerWords } from '../../shared/strings/ledger-words.ts'
import { promiseNotes, standingNow, standingWords } from '../touch/promise-words.ts'
import type { PromiseEdit } from '../touch/promise-work.ts'
import { PromiseActions } from '../touch/PromiseActions.tsx'
import { classes } from '../ui/classes.ts'
import { useReader } from '../ui/Reader.tsx'
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
    <li className={classes(styles.row, isCurrent && styles.current, state !== 'open' && styles.settled)}>
      <div className={styles.line}>
        <button ref={open} type="button" className={styles.open} data-row={promise.id} tabIndex={isCurrent ? 0 : -1} onFocus={onCurrent} onClick={onOpen}>
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
        </button>
        <span className={styles.actions}>
          <PromiseActions promise={promise} keys excludeFromTabOrder={!isCurrent} onEdit={onEdit} />
        </span>
      </div>
      {form !== null && <div className={styles.below}>{form}</div>}
    </li>
  )
}
