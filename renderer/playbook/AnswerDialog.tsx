import { useId } from 'react'
import { words } from '../../shared/strings/words.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import styles from './AnswerDialog.module.css'

export interface AnswerDialogProps<T extends string> {
  title: string
  question: string
  /** What can be answered, and what it means. */
  answers: readonly { id: T; label: string; hint: string }[]
  isPending: boolean
  onAnswer: (answer: T) => void
  onClose: () => void
}

/** A question with two or three answers, of which each says what comes of it. */
export function AnswerDialog<T extends string>({ title, question, answers, isPending, onAnswer, onClose }: AnswerDialogProps<T>) {
  const id = useId()
  return (
    <Dialog title={title} isOpen onOpenChange={(open) => !open && onClose()}>
      <DialogBody>
        <p>{question}</p>
        <ul className={styles.answers}>
          {answers.map((answer) => (
            <li key={answer.id} className={styles.answer}>
              <span id={`${id}-${answer.id}`} className={styles.hint}>
                {answer.hint}
              </span>
              <Button isDisabled={isPending} onPress={() => onAnswer(answer.id)} aria-describedby={`${id}-${answer.id}`}>
                {answer.label}
              </Button>
            </li>
          ))}
        </ul>
      </DialogBody>
      <DialogActions>
        <Button onPress={onClose}>{words.app.cancel}</Button>
      </DialogActions>
    </Dialog>
  )
}
