import type { CallOutput } from '../../shared/api.ts'

/** What one mailing shows: how far it is, and the message that comes next. */
export type MailingData = CallOutput<'getMailing'>
