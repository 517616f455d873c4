import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { LedgerPromise } from '../../shared/api.ts'
import { ledgerWords } from '../../shared/strings/ledger-words.ts'
import { worksOn, workOnPromise, type PromiseEdit, type PromiseWork } from '../touch/promise-work.ts'
import { EditPromise, MovePromise } from '../touch/PromiseForm.tsx'
import { useScreenKeys } from '../ui/keys.ts'
import { focusRow, WorkGroup, WorkList } from '../ui/WorkList.tsx'
import { firstOf, type LedgerGroup } from './ledger.ts'
import styles from './Ledger.module.css'
import { LedgerRow } from './LedgerRow.tsx'

const say = ledgerWords

/** As many rows as are drawn; the next ones move up as these are settled. */
const mostShown = 200

/** The list itself: one row at a time is current, and the keys work on it. */
export function Ledger({ groups }: { groups: LedgerGroup[] }) {
  const list = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState({ id: '', index: 0 })
  const [open, setOpen] = useState<{ id: string; edit: PromiseEdit } | null>(null)
  const [, navigate] = useLocation()
  const shown = firstOf(groups, mostShown)
  const rows = shown.flatMap(({ promises }) => promises)
  const all = groups.reduce((sum, { promises }) => sum + promises.length, 0)
  const found = rows.findIndex(({ id }) => id === current.id)
  const index = found >= 0 ? found : Math.min(current.index, rows.length - 1)
  const promise = rows[index]
  const id = promise?.id ?? ''
  const form = open?.id === id ? open.edit : null

  const makeCurrent = (row: LedgerPromise) => setCurrent({ id: row.id, index: rows.indexOf(row) })
  const go = (step: number) => {
    const target = rows[index + step]
    if (!target) return
    makeCurrent(target)
    focusRow(list.current, target.id)
  }
  const edit = (row: LedgerPromise, what: PromiseEdit) => {
    makeCurrent(row)
    setOpen({ id: row.id, edit: what })
  }
  const close = () => {
    setOpen(null)
    focusRow(list.current, id)
  }
  const onKey = (work: PromiseWork | PromiseEdit) => () => {
    if (form !== null || !promise || !worksOn(promise).includes(work)) return false
    if (work === 'move' || work === 'edit') return edit(promise, work)
    void workOnPromise(work, promise, null)
  }
  useScreenKeys({
    arrowdown: () => (form === null ? go(1) : false),
    arrowup: () => (form === null ? go(-1) : false),
    k: onKey('keep'),
    m: onKey('move'),
    b: onKey('break'),
    x: onKey('cancel'),
    e: onKey('edit'),
    r: onKey('reopen'),
    enter: (event) => (event.target === document.body && promise ? navigate(`/lead/${promise.leadId}`) : false),
  })

  return (
    <WorkList ref={list} more={all > rows.length && say.moreLater(all - rows.length)} keys={say.keys.map(({ key, does }) => ({ key, does: does.toLowerCase() }))}>
      {shown.map(({ name, promises }) => (
        <WorkGroup key={name} title={say.groups[name]} count={groups.find((whole) => whole.name === name)?.promises.length} className={styles[name]}>
          {promises.map((row) => (
            <LedgerRow
              key={row.id}
              promise={row}
              isCurrent={row === promise}
              onCurrent={() => makeCurrent(row)}
              onOpen={() => navigate(`/lead/${row.leadId}`)}
              onEdit={(what) => edit(row, what)}
              form={row !== promise || form === null ? null : form === 'move' ? <MovePromise promise={row} touchId={null} onClose={close} /> : <EditPromise promise={row} onClose={close} />}
            />
          ))}
        </WorkGroup>
      ))}
    </WorkList>
  )
}
