import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import { errorCode, type Disk, type DiskFile } from './disk.ts'
import type { Change } from './transaction.ts'

/**
 * One line of the journal: everything needed to do it again, to take it back, to show a lead's history, and to merge
 * it by field on another device.
 */
export interface JournalEntry {
  /** Counts up by one over the life of the database. */
  sequence: number
  /** UUIDv7. */
  id: string
  /** The version of the records that it changed; see migrations.ts. */
  version: number
  /** An ISO instant. */
  at: string
  device: string
  command: string
  /** The transaction that this one takes back or does again. */
  undoes?: string
  changes: Change[]
}

/** What a journal's bytes held. */
export interface JournalContent {
  entries: JournalEntry[]
  /** Bytes after the last whole line that are no room kept for more: a write that was cut off. Never acknowledged. */
  tornBytes: number
  /** False when a line before the end is damaged: acknowledged changes are unreadable. */
  whole: boolean
  /** Bytes up to the last good line. */
  goodBytes: number
}

const sumField = ',"sum":"'

/** The line of an entry, its checksum last, ending in a line break. */
export function encodeEntry(entry: JournalEntry): Buffer {
  const body = JSON.stringify(entry).slice(0, -1)
  return Buffer.from(`${body}${sumField}${checksum(body)}"}\n`)
}

/** Reads a journal. Never throws: damage is reported in the result. */
export function decodeJournal(file: Buffer): JournalContent {
  const bytes = withoutRoom(file)
  const entries: JournalEntry[] = []
  let start = 0
  while (start < bytes.length) {
    const end = bytes.indexOf(10, start)
    const entry = end < 0 ? null : decodeLine(bytes.toString('utf8', start, end))
    if (!entry) {
      const isLast = end < 0 || end === bytes.length - 1
      return { entries, whole: isLast, tornBytes: isLast ? bytes.length - start : 0, goodBytes: start }
    }
    entries.push(entry)
    start = end + 1
  }
  return { entries, whole: true, tornBytes: 0, goodBytes: bytes.length }
}

/** A journal without the zeros of the room at its end. No line has any: JSON writes them in other letters. */
function withoutRoom(bytes: Buffer): Buffer {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end -= 1
  return bytes.subarray(0, end)
}

function decodeLine(line: string): JournalEntry | null {
  const at = line.lastIndexOf(sumField)
  if (at < 0 || line.slice(at) !== `${sumField}${checksum(line.slice(0, at))}"}`) return null
  try {
    return JSON.parse(`${line.slice(0, at)}}`) as JournalEntry
  } catch {
    return null
  }
}

function isFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes(errorCode(error))
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(8, '0')
}

/** The bytes of zeros by which the file is made longer when a line finds no room. */
const room = 64 * 1024

/**
 * The open journal file: lines are appended and on disk before `append` resolves. The file is made longer ahead of them,
 * since a line that only takes the place of zeros is on disk sooner than one that makes its file longer: the file
 * system has nothing to note down for it.
 */
export class Journal {
  readonly #disk: Disk
  readonly #path: string
  #file: DiskFile | null = null
  #size: number
  /** The length of the file: lines, then zeros. */
  #length: number
  /** A failed write may have left bytes behind the last good line; they go before anything else is written. */
  #dirty = false

  private constructor(disk: Disk, path: string, size: number) {
    this.#disk = disk
    this.#path = path
    this.#size = size
    this.#length = size
  }

  /** Opens the journal for appending, making it when it is not there, and cuts off what is no whole line. */
  static async open(disk: Disk, path: string, goodBytes: number): Promise<Journal> {
    const journal = new Journal(disk, path, goodBytes)
    const file = await journal.#open()
    try {
      if ((await file.size()) !== goodBytes) await journal.#cutBack(file)
      return journal
    } catch (error) {
      await file.close()
      throw error
    }
  }

  /** Bytes of whole lines. */
  get size(): number {
    return this.#size
  }

  /** Appends a line and waits until it is on disk. On failure nothing of it stays. */
  async append(line: Buffer): Promise<void> {
    const file = this.#file ?? (await this.#open())
    const lacksRoom = this.#size + line.length > this.#length
    try {
      await this.#write(file, lacksRoom ? Buffer.concat([line, Buffer.alloc(room)]) : line)
    } catch (error) {
      if (!lacksRoom || !isFull(error)) throw error
      // For the line alone there may be space.
      await this.#write(file, line)
    }
    this.#size += line.length
  }

  /** Moves the lines so far to `target` and goes on with an empty journal. */
  async rotate(target: string): Promise<void> {
    if (this.#file && this.#dirty) await this.#cutBack(this.#file)
    await this.close()
    await this.#disk.rename(this.#path, target)
    this.#size = 0
    this.#length = 0
    await this.#disk.syncFolder(dirname(target))
    await this.#open()
  }

  /** The room goes, and what a failed write left behind, if they can; the next start passes over them otherwise. */
  async close(): Promise<void> {
    const file = this.#file
    this.#file = null
    if (file && (this.#dirty || this.#length > this.#size)) await this.#cutBack(file).catch(() => undefined)
    await file?.close()
  }

  /** A new journal's name has to be as durable as the lines in it. */
  async #open(): Promise<DiskFile> {
    const file = await this.#disk.open(this.#path, 'keep')
    try {
      await this.#disk.syncFolder(dirname(this.#path))
    } catch (error) {
      await file.close()
      throw error
    }
    this.#file = file
    return file
  }

  /** Writes behind the last line and waits until it is on disk. On failure nothing of it stays. */
  async #write(file: DiskFile, bytes: Buffer): Promise<void> {
    if (this.#dirty) await this.#cutBack(file)
    try {
      file.write(bytes, this.#size)
      await file.datasync()
    } catch (error) {
      this.#dirty = true
      // The write's own error is the one to tell; a failing clean-up is tried again before the next line.
      await this.#cutBack(file).catch(() => undefined)
      throw error
    }
    this.#length = Math.max(this.#length, this.#size + bytes.length)
  }

  async #cutBack(file: DiskFile): Promise<void> {
    await file.truncate(this.#size)
    await file.datasync()
    this.#length = this.#size
    this.#dirty = false
  }
}
