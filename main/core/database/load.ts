import { Low } from 'lowdb'
import { realDisk, readIfThere } from './disk.ts'
import { archivedJournals, type DataFolder } from './folder.ts'
import { decodeJournal, type JournalEntry } from './journal.ts'
import { currentVersion, migrate } from './migrations.ts'
import { noSnapshot, SnapshotAdapter, SnapshotDamaged, type Snapshot } from './snapshot.ts'
import { definitionOf, leadsRound, tableNames, type StoredRecord, type TableName } from './tables.ts'

export type RecordMaps = Record<string, Map<string, StoredRecord>>

export interface Loaded {
  records: Partial<Record<TableName, Map<string, StoredRecord>>>
  sequence: number
  device: string
  /** The highest number on any line that could be read, whether or not it followed on. */
  latestSequence: number
  /** The last transaction that the snapshot itself held. */
  snapshotSequence: number
  savedAt: string
  /** Bytes of whole lines in the journal, and those behind them that a cut-off write left. */
  journalBytes: number
  tornBytes: number
  editedOutside: boolean
  migrated: boolean
}

export type LoadResult =
  | { status: 'open'; loaded: Loaded }
  | { status: 'new' }
  | { status: 'newer' }
  /** `missing`: there is no snapshot although there are lines or backups of one. */
  | { status: 'damaged'; missing: boolean }

/**
 * Reads a data folder: the snapshot, then every line since, brought to the current version and checked.
 * Changes nothing on disk, whatever it finds.
 */
export async function loadFolder(folder: DataFolder, isKnown: () => Promise<boolean>): Promise<LoadResult> {
  try {
    const base = await readBase(folder.snapshot)
    if (!base) return (await isKnown()) ? { status: 'damaged', missing: true } : { status: 'new' }
    if (base.snapshot.version > currentVersion) return { status: 'newer' }
    const chain = await readChain(folder, base.snapshot.sequence)
    if (!chain.whole) return { status: 'damaged', missing: false }
    return { status: 'open', loaded: build(base, chain, true) }
  } catch (error) {
    if (error instanceof SnapshotDamaged) return { status: 'damaged', missing: false }
    throw error
  }
}

/**
 * Reads a backup and every line since that still follows on without a gap, for going back after damage.
 * Throws `SnapshotDamaged` when the backup is not whole.
 */
export async function loadBackup(folder: DataFolder, path: string, withLines: boolean): Promise<Loaded> {
  const base = await readBase(path)
  if (!base) throw new SnapshotDamaged('not there')
  if (base.snapshot.version > currentVersion) throw new SnapshotDamaged('newer')
  const none = { entries: [], whole: true, goodBytes: 0, tornBytes: 0, latestSequence: 0 }
  return build(base, withLines ? await readChain(folder, base.snapshot.sequence) : none, false)
}

interface Base {
  snapshot: Snapshot
  checksumFits: boolean
}

async function readBase(path: string): Promise<Base | null> {
  const adapter = new SnapshotAdapter(realDisk, path)
  const low = new Low<Snapshot>(adapter, noSnapshot)
  await low.read()
  return low.data === noSnapshot ? null : { snapshot: low.data, checksumFits: adapter.checksumFits }
}

interface Chain {
  entries: JournalEntry[]
  /** False when a line is damaged or missing before the end. */
  whole: boolean
  goodBytes: number
  tornBytes: number
  latestSequence: number
}

/** The lines after `sequence`: those archived, then the journal's; up to the first one that does not follow on. */
async function readChain(folder: DataFolder, sequence: number): Promise<Chain> {
  const archives = (await archivedJournals(folder)).filter((archive) => archive.to > sequence)
  const entries: JournalEntry[] = []
  let whole = true
  for (const { path } of archives) {
    const content = decodeJournal((await readIfThere(path)) ?? Buffer.alloc(0))
    whole &&= content.whole && content.tornBytes === 0
    entries.push(...content.entries)
  }
  const current = decodeJournal((await readIfThere(folder.journal)) ?? Buffer.alloc(0))
  entries.push(...current.entries)
  const chain: JournalEntry[] = []
  let last = sequence
  for (const entry of entries) {
    // A cut while the journal was moved aside can leave its lines under both names.
    if (entry.sequence <= last) continue
    if (entry.sequence !== last + 1) {
      whole = false
      break
    }
    chain.push(entry)
    last = entry.sequence
  }
  return {
    entries: chain,
    whole: whole && current.whole,
    goodBytes: current.goodBytes,
    tornBytes: current.tornBytes,
    latestSequence: entries.reduce((latest, entry) => Math.max(latest, entry.sequence), sequence),
  }
}

/**
 * Whatever is wrong with the content, it is damage: there may be a backup of it, and nothing is thrown away. `all`: a line
 * that changes what is not there is damage, too; else what stands before it counts.
 */
function build(base: Base, chain: Chain, all: boolean): Loaded {
  try {
    return interpret(base, chain, all)
  } catch (error) {
    throw error instanceof SnapshotDamaged ? error : new SnapshotDamaged('its content makes no sense')
  }
}

function interpret({ snapshot, checksumFits }: Base, chain: Chain, all: boolean): Loaded {
  let { version, sequence } = snapshot
  let records = mapsOf(snapshot.tables)
  for (const entry of chain.entries) {
    // Lines written before lines had a version are of the first.
    const lineVersion = entry.version ?? 1
    if (lineVersion > version) records = migrated(records, version, lineVersion)
    version = Math.max(version, lineVersion)
    if (!findsItsRecords(records, entry)) {
      if (all) throw new SnapshotDamaged('a line changes a record that is not there')
      break
    }
    apply(records, entry)
    sequence = entry.sequence
  }
  if (version > currentVersion) throw new SnapshotDamaged('lines of a newer version')
  if (version < currentVersion) records = migrated(records, version, currentVersion)
  // Our own checksum stands in for looking at each record: what it covers was valid when it was written.
  if (!checksumFits || snapshot.version < currentVersion) validate(records)
  return {
    records,
    sequence,
    latestSequence: chain.latestSequence,
    device: snapshot.device,
    snapshotSequence: snapshot.sequence,
    savedAt: snapshot.savedAt,
    journalBytes: chain.goodBytes,
    tornBytes: chain.tornBytes,
    editedOutside: !checksumFits,
    migrated: snapshot.version < currentVersion,
  }
}

function migrated(records: RecordMaps, from: number, to: number): RecordMaps {
  const tables = Object.fromEntries(Object.entries(records).map(([name, map]) => [name, [...map.values()]]))
  return mapsOf(migrate({ version: from, tables }, to) as Snapshot['tables'])
}

function mapsOf(tables: Snapshot['tables']): RecordMaps {
  const maps: RecordMaps = {}
  for (const [name, rows] of Object.entries(tables)) {
    const map = new Map<string, StoredRecord>()
    for (const record of rows) {
      if (typeof record?.id !== 'string') throw new SnapshotDamaged(`a ${name} record has no id`)
      map.set(record.id, record)
    }
    maps[name] = map
  }
  return maps
}

/** Lines of another database may follow on in number; what they change is not in this one. */
function findsItsRecords(records: RecordMaps, entry: JournalEntry): boolean {
  return entry.changes.every(({ table, id, before }) => before === null || records[table]?.has(id) === true)
}

function apply(records: RecordMaps, entry: JournalEntry): void {
  for (const { table, id, before, after } of entry.changes) {
    const map = (records[table] ??= new Map())
    if (!after) map.delete(id)
    else map.set(id, before ? { ...map.get(id), ...after, id } : (after as StoredRecord))
  }
}

function validate(records: RecordMaps): void {
  for (const table of tableNames) {
    const { schema, references } = definitionOf(table)
    const rows = records[table] ?? new Map<string, StoredRecord>()
    if (leadsRound(table, rows.keys(), (id) => rows.get(id))) throw new SnapshotDamaged(`a ${table} record names itself over others`)
    for (const [id, record] of rows) {
      const parsed = schema.safeParse(record)
      if (!parsed.success || parsed.data.id !== id) throw new SnapshotDamaged(`a ${table} record does not fit`)
      for (const [field, target] of Object.entries(references)) {
        const named = record[field]
        if (typeof named === 'string' && !records[target]?.has(named)) throw new SnapshotDamaged(`a ${table} record leads nowhere`)
      }
    }
  }
}
