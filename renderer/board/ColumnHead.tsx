import { Ellipsis } from 'lucide-react'
import type { BoardColumn } from '../../shared/board-columns.ts'
import { compactMoney, fullMoney, wholeNumber } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import { useReader } from '../ui/Reader.tsx'
import styles from './Columns.module.css'

/** The name of a column, how many leads it has and what they are worth, each currency by itself. */
export function ColumnHead({ column: { name, stage, count, sums, weighted } }: { column: BoardColumn }) {
  const { locale } = useReader()
  const weightedWords = words.board.weighted(weighted.map((sum) => fullMoney({ ...sum, amount: Math.round(sum.amount) }, locale)).join(' · '))
  return (
    <header className={styles.head}>
      {stage && <span className={styles.dot} data-colour={stage.colour} aria-hidden />}
      <h2 className={styles.stage} title={name} aria-label={words.board.columnFacts(name, count)}>
        {name}
      </h2>
      <span className={styles.count} aria-hidden>
        {wholeNumber(count, locale)}
      </span>
      {sums.length > 0 && (
        <span className={styles.sums} title={`${sums.map((sum) => fullMoney(sum, locale)).join(' · ')}\n${weightedWords}`}>
          {sums.map((sum) => compactMoney(sum, locale)).join(' · ')}
          <span className={styles.spoken}>{weightedWords}</span>
        </span>
      )}
      {stage && (
        <button type="button" className={styles.menu} aria-label={words.stageEditor.menu(name)} aria-haspopup="menu" title={words.stageEditor.menu(name)} data-stage-menu={stage.id}>
          <Ellipsis aria-hidden />
        </button>
      )}
    </header>
  )
}
