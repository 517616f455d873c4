import { EllipsisVertical, MessageCircleReply, Pencil, RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { dateAndTime, age } from '../../shared/format.ts'
import type { Question } from '../../shared/question.ts'
import { questionWords } from '../../shared/strings/ledger-words.ts'
import { runCommand } from '../api.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { Menu } from '../ui/Menu.tsx'
import { useReader } from '../ui/Reader.tsx'
import { AnswerQuestion, EditQuestion } from './QuestionForm.tsx'
import styles from './QuestionRow.module.css'
import { useKeptFocus } from './useKeptFocus.ts'

const say = questionWords

export interface QuestionRowProps {
  question: Question
  /** Says who asks, in a list that has promises as well. */
  mixed?: boolean
}

/** A question that a lead asked, with its answer, or with the place to note that. */
export function QuestionRow({ question, mixed = false }: QuestionRowProps) {
  const reader = useReader()
  const [open, setOpen] = useState<'answer' | 'edit' | null>(null)
  const { id, text, answer, askedAt, answeredAt } = question
  const row = useKeptFocus<HTMLLIElement>(`${answeredAt} ${open}`)
  const close = () => setOpen(null)
  const isOpen = answeredAt === null
  const act: Record<string, () => void> = {
    edit: () => setOpen('edit'),
    reopen: () => void runCommand('reopenQuestion', { id }, { said: say.said.reopen(text) }),
    delete: () => void runCommand('deleteQuestion', { id }, { said: say.said.delete(text) }),
  }
  return (
    <li ref={row} className={classes(styles.row, !isOpen && styles.answered)}>
      <div className={styles.line}>
        {mixed && <span className={styles.side}>{say.side}</span>}
        <div className={styles.text}>
          <span className={styles.question} dir="auto">
            {text}
          </span>
          {answer !== '' && (
            <p className={styles.answer} dir="auto">
              {answer}
            </p>
          )}
        </div>
        <time className={styles.when} dateTime={answeredAt ?? askedAt} title={dateAndTime(answeredAt ?? askedAt, reader)}>
          {isOpen ? say.asked(age(askedAt, reader)) : say.answered(age(answeredAt, reader))}
        </time>
        <span className={styles.actions}>
          {isOpen && (
            <Button size="small" icon={<MessageCircleReply aria-hidden />} aria-label={say.answerTo(text)} aria-expanded={open === 'answer'} onPress={() => setOpen('answer')}>
              {say.answer}
            </Button>
          )}
          <Menu
            trigger={<IconButton label={say.more(text)} size="small" icon={<EllipsisVertical />} />}
            label={say.more(text)}
            choices={[
              { id: 'edit', label: say.edit, icon: <Pencil aria-hidden /> },
              ...(isOpen ? [] : [{ id: 'reopen', label: say.reopen, icon: <RotateCcw aria-hidden /> }]),
              { id: 'delete', label: say.delete, icon: <Trash2 aria-hidden />, danger: true },
            ]}
            onChoose={(choice) => act[choice]?.()}
          />
        </span>
      </div>
      {open === 'answer' && isOpen && <AnswerQuestion question={question} onClose={close} />}
      {open === 'edit' && <EditQuestion question={question} onClose={close} />}
    </li>
  )
}
