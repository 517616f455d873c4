import type { QuickAddPiece } from '../../shared/quick-add.ts'
import { words } from '../../shared/strings/words.ts'
import { classes } from '../ui/classes.ts'
import styles from './Understood.module.css'

/** Pieces beyond so many are in the fields and not drawn. */
const mostShown = 24

/** The line again, each piece with what it was taken for. */
export function Understood({ text, pieces }: { text: string; pieces: readonly QuickAddPiece[] }) {
  if (pieces.length === 0) return <p className={styles.hint}>{words.quickAdd.hint}</p>
  return (
    <ul className={styles.pieces} aria-label={words.quickAdd.understood}>
      {pieces.slice(0, mostShown).map(({ part, start, end }) => (
        <li key={start} className={classes(styles.piece, part === 'notes' && styles.notes)}>
          <span className={styles.part}>{words.quickAdd.parts[part]}</span>
          <bdi className={styles.text}>{text.slice(start, end)}</bdi>
        </li>
      ))}
    </ul>
  )
}
