import { localDateAt } from '../../shared/dates.ts'
import { shortDate } from '../../shared/format.ts'
import { ledgerWords } from '../../shared/strings/ledger-words.ts'
import { Button } from '../ui/Button.tsx'
import { quickDays } from '../ui/quickDays.ts'
import { useReader } from '../ui/Reader.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './DayField.module.css'
import type { WrittenDay } from './useDay.ts'

export interface DayFieldProps {
  label: string
  day: WrittenDay
  /** Why the day was refused. */
  error?: string | undefined
  /** Takes the keyboard at once. */
  autoFocus?: boolean
}

/** A day in plain words, such as "Fri" or "in 2 weeks", told as it is understood, with a few quick ones beside it. */
export function DayField({ label, day, error, autoFocus = false }: DayFieldProps) {
  const reader = useReader()
  const today = localDateAt(reader.now, reader.zone)
  const meant = day.meant === null ? '' : shortDate(day.meant, reader)
  return (
    <div className={styles.day}>
      <TextField
        label={label}
        value={day.text}
        onChange={day.write}
        placeholder={ledgerWords.dayExample}
        maxLength={200}
        autoComplete="off"
        autoFocus={autoFocus}
        error={error}
      />
      <output className={styles.meant}>{meant !== day.text.trim() && meant}</output>
      <div className={styles.quick}>
        {quickDays(today).map(({ name, date }) => (
          <Button key={name} size="small" kind="quiet" onPress={() => day.choose(date)}>
            {name}
          </Button>
        ))}
      </div>
    </div>
  )
}
