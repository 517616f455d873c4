import { imports } from './en-import.ts'
import type { Widened } from './words.ts'

/** The part of the catalogue in use that tells of an import: it comes with what shows it, not with the first screen. */
export const importWords: Widened<typeof imports> = imports
