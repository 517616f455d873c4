import { writing as en } from './en-writing.ts'
import type { Widened } from './words.ts'

/** The part of the catalogue in use that is about writing to people: it comes with what shows it, not with the first screen. */
export const writing: Widened<typeof en> = en
