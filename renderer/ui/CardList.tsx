import type { ReactNode } from 'react'
import { Link } from 'wouter'
import styles from './CardList.module.css'
import { classes } from './classes.ts'

/** Things of one kind in one box, a row each. */
export function CardList({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className={styles.list} aria-label={label}>
      {children}
    </ul>
  )
}

/** One of them; `className` says how it lays out what it holds. */
export function CardRow({ className, children }: { className: string | undefined; children: ReactNode }) {
  return <li className={classes(styles.row, className)}>{children}</li>
}

/** The name of what a row opens; a press anywhere on the row does it. */
export function CardLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link className={styles.opens} href={href}>
      {children}
    </Link>
  )
}

/** As {@link CardLink}, for what opens over the list. */
export function CardButton({ onPress, children }: { onPress: () => void; children: ReactNode }) {
  return (
    <button type="button" className={styles.opens} onClick={onPress}>
      {children}
    </button>
  )
}

/** What else can be done with a row. */
export function CardActions({ children }: { children: ReactNode }) {
  return <span className={styles.actions}>{children}</span>
}
