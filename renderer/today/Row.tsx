import { AlarmClock, CalendarClock, CalendarPlus, Check, Flag, Gift, NotebookPen, NotebookText, Repeat, Reply, SkipForward } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TodayItem } from '../../shared/api.ts'
import { compactMoney, dateAndTime, dueGroup, dueWords, type Reader } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import type { Touch } from '../../shared/touch.ts'
import type { TouchWork } from '../touch/TouchForm.tsx'
import { IconButton } from '../ui/Button.tsx'
import { ChannelIcon } from '../ui/ChannelIcon.tsx'
import { classes } from '../ui/classes.ts'
import { useReader } from '../ui/Reader.tsx'
import styles from './Row.module.css'
import { itemKey } from './session.ts'

/** What can be done with a row. */
export type Work = TouchWork | 'replied' | 'snooze' | 'open'

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
  const isWaiting = item.waits !== null && item.waits.wait !== 'in-time'
  const tone = isWaiting ? styles.late : item.waits ? styles.today : item.reason === 'keep-in-touch' ? styles.quiet : touch === null ? styles.none : dueGroup(touch.due, reader) === 'overdue' ? styles.late : styles.today
  return (
    <li className={classes(styles.row, isCurrent && styles.current)}>
      <div className={styles.line}>
        <button type="button" className={styles.open} data-row={itemKey(item)} tabIndex={isCurrent ? 0 : -1} onFocus={onCurrent} onClick={() => onWork('open')}>
          <span className={classes(styles.icon, tone)}>{touch ? <ChannelIcon channel={touch.channel} /> : item.outOfTouch ? <Repeat aria-hidden /> : <Flag aria-hidden />}</span>
          <span className={styles.text}>
            <span className={styles.first}>
              <span className={styles.name}>{item.contactName}</span>
              {item.company !== '' && item.company !== item.contactName && <span className={styles.company}>{item.company}</span>}
            </span>
            <span className={styles.purpose}>
              {purposeWords(item)}
              {touch && <Prepared touch={touch} />}
            </span>
          </span>
          {item.value && <span className={styles.value}>{compactMoney(item.value, reader.locale)}</span>}
          <span className={classes(styles.why, tone)}>{why}</span>
        </button>
        <span className={styles.actions}>
          {actionsOn(touch).map(({ work, label, keys, icon }) => (
            <span key={work} data-snooze={(work === 'snooze' && isCurrent) || undefined}>
              <IconButton label={label} keys={keys} icon={icon} size="small" excludeFromTabOrder={!isCurrent} onPress={() => onWork(work)} />
            </span>
          ))}
        </span>
      </div>
      {children}
    </li>
  )
}

function actionsOn(touch: Touch | null): { work: Work; label: string; keys: string; icon: ReactNode }[] {
  const say = words.today
  if (touch === null) {
    return [
      { work: 'log', label: words.lead.log, keys: 'L', icon: <NotebookPen /> },
      { work: 'schedule', label: say.schedule, keys: 'R', icon: <CalendarPlus /> },
    ]
  }
  return [
    { work: 'complete', label: say.done, keys: 'D', icon: <Check /> },
    { work: 'replied', label: say.theyReplied, keys: 'Y', icon: <Reply /> },
    { work: 'snooze', label: say.snooze, keys: 'S', icon: <AlarmClock /> },
    { work: 'reschedule', label: say.reschedule, keys: 'R', icon: <CalendarClock /> },
    { work: 'skip', label: say.skip, keys: 'K', icon: <SkipForward /> },
  ]
}

/** What the touch brings, and that something was prepared for it; its form has all of it. */
function Prepared({ touch: { brings, preparation } }: { touch: Touch }) {
  return (
    <>
      {brings !== '' && (
        <span className={styles.prepared}>
          <Gift aria-label={words.schedule.brings} /> {brings}
        </span>
      )}
      {preparation !== '' && (
        <span className={styles.prepared} title={preparation}>
          <NotebookText aria-label={words.schedule.preparation} />
        </span>
      )}
    </>
  )
}

function purposeWords({ touch, leadTitle, outOfTouch, waits }: TodayItem): string {
  if (waits && touch === null) return [words.today.answerThem, leadTitle].filter(Boolean).join(' · ')
  if (outOfTouch) return words.today.outOfTouchLong(outOfTouch.days, outOfTouch.every)
  if (touch === null) return leadTitle || words.today.decide
  return [words.channels[touch.channel], touch.purpose || leadTitle].filter(Boolean).join(' · ')
}

function reasonWords({ touch, outOfTouch, waits }: TodayItem, reader: Reader): string {
  if (waits && !isSnoozed(touch, reader)) return words.today.waits(waits.minutes)
  if (outOfTouch) return words.today.outOfTouch(outOfTouch.days)
  if (touch === null) return words.due.noNextStep
  return isSnoozed(touch, reader) ? words.today.snoozedUntil(dateAndTime(touch.snoozedUntil ?? '', reader)) : dueWords(touch.due, reader)
}

function isSnoozed(touch: Touch | null, reader: Reader): boolean {
  return touch?.snoozedUntil != null && Date.parse(touch.snoozedUntil) > reader.now
}
