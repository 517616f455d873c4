import { useState } from 'react'
import type { LocalDate } from '../../shared/dates.ts'
import { shortDate } from '../../shared/format.ts'
import type { Id } from '../../shared/id.ts'
import type { Promised, PromiseSide } from '../../shared/promise.ts'
import { ledgerWords } from '../../shared/strings/ledger-words.ts'
import { runCommand } from '../api.ts'
import { useReader } from '../ui/Reader.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { TextField } from '../ui/TextField.tsx'
import { DayField } from './DayField.tsx'
import { OwnForm } from './OwnForm.tsx'
import styles from './PromiseForm.module.css'
import { useDay, type WrittenDay } from './useDay.ts'

const say = ledgerWords
const sides = (Object.keys(say.sides) as PromiseSide[]).map((id) => ({ id, label: say.sides[id] }))

/** Writes down a promise of a lead. */
export function AddPromise({ leadId, onClose }: { leadId: Id; onClose: () => void }) {
  const [side, setSide] = useState<PromiseSide>('mine')
  const [what, setWhat] = useState('')
  const { day, form } = useDayForm(null)
  const submit = form(what, async (by) => runCommand('addPromise', { leadId, side, what, by }, { said: say.said.add(what.trim()) }), onClose)
  return (
    <OwnForm title={say.addTitle} accept={say.add} pending={submit.pending} onSubmit={submit.run} onCancel={onClose}>
      <div className={styles.side}>
        <Segmented label={say.whose} options={sides} value={side} onChange={setSide} />
      </div>
      <TextField label={say.what} placeholder={say.whatExample} maxLength={2000} value={what} onChange={setWhat} autoFocus error={submit.faults.what} />
      <DayField label={say.by} day={day} error={submit.faults.day} />
    </OwnForm>
  )
}

/** Puts right what an open promise says. */
export function EditPromise({ promise, onClose }: { promise: Promised; onClose: () => void }) {
  const [what, setWhat] = useState(promise.what)
  const { day, form } = useDayForm(promise.by)
  const submit = form(what, async (by) => runCommand('editPromise', { id: promise.id, changes: { what, by } }, { said: say.said.edit(what.trim()) }), onClose)
  return (
    <OwnForm title={say.editTitle(promise.what)} accept={say.save} pending={submit.pending} onSubmit={submit.run} onCancel={onClose}>
      <TextField label={say.what} maxLength={2000} value={what} onChange={setWhat} autoFocus error={submit.faults.what} />
      <DayField label={say.by} day={day} error={submit.faults.day} />
    </OwnForm>
  )
}

/** Puts an open promise off. `touchId` is the touch at which that was said, if it was at one. */
export function MovePromise({ promise, touchId, onClose }: { promise: Promised; touchId: Id | null; onClose: () => void }) {
  const reader = useReader()
  const { day, form } = useDayForm(null, true)
  const move = async (by: LocalDate | null) =>
    by === null ? { ok: false } : runCommand('movePromise', { id: promise.id, touchId, by }, { said: say.said.move(promise.what, shortDate(by, reader)) })
  const submit = form(promise.what, move, onClose)
  return (
    <OwnForm title={say.moveTitle(promise.what)} accept={say.move} pending={submit.pending} onSubmit={submit.run} onCancel={onClose}>
      <DayField label={say.newDay} day={day} error={submit.faults.day} autoFocus />
    </OwnForm>
  )
}

interface Faults {
  what?: string
  day?: string
}

interface Submit {
  run: () => void
  pending: boolean
  faults: Faults
}

/** The day of a form, and what its main button does: it checks what was written, saves, and closes once that is done. */
function useDayForm(start: LocalDate | null, isNeeded = false): { day: WrittenDay; form: (what: string, save: (by: LocalDate | null) => Promise<{ ok: boolean }>, onClose: () => void) => Submit } {
  const day = useDay(start)
  const [pending, setPending] = useState(false)
  const [faults, setFaults] = useState<Faults>({})
  const form = (what: string, save: (by: LocalDate | null) => Promise<{ ok: boolean }>, onClose: () => void): Submit => {
    const submit = async () => {
      const by = await day.resolve()
      const found: Faults = {
        ...(what.trim() === '' && { what: say.whatNeeded }),
        ...(by === undefined ? { day: say.dayUnclear } : by === null && isNeeded && { day: say.dayNeeded }),
      }
      setFaults(found)
      if (by === undefined || Object.keys(found).length > 0) return
      const reply = await save(by)
      if (reply.ok) onClose()
    }
    const run = () => {
      if (pending) return
      setPending(true)
      void submit().finally(() => setPending(false))
    }
    return { run, pending, faults }
  }
  return { day, form }
}
