import { ArrowLeftRight } from 'lucide-react'
import { useState } from 'react'
import type { MergeEntry } from '../../shared/api.ts'
import { contactName, type Contact } from '../../shared/contact.ts'
import { mergedFacts, proposedChoices, type Choices, type TextOf } from '../../shared/merge.ts'
import { words } from '../../shared/strings/words.ts'
import { useCall, useCommand } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import { useReader } from '../ui/Reader.tsx'
import { Select } from '../ui/Select.tsx'
import { ErrorState } from '../ui/States.tsx'
import { factText } from './factText.ts'
import styles from './MergeDialog.module.css'
import { MergeTable } from './MergeTable.tsx'

const say = words.merge

/** Shows two contacts field by field and makes one of them; of more than two, two at a time. */
export function MergeDialog({ entries, onClose }: { entries: MergeEntry[]; onClose: () => void }) {
  const [[keepId, dropId], setSides] = useState(() => entries.map(({ contact }) => contact.id))
  const [changed, setChanged] = useState<Partial<Choices>>({})
  const [refusal, setRefusal] = useState<string | null>(null)
  const keep = entries.find(({ contact }) => contact.id === keepId)
  const drop = entries.find(({ contact }) => contact.id === dropId)
  const reader = useReader()
  const introducers = [useIntroducer(keep?.contact), useIntroducer(drop?.contact)]
  const unread = introducers.find(({ trouble }) => trouble)
  const command = useCommand('mergeContacts', { ownErrors: true, said: keep ? say.merged(contactName(keep.contact)) : null })
  if (!keep || !drop) return null
  const textOf: TextOf = (contact, field) => factText(contact, field, introducers[contact.id === keepId ? 0 : 1]?.name ?? '', reader)
  const choices = { ...proposedChoices(keep.contact, drop.contact), ...changed }
  const setPair = (keepNow: string, dropNow: string) => {
    setSides([keepNow, dropNow])
    setChanged({})
    setRefusal(null)
  }
  const merge = async () => {
    const facts = mergedFacts(keep.contact, drop.contact, choices, textOf)
    const reply = await command.run({ keep: keep.contact.id, drop: drop.contact.id, facts })
    if (reply.ok) onClose()
    else setRefusal(reply.error.message)
  }
  const options = entries.map(({ contact }) => ({ id: contact.id, label: optionName(contact) }))
  return (
    <Dialog title={say.mergeTitle} isOpen onOpenChange={(open) => !open && onClose()} width="wide">
      <DialogBody>
        <div className={styles.sides}>
          {entries.length > 2 && (
            <>
              <Select label={say.keep} value={keep.contact.id} options={options.filter(({ id }) => id !== drop.contact.id)} onChange={(id) => setPair(id, drop.contact.id)} />
              <Select label={say.drop} value={drop.contact.id} options={options.filter(({ id }) => id !== keep.contact.id)} onChange={(id) => setPair(keep.contact.id, id)} />
            </>
          )}
          <Button kind="quiet" size="small" icon={<ArrowLeftRight aria-hidden />} onPress={() => setPair(drop.contact.id, keep.contact.id)}>
            {say.swap}
          </Button>
        </div>
        {unread?.trouble ? (
          <ErrorState {...unread.trouble} />
        ) : (
          <>
            <MergeTable keep={keep} drop={drop} choices={choices} textOf={textOf} onChoose={(field, side) => setChanged({ ...changed, [field]: side })} />
            <p className={styles.hint}>{say.hint}</p>
          </>
        )}
        {refusal !== null && (
          <p className={styles.refusal} role="alert">
            {refusal}
          </p>
        )}
      </DialogBody>
      <DialogActions>
        <Button onPress={onClose}>{words.app.cancel}</Button>
        <Button kind="primary" onPress={() => void merge()} isDisabled={command.pending || introducers.some(({ name }) => name === null)}>
          {say.mergeNow}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/** The name of who introduced a contact: empty for nobody, null until it is known, with why it could not be read. */
function useIntroducer(contact: Contact | undefined): { name: string | null; trouble?: { message: string; onRetry: () => void } } {
  const isIntroduced = contact !== undefined && contact.referredBy !== null
  const known = useCall('getContact', { id: contact?.id ?? '' }, { enabled: isIntroduced })
  if (!isIntroduced) return { name: '' }
  const introducer = known.data?.referredBy
  if (introducer?.id === contact.referredBy) return { name: introducer.name }
  return { name: null, ...(known.error && { trouble: { message: known.error.message, onRetry: () => void known.refetch() } }) }
}

function optionName(contact: Contact): string {
  return [contactName(contact), contact.company, contact.emails[0]?.address ?? ''].filter((part, index, all) => part !== '' && all.indexOf(part) === index).join(' · ')
}
