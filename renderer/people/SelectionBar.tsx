import { ListOrdered, Merge, Send, Tag, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import type { Person } from '../../shared/api.ts'
import { wholeNumber } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import { useCall } from '../api.ts'
import { useAppActions } from '../ui/AppActions.tsx'
import { Button, IconButton } from '../ui/Button.tsx'
import { Dialog, DialogBody } from '../ui/Dialog.tsx'
import { useReader } from '../ui/Reader.tsx'
import { ErrorState } from '../ui/States.tsx'
import { leadsToEnrol } from './leads-to-enrol.ts'
import { DeleteDialog } from './DeleteDialog.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import styles from './People.module.css'
import { TagDialog } from './TagDialog.tsx'

const say = words.people

/** What can be done with the people that are selected, all of them at once. */
export function SelectionBar({ selected, onClear }: { selected: Person[]; onClear: () => void }) {
  const { locale } = useReader()
  const [dialog, setDialog] = useState<'tag' | 'delete' | null>(null)
  // These very two, also when one of them is gone from the table already.
  const [merging, setMerging] = useState<string[] | null>(null)
  const close = () => setDialog(null)
  const { enrol, mail } = useAppActions()
  const stages = useCall('getBoard', { limit: 30 }).data?.stages ?? []
  const startCadence = () => {
    const leadIds = leadsToEnrol(selected, stages)
    enrol({ leadIds, withoutLead: selected.length - leadIds.length, onStarted: onClear })
  }
  const writeToEach = () => {
    const leadIds = leadsToEnrol(selected, stages)
    mail({ leadIds, withoutLead: selected.length - leadIds.length, onStarted: onClear })
  }
  return (
    <section className={styles.selection} aria-label={say.selection}>
      <output className={styles.selected}>{say.selected(wholeNumber(selected.length, locale))}</output>
      <Button kind="quiet" icon={<Tag aria-hidden />} onPress={() => setDialog('tag')}>
        {say.tag}
      </Button>
      <Button kind="quiet" icon={<ListOrdered aria-hidden />} isDisabled={selected.every(({ leads }) => leads.length === 0)} onPress={startCadence}>
        {words.enrol.button}
      </Button>
      <Button kind="quiet" icon={<Send aria-hidden />} isDisabled={selected.every(({ leads }) => leads.length === 0)} onPress={writeToEach}>
        {words.messages.toEach}
      </Button>
      {selected.length === 2 && (
        <Button kind="quiet" icon={<Merge aria-hidden />} onPress={() => setMerging(selected.map(({ id }) => id))}>
          {words.merge.merge}
        </Button>
      )}
      <Button kind="quiet" icon={<Trash2 aria-hidden />} onPress={() => setDialog('delete')}>
        {say.delete}
      </Button>
      <IconButton label={say.clearSelection} icon={<X />} onPress={onClear} />
      {dialog === 'tag' && <TagDialog people={selected} onClose={close} />}
      {merging && <MergeOfSelected ids={merging} onClose={() => setMerging(null)} />}
      {dialog === 'delete' && <DeleteDialog people={selected} onClose={close} />}
    </section>
  )
}

/** Two who are one person, though nothing they have in common says so. */
function MergeOfSelected({ ids, onClose }: { ids: string[]; onClose: () => void }) {
  const { data: entries, error, refetch } = useCall('getMergeEntries', { ids })
  if (entries) return <MergeDialog entries={entries} onClose={onClose} />
  return (
    error && (
      <Dialog title={words.merge.mergeTitle} isOpen onOpenChange={onClose}>
        <DialogBody>
          <ErrorState message={error.message} onRetry={() => void refetch()} />
        </DialogBody>
      </Dialog>
    )
  )
}
