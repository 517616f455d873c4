import { toInstant } from '../../shared/dates.ts'
import { Refusal } from '../../shared/errors.ts'
import type { Question } from '../../shared/question.ts'
import { words } from '../../shared/strings/words.ts'
import type { Reader } from './database/store.ts'
import type { Transaction } from './database/transaction.ts'
import type { Commands, Context } from './handlers.ts'
import { defined, leadOf } from './look-up.ts'

export const questionCommands: Commands<'addQuestion' | 'answerQuestion' | 'editQuestion' | 'reopenQuestion' | 'deleteQuestion'> = {
  addQuestion(transaction, { leadId, text }, context) {
    return noteQuestion(transaction, leadOf(transaction, leadId).id, text, context)
  },

  answerQuestion(transaction, { id, answer }, context) {
    if (questionOf(transaction, id).answeredAt !== null) throw new Refusal('conflict', words.errors.questionAnswered)
    return transaction.change('questions', id, { answer: answer.trim(), answeredAt: toInstant(context.now) })
  },

  editQuestion(transaction, { id, changes }) {
    const { answeredAt } = questionOf(transaction, id)
    if (changes.text === '') throw new Refusal('invalid-input', words.errors.questionEmpty, 'changes.text')
    if (changes.answer !== undefined && answeredAt === null) throw new Refusal('conflict', words.errors.questionOpen, 'changes.answer')
    return transaction.change('questions', id, defined(changes))
  },

  reopenQuestion(transaction, { id }) {
    if (questionOf(transaction, id).answeredAt === null) throw new Refusal('conflict', words.errors.questionOpen)
    return transaction.change('questions', id, { answer: '', answeredAt: null })
  },

  deleteQuestion(transaction, { id }) {
    transaction.remove('questions', questionOf(transaction, id).id)
    return null
  },
}

/** Writes down a question that a lead asked (practice P17). Refuses one without words. */
export function noteQuestion(transaction: Transaction, leadId: string, text: string, context: Context): Question {
  if (text === '') throw new Refusal('invalid-input', words.errors.questionEmpty, 'text')
  return transaction.put('questions', { id: context.newId(), leadId, text, answer: '', askedAt: toInstant(context.now), answeredAt: null })
}

function questionOf(reader: Reader, id: string): Question {
  const question = reader.get('questions', id)
  if (!question) throw new Refusal('not-found', words.errors.questionGone)
  return question
}
