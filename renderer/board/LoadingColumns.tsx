import { words } from '../../shared/strings/words.ts'
import { Skeleton } from '../ui/States.tsx'
import styles from './Columns.module.css'

const columns = ['first', 'second', 'third', 'fourth', 'fifth']

/** The board's shape, for the moment before its leads are there. */
export function LoadingColumns() {
  return (
    <section className={styles.columns} aria-label={words.ui.loading} aria-busy>
      {columns.map((column) => (
        <div key={column} className={styles.column}>
          <div className={styles.head}>
            <Skeleton width={72} />
          </div>
          <div className={styles.ground} />
        </div>
      ))}
    </section>
  )
}
