import { silence, today } from './en-today.ts'
import type { Widened } from './words.ts'

/** The parts of the catalogue in use that tell of the day and of silences: they come with what shows those, not with the first screen. */
export const silenceWords: Widened<typeof silence> = silence
export const todayWords: Widened<typeof today> = today
