import { Plus } from 'lucide-react'
import { useLayoutEffect, useRef, type ClipboardEvent, type KeyboardEvent } from 'react'
import { words } from '../../shared/strings/words.ts'
import { DateChip } from '../ui/DateChip.tsx'
import { classes } from '../ui/classes.ts'
import { longestLine, pastedLines, type Slot as SlotState, type SlotChange, type SlotLine } from './lines.ts'
import styles from './Slot.module.css'

export interface SlotProps {
  title: string
  hint: string
  /** What stands in the first line while nothing is written. */
  example: string
  slot: SlotState
  /** Each line can carry a date: it is a promise. */
  dated: boolean
  onChange: (change: SlotChange) => void
}

/**
 * One slot of the composer: lines that are written like a list. Enter goes on below, Backspace in an empty line goes
 * up, the arrows go from line to line, and Alt with an arrow takes the line along.
 */
export function Slot({ title, hint, example, slot, dated, onChange }: SlotProps) {
  const inputs = useRef(new Map<number, HTMLInputElement>())
  useLayoutEffect(() => {
    if (!slot.focus) return
    const input = inputs.current.get(slot.focus.key)
    input?.focus()
    input?.setSelectionRange(slot.focus.caret, slot.focus.caret)
  }, [slot.focus])
  return (
    <section className={styles.slot} aria-label={title}>
      <h2 className={styles.title}>
        {title} <span className={styles.hint}>{hint}</span>
      </h2>
      <ul className={styles.lines}>
        {slot.lines.map((line, index) => {
          const last = index === slot.lines.length - 1
          return (
            <li key={line.key} className={classes(styles.line, last && styles.last)}>
              {last ? <Plus className={styles.plus} aria-hidden /> : <span className={styles.bullet} aria-hidden />}
              <LineInput
                label={words.composer.row(title, index + 1)}
                placeholder={last ? (index === 0 ? example : words.composer.addMore) : ''}
                line={line}
                onChange={onChange}
                inputRef={(input) => {
                  if (!input) return undefined
                  const kept = inputs.current
                  kept.set(line.key, input)
                  return () => kept.delete(line.key)
                }}
              />
              {dated && line.what.trim() !== '' && (
                <DateChip
                  label={words.composer.by(line.what)}
                  value={line.by}
                  placeholder={words.composer.addDate}
                  clear={words.composer.clearDate}
                  onChange={(by) => onChange({ kind: 'date', key: line.key, by })}
                />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

interface LineInputProps {
  label: string
  placeholder: string
  line: SlotLine
  onChange: (change: SlotChange) => void
  inputRef: (input: HTMLInputElement | null) => (() => void) | undefined
}

function LineInput({ label, placeholder, line, onChange, inputRef }: LineInputProps) {
  const { key } = line
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = pastedLines(event.clipboardData.getData('text/plain'))
    if (pasted.length < 2) return
    event.preventDefault()
    const { selectionStart, selectionEnd, value } = event.currentTarget
    onChange({ kind: 'paste', key, before: value.slice(0, selectionStart ?? 0), pasted, after: value.slice(selectionEnd ?? value.length) })
  }
  return (
    <input
      ref={inputRef}
      className={styles.input}
      dir="auto"
      data-line
      aria-label={label}
      placeholder={placeholder}
      value={line.what}
      maxLength={longestLine}
      onChange={(event) => onChange({ kind: 'edit', key, what: event.target.value })}
      onPaste={paste}
      onKeyDown={(event) => pressKey(event, line, onChange)}
    />
  )
}

function pressKey(event: KeyboardEvent<HTMLInputElement>, line: SlotLine, onChange: (change: SlotChange) => void): void {
  // While an input method composes a character, its keys are not ours.
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
  const input = event.currentTarget
  const { key } = line
  const caret = input.selectionStart ?? 0
  const rows = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
  if (rows !== null) {
    event.preventDefault()
    if (event.altKey) onChange({ kind: 'move', key, rows, caret })
    else goToLine(input, rows, caret)
  } else if (event.key === 'Enter') {
    event.preventDefault()
    if (line.what === '') goToLine(input, 1, 0)
    else onChange({ kind: 'below', key })
  } else if (event.key === 'Backspace' && line.what === '') {
    event.preventDefault()
    onChange({ kind: 'remove', key })
  }
}

/** Puts the caret into the line above or below, in this slot or the next one. */
function goToLine(from: HTMLInputElement, rows: 1 | -1, caret: number): void {
  const all = [...(from.closest('form')?.querySelectorAll<HTMLElement>('[data-line]') ?? [])]
  const target = all[all.indexOf(from) + rows]
  target?.focus()
  if (target instanceof HTMLInputElement) target.setSelectionRange(caret, caret)
}
