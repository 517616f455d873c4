import { Plus, TriangleAlert, X } from 'lucide-react'
import { memo } from 'react'
import { dueInstant, localDateAt, timeOfDayAt, type Due, type Zone } from '../../shared/dates.ts'
import { dateAndTime, dueWords, shortDate, wallTime, type Reader } from '../../shared/format.ts'
import type { NextMeeting } from '../../shared/recap.ts'
import { composerWords } from '../../shared/strings/composer-words.ts'
import { words } from '../../shared/strings/words.ts'
import { touchMinutes, type Touch } from '../../shared/touch.ts'
import { addWorkingDays } from '../../shared/work-days.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { ChannelIcon } from '../ui/ChannelIcon.tsx'
import { DateField, TimeField } from '../ui/DateTime.tsx'
import { useReader } from '../ui/Reader.tsx'
import { Select } from '../ui/Select.tsx'
import { zoneCity, ZoneField } from '../ui/ZoneField.tsx'
import { isOver } from './checks.ts'
import type { DraftChange } from './draft.ts'
import styles from './MeetingSlot.module.css'
import slot from './Slot.module.css'

const say = composerWords

/** The ways to speak; the others of practice P10 are no appointment. */
const channels = (['video', 'call', 'in-person'] as const).map((id) => ({ id, label: words.channels[id], icon: <ChannelIcon channel={id} /> }))
const lengths = [15, 30, 45, 60, 90, 120]

export interface MeetingSlotProps {
  next: NextMeeting | null
  /** The touch that it stands for; null for a new one. */
  touchId: string | null
  /** The calls and meetings with this lead that are still to come. */
  meetings: readonly Touch[]
  /** The contact's own zone, where it is known. */
  theirZone: Zone | null
  onChange: (next: NextMeeting | null, touchId: string | null) => void
}

/** The slot for the next time to speak: one that is planned already or a new one; how, when, on whose clock, how long. */
export const MeetingSlot = memo(function MeetingSlot({ change, ...slotProps }: Omit<MeetingSlotProps, 'onChange'> & { change: (change: DraftChange) => void }) {
  const props: MeetingSlotProps = { ...slotProps, onChange: (next, touchId) => change({ kind: 'next', next, touchId }) }
  return (
    <section className={slot.slot} aria-label={say.slots.next}>
      <h2 className={slot.title}>{say.slots.next}</h2>
      {props.next === null ? <Choice {...props} /> : <Meeting {...props} next={props.next} />}
    </section>
  )
})

function Choice({ meetings, theirZone, onChange }: MeetingSlotProps) {
  const reader = useReader()
  const propose = () => {
    const date = addWorkingDays(localDateAt(reader.now, reader.zone), 5)
    onChange({ channel: 'video', due: { date, time: '10:00', zone: theirZone ?? reader.zone }, minutes: 30 }, null)
  }
  return (
    <div className={styles.choice}>
      {meetings.map((touch) => (
        <button key={touch.id} type="button" className={styles.add} data-line onClick={() => onChange(meetingOf(touch), touch.id)}>
          <ChannelIcon channel={touch.channel} />
          <span className={styles.planned}>{touchWords(touch, reader)}</span>
          <span className={styles.note}>{say.meetingPlanned}</span>
        </button>
      ))}
      <button type="button" className={styles.add} data-line onClick={propose}>
        <Plus aria-hidden />
        {meetings.length === 0 ? say.addMeeting : say.newMeeting}
      </button>
    </div>
  )
}

/** A touch in one line: how, when, what for. */
function touchWords({ channel, due, purpose }: Touch, reader: Reader): string {
  return [words.channels[channel], dueWords(due, reader), purpose].filter((part) => part !== '').join(' · ')
}

/** A touch as the next time to speak. */
function meetingOf(touch: Touch): NextMeeting {
  return { channel: touch.channel, due: touch.due, minutes: touchMinutes(touch) }
}

function Meeting({ next, touchId, meetings, theirZone, onChange }: MeetingSlotProps & { next: NextMeeting }) {
  const reader = useReader()
  const { due, minutes } = next
  const change = (changes: Partial<NextMeeting>) => onChange({ ...next, ...changes }, touchId)
  const changeDue = (changes: Partial<Due>) => {
    const changed = { ...due, ...changes }
    change({ due: { ...changed, zone: changed.time === null ? null : (changed.zone ?? theirZone ?? reader.zone) } })
  }
  const choices = [...new Set([...lengths, minutes])].toSorted((a, b) => a - b)
  return (
    <div className={styles.meeting}>
      <div className={styles.fields}>
        {meetings.length > 0 && <Which touchId={touchId} meetings={meetings} onChoose={(touch) => (touch ? onChange(meetingOf(touch), touch.id) : onChange(next, null))} />}
        <DateField label={say.meetingDate} value={due.date} onChange={(date) => date !== null && changeDue({ date })} />
        <TimeField label={say.meetingTime} value={due.time} onChange={(time) => changeDue({ time })} />
        <div className={styles.zone}>
          {due.time !== null && <ZoneField label={say.meetingZone} value={due.zone} onChange={(zone) => changeDue({ zone: zone ?? reader.zone })} />}
        </div>
        <Select
          label={say.meetingChannel}
          options={channels}
          value={next.channel === 'call' || next.channel === 'in-person' ? next.channel : 'video'}
          onChange={(channel) => change({ channel })}
        />
        <Select
          label={say.meetingLength}
          options={choices.map((choice) => ({ id: String(choice), label: say.minutes(choice) }))}
          value={String(minutes)}
          onChange={(choice) => change({ minutes: Number(choice) })}
        />
        <div className={styles.remove}>
          <IconButton label={say.removeMeeting} icon={<X />} size="small" onPress={() => onChange(null, null)} />
        </div>
      </div>
      <About next={next} touch={meetings.find(({ id }) => id === touchId) ?? null} theirZone={theirZone} onDue={(told) => change({ due: told })} />
    </div>
  )
}

/** Which touch it stands for. */
function Which({ touchId, meetings, onChoose }: Pick<MeetingSlotProps, 'touchId' | 'meetings'> & { onChoose: (touch: Touch | null) => void }) {
  const reader = useReader()
  const planned = meetings.map((touch) => ({ id: touch.id, label: touchWords(touch, reader), icon: <ChannelIcon channel={touch.channel} /> }))
  return (
    <div className={styles.which}>
      <Select
        label={say.meeting}
        options={[{ id: '', label: say.newMeeting, icon: <Plus aria-hidden /> }, ...planned]}
        value={touchId ?? ''}
        onChange={(id) => onChoose(meetings.find((touch) => touch.id === id) ?? null)}
      />
    </div>
  )
}

/** What the walls of both sides show then, and what there is to know before it is sent. */
function About({ next: { due }, touch, theirZone, onDue }: { next: NextMeeting; touch: Touch | null; theirZone: Zone | null; onDue: (due: Due) => void }) {
  const reader = useReader()
  const notTheirs = due.time !== null && theirZone !== null && due.zone !== theirZone && due.zone === reader.zone && wallIn(theirZone, due, reader) !== wallIn(reader.zone, due, reader)
  const moves = touch !== null && (touch.due.date !== due.date || touch.due.time !== due.time || touch.due.zone !== due.zone)
  const walls = wallsOf(due, theirZone, reader)
  return (
    <>
      {walls !== '' && <p className={styles.about}>{walls}</p>}
      {notTheirs && (
        <p className={styles.warning}>
          <TriangleAlert aria-hidden />
          <span>{say.meetingNotTheirs}</span>
          <Button size="small" onPress={() => onDue(inZone(due, theirZone, reader))}>
            {say.tellTheirTime}
          </Button>
        </p>
      )}
      {moves && <p className={styles.about}>{say.meetingMoves(touchWhen(touch, reader))}</p>}
      {isOver(due, reader) && (
        <p className={styles.warning} role="alert">
          <TriangleAlert aria-hidden />
          <span>{say.meetingPast}</span>
        </p>
      )}
    </>
  )
}

/** What each wall that matters shows then: theirs, the one it was agreed on, mine. Empty where all show the same. */
function wallsOf(due: Due, theirZone: Zone | null, reader: Reader): string {
  if (due.time === null || due.zone === null) return ''
  const zones = [...new Set([...(theirZone === null ? [] : [theirZone]), due.zone, reader.zone])]
  const walls = zones.map((zone) => wallIn(zone, due, reader))
  if (new Set(walls).size === 1) return ''
  const { forMe, forThem, wallIn: wallThere } = words.schedule
  return zones.map((zone, index) => (zone === reader.zone ? forMe(walls[index] ?? '') : zone === theirZone ? forThem(walls[index] ?? '') : wallThere(walls[index] ?? '', zoneCity(zone)))).join(', ')
}

/** What the wall in a zone shows then; with the date where it is another one than was written. */
function wallIn(zone: Zone, due: Due, reader: Reader): string {
  const at = dueInstant(due, '00:00', reader.zone)
  const time = wallTime(timeOfDayAt(at, zone), reader.locale)
  const date = localDateAt(at, zone)
  return date === due.date ? time : words.due.dateAt(shortDate(date, reader), time)
}

/** The same moment on the wall of another zone. */
function inZone(due: Due, zone: Zone, reader: Reader): Due {
  const at = dueInstant(due, '00:00', reader.zone)
  return { date: localDateAt(at, zone), time: timeOfDayAt(at, zone), zone }
}

function touchWhen({ due }: Touch, reader: Reader): string {
  return due.time === null ? shortDate(due.date, reader) : dateAndTime(new Date(dueInstant(due, due.time, reader.zone)).toISOString(), reader)
}
