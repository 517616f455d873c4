import type { LocalDate } from '../../shared/dates.ts'
import { longDate } from '../../shared/format.ts'
import { classes } from '../ui/classes.ts'
import { useReader } from '../ui/Reader.tsx'
import styles from './Grid.module.css'
import { dayNumber } from './period.ts'

/** The number of a day; those who cannot see where it stands hear its whole date. */
export function DayNumber({ date, isToday, withMonth = false }: { date: LocalDate; isToday: boolean; withMonth?: boolean }) {
  const reader = useReader()
  return (
    <>
      <span aria-hidden className={classes(styles.number, isToday && styles.today)}>
        {dayNumber(date, reader.locale, withMonth)}
      </span>
      <span className={styles.spoken}>{longDate(date, reader)} </span>
    </>
  )
}
