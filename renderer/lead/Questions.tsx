import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Question } from '../../shared/question.ts'
import { questionWords } from '../../shared/strings/ledger-words.ts'
import { AddQuestion } from '../touch/QuestionForm.tsx'
import { QuestionRow } from '../touch/QuestionRow.tsx'
import { useKeptFocus } from '../touch/useKeptFocus.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Part.module.css'
import type { AddingProps } from './Promises.tsx'

const say = questionWords

const isOpen = ({ answeredAt }: Question) => answeredAt === null

/** What this lead asked, open until it is answered; what was answered is folded away (practice P17). */
export function Questions({ data: { lead, questions }, adding, onAdd }: AddingProps) {
  const [showsAll, setShowsAll] = useState(false)
  const below = useKeptFocus<HTMLDivElement>(String(adding))
  const answered = questions.length - questions.filter(isOpen).length
  const shown = showsAll ? questions : questions.filter(isOpen)
  return (
    <section className={styles.part} aria-label={say.title}>
      <h2>{say.title}</h2>
      {shown.length > 0 && (
        <ul className={styles.list}>
          {shown.map((question) => (
            <QuestionRow key={question.id} question={question} />
          ))}
        </ul>
      )}
      {adding && <AddQuestion leadId={lead.id} onClose={() => onAdd(false)} />}
      <div ref={below} className={styles.below}>
        {!adding && (
          <Button kind="quiet" size="small" icon={<Plus aria-hidden />} onPress={() => onAdd(true)} aria-keyshortcuts="Q">
            {say.add}
          </Button>
        )}
        {answered > 0 && (
          <Button kind="quiet" size="small" aria-expanded={showsAll} onPress={() => setShowsAll(!showsAll)}>
            {say.answeredCount(answered)}
          </Button>
        )}
      </div>
    </section>
  )
}
