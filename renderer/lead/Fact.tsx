import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useKeptFocus } from '../touch/useKeptFocus.ts'
import { classes } from '../ui/classes.ts'
import styles from './Fact.module.css'

/** Why a change was refused, as a sentence; null when it was taken. */
export type Refused = string | null

export interface FactProps {
  label: string
  /** A name beside the label, such as "work"; the label itself is hidden when null is given for it. */
  hideLabel?: boolean
  value: string
  multiline?: boolean
  /** One line of text that is shown in as many lines as it takes. */
  wraps?: boolean
  type?: 'text' | 'email' | 'tel' | 'url'
  placeholder?: string
  /** Opens ready to be written, and goes away again when nothing was. */
  fresh?: boolean
  /** Drawn as a side note, such as the kind of a phone number. */
  quiet?: boolean
  onSave: (value: string) => Promise<Refused>
  /** Alt with an arrow: up is -1, down is 1. */
  onMove?: (step: -1 | 1) => void
  onLeave?: () => void
}

/**
 * A fact that is edited where it stands: leaving it or Enter saves, Escape takes the typing back. A refused value stays
 * in the field, with the reason below it.
 */
export function Fact({ label, hideLabel = false, value, multiline = false, wraps = false, type = 'text', placeholder = '–', fresh = false, quiet = false, onSave, onMove, onLeave }: FactProps) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [refused, setRefused] = useState<Refused>(null)
  const left = useRef(false)
  const commit = async () => {
    const text = typed?.trim() ?? value
    if (left.current || typed === null || text === value) {
      setTyped(null)
      setRefused(null)
    } else {
      const reason = await onSave(text)
      setRefused(reason)
      if (reason !== null) {
        // Enter left the field; it is to be put right there.
        if (document.activeElement === document.body) document.getElementById(id)?.focus()
        return
      }
      setTyped(null)
    }
    onLeave?.()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (onMove && event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      onMove(event.key === 'ArrowUp' ? -1 : 1)
    }
    if (event.key === 'Escape' || (event.key === 'Enter' && !(multiline && !event.ctrlKey && !event.metaKey))) {
      event.preventDefault()
      left.current = event.key === 'Escape'
      event.currentTarget.blur()
      left.current = false
    }
  }
  const field = {
    id,
    className: classes(styles.field, quiet && styles.quiet),
    value: typed ?? value,
    placeholder,
    dir: 'auto',
    'aria-invalid': refused !== null,
    'aria-describedby': refused === null ? undefined : `${id}-refused`,
    onChange: (event: { target: { value: string } }) => setTyped(event.target.value),
    onBlur: () => void commit(),
    onKeyDown,
  }
  const focus = (element: HTMLElement | null) => {
    if (fresh && typed === null) element?.focus()
  }
  return (
    <div className={classes(styles.fact, hideLabel && styles.unlabelled)}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {multiline || wraps ? <textarea {...field} rows={wraps ? 1 : 2} ref={focus} /> : <input {...field} type={type === 'tel' ? 'tel' : 'text'} inputMode={type} ref={focus} />}
      {refused !== null && (
        <p id={`${id}-refused`} className={styles.refused} role="alert">
          {refused}
        </p>
      )}
    </div>
  )
}

/**
 * A fact that is chosen rather than written, beside its label like the others. Where what it shows changes with `state`,
 * the keyboard stays in it.
 */
export function FactRow({ label, state = '', children }: { label: string; state?: string; children: ReactNode }) {
  const chosen = useKeptFocus<HTMLDivElement>(state)
  return (
    <div className={styles.fact}>
      <span className={styles.label}>{label}</span>
      <div className={styles.chosen} ref={chosen}>
        {children}
      </div>
    </div>
  )
}
