import { openRuns } from '../../shared/message-checks.ts'
import styles from './FilledText.module.css'

/** A text in which what is still to be filled in is marked. */
export function FilledText({ text }: { text: string }) {
  return openRuns(text).map((run) =>
    run.isOpen ? (
      <mark key={run.start} className={styles.open}>
        {run.text}
      </mark>
    ) : (
      run.text
    ),
  )
}
