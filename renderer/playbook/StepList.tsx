import { Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { mostSteps } from '../../shared/cadence.ts'
import type { Id } from '../../shared/id.ts'
import { words } from '../../shared/strings/words.ts'
import { Button } from '../ui/Button.tsx'
import { isTyping } from '../ui/keys.ts'
import { showToast } from '../ui/Toast.tsx'
import { withCopy, withoutStep, withStep, withStepAt, withStepMoved, type Draft } from './draft.ts'
import { StepCard } from './StepCard.tsx'
import styles from './StepList.module.css'
import { useControlKey } from './useControlKey.ts'

const say = words.playbook

export interface StepListProps {
  draft: Draft
  onChange: (draft: Draft) => void
}

/** The steps of a cadence in their order: added, copied, removed and put back, moved by mouse and keyboard. */
export function StepList({ draft, onChange }: StepListProps) {
  const list = useRef<HTMLOListElement>(null)
  const [added, setAdded] = useState<Id | null>(null)
  const [announcement, setAnnouncement] = useState('')
  // A removed step is put back into the draft as it is by then.
  const latest = useRef(draft)
  useEffect(() => {
    latest.current = draft
  }, [draft])
  const lastRemoved = useRef<(() => void) | null>(null)

  const fieldOf = (id: Id | undefined) => list.current?.querySelector<HTMLElement>(`[data-step="${CSS.escape(id ?? '')}"] input`)
  /** Shows a change at once, so that the focus can go to what it has brought. */
  const show = (next: Draft, focus?: Id) => {
    flushSync(() => onChange(next))
    if (focus !== undefined) fieldOf(focus)?.focus()
  }
  const add = (next: (id: Id) => Draft) => {
    const id = crypto.randomUUID()
    setAdded(id)
    show(next(id), id)
  }
  const remove = (id: Id, index: number) => {
    const step = draft.steps[index]
    if (!step) return
    show(withoutStep(draft, id), (draft.steps[index + 1] ?? draft.steps[index - 1])?.id)
    const putBack = () => {
      lastRemoved.current = null
      if (!latest.current.steps.some((other) => other.id === id)) show(withStepAt(latest.current, step, index), id)
    }
    lastRemoved.current = putBack
    showToast({ message: say.removed(index + 1), action: { label: words.app.undo, run: putBack } })
  }
  const move = (id: Id, place: number) => {
    const active = document.activeElement
    const next = withStepMoved(draft, id, place)
    show(next)
    // The browser lets go of what is moved in the page.
    if (active instanceof HTMLElement && active.isConnected) active.focus()
    setAnnouncement(say.moved(next.steps.findIndex((step) => step.id === id) + 1, next.steps.length))
  }
  // In a field the keys take back what was typed there.
  useControlKey('z', (event) => (isTyping(event.target) || lastRemoved.current === null ? false : lastRemoved.current()))
  const isFull = draft.steps.length >= mostSteps
  return (
    <section aria-labelledby="cadence-steps" className={styles.steps}>
      <div className={styles.head}>
        <h2 id="cadence-steps">{say.stepsHead}</h2>
        <span className={styles.keys}>{say.stepKeys}</span>
      </div>
      <ol ref={list} className={styles.list}>
        {draft.steps.map((step, index) => (
          <StepCard
            key={step.id}
            step={step}
            place={index + 1}
            isLast={index === draft.steps.length - 1}
            isNew={step.id === added}
            onChange={(changed) => onChange({ ...draft, steps: draft.steps.with(index, changed) })}
            onDuplicate={() => add((id) => withCopy(draft, step.id, id))}
            onRemove={() => remove(step.id, index)}
            onMove={move}
          />
        ))}
      </ol>
      <div className={styles.add}>
        <Button icon={<Plus aria-hidden />} isDisabled={isFull} onPress={() => add((id) => withStep(draft, id))}>
          {say.addStep}
        </Button>
        {draft.steps.length === 0 && <span>{say.problems.noSteps}</span>}
        {isFull && <span>{say.full(mostSteps)}</span>}
      </div>
      <output className={styles.spoken} aria-live="polite">
        {announcement}
      </output>
    </section>
  )
}
