import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from './disk.ts'

/** Where everything lies in a data folder. */
export interface DataFolder {
  root: string
  snapshot: string
  journal: string
  backups: string
}

export function dataFolder(root: string): DataFolder {
  return {
    root,
    snapshot: join(root, 'followthrough.json'),
    journal: join(root, 'followthrough.journal'),
    backups: join(root, 'backups'),
  }
}

export async function makeFolders(folder: DataFolder): Promise<void> {
  await mkdir(folder.backups, { recursive: true })
}

/** Lines that a rotation moved out of the journal, by the sequence of the first and the last. */
export interface ArchivedJournal {
  path: string
  from: number
  to: number
}

/** The file name of archived lines; sorts as the sequence does. */
export function archiveName(from: number, to: number): string {
  return `${digits(from)}-${digits(to)}.journal`
}

/**
 * Why a backup is kept: `kept` of itself, when a newer snapshot took its place; `asked` for by the person; or made
 * `before-restore`, to be able to come back.
 */
export const backupReasons = ['kept', 'asked', 'before-restore'] as const
export type BackupReason = (typeof backupReasons)[number]

/** A backup's file name says when it was made (an ISO instant), up to which sequence, and why. */
export interface BackupName {
  file: string
  sequence: number
  reason: BackupReason
}

export function backupName(at: string, sequence: number, reason: BackupReason): string {
  return `${at.replace(/[:.]/g, '-')}-${digits(sequence)}-${reason}.json`
}

/** The archived journals, first lines first. */
export async function archivedJournals(folder: DataFolder): Promise<ArchivedJournal[]> {
  const found = (await filesIn(folder.backups)).flatMap((name) => {
    const match = /^(\d{12})-(\d{12})\.journal$/.exec(name)
    return match ? [{ path: join(folder.backups, name), from: Number(match[1]), to: Number(match[2]) }] : []
  })
  return found.toSorted((a, b) => a.from - b.from)
}

/** The names of the backups, newest first. */
export async function backupNames(folder: DataFolder): Promise<BackupName[]> {
  const found = (await filesIn(folder.backups)).flatMap((file) => {
    const match = /^[\dTZ-]+-(\d{12})-([a-z-]+)\.json$/.exec(file)
    const reason = backupReasons.find((known) => known === match?.[2])
    return match && reason ? [{ file, sequence: Number(match[1]), reason }] : []
  })
  return found.toSorted((a, b) => (a.file < b.file ? 1 : -1))
}

async function filesIn(path: string): Promise<string[]> {
  try {
    return await readdir(path)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}

function digits(sequence: number): string {
  return String(sequence).padStart(12, '0')
}
