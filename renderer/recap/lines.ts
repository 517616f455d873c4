import type { LocalDate } from '../../shared/dates.ts'
import { longestLine, mostLines, type PromiseLine } from '../../shared/recap.ts'

/** One line of a slot of the composer, with a key that stays with it while it is edited and moved. */
export interface SlotLine {
  key: number
  what: string
  /** For promises: by when. */
  by: LocalDate | null
}

/**
 * The lines of one slot. The last one is always empty: it is the row where the next line is typed. `focus` names the
 * line that should get the caret after a change that moved it, and where.
 */
export interface Slot {
  lines: SlotLine[]
  nextKey: number
  focus: { key: number; caret: number } | null
}

export type SlotChange =
  | { kind: 'edit'; key: number; what: string }
  | { kind: 'date'; key: number; by: LocalDate | null }
  /** What was read in a line that said `from` and had no date: what it says without its day, and that day. */
  | { kind: 'read'; key: number; from: string; what: string; by: LocalDate }
  /** A new empty line below, as after Enter. */
  | { kind: 'below'; key: number }
  /** Takes the line away and goes up, as after Backspace in an empty line. */
  | { kind: 'remove'; key: number }
  | { kind: 'move'; key: number; rows: 1 | -1; caret: number }
  /** Several lines in the place of the selection of one. */
  | { kind: 'paste'; key: number; before: string; pasted: string[]; after: string }

/** A slot that holds these lines and an empty one to go on with, where the caret goes when `focused`. */
export function slotOf(lines: PromiseLine[], focused = false): Slot {
  const slot = ended({ lines: lines.map((line, key) => ({ ...line, key })), nextKey: lines.length, focus: null })
  return focused ? { ...slot, focus: { key: lines.length, caret: 0 } } : slot
}

/** What a slot says: its lines without the empty ones. */
export function slotContent(slot: Slot): PromiseLine[] {
  return slot.lines.filter((line) => line.what.trim() !== '').map(({ what, by }) => ({ what, by }))
}

/**
 * The slot with a line of another place put in, before one of its own or, with null, at its end. The line gets a key
 * of this slot and the caret. Null when the slot is full.
 */
export function withLine(slot: Slot, { what, by }: PromiseLine, before: number | null, caret = what.length): Slot | null {
  if (slot.lines.length > mostLines) return null
  const end = slot.lines.length - 1
  const found = before === null ? end : slot.lines.findIndex((line) => line.key === before)
  const line = { key: slot.nextKey, what, by }
  return { lines: slot.lines.toSpliced(found < 0 ? end : found, 0, line), nextKey: slot.nextKey + 1, focus: { key: line.key, caret } }
}

/** The slot with these lines after its own, as many as it holds; nobody gets the caret. */
export function withLines(slot: Slot, lines: readonly PromiseLine[]): Slot {
  const added = lines.slice(0, roomIn(slot)).map(({ what, by }, index) => ({ key: slot.nextKey + index, what: what.slice(0, longestLine), by }))
  return { lines: slot.lines.toSpliced(-1, 0, ...added), nextKey: slot.nextKey + added.length, focus: null }
}

/** How many more lines a slot takes. */
export function roomIn(slot: Slot): number {
  return mostLines + 1 - slot.lines.length
}

/** The slot without a line; its caret goes nowhere. */
export function withoutLine(slot: Slot, key: number): Slot {
  return ended(changed(slot, slot.lines.filter((line) => line.key !== key)))
}

/** The slot after a change. A change to a line that is gone leaves the slot as it is. */
export function changeSlot(slot: Slot, change: SlotChange): Slot {
  const index = slot.lines.findIndex((line) => line.key === change.key)
  const line = slot.lines[index]
  if (!line) return slot
  switch (change.kind) {
    case 'edit':
      return ended(changed(slot, slot.lines.with(index, { ...line, what: change.what })))
    case 'date':
      return changed(slot, slot.lines.with(index, { ...line, by: change.by }))
    case 'read':
      return line.what === change.from && line.by === null ? changed(slot, slot.lines.with(index, { ...line, what: change.what, by: change.by })) : slot
    case 'below':
      return below(slot, index)
    case 'remove':
      return removed(slot, index)
    case 'move':
      return moved(slot, index, change)
    case 'paste':
      return pasted(slot, index, change)
  }
}

/**
 * The lines in a pasted text, without the bullets, dashes, boxes or numbers that they were listed with.
 * One line stays as it is, so that a single word is pasted where the caret stands.
 */
export function pastedLines(text: string): string[] {
  const rows = text.split(/\r\n?|\n/).filter((row) => row.trim() !== '')
  if (rows.length < 2) return rows
  return rows.map((row) => row.replace(/^\s*(?:[-–—*•·‣▪◦☐☑]|\d{1,3}[.)])\s+/u, '').trim())
}

function below(slot: Slot, index: number): Slot {
  const next = slot.lines[index + 1]
  if (next?.what === '') return { ...slot, focus: { key: next.key, caret: 0 } }
  if (slot.lines.length > mostLines) return slot
  const fresh = { key: slot.nextKey, what: '', by: null }
  return { lines: slot.lines.toSpliced(index + 1, 0, fresh), nextKey: slot.nextKey + 1, focus: { key: fresh.key, caret: 0 } }
}

function removed(slot: Slot, index: number): Slot {
  if (slot.lines.length === 1) return slot
  const upper = slot.lines[index - 1]
  const lower = slot.lines[index + 1]
  const target = upper ?? lower
  const focus = target ? { key: target.key, caret: upper ? upper.what.length : 0 } : null
  return { ...ended(changed(slot, slot.lines.toSpliced(index, 1))), focus }
}

function moved(slot: Slot, index: number, { rows, caret }: Extract<SlotChange, { kind: 'move' }>): Slot {
  const line = slot.lines[index]
  const other = slot.lines[index + rows]
  const last = slot.lines.length - 1
  if (!line || !other || index === last || index + rows === last) return slot
  return { ...slot, lines: slot.lines.with(index, other).with(index + rows, line), focus: { key: line.key, caret } }
}

function pasted(slot: Slot, index: number, change: Extract<SlotChange, { kind: 'paste' }>): Slot {
  const line = slot.lines[index]
  const [first, ...others] = change.pasted.slice(0, mostLines + 1 - slot.lines.length)
  if (!line || first === undefined) return slot
  const whats = [change.before + first, ...others]
  const caret = whats.at(-1)?.length ?? 0
  const lines = whats.map((what, place) => ({
    key: place === 0 ? line.key : slot.nextKey + place,
    what: (place === whats.length - 1 ? what + change.after : what).slice(0, longestLine),
    by: place === 0 ? line.by : null,
  }))
  return {
    ...ended({ lines: slot.lines.toSpliced(index, 1, ...lines), nextKey: slot.nextKey + whats.length, focus: null }),
    focus: { key: lines.at(-1)?.key ?? line.key, caret },
  }
}

function changed(slot: Slot, lines: SlotLine[]): Slot {
  return { ...slot, lines, focus: null }
}

function ended(slot: Slot): Slot {
  const last = slot.lines.at(-1)
  if (last && last.what === '' && last.by === null) return slot
  return { ...slot, lines: [...slot.lines, { key: slot.nextKey, what: '', by: null }], nextKey: slot.nextKey + 1 }
}
