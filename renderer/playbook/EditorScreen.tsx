import type { ReactNode } from 'react'
import { ActionsState } from '../ui/ActionsState.tsx'
import { classes } from '../ui/classes.ts'
import styles from './EditorScreen.module.css'

export interface EditorScreenProps {
  /** What is written. */
  children: ReactNode
  /** What becomes of it, beside it. */
  preview: ReactNode
  /** True where the preview is a text, which wants more room. */
  isTextPreviewed?: boolean
  /** How far it is saved, or what has to be written before it can be. */
  state: string
  /** Why it was not saved. */
  refusal: string | null
  /** The buttons that keep or discard it. */
  actions: ReactNode
}

/** Where a part of the playbook is written: its fields, the ways to keep it, and a preview. */
export function EditorScreen({ children, preview, isTextPreviewed = false, state, refusal, actions }: EditorScreenProps) {
  return (
    <div className={classes(styles.screen, isTextPreviewed && styles.textPreviewed)}>
      <div className={styles.main}>
        <div className={styles.fields}>{children}</div>
        <footer className={styles.footer}>
          <ActionsState state={state} refusal={refusal} />
          {actions}
        </footer>
      </div>
      {preview}
    </div>
  )
}
