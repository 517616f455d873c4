import { RotateCcw, TriangleAlert } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { CallInput, CallOutput } from '../../shared/api.ts'
import { endBy } from '../../shared/cadence.ts'
import { localDateAt } from '../../shared/dates.ts'
import type { Proposal } from '../../shared/proposal.ts'
import type { Stage } from '../../shared/stage.ts'
import { words } from '../../shared/strings/words.ts'
import type { Outcome } from '../../shared/touch.ts'
import styles from './AfterTouch.module.css'
import { Button } from './Button.tsx'
import { ChipRadios } from './ChipRadios.tsx'
import { blankEnding, endingAnswer, EndingFields, type EndingDraft, type EndingFault, type EndingOf } from './EndingFields.tsx'
import { PlanFields, type DraftTouch } from './PlanFields.tsx'
import { doubtsAbout, reasonsFor } from './proposalWords.ts'
import { useReader } from './Reader.tsx'
import { TextField } from './TextField.tsx'

const say = words.complete

/** What the forms about a touch know of its lead. */
export interface TouchContext {
  data: CallOutput<'getLead'>
  /** The next step as it is proposed for what was told so far, or a moment ago. */
  proposal: Proposal
  /** False while the proposal is still the one from a moment ago. */
  current: boolean
  stages: readonly Stage[]
  /** For an amount of a lead that has none yet, an ISO 4217 code. */
  currency: string
}

/** What comes after a touch, as the commands take it. */
export type After = Pick<CallInput<'skipTouch'>, 'next' | 'instead'>

/** A next step, nothing more, declined, or the id of a stage at rest. */
type Choice = string

export interface AfterTouch {
  fields: ReactNode
  /** What was chosen; null when something is missing, which the fields then tell. */
  answer: () => After | null
  /** Whether a next step is planned, for the words of the button. */
  plansNext: boolean
}

/**
 * What comes after a touch: a next step, which is already filled in, or what becomes of the lead instead (practice P2).
 * The proposal follows what is told until somebody writes into it.
 * @param touchId the touch that is told of; null for one that was not planned
 * @param outcome null while none is told
 */
export function useAfterTouch(context: TouchContext, touchId: string | null, outcome: Outcome | null): AfterTouch {
  const { data, proposal, current } = context
  const reader = useReader()
  const today = localDateAt(reader.now, reader.zone)
  const [chosen, setChosen] = useState<Choice | null>(null)
  const [written, setWritten] = useState<DraftTouch | null>(null)
  const [said, setSaid] = useState('')
  const [ending, setEnding] = useState<EndingDraft>(() => blankEnding(data.lead.value, today))
  const [fault, setFault] = useState<EndingFault | null>(null)

  const hasOther = data.touches.some(({ state, id }) => state === 'due' && id !== touchId)
  // A cadence goes on by itself, so that nothing is no choice then.
  const isOptional = proposal.step === null && (data.stage.kind !== 'open' || hasOther)
  const choice = chosen ?? (isOptional ? 'nothing' : 'next')
  const resting = context.stages.find(({ id }) => id === choice)
  const of: EndingOf | null = resting ? { kind: resting.kind, asksAmount: resting.kind === 'won', value: data.lead.value, currency: context.currency } : null

  const answer = (): After | null => {
    if (choice === 'nothing') return { next: null }
    if (choice === 'declined') return { next: null, instead: { kind: 'declined', words: said } }
    if (resting && of) {
      const told = endingAnswer(ending, of, today)
      if (typeof told === 'string') setFault(told)
      return typeof told === 'string' ? null : { next: null, instead: { kind: 'move', stageId: resting.id, ...told } }
    }
    if (written === null) return { next: current ? proposal.planned : 'proposed' }
    return written.due === null ? null : { next: { ...written, due: written.due } }
  }

  const fields = (
    <div className={styles.after}>
      <ChipRadios label={say.after} options={choicesIn(context, isOptional)} value={choice} onChange={setChosen} />
      {choice === 'next' && (
        <>
          <PlanFields value={written ?? proposal.planned} onChange={setWritten} theirZone={data.contact.zone} />
          <Reasons proposal={proposal} isWritten={written !== null} onReset={() => setWritten(null)} />
        </>
      )}
      {choice === 'declined' && <TextField label={say.declinedWords} hint={say.declinedHint} maxLength={500} autoFocus value={said} onChange={setSaid} />}
      {of && (
        <EndingFields
          key={choice}
          of={of}
          value={ending}
          onChange={(draft) => {
            setEnding(draft)
            setFault(null)
          }}
          fault={fault}
          autoFocus
        />
      )}
      <CadenceNote data={data} touchId={touchId} ends={endBy(outcome) !== null || (choice !== 'next' && choice !== 'nothing')} goesOn={proposal.step !== null} />
    </div>
  )
  return { fields, answer, plansNext: choice === 'next' }
}

function choicesIn({ data, stages }: TouchContext, isOptional: boolean): { id: Choice; label: string }[] {
  const atRest = data.stage.kind === 'open' ? stages.filter(({ kind }) => kind !== 'open') : []
  return [
    { id: 'next', label: say.next },
    ...(isOptional ? [{ id: 'nothing', label: say.nothing }] : []),
    ...atRest.map(({ id, name }) => ({ id, label: name })),
    { id: 'declined', label: say.declined },
  ]
}

function Reasons({ proposal, isWritten, onReset }: { proposal: Proposal; isWritten: boolean; onReset: () => void }) {
  const reader = useReader()
  if (isWritten) {
    return (
      <div>
        <Button kind="quiet" size="small" icon={<RotateCcw aria-hidden />} onPress={onReset}>
          {say.asProposed}
        </Button>
      </div>
    )
  }
  const reasons = reasonsFor(proposal)
  const doubts = doubtsAbout(proposal, reader)
  if (reasons.length + doubts.length === 0) return null
  return (
    <p className={styles.reasons}>
      {reasons.length > 0 && <span>{reasons.join(' · ')}</span>}
      {doubts.map((doubt) => (
        <span key={doubt} className={styles.doubt}>
          <TriangleAlert aria-hidden />
          {doubt}
        </span>
      ))}
    </p>
  )
}

/** Says that what is told ends the cadence that the lead goes through, or that this was its last step. */
function CadenceNote({ data, touchId, ends, goesOn }: { data: TouchContext['data']; touchId: string | null; ends: boolean; goesOn: boolean }) {
  const running = data.enrolments.find(({ enrolment }) => enrolment.state !== 'ended')
  if (!running) return null
  const isItsTouch = data.touches.some(({ id, enrolmentId }) => id === touchId && enrolmentId === running.enrolment.id)
  const note = ends ? say.endsCadence(running.cadence) : isItsTouch && !goesOn ? say.lastStep(running.cadence) : null
  return note === null ? null : <p className={styles.note}>{note}</p>
}
