import { constants, fdatasyncSync, writeSync } from 'node:fs'
import { link, open as openFile, readFile, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'

/** An open file. What is written is safe from a power cut only once a sync has resolved. */
export interface DiskFile {
  /** Hands all bytes to the system, in order: from the byte `at` on, else from the beginning, or behind what was written last. */
  write(bytes: Uint8Array, at?: number): void
  /** Waits until content and size are on disk. */
  datasync(): Promise<void>
  truncate(size: number): Promise<void>
  size(): Promise<number>
  close(): Promise<void>
}

/**
 * Every change that the database makes to the file system. Tests put faults and power cuts here; reading is always
 * real. New files are for their owner's eyes only.
 */
export interface Disk {
  /** `keep` keeps what is there and makes the file when it is missing, `empty` begins with an empty one. */
  open(path: string, content: 'keep' | 'empty'): Promise<DiskFile>
  rename(from: string, to: string): Promise<void>
  /** Gives a file a second name; fails when that name is taken, or where the file system knows no second names. */
  link(from: string, to: string): Promise<void>
  /** Removes a name if it is there. */
  remove(path: string): Promise<void>
  /** Makes names that came and went in a folder durable. Windows has no such call and needs none. */
  syncFolder(folder: string): Promise<void>
}

export const realDisk: Disk = {
  async open(path, content) {
    const handle = await openFile(path, constants.O_RDWR | constants.O_CREAT | (content === 'empty' ? constants.O_TRUNC : 0), 0o600)
    return {
      write(bytes, at) {
        for (let offset = 0; offset < bytes.length; ) {
          offset += writeSync(handle.fd, bytes, offset, bytes.length - offset, at === undefined ? null : at + offset)
        }
      },
      datasync: async () => waitForDisk(handle),
      truncate: async (size) => handle.truncate(size),
      size: async () => (await handle.stat()).size,
      close: async () => handle.close(),
    }
  },
  rename,
  link,
  remove: async (path) => rm(path, { force: true }),
  async syncFolder(folder) {
    if (process.platform === 'win32') return
    const handle = await openFile(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
}

/** A disk that answers within this many milliseconds is waited for in place. */
const quick = 8
let lastAnswer = 0

/**
 * Waits until a file is on disk. While the disk is quick, on the spot: the way to another thread and back would take
 * longer than the disk itself. Once it was slow, on another thread, so that a slow disk does not hold up everything
 * else; until it is quick again.
 */
async function waitForDisk(handle: FileHandle): Promise<void> {
  const asked = performance.now()
  if (lastAnswer < quick) fdatasyncSync(handle.fd)
  else await handle.datasync()
  lastAnswer = performance.now() - asked
}

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
 * beside it, synced, renamed, and the folder synced.
 */
export async function writeAtomically(
  disk: Disk,
  path: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  const temporary = `${path}.tmp`
  try {
    const file = await disk.open(temporary, 'empty')
    try {
      for await (const chunk of chunks) file.write(chunk)
      await file.datasync()
    } finally {
      await file.close()
    }
    await disk.rename(temporary, path)
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined)
    throw error
  }
  await disk.syncFolder(dirname(path))
}

/** Gives a file a second name, or copies it where the file system has no hard links. A name that is taken stays. */
export async function keepAs(disk: Disk, path: string, target: string): Promise<void> {
  try {
    await disk.link(path, target)
    await disk.syncFolder(dirname(target))
  } catch (error) {
    const bytes = errorCode(error) === 'EEXIST' ? null : await readIfThere(path)
    if (bytes) await writeAtomically(disk, target, [bytes])
  }
}

/** The system's code of an error (`ENOSPC`), or an empty string. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
