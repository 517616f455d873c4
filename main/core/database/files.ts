import { join } from 'node:path'
import { Low } from 'lowdb'
import type { Backup } from '../../../shared/api.ts'
import { copyToBackups, keepReplaced, prune } from './backup.ts'
import { keepAs, readIfThere, writeAtomically, type Disk } from './disk.ts'
import { archivedJournals, archiveName, backupNames, dataFolder, makeFolders, type BackupReason, type DataFolder } from './folder.ts'
import { Journal } from './journal.ts'
import { loadFolder, type LoadResult } from './load.ts'
import { noSnapshot, SnapshotAdapter, type Snapshot } from './snapshot.ts'

/** The files of a data folder, and the order of steps in which each change of them survives a cut at any moment. */
export class DataFiles {
  readonly folder: DataFolder
  readonly #disk: Disk
  readonly #low: Low<Snapshot>
  #journal: Journal | null = null
  /** Where the next journal begins, if opening it has to be tried again. */
  #goodBytes = 0

  constructor(root: string, disk: Disk) {
    this.folder = dataFolder(root)
    this.#disk = disk
    this.#low = new Low<Snapshot>(new SnapshotAdapter(disk, this.folder.snapshot), noSnapshot)
  }

  /** Bytes in the journal. */
  get journalSize(): number {
    return this.#journal?.size ?? 0
  }

  /** Reads everything; makes no more than the folders. */
  async load(): Promise<LoadResult> {
    await makeFolders(this.folder)
    return loadFolder(this.folder, async () => this.#hasRemains())
  }

  /** Opens the journal after its first `goodBytes` bytes; what a cut-off write left behind them goes. */
  async openJournal(goodBytes: number): Promise<void> {
    await this.#journal?.close()
    this.#journal = null
    this.#goodBytes = goodBytes
    this.#journal = await Journal.open(this.#disk, this.folder.journal, goodBytes)
  }

  /** Appends a line; it is on disk when this resolves. */
  async append(line: Buffer): Promise<void> {
    this.#journal ??= await Journal.open(this.#disk, this.folder.journal, this.#goodBytes)
    await this.#journal.append(line)
  }

  /** Moves the journal's lines, up to `sequence`, aside; they are read again until a few backups are newer. */
  async archiveJournal(sequence: number): Promise<void> {
    if (!this.#journal || this.#journal.size === 0) return
    const from = Math.min(((await archivedJournals(this.folder)).at(-1)?.to ?? 0) + 1, sequence)
    await this.#journal.rotate(join(this.folder.backups, archiveName(from, sequence)))
  }

  /** Writes a snapshot in place of the one that lies there, which is kept as a backup. */
  async save(picture: Snapshot): Promise<void> {
    await keepReplaced(this.#disk, this.folder)
    this.#low.data = picture
    try {
      await this.#low.write()
    } finally {
      // Holding on to the picture would keep every record of that moment in memory.
      this.#low.data = noSnapshot
    }
  }

  /** Copies the snapshot in use to the backups; null when it is not whole. */
  async backup(reason: BackupReason): Promise<Backup | null> {
    return copyToBackups(this.#disk, this.folder, reason)
  }

  async prune(): Promise<void> {
    await prune(this.#disk, this.folder)
  }

  /** Keeps the bytes behind the last whole line, for whoever wants to look at them. */
  async keepTorn(stamp: string): Promise<void> {
    await this.#copyAside(this.folder.journal, `torn-${stamp}`)
  }

  /** Keeps the damaged files under other names; they stay where they are as well, until something better replaces them. */
  async keepDamaged(stamp: string): Promise<void> {
    const { snapshot, journal } = this.folder
    const bytes = await readIfThere(snapshot)
    if (bytes) await keepAs(this.#disk, snapshot, `${snapshot}.damaged-${stamp}`)
    await this.#copyAside(journal, `damaged-${stamp}`)
  }

  async close(): Promise<void> {
    await this.#journal?.close()
    this.#journal = null
  }

  /** A copy, since the journal itself goes on being written or is cut back. */
  async #copyAside(path: string, ending: string): Promise<void> {
    const bytes = await readIfThere(path)
    if (bytes && bytes.length > 0) await writeAtomically(this.#disk, `${path}.${ending}`, [bytes])
  }

  async #hasRemains(): Promise<boolean> {
    const journal = await readIfThere(this.folder.journal)
    const archives = await archivedJournals(this.folder)
    return (journal?.length ?? 0) > 0 || archives.length > 0 || (await backupNames(this.folder)).length > 0
  }
}
