import { useMemo } from 'react'
import type { EnrolmentPreview } from '../../../shared/api.ts'
import { addDays, daysBetween, dueDate, type LocalDate } from '../../../shared/dates.ts'
import { monthName, shortDate } from '../../../shared/format.ts'
import { words } from '../../../shared/strings/words.ts'
import { classes } from '../../ui/classes.ts'
import { useReader } from '../../ui/Reader.tsx'
import styles from './LoadStrip.module.css'

const say = words.enrol

/** How high the highest bar is, in px. */
const highest = 40

/** How many touches each day would get, month by month; the days over the person's limit are marked. */
export function LoadStrip({ plans, crowded }: Pick<EnrolmentPreview, 'plans' | 'crowded'>) {
  const reader = useReader()
  const loads = useMemo(() => loadsOf(plans, reader.zone), [plans, reader.zone])
  const over = new Set(crowded.map(({ date }) => date))
  const dates = [...loads.keys()]
  const [busiest, most] = [...loads].reduce((best, load) => (load[1] > best[1] ? load : best), ['', 0] as [LocalDate, number])
  const first = dates[0]
  const last = dates.at(-1)
  if (first === undefined || last === undefined) return null
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.title}>
        {say.load}
        <span className={styles.spoken}>{say.loadWords(shortDate(first, reader), shortDate(last, reader), most, shortDate(busiest, reader))}</span>
      </figcaption>
      <div className={styles.strip} aria-hidden>
        {monthsBetween(first, last).map(([month, days]) => (
          <div key={month} className={styles.month} style={{ flexGrow: days.length }}>
            <div className={styles.days}>
              {days.map((date) => {
                const load = loads.get(date) ?? 0
                return (
                  <span key={date} className={classes(styles.day, over.has(date) && styles.over)} {...(load > 0 && { title: say.loadOn(shortDate(date, reader), load) })}>
                    {load > 0 && <span className={styles.bar} style={{ height: Math.max(3, (load / most) * highest) }} />}
                  </span>
                )
              })}
            </div>
            <span className={styles.name}>{monthName(`${month}-01`, reader.locale)}</span>
          </div>
        ))}
      </div>
    </figure>
  )
}

/** How many touches of the plans fall on each date, in the order of the dates. */
function loadsOf(plans: EnrolmentPreview['plans'], zone: string): Map<LocalDate, number> {
  const loads = new Map<LocalDate, number>()
  for (const { due } of plans.flatMap(({ steps }) => steps)) {
    const date = dueDate(due, zone)
    loads.set(date, (loads.get(date) ?? 0) + 1)
  }
  return new Map([...loads].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** The dates from one to another, by month: `2026-11`. */
function monthsBetween(first: LocalDate, last: LocalDate): [month: string, days: LocalDate[]][] {
  const dates = Array.from({ length: daysBetween(first, last) + 1 }, (_, day) => addDays(first, day))
  return [...Map.groupBy(dates, (date) => date.slice(0, 7))]
}
