import { useRef, useState } from 'react'
import type { CallInput } from '../../shared/api.ts'
import type { Channel } from '../../shared/channel.ts'
import { firstName } from '../../shared/contact.ts'
import { localDateAt } from '../../shared/dates.ts'
import { dueWords, shortDate } from '../../shared/format.ts'
import type { SilenceChoice, Tried } from '../../shared/silence.ts'
import type { StageKind } from '../../shared/stage.ts'
import { silenceWords } from '../../shared/strings/today-words.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand, useCall } from '../api.ts'
import type { TouchContext } from '../ui/AfterTouch.tsx'
import { ChipRadios } from '../ui/ChipRadios.tsx'
import { blankEnding, endingAnswer, type EndingDraft, type EndingFault, type EndingOf } from '../ui/ending.ts'
import { EndingFields } from '../ui/EndingFields.tsx'
import { PlanFields, type DraftTouch } from '../ui/PlanFields.tsx'
import { useReader } from '../ui/Reader.tsx'
import { Spinner } from '../ui/States.tsx'
import { PanelForm } from '../ui/TouchForms.tsx'
import styles from './SilenceForm.module.css'
import { useTouchContext } from './TouchForm.tsx'

const say = silenceWords

export interface SilenceFormProps {
  leadId: string
  name: string
  onClose: () => void
}

/** Asks what becomes of a lead that stayed silent for too long (practice P6): a digit chooses, Enter accepts, Escape leaves it. */
export function SilenceForm(props: SilenceFormProps) {
  const context = useTouchContext(props.leadId, null, { channel: 'call', outcome: null })
  const myName = useCall('getSettings', {}).data?.name
  return context && myName !== undefined ? <Choices {...props} context={context} myName={myName} /> : <Spinner />
}

type Answer = CallInput<'answerSilence'>['answer']
interface Draft {
  choice: SilenceChoice
  channel: DraftTouch
  note: DraftTouch
  ending: EndingDraft
  fault: EndingFault | null
}

function Choices({ leadId, name, onClose, context, myName }: SilenceFormProps & { context: TouchContext; myName: string }) {
  const { data } = context
  const reader = useReader()
  const today = localDateAt(reader.now, reader.zone)
  const radios = useRef<HTMLDivElement>(null)
  const [draft, setDraft] = useState(() => firstDraft(context, myName, today))
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, fault: null, ...changes }))
  const rest = restOf(draft.choice, context)
  const options = choicesIn(context)
  const submit = async () => {
    const answer = answerOf(draft, rest, today)
    if (typeof answer === 'string') return change({ fault: answer })
    if (answer === null) return
    const { choice } = answer
    const when = 'next' in answer ? dueWords(answer.next.due, reader) : answer.choice === 'park' ? shortDate(answer.until, reader) : (rest?.stage ?? '')
    const reply = await runCommand('answerSilence', { leadId, answer }, { said: say.did[choice](name, when) })
    if (reply.ok) onClose()
  }
  const onKey = (key: string): boolean => {
    const index = options.findIndex(({ keys }) => keys === key)
    const option = options[index]
    if (!option) return false
    change({ choice: option.id })
    radios.current?.querySelectorAll('input')[index]?.focus()
    return true
  }
  const { unanswered, silence } = data
  return (
    <PanelForm title={say.title(name)} accept={say.accept[draft.choice]} disabled={rest === null && plannedIn(draft).due === null} onKey={onKey} onSubmit={() => void submit()} onCancel={onClose}>
      <ChipRadios label={silence ? say.asks(unanswered, silence.limit) : say.title(name)} options={options} value={draft.choice} onChange={(choice) => change({ choice })} autoFocus groupRef={radios} />
      {draft.choice === 'change-channel' && (
        <>
          <ChipRadios<Channel> label={say.channel} options={data.tried.map(triedOption)} value={draft.channel.channel} onChange={(channel) => change({ channel: { ...draft.channel, channel } })} />
          <PlanFields value={draft.channel} onChange={(channel) => change({ channel })} theirZone={data.contact.zone} />
        </>
      )}
      {draft.choice === 'break-up' && <PlanFields value={draft.note} onChange={(note) => change({ note })} theirZone={data.contact.zone} />}
      {rest && (
        <div className={styles.rest}>
          <EndingFields of={rest.of} value={draft.ending} onChange={(ending) => change({ ending })} fault={draft.fault} />
        </div>
      )}
      {rest === null && <p className={styles.hint}>{say.replaces}</p>}
    </PanelForm>
  )
}

function triedOption({ channel, touches, answered }: Tried): { id: Channel; label: string } {
  return { id: channel, label: `${words.channels[channel]} · ${touches === 0 ? say.untried : say.triedOn(touches, answered)}` }
}

const kinds: Partial<Record<SilenceChoice, StageKind>> = { park: 'parked', disqualify: 'lost' }

/** The choices that there are: a stage at rest of its kind may have been deleted. */
function choicesIn({ stages }: TouchContext): { id: SilenceChoice; label: string; keys: string }[] {
  const ids = (Object.keys(say.choices) as SilenceChoice[]).filter((id) => kinds[id] === undefined || stages.some(({ kind }) => kind === kinds[id]))
  return ids.map((id, index) => ({ id, label: say.choices[id], keys: String(index + 1) }))
}

/** Where the lead goes to rest; null when it goes on. */
function restOf(choice: SilenceChoice, { stages, currency }: TouchContext): { stageId: string; stage: string; of: EndingOf } | null {
  const stage = stages.find(({ kind }) => kind === kinds[choice])
  return stage ? { stageId: stage.id, stage: stage.name, of: { kind: stage.kind, asksAmount: false, value: null, currency } } : null
}

/** What is likely: a channel never tried, else a last note, and once that went out, a rest. */
function firstDraft({ data, proposal }: TouchContext, myName: string, today: string): Draft {
  const [first] = data.tried
  const { due } = proposal.planned
  const wrote = data.lead.silenceAnswer?.choice === 'break-up'
  const written = data.tried.find(({ channel }) => channel === 'email') ?? first
  return {
    choice: wrote ? 'park' : first?.touches === 0 ? 'change-channel' : 'break-up',
    channel: { channel: first?.channel ?? proposal.planned.channel, purpose: say.channelPurpose, due },
    note: { channel: written?.channel ?? 'email', purpose: say.notePurpose, due, preparation: say.noteText(firstName(data.contact) ?? '', myName) },
    ending: { ...blankEnding(null, today), reason: say.noAnswer },
    fault: null,
  }
}

function plannedIn(draft: Draft): DraftTouch {
  return draft.choice === 'break-up' ? draft.note : draft.channel
}

/** What was chosen, as the command takes it; null while a date is missing, or the field at fault. */
function answerOf(draft: Draft, rest: ReturnType<typeof restOf>, today: string): Answer | EndingFault | null {
  const { choice } = draft
  if (choice === 'change-channel' || choice === 'break-up') {
    const { due, ...planned } = plannedIn(draft)
    return due === null ? null : { choice, next: { ...planned, due } }
  }
  if (rest === null) return null
  const told = endingAnswer(draft.ending, rest.of, today)
  if (typeof told === 'string') return told
  if (choice === 'park') return told.parkedUntil === null ? null : { choice, stageId: rest.stageId, until: told.parkedUntil }
  return { choice, stageId: rest.stageId, reason: told.closing?.reason ?? '' }
}
