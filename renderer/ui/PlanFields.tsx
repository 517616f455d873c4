import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ValueLadder } from '../../shared/api.ts'
import type { Channel } from '../../shared/channel.ts'
import { dueInstant, localDateAt, timeOfDayAt, type Due, type Zone } from '../../shared/dates.ts'
import { shortDate, wallTime, type Reader } from '../../shared/format.ts'
import { leadTimes } from '../../shared/reminder.ts'
import { composerWords } from '../../shared/strings/composer-words.ts'
import { words } from '../../shared/strings/words.ts'
import { touchMinutes, type PlannedTouch } from '../../shared/touch.ts'
import { BringsField, offersValue } from './BringsField.tsx'
import { Button } from './Button.tsx'
import { ChannelIcon } from './ChannelIcon.tsx'
import { classes } from './classes.ts'
import { DueField } from './DateTime.tsx'
import styles from './PlanFields.module.css'
import { useReader } from './Reader.tsx'
import { Segmented } from './Segmented.tsx'
import { Select } from './Select.tsx'
import { TextArea, TextField } from './TextField.tsx'
import { useRemembered } from './useRemembered.ts'
import { zoneCity } from './ZoneField.tsx'

const say = words.schedule

/** A next step while it is written: the date may be missing for a moment. */
export type DraftTouch = Omit<PlannedTouch, 'due'> & { due: Due | null }

/** The channels to choose from, with their icons. */
export const channelOptions = (Object.keys(words.channels) as Channel[]).map((id) => ({ id, label: words.channels[id], icon: <ChannelIcon channel={id} /> }))

export interface PlanFieldsProps {
  value: DraftTouch
  onChange: (value: DraftTouch) => void
  /** The contact's own zone, where it is known. */
  theirZone?: Zone | null
  focusPurpose?: boolean
  /** What could be brought to this person; null while it is not known. */
  ladder?: ValueLadder | null
  /** Said beside "More": why these are filled in as they are. */
  note?: ReactNode
}

/** The fields of a next step: how, what for, when, what it brings; and behind "More" how long, when to remind and what to have ready. */
export function PlanFields({ value, onChange, theirZone = null, focusPurpose = false, ladder = null, note }: PlanFieldsProps) {
  const [more, setMore] = useRemembered('plan.more', false)
  // With something to choose from it is in sight: every touch should bring something (practice P7).
  const isOffered = offersValue(ladder) || (value.valueItemId ?? null) !== null
  const brings = <BringsField value={{ brings: value.brings ?? '', valueItemId: value.valueItemId ?? null }} onChange={(brought) => onChange({ ...value, ...brought })} ladder={ladder} />
  return (
    <div className={styles.plan}>
      <div className={styles.fields}>
        <div className={styles.what}>
          <Select<Channel> label={say.channel} options={channelOptions} value={value.channel} onChange={(channel) => onChange({ ...value, channel })} />
          <TextField label={say.purpose} placeholder={say.purposePlaceholder} value={value.purpose} maxLength={500} autoFocus={focusPurpose} onChange={(purpose) => onChange({ ...value, purpose })} />
        </div>
        <div>
          <DueField label={say.due} value={value.due} onChange={(due) => onChange({ ...value, due })} />
          <Clock due={value.due} theirZone={theirZone} onChange={(due) => onChange({ ...value, due })} />
        </div>
      </div>
      {isOffered && brings}
      <div className={styles.below}>
        <Button kind="quiet" size="small" aria-expanded={more} icon={<ChevronDown aria-hidden className={classes(styles.chevron, more && styles.open)} />} onPress={() => setMore(!more)}>
          {say.more}
        </Button>
        {note}
      </div>
      {more && <MoreFields value={value} onChange={onChange} brings={isOffered ? null : brings} />}
    </div>
  )
}

/** Lengths to choose from, in minutes. */
const lengths = [5, 10, 15, 30, 45, 60, 90, 120, 180, 240]

function MoreFields({ value, onChange, brings }: Pick<PlanFieldsProps, 'value' | 'onChange'> & { brings: ReactNode }) {
  const { minutes = null, preparation = '' } = value
  const usual = touchMinutes({ minutes: null, channel: value.channel })
  const known = minutes === null || lengths.includes(minutes) ? lengths : [...lengths, minutes].toSorted((a, b) => a - b)
  const options = [{ id: '', label: say.usual(usual) }, ...known.map((minute) => ({ id: String(minute), label: composerWords.minutes(minute) }))]
  const length = <Select label={say.minutes} options={options} value={minutes === null ? '' : String(minutes)} onChange={(id) => onChange({ ...value, minutes: id === '' ? null : Number(id) })} />
  const remind = value.due === null || value.due.time === null ? null : <Remind minutes={value.remindBefore ?? null} onChange={(remindBefore) => onChange({ ...value, remindBefore })} />
  const beside = brings ?? remind
  return (
    <div className={beside === null ? styles.what : styles.more}>
      {beside === null ? (
        length
      ) : (
        <div className={styles.what}>
          {length}
          {beside}
        </div>
      )}
      <TextArea label={say.preparation} placeholder={say.preparationPlaceholder} rows={2} value={preparation} maxLength={100_000} onChange={(text) => onChange({ ...value, preparation: text })} />
      {beside !== remind && remind}
    </div>
  )
}

/** How long before its time the touch reminds, where that is not left to its channel. A whole day has no such time. */
function Remind({ minutes, onChange }: { minutes: number | null; onChange: (minutes: number | null) => void }) {
  const known = minutes === null || leadTimes.includes(minutes) ? leadTimes : [...leadTimes, minutes].toSorted((a, b) => a - b)
  const options = [{ id: '', label: words.remindBefore.usual }, ...known.map((lead) => ({ id: String(lead), label: words.settings.remind.minutesBefore(lead) }))]
  return <Select label={words.remindBefore.label} options={options} value={minutes === null ? '' : String(minutes)} onChange={(id) => onChange(id === '' ? null : Number(id))} />
}

/** Whose clock a time is meant on, where mine and theirs differ, and what both of them show then. */
function Clock({ due, theirZone, onChange }: { due: Due | null; theirZone: Zone | null; onChange: (due: Due) => void }) {
  const reader = useReader()
  if (due === null || due.time === null || due.zone === null) return null
  const zones = [...new Set([reader.zone, ...(theirZone === null ? [] : [theirZone]), due.zone])]
  if (zones.length === 1) return null
  const options = zones.map((zone) => ({ id: zone, label: zone === reader.zone ? say.myTime : zone === theirZone ? say.theirTime : say.timeIn(zoneCity(zone)) }))
  const walls = zones.toReversed().map((zone) => {
    const time = wallIn(zone, due, reader)
    return zone === reader.zone ? say.forMe(time) : zone === theirZone ? say.forThem(time) : say.wallIn(time, zoneCity(zone))
  })
  return (
    <div className={styles.clock}>
      <Segmented label={say.clock} options={options} value={due.zone} onChange={(zone) => onChange({ ...due, zone })} />
      <span className={styles.walls}>{walls.join(', ')}</span>
    </div>
  )
}

/** What the wall in a zone shows then; with the date where it is another one than was written. */
function wallIn(zone: Zone, due: Due, reader: Reader): string {
  const at = dueInstant(due, due.time ?? '00:00', reader.zone)
  const time = wallTime(timeOfDayAt(at, zone), reader.locale)
  const date = localDateAt(at, zone)
  return date === due.date ? time : `${shortDate(date, reader)} ${time}`
}
