import { todayWords } from '../../shared/strings/today-words.ts'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import styles from './Progress.module.css'

/** How far today's queue is worked through: "4 of 11", and a bar that says the same. */
export function Progress({ done, all }: { done: number; all: number }) {
  return (
    <span className={styles.progress}>
      <ProgressBar label={todayWords.progressLabel(done, all)} value={done} max={all} />
      {todayWords.progress(done, all)}
    </span>
  )
}
