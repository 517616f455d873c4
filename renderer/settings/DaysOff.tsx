import { CalendarPlus, Pencil, Trash2, Upload } from 'lucide-react'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { localDateAt } from '../../shared/dates.ts'
import { longestCalendar, type DayOff, type DaysOffReading } from '../../shared/day-off.ts'
import { wholeNumber, type Reader } from '../../shared/format.ts'
import { importWords } from '../../shared/strings/import-words.ts'
import { words } from '../../shared/strings/words.ts'
import { bridge, runCommand, useCall } from '../api.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { useReader } from '../ui/Reader.tsx'
import { showToast } from '../ui/Toast.tsx'
import { DayOffDialog } from './DayOffDialog.tsx'
import styles from './DaysOff.module.css'
import { DaysOffImport } from './DaysOffImport.tsx'
import { Section } from './Section.tsx'
import settings from './Settings.module.css'
import { spanWords } from './spanWords.ts'

const say = words.daysOff

/** On which days the person does not work: their own list, by year, and public holidays out of a calendar file. */
export function DaysOff() {
  const days = useCall('getDaysOff', {})
  const [edited, setEdited] = useState<DayOff | 'new' | null>(null)
  const [reading, setReading] = useState<DaysOffReading | null>(null)
  const read = async (file: File) => {
    const text = file.size > longestCalendar ? null : await file.text().catch(() => null)
    if (text === null) return showToast({ message: file.size > longestCalendar ? words.errors.inputs.calendarTooLarge : importWords.problems.unreadable, tone: 'error' })
    const reply = await bridge.call('readDaysOff', { text })
    if (reply.ok) setReading(reply.data)
    else showToast({ message: reply.error.message, tone: 'error' })
  }
  return (
    <Section title={say.title}>
      <div>
        <div className={settings.buttons}>
          <Button size="small" icon={<CalendarPlus aria-hidden />} onPress={() => setEdited('new')}>
            {say.add}
          </Button>
          <FileTrigger acceptedFileTypes={['.ics', '.ical', 'text/calendar']} onSelect={(files) => files?.[0] && void read(files[0])}>
            <Button size="small" icon={<Upload aria-hidden />}>
              {say.import}
            </Button>
          </FileTrigger>
        </div>
        <span className={settings.hint}>{days.isError ? days.error.message : days.data?.length === 0 ? say.none : say.hint}</span>
      </div>
      {days.data && days.data.length > 0 && <Years days={days.data} onEdit={setEdited} />}
      {edited !== null && <DayOffDialog day={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      {reading && <DaysOffImport reading={reading} onClose={() => setReading(null)} />}
    </Section>
  )
}

function Years({ days, onEdit }: { days: DayOff[]; onEdit: (day: DayOff) => void }) {
  const reader = useReader()
  const thisYear = localDateAt(reader.now, reader.zone).slice(0, 4)
  const years = [...Map.groupBy(days, ({ from }) => from.slice(0, 4))]
  const opened = years.find(([year]) => year >= thisYear)?.[0]
  return (
    <div>
      {years.map(([year, ofYear]) => (
        <details key={year} className={styles.year} open={year === opened}>
          <summary>
            {year} <span className={styles.count}>{wholeNumber(ofYear.length, reader.locale)}</span>
          </summary>
          <ul>
            {ofYear.map((day) => (
              <Row key={day.id} day={day} reader={reader} onEdit={() => onEdit(day)} />
            ))}
          </ul>
        </details>
      ))}
    </div>
  )
}

function Row({ day, reader, onEdit }: { day: DayOff; reader: Reader; onEdit: () => void }) {
  const when = spanWords(day, reader)
  return (
    <li className={styles.row}>
      <span className={styles.when}>{when}</span>
      <span className={styles.name}>{day.name}</span>
      <IconButton size="small" label={say.edit(day.name, when)} icon={<Pencil />} onPress={onEdit} />
      <IconButton size="small" label={say.remove(day.name, when)} icon={<Trash2 />} onPress={() => void runCommand('deleteDaysOff', { ids: [day.id] }, { said: say.removed(day.name) })} />
    </li>
  )
}
