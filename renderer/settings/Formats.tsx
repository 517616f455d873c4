import { localDateAt } from '../../shared/dates.ts'
import { dateInFigures, wallTime, weekdayName } from '../../shared/format.ts'
import { firstDayOfWeek, readerLocale, type DateStyle } from '../../shared/locale.ts'
import type { Settings } from '../../shared/settings.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand } from '../api.ts'
import { useReader } from '../ui/Reader.tsx'
import { Select } from '../ui/Select.tsx'
import { Section } from './Section.tsx'
import styles from './Settings.module.css'

const say = words.settings
const regional: DateStyle = { weekStart: 'region', hours: 'region', dateOrder: 'region' }

function localeWith(style: Partial<DateStyle>): string {
  return readerLocale(navigator.languages, { ...regional, ...style })
}

/** How dates and times are written, each choice with what it looks like. */
export function Formats({ settings }: { settings: Settings }) {
  const reader = useReader()
  // A day that no other order reads as another one.
  const day = `${localDateAt(reader.now, reader.zone).slice(0, 4)}-12-31`
  const weeks = (['region', 'monday', 'saturday', 'sunday'] as const).map((id) => {
    const name = weekdayName(firstDayOfWeek(localeWith({ weekStart: id })), localeWith({}), 'long')
    return { id, label: id === 'region' ? say.asComputer(name) : name }
  })
  const clocks = (['region', '12', '24'] as const).map((id) => ({ id, label: say.clocks[id](wallTime('14:30', localeWith({ hours: id }))) }))
  const orders = (['region', 'day-first', 'month-first', 'year-first'] as const).map((id) => ({ id, label: say.dateOrders[id](dateInFigures(day, localeWith({ dateOrder: id }))) }))
  return (
    <Section title={say.formats}>
      <div className={styles.pair}>
        <Select label={say.dateOrder} options={orders} value={settings.dateOrder} onChange={(dateOrder) => void runCommand('changeSettings', { dateOrder })} />
        <Select label={say.clock} options={clocks} value={settings.hours} onChange={(hours) => void runCommand('changeSettings', { hours })} />
        <Select label={say.weekStart} options={weeks} value={settings.weekStart} onChange={(weekStart) => void runCommand('changeSettings', { weekStart })} />
      </div>
    </Section>
  )
}
