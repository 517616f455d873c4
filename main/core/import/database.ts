import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { toInstant } from '../../../shared/dates.ts'
import { Refusal } from '../../../shared/errors.ts'
import { importWords } from '../../../shared/strings/import-words.ts'
import type { Database } from '../database/database.ts'
import { realDisk, writeAtomically } from '../database/disk.ts'
import { backupName, dataFolder } from '../database/folder.ts'
import { currentVersion } from '../database/migrations.ts'
import { decodeSnapshot, SnapshotDamaged } from '../database/snapshot.ts'

/**
 * Puts an exported database (main/core/export/database.ts) in the place of what is there, as going back to a backup
 * does: every record is checked, and what was there is kept as a backup.
 * @throws {Refusal} when it is none, is newer than this app, or a record in it does not fit; nothing is changed then
 */
export async function importDatabase(database: Database, dataDir: string, text: string, now: number): Promise<void> {
  const bytes = Buffer.from(text.replace(/^\uFEFF/, ''))
  if (versionOf(bytes) > currentVersion) throw new Refusal('unreadable-file', importWords.problems.newerDatabase)
  const file = backupName(toInstant(now), 0, 'asked')
  const path = join(dataFolder(dataDir).backups, file)
  await writeAtomically(realDisk, path, [bytes])
  try {
    await database.restore(file)
  } catch (error) {
    await rm(path, { force: true })
    const isDamaged = error instanceof Refusal && error.code === 'not-found'
    throw isDamaged ? new Refusal('unreadable-file', importWords.problems.noDatabase) : error
  }
}

function versionOf(bytes: Buffer): number {
  try {
    return decodeSnapshot(bytes).snapshot.version
  } catch (error) {
    throw error instanceof SnapshotDamaged ? new Refusal('unreadable-file', importWords.problems.noDatabase) : error
  }
}
