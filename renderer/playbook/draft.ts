import type { CallOutput } from '../../shared/api.ts'
import { mostSteps, type CadenceFacts, type Offset, type Step } from '../../shared/cadence.ts'
import type { Id } from '../../shared/id.ts'
import { playbookWords } from '../../shared/strings/cadence-words.ts'

/** A cadence as the list of them shows it. */
export type CadenceSummary = CallOutput<'getCadences'>[number]

/** A step while it is written: how long it waits stands as it was typed. */
export type DraftStep = Omit<Step, 'after'> & { count: string; unit: Offset['unit'] }

/** A cadence while it is written. */
export interface Draft {
  name: string
  purpose: string
  steps: DraftStep[]
}

/** The longest wait of each unit. */
const longest = { minutes: 24 * 60, 'working-days': 366 } satisfies Record<Offset['unit'], number>

/** What a cadence is, to be written on. */
export function draftOf({ name, purpose, steps }: CadenceFacts): Draft {
  return { name, purpose, steps: steps.map(({ after: { unit, count }, ...step }) => ({ ...step, unit, count: String(count) })) }
}

/** A cadence of which nothing is written yet but one step. */
export function blankDraft(id: Id): Draft {
  return { name: '', purpose: '', steps: [blankStep(id)] }
}

function blankStep(id: Id): DraftStep {
  return { id, count: '0', unit: 'working-days', channel: 'email', time: null, clock: 'theirs', purpose: '', message: '', brings: null }
}

/** The draft as a cadence. It has to be free of problems. */
export function factsOf({ name, purpose, steps }: Draft): CadenceFacts {
  return { name: name.trim(), purpose, steps: steps.map(({ count, unit, ...step }) => ({ ...step, after: { unit, count: Number(count) } })) }
}

/** Why the wait of a step is not understood; null when it is. */
export function waitProblem({ count, unit }: Pick<DraftStep, 'count' | 'unit'>): string | null {
  const isWhole = /^\d+$/.test(count.trim()) && Number(count) <= longest[unit]
  return isWhole ? null : playbookWords.problems[unit === 'minutes' ? 'minutes' : 'days']
}

/** The first thing that keeps a draft from being saved, in a sentence; null when nothing does. `others` are the names of the other cadences. */
export function problemOf({ name, steps }: Draft, others: readonly string[]): string | null {
  const say = playbookWords.problems
  if (name.trim() === '') return say.name
  if (others.includes(name.trim())) return say.nameTaken
  return stepsProblem(steps)
}

/** The first thing that is wrong with the steps, in a sentence; null when nothing is. */
export function stepsProblem(steps: readonly DraftStep[]): string | null {
  const say = playbookWords.problems
  if (steps.length === 0) return say.noSteps
  if (steps.length > mostSteps) return say.tooMany(mostSteps)
  const open = steps.findIndex((step) => waitProblem(step) !== null)
  return open === -1 ? null : say.wait(open + 1)
}

/** The draft with one more step at its end: it waits a little longer than the one before it (practice P4). */
export function withStep(draft: Draft, id: Id): Draft {
  const last = draft.steps.at(-1)
  if (!last) return { ...draft, steps: [blankStep(id)] }
  const count = last.unit === 'working-days' && waitProblem(last) === null ? Math.min(Number(last.count) + 1, longest[last.unit]) : 1
  return { ...draft, steps: [...draft.steps, { ...blankStep(id), count: String(count) }] }
}

/** The draft with a copy of a step behind it. */
export function withCopy(draft: Draft, id: Id, copyId: Id): Draft {
  return { ...draft, steps: draft.steps.flatMap((step) => (step.id === id ? [step, { ...step, id: copyId }] : [step])) }
}

export function withoutStep(draft: Draft, id: Id): Draft {
  return { ...draft, steps: draft.steps.filter((step) => step.id !== id) }
}

/** The draft with a step at a place, counted from 0, where it was before. */
export function withStepAt(draft: Draft, step: DraftStep, place: number): Draft {
  return { ...draft, steps: draft.steps.toSpliced(place, 0, step) }
}

/** The draft with one of its steps at another place, counted from 0 among the others; at the ends it goes no farther. */
export function withStepMoved(draft: Draft, id: Id, place: number): Draft {
  const step = draft.steps.find((other) => other.id === id)
  if (!step) return draft
  const others = draft.steps.filter((other) => other.id !== id)
  return { ...draft, steps: others.toSpliced(Math.max(0, Math.min(place, others.length)), 0, step) }
}

/** True when both say the same. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
