import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { TodayItem } from '../../shared/api.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand } from '../api.ts'
import type { TouchWork } from '../touch/TouchForm.tsx'
import { classes } from '../ui/classes.ts'
import { Kbd } from '../ui/Kbd.tsx'
import { useScreenKeys } from '../ui/keys.ts'
import { useReader } from '../ui/Reader.tsx'
import { Panel } from './Panel.tsx'
import styles from './Queue.module.css'
import { Row, type Work } from './Row.tsx'
import { groups, itemKey } from './session.ts'
import { SnoozeMenu } from './SnoozeMenu.tsx'

/** As many rows as are drawn; the next ones move up as these are worked through. */
const mostShown = 100

export interface QueueProps {
  /** What waits, in order, then what is snoozed. */
  items: TodayItem[]
}

/** The queue itself: one row at a time is current, and the keys work on it. */
export function Queue({ items }: QueueProps) {
  const reader = useReader()
  const list = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState({ key: '', index: 0 })
  const [open, setOpen] = useState<{ key: string; work: TouchWork | 'snooze' } | null>(null)
  const [, navigate] = useLocation()
  const shown = items.slice(0, mostShown)
  const found = shown.findIndex((item) => itemKey(item) === current.key)
  const index = found >= 0 ? found : Math.min(current.index, shown.length - 1)
  const item = shown[index]
  const key = item ? itemKey(item) : ''
  const panel = open && open.key === key ? open.work : null

  const go = (rows: number) => {
    const target = shown[index + rows]
    if (!target) return
    setCurrent({ key: itemKey(target), index: index + rows })
    focusRow(list.current, itemKey(target))
  }
  const start = (on: TodayItem, work: Work) => {
    setCurrent({ key: itemKey(on), index: shown.indexOf(on) })
    if (work === 'open') navigate(`/lead/${on.leadId}`)
    else if (work === 'replied') void runCommand('noteReply', { leadId: on.leadId, channel: null, notes: '' }, { said: words.today.replied(on.contactName) })
    else if (on.touch !== null || work === 'log') setOpen({ key: itemKey(on), work })
    else if (work !== 'snooze' && work !== 'skip') setOpen({ key: itemKey(on), work: 'schedule' })
  }
  const close = () => {
    setOpen(null)
    focusRow(list.current, key)
  }
  const onKey = (work: Work) => (panel === null && item ? start(item, work) : false)
  useScreenKeys({
    arrowdown: () => (panel === null ? go(1) : false),
    arrowup: () => (panel === null ? go(-1) : false),
    d: () => onKey('complete'),
    s: () => onKey('snooze'),
    r: () => onKey('reschedule'),
    k: () => onKey('skip'),
    y: () => onKey('replied'),
    l: () => onKey('log'),
    o: () => onKey('open'),
    enter: (event) => (event.target === document.body ? onKey('open') : false),
  })
  // The row that had the focus is gone: the next one takes its place, so that the hands stay on the keys.
  useEffect(() => {
    if (panel === null && (document.activeElement === null || document.activeElement === document.body)) focusRow(list.current, key)
  }, [key, panel, list])

  return (
    <div ref={list} className={styles.queue}>
      {groups(shown, reader.now).map((group) => (
        <section key={group.name} aria-label={words.today.groups[group.name]}>
          <h2 className={classes(styles.group, styles[group.name])}>
            {words.today.groups[group.name]} <span className={styles.count}>{group.items.length}</span>
          </h2>
          <ul className={styles.rows}>
            {group.items.map((row) => {
              const isCurrent = row === item
              return (
                <Row key={itemKey(row)} item={row} isCurrent={isCurrent} onCurrent={() => setCurrent({ key: itemKey(row), index: shown.indexOf(row) })} onWork={(work) => start(row, work)}>
                  {isCurrent && panel !== null && panel !== 'snooze' && <Panel item={row} work={panel} onClose={close} />}
                  {isCurrent && panel === 'snooze' && row.touch && <SnoozeMenu item={row} touch={row.touch} onClose={close} />}
                </Row>
              )
            })}
          </ul>
        </section>
      ))}
      {items.length > mostShown && <p className={styles.more}>{words.today.more(items.length - mostShown, String(items.length - mostShown))}</p>}
      <p className={styles.keys}>
        {words.today.keyHelp.map(({ key: name, does }) => (
          <span key={name}>
            <Kbd>{name}</Kbd> {does}
          </span>
        ))}
      </p>
    </div>
  )
}

function focusRow(list: HTMLElement | null, key: string): void {
  list?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`)?.focus()
}
