import { Ellipsis } from 'lucide-react'
import type { BoardColumn } from '../../shared/board-columns.ts'
import { compactMoney, fullMoney, wholeNumber } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import { useReader } from '../ui/Reader.tsx'
import styles from './Columns.module.css'

/** The name of a column, how many leads it has and, below, what they are worth, each currency by itself. */
export function ColumnHead({ column: { name, stage, count, sums, weighted } }: { column: BoardColumn }) {
  const { locale } = useReader()
  return (
    <header className={styles.head}>
      {stage && <span className={styles.dot} data-colour={stage.colour} aria-hidden />}
      <h2 className={styles.stage} title={name} aria-label={words.board.columnFacts(name, count)}>
        {name}
      </h2>
      <span className={styles.count} aria-hidden>
        {wholeNumber(count, locale)}
      </span>
      {stage && (
        <button type="button" className={styles.menu} aria-label={words.stageEditor.menu(name)} aria-haspopup="menu" title={words.stageEditor.menu(name)} data-stage-menu={stage.id}>
          <Ellipsis aria-hidden />
        </button>
      )}
      <Worth sums={sums} weighted={weighted} />
    </header>
  )
}

/** The sums and, where the chance makes them less but leaves some, the weighted sums (practice P22). */
function Worth({ sums, weighted }: Pick<BoardColumn, 'sums' | 'weighted'>) {
  const { locale } = useReader()
  const rounded = weighted.map((sum) => ({ ...sum, amount: Math.round(sum.amount) }))
  const isLess = rounded.some(({ amount }) => amount > 0) && sums.some((sum) => rounded.find(({ currency }) => currency === sum.currency)?.amount !== Math.round(sum.amount))
  const inFull = [sums.map((sum) => fullMoney(sum, locale)).join(' · '), words.board.weighted(rounded.map((sum) => fullMoney(sum, locale)).join(' · '))]
  return (
    <p className={styles.worth} {...(sums.length > 0 && { title: inFull.join('\n') })}>
      {sums.map((sum) => compactMoney(sum, locale)).join(' · ')}
      {isLess && <span className={styles.weighted}>{words.board.weightedShort(rounded.map((sum) => compactMoney(sum, locale)).join(' · '))}</span>}
    </p>
  )
}
