import type { ReactNode } from 'react'
import { playbookWords } from '../../shared/strings/cadence-words.ts'
import { TopBar } from '../ui/TopBar.tsx'
import styles from './PlaybookBar.module.css'

/** The parts of the playbook, in the order of their tabs; each has its place at `/playbook/<part>`. */
export const playbookParts = ['cadences', 'templates', 'value'] as const
export type PlaybookPart = (typeof playbookParts)[number]

/** The bar of a part of the playbook, with the way to the others. */
export function PlaybookBar({ part, actions }: { part: PlaybookPart; actions?: ReactNode }) {
  return (
    <TopBar title={playbookWords.title} actions={actions}>
      <nav className={styles.tabs} aria-label={playbookWords.partsLabel}>
        {playbookParts.map((other) => (
          <a key={other} className={styles.tab} href={`#/playbook/${other}`} {...(other === part && { 'aria-current': 'page' })}>
            {playbookWords.parts[other]}
          </a>
        ))}
      </nav>
    </TopBar>
  )
}
