import { open, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Backup } from '../../../shared/api.ts'
import { errorCode, keepAs, readIfThere, writeAtomically, type Disk } from './disk.ts'
import { archivedJournals, backupName, backupNames, type BackupName, type BackupReason, type DataFolder } from './folder.ts'
import { checksumFits, readHead } from './snapshot.ts'

/** Always kept, whatever their day, so that damage to the newest one or two still leaves one. */
const alwaysKept = 3
/** Beyond those, the newest of each of the latest so many days. */
const daysKept = 14
/** Of those that the person asked for, or that a restore left behind, so many. */
const askedKept = 20

type Head = NonNullable<ReturnType<typeof readHead>>

/** Keeps the snapshot that is about to be replaced: the next one takes only its name. */
export async function keepReplaced(disk: Disk, folder: DataFolder): Promise<void> {
  const head = await headOf(folder.snapshot)
  if (head) await keepAs(disk, folder.snapshot, join(folder.backups, backupName(head.savedAt, head.sequence, 'kept')))
}

/**
 * Copies the snapshot that stays in use, so that damage to it does not reach the backup. One that is not whole is not
 * copied: it must not take the place of a good one.
 * @returns the backup, or null when there was no whole snapshot
 */
export async function copyToBackups(disk: Disk, folder: DataFolder, reason: BackupReason): Promise<Backup | null> {
  const bytes = await readIfThere(folder.snapshot)
  const head = bytes && checksumFits(bytes) ? readHead(bytes.subarray(0, headBytes)) : null
  if (!bytes || !head) return null
  const file = backupName(head.savedAt, head.sequence, reason)
  await writeAtomically(disk, join(folder.backups, file), [bytes])
  return describe(file, head, bytes.length)
}

/** The backups, newest first, by what their first line says. */
export async function listBackups(folder: DataFolder): Promise<Backup[]> {
  const backups: Backup[] = []
  for (const { file } of await backupNames(folder)) {
    const backup = await describeFile(join(folder.backups, file))
    if (backup) backups.push(backup)
  }
  return backups
}

/**
 * What can be gone back to when the data is damaged, newest first: every backup that is whole to the last byte, and the
 * snapshot itself where only the lines after it are damaged. Reads them all.
 */
export async function wholeBackups(folder: DataFolder): Promise<Backup[]> {
  const snapshot = await describeFile(folder.snapshot)
  const whole: Backup[] = []
  for (const backup of [...(snapshot ? [snapshot] : []), ...(await listBackups(folder))]) {
    const bytes = await readIfThere(pathOf(folder, backup.file))
    if (bytes && checksumFits(bytes)) whole.push(backup)
  }
  return whole
}

/**
 * Where a backup of this name lies, or null when the name is none of a backup. `orSnapshot` allows the snapshot's own
 * name: it is what to go back to when only the lines after it are damaged.
 */
export async function backupPath(folder: DataFolder, file: string, orSnapshot: boolean): Promise<string | null> {
  const known = (orSnapshot && file === basename(folder.snapshot)) || (await backupNames(folder)).some((name) => name.file === file)
  return known ? pathOf(folder, file) : null
}

/** Removes backups past their keep, and the archived lines that none of the newest needs. */
export async function prune(disk: Disk, folder: DataFolder): Promise<void> {
  const names = await backupNames(folder)
  const kept = new Set(keptOf(names))
  for (const name of names) if (!kept.has(name)) await disk.remove(join(folder.backups, name.file))
  const oldestNeeded = [...kept].slice(0, alwaysKept).at(-1)
  if (!oldestNeeded) return
  for (const archive of await archivedJournals(folder)) {
    if (archive.to <= oldestNeeded.sequence) await disk.remove(archive.path)
  }
}

function keptOf(names: BackupName[]): BackupName[] {
  const days = new Set<string>()
  let asked = 0
  return names.filter(({ file, reason }, index) => {
    if (reason !== 'kept') {
      asked += 1
      return asked <= askedKept
    }
    const day = file.slice(0, 10)
    const isNewestOfDay = !days.has(day) && days.size < daysKept
    days.add(day)
    return index < alwaysKept || isNewestOfDay
  })
}

function pathOf(folder: DataFolder, file: string): string {
  return file === basename(folder.snapshot) ? folder.snapshot : join(folder.backups, file)
}

async function describeFile(path: string): Promise<Backup | null> {
  const head = await headOf(path)
  return head ? describe(basename(path), head, (await stat(path)).size) : null
}

function describe(file: string, head: Head, bytes: number): Backup {
  const { leads = 0, contacts = 0 } = head.counts
  return { file, at: head.savedAt, bytes, leads, contacts }
}

const headBytes = 4096

async function headOf(path: string): Promise<Head | null> {
  let file
  try {
    file = await open(path, 'r')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return readHead(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}
