import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { LocalDate } from '../../shared/dates.ts'
import { words } from '../../shared/strings/words.ts'
import { type Channel } from '../../shared/channel.ts'
import { isUnanswered, proposeNext, type Outcome, type PlannedTouch } from '../../shared/touch.ts'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import { channelOptions, PlanFields, type DraftTouch } from './PlanFields.tsx'
import { Select } from './Select.tsx'
import { Checkbox, TextArea } from './TextField.tsx'
import styles from './TouchForms.module.css'

const outcomes = Object.keys(words.outcomes) as Outcome[]

/** What is told when a touch is completed or logged. */
export interface TouchResult {
  channel: Channel
  outcome: Outcome | null
  notes: string
  next: PlannedTouch | null
}

export interface CompleteTouchProps {
  /** What this form is about, as its name. */
  title: string
  channel: Channel
  /** The touch was not planned: it may be told how it happened. */
  unplanned?: boolean
  today: LocalDate
  /** Touches in a row without an answer before this one. */
  unanswered: number
  /** The lead may do without a next step: it is won, lost or parked, or has another one. */
  nextOptional?: boolean
  pending: boolean
  onDone: (result: TouchResult) => void
  onCancel: () => void
}

/**
 * Completes a touch: how it went, a note, and the next step, which is already filled in (practice P2). Enter accepts,
 * Escape leaves it.
 */
export function CompleteTouch({ title, today, unanswered, nextOptional = false, onDone, onCancel, ...props }: CompleteTouchProps) {
  const [channel, setChannel] = useState(props.channel)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [notes, setNotes] = useState('')
  const [withNext, setWithNext] = useState(!nextOptional)
  // Until it is touched, the next step follows the outcome.
  const [written, setWritten] = useState<DraftTouch | null>(null)
  const next = written ?? propose(channel, outcome, today, unanswered)
  const accept = props.unplanned ? words.complete.log : withNext ? words.complete.acceptNext : words.complete.accept
  const incomplete = withNext && next.due === null
  const submit = () => {
    if (incomplete || props.pending) return
    onDone({ channel, outcome, notes: notes.trim(), next: withNext && next.due !== null ? { ...next, due: next.due } : null })
  }
  return (
    <PanelForm title={title} accept={accept} disabled={incomplete || props.pending} onSubmit={submit} onCancel={onCancel}>
      {props.unplanned && (
        <div className={styles.channel}>
          <Select<Channel>
            label={words.complete.channel}
            options={channelOptions}
            value={channel}
            onChange={setChannel}
          />
        </div>
      )}
      <RadioGroup className={classes(styles.outcomes)} value={outcome} onChange={(id) => setOutcome(id as Outcome)} orientation="horizontal">
        <Label className={styles.legend}>{words.complete.outcome}</Label>
        <div className={styles.choices}>
          {outcomes.map((id, index) => (
            <Radio key={id} value={id} autoFocus={index === 0} className={classes(styles.choice)}>
              {words.outcomes[id]}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <TextArea label={words.complete.notes} placeholder={words.complete.notesPlaceholder} rows={2} value={notes} onChange={setNotes} />
      <fieldset className={styles.next}>
        <legend className={styles.legend}>{words.complete.next}</legend>
        {withNext && <PlanFields value={next} onChange={setWritten} />}
        <Checkbox label={words.complete.noNext} {...(!nextOptional && { hint: words.complete.noNextHint })} isSelected={!withNext} onChange={(none) => setWithNext(!none)} />
      </fieldset>
    </PanelForm>
  )
}

export interface ScheduleTouchProps {
  title: string
  start: DraftTouch
  /** The words of the button. */
  save: string
  pending: boolean
  onSave: (next: PlannedTouch) => void
  onCancel: () => void
}

/** Schedules or moves a touch. Enter saves, Escape leaves it. */
export function ScheduleTouch({ title, start, save, pending, onSave, onCancel }: ScheduleTouchProps) {
  const [next, setNext] = useState(start)
  const submit = () => {
    if (next.due !== null && !pending) onSave({ ...next, due: next.due })
  }
  return (
    <PanelForm title={title} accept={save} disabled={next.due === null || pending} onSubmit={submit} onCancel={onCancel}>
      <PlanFields value={next} onChange={setNext} focusPurpose />
    </PanelForm>
  )
}

function propose(channel: Channel, outcome: Outcome | null, today: LocalDate, unanswered: number): DraftTouch {
  return proposeNext({ channel, outcome: outcome ?? 'talked' }, today, isUnanswered(outcome) ? unanswered + 1 : 1)
}

interface PanelFormProps {
  title: string
  /** The words of the main button. */
  accept: string
  disabled: boolean
  onSubmit: () => void
  onCancel: () => void
  children: ReactNode
}

function PanelForm({ title, accept, disabled, onSubmit, onCancel, children }: PanelFormProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing || !(event.target instanceof HTMLElement)) return
    // A button, and what opens over the form, keep their own keys; Shift+Enter is a new line in the note.
    if (event.target.closest('[role=dialog], [role=listbox]')) return
    if (event.key === 'Escape') onCancel()
    else if (event.key === 'Enter' && !event.shiftKey && !event.target.closest('button')) onSubmit()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form aria-label={title} onSubmit={(event) => event.preventDefault()}>
      {/* On the way down: the parts of a date and a time keep every key to themselves on the way up. */}
      <div role="presentation" className={styles.fields} onKeyDownCapture={onKeyDown}>
        {children}
        <div className={styles.actions}>
          <Button kind="primary" isDisabled={disabled} onPress={onSubmit}>
            {accept}
          </Button>
          <Button onPress={onCancel}>{words.app.cancel}</Button>
        </div>
      </div>
    </form>
  )
}
