import { useState } from 'react'
import type { Id } from '../../shared/id.ts'
import type { Question } from '../../shared/question.ts'
import { questionWords } from '../../shared/strings/ledger-words.ts'
import { words } from '../../shared/strings/words.ts'
import { useCommand } from '../api.ts'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { OwnForm } from './OwnForm.tsx'

const say = questionWords

/** Notes a question that a lead asked (practice P17). */
export function AddQuestion({ leadId, onClose }: { leadId: Id; onClose: () => void }) {
  const [text, setText] = useState('')
  const [isRefused, setRefused] = useState(false)
  const add = useCommand('addQuestion', { said: say.said.add(text.trim()) })
  const submit = async () => {
    if (text.trim() === '') return setRefused(true)
    const reply = await add.run({ leadId, text })
    if (reply.ok) onClose()
  }
  return (
    <OwnForm title={say.addTitle} accept={say.add} pending={add.pending} onSubmit={() => void submit()} onCancel={onClose}>
      <TextField label={say.text} placeholder={say.textExample} maxLength={2000} value={text} onChange={setText} autoFocus error={isRefused ? say.textNeeded : undefined} />
    </OwnForm>
  )
}

/** Notes what was answered; that alone says that it was answered, too. */
export function AnswerQuestion({ question: { id, text }, onClose }: { question: Question; onClose: () => void }) {
  const [answer, setAnswer] = useState('')
  const save = useCommand('answerQuestion', { said: say.said.answer(text) })
  const submit = async () => {
    const reply = await save.run({ id, answer })
    if (reply.ok) onClose()
  }
  return (
    <OwnForm title={say.answerTo(text)} accept={say.saveAnswer} pending={save.pending} onSubmit={() => void submit()} onCancel={onClose}>
      <TextArea label={say.answerField} rows={2} maxLength={20_000} value={answer} onChange={setAnswer} autoFocus />
    </OwnForm>
  )
}

/** Changes the words of a question and, once it is answered, of its answer. */
export function EditQuestion({ question, onClose }: { question: Question; onClose: () => void }) {
  const [text, setText] = useState(question.text)
  const [answer, setAnswer] = useState(question.answer)
  const [isRefused, setRefused] = useState(false)
  const save = useCommand('editQuestion', { said: say.said.edit(text.trim()) })
  const isAnswered = question.answeredAt !== null
  const submit = async () => {
    if (text.trim() === '') return setRefused(true)
    const reply = await save.run({ id: question.id, changes: { text, ...(isAnswered && { answer }) } })
    if (reply.ok) onClose()
  }
  return (
    <OwnForm title={say.editTitle(question.text)} accept={words.app.save} pending={save.pending} onSubmit={() => void submit()} onCancel={onClose}>
      <TextField label={say.text} maxLength={2000} value={text} onChange={setText} autoFocus error={isRefused ? say.textNeeded : undefined} />
      {isAnswered && <TextArea label={say.answerField} rows={2} maxLength={20_000} value={answer} onChange={setAnswer} />}
    </OwnForm>
  )
}
