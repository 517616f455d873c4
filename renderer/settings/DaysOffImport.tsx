import { useState } from 'react'
import type { DaysOffReading } from '../../shared/day-off.ts'
import { wholeNumber } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import { useCommand } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import { useReader } from '../ui/Reader.tsx'
import { Checkbox } from '../ui/TextField.tsx'
import styles from './DaysOff.module.css'
import { spanWords } from './spanWords.ts'

const say = words.daysOff

/** What a calendar file holds of days off, to choose from before any is added. */
export function DaysOffImport({ reading, onClose }: { reading: DaysOffReading; onClose: () => void }) {
  const reader = useReader()
  const { days } = reading
  const fresh = days.filter(({ isKnown }) => !isKnown)
  const [chosen, setChosen] = useState(() => new Set(fresh.filter(({ isObservance }) => !isObservance).map(({ uid }) => uid)))
  const written = (count: number) => wholeNumber(count, reader.locale)
  const adding = useCommand('importDaysOff', { said: ({ added }) => say.added(added, written(added)) })
  const choose = (uid: string, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(uid)
    else next.delete(uid)
    setChosen(next)
  }
  const add = async () => {
    const added = fresh.filter(({ uid }) => chosen.has(uid)).map(({ from, to, name, uid }) => ({ from, to, name, uid }))
    if ((await adding.run({ days: added })).ok) onClose()
  }
  const leftOut = (['timed', 'outside', 'unclear'] as const).filter((why) => reading[why] > 0).map((why) => say.leftOut[why](reading[why]))
  return (
    <Dialog title={say.importTitle} isOpen onOpenChange={(open) => !open && onClose()}>
      <DialogBody>
        <p className={styles.summary}>{say.found(fresh.length, days.length - fresh.length, written(fresh.length))}</p>
        {leftOut.length > 0 && <p className={styles.hint}>{say.leftOutList(new Intl.ListFormat(reader.locale).format(leftOut))}</p>}
        {fresh.some(({ isObservance }) => isObservance) && <p className={styles.hint}>{say.observances}</p>}
        {fresh.length > 0 && (
          <ul className={styles.found}>
            {fresh.map((day) => (
              <li key={day.uid}>
                <Checkbox label={day.name} isSelected={chosen.has(day.uid)} onChange={(isChosen) => choose(day.uid, isChosen)} />
                <span className={styles.foundWhen}>{spanWords(day, reader)}</span>
              </li>
            ))}
          </ul>
        )}
      </DialogBody>
      <DialogActions>
        <Button onPress={onClose}>{fresh.length === 0 ? words.app.close : words.app.cancel}</Button>
        {fresh.length > 0 && (
          <Button kind="primary" isDisabled={adding.pending || chosen.size === 0} onPress={() => void add()}>
            {say.addChosen(chosen.size, written(chosen.size))}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}
