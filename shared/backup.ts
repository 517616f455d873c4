import { z } from 'zod'
import { instantSchema } from './dates.ts'

/** A backup as a list of them shows it: its file, when it was made, its length in bytes, and how much it holds. */
export const backupSchema = z.strictObject({
  file: z.string().max(255),
  at: instantSchema,
  bytes: z.number().int(),
  leads: z.number().int(),
  contacts: z.number().int(),
})
export type Backup = z.infer<typeof backupSchema>
