import { Flag } from 'lucide-react'
import type { Due } from '../../shared/dates.ts'
import { dueGroup, dueWords, type Reader } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import type { Channel } from '../../shared/channel.ts'
import { ChannelIcon } from './ChannelIcon.tsx'
import { classes } from './classes.ts'
import styles from './NextTouch.module.css'
import { useReader } from './Reader.tsx'

export interface NextTouchProps {
  /** Null when there is no next step. */
  touch: { channel: Channel; due: Due } | null
  /** The lead may do without one: it is won, lost or parked. Nothing is drawn then when there is none. */
  atRest?: boolean
}

/** A lead's next step as an icon and words; its colour says again what the words say. */
export function NextTouch({ touch, atRest = false }: NextTouchProps) {
  const reader = useReader()
  if (touch === null) {
    return atRest ? null : (
      <span className={classes(styles.next, styles.none)}>
        <Flag aria-hidden />
        <span className={styles.words}>{words.due.noNextStep}</span>
      </span>
    )
  }
  const group = dueGroup(touch.due, reader)
  return (
    <span className={classes(styles.next, group === 'overdue' && styles.late, group === 'today' && styles.today)}>
      <ChannelIcon channel={touch.channel} />
      <span className={styles.words}>{nextTouchWords(touch, reader)}</span>
    </span>
  )
}

/** A next step in words, `Call · 2 days late`, or that there is none. */
export function nextTouchWords(touch: NextTouchProps['touch'], reader: Reader): string {
  return touch === null ? words.due.noNextStep : `${words.channels[touch.channel]} · ${dueWords(touch.due, reader)}`
}
