import type { CallInput } from '../../shared/api.ts'
import { noChoices, type ImportChoices } from '../../shared/import.ts'

/** A file to hand to `readImport` or `importFile`. */
export function importInput(bytes: Buffer | string, choices: Partial<ImportChoices> = {}, job = 'job'): CallInput<'importFile'> {
  return { job, name: 'file.csv', content: Buffer.from(bytes).toString('base64'), choices: { ...noChoices, ...choices } }
}
