import { CalendarClock, Check, CircleDashed, Flag, Hourglass, Pause } from 'lucide-react'
import { itemKey, type CalendarItem } from '../../shared/calendar.ts'
import { wallTime } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import { ChannelIcon } from '../ui/ChannelIcon.tsx'
import styles from './Grid.module.css'

const say = words.calendar

export interface EntryProps {
  item: CalendarItem
  locale: string
  /** One line, one line or more of a day's hours, or a row of the agenda. */
  layout: 'line' | 'short' | 'tall' | 'row'
  /** Its time is over. */
  isOver: boolean
}

/** One thing in the calendar: its sign, its time, with whom and what for. */
export function Entry({ item, locale, layout, isOver }: EntryProps) {
  const time = item.at.length > 10 ? wallTime(item.at.slice(11), locale) : null
  const what = whatFor(item)
  const kind = isOver && item.kind === 'touch' && item.state === 'due' ? say.late(kindWords(item)) : kindWords(item)
  return (
    <span className={styles[layout]} data-item={itemKey(item)} title={[time, kind, item.name, what].filter(Boolean).join(' · ')}>
      <span className={styles.sign}>
        <Sign item={item} />
      </span>
      <span className={styles.spoken}>{kind} </span>
      {layout === 'row' && <span className={styles.rowTime}>{time ?? say.wholeDay}</span>}
      {layout === 'line' && time !== null && <time className={styles.time}>{time}</time>}
      <span className={styles.who}>
        {item.name}
        {(layout === 'tall' || layout === 'row') && item.company !== '' && item.company !== item.name && <span className={styles.company}> {item.company}</span>}
      </span>
      {(layout === 'short' || layout === 'tall') && time !== null && <time className={styles.time}>{time}</time>}
      {(layout === 'tall' || layout === 'row') && <span className={styles.what}>{what === '' ? kind : what}</span>}
    </span>
  )
}

/** What an item is, in words: its channel, and how it stands. */
export function kindWords(item: CalendarItem): string {
  if (item.kind === 'promise') return say.promises[item.whose]
  const channel = words.channels[item.channel]
  if (item.kind === 'planned') return say.planned(channel)
  if (item.kind === 'meeting') return say.meeting(channel)
  return item.state === 'due' ? channel : say.states[item.state === 'done' ? 'done' : 'held'](channel)
}

/** What an item is for, or nothing. */
export function whatFor(item: CalendarItem): string {
  if (item.kind === 'promise') return item.what
  return item.kind === 'meeting' ? '' : item.purpose
}

function Sign({ item }: { item: CalendarItem }) {
  if (item.kind === 'promise') return item.whose === 'mine' ? <Flag aria-hidden /> : <Hourglass aria-hidden />
  if (item.kind === 'planned') return <CircleDashed aria-hidden />
  if (item.kind === 'meeting') return <CalendarClock aria-hidden />
  if (item.state === 'done') return <Check aria-hidden />
  return item.state === 'held' ? <Pause aria-hidden /> : <ChannelIcon channel={item.channel} />
}
