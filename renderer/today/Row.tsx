import { EarOff, Flag, Gift, Handshake, Hourglass, NotebookText, PencilLine, Repeat, Sunrise } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TodayItem } from '../../shared/api.ts'
import { compactMoney } from '../../shared/format.ts'
import { todayWords } from '../../shared/strings/today-words.ts'
import { words } from '../../shared/strings/words.ts'
import type { Touch } from '../../shared/touch.ts'
import { IconButton } from '../ui/Button.tsx'
import { ChannelIcon } from '../ui/ChannelIcon.tsx'
import { classes } from '../ui/classes.ts'
import { useReader } from '../ui/Reader.tsx'
import { WorkRow } from '../ui/WorkList.tsx'
import { purposeWords, reasonWords } from './reasons.ts'
import styles from './Row.module.css'
import { itemKey } from './session.ts'
import { actionsOn, type Work } from './works.tsx'

export interface RowProps {
  item: TodayItem
  /** One of several about its lead, whose name stands above them. */
  isPart: boolean
  isCurrent: boolean
  /** A note about it is half written. */
  hasNote: boolean
  onCurrent: () => void
  onWork: (work: Work) => void
  /** What is open below it. */
  children: ReactNode
}

/** One thing to do: who, what for, why now. The row itself opens the lead. */
export function Row({ item, isPart, isCurrent, hasNote, onCurrent, onWork, children }: RowProps) {
  const reader = useReader()
  const { touch } = item
  const tone = toneOf(item)
  return (
    <WorkRow
      id={itemKey(item)}
      isCurrent={isCurrent}
      onCurrent={onCurrent}
      onOpen={() => onWork('open')}
      actions={actionsOn(item).map(({ work, label, keys, icon }) =>
        icon === undefined ? null : (
          <span key={keys} data-snooze={(work === 'snooze' && isCurrent) || undefined}>
            <IconButton label={label} keys={keys} icon={icon} size="small" excludeFromTabOrder={!isCurrent} onPress={() => onWork(work)} />
          </span>
        ),
      )}
      below={children}
      className={isPart ? styles.part : undefined}
    >
      <span className={classes(styles.icon, tone)}>
        <Sign item={item} />
      </span>
      <span className={styles.text}>
        {isPart ? <span className={styles.hidden}>{item.contactName} </span> : <Who item={item} />}
        <span className={styles.purpose}>
          <span dir="auto">{purposeWords(item, reader)}</span>
          {touch && <Prepared touch={touch} />}
          {hasNote && (
            <span className={classes(styles.prepared, styles.note)}>
              <PencilLine aria-hidden /> {todayWords.noteBegun}
            </span>
          )}
        </span>
      </span>
      {!isPart && item.value && <span className={styles.value}>{compactMoney(item.value, reader.locale)}</span>}
      <span className={classes(styles.why, tone)}>{reasonWords(item, reader)}</span>
    </WorkRow>
  )
}

/** The head of several things about one lead. */
export function LeadHead({ items }: { items: readonly TodayItem[] }) {
  const reader = useReader()
  const [item] = items
  if (!item) return null
  return (
    <div className={styles.head}>
      <Who item={item} />
      <span className={styles.about}>{[item.value && compactMoney(item.value, reader.locale), todayWords.about(items.length)].filter(Boolean).join(' · ')}</span>
    </div>
  )
}

function Who({ item: { contactName, company } }: { item: TodayItem }) {
  return (
    <span className={styles.first}>
      <span className={styles.name} dir="auto">
        {contactName}
      </span>
      {company !== '' && company !== contactName && (
        <span className={styles.company} dir="auto">
          {company}
        </span>
      )}
    </span>
  )
}

function Sign({ item: { touch, promise, silence, reason } }: { item: TodayItem }) {
  if (touch) return <ChannelIcon channel={touch.channel} />
  if (promise) return <Handshake aria-hidden />
  if (silence) return <EarOff aria-hidden />
  if (reason === 'keep-in-touch') return <Repeat aria-hidden />
  if (reason === 'stale') return <Hourglass aria-hidden />
  return reason === 'rest-over' ? <Sunrise aria-hidden /> : <Flag aria-hidden />
}

function toneOf({ reason, isLate, touch, promise, waits }: TodayItem): string | undefined {
  if (isLate) return styles.late
  if (touch || promise || waits) return styles.today
  return reason === 'keep-in-touch' || reason === 'rest-over' ? styles.quiet : styles.none
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
