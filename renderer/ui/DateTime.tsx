import { parseDate, parseTime, type CalendarDate } from '@internationalized/date'
import { CalendarDays } from 'lucide-react'
import {
  Button,
  DateInput,
  DatePicker as AriaDatePicker,
  DateSegment,
  Dialog,
  Group,
  Label,
  Popover,
  TimeField as AriaTimeField,
  type TimeValue,
} from 'react-aria-components'
import { localDateAt, type Due, type LocalDate, type TimeOfDay } from '../../shared/dates.ts'
import { words } from '../../shared/strings/words.ts'
import { Button as OwnButton } from './Button.tsx'
import { classes } from './classes.ts'
import styles from './Field.module.css'
import menu from './Menu.module.css'
import { MonthCalendar } from './MonthCalendar.tsx'
import { quickDays } from './quickDays.ts'
import { useReader } from './Reader.tsx'

interface FieldProps<T> {
  label: string
  hideLabel?: boolean
  /** Null while there is none, or while it is half typed. */
  value: T | null
  onChange: (value: T | null) => void
  isDisabled?: boolean
  autoFocus?: boolean
}

/** A calendar date, typed or chosen from a small calendar. */
export function DateField({ label, hideLabel = false, value, onChange, isDisabled = false, autoFocus = false }: FieldProps<LocalDate>) {
  return (
    <AriaDatePicker<CalendarDate>
      className={classes(styles.field)}
      value={value === null ? null : parseDate(value)}
      onChange={(date) => onChange(date?.toString() ?? null)}
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      {...(hideLabel && { 'aria-label': label })}
    >
      {!hideLabel && <Label className={styles.label}>{label}</Label>}
      <Group className={classes(styles.box)}>
        <DateInput className={classes(styles.segments)}>{(segment) => <DateSegment segment={segment} className={classes(styles.segment)} />}</DateInput>
        <Button className={classes(styles.boxButton)}>
          <CalendarDays aria-hidden />
        </Button>
      </Group>
      <Popover className={classes(menu.popover)} offset={4}>
        <Dialog className={classes(styles.calendar)}>
          <MonthCalendar />
        </Dialog>
      </Popover>
    </AriaDatePicker>
  )
}

/** A time of day, 12 or 24 hours as the reader has it. */
export function TimeField({ label, hideLabel = false, value, onChange, isDisabled = false, autoFocus = false }: FieldProps<TimeOfDay>) {
  return (
    <AriaTimeField<TimeValue>
      className={classes(styles.field)}
      value={value === null ? null : parseTime(value)}
      onChange={(time) => onChange(time === null ? null : time.toString().slice(0, 5))}
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      {...(hideLabel && { 'aria-label': label })}
    >
      {!hideLabel && <Label className={styles.label}>{label}</Label>}
      <DateInput className={classes(styles.box, styles.segments)}>{(segment) => <DateSegment segment={segment} className={classes(styles.segment)} />}</DateInput>
    </AriaTimeField>
  )
}

export interface DueFieldProps {
  label: string
  value: Due | null
  onChange: (value: Due | null) => void
}

/**
 * When something is due: a date, and a time when it matters. Without a time it is due on the whole day; a time is one
 * on the wall of the reader's own zone, unless the value came with another zone, which it keeps.
 */
export function DueField({ label, value, onChange }: DueFieldProps) {
  const reader = useReader()
  const today = localDateAt(reader.now, reader.zone)
  const change = (date: LocalDate | null, time: TimeOfDay | null) => {
    if (date === null) onChange(null)
    else onChange(time === null ? { date, time: null, zone: null } : { date, time, zone: value?.zone ?? reader.zone })
  }
  const quick = [{ name: words.due.quickToday, date: today }, ...quickDays(today)]
  return (
    <fieldset className={styles.group} aria-label={label}>
      <div className={styles.due}>
        <DateField label={label} value={value?.date ?? null} onChange={(date) => change(date, value?.time ?? null)} />
        <TimeField label={words.due.time} value={value?.time ?? null} onChange={(time) => change(value?.date ?? today, time)} />
      </div>
      <div className={styles.quick}>
        {quick.map(({ name, date }) => (
          <OwnButton key={name} size="small" kind={value?.date === date ? 'secondary' : 'quiet'} onPress={() => change(date, value?.time ?? null)}>
            {name}
          </OwnButton>
        ))}
        {value?.time != null && (
          <OwnButton size="small" kind="quiet" onPress={() => change(value.date, null)}>
            {words.due.wholeDay}
          </OwnButton>
        )}
      </div>
    </fieldset>
  )
}
