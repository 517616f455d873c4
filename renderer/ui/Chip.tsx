import type { ReactNode } from 'react'
import styles from './Chip.module.css'
import { classes } from './classes.ts'

export type Tone = 'plain' | 'late' | 'today' | 'no-next-step' | 'ok' | 'accent'

/** A short fact in a pill: a tag, a source, a count. A tone needs words that say the same. */
export function Chip({ tone = 'plain', icon, title, children }: { tone?: Tone; icon?: ReactNode; title?: string; children: ReactNode }) {
  return (
    <span className={classes(styles.chip, styles[tone])} {...(title !== undefined && { title })}>
      {icon}
      <span className={styles.text}>{children}</span>
    </span>
  )
}
