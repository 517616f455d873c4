import { BookOpen } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import type { CallInput, CallOutput } from '../../../shared/api.ts'
import { wholeNumber } from '../../../shared/format.ts'
import { playbookWords } from '../../../shared/strings/cadence-words.ts'
import { words } from '../../../shared/strings/words.ts'
import { runCommand, useCall, useCommand } from '../../api.ts'
import { ActionsState } from '../../ui/ActionsState.tsx'
import type { EnrolRequest } from '../../ui/AppActions.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions, DialogBody } from '../../ui/Dialog.tsx'
import { useReader } from '../../ui/Reader.tsx'
import { EmptyState, ErrorState, Spinner } from '../../ui/States.tsx'
import styles from './EnrolDialog.module.css'
import { EnrolFields } from './EnrolFields.tsx'
import { EnrolPreview } from './EnrolPreview.tsx'
import { useEnrolChoice } from './useEnrolChoice.ts'

const say = words.enrol

export interface EnrolDialogProps {
  request: EnrolRequest
  onClose: () => void
}

/** Puts leads into a cadence: which one, from when, how many a day; and what would come of it, before it is done. */
export function EnrolDialog({ request, onClose }: EnrolDialogProps) {
  const { locale } = useReader()
  const cadences = useCall('getCadences', {})
  const offered = cadences.data?.filter(({ id }) => id !== request.leaving)
  const count = request.leadIds.length
  const title = request.leaving !== undefined ? say.titleMove : count === 1 ? say.title : say.titleMany(count, wholeNumber(count, locale))
  return (
    <Dialog title={title} isOpen onOpenChange={(open) => !open && onClose()} width="wide">
      {!offered ? (
        <DialogBody>{cadences.isError ? <ErrorState message={cadences.error.message} onRetry={() => void cadences.refetch()} /> : <Spinner />}</DialogBody>
      ) : offered.length === 0 ? (
        <NoCadence />
      ) : (
        <EnrolForm cadences={offered} request={request} onClose={onClose} />
      )}
    </Dialog>
  )
}

const addReady = () => void runCommand('addReadyCadences', {}, { said: ({ added }) => playbookWords.readyAdded(added) })

function NoCadence() {
  return (
    <DialogBody>
      <EmptyState
        icon={<BookOpen />}
        title={say.noneTitle}
        actions={
          <Button kind="primary" onPress={addReady} autoFocus>
            {playbookWords.addReady}
          </Button>
        }
      >
        {say.noneBody}
      </EmptyState>
    </DialogBody>
  )
}

interface EnrolFormProps extends EnrolDialogProps {
  /** Those to choose from, one at least. */
  cadences: CallOutput<'getCadences'>
}

function EnrolForm({ cadences, request: { leadIds, withoutLead = 0, onStarted }, onClose }: EnrolFormProps) {
  const { locale } = useReader()
  const choice = useEnrolChoice(cadences)
  const { cadence, problem } = choice
  const input: CallInput<'enrol'> = { leadIds, ...choice.input }
  const preview = useCall('previewEnrolment', input, { enabled: problem === null, keep: true })
  const starting = preview.data?.plans.length ?? 0
  const command = useCommand('enrol', { ownErrors: true, said: ({ enrolled }) => say.started(cadence.name, enrolled, wholeNumber(enrolled, locale)) })
  const [refusal, setRefusal] = useState<string | null>(null)
  // What is started is what was shown.
  const canStart = problem === null && starting > 0 && !preview.isPlaceholderData && !command.pending

  const start = async (event: FormEvent) => {
    event.preventDefault()
    if (!canStart) return
    const reply = await command.run(input)
    if (!reply.ok) return setRefusal(reply.error.message)
    choice.remember()
    onStarted?.()
    onClose()
  }
  return (
    <form onSubmit={(event) => void start(event)} noValidate>
      <DialogBody>
        <EnrolFields cadences={cadences} choice={choice} hasPace={leadIds.length > 1} />
        {withoutLead > 0 && <p className={styles.note}>{say.withoutLead(withoutLead, wholeNumber(withoutLead, locale))}</p>}
        {preview.data ? <EnrolPreview preview={preview.data} /> : problem === null && !preview.isError && <Spinner />}
      </DialogBody>
      <DialogActions>
        <ActionsState state={problem ?? (preview.data && starting === 0 ? say.nobody(leadIds.length) : null)} refusal={refusal ?? preview.error?.message ?? null} />
        <Button onPress={onClose}>{words.app.cancel}</Button>
        <Button kind="primary" type="submit" isDisabled={!canStart}>
          {starting > 1 ? say.startMany(starting, wholeNumber(starting, locale)) : say.start}
        </Button>
      </DialogActions>
    </form>
  )
}
