import { BookOpen, Copy, EllipsisVertical, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { wholeNumber } from '../../shared/format.ts'
import { playbookWords } from '../../shared/strings/cadence-words.ts'
import { runCommand, useCall } from '../api.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { CadenceStrip } from '../ui/CadenceStrip.tsx'
import { CardActions, CardLink, CardList, CardRow } from '../ui/CardList.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useReader } from '../ui/Reader.tsx'
import { EmptyState, ErrorState, Spinner } from '../ui/States.tsx'
import { AnswerDialog } from './AnswerDialog.tsx'
import styles from './CadenceList.module.css'
import type { CadenceSummary } from './draft.ts'
import { PlaybookBar } from './PlaybookBar.tsx'
import { draftIds, newCadence } from './useDraft.ts'

const say = playbookWords

/** Every cadence: what it is for, its steps at a glance, and how many leads go through it. */
export function CadenceList() {
  const cadences = useCall('getCadences', {})
  const [, navigate] = useLocation()
  const [deleted, setDeleted] = useState<CadenceSummary | null>(null)
  const [drafts] = useState(draftIds)
  const create = (
    <Button icon={<Plus aria-hidden />} onPress={() => navigate(pathOf(newCadence))}>
      {say.newCadence}
    </Button>
  )
  const remove = (cadence: CadenceSummary) => {
    if (cadence.running > 0) setDeleted(cadence)
    else void runCommand('deleteCadence', { id: cadence.id, running: 'finish' }, { said: say.deleted(cadence.name) })
  }
  if (!cadences.data) {
    return (
      <>
        <PlaybookBar part="cadences" />
        {cadences.isError ? <ErrorState message={cadences.error.message} onRetry={() => void cadences.refetch()} /> : <Spinner />}
      </>
    )
  }
  const isEmpty = cadences.data.length === 0 && !drafts.has(newCadence)
  return (
    <>
      <PlaybookBar part="cadences" actions={!isEmpty && create} />
      {isEmpty ? (
        <EmptyState icon={<BookOpen />} title={say.emptyTitle} actions={<><AddReady kind="primary" />{create}</>}>
          {say.emptyBody}
        </EmptyState>
      ) : (
        <div className={styles.screen}>
          <CardList>
            {drafts.has(newCadence) && <NewDraft />}
            {cadences.data.map((cadence) => (
              <CadenceRow key={cadence.id} cadence={cadence} hasDraft={drafts.has(cadence.id)} onDelete={() => remove(cadence)} />
            ))}
          </CardList>
          <div>
            <AddReady kind="quiet" />
          </div>
        </div>
      )}
      {deleted && <DeleteDialog cadence={deleted} onClose={() => setDeleted(null)} />}
    </>
  )
}

function pathOf(id: string): string {
  return `/playbook/cadence/${id}`
}

function AddReady({ kind }: { kind: 'primary' | 'quiet' }) {
  const add = () => void runCommand('addReadyCadences', {}, { said: ({ added }) => say.readyAdded(added) })
  return (
    <Button kind={kind} icon={<BookOpen aria-hidden />} onPress={add}>
      {say.addReady}
    </Button>
  )
}

function NewDraft() {
  return (
    <CardRow className={styles.row}>
      <div className={styles.head}>
        <h2 className={styles.name}>
          <CardLink href={pathOf(newCadence)}>
            {say.newCadence}
          </CardLink>
        </h2>
        <Chip tone="today">{say.unsaved}</Chip>
      </div>
    </CardRow>
  )
}

function CadenceRow({ cadence, hasDraft, onDelete }: { cadence: CadenceSummary; hasDraft: boolean; onDelete: () => void }) {
  const { locale } = useReader()
  const [, navigate] = useLocation()
  const { id, name, purpose, steps, running } = cadence
  const duplicate = () => {
    const facts = { name: say.copyOf(name), purpose, steps: steps.map((step) => ({ ...step, id: crypto.randomUUID() })) }
    void runCommand('saveCadence', { id: null, facts, running: 'follow' }, { said: say.copied(name) })
  }
  const act: Record<string, () => void> = { edit: () => navigate(pathOf(id)), duplicate, delete: onDelete }
  return (
    <CardRow className={styles.row}>
      <div className={styles.head}>
        <h2 className={styles.name} dir="auto">
          <CardLink href={pathOf(id)}>
            {name}
          </CardLink>
        </h2>
        {hasDraft && <Chip tone="today">{say.unsaved}</Chip>}
        {running > 0 && <span className={styles.running}>{say.running(running, wholeNumber(running, locale))}</span>}
        <CardActions>
          <Menu
            trigger={<IconButton size="small" label={say.more(name)} icon={<EllipsisVertical />} />}
            label={say.more(name)}
            choices={[
              { id: 'edit', label: say.edit, icon: <Pencil aria-hidden /> },
              { id: 'duplicate', label: say.duplicate, icon: <Copy aria-hidden /> },
              { id: 'delete', label: running > 0 ? say.deleteAsk : say.delete, icon: <Trash2 aria-hidden />, danger: true },
            ]}
            onChoose={(choice) => act[choice]?.()}
          />
        </CardActions>
      </div>
      {purpose !== '' && (
        <p className={styles.purpose} dir="auto">
          {purpose}
        </p>
      )}
      <CadenceStrip steps={steps} />
    </CardRow>
  )
}

const answers = [
  { id: 'finish', label: say.finish, hint: say.finishHint },
  { id: 'stop', label: say.stop, hint: say.stopHint },
] as const

function DeleteDialog({ cadence: { id, name, running }, onClose }: { cadence: CadenceSummary; onClose: () => void }) {
  const { locale } = useReader()
  const [isPending, setPending] = useState(false)
  const remove = async (become: 'finish' | 'stop') => {
    setPending(true)
    await runCommand('deleteCadence', { id, running: become }, { said: say.deleted(name) })
    onClose()
  }
  return (
    <AnswerDialog
      title={say.deleteTitle(name)}
      question={say.deleteRunning(running, wholeNumber(running, locale))}
      answers={answers}
      isPending={isPending}
      onAnswer={(answer) => void remove(answer)}
      onClose={onClose}
    />
  )
}
