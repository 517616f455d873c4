import { copyFile, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { generateKeyBetween } from 'fractional-indexing'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { decodeJournal, encodeEntry, type JournalEntry } from '../../main/core/database/journal.ts'
import type { Lead } from '../../shared/lead.ts'
import { generator, type BenchData } from './data.ts'
import { call, openCore } from './open-core.ts'
import { median, milliseconds, percentile, spreadOf, type Row } from './report.ts'

/*
 * A change acknowledged durable: `moveLeads` of the real core, against a bare append + fdatasync of the same bytes, the
 * same move in SQLite (WAL, synchronous=FULL), and lowdb writing its whole file. The bare append makes its file longer each
 * time, our journal only now and then: that it makes room ahead is part of what is measured. One round does one of each,
 * in turning order, so that all have the same disk and the same neighbours.
 */

const rounds = 300
const wholeFileWrites = 4

type Measured = 'core' | 'append' | 'sqlite'

/** `folder` holds the data folder `source`'s snapshot once and gets everything that is written. */
export async function measureDurable(folder: string, source: string, data: BenchData): Promise<Row[]> {
  await rm(folder, { recursive: true, force: true })
  const dataDir = join(folder, 'core')
  await mkdir(dataDir, { recursive: true })
  await copyFile(join(source, 'followthrough.json'), join(dataDir, 'followthrough.json'))
  const core = await openCore(dataDir)
  const sqlite = openSqlite(join(folder, 'sqlite.db'), data)
  const bare = await open(join(folder, 'bare.journal'), 'a', 0o600)
  const times: Record<Measured, number[]> = { core: [], append: [], sqlite: [] }
  const journal = join(dataDir, 'followthrough.journal')
  const moves = plannedMoves(data)
  let line: Buffer = Buffer.alloc(600, 'x')

  for (let round = -20; round < rounds; round += 1) {
    const move = moves()
    const work: Record<Measured, () => unknown> = {
      core: async () => call(core, 'moveLeads', { ids: [move.id], stageId: move.stageId, before: move.before }),
      append: async () => {
        await bare.write(line)
        await bare.datasync()
      },
      sqlite: () => sqlite.move(move),
    }
    for (let turn = 0; turn < 3; turn += 1) {
      const kind = (['core', 'append', 'sqlite'] as const)[(round + 21 + turn) % 3]!
      const started = performance.now()
      await work[kind]()
      // The first rounds warm up.
      if (round >= 0) times[kind].push(performance.now() - started)
    }
    if (round === -20) line = encodeEntry((await linesOf(journal))[0]!)
  }

  const lines = await linesOf(journal)
  // Reminders that fall due meanwhile have lines of their own.
  const records = lines.filter(({ command }) => command === 'moveLeads').map(({ changes }) => changes.length)
  await core.stop()
  await bare.close()
  sqlite.close()
  const wholeFile = await measureWholeFile(join(folder, 'lowdb.json'), data)

  const [ours, append, lite] = [times.core, times.append, times.sqlite].map(median) as [number, number, number]
  return [
    { name: 'durable change / bare append + fdatasync', value: ours / append, unit: '×', budget: { most: 1.5 }, from: `${spreadOf('moveLeads', times.core)}, ${spreadOf('append', times.append)}, ${line.length} bytes` },
    { name: '  the same, the best tenth of each', value: tenth(times.core) / tenth(times.append), unit: '×', from: `nearer to a quiet machine: moveLeads ${milliseconds(tenth(times.core))}, append ${milliseconds(tenth(times.append))}, SQLite ${milliseconds(tenth(times.sqlite))}` },
    { name: 'durable change / the same in SQLite (WAL, FULL)', value: ours / lite, unit: '×', budget: { most: 1 }, from: spreadOf('SQLite', times.sqlite) },
    { name: 'lowdb whole-file write / durable change', value: median(wholeFile) / ours, unit: '×', budget: { least: 500 }, from: `lowdb ${milliseconds(median(wholeFile))}` },
    { name: 'records written by one move', value: Math.max(...records), unit: '', budget: { most: 1 }, from: `${records.length} moves` },
  ]
}

async function linesOf(journal: string): Promise<JournalEntry[]> {
  return decodeJournal(await readFile(journal)).entries
}

function tenth(times: readonly number[]): number {
  return percentile(times, 0.1)
}

interface Move {
  id: string
  stageId: string
  before: string | null
}

/** Moves of leads all over the board, to before another lead or last, as people drop cards. */
function plannedMoves({ leads, stages }: BenchData): () => Move {
  const random = generator(7)
  const columns = new Map(stages.map(({ id }) => [id, new Set(leads.filter((lead) => lead.stageId === id).map((lead) => lead.id))]))
  return () => {
    const { id } = leads[Math.floor(random() * leads.length)]!
    for (const column of columns.values()) column.delete(id)
    const stageId = stages[Math.floor(random() * stages.length)]!.id
    const column = columns.get(stageId)!
    const before = random() < 0.2 ? null : ([...column][Math.floor(random() * column.size)] ?? null)
    column.add(id)
    return { id, stageId, before }
  }
}

function openSqlite(path: string, { leads, touches }: BenchData): { move(move: Move): void; close(): void } {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  database.exec('CREATE TABLE leads (id TEXT PRIMARY KEY, contact_id TEXT, title TEXT, amount REAL, stage_id TEXT, rank TEXT, stage_since TEXT, record TEXT)')
  database.exec('CREATE TABLE touches (id TEXT PRIMARY KEY, lead_id TEXT, record TEXT)')
  database.exec('BEGIN')
  const addLead = database.prepare('INSERT INTO leads VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  for (const lead of leads) addLead.run(lead.id, lead.contactId, lead.title, lead.value?.amount ?? 0, lead.stageId, lead.rank, lead.stageSince, JSON.stringify(lead))
  const addTouch = database.prepare('INSERT INTO touches VALUES (?, ?, ?)')
  for (const touch of touches) addTouch.run(touch.id, touch.leadId, JSON.stringify(touch))
  database.exec('COMMIT')
  database.exec('CREATE INDEX leads_by_place ON leads (stage_id, rank); CREATE INDEX touches_by_lead ON touches (lead_id)')
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  database.exec('CREATE TABLE history (number INTEGER PRIMARY KEY, at TEXT, lead_id TEXT, before TEXT, after TEXT)')
  return { move: sqliteMove(database), close: () => database.close() }
}

/** What `moveLeads` does, in SQL: the rank between the neighbours, the change, and what it was before, for undo. */
function sqliteMove(database: DatabaseSync): (move: Move) => void {
  const find = database.prepare('SELECT stage_id, rank, stage_since FROM leads WHERE id = ?')
  const findBefore = database.prepare('SELECT max(rank) AS rank FROM leads WHERE stage_id = ? AND rank < ? AND id <> ?')
  const findLast = database.prepare('SELECT max(rank) AS rank FROM leads WHERE stage_id = ? AND id <> ?')
  const update = database.prepare('UPDATE leads SET stage_id = ?, rank = ?, stage_since = ? WHERE id = ?')
  const remember = database.prepare('INSERT INTO history (at, lead_id, before, after) VALUES (?, ?, ?, ?)')
  return ({ id, stageId, before }) => {
    database.exec('BEGIN IMMEDIATE')
    const old = find.get(id)
    const next = before === null ? null : String(find.get(before)?.['rank'])
    const previous = (next === null ? findLast.get(stageId, id) : findBefore.get(stageId, next, id))?.['rank'] ?? null
    const rank = generateKeyBetween(previous === null ? null : String(previous), next)
    const now = new Date().toISOString()
    update.run(stageId, rank, now, id)
    remember.run(now, id, JSON.stringify(old), JSON.stringify({ stage_id: stageId, rank, stage_since: now }))
    database.exec('COMMIT')
  }
}

async function measureWholeFile(path: string, data: BenchData): Promise<number[]> {
  const low = new Low<{ leads: Lead[] }>(new JSONFile(path), { ...data, leads: [...data.leads] })
  const times: number[] = []
  for (let write = 0; write < wholeFileWrites; write += 1) {
    const started = performance.now()
    low.data.leads[write] = { ...low.data.leads[write]!, stageId: 'won' }
    await low.write()
    times.push(performance.now() - started)
  }
  return times.slice(1)
}
