import type { ReactNode, Ref } from 'react'
import { classes } from './classes.ts'
import { KeyHelp } from './KeyHelp.tsx'
import styles from './WorkList.module.css'

export interface WorkListProps {
  ref: Ref<HTMLDivElement>
  /** How many more there are than are drawn; nothing when all are. */
  more: string | false
  /** What the keys do with the current row. */
  keys: readonly { key: string; does: string }[]
  children: ReactNode
}

/** What is worked through row by row, by keyboard, in groups. */
export function WorkList({ ref, more, keys, children }: WorkListProps) {
  return (
    <div ref={ref} className={styles.list}>
      {children}
      {more !== false && <p className={styles.more}>{more}</p>}
      <div className={styles.keys}>
        <KeyHelp help={keys.map(({ key, does }) => ({ keys: [key], does }))} />
      </div>
    </div>
  )
}

export interface WorkGroupProps {
  title: string
  /** How many there are, also of those that are not drawn. */
  count: ReactNode
  /** The colour of its title. */
  className: string | undefined
  children: ReactNode
}

/** The rows that stand there for the same reason. */
export function WorkGroup({ title, count, className, children }: WorkGroupProps) {
  return (
    <section aria-label={title}>
      <h2 className={classes(styles.group, className)}>
        {title} <span className={styles.count}>{count}</span>
      </h2>
      <WorkRows>{children}</WorkRows>
    </section>
  )
}

export function WorkRows({ children }: { children: ReactNode }) {
  return <ul className={styles.rows}>{children}</ul>
}

export interface WorkRowProps {
  /** Names the row for {@link focusRow}. */
  id: string
  /** One row at a time is: the keys work on it, and Tab goes to it. */
  isCurrent: boolean
  onCurrent: () => void
  onOpen: () => void
  /** What can be done with it: shown while it is pointed at or current. */
  actions: ReactNode
  /** What is open below it. */
  below: ReactNode
  className?: string | undefined
  /** The button that the row itself is. */
  ref?: Ref<HTMLButtonElement>
  children: ReactNode
}

/** One row; pressed, it opens what it is about. */
export function WorkRow({ id, isCurrent, onCurrent, onOpen, actions, below, className, ref, children }: WorkRowProps) {
  return (
    <li className={classes(styles.row, isCurrent && styles.current, className)}>
      <div className={styles.line}>
        <button ref={ref} type="button" className={styles.open} data-row={id} tabIndex={isCurrent ? 0 : -1} onFocus={onCurrent} onClick={onOpen}>
          {children}
        </button>
        <span className={styles.actions}>{actions}</span>
      </div>
      {below}
    </li>
  )
}

/** Gives the focus to a row that is drawn. */
export function focusRow(list: HTMLElement | null, id: string): void {
  list?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus()
}
