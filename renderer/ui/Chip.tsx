import type { ReactNode } from 'react'
import styles from './Chip.module.css'
import { classes } from './classes.ts'

export type Tone = 'plain' | 'late' | 'today' | 'no-next-step' | 'ok' | 'accent'

export interface ChipProps {
  tone?: Tone
  icon?: ReactNode
  title?: string
  /** Gives way to its neighbours where room is short: the more, the longer its words are, which this tells. */
  shrinks?: number
  children: ReactNode
}

/** A short fact in a pill: a tag, a source, a count. A tone needs words that say the same. */
export function Chip({ tone = 'plain', icon, title, shrinks = 0, children }: ChipProps) {
  return (
    <span className={classes(styles.chip, styles[tone])} {...(shrinks > 0 && { style: { flexShrink: shrinks ** 2 } })} {...(title !== undefined && { title })}>
      {icon}
      <span className={styles.text}>{children}</span>
    </span>
  )
}
