import { composer, recaps } from './en-composer.ts'
import type { Widened } from './words.ts'

/** The parts of the catalogue in use that are about writing recaps: they come with what shows those, not with the first screen. */
export const composerWords: Widened<typeof composer> = composer
export const recapsWords: Widened<typeof recaps> = recaps
