import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { wholeNumber } from '../../shared/format.ts'
import { playbookWords } from '../../shared/strings/cadence-words.ts'
import { words } from '../../shared/strings/words.ts'
import { useCall } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { useScreenKeys } from '../ui/keys.ts'
import { useReader } from '../ui/Reader.tsx'
import { ErrorState, Spinner } from '../ui/States.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { showToast } from '../ui/Toast.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { AnswerDialog } from './AnswerDialog.tsx'
import { blankDraft, draftOf, problemOf, type CadenceSummary, type Draft } from './draft.ts'
import { EditorScreen } from './EditorScreen.tsx'
import { Preview } from './Preview.tsx'
import { StepList } from './StepList.tsx'
import { newCadence, useDraft } from './useDraft.ts'
import { useSaving } from './useSaving.ts'

const say = playbookWords

/** Where a cadence is written, a new one included. */
export function CadencePage({ id }: { id: string }) {
  const cadences = useCall('getCadences', {})
  if (!cadences.data) return cadences.isError ? <Missing message={cadences.error.message} onRetry={() => void cadences.refetch()} /> : <Spinner />
  const cadence = cadences.data.find((other) => other.id === id) ?? null
  if (cadence === null && id !== newCadence) return <Missing message={words.errors.cadenceGone} />
  return <Editor cadence={cadence} others={cadences.data.filter((other) => other !== cadence).map(({ name }) => name)} />
}

function Missing({ message, onRetry }: { message: string; onRetry?: () => void }) {
  return (
    <>
      <TopBar title={say.title} actions={<BackButton />} />
      <ErrorState message={message} {...(onRetry && { onRetry })} />
    </>
  )
}

function BackButton() {
  const [, navigate] = useLocation()
  return (
    <Button kind="quiet" icon={<ArrowLeft aria-hidden />} onPress={() => navigate('/playbook/cadences')}>
      {say.back}
    </Button>
  )
}

const plans = [
  { id: 'keep', label: say.keep, hint: say.keepHint },
  { id: 'follow', label: say.follow, hint: say.followHint },
] as const

interface EditorProps {
  /** Null for a new one. */
  cadence: CadenceSummary | null
  /** The names of the others. */
  others: readonly string[]
}

function Editor({ cadence, others }: EditorProps) {
  const [, navigate] = useLocation()
  const { locale } = useReader()
  const [blank] = useState(() => blankDraft(crypto.randomUUID()))
  const kept = useDraft(cadence?.id ?? newCadence, cadence ? draftOf(cadence) : blank)
  const { draft, isChanged, change } = kept
  const problem = problemOf(draft, others)
  const saving = useSaving(cadence, kept, isChanged && problem === null)
  const discard = () => {
    kept.discard()
    saving.forget()
    showToast({ message: say.discarded, action: { label: words.app.undo, run: () => change(draft) } })
  }
  useScreenKeys({ escape: () => navigate('/playbook/cadences') })
  return (
    <>
      <TopBar title={draft.name || (cadence === null ? say.newCadence : say.unnamed)} actions={<BackButton />} />
      <EditorScreen
        preview={<Preview steps={draft.steps} />}
        state={isChanged ? (problem ?? say.changed) : ''}
        refusal={saving.refusal}
        actions={
          <>
            {isChanged && (
              <Button kind="quiet" onPress={discard}>
                {say.discard}
              </Button>
            )}
            <Button kind="primary" isDisabled={!saving.canSave} onPress={saving.start} aria-keyshortcuts="Control+S">
              {say.save}
            </Button>
          </>
        }
      >
        <About draft={draft} onChange={change} isNew={cadence === null} />
        <StepList draft={draft} onChange={change} />
      </EditorScreen>
      {saving.isAsking && cadence && (
        <AnswerDialog
          title={say.savingTitle(cadence.running, wholeNumber(cadence.running, locale))}
          question={say.savingBody}
          answers={plans}
          isPending={saving.isPending}
          onAnswer={(running) => void saving.save(running)}
          onClose={saving.forget}
        />
      )}
    </>
  )
}

function About({ draft, onChange, isNew }: { draft: Draft; onChange: (draft: Draft) => void; isNew: boolean }) {
  return (
    <>
      <TextField label={say.name} placeholder={say.nameExample} maxLength={120} autoComplete="off" autoFocus={isNew} value={draft.name} onChange={(name) => onChange({ ...draft, name })} />
      <TextArea label={say.purpose} placeholder={say.purposeExample} rows={2} maxLength={1000} value={draft.purpose} onChange={(purpose) => onChange({ ...draft, purpose })} />
    </>
  )
}
