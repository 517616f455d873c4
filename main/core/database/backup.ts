import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Backup } from '../../../shared/api.ts'
import { copyDurably, keepAs, readIfThere, realDisk, removeIfThere } from './disk.ts'
import { archivedJournals, backupName, backupNames, type DataFolder } from './folder.ts'
import { checksumFits, readHead } from './snapshot.ts'

/** Always kept, so that damage to the newest one or two still leaves one. */
const alwaysKept = 3
/** Beyond those, the newest of each of the latest so many days. */
const daysKept = 14

/** Keeps the snapshot that is about to be replaced: the next one takes only its name. */
export async function keepReplaced(folder: DataFolder): Promise<void> {
  const head = await headOf(folder.snapshot)
  if (head) await keepAs(folder.snapshot, join(folder.backups, backupName(head.savedAt, head.sequence)))
}

/** Copies the snapshot that stays in use, so that damage to it does not reach the backup; returns the file's name. */
export async function copyToBackups(folder: DataFolder): Promise<string | null> {
  const head = await headOf(folder.snapshot)
  if (!head) return null
  const name = backupName(head.savedAt, head.sequence)
  await copyDurably(folder.snapshot, join(folder.backups, name))
  return name
}

/** The backups, newest first, by what their first line says. */
export async function listBackups(folder: DataFolder): Promise<Backup[]> {
  const backups: Backup[] = []
  for (const name of await backupNames(folder)) {
    const path = join(folder.backups, name)
    const head = await headOf(path)
    if (!head) continue
    const { leads = 0, contacts = 0 } = head.counts
    backups.push({ file: name, at: head.savedAt, bytes: (await stat(path)).size, leads, contacts })
  }
  return backups
}

/** The backups that are whole to the last byte, newest first. Reads them all: for when the snapshot is damaged. */
export async function verifiedBackups(folder: DataFolder): Promise<Backup[]> {
  const whole: Backup[] = []
  for (const backup of await listBackups(folder)) {
    const bytes = await readIfThere(join(folder.backups, backup.file))
    if (bytes && checksumFits(bytes)) whole.push(backup)
  }
  return whole
}

/** Where a backup of this name lies, or null when the name is not one of a backup. */
export async function backupPath(folder: DataFolder, file: string): Promise<string | null> {
  const known = (await backupNames(folder)).includes(basename(file)) && basename(file) === file
  return known ? join(folder.backups, file) : null
}

/** Removes backups past their keep, and the archived lines that no kept backup of the newest needs. */
export async function prune(folder: DataFolder): Promise<void> {
  const names = await backupNames(folder)
  const days = new Set<string>()
  const kept = names.filter((name, index) => {
    const day = name.slice(0, 10)
    const firstOfDay = !days.has(day) && days.size < daysKept
    days.add(day)
    return index < alwaysKept || firstOfDay
  })
  for (const name of names) if (!kept.includes(name)) await removeIfThere(join(folder.backups, name))
  const oldest = kept[Math.min(alwaysKept, kept.length) - 1]
  if (oldest === undefined) return
  const sequence = Number(oldest.slice(-17, -5))
  for (const archive of await archivedJournals(folder)) if (archive.to <= sequence) await removeIfThere(archive.path)
}

async function headOf(path: string): Promise<ReturnType<typeof readHead>> {
  let file
  try {
    file = await realDisk.open(path, 'r')
  } catch {
    return null
  }
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    return readHead(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}
