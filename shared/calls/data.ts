import { z } from 'zod'
import { backupSchema } from '../backup.ts'
import { stateSchema } from './app.ts'
import { action, command, done, nothing, query } from './declare.ts'

/** Everything at once: export, backups, and the sample data. */
export const dataCalls = {
  /** A file of everybody, of every lead, or of everything; see main/core/export/. */
  exportFile: query(
    z.strictObject({ what: z.enum(['people-csv', 'leads-csv', 'vcard', 'database']) }),
    z.strictObject({ name: z.string(), type: z.string(), text: z.string() }),
  ),
  /** Puts an exported database in the place of what is there, which is kept as a backup. */
  importDatabase: action(z.strictObject({ text: z.string() }), stateSchema),
  makeBackup: action(nothing, backupSchema),
  listBackups: action(nothing, z.array(backupSchema)),
  /** Goes back to a backup; what was there before is itself kept as a backup or, when damaged, set aside. */
  restoreBackup: action(z.strictObject({ file: z.string().max(255) }), stateSchema),
  addSample: command(nothing, done),
  removeSample: command(nothing, done),
}
