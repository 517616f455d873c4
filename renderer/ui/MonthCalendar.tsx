import type { CalendarDate } from '@internationalized/date'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Button, Calendar, CalendarCell, CalendarGrid, Heading, type CalendarProps } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './Field.module.css'

/** A month to choose a day from, and the way to the other months. */
export function MonthCalendar(props: Pick<CalendarProps<CalendarDate>, 'value' | 'onChange' | 'autoFocus'>) {
  return (
    <Calendar<CalendarDate> {...props}>
      <header className={styles.calendarHead}>
        <Button slot="previous" className={classes(styles.boxButton)}>
          <ChevronLeft aria-hidden />
        </Button>
        <Heading />
        <Button slot="next" className={classes(styles.boxButton)}>
          <ChevronRight aria-hidden />
        </Button>
      </header>
      <CalendarGrid>{(date) => <CalendarCell date={date} className={classes(styles.day)} />}</CalendarGrid>
    </Calendar>
  )
}
