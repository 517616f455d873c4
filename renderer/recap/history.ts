import { changeDraft, draftContent, draftOf, slotNames, type Content, type Draft, type DraftChange } from './draft.ts'
import type { Slot } from './lines.ts'

/** A draft with what it was before, the latest last, and what was taken back since. */
export interface History {
  draft: Draft
  past: Draft[]
  future: Draft[]
  /** The field that was typed in last; typing on in it is one step with what was typed before. */
  typing: string | null
  typedAt: number
}

export type HistoryChange = { kind: 'undo' } | { kind: 'redo' } | { kind: 'change'; change: DraftChange; now: number }

/** Typing that rests longer than this, in milliseconds, begins a new step. */
const restMs = 1500
/** As many steps as can be taken back. */
const mostSteps = 200

/** The history of a stored recap that nothing was done to yet. */
export function historyOf(stored: Content): History {
  return { draft: draftOf(stored), past: [], future: [], typing: null, typedAt: 0 }
}

/** The history after a change, or after a step back or forth. What changes nothing is no step. */
export function changeHistory(history: History, change: HistoryChange): History {
  switch (change.kind) {
    case 'change':
      return withChange(history, change.change, change.now)
    case 'undo': {
      const before = history.past.at(-1)
      return before ? { draft: refocused(before, history.draft), past: history.past.slice(0, -1), future: [...history.future, history.draft], typing: null, typedAt: 0 } : history
    }
    case 'redo': {
      const after = history.future.at(-1)
      return after ? { draft: refocused(after, history.draft), past: [...history.past, history.draft], future: history.future.slice(0, -1), typing: null, typedAt: 0 } : history
    }
  }
}

function withChange(history: History, change: DraftChange, now: number): History {
  const draft = changeDraft(history.draft, change)
  if (draft === history.draft) return history
  const typing = fieldOf(change)
  const goesOn = typing !== null && typing === history.typing && now - history.typedAt < restMs
  const past = goesOn || !saysOther(history.draft, draft) ? history.past : [...history.past.slice(-mostSteps + 1), history.draft]
  return { draft, past, future: [], typing, typedAt: now }
}

/** The field that a change types in; null for what is not typing. */
function fieldOf(change: DraftChange): string | null {
  if (change.kind === 'subject' || change.kind === 'greeting' || change.kind === 'signOff') return change.kind
  return change.kind === 'slot' && change.change.kind === 'edit' ? `${change.name} ${change.change.key}` : null
}

/** False when only the caret or an empty line is another. */
function saysOther(before: Draft, after: Draft): boolean {
  if (before.slots === after.slots) return true
  return JSON.stringify(draftContent({ ...before, notes: '' })) !== JSON.stringify(draftContent({ ...after, notes: '' }))
}

/** A draft to go back or forth to, with the caret in the first line that is not as it was. */
function refocused(draft: Draft, from: Draft): Draft {
  const slots = { ...draft.slots }
  const name = slotNames.find((slot) => draft.slots[slot].lines !== from.slots[slot].lines)
  if (name !== undefined) slots[name] = focusedOn(slots[name], from.slots[name])
  return { ...draft, slots, moved: null }
}

function focusedOn(slot: Slot, from: Slot): Slot {
  const line = slot.lines.find(({ key, what }, index) => from.lines[index]?.key !== key || from.lines[index]?.what !== what) ?? slot.lines.at(-1)
  return line ? { ...slot, focus: { key: line.key, caret: line.what.length } } : slot
}
