import { GripVertical, Plus } from 'lucide-react'
import { memo, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { regionOf } from '../../shared/locale.ts'
import { longestLine } from '../../shared/recap.ts'
import { composerWords } from '../../shared/strings/composer-words.ts'
import { words } from '../../shared/strings/words.ts'
import { bridge } from '../api.ts'
import { classes } from '../ui/classes.ts'
import { DateChip } from '../ui/DateChip.tsx'
import { MenuAt } from '../ui/Menu.tsx'
import { useReader } from '../ui/Reader.tsx'
import { isDated, neighbour, slotNames, type DraftChange, type SlotName } from './draft.ts'
import styles from './Line.module.css'
import { pastedLines, type SlotLine } from './lines.ts'
import { useLineDragging } from './useLineDragging.ts'

const say = composerWords

export interface LineProps {
  slot: SlotName
  line: SlotLine
  /** Counted from 1. */
  place: number
  /** The line below, before which something dropped on the lower half of this one goes; null for the last one. */
  below: number | null
  /** What stands in it while nothing is written. */
  placeholder: string
  change: (change: DraftChange) => void
  /** Gets a text of several lines, or of a very long one, that is pasted into a line; true when it takes care of it. */
  onNotes: (slot: SlotName, rows: readonly string[], text: string) => boolean
}

/** One line of a slot: its handle, its text and, for a promise, its date. A slot has hundreds; only what changed is drawn. */
export const Line = memo(function Line({ slot, line, place, below, placeholder, change, onNotes }: LineProps) {
  const { key, what, by } = line
  const isLast = below === null
  const { setElement, setHandle, isDragged, edge } = useLineDragging({ from: slot, key, isLast }, (dragged, isBefore) =>
    change({ kind: 'move', ...dragged, to: slot, before: isLast ? null : isBefore ? key : below, caret: 0 }),
  )
  return (
    <li ref={setElement} data-key={key} className={classes(styles.line, isDragged && styles.dragged, edge && styles[edge])}>
      {isLast ? <Plus className={styles.plus} aria-hidden /> : what === '' ? <span className={styles.bullet} aria-hidden /> : <Handle slot={slot} line={line} gripRef={setHandle} change={change} />}
      <LineInput label={say.row(say.slots[slot], place)} placeholder={placeholder} slot={slot} line={line} change={change} onNotes={onNotes} />
      {isDated(slot) && what.trim() !== '' && (
        <DateChip label={say.by(what)} value={by} placeholder={say.addDate} clear={say.clearDate} onChange={(date) => change({ kind: 'slot', name: slot, change: { kind: 'date', key, by: date } })} />
      )}
    </li>
  )
})

/** Takes the line elsewhere: dragged with the mouse, or by the menu that a click opens. The keys do it from the text. */
function Handle({ slot, line, gripRef, change }: Pick<LineProps, 'slot' | 'line' | 'change'> & { gripRef: (element: HTMLElement | null) => void }) {
  const [isOpen, setOpen] = useState(false)
  const anchor = useRef<HTMLButtonElement>(null)
  const { key, what } = line
  const choose = (id: string) => {
    if (id === 'up' || id === 'down') change({ kind: 'slot', name: slot, change: { kind: 'move', key, rows: id === 'up' ? -1 : 1, caret: what.length } })
    else change({ kind: 'move', from: slot, key, to: id as SlotName, before: null, caret: what.length })
  }
  const { alt } = words.shortcuts
  return (
    <>
      <button
        ref={(element) => {
          anchor.current = element
          gripRef(element)
        }}
        type="button"
        tabIndex={-1}
        className={styles.grip}
        aria-label={say.moveLine(what)}
        aria-haspopup="menu"
        onClick={() => setOpen(true)}
      >
        <span className={styles.bullet} aria-hidden />
        <GripVertical aria-hidden />
      </button>
      {isOpen && (
        <MenuAt
          anchor={anchor}
          align="start"
          isOpen
          onClose={() => setOpen(false)}
          label={say.moveLine(what)}
          choices={[
            { id: 'up', label: say.moveUp, keys: `${alt} ↑` },
            { id: 'down', label: say.moveDown, keys: `${alt} ↓` },
            ...slotNames.filter((name) => name !== slot).map((name) => ({ id: name, label: say.moveTo(say.slots[name]), keys: otherSlotKeys(slot, name) })),
          ].map(({ keys, ...choice }) => (keys === '' ? choice : { ...choice, keys }))}
          // Once the menu is gone: it takes the focus back to the handle, which moves away.
          onChoose={(id) => setTimeout(() => choose(id))}
        />
      )}
    </>
  )
}

/** The keys that take a line from one slot to another; empty when it takes more than one press. */
function otherSlotKeys(from: SlotName, to: SlotName): string {
  const arrow = neighbour(from, -1) === to ? '↑' : neighbour(from, 1) === to ? '↓' : ''
  return arrow && `${words.shortcuts.alt} ${say.shift} ${arrow}`
}

interface LineInputProps extends Pick<LineProps, 'slot' | 'line' | 'placeholder' | 'change' | 'onNotes'> {
  label: string
}

function LineInput({ label, placeholder, slot, line, change, onNotes }: LineInputProps) {
  const { key } = line
  const region = regionOf(useReader().locale)
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text/plain')
    const pasted = pastedLines(text)
    if (onNotes(slot, pasted, text)) return event.preventDefault()
    if (pasted.length < 2) return
    event.preventDefault()
    const { selectionStart, selectionEnd, value } = event.currentTarget
    const [before, after] = [value.slice(0, selectionStart ?? 0), value.slice(selectionEnd ?? value.length)]
    change({ kind: 'slot', name: slot, change: { kind: 'paste', key, before, pasted, after } })
  }
  return (
    <input
      className={styles.input}
      dir="auto"
      data-line
      aria-label={label}
      placeholder={placeholder}
      value={line.what}
      maxLength={longestLine}
      onChange={(event) => change({ kind: 'slot', name: slot, change: { kind: 'edit', key, what: event.target.value } })}
      onPaste={paste}
      onBlur={() => void readDay(slot, line, region, change)}
      onKeyDown={(event) => pressKey(event, slot, line, change)}
    />
  )
}

/** Lines that were looked at already: a day that somebody put back into the words stays there. */
const read = new Set<string>()

/** Takes the day that the last words of a promise name ("by Fri", "in 2 weeks") as its date. */
async function readDay(slot: SlotName, { key, what, by }: SlotLine, region: string | null, change: LineProps['change']): Promise<void> {
  if (!isDated(slot) || by !== null || what.trim() === '' || read.has(what)) return
  read.add(what)
  const reply = await bridge.call('readPromise', { text: what, region })
  if (reply.ok && reply.data.by !== null) change({ kind: 'slot', name: slot, change: { kind: 'read', key, from: what, what: reply.data.what, by: reply.data.by } })
}

function pressKey(event: KeyboardEvent<HTMLInputElement>, slot: SlotName, line: SlotLine, change: LineProps['change']): void {
  // While an input method composes a character, its keys are not ours.
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
  const input = event.currentTarget
  const { key } = line
  const caret = input.selectionStart ?? 0
  const rows = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
  if (rows !== null) {
    event.preventDefault()
    const to = neighbour(slot, rows)
    if (!event.altKey) goToLine(input, rows, caret)
    else if (!event.shiftKey) change({ kind: 'slot', name: slot, change: { kind: 'move', key, rows, caret } })
    else if (to !== null) change({ kind: 'move', from: slot, key, to, before: null, caret })
  } else if (event.key === 'Enter') {
    event.preventDefault()
    if (line.what === '') goToLine(input, 1, 0)
    else change({ kind: 'slot', name: slot, change: { kind: 'below', key } })
  } else if (event.key === 'Backspace' && line.what === '') {
    event.preventDefault()
    change({ kind: 'slot', name: slot, change: { kind: 'remove', key } })
  }
}

/** Puts the caret into the line above or below, in this slot or the next one. */
function goToLine(from: HTMLInputElement, rows: 1 | -1, caret: number): void {
  const all = [...(from.closest('form')?.querySelectorAll<HTMLElement>('[data-line]') ?? [])]
  const target = all[all.indexOf(from) + rows]
  target?.focus()
  if (target instanceof HTMLInputElement) target.setSelectionRange(caret, caret)
}
