import type { CallInput, CallOutput } from '../../shared/api.ts'
import type { Refused } from './Fact.tsx'

/** What one lead page shows. */
export type LeadData = CallOutput<'getLead'>

type ContactChanges = CallInput<'editContact'>['changes']

/** Takes changes of a contact; answers why they were refused, or null. */
export type SaveContact = (changes: ContactChanges) => Promise<Refused>

/** Takes changes of a contact that were chosen, not written: there is no field to say why one was refused, so a message does. */
export type ChooseContact = (changes: ContactChanges) => void
