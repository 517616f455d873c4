import { useState } from 'react'
import type { CallOutput } from '../../shared/api.ts'
import { ledgerWords } from '../../shared/strings/ledger-words.ts'
import type { Touch } from '../../shared/touch.ts'
import { PromiseRow } from './PromiseRow.tsx'
import { QuestionRow } from './QuestionRow.tsx'
import styles from './StillOpen.module.css'

export interface StillOpenProps {
  data: CallOutput<'getLead'>
  /** The touch that is told of; null for one that was not planned. */
  touch: Touch | null
}

/**
 * What is open with a lead while a touch with them is told: the promise that the touch asks about first, then the others
 * and their questions (practices P15, P17). What is settled here stays in sight as long as the form is open.
 */
export function StillOpen({ data: { promises, questions }, touch }: StillOpenProps) {
  const [shown] = useState(
    () => new Set([...promises.filter(({ state }) => state === 'open'), ...questions.filter(({ answeredAt }) => answeredAt === null)].map(({ id }) => id)),
  )
  const asked = (id: string) => touch !== null && touch.promiseId === id
  const listed = promises.filter(({ id, state }) => shown.has(id) || state === 'open' || asked(id)).toSorted((a, b) => Number(asked(b.id)) - Number(asked(a.id)))
  const open = questions.filter(({ id, answeredAt }) => shown.has(id) || answeredAt === null)
  if (listed.length + open.length === 0) return null
  return (
    <section aria-label={ledgerWords.stillOpen}>
      <p className={styles.title}>{ledgerWords.stillOpen}</p>
      <ul>
        {listed.map((promise) => (
          <PromiseRow key={promise.id} promise={promise} touchId={touch?.id ?? null} worded={asked(promise.id)} note={asked(promise.id) ? ledgerWords.asksAbout : undefined} />
        ))}
        {open.map((question) => (
          <QuestionRow key={question.id} question={question} mixed />
        ))}
      </ul>
    </section>
  )
}
