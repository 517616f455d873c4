import { z } from 'zod'
import { idSchema } from '../id.ts'

/**
 * A query reads; a command is one transaction, one line of the journal and one undo step; an action does
 * something beside the tables (settings, files, undo itself).
 */
export type Kind = 'query' | 'command' | 'action'

interface Declaration<I extends z.ZodType, O extends z.ZodType> {
  kind: Kind
  input: I
  output: O
  /** False for a command that is no step of its own to take back, such as the autosave of a draft. */
  undoable: boolean
}

/** Declares a call that reads. */
export function query<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Declaration<I, O> & { kind: 'query' } {
  return { kind: 'query', input, output, undoable: false }
}

/** Declares a call that changes the tables: a step to take back, unless `options` say otherwise. */
export function command<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  options?: { undoable: boolean },
): Declaration<I, O> & { kind: 'command' } {
  return { kind: 'command', input, output, undoable: options?.undoable ?? true }
}

/** Declares a call that does something beside the tables. */
export function action<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Declaration<I, O> & { kind: 'action' } {
  return { kind: 'action', input, output, undoable: false }
}

/** What goes in where nothing is to be said. */
export const nothing = z.strictObject({})
/** What comes out where nothing is to be told. */
export const done = z.null()
/** The one record that a call is about. */
export const oneId = z.strictObject({ id: idSchema })
/** The records that a call is about. */
export const idsSchema = z.array(idSchema).min(1).max(100_000)
/** The reader's country (ISO 3166), by whose habit dates are read; null when it is not known. */
export const regionSchema = z.string().max(3).nullable()
