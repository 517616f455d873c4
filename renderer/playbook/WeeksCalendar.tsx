import type { PlannedStep } from '../../shared/cadence-plan.ts'
import { dueDate, localDateAt, weekday, type LocalDate } from '../../shared/dates.ts'
import { longDate, monthName, weekdayName, type Reader } from '../../shared/format.ts'
import { firstDayOfWeek } from '../../shared/locale.ts'
import { playbookWords } from '../../shared/strings/cadence-words.ts'
import { words } from '../../shared/strings/words.ts'
import { ChannelIcon } from '../ui/ChannelIcon.tsx'
import { classes } from '../ui/classes.ts'
import type { OwnDays } from '../ui/daysOffPassed.ts'
import { useReader } from '../ui/Reader.tsx'
import { weekLines } from './weeks.ts'
import styles from './WeeksCalendar.module.css'

/** More icons than this do not fit into a day. */
const mostIcons = 3

/** Touches on a calendar that draws the weeks they lie in and leaves longer stretches without any out. */
export function WeeksCalendar({ steps, days: { workingDays, daysOff } }: { steps: readonly PlannedStep[]; days: OwnDays }) {
  const reader = useReader()
  const days = byDate(steps, reader)
  const lines = weekLines([...days.keys()], firstDayOfWeek(reader.locale))
  const head = lines.find((line) => line.kind === 'week')?.days ?? []
  const months = monthLabels(lines.flatMap((line) => (line.kind === 'week' ? [line.days] : [])), reader.locale)
  return (
    // What it shows is said in full by the list below it.
    <table className={styles.table} aria-hidden>
      <thead>
        <tr>
          <td className={styles.month}>{'\u00a0'}</td>
          {head.map((date) => (
            <th key={date}>{weekdayName(weekday(date), reader.locale, 'short')}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) =>
          line.kind === 'gap' ? (
            <tr key={`before-${line.before}`}>
              <td colSpan={8} className={styles.gap}>
                {playbookWords.weeksBetween(line.weeks)}
              </td>
            </tr>
          ) : (
            <tr key={line.days[0]}>
              <td className={styles.month}>{months.get(line.days[0] ?? '')}</td>
              {line.days.map((date) => (
                <Day key={date} date={date} steps={days.get(date) ?? []} isFree={!workingDays.includes(weekday(date))} off={daysOff.find(({ from, to }) => from <= date && date <= to)} reader={reader} />
              ))}
            </tr>
          ),
        )}
      </tbody>
    </table>
  )
}

interface DayProps {
  date: LocalDate
  steps: readonly PlannedStep[]
  /** No day on which the person works. */
  isFree: boolean
  off: OwnDays['daysOff'][number] | undefined
  reader: Reader
}

function Day({ date, steps, isFree, off, reader }: DayProps) {
  const isToday = date === localDateAt(reader.now, reader.zone)
  const title = [longDate(date, reader), ...(off ? [off.name] : []), ...steps.map(({ channel }) => words.channels[channel])].join(' · ')
  return (
    <td className={classes(styles.day, (isFree || off) && styles.free, off && styles.off, steps.length > 0 && styles.touched)} {...((steps.length > 0 || off) && { title })}>
      <span className={classes(styles.number, isToday && styles.today)}>{Number(date.slice(8))}</span>
      <span className={styles.icons}>
        {steps.slice(0, mostIcons).map(({ stepId, channel }) => (
          <ChannelIcon key={stepId} channel={channel} />
        ))}
        {steps.length > mostIcons && <span className={styles.more}>+{steps.length - mostIcons}</span>}
      </span>
    </td>
  )
}

function byDate(steps: readonly PlannedStep[], { zone }: Reader): Map<LocalDate, PlannedStep[]> {
  return Map.groupBy(steps, ({ due }) => dueDate(due, zone))
}

/** The name of a month beside the first of the weeks that begin in it, by the first day of that week. */
function monthLabels(weeks: readonly LocalDate[][], locale: string): Map<LocalDate, string> {
  const labels = new Map<LocalDate, string>()
  let month = ''
  for (const week of weeks) {
    const last = week.at(-1) ?? ''
    if (last.slice(0, 7) !== month) labels.set(week[0] ?? '', monthName(last, locale))
    month = last.slice(0, 7)
  }
  return labels
}
