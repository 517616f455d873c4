import { FileText, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { RecapSummary } from '../../shared/api.ts'
import { age, type Reader } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand, useCall } from '../api.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { useReader } from '../ui/Reader.tsx'
import { EmptyState, ErrorState, Spinner } from '../ui/States.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { ChooseLead } from './ChooseLead.tsx'
import styles from './Recaps.module.css'

/** Every recap: the drafts first, then what was copied. */
export function Recaps() {
  const recaps = useCall('getRecaps', {})
  const [choosing, setChoosing] = useState(false)
  const [, navigate] = useLocation()
  const start = async (leadId: string) => {
    const reply = await runCommand('startRecap', { leadId, touchId: null }, { said: null })
    if (reply.ok) navigate(`/recap/${reply.data.id}`)
  }
  const write = (
    <Button icon={<FileText aria-hidden />} onPress={() => setChoosing(true)}>
      {words.recaps.write}
    </Button>
  )
  return (
    <>
      <TopBar title={words.recaps.title} actions={recaps.data && recaps.data.length > 0 && write} />
      {recaps.isError && !recaps.data ? (
        <ErrorState message={recaps.error.message} onRetry={() => void recaps.refetch()} />
      ) : !recaps.data ? (
        <Spinner />
      ) : recaps.data.length === 0 ? (
        <EmptyState icon={<FileText />} title={words.recaps.emptyTitle} actions={write}>
          {words.recaps.emptyBody}
        </EmptyState>
      ) : (
        <div className={styles.screen}>
          <Section title={words.recaps.drafts} recaps={recaps.data.filter((recap) => recap.copiedAt === null)} />
          <Section title={words.recaps.copied} recaps={recaps.data.filter((recap) => recap.copiedAt !== null)} />
        </div>
      )}
      {choosing && <ChooseLead onClose={() => setChoosing(false)} onChoose={(leadId) => void start(leadId)} />}
    </>
  )
}

function Section({ title, recaps }: { title: string; recaps: RecapSummary[] }) {
  const reader = useReader()
  if (recaps.length === 0) return null
  return (
    <section className={styles.section} aria-label={title}>
      <h2 className={styles.title}>
        {title} <span className={styles.count}>{recaps.length}</span>
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
                {recap.subject || words.recaps.noSubject}
              </span>
              <span className={styles.when}>{whenWords(recap, reader)}</span>
            </Link>
            <IconButton
              label={words.recaps.deleteNamed(recap.contactName)}
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

function whenWords(recap: RecapSummary, reader: Reader): string {
  return recap.copiedAt === null ? words.recaps.edited(age(recap.updatedAt, reader)) : words.recaps.copiedAt(age(recap.copiedAt, reader))
}
