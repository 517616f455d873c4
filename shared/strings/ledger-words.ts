import { ledger, questions } from './en-ledger.ts'
import type { Widened } from './words.ts'

/** The parts of the catalogue in use that tell of promises and questions: they come with what shows those, not with the first screen. */
export const ledgerWords: Widened<typeof ledger> = ledger
export const questionWords: Widened<typeof questions> = questions
