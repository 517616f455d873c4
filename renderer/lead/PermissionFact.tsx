import { CircleCheck, CircleHelp, CircleSlash } from 'lucide-react'
import type { Channel } from '../../shared/channel.ts'
import type { Permission } from '../../shared/contact.ts'
import { localDateAt } from '../../shared/dates.ts'
import { words } from '../../shared/strings/words.ts'
import { Button } from '../ui/Button.tsx'
import { ChannelIcon } from '../ui/ChannelIcon.tsx'
import { DateChip } from '../ui/DateChip.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useReader } from '../ui/Reader.tsx'
import { Fact, FactRow } from './Fact.tsx'
import styles from './Facts.module.css'
import type { ChooseContact, SaveContact } from './data.ts'

const say = words.lead
const icons = { 'not-asked': CircleHelp, granted: CircleCheck, declined: CircleSlash }
const allChannels = Object.keys(words.channels) as Channel[]
const statuses = Object.keys(icons) as Permission['status'][]

/** Whether they agreed to be followed up: in which words, when, on which channels and how long, and not before when (practice P9). */
export function PermissionFact({ permission, save, choose }: { permission: Permission; save: SaveContact; choose: ChooseContact }) {
  const reader = useReader()
  const { status, on, notBefore } = permission
  const change = (changes: Partial<Permission>) => choose({ permission: { ...permission, ...changes } })
  const answered = (answer: Permission['status']) => {
    if (answer === status) return
    change({ status: answer, on: answer === 'not-asked' ? null : localDateAt(reader.now, reader.zone) })
  }
  const Icon = icons[status]
  return (
    <>
      <FactRow label={say.permission}>
        <Menu
          trigger={
            <Button kind="quiet" size="small" icon={<Icon aria-hidden />} aria-label={`${say.permission}: ${say.permissions[status]}`}>
              {say.permissions[status]}
            </Button>
          }
          label={say.permission}
          choices={statuses.map((id) => ({ id, label: say.permissions[id], current: id === status }))}
          onChoose={(id) => answered(id as Permission['status'])}
        />
        {status !== 'not-asked' && <DateChip label={say.permissionOn} value={on} placeholder={say.permissionOn} clear={say.noDate} onChange={(date) => change({ on: date })} />}
        {status === 'granted' && <Reach channels={permission.channels} onChange={(channels) => change({ channels })} />}
        {status === 'granted' && (
          <span className={styles.pair}>
            <span className={styles.minor} aria-hidden>
              {say.until}
            </span>
            <DateChip label={say.until} value={permission.until} placeholder={say.noEnd} clear={say.noEnd} onChange={(date) => change({ until: date })} />
          </span>
        )}
        <span className={styles.pair}>
          <span className={styles.minor} aria-hidden>
            {say.notBefore}
          </span>
          <DateChip label={say.notBefore} value={notBefore} placeholder={say.anyTime} clear={say.anyTime} onChange={(date) => change({ notBefore: date })} />
        </span>
      </FactRow>
      {(status !== 'not-asked' || permission.words !== '') && (
        <Fact label={say.permissionWords} value={permission.words} placeholder={say.permissionExample} onSave={(text) => save({ permission: { ...permission, words: text } })} />
      )}
    </>
  )
}

/** The channels that they agreed to; none of them chosen is any. Choosing one gives it or takes it away. */
function Reach({ channels, onChange }: { channels: readonly Channel[]; onChange: (channels: Channel[]) => void }) {
  const named = channels.length === 0 ? say.anyChannel : channels.map((channel) => words.channels[channel]).join(', ')
  const toggle = (channel: Channel) => onChange(allChannels.filter((other) => channels.includes(other) !== (other === channel)))
  return (
    <Menu
      trigger={
        <Button kind="quiet" size="small" aria-label={`${say.permissionChannels}: ${named}`}>
          {named}
        </Button>
      }
      label={say.permissionChannels}
      choices={[
        { id: '', label: say.anyChannel, current: channels.length === 0 },
        ...allChannels.map((id) => ({ id, label: words.channels[id], icon: <ChannelIcon channel={id} />, current: channels.includes(id) })),
      ]}
      onChoose={(id) => (id === '' ? onChange([]) : toggle(id as Channel))}
    />
  )
}
