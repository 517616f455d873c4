import type { CallInput, CallOutput } from '../../shared/api.ts'
import type { Refused } from './Fact.tsx'

/** What one lead page shows. */
export type LeadData = CallOutput<'getLead'>

/** Takes changes of a contact; answers why they were refused, or null. */
export type SaveContact = (changes: CallInput<'editContact'>['changes']) => Promise<Refused>
