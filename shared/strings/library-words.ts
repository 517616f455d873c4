import { library } from './en-library.ts'
import type { Widened } from './words.ts'

/** The part of the catalogue in use that the value library reads: it comes with what shows it, not with the first screen. */
export const libraryWords: Widened<typeof library> = library
