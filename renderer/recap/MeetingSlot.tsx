import { Plus, X } from 'lucide-react'
import { instantOf, localDateAt, timeOfDayAt, type Due } from '../../shared/dates.ts'
import { shortDate, wallTime, type Reader } from '../../shared/format.ts'
import type { NextMeeting } from '../../shared/recap.ts'
import { addWorkingDays } from '../../shared/work-days.ts'
import { words } from '../../shared/strings/words.ts'
import { IconButton } from '../ui/Button.tsx'
import { ChannelIcon } from '../ui/ChannelIcon.tsx'
import { DateField, TimeField } from '../ui/DateTime.tsx'
import { useReader } from '../ui/Reader.tsx'
import { Select } from '../ui/Select.tsx'
import { ZoneField } from '../ui/ZoneField.tsx'
import styles from './MeetingSlot.module.css'
import slot from './Slot.module.css'

/** The ways to speak; the others of practice P10 are no appointment. */
const channels = (['video', 'call', 'in-person'] as const).map((id) => ({ id, label: words.channels[id], icon: <ChannelIcon channel={id} /> }))
const lengths = [15, 30, 45, 60, 90, 120]

/** The slot for the next time to speak: how, when, on whose clock, how long. */
export function MeetingSlot({ next, onChange }: { next: NextMeeting | null; onChange: (next: NextMeeting | null) => void }) {
  const reader = useReader()
  const propose = () => {
    const date = addWorkingDays(localDateAt(reader.now, reader.zone), 5)
    onChange({ channel: 'video', due: { date, time: '10:00', zone: reader.zone }, minutes: 30 })
  }
  return (
    <section className={slot.slot} aria-label={words.composer.slots.next}>
      <h2 className={slot.title}>{words.composer.slots.next}</h2>
      {next === null ? (
        <button type="button" className={styles.add} data-line onClick={propose}>
          <Plus aria-hidden />
          {words.composer.addMeeting}
        </button>
      ) : (
        <Meeting next={next} onChange={onChange} />
      )}
    </section>
  )
}

function Meeting({ next, onChange }: { next: NextMeeting; onChange: (next: NextMeeting | null) => void }) {
  const reader = useReader()
  const { due, minutes } = next
  const change = (changes: Partial<Due>) => {
    const changed = { ...due, ...changes }
    const zone = changed.time === null ? null : (changed.zone ?? reader.zone)
    onChange({ ...next, due: { ...changed, zone } })
  }
  const mine = myTime(due, reader)
  const choices = [...new Set([...lengths, minutes])].toSorted((a, b) => a - b)
  const said = words.composer
  return (
    <div className={styles.meeting}>
      <DateField label={said.meetingDate} value={due.date} onChange={(date) => date !== null && change({ date })} />
      <TimeField label={said.meetingTime} value={due.time} onChange={(time) => change({ time })} />
      <div className={styles.zone}>
        {due.time !== null && <ZoneField label={said.meetingZone} value={due.zone} onChange={(zone) => change({ zone: zone ?? reader.zone })} />}
      </div>
      <Select
        label={said.meetingChannel}
        options={channels}
        value={next.channel === 'call' || next.channel === 'in-person' ? next.channel : 'video'}
        onChange={(channel) => onChange({ ...next, channel })}
      />
      <Select
        label={said.meetingLength}
        options={choices.map((choice) => ({ id: String(choice), label: said.minutes(choice) }))}
        value={String(minutes)}
        onChange={(choice) => onChange({ ...next, minutes: Number(choice) })}
      />
      <span className={styles.mine}>{mine !== null && said.mineTime(mine)}</span>
      <div className={styles.remove}>
        <IconButton label={said.removeMeeting} icon={<X />} size="small" onPress={() => onChange(null)} />
      </div>
    </div>
  )
}

/** The time on my own wall, with its date when that is another one; null when mine shows the same. */
function myTime({ date, time, zone }: Due, reader: Reader): string | null {
  if (time === null || zone === null) return null
  const instant = instantOf(date, time, zone)
  const [myDate, myClock] = [localDateAt(instant, reader.zone), timeOfDayAt(instant, reader.zone)]
  if (myDate === date) return myClock === time ? null : wallTime(myClock, reader.locale)
  return words.due.dateAt(shortDate(myDate, reader), wallTime(myClock, reader.locale))
}
