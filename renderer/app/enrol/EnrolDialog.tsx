import { BookOpen } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import type { CallInput, CallOutput } from '../../../shared/api.ts'
import { localDateAt, type LocalDate } from '../../../shared/dates.ts'
import { wholeNumber } from '../../../shared/format.ts'
import { words } from '../../../shared/strings/words.ts'
import { runCommand, useCall, useCommand } from '../../api.ts'
import type { EnrolRequest } from '../../ui/AppActions.tsx'
import { Button } from '../../ui/Button.tsx'
import { CadenceStrip } from '../../ui/CadenceStrip.tsx'
import { DateField } from '../../ui/DateTime.tsx'
import { Dialog, DialogActions, DialogBody } from '../../ui/Dialog.tsx'
import { useReader } from '../../ui/Reader.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { Select } from '../../ui/Select.tsx'
import { EmptyState, ErrorState, Spinner } from '../../ui/States.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useRemembered } from '../../ui/useRemembered.ts'
import styles from './EnrolDialog.module.css'
import { EnrolPreview } from './EnrolPreview.tsx'

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

const addReady = () => void runCommand('addReadyCadences', {}, { said: ({ added }) => words.playbook.readyAdded(added) })

function NoCadence() {
  return (
    <DialogBody>
      <EmptyState
        icon={<BookOpen />}
        title={say.noneTitle}
        actions={
          <Button kind="primary" onPress={addReady} autoFocus>
            {words.playbook.addReady}
          </Button>
        }
      >
        {say.noneBody}
      </EmptyState>
    </DialogBody>
  )
}

type Pace = keyof typeof say.paces
const paces = (Object.keys(say.paces) as Pace[]).map((id) => ({ id, label: say.paces[id] }))

interface EnrolFormProps extends EnrolDialogProps {
  cadences: CallOutput<'getCadences'>
}

function EnrolForm({ cadences, request: { leadIds, withoutLead = 0, onStarted }, onClose }: EnrolFormProps) {
  const { locale, now, zone } = useReader()
  const [lastUsed, setLastUsed] = useRemembered<string | null>('enrol.cadence', null)
  const [chosen, setChosen] = useState(lastUsed)
  const cadence = cadences.find(({ id }) => id === chosen) ?? cadences[0]
  const [startOn, setStartOn] = useState<LocalDate | null>(() => localDateAt(now, zone))
  const [pace, setPace] = useState<Pace>('all')
  const [perDay, setPerDay] = useState('10')
  const paceProblem = pace === 'some' && !isCount(perDay) ? say.badPerDay : undefined
  const problem = startOn === null ? say.noDate : paceProblem
  const input: CallInput<'enrol'> = { leadIds, cadenceId: cadence?.id ?? '', startOn: startOn ?? '', perDay: pace === 'all' ? null : Number(perDay) }
  const preview = useCall('previewEnrolment', input, { enabled: problem === undefined, keep: true })
  const starting = preview.data?.plans.length ?? 0
  const command = useCommand('enrol', { ownErrors: true, said: ({ enrolled }) => say.started(cadence?.name ?? '', enrolled, wholeNumber(enrolled, locale)) })
  const [refusal, setRefusal] = useState<string | null>(null)
  const canStart = problem === undefined && starting > 0 && !preview.isPlaceholderData && !command.pending

  const start = async (event: FormEvent) => {
    event.preventDefault()
    if (!canStart) return
    const reply = await command.run(input)
    if (!reply.ok) return setRefusal(reply.error.message)
    setLastUsed(input.cadenceId)
    onStarted?.()
    onClose()
  }
  return (
    <form onSubmit={(event) => void start(event)} noValidate>
      <DialogBody>
        <div className={styles.fields}>
          <div className={styles.choice}>
            <Select label={say.cadence} options={cadences.map(({ id, name }) => ({ id, label: name }))} value={cadence?.id ?? ''} onChange={setChosen} autoFocus />
            <DateField label={say.startOn} value={startOn} onChange={setStartOn} />
          </div>
          {cadence && cadence.purpose !== '' && (
            <p className={styles.purpose} dir="auto">
              {cadence.purpose}
            </p>
          )}
          {cadence && <CadenceStrip steps={cadence.steps} />}
          {leadIds.length > 1 && (
            <div className={styles.pace}>
              <Segmented label={say.pace} options={paces} value={pace} onChange={setPace} />
              {pace === 'some' && (
                <span className={styles.perDay}>
                  <TextField label={say.perDay} hideLabel inputMode="numeric" autoComplete="off" maxLength={4} value={perDay} onChange={setPerDay} error={paceProblem} />
                  <span aria-hidden>{say.aDay}</span>
                </span>
              )}
            </div>
          )}
        </div>
        {withoutLead > 0 && <p className={styles.note}>{say.withoutLead(withoutLead, wholeNumber(withoutLead, locale))}</p>}
        {preview.data ? <EnrolPreview preview={preview.data} /> : preview.isError ? <p className={styles.refusal} role="alert">{preview.error.message}</p> : problem === undefined && <Spinner />}
      </DialogBody>
      <DialogActions>
        <output className={styles.state}>{refusal ?? problem ?? (preview.data && starting === 0 ? say.nobody(leadIds.length) : '')}</output>
        <Button onPress={onClose}>{words.app.cancel}</Button>
        <Button kind="primary" type="submit" isDisabled={!canStart}>
          {starting > 1 ? say.startMany(starting, wholeNumber(starting, locale)) : say.start}
        </Button>
      </DialogActions>
    </form>
  )
}

function isCount(text: string): boolean {
  return /^\d+$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 1000
}
