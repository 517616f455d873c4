import { memo, useLayoutEffect, useRef } from 'react'
import { composerWords } from '../../shared/strings/composer-words.ts'
import type { SlotName } from './draft.ts'
import { Line, type LineProps } from './Line.tsx'
import type { Slot as SlotState } from './lines.ts'
import styles from './Slot.module.css'

const say = composerWords

/** What changes a line is stable, so that only the lines that changed are drawn. */
export interface SlotProps extends Pick<LineProps, 'change' | 'onNotes'> {
  name: SlotName
  slot: SlotState
}

/**
 * One slot of the composer: lines that are written like a list. Enter goes on below, Backspace in an empty line goes
 * up, the arrows go from line to line, Alt with an arrow takes the line along, and with Shift as well to the next slot.
 */
export const Slot = memo(function Slot({ name, slot, change, onNotes }: SlotProps) {
  const list = useRef<HTMLUListElement>(null)
  const { lines, focus } = slot
  useLayoutEffect(() => {
    if (!focus) return
    const input = list.current?.querySelector<HTMLInputElement>(`[data-key="${focus.key}"] input`)
    input?.focus()
    input?.setSelectionRange(focus.caret, focus.caret)
  }, [focus])
  return (
    <section className={styles.slot} aria-label={say.slots[name]}>
      <h2 className={styles.title}>
        {say.slots[name]} <span className={styles.hint}>{say.slotHints[name]}</span>
      </h2>
      <ul ref={list} className={styles.lines}>
        {lines.map((line, index) => {
          const below = lines[index + 1]?.key ?? null
          const placeholder = below !== null ? '' : index === 0 ? say.examples[name] : say.addMore
          return <Line key={line.key} slot={name} line={line} place={index + 1} below={below} placeholder={placeholder} change={change} onNotes={onNotes} />
        })}
      </ul>
    </section>
  )
})
