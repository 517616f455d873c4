import { MessageSquareText } from 'lucide-react'
import { useMemo, useState, type FormEvent } from 'react'
import { useLocation } from 'wouter'
import type { TemplateSummary } from '../../../shared/api.ts'
import { localDateAt } from '../../../shared/dates.ts'
import { shortDate, wholeNumber } from '../../../shared/format.ts'
import { longestMailing } from '../../../shared/mailing.ts'
import { noFilter, passes } from '../../../shared/segment.ts'
import { words } from '../../../shared/strings/words.ts'
import { writing } from '../../../shared/strings/writing-words.ts'
import { runCommand, useCall, useCommand } from '../../api.ts'
import { ActionsState } from '../../ui/ActionsState.tsx'
import type { MailRequest } from '../../ui/AppActions.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions, DialogBody } from '../../ui/Dialog.tsx'
import { useReader } from '../../ui/Reader.tsx'
import { Select } from '../../ui/Select.tsx'
import { EmptyState, ErrorState, Spinner } from '../../ui/States.tsx'
import { Checkbox, TextField } from '../../ui/TextField.tsx'
import { MailingPreview } from './MailingPreview.tsx'
import styles from './StartMailing.module.css'

const say = writing.mailing
const everybody = 'all'

export interface StartMailingProps {
  request: MailRequest
  onClose: () => void
}

/** Begins to write to many, one by one: with which template, to whom, and who is left out and why (practices P9, P13). */
export function StartMailing({ request, onClose }: StartMailingProps) {
  const templates = useCall('getTemplates', {})
  const offered = templates.data?.filter(({ archivedAt }) => archivedAt === null)
  return (
    <Dialog title={say.startTitle} isOpen onOpenChange={(open) => !open && onClose()} width="wide">
      {!offered ? (
        <DialogBody>{templates.isError ? <ErrorState message={templates.error.message} onRetry={() => void templates.refetch()} /> : <Spinner />}</DialogBody>
      ) : offered.length === 0 ? (
        <NoTemplate />
      ) : (
        <MailingForm templates={offered} request={request} onClose={onClose} />
      )}
    </Dialog>
  )
}

const addReady = () => void runCommand('addReadyTemplates', {}, { said: ({ added }) => writing.templates.readyAdded(added) })

function NoTemplate() {
  return (
    <DialogBody>
      <EmptyState
        icon={<MessageSquareText />}
        title={say.noTemplateTitle}
        actions={
          <Button kind="primary" onPress={addReady} autoFocus>
            {writing.templates.addReady}
          </Button>
        }
      >
        {say.noTemplateBody}
      </EmptyState>
    </DialogBody>
  )
}

function MailingForm({ templates, request, onClose }: StartMailingProps & { templates: readonly TemplateSummary[] }) {
  const reader = useReader()
  const [, navigate] = useLocation()
  const [templateId, setTemplateId] = useState(templates.some(({ id }) => id === request.templateId) ? (request.templateId ?? '') : (templates[0]?.id ?? ''))
  const [written, setWritten] = useState<string | null>(null)
  const [customers, setCustomers] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const audience = useAudience(request)
  const { leadIds } = audience
  const template = templates.find(({ id }) => id === templateId)
  const name = written ?? say.nameOf(template?.name ?? '', shortDate(localDateAt(reader.now, reader.zone), reader))
  const input = { templateId, leadIds: leadIds ?? [], customers }
  const preview = useCall('previewMailing', { ...input, locale: reader.locale }, { enabled: input.leadIds.length > 0, keep: true })
  const going = input.leadIds.length === 0 ? 0 : (preview.data?.going.length ?? 0)
  const command = useCommand('startMailing', { said: null, ownErrors: true })
  const problem = problemOf({ isKnown: leadIds !== undefined && (input.leadIds.length === 0 || preview.data !== undefined), going, name }, reader.locale)
  const canStart = problem === null && going > 0 && !preview.isPlaceholderData && !command.pending

  const start = async (event: FormEvent) => {
    event.preventDefault()
    if (!canStart || !preview.data) return
    // Those who go, in the order in which they were chosen.
    const reply = await command.run({ ...input, leadIds: preview.data.going.map(({ leadId }) => leadId), name: name.trim() })
    if (!reply.ok) return setRefusal(reply.error.message)
    request.onStarted?.()
    onClose()
    navigate(`/mailing/${reply.data.id}`)
  }
  return (
    <form onSubmit={(event) => void start(event)} noValidate>
      <DialogBody>
        <div className={styles.fields}>
          <div className={styles.choice}>
            <Select
              label={say.template}
              autoFocus
              options={templates.map(({ id, name: label, kind }) => ({ id, label: `${label} · ${writing.templates.kinds[kind]}` }))}
              value={templateId}
              onChange={setTemplateId}
            />
            <Select label={say.who} options={audience.options} value={audience.value} onChange={audience.choose} />
          </div>
          <TextField label={say.name} maxLength={200} autoComplete="off" value={name} onChange={setWritten} />
          <Checkbox label={say.customers} hint={say.customersHint} isSelected={customers} onChange={setCustomers} />
          {request.withoutLead !== undefined && request.withoutLead > 0 && <p className={styles.note}>{say.withoutLead(request.withoutLead, wholeNumber(request.withoutLead, reader.locale))}</p>}
        </div>
        {input.leadIds.length > 0 && (preview.data ? <MailingPreview preview={preview.data} /> : !preview.isError && <Spinner />)}
      </DialogBody>
      <DialogActions>
        <ActionsState state={problem} refusal={refusal ?? preview.error?.message ?? audience.problem ?? null} />
        <Button onPress={onClose}>{words.app.cancel}</Button>
        <Button kind="primary" type="submit" isDisabled={!canStart}>
          {say.begin}
        </Button>
      </DialogActions>
    </form>
  )
}

function problemOf({ isKnown, going, name }: { isKnown: boolean; going: number; name: string }, locale: string): string | null {
  if (!isKnown) return null
  if (going === 0) return say.nobody
  if (going > longestMailing) return say.tooMany(wholeNumber(longestMailing, locale))
  return name.trim() === '' ? say.noName : null
}

/** Who is meant: the leads that were chosen before, those of a segment, or all. */
function useAudience({ leadIds: chosen }: MailRequest) {
  const { locale, now, zone } = useReader()
  const segments = useCall('getSegments', {}).data ?? []
  const board = useCall('getBoard', { limit: null }, { enabled: chosen === undefined })
  const [value, choose] = useState(chosen ? 'chosen' : everybody)
  const segment = segments.find(({ id }) => id === value)
  const cards = board.data?.cards
  // By the minute: "overdue" moves on with the clock.
  const leadIds = useMemo(() => {
    if (value === 'chosen') return chosen
    return cards?.filter(passes(segment?.filter ?? noFilter, now, zone)).map(({ id }) => id)
  }, [value, chosen, cards, segment, now, zone])
  const options = [
    ...(chosen ? [{ id: 'chosen', label: say.chosen(chosen.length, wholeNumber(chosen.length, locale)) }] : [{ id: everybody, label: say.allLeads }]),
    ...(chosen ? [] : segments.map(({ id, name }) => ({ id, label: name }))),
  ]
  return { value, choose, options, leadIds, problem: board.error?.message }
}
