import { CircleCheck, CircleHelp, CircleSlash } from 'lucide-react'
import type { Permission } from '../../shared/contact.ts'
import { localDateAt } from '../../shared/dates.ts'
import { words } from '../../shared/strings/words.ts'
import { Button } from '../ui/Button.tsx'
import { DateChip } from '../ui/DateChip.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useReader } from '../ui/Reader.tsx'
import { Fact, FactRow } from './Fact.tsx'
import styles from './Facts.module.css'
import type { SaveContact } from './PersonFacts.tsx'

const say = words.lead
const icons = { 'not-asked': CircleHelp, granted: CircleCheck, declined: CircleSlash }
const statuses = Object.keys(icons) as Permission['status'][]

/** Whether they agreed to be followed up, in which words, when, and not before when (practice P9). */
export function PermissionFact({ permission, save }: { permission: Permission; save: SaveContact }) {
  const reader = useReader()
  const { status, on, notBefore } = permission
  const change = (changes: Partial<Permission>) => save({ permission: { ...permission, ...changes } })
  const answered = (answer: Permission['status']) => {
    if (answer === status) return
    void change({ status: answer, on: answer === 'not-asked' ? null : localDateAt(reader.now, reader.zone) })
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
        {status !== 'not-asked' && <DateChip label={say.permissionOn} value={on} placeholder={say.permissionOn} clear={say.noDate} onChange={(date) => void change({ on: date })} />}
        <span className={styles.pair}>
          <span className={styles.minor} aria-hidden>
            {say.notBefore}
          </span>
          <DateChip label={say.notBefore} value={notBefore} placeholder={say.anyTime} clear={say.anyTime} onChange={(date) => void change({ notBefore: date })} />
        </span>
      </FactRow>
      {(status !== 'not-asked' || permission.words !== '') && (
        <Fact label={say.permissionWords} value={permission.words} placeholder={say.permissionExample} onSave={(text) => change({ words: text })} />
      )}
    </>
  )
}
