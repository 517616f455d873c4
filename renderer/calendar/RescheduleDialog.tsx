import { useState, type KeyboardEvent } from 'react'
import { itemMinutes, movedDue, type ItemOf } from '../../shared/calendar.ts'
import type { LocalDate, TimeOfDay } from '../../shared/dates.ts'
import { wallTime } from '../../shared/format.ts'
import { composerWords } from '../../shared/strings/composer-words.ts'
import { words } from '../../shared/strings/words.ts'
import { touchMinutes } from '../../shared/touch.ts'
import { Button } from '../ui/Button.tsx'
import { DateField, TimeField } from '../ui/DateTime.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import { isTyping } from '../ui/keys.ts'
import { useReader } from '../ui/Reader.tsx'
import { Select } from '../ui/Select.tsx'
import { zoneCity } from '../ui/ZoneField.tsx'
import { moveTouch } from './moves.ts'
import styles from './RescheduleDialog.module.css'

const say = words.calendar
const lengths = [5, 10, 15, 30, 45, 60, 90, 120, 180, 240]

/** Puts a touch on another day or time, or lets it take longer, as dragging does. Times are those on the reader's own wall. */
export function RescheduleDialog({ item, onClose }: { item: ItemOf<'touch'>; onClose: () => void }) {
  const reader = useReader()
  const [date, setDate] = useState<LocalDate | null>(item.at.slice(0, 10))
  const [time, setTime] = useState<TimeOfDay | null>(item.at.length > 10 ? item.at.slice(11) : null)
  const [minutes, setMinutes] = useState(itemMinutes(item) ?? touchMinutes(item))
  const [pending, setPending] = useState(false)
  const theirs = date === null || time === null ? null : movedDue(item.due, date, time, reader.zone)
  const choices = [...new Set([...lengths, minutes])].toSorted((a, b) => a - b)
  const save = async () => {
    if (date === null || pending) return
    setPending(true)
    const isDone = await moveTouch(item, { date, time, minutes: time === null ? null : minutes }, reader, () => {})
    setPending(false)
    if (isDone) onClose()
  }
  const saveOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !isTyping(event.target)) return
    event.preventDefault()
    event.stopPropagation()
    void save()
  }
  return (
    <Dialog title={say.rescheduleTitle(words.channels[item.channel], item.name)} isOpen width="narrow" onOpenChange={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <DialogBody>
          {/* On the way down: the parts of a date and a time keep every key to themselves on the way up. */}
          <div role="presentation" className={styles.fields} onKeyDownCapture={saveOnEnter}>
            <DateField label={words.due.date} value={date} onChange={setDate} autoFocus />
            <TimeField label={words.due.time} value={time} onChange={setTime} />
            <Select label={words.schedule.minutes} options={choices.map((choice) => ({ id: String(choice), label: composerWords.minutes(choice) }))} value={String(minutes)} onChange={(choice) => setMinutes(Number(choice))} isDisabled={time === null} />
          </div>
          {theirs?.zone != null && theirs.time !== null && theirs.zone !== reader.zone && <p className={styles.hint}>{words.schedule.wallIn(wallTime(theirs.time, reader.locale), zoneCity(theirs.zone))}</p>}
        </DialogBody>
        <DialogActions>
          {time !== null && (
            <Button kind="quiet" onPress={() => setTime(null)}>
              {words.due.wholeDay}
            </Button>
          )}
          <Button onPress={onClose}>{words.app.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={date === null || pending}>
            {say.move}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
