import { parseDate } from '@internationalized/date'
import { CalendarPlus } from 'lucide-react'
import { useRef, useState } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { localDateAt, type LocalDate } from '../../shared/dates.ts'
import { shortDate } from '../../shared/format.ts'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import styles from './DateChip.module.css'
import field from './Field.module.css'
import menu from './Menu.module.css'
import { MonthCalendar } from './MonthCalendar.tsx'
import { quickDays } from './quickDays.ts'
import { useReader } from './Reader.tsx'

export interface DateChipProps {
  /** What the date is for, for those who cannot see its place. */
  label: string
  value: LocalDate | null
  onChange: (value: LocalDate | null) => void
  /** Shown while there is no date. */
  placeholder: string
  /** The words that take the date away. */
  clear: string
}

/** A date as a small chip at the end of a line; it opens a calendar with a few quick dates. */
export function DateChip({ label, value, onChange, placeholder, clear }: DateChipProps) {
  const reader = useReader()
  const shown = value === null ? placeholder : shortDate(value, reader)
  const chip = useRef<HTMLButtonElement>(null)
  // A list has hundreds of chips: what opens is there only while it is open.
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button ref={chip} type="button" className={classes(styles.chip, value === null && styles.empty)} aria-label={`${label}: ${shown}`} aria-haspopup="dialog" aria-expanded={isOpen} onClick={() => setOpen(true)}>
        {value === null && <CalendarPlus aria-hidden />}
        {shown}
      </button>
      {isOpen && (
        <Popover triggerRef={chip} isOpen onOpenChange={setOpen} className={classes(menu.popover)} offset={4} placement="bottom end">
          <Dialog className={classes(field.calendar)} aria-label={label}>
            <Choice
              value={value}
              clear={clear}
              onChoose={(date) => {
                onChange(date)
                setOpen(false)
              }}
            />
          </Dialog>
        </Popover>
      )}
    </>
  )
}

function Choice({ value, clear, onChoose }: { value: LocalDate | null; clear: string; onChoose: (date: LocalDate | null) => void }) {
  const reader = useReader()
  const today = localDateAt(reader.now, reader.zone)
  return (
    <>
      <MonthCalendar autoFocus value={value === null ? null : parseDate(value)} onChange={(date) => onChoose(date.toString())} />
      <div className={styles.quick}>
        {quickDays(today).map(({ name, date }) => (
          <Button key={name} size="small" kind="quiet" onPress={() => onChoose(date)}>
            {name}
          </Button>
        ))}
        {value !== null && (
          <Button size="small" kind="quiet" onPress={() => onChoose(null)}>
            {clear}
          </Button>
        )}
      </div>
    </>
  )
}
