import { ChevronDown, ChevronUp, ChevronRight, Copy, EllipsisVertical, GripVertical, Trash2 } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import type { Offset, Step } from '../../shared/cadence.ts'
import { wallTime } from '../../shared/format.ts'
import { playbookWords } from '../../shared/strings/cadence-words.ts'
import { words } from '../../shared/strings/words.ts'
import type { ValueKind } from '../../shared/value.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { TimeField } from '../ui/DateTime.tsx'
import { Menu } from '../ui/Menu.tsx'
import { channelOptions } from '../ui/PlanFields.tsx'
import { useReader } from '../ui/Reader.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { waitProblem, type DraftStep } from './draft.ts'
import styles from './StepCard.module.css'
import { useStepDragging } from './useStepDragging.ts'

const say = playbookWords

const units = (Object.keys(say.units) as Offset['unit'][]).map((id) => ({ id, label: say.units[id] }))
const clocks = [
  { id: 'mine', label: words.schedule.myTime },
  { id: 'theirs', label: words.schedule.theirTime },
] as const satisfies { id: Step['clock']; label: string }[]
const kinds: { id: ValueKind | ''; label: string }[] = [{ id: '', label: say.bringsNothing }, ...(Object.keys(say.kinds) as ValueKind[]).map((id) => ({ id, label: say.kinds[id] }))]

export interface StepCardProps {
  step: DraftStep
  /** Counted from 1. */
  place: number
  isLast: boolean
  /** It was just added, so all of it is open. */
  isNew: boolean
  onChange: (step: DraftStep) => void
  onDuplicate: () => void
  onRemove: () => void
  /** Puts a step at a place counted from 0 among the others. */
  onMove: (id: string, place: number) => void
}

/** One step of a cadence: how long it waits, how and what for; and behind a line of summary, when and in which words. */
export function StepCard({ step, place, isLast, isNew, onChange, onDuplicate, onRemove, onMove }: StepCardProps) {
  const [isOpen, setOpen] = useState(isNew)
  const { setElement, setHandle, isDragged, edge } = useStepDragging(step.id, place, onMove)
  const change = (changes: Partial<DraftStep>) => onChange({ ...step, ...changes })
  const act: Record<string, () => void> = {
    up: () => onMove(step.id, place - 2),
    down: () => onMove(step.id, place),
    duplicate: onDuplicate,
    remove: onRemove,
  }
  /** Before the fields hear them: in a list or a time the arrows have a meaning of their own. */
  const onKeys = (event: KeyboardEvent) => {
    const towards = event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : null
    if (towards === null || !event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    act[towards]?.()
  }
  return (
    <li ref={setElement} className={classes(styles.card, isDragged && styles.dragged, edge && styles[edge])} aria-label={say.step(place)} data-step={step.id} onKeyDownCapture={onKeys}>
      <div className={styles.head}>
        <span ref={setHandle} className={styles.grip} title={say.dragStep}>
          <GripVertical aria-hidden />
        </span>
        <span className={styles.place}>{place}</span>
        <Wait step={step} onChange={change} />
        <span className={styles.after}>{place === 1 ? say.afterStart : say.afterStep}</span>
        <StepMenu place={place} isLast={isLast} act={act} />
      </div>
      <div className={styles.what}>
        <Select label={say.channel} hideLabel options={channelOptions} value={step.channel} onChange={(channel) => change({ channel })} />
        <TextField label={say.stepPurpose} hideLabel placeholder={say.stepPurposeExample} maxLength={500} value={step.purpose} onChange={(purpose) => change({ purpose })} />
      </div>
      <button type="button" className={styles.summary} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <ChevronRight aria-hidden />
        <Summary step={step} />
      </button>
      {isOpen && <Details step={step} onChange={change} />}
    </li>
  )
}

function StepMenu({ place, isLast, act }: Pick<StepCardProps, 'place' | 'isLast'> & { act: Record<string, () => void> }) {
  return (
    <Menu
      trigger={<IconButton size="small" label={say.stepMore(place)} icon={<EllipsisVertical />} />}
      label={say.stepMore(place)}
      choices={[
        { id: 'up', label: say.moveUp, icon: <ChevronUp aria-hidden />, keys: `${words.shortcuts.alt} ↑`, disabled: place === 1 },
        { id: 'down', label: say.moveDown, icon: <ChevronDown aria-hidden />, keys: `${words.shortcuts.alt} ↓`, disabled: isLast },
        { id: 'duplicate', label: say.duplicateStep, icon: <Copy aria-hidden /> },
        { id: 'remove', label: say.removeStep, icon: <Trash2 aria-hidden />, danger: true },
      ]}
      onChoose={(id) => act[id]?.()}
    />
  )
}

interface PartProps {
  step: DraftStep
  onChange: (changes: Partial<DraftStep>) => void
}

function Wait({ step, onChange }: PartProps) {
  const problem = waitProblem(step)
  return (
    <>
      <span className={styles.count}>
        <TextField
          label={say.count}
          hideLabel
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          value={step.count}
          onChange={(count) => onChange({ count })}
          {...(step.count !== '' && problem !== null && { error: problem })}
        />
      </span>
      <span className={styles.unit}>
        <Select label={say.unit} hideLabel options={units} value={step.unit} onChange={(unit) => onChange({ unit })} />
      </span>
    </>
  )
}

/** What is behind it, in one line: the time of day, what it brings, how the words begin. */
function Summary({ step: { time, clock, brings, message } }: Pick<PartProps, 'step'>) {
  const { locale } = useReader()
  const at = time === null ? say.anyTime : say.at[clock](wallTime(time, locale))
  const begins = message.trim().split('\n', 1)[0] || say.noMessage
  return <span className={styles.line}>{[at, brings === null ? null : say.kinds[brings], begins].filter((part) => part !== null).join(' · ')}</span>
}

function Details({ step, onChange }: PartProps) {
  return (
    <div className={styles.details}>
      <div className={styles.when}>
        <span className={styles.time}>
          <TimeField label={say.time} value={step.time} onChange={(time) => onChange({ time })} />
        </span>
        {step.time !== null && (
          <>
            <Segmented label={words.schedule.clock} options={clocks} value={step.clock} onChange={(clock) => onChange({ clock })} />
            <Button kind="quiet" onPress={() => onChange({ time: null })}>
              {say.anyTime}
            </Button>
          </>
        )}
        <span className={styles.brings}>
          <Select label={say.brings} options={kinds} value={step.brings ?? ''} onChange={(brings) => onChange({ brings: brings === '' ? null : brings })} />
        </span>
      </div>
      <TextArea label={say.message} hint={say.messageHint} rows={4} maxLength={20_000} value={step.message} onChange={(message) => onChange({ message })} />
    </div>
  )
}
