import { TriangleAlert } from 'lucide-react'
import { words } from '../../shared/strings/words.ts'
import { classes } from '../ui/classes.ts'
import styles from './Grid.module.css'

const say = words.calendar

/** How many touches a day has of those that one takes; a warning in words when it has more (practice P4). */
export function Load({ count, most }: { count: number; most: number }) {
  if (count === 0) return null
  const isOver = count > most
  return (
    <span className={classes(styles.load, isOver && styles.over)} title={isOver ? say.loadOverLong(count, most) : say.loadLong(count, most)}>
      {isOver && <TriangleAlert aria-hidden />}
      {say.load(count, most)}
      {isOver && <span className={styles.overWord}> {say.over}</span>}
    </span>
  )
}
