import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { TodayItem, TodayReason } from '../../shared/api.ts'
import { wholeNumber } from '../../shared/format.ts'
import { todayWords } from '../../shared/strings/today-words.ts'
import { mostShown, type Section } from '../../shared/today-order.ts'
import { useNoteDrafts } from '../touch/noteDraft.ts'
import { writeRecap } from '../touch/writeRecap.ts'
import { useAppActions } from '../ui/AppActions.tsx'
import { useScreenKeys } from '../ui/keys.ts'
import { useReader } from '../ui/Reader.tsx'
import { useOpened } from '../ui/useOpened.ts'
import { focusRow, WorkGroup, WorkList, WorkRows } from '../ui/WorkList.tsx'
import { Panel } from './Panel.tsx'
import styles from './Queue.module.css'
import { LeadHead, Row } from './Row.tsx'
import { itemKey, partsOf, splitSnoozed } from './session.ts'
import { SnoozeMenu } from './SnoozeMenu.tsx'
import { doAtOnce, opensPanel, workOf, type PanelWork, type Work } from './works.tsx'

/** As many rows as are drawn, or few more, when Today is opened and then; the next ones move up as these are worked through. */
const firstRows = 20
const mostRows = 50

export interface QueueProps {
  /** What waits, in order, then what is snoozed. */
  items: TodayItem[]
}

/** The queue itself: one row at a time is current, and the keys work on it. */
export function Queue({ items }: QueueProps) {
  const reader = useReader()
  const list = useRef<HTMLDivElement>(null)
  const notes = useNoteDrafts()
  const [current, setCurrent] = useState({ key: '', index: 0 })
  const [open, setOpen] = useState<{ key: string; work: PanelWork | 'snooze' } | null>(null)
  const [, navigate] = useLocation()
  const { compose } = useAppActions()
  const { waiting, snoozed } = splitSnoozed(items, reader.now)
  const counts = useMemo(() => new Map(partsOf(items, reader.now).map(({ name, leads }) => [name, leads.flat().length])), [items, reader.now])
  const rows = useOpened() ? mostRows : firstRows
  const parts = partsOf([...mostShown(waiting, rows), ...snoozed.slice(0, rows)], reader.now)
  // The keys go through the rows as they stand on the screen.
  const shown = parts.flatMap(({ leads }) => leads.flat())
  const found = shown.findIndex((item) => itemKey(item) === current.key)
  const index = found >= 0 ? found : Math.min(current.index, shown.length - 1)
  const item = shown[index]
  const key = item ? itemKey(item) : ''
  const panel = open && open.key === key ? open.work : null

  const go = (steps: number) => {
    const target = shown[index + steps]
    if (!target) return
    setCurrent({ key: itemKey(target), index: index + steps })
    focusRow(list.current, itemKey(target))
  }
  const start = (on: TodayItem, work: Work) => {
    setCurrent({ key: itemKey(on), index: shown.indexOf(on) })
    if (work === 'open') navigate(`/lead/${on.leadId}`)
    else if (opensPanel(work)) setOpen({ key: itemKey(on), work })
    else doAtOnce(work, on)
  }
  const close = () => {
    setOpen(null)
    focusRow(list.current, key)
  }
  const onWork = (work: Work | undefined) => (panel === null && item && work ? start(item, work) : false)
  const byKey = ['d', 's', 'r', 'k', 'y', 'l', 'b', 'p', 'x'].map((name) => [name, () => onWork(item && workOf(item, name))] as const)
  useScreenKeys({
    ...Object.fromEntries(byKey),
    arrowdown: () => (panel === null ? go(1) : false),
    arrowup: () => (panel === null ? go(-1) : false),
    j: () => (panel === null ? go(1) : false),
    o: () => onWork('open'),
    m: () => (panel === null && item ? compose({ leadId: item.leadId, ...(item.touch && { touchId: item.touch.id }) }) : false),
    w: () => (panel === null && item ? void writeRecap(item.leadId, null, reader) : false),
    enter: (event) => (event.target === document.body ? onWork('open') : false),
  })
  // The row that had the focus is gone: the next one takes its place, so that the hands stay on the keys.
  useEffect(() => {
    if (panel === null && (document.activeElement === null || document.activeElement === document.body)) focusRow(list.current, key)
  }, [key, panel, list])

  const rowOf = (row: TodayItem, isPart: boolean) => {
    const isCurrent = row === item
    return (
      <Row
        key={itemKey(row)}
        item={row}
        isPart={isPart}
        isCurrent={isCurrent}
        hasNote={notes?.has(row.touch?.id ?? row.leadId) ?? false}
        onCurrent={() => setCurrent({ key: itemKey(row), index: shown.indexOf(row) })}
        onWork={(work) => start(row, work)}
      >
        {isCurrent && panel !== null && panel !== 'snooze' && <Panel item={row} work={panel} onClose={close} />}
        {isCurrent && panel === 'snooze' && row.touch && <SnoozeMenu item={row} touch={row.touch} onClose={close} />}
      </Row>
    )
  }
  return (
    <WorkList ref={list} more={items.length > shown.length && todayWords.more(items.length - shown.length, wholeNumber(items.length - shown.length, reader.locale))} keys={todayWords.keyHelp}>
      {parts.map((part) => (
        <Part key={part.name} part={part} count={counts.get(part.name) ?? 0} rowOf={rowOf} />
      ))}
    </WorkList>
  )
}

/** What stands there for one reason, lead by lead; several about one lead stand below its name. `count` has those not drawn yet, too. */
function Part({ part: { name, leads }, count, rowOf }: { part: Section<TodayReason | 'snoozed', TodayItem>; count: number; rowOf: (item: TodayItem, isPart: boolean) => ReactNode }) {
  const { locale } = useReader()
  return (
    <WorkGroup title={todayWords.groups[name]} count={wholeNumber(count, locale)} className={styles[name]}>
      {leads.map((items) =>
        items.length === 1 ? (
          items.map((item) => rowOf(item, false))
        ) : (
          <li key={items[0]?.leadId} className={styles.lead}>
            <LeadHead items={items} />
            <WorkRows>{items.map((item) => rowOf(item, true))}</WorkRows>
          </li>
        ),
      )}
    </WorkGroup>
  )
}
