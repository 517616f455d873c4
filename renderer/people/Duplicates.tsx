import { ArrowLeft, Merge, UsersRound } from 'lucide-react'
import { useState } from 'react'
import type { Duplicates as Found } from '../../shared/api.ts'
import { contactName } from '../../shared/contact.ts'
import { wholeNumber } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import { queryClient, runCommand, useCall } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { useReader } from '../ui/Reader.tsx'
import { EmptyState, ErrorState, Spinner } from '../ui/States.tsx'
import { showToast } from '../ui/Toast.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import styles from './Duplicates.module.css'
import { MergeDialog } from './MergeDialog.tsx'

type Group = Found['groups'][number]

const say = words.merge

/** Those who may be there twice, each group with the reason, to be merged or told apart. */
export function Duplicates({ onBack }: { onBack: () => void }) {
  const { locale } = useReader()
  const found = useCall('getDuplicates', {})
  const settings = useCall('getSettings', {}).data
  const [merging, setMerging] = useState<Group | null>(null)
  const dismiss = async (group: Group) => {
    if (!settings) return
    const before = settings.notDuplicates
    const ids = group.contacts.map(({ contact }) => contact.id)
    if (await remember([...before, ids].slice(-mostRemembered))) {
      showToast({ message: say.dismissed(nameOf(group)), action: { label: words.app.undo, run: () => void remember(before) } })
    }
  }
  const back = (
    <Button icon={<ArrowLeft aria-hidden />} onPress={onBack}>
      {say.back}
    </Button>
  )
  const { groups, total } = found.data ?? { groups: [], total: 0 }
  return (
    <>
      <TopBar title={say.title} actions={back}>
        {total > 0 && <output className={styles.count}>{say.count(total, wholeNumber(total, locale))}</output>}
      </TopBar>
      {found.isError && !found.data ? (
        <ErrorState message={found.error.message} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Spinner />
      ) : groups.length === 0 ? (
        <EmptyState icon={<UsersRound />} title={say.none}>
          {say.noneBody}
        </EmptyState>
      ) : (
        <div className={styles.scroller}>
          <ul className={styles.groups}>
            {groups.map((group) => (
              <GroupRow key={group.contacts.map(({ contact }) => contact.id).join(' ')} group={group} onMerge={() => setMerging(group)} onDismiss={() => void dismiss(group)} />
            ))}
          </ul>
          {total > groups.length && <p className={styles.more}>{say.more}</p>}
        </div>
      )}
      {merging && <MergeDialog entries={merging.contacts} onClose={() => setMerging(null)} />}
    </>
  )
}

/** As many as the settings keep. */
const mostRemembered = 2000

async function remember(notDuplicates: string[][]): Promise<boolean> {
  const reply = await runCommand('changeSettings', { notDuplicates })
  // Settings are no part of the tables, so no change of those tells it.
  if (reply.ok) await queryClient.invalidateQueries({ queryKey: ['getDuplicates'] })
  return reply.ok
}

function nameOf({ contacts }: Group): string {
  const [first] = contacts
  return first ? contactName(first.contact) : ''
}

function GroupRow({ group, onMerge, onDismiss }: { group: Group; onMerge: () => void; onDismiss: () => void }) {
  const { locale } = useReader()
  const name = nameOf(group)
  return (
    <li className={styles.group} aria-label={name}>
      <div className={styles.head}>
        {group.reasons.map((reason) => (
          <Chip key={reason}>{say.reasons[reason]}</Chip>
        ))}
        <span className={styles.space} />
        <Button size="small" kind="quiet" onPress={onDismiss} aria-label={say.notSameNamed(name)}>
          {say.notSame}
        </Button>
        <Button size="small" icon={<Merge aria-hidden />} onPress={onMerge} aria-label={say.mergeNamed(name)}>
          {say.merge}
        </Button>
      </div>
      <ul>
        {group.contacts.map(({ contact, leads, touches }) => (
          <li key={contact.id} className={styles.entry}>
            <span className={styles.name}>{contactName(contact)}</span>
            <span>{contact.company}</span>
            <span>{contact.emails.map(({ address }) => address).join(', ')}</span>
            <span>{contact.phones.map(({ number }) => number).join(', ')}</span>
            <span>
              {words.people.leadsCounted(leads, wholeNumber(leads, locale))}, {words.people.touchesCounted(touches, wholeNumber(touches, locale))}
            </span>
          </li>
        ))}
      </ul>
    </li>
  )
}
