import { useMemo, useReducer } from 'react'
import type { NextMeeting, PromiseLine, RecapContent, Tone } from '../../shared/recap.ts'
import { changeSlot, slotContent, slotOf, type Slot, type SlotChange } from './lines.ts'

export type SlotName = 'problems' | 'solutions' | 'mine' | 'theirs'

/** A recap as it stands in the composer: the slots as lines with keys, and the rest. */
export interface Draft {
  slots: Record<SlotName, Slot>
  subject: string
  tone: Tone
  next: NextMeeting | null
  unslotted: Pick<RecapContent, 'questions' | 'greeting' | 'signOff' | 'notes'>
}

export type DraftChange =
  | { kind: 'slot'; name: SlotName; change: SlotChange }
  | { kind: 'subject'; subject: string }
  | { kind: 'tone'; tone: Tone }
  | { kind: 'next'; next: NextMeeting | null }

/** The draft of a stored recap, what it says now, and the way to change it. */
export function useDraft(stored: RecapContent): { draft: Draft; content: RecapContent; change: (change: DraftChange) => void } {
  const [draft, change] = useReducer(changeDraft, stored, draftOf)
  const content = useMemo(() => draftContent(draft), [draft])
  return { draft, content, change }
}

function draftOf({ problems, solutions, mine, theirs, subject, tone, next, questions, greeting, signOff, notes }: RecapContent): Draft {
  return {
    slots: {
      problems: slotOf(problems.map(undated), true),
      solutions: slotOf(solutions.map(undated)),
      mine: slotOf(mine),
      theirs: slotOf(theirs),
    },
    subject,
    tone,
    next,
    unslotted: { questions, greeting, signOff, notes },
  }
}

function draftContent({ slots, subject, tone, next, unslotted }: Draft): RecapContent {
  return {
    ...unslotted,
    subject,
    tone,
    next,
    problems: said(slots.problems),
    solutions: said(slots.solutions),
    mine: slotContent(slots.mine),
    theirs: slotContent(slots.theirs),
  }
}

function undated(what: string): PromiseLine {
  return { what, by: null }
}

function said(slot: Slot): string[] {
  return slotContent(slot).map((line) => line.what)
}

function changeDraft(draft: Draft, change: DraftChange): Draft {
  switch (change.kind) {
    case 'slot':
      return { ...draft, slots: { ...draft.slots, [change.name]: changeSlot(draft.slots[change.name], change.change) } }
    case 'subject':
      return { ...draft, subject: change.subject }
    case 'tone':
      return { ...draft, tone: change.tone }
    case 'next':
      return { ...draft, next: change.next }
  }
}
