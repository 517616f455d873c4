import { web, desktop, start } from './en-shells.ts'
import type { Widened } from './words.ts'

/** The parts of the catalogue in use that only main says. */
export const webWords: Widened<typeof web> = web
export const desktopWords: Widened<typeof desktop> = desktop
export const startWords: Widened<typeof start> = start
