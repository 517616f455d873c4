import { useEffect, useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { Id } from '../../shared/id.ts'
import { playbookWords } from '../../shared/strings/cadence-words.ts'
import { words } from '../../shared/strings/words.ts'
import { isTyping } from '../ui/keys.ts'
import { showToast } from '../ui/Toast.tsx'
import { withCopy, withoutStep, withStep, withStepAt, withStepMoved, type Draft } from './draft.ts'
import { useControlKey } from './useControlKey.ts'

const say = playbookWords

export interface StepEdits {
  /** Where the steps are drawn, each with its id as `data-step`. */
  list: RefObject<HTMLOListElement | null>
  /** The step that was added last. */
  added: Id | null
  /** What was just done, for those who cannot see it. */
  announcement: string
  add: () => void
  duplicate: (id: Id) => void
  /** Removes a step; the message's Undo, or Ctrl+Z, puts it back. */
  remove: (id: Id) => void
  /** Puts a step at a place counted from 0 among the others. */
  move: (id: Id, place: number) => void
}

/** What can be done to the steps of a draft as a whole; the focus goes along. */
export function useStepEdits(draft: Draft, onChange: (draft: Draft) => void): StepEdits {
  const list = useRef<HTMLOListElement>(null)
  const [added, setAdded] = useState<Id | null>(null)
  const [announcement, setAnnouncement] = useState('')
  const putBackLast = useRef<(() => void) | null>(null)
  // A removed step is put back into the draft as it is by then.
  const latest = useRef(draft)
  useEffect(() => {
    latest.current = draft
  }, [draft])

  /** Shows a change at once, so that the focus can go to the first field of the step it is about. */
  const show = (next: Draft, focus?: Id) => {
    flushSync(() => onChange(next))
    if (focus !== undefined) list.current?.querySelector<HTMLElement>(`[data-step="${CSS.escape(focus)}"] input`)?.focus()
  }
  const insert = (withNew: (id: Id) => Draft) => {
    const id = crypto.randomUUID()
    setAdded(id)
    show(withNew(id), id)
  }
  const remove = (id: Id) => {
    const index = draft.steps.findIndex((step) => step.id === id)
    const step = draft.steps[index]
    if (!step) return
    show(withoutStep(draft, id), (draft.steps[index + 1] ?? draft.steps[index - 1])?.id)
    const putBack = () => {
      putBackLast.current = null
      if (!latest.current.steps.some((other) => other.id === id)) show(withStepAt(latest.current, step, index), id)
    }
    putBackLast.current = putBack
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
  useControlKey('z', (event) => (isTyping(event.target) || putBackLast.current === null ? false : putBackLast.current()))
  return { list, added, announcement, add: () => insert((id) => withStep(draft, id)), duplicate: (copied) => insert((id) => withCopy(draft, copied, id)), remove, move }
}
