import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { ValueLadder } from '../../shared/api.ts'
import type { Channel } from '../../shared/channel.ts'
import type { Zone } from '../../shared/dates.ts'
import { words } from '../../shared/strings/words.ts'
import type { Outcome, PlannedTouch, Touch } from '../../shared/touch.ts'
import { AfterTouchFields, useAfterTouch, type After, type TouchContext } from './AfterTouch.tsx'
import { BringsField, offersValue, type Brought } from './BringsField.tsx'
import { Button } from './Button.tsx'
import { ChipRadios } from './ChipRadios.tsx'
import { isTyping } from './keys.ts'
import { channelOptions, PlanFields, type DraftTouch } from './PlanFields.tsx'
import { Select } from './Select.tsx'
import { TextArea } from './TextField.tsx'
import styles from './TouchForms.module.css'

const say = words.complete

/** Each outcome with the key that chooses it. */
const outcomes = (Object.keys(words.outcomes) as Outcome[]).map((id, index) => ({ id, label: words.outcomes[id], keys: String(index + 1) }))

/** What is told of a touch while the form is open: the proposal of what comes next goes by it. */
export interface Told {
  channel: Channel
  outcome: Outcome | null
}

/** What is told when a touch is completed or logged. */
export interface TouchResult extends Told, After, Partial<Brought> {
  notes: string
}

export interface CompleteTouchProps {
  /** What this form is about, as its name. */
  title: string
  /** The touch that was due; null for one that was not planned, which may be told how it happened. */
  touch: Touch | null
  context: TouchContext
  told: Told
  onTell: (told: Told) => void
  notes: string
  onNotes: (notes: string) => void
  /** Why the notes are not kept yet; empty when they are. */
  notesError: string
  pending: boolean
  onDone: (result: TouchResult) => void
  onCancel: () => void
  /** What else there is to see to at this touch, before what comes next. */
  children?: ReactNode
}

/**
 * Completes a touch: how it went, a note, and what comes next, which is already filled in (practice P2). A digit chooses
 * the outcome, Enter accepts, Escape leaves it.
 */
export function CompleteTouch({ title, touch, context, told, onTell, notes, onNotes, notesError, pending, onDone, onCancel, children }: CompleteTouchProps) {
  const radios = useRef<HTMLDivElement>(null)
  const after = useAfterTouch(context, touch?.id ?? null)
  // Null while it is what was planned.
  const [brought, setBrought] = useState<Brought | null>(null)
  const submit = () => {
    const next = after.answer()
    if (next !== null && !pending) onDone({ ...told, ...next, ...brought, notes: notes.trim() })
  }
  const onKey = (key: string): boolean => {
    const index = outcomes.findIndex(({ keys }) => keys === key)
    const outcome = outcomes[index]
    if (!outcome) return false
    onTell({ ...told, outcome: outcome.id })
    radios.current?.querySelectorAll('input')[index]?.focus()
    return true
  }
  const accept = say.accepts[touch === null ? 'log' : 'done'][after.choice === 'next' ? 'next' : 'alone']
  return (
    <PanelForm title={title} accept={accept} disabled={pending} onKey={onKey} onSubmit={submit} onCancel={onCancel}>
      {touch === null && (
        <div className={styles.channel}>
          <Select<Channel> label={say.channel} options={channelOptions} value={told.channel} onChange={(channel) => onTell({ ...told, channel })} />
        </div>
      )}
      <ChipRadios label={say.outcome} options={outcomes} value={told.outcome} onChange={(outcome) => onTell({ ...told, outcome })} autoFocus groupRef={radios} />
      <TextArea label={say.notes} placeholder={say.notesPlaceholder} rows={2} maxLength={100_000} value={notes} onChange={onNotes} error={notesError || undefined} />
      {offersValue(context.ownLadder) && (
        <BringsField value={brought ?? { brings: touch?.brings ?? '', valueItemId: touch?.valueItemId ?? null }} onChange={setBrought} ladder={context.ownLadder} isDone />
      )}
      {children}
      <AfterTouchFields after={after} context={context} touchId={touch?.id ?? null} outcome={told.outcome} />
    </PanelForm>
  )
}

export type SkipTouchProps = Pick<CompleteTouchProps, 'title' | 'context' | 'pending' | 'onCancel'> & { touch: Touch; onDone: (after: After) => void }

/** Leaves a touch undone on purpose, with what comes next instead (practice P2). Enter accepts, Escape leaves it. */
export function SkipTouch({ title, touch, context, pending, onDone, onCancel }: SkipTouchProps) {
  const after = useAfterTouch(context, touch.id)
  const submit = () => {
    const next = after.answer()
    if (next !== null && !pending) onDone(next)
  }
  return (
    <PanelForm title={title} accept={say.accepts.skip[after.choice === 'next' ? 'next' : 'alone']} disabled={pending} onSubmit={submit} onCancel={onCancel}>
      <p className={styles.hint}>{say.skipHint}</p>
      <AfterTouchFields after={after} context={context} touchId={touch.id} outcome={null} autoFocus />
    </PanelForm>
  )
}

export interface ScheduleTouchProps {
  title: string
  start: DraftTouch
  /** The contact's own zone, where it is known. */
  theirZone: Zone | null
  ladder: ValueLadder | null
  /** The words of the button. */
  save: string
  pending: boolean
  onSave: (next: PlannedTouch) => void
  onCancel: () => void
}

/** Schedules, edits or moves a touch. Enter saves, Escape leaves it. */
export function ScheduleTouch({ title, start, theirZone, ladder, save, pending, onSave, onCancel }: ScheduleTouchProps) {
  const [next, setNext] = useState(start)
  const submit = () => {
    if (next.due !== null && !pending) onSave({ ...next, due: next.due })
  }
  return (
    <PanelForm title={title} accept={save} disabled={next.due === null || pending} onSubmit={submit} onCancel={onCancel}>
      <PlanFields value={next} onChange={setNext} theirZone={theirZone} ladder={ladder} focusPurpose />
    </PanelForm>
  )
}

/** What a person may change of a touch that is due. */
export function planOf({ channel, purpose, due, minutes, preparation, brings, remindBefore, valueItemId }: Touch): PlannedTouch {
  return { channel, purpose, due, minutes, preparation, brings, remindBefore, valueItemId }
}

export interface PanelFormProps {
  /** What this form is about, as its name. */
  title: string
  /** The words of the main button. */
  accept: string
  disabled: boolean
  /** Gets the keys that no field wants; true when it did something. */
  onKey?: (key: string) => boolean
  onSubmit: () => void
  onCancel: () => void
  children: ReactNode
}

/** A form that opens within a screen: Enter accepts, Escape leaves it. */
export function PanelForm({ title, accept, disabled, onKey, onSubmit, onCancel, children }: PanelFormProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing || !(event.target instanceof HTMLElement)) return
    // A button, a form within this one, and what opens over it and stands elsewhere in the page keep their own keys;
    // Shift+Enter is a new line in the note.
    if (!event.currentTarget.contains(event.target) || event.target.closest('[data-own-keys]')) return
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)
    if (event.key === 'Escape') onCancel()
    else if (event.key === 'Enter' && !event.shiftKey && !event.target.closest('button')) onSubmit()
    else if (!(isPlain && onKey?.(event.key))) return
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
