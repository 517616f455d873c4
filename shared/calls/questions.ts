import { z } from 'zod'
import { idSchema } from '../id.ts'
import { questionSchema } from '../question.ts'
import { command, done, oneId } from './declare.ts'

/** What people asked; the questions of a lead come with `getLead`. */
export const questionCalls = {
  addQuestion: command(z.strictObject({ leadId: idSchema, text: questionSchema.shape.text }), questionSchema),
  answerQuestion: command(z.strictObject({ id: idSchema, answer: questionSchema.shape.answer }), questionSchema),
  /** Changes the words of a question or, once it is answered, of its answer. */
  editQuestion: command(z.strictObject({ id: idSchema, changes: questionSchema.pick({ text: true, answer: true }).partial() }), questionSchema),
  /** A question was not answered after all. */
  reopenQuestion: command(oneId, questionSchema),
  deleteQuestion: command(oneId, done),
}
