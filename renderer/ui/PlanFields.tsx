import type { Due } from '../../shared/dates.ts'
import { words } from '../../shared/strings/words.ts'
import type { Channel } from '../../shared/channel.ts'
import type { PlannedTouch } from '../../shared/touch.ts'
import { ChannelIcon } from './ChannelIcon.tsx'
import { DueField } from './DateTime.tsx'
import styles from './PlanFields.module.css'
import { Select } from './Select.tsx'
import { TextField } from './TextField.tsx'

/** A next step while it is written: the date may be missing for a moment. */
export type DraftTouch = Omit<PlannedTouch, 'due'> & { due: Due | null }

/** The channels to choose from, with their icons. */
export const channelOptions = (Object.keys(words.channels) as Channel[]).map((id) => ({ id, label: words.channels[id], icon: <ChannelIcon channel={id} /> }))

/** The fields of a next step: how, what for, when. */
export function PlanFields({ value, onChange, focusPurpose = false }: { value: DraftTouch; onChange: (value: DraftTouch) => void; focusPurpose?: boolean }) {
  return (
    <div className={styles.fields}>
      <div className={styles.what}>
        <Select<Channel> label={words.schedule.channel} options={channelOptions} value={value.channel} onChange={(channel) => onChange({ ...value, channel })} />
        <TextField
          label={words.schedule.purpose}
          placeholder={words.schedule.purposePlaceholder}
          value={value.purpose}
          maxLength={500}
          autoFocus={focusPurpose}
          onChange={(purpose) => onChange({ ...value, purpose })}
        />
      </div>
      <DueField label={words.schedule.due} value={value.due} onChange={(due) => onChange({ ...value, due })} />
    </div>
  )
}
