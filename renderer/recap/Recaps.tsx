import { FileText, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { RecapSummary } from '../../shared/api.ts'
import { recapState, type RecapState } from '../../shared/recap.ts'
import { recapsWords } from '../../shared/strings/composer-words.ts'
import { runCommand, useCall } from '../api.ts'
import { writeRecap } from '../touch/writeRecap.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { useScreenKeys } from '../ui/keys.ts'
import { useReader } from '../ui/Reader.tsx'
import { recapWhen } from '../ui/recapWhen.ts'
import { EmptyState, ErrorState, Spinner } from '../ui/States.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { ChooseLead } from './ChooseLead.tsx'
import styles from './Recaps.module.css'

const states = ['draft', 'copied', 'sent'] as const satisfies RecapState[]

/** Every recap by how far it came: the drafts first, then what was copied and waits to be sent, then what was sent. */
export function Recaps() {
  const reader = useReader()
  const recaps = useCall('getRecaps', {})
  const [choosing, setChoosing] = useState(false)
  useScreenKeys({ w: () => setChoosing(true) })
  const write = (
    <Button icon={<FileText aria-hidden />} onPress={() => setChoosing(true)} aria-keyshortcuts="W">
      {recapsWords.write}
    </Button>
  )
  return (
    <>
      <TopBar title={recapsWords.title} actions={recaps.data && recaps.data.length > 0 && write} />
      {recaps.isError && !recaps.data ? (
        <ErrorState message={recaps.error.message} onRetry={() => void recaps.refetch()} />
      ) : !recaps.data ? (
        <Spinner />
      ) : recaps.data.length === 0 ? (
        <EmptyState icon={<FileText />} title={recapsWords.emptyTitle} actions={write}>
          {recapsWords.emptyBody}
        </EmptyState>
      ) : (
        <div className={styles.screen}>
          {states.map((state) => (
            <Section key={state} state={state} recaps={recaps.data.filter((recap) => recapState(recap) === state)} />
          ))}
        </div>
      )}
      {choosing && <ChooseLead onClose={() => setChoosing(false)} onChoose={(leadId) => void writeRecap(leadId, null, reader)} />}
    </>
  )
}

function Section({ state, recaps }: { state: RecapState; recaps: RecapSummary[] }) {
  const reader = useReader()
  const title = recapsWords.states[state]
  if (recaps.length === 0) return null
  return (
    <section className={styles.section} aria-label={title}>
      <h2 className={styles.title}>
        {title} <span className={styles.count}>{recaps.length}</span>
        {state === 'copied' && <span className={styles.hint}>{recapsWords.copiedHint}</span>}
      </h2>
      <ul className={styles.list}>
        {recaps.map((recap) => (
          <li key={recap.id} className={styles.row}>
            <Link href={`/recap/${recap.id}`} className={styles.link}>
              <span className={styles.who}>
                <span className={styles.name}>{recap.contactName}</span>
                {recap.company !== '' && recap.company !== recap.contactName && <span className={styles.company}>{recap.company}</span>}
              </span>
              <span className={styles.subject} dir="auto">
                {recap.subject || recapsWords.noSubject}
              </span>
              <span className={styles.when}>{recapWhen(recap, reader)}</span>
            </Link>
            <IconButton
              label={recapsWords.deleteNamed(recap.contactName)}
              icon={<Trash2 />}
              size="small"
              onPress={() => void runCommand('deleteRecap', { id: recap.id })}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
