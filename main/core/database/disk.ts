import { constants } from 'node:fs'
import { copyFile, link, open as openFile, readFile, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * The part of the file system that the database writes through. Tests put faults here; everything else is real.
 * New files are for their owner's eyes only.
 */
export interface Disk {
  open(path: string, flags: string): Promise<FileHandle>
}

export const realDisk: Disk = { open: (path, flags) => openFile(path, flags, 0o600) }

/** The file's bytes, or null when there is no such file. */
export async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

/**
 * Writes a whole file so that at every instant either the old content or the new one is there: a temporary file
 * beside it, fsync, rename, fsync of the folder.
 */
export async function writeAtomically(
  disk: Disk,
  path: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  const temporary = `${path}.tmp`
  const file = await disk.open(temporary, 'w')
  try {
    for await (const chunk of chunks) await writeAll(file, chunk)
    await file.sync()
  } catch (error) {
    await removeIfThere(temporary).catch(() => undefined)
    throw error
  } finally {
    await file.close()
  }
  await rename(temporary, path)
  await syncFolder(dirname(path))
}

/** Writes all bytes at the file's end, however many calls that takes. */
export async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let offset = 0; offset < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, offset, bytes.length - offset)
    offset += bytesWritten
  }
}

/** Makes renames and new names in a folder durable. Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await openFile(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Gives a file a second name, or copies it where the file system has no hard links. An existing target stays. */
export async function keepAs(path: string, target: string): Promise<void> {
  try {
    await link(path, target)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') await copyDurably(path, target)
  }
}

/** Copies a file and makes the copy durable; an existing target is replaced. */
export async function copyDurably(path: string, target: string): Promise<void> {
  await copyFile(path, target, constants.COPYFILE_FICLONE)
  const copy = await openFile(target, 'r+')
  try {
    await copy.sync()
  } finally {
    await copy.close()
  }
  await syncFolder(dirname(target))
}

export async function removeIfThere(path: string): Promise<void> {
  await rm(path, { force: true })
}

/** The system's code of an error (`ENOSPC`), or an empty string. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
