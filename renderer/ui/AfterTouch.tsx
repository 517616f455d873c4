import { RotateCcw, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { CallInput, CallOutput, ValueLadder } from '../../shared/api.ts'
import { endBy } from '../../shared/cadence.ts'
import { localDateAt } from '../../shared/dates.ts'
import { mayRest } from '../../shared/lead.ts'
import type { Proposal } from '../../shared/proposal.ts'
import type { Stage } from '../../shared/stage.ts'
import { words } from '../../shared/strings/words.ts'
import type { Outcome } from '../../shared/touch.ts'
import styles from './AfterTouch.module.css'
import { Button } from './Button.tsx'
import { ChipRadios } from './ChipRadios.tsx'
import { blankEnding, endingAnswer, type EndingDraft, type EndingFault, type EndingOf } from './ending.ts'
import { EndingFields } from './EndingFields.tsx'
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
  /** What could be brought with the next step; null while it is not known. */
  ladder: ValueLadder | null
  /** What the touch itself that is told of could have brought. */
  ownLadder: ValueLadder | null
  /** For an amount of a lead that has none yet, an ISO 4217 code. */
  currency: string
}

/** What comes after a touch, as the commands take it. */
export type After = Pick<CallInput<'skipTouch'>, 'next' | 'instead'>

/** What is chosen: a next step, nothing more, declined, or a stage at rest by its id. */
type Choice = string

interface Draft {
  /** Null while nothing was chosen, and what is likely holds. */
  chosen: Choice | null
  /** The next step as somebody wrote it; until then it follows the proposal. */
  written: DraftTouch | null
  words: string
  ending: EndingDraft
  fault: EndingFault | null
}

/** What comes after a touch, while it is written. */
export interface AfterTouch {
  draft: Draft
  change: (changes: Partial<Draft>) => void
  choice: Choice
  choices: { id: Choice; label: string }[]
  /** Where the lead goes to rest, when that is chosen. */
  rest: (EndingOf & { stageId: string }) | null
  /** What was chosen; null when something is missing, which the fields then tell. */
  answer: () => After | null
}

/**
 * What comes after a touch: a next step, which is already filled in, or what becomes of the lead instead (practice P2).
 * @param touchId the touch that is told of; null for one that was not planned
 */
export function useAfterTouch(context: TouchContext, touchId: string | null): AfterTouch {
  const { data, proposal, current, stages, currency } = context
  const reader = useReader()
  const today = localDateAt(reader.now, reader.zone)
  const [draft, setDraft] = useState<Draft>(() => ({ chosen: null, written: null, words: '', ending: blankEnding(data.lead.value, today), fault: null }))
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }))
  const hasOther = data.touches.some(({ state, id }) => state === 'due' && id !== touchId)
  // A cadence goes on by itself, so that nothing more is no choice then.
  const isOptional = proposal.step === null && (mayRest(data.stage, data.contact) || hasOther)
  const choice = draft.chosen ?? (isOptional ? 'nothing' : 'next')
  const stage = stages.find(({ id }) => id === choice)
  const rest = stage ? { stageId: stage.id, kind: stage.kind, asksAmount: stage.kind === 'won', value: data.lead.value, currency } : null
  const answer = (): After | null => {
    if (choice === 'nothing') return { next: null }
    if (choice === 'declined') return { next: null, instead: { kind: 'declined', words: draft.words } }
    if (rest) {
      const told = endingAnswer(draft.ending, rest, today)
      if (typeof told === 'string') change({ fault: told })
      return typeof told === 'string' ? null : { next: null, instead: { kind: 'move', stageId: rest.stageId, ...told } }
    }
    if (draft.written === null) return { next: current ? proposal.planned : 'proposed' }
    return draft.written.due === null ? null : { next: { ...draft.written, due: draft.written.due } }
  }
  return { draft, change, choice, choices: choicesIn(context, isOptional), rest, answer }
}

export interface AfterTouchFieldsProps {
  after: AfterTouch
  context: TouchContext
  touchId: string | null
  /** How the touch went; null while that is not told. */
  outcome: Outcome | null
  autoFocus?: boolean
}

/** The fields of {@link useAfterTouch}. */
export function AfterTouchFields({ after: { draft, change, choice, choices, rest }, context: { data, proposal, ladder }, touchId, outcome, autoFocus = false }: AfterTouchFieldsProps) {
  const endsCadence = endBy(outcome) !== null || (choice !== 'next' && choice !== 'nothing')
  return (
    <div className={styles.after}>
      <ChipRadios label={say.after} options={choices} value={choice} onChange={(chosen) => change({ chosen })} autoFocus={autoFocus} />
      {choice === 'next' && (
        <PlanFields
          value={draft.written ?? proposal.planned}
          onChange={(written) => change({ written })}
          theirZone={data.contact.zone}
          ladder={ladder}
          note={<Reasons proposal={proposal} isWritten={draft.written !== null} onReset={() => change({ written: null })} />}
        />
      )}
      {choice === 'declined' && (
        <div className={styles.instead}>
          <TextField label={say.declinedWords} hint={say.declinedHint} maxLength={500} value={draft.words} onChange={(said) => change({ words: said })} />
        </div>
      )}
      {rest && (
        <div className={styles.instead}>
          <EndingFields of={rest} value={draft.ending} onChange={(ending) => change({ ending, fault: null })} fault={draft.fault} />
        </div>
      )}
      <CadenceNote data={data} touchId={touchId} ends={endsCadence} goesOn={proposal.step !== null} />
    </div>
  )
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
      <Button kind="quiet" size="small" icon={<RotateCcw aria-hidden />} onPress={onReset}>
        {say.asProposed}
      </Button>
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
