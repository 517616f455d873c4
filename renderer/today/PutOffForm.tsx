import { useState } from 'react'
import type { TodayItem } from '../../shared/api.ts'
import { addDays, localDateAt } from '../../shared/dates.ts'
import { longDate, shortDate } from '../../shared/format.ts'
import { regionOf } from '../../shared/locale.ts'
import { todayWords } from '../../shared/strings/today-words.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand, useCall } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { useReader } from '../ui/Reader.tsx'
import { TextField } from '../ui/TextField.tsx'
import { PanelForm } from '../ui/TouchForms.tsx'
import styles from './PutOffForm.module.css'

const say = todayWords

/** Puts a promise of mine off to a day, said in plain words. */
export function PutOffForm({ item: { contactName, promise }, onClose }: { item: TodayItem; onClose: () => void }) {
  const reader = useReader()
  const today = localDateAt(reader.now, reader.zone)
  const [text, setText] = useState('')
  const [isRefused, setRefused] = useState(false)
  const { data, isPlaceholderData } = useCall('readDay', { text, region: regionOf(reader.locale) }, { enabled: text.trim() !== '', keep: true })
  if (promise === null) return null
  const date = text.trim() === '' || isPlaceholderData ? null : (data?.date ?? null)
  const isOver = date !== null && date < today
  const quick = [
    [words.due.quickTomorrow, addDays(today, 1)],
    [words.due.quickWeek, addDays(today, 7)],
  ] as const
  const putOff = async (by: string) => {
    const reply = await runCommand('movePromise', { id: promise.id, by }, { said: say.promiseMoved(contactName, shortDate(by, reader)) })
    if (reply.ok) onClose()
  }
  const submit = () => {
    if (date !== null && !isOver) void putOff(date)
    else setRefused(true)
  }
  const isWrong = isOver || (isRefused && date === null)
  return (
    <PanelForm title={say.putOffTitle(promise.what)} accept={say.move} disabled={false} onSubmit={submit} onCancel={onClose}>
      <div className={styles.field}>
        <TextField
          label={say.putOffTo}
          placeholder={say.putOffExample}
          autoFocus
          autoComplete="off"
          maxLength={200}
          value={text}
          onChange={(typed) => {
            setText(typed)
            setRefused(false)
          }}
          hint={date === null ? say.putOffHint(promise.moves) : longDate(date, reader)}
          error={isWrong ? (isOver ? say.dayOver : say.notADay) : undefined}
        />
      </div>
      <div className={styles.quick}>
        {quick.map(([label, by]) => (
          <Button key={label} size="small" onPress={() => void putOff(by)}>
            {label}
          </Button>
        ))}
      </div>
    </PanelForm>
  )
}
