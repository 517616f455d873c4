import { createHash } from 'node:crypto'
import type { Adapter } from 'lowdb'
import { setImmediate } from 'node:timers/promises'
import { writeAtomically, readIfThere, type Disk } from './disk.ts'
import type { StoredRecord } from './tables.ts'

/** The whole database at one moment, as it lies in `followthrough.json`: valid JSON, one record a line. */
export interface Snapshot {
  format: 'followthrough'
  /** The version of the records' shape; see migrations.ts. */
  version: number
  /** The last transaction that is in it. */
  sequence: number
  /** An ISO instant. */
  savedAt: string
  /** The computer that wrote it: a UUID made with the database. */
  device: string
  counts: Record<string, number>
  tables: Record<string, readonly StoredRecord[]>
}

/** What lowdb starts from when there is no file: nothing at all. */
export const noSnapshot: Snapshot = {
  format: 'followthrough',
  version: 0,
  sequence: 0,
  savedAt: '',
  device: '',
  counts: {},
  tables: {},
}

/** A snapshot as read: whole by its own checksum, or changed by somebody else since. */
export interface ReadSnapshot {
  snapshot: Snapshot
  /** False when the checksum is missing or does not fit: each record has to be validated. */
  checksumFits: boolean
}

const checksumField = ',"checksum":"'
const sliceBytes = 256 * 1024

/** lowdb's way to the disk: the snapshot file, replaced atomically, with a checksum over itself. */
export class SnapshotAdapter implements Adapter<Snapshot> {
  readonly #disk: Disk
  readonly #path: string
  /** Whether the content last read was as we wrote it. */
  checksumFits = true

  constructor(disk: Disk, path: string) {
    this.#disk = disk
    this.#path = path
  }

  /** The snapshot, or null when there is no file. Throws `SnapshotDamaged` when it cannot be read. */
  async read(): Promise<Snapshot | null> {
    const bytes = await readIfThere(this.#path)
    if (!bytes) return null
    const read = decodeSnapshot(bytes)
    this.checksumFits = read.checksumFits
    return read.snapshot
  }

  async write(snapshot: Snapshot): Promise<void> {
    await writeAtomically(this.#disk, this.#path, encodeSnapshot(snapshot))
  }
}

/** The file is no snapshot of ours, or no longer. */
export class SnapshotDamaged extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'SnapshotDamaged'
  }
}

/**
 * The bytes of a snapshot, slice by slice with a pause in between, so that writing a large one never holds up a call.
 */
export async function* encodeSnapshot(snapshot: Snapshot): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let pending = ''
  for (const piece of pieces(snapshot)) {
    pending += piece
    if (pending.length < sliceBytes) continue
    const bytes = Buffer.from(pending)
    hash.update(bytes)
    pending = ''
    yield bytes
    await setImmediate()
  }
  const rest = Buffer.from(pending)
  hash.update(rest)
  yield Buffer.concat([rest, Buffer.from(`${checksumField}${hash.digest('hex')}"}\n`)])
}

function* pieces({ tables, ...head }: Snapshot): Generator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"tables":{`
  let firstTable = true
  for (const [name, records] of Object.entries(tables)) {
    yield `${firstTable ? '' : ','}\n${JSON.stringify(name)}:[`
    firstTable = false
    let firstRecord = true
    for (const record of records) {
      yield `${firstRecord ? '' : ','}\n${JSON.stringify(record)}`
      firstRecord = false
    }
    yield ']'
  }
  yield '}'
}

/** Reads a snapshot's bytes. Throws `SnapshotDamaged` when they are no snapshot. */
export function decodeSnapshot(bytes: Buffer): ReadSnapshot {
  let parsed: unknown
  try {
    parsed = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new SnapshotDamaged('not JSON')
  }
  if (!isSnapshot(parsed)) throw new SnapshotDamaged('no snapshot')
  return { snapshot: parsed, checksumFits: checksumFits(bytes) }
}

/** True when the bytes end in the checksum of what stands before it. */
export function checksumFits(bytes: Buffer): boolean {
  const at = bytes.lastIndexOf(checksumField)
  if (at < 0) return false
  const sum = createHash('sha256').update(bytes.subarray(0, at)).digest('hex')
  return bytes.toString('utf8', at).trimEnd() === `${checksumField}${sum}"}`
}

/** What a snapshot file says of itself in its first line, without reading the rest; null when it says nothing. */
export function readHead(start: Buffer): Omit<Snapshot, 'tables'> | null {
  const text = start.toString('utf8')
  const at = text.indexOf(',"tables":{')
  if (at < 0) return null
  try {
    const head: unknown = JSON.parse(`${text.slice(0, at)},"tables":{}}`)
    return isSnapshot(head) ? head : null
  } catch {
    return null
  }
}

function isSnapshot(value: unknown): value is Snapshot {
  if (typeof value !== 'object' || value === null) return false
  const snapshot = value as Partial<Snapshot>
  return (
    snapshot.format === 'followthrough' &&
    Number.isInteger(snapshot.version) &&
    (snapshot.version ?? 0) >= 1 &&
    Number.isInteger(snapshot.sequence) &&
    typeof snapshot.tables === 'object' &&
    snapshot.tables !== null &&
    Object.values(snapshot.tables).every(Array.isArray)
  )
}
