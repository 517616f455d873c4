import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { weekdayName } from '../../shared/format.ts'
import { firstDayOfWeek } from '../../shared/locale.ts'
import { words } from '../../shared/strings/words.ts'
import { classes } from '../ui/classes.ts'
import { useReader } from '../ui/Reader.tsx'
import settings from './Settings.module.css'
import styles from './WorkingDays.module.css'

/** On which weekdays the person works, 1 for Monday … 7 for Sunday, in the order of their week; at least one. */
export function WorkingDays({ value, onChange }: { value: readonly number[]; onChange: (days: number[]) => void }) {
  const { locale } = useReader()
  const first = firstDayOfWeek(locale)
  const week = Array.from({ length: 7 }, (_, index) => ((first - 1 + index) % 7) + 1)
  const choose = (keys: Iterable<unknown>) => onChange([...keys].map(Number).toSorted((a, b) => a - b))
  return (
    <div>
      <span className={settings.label}>{words.settings.workingDays}</span>
      <ToggleButtonGroup
        aria-label={words.settings.workingDays}
        selectionMode="multiple"
        disallowEmptySelection
        selectedKeys={value.map(String)}
        onSelectionChange={choose}
        className={classes(styles.days)}
      >
        {week.map((day) => (
          <ToggleButton key={day} id={String(day)} aria-label={weekdayName(day, locale, 'long')} className={classes(styles.day)}>
            {weekdayName(day, locale, 'short')}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  )
}
