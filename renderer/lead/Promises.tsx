import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { ListedPromise } from '../../shared/promise.ts'
import { ledgerWords } from '../../shared/strings/ledger-words.ts'
import { words } from '../../shared/strings/words.ts'
import { AddPromise } from '../touch/PromiseForm.tsx'
import { PromiseRow } from '../touch/PromiseRow.tsx'
import { useKeptFocus } from '../touch/useKeptFocus.ts'
import { Button } from '../ui/Button.tsx'
import type { LeadData } from './data.ts'
import styles from './Part.module.css'

const say = ledgerWords

export interface AddingProps {
  data: LeadData
  /** The form for a new one is open. */
  adding: boolean
  onAdd: (isOpen: boolean) => void
}

const isOpen = ({ state }: ListedPromise) => state === 'open'

/** What I promised this lead and what they promised me; what was settled is folded away (practices P8, P15). */
export function Promises({ data: { lead, promises }, adding, onAdd }: AddingProps) {
  const [showsAll, setShowsAll] = useState(false)
  const below = useKeptFocus<HTMLDivElement>(String(adding))
  const settled = promises.length - promises.filter(isOpen).length
  const shown = showsAll ? promises : promises.filter(isOpen)
  return (
    <section className={styles.part} aria-label={words.promises.title}>
      <h2>{words.promises.title}</h2>
      {shown.length > 0 && (
        <ul className={styles.list}>
          {shown.map((promise) => (
            <PromiseRow key={promise.id} promise={promise} />
          ))}
        </ul>
      )}
      {adding && <AddPromise leadId={lead.id} onClose={() => onAdd(false)} />}
      <div ref={below} className={styles.below}>
        {!adding && (
          <Button kind="quiet" size="small" icon={<Plus aria-hidden />} onPress={() => onAdd(true)} aria-keyshortcuts="P">
            {say.add}
          </Button>
        )}
        {settled > 0 && (
          <Button kind="quiet" size="small" aria-expanded={showsAll} onPress={() => setShowsAll(!showsAll)}>
            {say.settled(settled)}
          </Button>
        )}
      </div>
    </section>
  )
}
