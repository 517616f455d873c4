import { z } from 'zod'
import { importInputSchema, importReadingSchema } from '../import.ts'
import { action, command, done, query } from './declare.ts'

/** What an import did. */
export const importResultSchema = z.strictObject({
  people: z.number().int(),
  /** People who were there already and got what they lacked. */
  filled: z.number().int(),
  leads: z.number().int(),
  known: z.number().int(),
  rejected: z.number().int(),
})
export type ImportResult = z.infer<typeof importResultSchema>

/** Taking over a file of people or leads. */
export const importCalls = {
  /** What a file of people or leads holds, and what would become of it with the choices so far. */
  readImport: query(importInputSchema, importReadingSchema),
  /** Takes a file over as `readImport` told. All or nothing; the same file a second time changes nothing. */
  importFile: command(importInputSchema, importResultSchema),
  /** Stops a `readImport` or `importFile` that still goes on; it is refused as `cancelled` then. */
  cancelImport: action(z.strictObject({ job: z.string().max(64) }), done),
}
