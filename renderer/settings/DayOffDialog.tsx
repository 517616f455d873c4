import { useState, type FormEvent } from 'react'
import type { LocalDate } from '../../shared/dates.ts'
import type { DayOff } from '../../shared/day-off.ts'
import { words } from '../../shared/strings/words.ts'
import { useCommand } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateTime.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './DaysOff.module.css'

const say = words.daysOff

/** New days off, or those that are there to change. */
export function DayOffDialog({ day, onClose }: { day: DayOff | null; onClose: () => void }) {
  const [name, setName] = useState(day?.name ?? '')
  const [from, setFrom] = useState<LocalDate | null>(day?.from ?? null)
  const [to, setTo] = useState<LocalDate | null>(day?.to ?? null)
  const [error, setError] = useState<string>()
  const saving = useCommand('saveDayOff', { ownErrors: true })

  const start = (date: LocalDate | null) => {
    // One day off is what is meant most; the last day follows the first one until it is after it.
    if (date !== null && (to === null || to === from || to < date)) setTo(date)
    setFrom(date)
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (from === null || to === null) return setError(say.noDates)
    if (to < from) return setError(say.reversed)
    const reply = await saving.run({ id: day?.id ?? null, facts: { from, to, name } })
    if (reply.ok) onClose()
    else setError(reply.error.message)
  }

  return (
    <Dialog title={day ? say.editTitle : say.addTitle} width="narrow" isOpen onOpenChange={(open) => !open && onClose()}>
      <form onSubmit={(event) => void save(event)} noValidate>
        <DialogBody>
          <div className={styles.fields}>
            <div className={styles.wide}>
              <TextField label={say.name} placeholder={say.nameExample} autoFocus autoComplete="off" maxLength={200} value={name} onChange={setName} />
            </div>
            <DateField label={say.from} value={from} onChange={start} />
            <DateField label={say.to} value={to} onChange={setTo} />
            {error !== undefined && (
              <p className={styles.error} role="alert">
                {error}
              </p>
            )}
          </div>
        </DialogBody>
        <DialogActions>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={saving.pending}>
            {say.save}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
