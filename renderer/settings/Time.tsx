import { useState } from 'react'
import { dayHoursInOrder, type Settings } from '../../shared/settings.ts'
import { silenceWords } from '../../shared/strings/today-words.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand } from '../api.ts'
import { TimeField } from '../ui/DateTime.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { ZoneField, zoneCity } from '../ui/ZoneField.tsx'
import { Section } from './Section.tsx'
import styles from './Settings.module.css'
import { WorkingDays } from './WorkingDays.tsx'

const say = words.settings

/** When the person works, and how much of it goes into following up (practice P4). */
export function Time({ settings }: { settings: Settings }) {
  const computer = new Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <Section title={say.time}>
      <div className={styles.pair}>
        <ZoneField label={say.zone} value={settings.zone} automatic={say.zoneAuto(zoneCity(computer))} onChange={(zone) => void runCommand('changeSettings', { zone })} />
        <WorkingHours settings={settings} />
      </div>
      <WorkingDays value={settings.workingDays} onChange={(workingDays) => void runCommand('changeSettings', { workingDays })} />
      <div className={styles.pair}>
        <NumberField label={say.dailyLoad} hint={say.dailyLoadHint} value={settings.dailyLoad} min={1} max={1000} onChange={(dailyLoad) => void runCommand('changeSettings', { dailyLoad })} />
        <NumberField label={say.minimumGap} hint={say.minimumGapHint} value={settings.minimumGap} min={0} max={366} onChange={(minimumGap) => void runCommand('changeSettings', { minimumGap })} />
        <NumberField label={silenceWords.settingsLimit} hint={silenceWords.settingsLimitHint} value={settings.silenceLimit} min={1} max={100} onChange={(silenceLimit) => void runCommand('changeSettings', { silenceLimit })} />
      </div>
    </Section>
  )
}

type Hours = Pick<Settings, 'startOfDay' | 'endOfDay'>

/** Both times are kept together once they are in order; until then they stand here with a sentence. */
function WorkingHours({ settings }: { settings: Settings }) {
  const [draft, setDraft] = useState<Hours | null>(null)
  const { startOfDay, endOfDay } = draft ?? settings
  const change = async (changed: Hours) => {
    setDraft(changed)
    if (!dayHoursInOrder(changed)) return
    await runCommand('changeSettings', changed)
    setDraft((current) => (current === changed ? null : current))
  }
  return (
    <div>
      <div className={styles.pair}>
        <TimeField label={say.startOfDay} value={startOfDay} onChange={(time) => time !== null && void change({ startOfDay: time, endOfDay })} />
        <TimeField label={say.endOfDay} value={endOfDay} onChange={(time) => time !== null && void change({ startOfDay, endOfDay: time })} />
      </div>
      {dayHoursInOrder({ startOfDay, endOfDay }) ? (
        <span className={styles.hint}>{say.startOfDayHint}</span>
      ) : (
        <span className={styles.error} role="alert">
          {say.hoursReversed}
        </span>
      )}
    </div>
  )
}
