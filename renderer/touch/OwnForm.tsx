import type { KeyboardEvent, ReactNode } from 'react'
import { words } from '../../shared/strings/words.ts'
import { Button } from '../ui/Button.tsx'
import styles from './OwnForm.module.css'

export interface OwnFormProps {
  title: string
  /** The words of the main button. */
  accept: string
  pending: boolean
  onSubmit: () => void
  onCancel: () => void
  children: ReactNode
}

/** A small form within a list or within another form. Enter accepts, Shift+Enter is a new line, Escape leaves it. */
export function OwnForm({ title, accept, pending, onSubmit, onCancel, children }: OwnFormProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing || !(event.target instanceof HTMLElement)) return
    if (event.key === 'Escape') onCancel()
    else if (event.key === 'Enter' && !event.shiftKey && !event.target.closest('button, [role=radio], input[type=radio]')) onSubmit()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // The form around it leaves the keys of these fields alone.
    <fieldset aria-label={title} className={styles.form} data-own-keys>
      <div role="presentation" className={styles.fields} onKeyDown={onKeyDown}>
        {children}
        <div className={styles.actions}>
          <Button kind="primary" size="small" isDisabled={pending} onPress={onSubmit}>
            {accept}
          </Button>
          <Button size="small" onPress={onCancel}>
            {words.app.cancel}
          </Button>
        </div>
      </div>
    </fieldset>
  )
}
