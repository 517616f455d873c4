/** Every reason for which a call is refused. The sentence beside it is for the person; the code is for the code. */
export type ErrorCode =
  | 'unknown-call'
  | 'invalid-input'
  | 'not-found'
  | 'conflict'
  | 'nothing-to-undo'
  | 'not-empty'
  | 'unreadable-file'
  | 'not-saved'
  | 'database-unavailable'
  | 'not-allowed'
  | 'cancelled'
  | 'too-large'
  | 'disconnected'
  | 'unexpected'

export interface CallError {
  code: ErrorCode
  /** One sentence or two: what happened, what was kept, what to do. */
  message: string
  /** The input's field that is at fault, as a path: `contact.name`. */
  field?: string
}

/** The answer to a call that is refused. */
export function refused(code: ErrorCode, message: string): { ok: false; error: CallError } {
  return { ok: false, error: { code, message } }
}

/** Thrown by a command or query to refuse; nothing it did is kept. Becomes a {@link CallError} at the boundary. */
export class Refusal extends Error {
  readonly code: ErrorCode
  readonly field: string | undefined

  constructor(code: ErrorCode, message: string, field?: string) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.field = field
  }
}
