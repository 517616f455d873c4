import { enrolment, playbook } from './en-playbook.ts'
import type { Widened } from './words.ts'

/** The parts of the catalogue in use that tell of cadences: they come with what shows those, not with the first screen. */
export const enrolmentWords: Widened<typeof enrolment> = enrolment
export const playbookWords: Widened<typeof playbook> = playbook
