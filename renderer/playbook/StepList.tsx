import { Plus } from 'lucide-react'
import { mostSteps } from '../../shared/cadence.ts'
import { playbookWords } from '../../shared/strings/cadence-words.ts'
import { Button } from '../ui/Button.tsx'
import type { Draft } from './draft.ts'
import { StepCard } from './StepCard.tsx'
import styles from './StepList.module.css'
import { useStepEdits } from './useStepEdits.ts'

const say = playbookWords

export interface StepListProps {
  draft: Draft
  onChange: (draft: Draft) => void
}

/** The steps of a cadence in their order: added, copied, removed and put back, moved by mouse and keyboard. */
export function StepList({ draft, onChange }: StepListProps) {
  const { list, added, announcement, add, duplicate, remove, move } = useStepEdits(draft, onChange)
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
            onDuplicate={() => duplicate(step.id)}
            onRemove={() => remove(step.id)}
            onMove={move}
          />
        ))}
      </ol>
      <div className={styles.add}>
        <Button icon={<Plus aria-hidden />} isDisabled={isFull} onPress={add}>
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
