import type { NextMeeting, PromiseLine, Recap, RecapContent, Tone } from '../../shared/recap.ts'
import { changeSlot, roomIn, slotContent, slotOf, withLine, withLines, withoutLine, type Slot, type SlotChange } from './lines.ts'

/** The slots that hold lines, in the order in which they stand. */
export const slotNames = ['problems', 'solutions', 'mine', 'theirs', 'questions'] as const
export type SlotName = (typeof slotNames)[number]

/** True for the slots whose lines are promises, each with a date. */
export function isDated(name: SlotName): boolean {
  return name === 'mine' || name === 'theirs'
}

/** What is edited in the composer: what the recap says, and the touch that its next time to speak stands for. */
export type Content = RecapContent & Pick<Recap, 'nextTouchId'>

/** The fields of a draft that are one value each. */
type Single = Pick<Content, 'subject' | 'tone' | 'greeting' | 'signOff' | 'notes' | 'next' | 'nextTouchId'>

/** A recap as it stands in the composer: the slots as lines with keys, and the rest. */
export interface Draft extends Single {
  slots: Record<SlotName, Slot>
  /** Where the line that was moved last came to stand, to be said. */
  moved: { slot: SlotName; place: number; of: number } | null
}

/** A line that was found in notes, and the slot it goes to. */
export interface SortedLine extends PromiseLine {
  slot: SlotName
}

export type DraftChange =
  | { kind: 'slot'; name: SlotName; change: SlotChange }
  /** A line to another place: before a line of the slot `to`, or with null at its end. */
  | { kind: 'move'; from: SlotName; key: number; to: SlotName; before: number | null; caret: number }
  | { kind: 'subject'; subject: string }
  | { kind: 'greeting'; greeting: string }
  | { kind: 'signOff'; signOff: string }
  | { kind: 'tone'; tone: Tone }
  /** The next time to speak, and the touch that stands for it already. */
  | { kind: 'next'; next: NextMeeting | null; touchId: string | null }
  /** All of it as another text says it; the notes, and the touch for the next time to speak, stay. */
  | { kind: 'replace'; content: Omit<RecapContent, 'notes'> }
  /** What was found in pasted notes, and the notes themselves, which are kept below those of before. */
  | { kind: 'notes'; notes: string; lines: readonly SortedLine[] }

/** The draft of a stored recap, with the caret where writing begins. */
export function draftOf({ problems, solutions, mine, theirs, questions, subject, tone, next, nextTouchId, greeting, signOff, notes }: Content): Draft {
  return {
    slots: {
      problems: slotOf(problems.map(undated), true),
      solutions: slotOf(solutions.map(undated)),
      mine: slotOf(mine),
      theirs: slotOf(theirs),
      questions: slotOf(questions.map(undated)),
    },
    moved: null,
    subject,
    tone,
    next,
    nextTouchId,
    greeting,
    signOff,
    notes,
  }
}

/** What a draft says, as it is stored. */
export function draftContent({ slots, subject, tone, next, nextTouchId, greeting, signOff, notes }: Draft): Content {
  return {
    subject,
    tone,
    next,
    nextTouchId,
    greeting,
    signOff,
    notes,
    problems: said(slots.problems),
    solutions: said(slots.solutions),
    mine: slotContent(slots.mine),
    theirs: slotContent(slots.theirs),
    questions: said(slots.questions),
  }
}

/** The draft after a change. A line that is gone, or a slot that is full, leaves it as it is. */
export function changeDraft(draft: Draft, change: DraftChange): Draft {
  switch (change.kind) {
    case 'slot':
      return changedSlot(draft, change.name, change.change)
    case 'move':
      return movedLine(draft, change)
    case 'subject':
      return { ...draft, subject: change.subject }
    case 'greeting':
      return { ...draft, greeting: change.greeting }
    case 'signOff':
      return { ...draft, signOff: change.signOff }
    case 'tone':
      return { ...draft, tone: change.tone }
    case 'next':
      return { ...draft, next: change.next, nextTouchId: change.next === null ? null : change.touchId }
    case 'replace':
      return draftOf({ ...change.content, notes: draft.notes, nextTouchId: change.content.next === null ? null : draft.nextTouchId })
    case 'notes':
      return withNotes(draft, change)
  }
}

/** How many more lines each slot takes. */
export function roomOf({ slots }: Draft): Record<SlotName, number> {
  return { problems: roomIn(slots.problems), solutions: roomIn(slots.solutions), mine: roomIn(slots.mine), theirs: roomIn(slots.theirs), questions: roomIn(slots.questions) }
}

/** The slot above or below; null at the ends. */
export function neighbour(name: SlotName, rows: 1 | -1): SlotName | null {
  return slotNames[slotNames.indexOf(name) + rows] ?? null
}

function changedSlot(draft: Draft, name: SlotName, change: SlotChange): Draft {
  const slot = changeSlot(draft.slots[name], change)
  if (slot === draft.slots[name]) return draft
  const slots = { ...draft.slots, [name]: slot }
  return { ...draft, slots, moved: change.kind === 'move' ? placeIn(name, slot, change.key) : draft.moved }
}

function movedLine(draft: Draft, { from, key, to, before, caret }: Extract<DraftChange, { kind: 'move' }>): Draft {
  const line = draft.slots[from].lines.find((other) => other.key === key)
  if (!line || line.what === '' || (from === to && before === key)) return draft
  const rest = { ...draft.slots, [from]: withoutLine(draft.slots[from], key) }
  const slot = withLine(rest[to], line, before, caret)
  if (slot === null) return draft
  return { ...draft, slots: { ...rest, [to]: slot }, moved: placeIn(to, slot, slot.nextKey - 1) }
}

function withNotes(draft: Draft, { notes, lines }: Extract<DraftChange, { kind: 'notes' }>): Draft {
  const slots = { ...draft.slots }
  for (const name of slotNames) {
    const added = lines.filter((line) => line.slot === name)
    if (added.length > 0) slots[name] = withLines(slots[name], added)
  }
  const kept = [draft.notes.trimEnd(), notes].filter((part) => part !== '').join('\n\n')
  return { ...draft, slots, notes: kept }
}

function placeIn(slot: SlotName, { lines }: Slot, key: number): Draft['moved'] {
  return { slot, place: lines.findIndex((line) => line.key === key) + 1, of: lines.length - 1 }
}

function undated(what: string): PromiseLine {
  return { what, by: null }
}

function said(slot: Slot): string[] {
  return slotContent(slot).map((line) => line.what)
}
