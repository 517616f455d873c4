import type { ReactNode } from 'react'
import styles from './Settings.module.css'

/** One section of the settings, its heading beside it. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <h2>{title}</h2>
      <div className={styles.fields}>{children}</div>
    </section>
  )
}
