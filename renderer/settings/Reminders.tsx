import type { Channel } from '../../shared/channel.ts'
import type { Instant } from '../../shared/dates.ts'
import { dateAndTime } from '../../shared/format.ts'
import { leadTimes } from '../../shared/reminder.ts'
import { pauseEnd, type ReminderChoices } from '../../shared/reminder-times.ts'
import type { Settings } from '../../shared/settings.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand } from '../api.ts'
import { useNotificationPermission } from '../ui/browserNotifications.ts'
import { Button } from '../ui/Button.tsx'
import { ChannelIcon } from '../ui/ChannelIcon.tsx'
import { TimeField } from '../ui/DateTime.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { useReader } from '../ui/Reader.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { Select } from '../ui/Select.tsx'
import { Checkbox } from '../ui/TextField.tsx'
import styles from './Reminders.module.css'
import { Section } from './Section.tsx'
import settingsStyles from './Settings.module.css'

const say = words.settings.remind
const channels = Object.keys(words.channels) as Channel[]

/** How reminders come, and when they keep quiet (practice P14). */
export function Reminders({ settings, inTray, inSystem }: { settings: Settings; inTray: boolean; inSystem: boolean }) {
  const { reminders } = settings
  const change = (changes: Partial<ReminderChoices>) => void runCommand('changeSettings', { reminders: { ...reminders, ...changes } })
  return (
    <Section title={words.settings.reminders}>
      <Pause until={settings.remindersPausedUntil} startOfDay={settings.startOfDay} />
      {!inSystem && <InBrowser />}
      <fieldset className={styles.leads}>
        <legend className={settingsStyles.label}>{say.before}</legend>
        {channels.map((channel) => (
          <LeadTime key={channel} channel={channel} minutes={reminders.before[channel]} onChange={(minutes) => change({ before: { ...reminders.before, [channel]: minutes } })} />
        ))}
      </fieldset>
      <Quiet quiet={reminders.quiet} onChange={(quiet) => change({ quiet })} />
      <div className={styles.choice}>
        <Checkbox label={say.digest} hint={say.digestHint} isSelected={reminders.digestAt !== null} onChange={(wanted) => change({ digestAt: wanted ? settings.startOfDay : null })} />
        {reminders.digestAt !== null && <TimeField label={say.digestAt} value={reminders.digestAt} onChange={(digestAt) => digestAt !== null && change({ digestAt })} />}
      </div>
      <div>
        <Checkbox label={say.daysOff} hint={say.daysOffHint} isSelected={!reminders.daysOff} onChange={(quiet) => change({ daysOff: !quiet })} />
        <Checkbox label={words.settings.hideNames} hint={words.settings.hideNamesHint} isSelected={settings.hideNames} onChange={(hideNames) => void runCommand('changeSettings', { hideNames })} />
        {inTray && <Checkbox label={words.settings.closeToTray} hint={words.settings.closeToTrayHint} isSelected={settings.closeToTray} onChange={(closeToTray) => void runCommand('changeSettings', { closeToTray })} />}
        {inTray && <Checkbox label={words.settings.openAtLogin} hint={words.settings.openAtLoginHint} isSelected={settings.openAtLogin} onChange={(openAtLogin) => void runCommand('changeSettings', { openAtLogin })} />}
      </div>
    </Section>
  )
}

/** How soon an inbound lead wants an answer (practice P1). */
export function Response({ response }: Pick<Settings, 'response'>) {
  const change = (changes: Partial<Settings['response']>) => void runCommand('changeSettings', { response: { ...response, ...changes } })
  return (
    <Section title={say.response}>
      <p className={styles.about}>{say.responseHint}</p>
      <div className={styles.leads}>
        <NumberField label={say.goal} value={response.goal} min={1} max={response.warn} onChange={(goal) => change({ goal })} />
        <NumberField label={say.warn} value={response.warn} min={response.goal} max={response.late} onChange={(warn) => change({ warn })} />
        <NumberField label={say.late} value={response.late} min={response.warn} max={100_000} onChange={(late) => change({ late })} />
      </div>
      <div>
        <span className={settingsStyles.label}>{say.counted}</span>
        <Segmented label={say.counted} options={countedHours} value={response.hours} onChange={(hours) => change({ hours })} />
      </div>
    </Section>
  )
}

const countedHours = (['working', 'all'] as const).map((id) => ({ id, label: say.hours[id] }))

function pause(remindersPausedUntil: Instant | null) {
  void runCommand('changeSettings', { remindersPausedUntil })
}

function Pause({ until, startOfDay }: { until: Instant | null; startOfDay: string }) {
  const reader = useReader()
  const isPaused = until !== null && Date.parse(until) > reader.now
  return (
    <div className={styles.choice}>
      <span>{isPaused ? say.pausedUntil(dateAndTime(until, reader)) : say.on}</span>
      <div className={settingsStyles.buttons}>
        {isPaused && (
          <Button size="small" onPress={() => pause(null)}>
            {say.resume}
          </Button>
        )}
        {(['hour', 'tomorrow'] as const).map((length) => (
          <Button key={length} size="small" onPress={() => pause(pauseEnd(length, Date.now(), reader.zone, startOfDay))}>
            {say.pause[length]}
          </Button>
        ))}
      </div>
    </div>
  )
}

/** Where the system shows no reminders, the person's browser does, once it is allowed to. */
function InBrowser() {
  const own = words.browserNotifications
  const [permission, ask] = useNotificationPermission()
  return (
    <div className={styles.choice}>
      <div className={styles.told}>
        <span>{own.title}</span>
        <span className={settingsStyles.hint}>{permission === 'default' ? own.hint : own[permission]}</span>
      </div>
      {permission === 'default' && (
        <Button size="small" onPress={ask}>
          {own.allow}
        </Button>
      )}
    </div>
  )
}

function LeadTime({ channel, minutes, onChange }: { channel: Channel; minutes: number; onChange: (minutes: number) => void }) {
  const choices = leadTimes.includes(minutes) ? leadTimes : [...leadTimes, minutes].toSorted((a, b) => a - b)
  return (
    <div className={styles.lead}>
      <ChannelIcon channel={channel} />
      <Select label={words.channels[channel]} options={choices.map((lead) => ({ id: String(lead), label: say.minutesBefore(lead) }))} value={String(minutes)} onChange={(lead) => onChange(Number(lead))} />
    </div>
  )
}

function Quiet({ quiet, onChange }: { quiet: ReminderChoices['quiet']; onChange: (quiet: ReminderChoices['quiet']) => void }) {
  return (
    <div className={styles.choice}>
      <Checkbox label={say.quiet} hint={say.quietHint} isSelected={quiet !== null} onChange={(wanted) => onChange(wanted ? { from: '20:00', to: '07:30' } : null)} />
      {quiet !== null && (
        <div className={styles.span}>
          <TimeField label={say.quietFrom} value={quiet.from} onChange={(from) => from !== null && onChange({ ...quiet, from })} />
          <TimeField label={say.quietTo} value={quiet.to} onChange={(to) => to !== null && onChange({ ...quiet, to })} />
        </div>
      )}
    </div>
  )
}
