import { CircleAlert } from 'lucide-react'
import styles from './ActionsState.module.css'

export interface ActionsStateProps {
  /** How far it is, or what has to be done before it can be done; empty for nothing to say. */
  state: string | null
  /** Why it was refused. */
  refusal: string | null
}

/** What there is to say of the buttons at the foot of a form, before them. */
export function ActionsState({ state, refusal }: ActionsStateProps) {
  if (refusal === null) return <output className={styles.state}>{state}</output>
  return (
    <p className={styles.refusal} role="alert">
      <CircleAlert aria-hidden />
      {refusal}
    </p>
  )
}
