import { AlarmClock, CalendarClock, CalendarPlus, Check, Flag } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TodayItem } from '../../shared/api.ts'
import { compactMoney, dateAndTime, dueGroup, dueWords, type Reader } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import { IconButton } from '../ui/Button.tsx'
import { ChannelIcon } from '../ui/ChannelIcon.tsx'
import { classes } from '../ui/classes.ts'
import { useReader } from '../ui/Reader.tsx'
import styles from './Row.module.css'
import { itemKey } from './session.ts'

/** What can be done with a row. */
export type Work = 'done' | 'snooze' | 'reschedule' | 'open'

export interface RowProps {
  item: TodayItem
  isCurrent: boolean
  onCurrent: () => void
  onWork: (work: Work) => void
  /** What is open below it. */
  children: ReactNode
}

/** One thing to do: who, what for, why now. The row itself opens the lead. */
export function Row({ item, isCurrent, onCurrent, onWork, children }: RowProps) {
  const reader = useReader()
  const { touch } = item
  const why = reasonWords(item, reader)
  const tone = touch === null ? styles.none : dueGroup(touch.due, reader) === 'overdue' ? styles.late : styles.today
  return (
    <li className={classes(styles.row, isCurrent && styles.current)}>
      <div className={styles.line}>
        <button type="button" className={styles.open} data-row={itemKey(item)} tabIndex={isCurrent ? 0 : -1} onFocus={onCurrent} onClick={() => onWork('open')}>
          <span className={classes(styles.icon, tone)}>{touch ? <ChannelIcon channel={touch.channel} /> : <Flag aria-hidden />}</span>
          <span className={styles.text}>
            <span className={styles.first}>
              <span className={styles.name}>{item.contactName}</span>
              {item.company !== '' && item.company !== item.contactName && <span className={styles.company}>{item.company}</span>}
            </span>
            <span className={styles.purpose}>{purposeWords(item)}</span>
          </span>
          {item.value && <span className={styles.value}>{compactMoney(item.value, reader.locale)}</span>}
          <span className={classes(styles.why, tone)}>{why}</span>
        </button>
        <span className={styles.actions}>
          {touch && <IconButton label={words.today.done} keys="D" icon={<Check />} size="small" excludeFromTabOrder={!isCurrent} onPress={() => onWork('done')} />}
          {touch && (
            <span data-snooze={isCurrent || undefined}>
              <IconButton label={words.today.snooze} keys="S" icon={<AlarmClock />} size="small" excludeFromTabOrder={!isCurrent} onPress={() => onWork('snooze')} />
            </span>
          )}
          <IconButton
            label={touch ? words.today.reschedule : words.today.schedule}
            keys="R"
            icon={touch ? <CalendarClock /> : <CalendarPlus />}
            size="small"
            excludeFromTabOrder={!isCurrent}
            onPress={() => onWork('reschedule')}
          />
        </span>
      </div>
      {children}
    </li>
  )
}

function purposeWords({ touch, leadTitle }: TodayItem): string {
  if (touch === null) return leadTitle || words.today.decide
  return [words.channels[touch.channel], touch.purpose || leadTitle].filter(Boolean).join(' · ')
}

function reasonWords({ touch }: TodayItem, reader: Reader): string {
  if (touch === null) return words.due.noNextStep
  if (touch.snoozedUntil !== null && Date.parse(touch.snoozedUntil) > reader.now) {
    return words.today.snoozedUntil(dateAndTime(touch.snoozedUntil, reader))
  }
  return dueWords(touch.due, reader)
}
