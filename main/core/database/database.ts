import { randomUUID } from 'node:crypto'
import { copyFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { Low } from 'lowdb'
import type { Backup, Notice } from '../../../shared/api.ts'
import { toInstant } from '../../../shared/dates.ts'
import { Refusal } from '../../../shared/errors.ts'
import { words } from '../../../shared/strings/words.ts'
import type { Clock, Log } from '../host.ts'
import { newId } from '../new-id.ts'
import { backupPath, copyToBackups, keepReplaced, listBackups, prune, verifiedBackups } from './backup.ts'
import { errorCode, readIfThere, realDisk, type Disk } from './disk.ts'
import { archivedJournals, archiveName, backupNames, dataFolder, makeFolders, type DataFolder } from './folder.ts'
import { encodeEntry, Journal, type JournalEntry } from './journal.ts'
import { loadBackup, loadFolder, type Loaded } from './load.ts'
import { currentVersion } from './migrations.ts'
import { noSnapshot, SnapshotAdapter, SnapshotDamaged, type Snapshot } from './snapshot.ts'
import { Store, type Reader } from './store.ts'
import { tableNames, type StoredRecord } from './tables.ts'
import { Transaction } from './transaction.ts'
import { invert } from './undo.ts'

export interface DatabaseOptions {
  root: string
  clock: Clock
  log: Log
  /** Hears of each transaction once it is on disk. */
  onCommit: (entry: JournalEntry, reader: Reader) => void
  disk?: Disk
}

export type DatabaseStatus = 'open' | 'damaged' | 'newer' | 'unavailable'

/** What a command left behind. */
export interface Committed<T> {
  result: T
  /** Null when nothing changed: then nothing was written either. */
  entry: JournalEntry | null
}

/** The journal is taken into the snapshot when it has grown to this, or after a while without changes. */
const largeJournal = 4 * 1024 * 1024
const smallJournal = 64 * 1024
const idleBeforeCompaction = 60_000
const stepsKept = 500

/**
 * The tables and their way to the disk. Everything takes its turn: a transaction is applied, written and on disk
 * before the next one, or any query, sees it; when the disk refuses, it is as if it had never been.
 */
export class Database {
  readonly #folder: DataFolder
  readonly #clock: Clock
  readonly #log: Log
  readonly #disk: Disk
  readonly #onCommit: (entry: JournalEntry, reader: Reader) => void
  readonly #low: Low<Snapshot>

  #status: DatabaseStatus = 'unavailable'
  #message = words.errors.unavailable
  #notices: Notice[] = []
  #store = new Store()
  #journal: Journal | null = null
  /** The transaction that the next one follows. */
  #sequence = 0
  #snapshotSequence = 0
  #device = ''
  #done: JournalEntry[] = []
  #undone: JournalEntry[] = []
  #tail: Promise<unknown> = Promise.resolve()
  #compacting: Promise<void> | null = null
  #cancelIdle: () => void = () => undefined

  constructor(options: DatabaseOptions) {
    this.#folder = dataFolder(options.root)
    this.#clock = options.clock
    this.#log = options.log
    this.#disk = options.disk ?? realDisk
    this.#onCommit = options.onCommit
    this.#low = new Low<Snapshot>(new SnapshotAdapter(this.#disk, this.#folder.snapshot), noSnapshot)
  }

  get status(): DatabaseStatus {
    return this.#status
  }

  /** Why it is not open, for the person; empty when it is. */
  get message(): string {
    return this.#message
  }

  get notices(): Notice[] {
    return this.#notices
  }

  dismissNotice(id: string): void {
    this.#notices = this.#notices.filter((notice) => notice.id !== id)
  }

  /** The command that undo, or redo, would take next. */
  get undoable(): string | null {
    return this.#done.at(-1)?.command ?? null
  }
  get redoable(): string | null {
    return this.#undone.at(-1)?.command ?? null
  }

  /** Opens the folder, or says in `status` and `message` why it cannot. Throws when the folder cannot be written. */
  async open(): Promise<void> {
    await makeFolders(this.#folder)
    const result = await loadFolder(this.#folder, async () => this.#hasRemains())
    switch (result.status) {
      case 'open':
        return this.#adopt(result.loaded)
      case 'new':
        return this.#create()
      case 'newer':
        return this.#refuse('newer', words.errors.newer(this.#folder.root))
      case 'damaged': {
        await copyToBackups(this.#folder)
        const backups = await verifiedBackups(this.#folder)
        const message = result.missing ? words.errors.missing : words.errors.damaged
        return this.#refuse('damaged', backups.length > 0 ? message : words.errors.damagedNoBackup)
      }
    }
  }

  /** Runs `work` on the tables, in its turn: it sees everything acknowledged and nothing else. */
  async read<T>(work: (reader: Reader) => T): Promise<T> {
    return this.#turn(() => {
      this.#requireOpen()
      return work(this.#store)
    })
  }

  /**
   * Runs `work` as one transaction: it is on disk when this resolves. When `work` throws or the disk refuses, nothing
   * of it remains; the disk's refusal is a `Refusal` with a sentence for the person.
   */
  async transact<T>(command: string, undoable: boolean, work: (transaction: Transaction) => T): Promise<Committed<T>> {
    return this.#turn(async () => {
      this.#requireOpen()
      const committed = await this.#commit(command, work)
      if (committed.entry && undoable) {
        this.#remember(this.#done, committed.entry)
        this.#undone = []
      }
      return committed
    })
  }

  /** Takes back the transaction with this id, or the latest. The way back is itself a transaction. */
  async undo(id: string | null): Promise<JournalEntry> {
    return this.#turn(async () => {
      this.#requireOpen()
      const index = id === null ? this.#done.length - 1 : this.#done.findIndex((entry) => entry.id === id)
      const [entry] = index < 0 ? [] : this.#done.splice(index, 1)
      if (!entry) throw new Refusal('nothing-to-undo', words.errors.nothingToUndo)
      return this.#goBack(entry, this.#done, index, this.#undone)
    })
  }

  /** Does again what was undone last. */
  async redo(): Promise<JournalEntry> {
    return this.#turn(async () => {
      this.#requireOpen()
      const entry = this.#undone.pop()
      if (!entry) throw new Refusal('nothing-to-undo', words.errors.nothingToRedo)
      return this.#goBack(entry, this.#undone, this.#undone.length, this.#done)
    })
  }

  /**
   * Takes the journal into a new snapshot. Other calls go on meanwhile: only the moment in which the journal is moved
   * aside takes a turn. Whatever happens in between, the old snapshot with the lines is as good as the new one.
   */
  async compact(): Promise<void> {
    this.#compacting ??= this.#writeSnapshot().finally(() => {
      this.#compacting = null
    })
    return this.#compacting
  }

  async backups(): Promise<Backup[]> {
    return this.#status === 'damaged' ? verifiedBackups(this.#folder) : listBackups(this.#folder)
  }

  /** Writes everything down and keeps a copy of it. */
  async makeBackup(): Promise<Backup> {
    this.#requireOpen()
    await this.compact()
    const name = await copyToBackups(this.#folder)
    const made = (await listBackups(this.#folder)).find((backup) => backup.file === name)
    if (!made) throw new Error('the backup just made is not listed')
    return made
  }

  /**
   * Goes back to a backup. From an open database: to exactly that state, and what was there is kept as a backup too.
   * From a damaged one: with every later line that can still be read, and the damaged files are set aside.
   */
  async restore(file: string): Promise<void> {
    const path = await backupPath(this.#folder, file)
    if (!path || this.#status === 'newer') throw new Refusal('not-found', words.errors.backupGone)
    if (this.#status === 'open') await this.compact()
    await this.#turn(async () => this.#replaceWith(path))
  }

  /** Writes everything down. Nothing can be done afterwards. */
  async close(): Promise<void> {
    this.#cancelIdle()
    if (this.#status === 'open') {
      await this.compact().catch((error: unknown) => this.#log.error('compaction failed on close', error))
    }
    await this.#turn(async () => {
      this.#status = 'unavailable'
      await this.#journal?.close()
      this.#journal = null
    })
  }

  async #turn<T>(work: () => T | Promise<T>): Promise<T> {
    const turn = this.#tail.then(work)
    this.#tail = turn.catch(() => undefined)
    return turn
  }

  #requireOpen(): void {
    if (this.#status !== 'open') throw new Refusal('database-unavailable', this.#message)
  }

  #refuse(status: DatabaseStatus, message: string): void {
    this.#status = status
    this.#message = message
  }

  async #commit<T>(command: string, work: (transaction: Transaction) => T, undoes?: string): Promise<Committed<T>> {
    const transaction = new Transaction(this.#store)
    try {
      const result = work(transaction)
      const changes = transaction.changes()
      if (changes.length === 0) return { result, entry: null }
      const now = this.#clock.now()
      const entry: JournalEntry = {
        sequence: this.#sequence + 1,
        id: newId(now),
        at: toInstant(now),
        device: this.#device,
        command,
        ...(undoes === undefined ? {} : { undoes }),
        changes,
      }
      await this.#write(encodeEntry(entry))
      this.#sequence = entry.sequence
      this.#onCommit(entry, this.#store)
      this.#compactSoon()
      return { result, entry }
    } catch (error) {
      transaction.revert()
      throw error
    }
  }

  async #write(line: Buffer): Promise<void> {
    try {
      await this.#journal?.append(line)
    } catch (error) {
      this.#log.error('a line could not be written', error)
      throw new Refusal('not-saved', notSaved(error, this.#folder.root))
    }
  }

  async #goBack(entry: JournalEntry, from: JournalEntry[], index: number, to: JournalEntry[]): Promise<JournalEntry> {
    try {
      const { entry: opposite } = await this.#commit(
        entry.command,
        (transaction) => {
          if (!invert(transaction, entry)) throw new Refusal('conflict', words.errors.undoConflict)
        },
        entry.id,
      )
      if (opposite) this.#remember(to, opposite)
      return opposite ?? entry
    } catch (error) {
      // A step that can never be taken back any more goes; one that the disk refused stays for another try.
      if (error instanceof Refusal && error.code === 'not-saved') from.splice(index, 0, entry)
      throw error instanceof Refusal ? error : new Refusal('conflict', words.errors.undoConflict)
    }
  }

  #remember(steps: JournalEntry[], entry: JournalEntry): void {
    steps.push(entry)
    if (steps.length > stepsKept) steps.shift()
  }

  async #hasRemains(): Promise<boolean> {
    const journal = await readIfThere(this.#folder.journal)
    return (journal?.length ?? 0) > 0 || (await backupNames(this.#folder)).length > 0
  }

  async #create(): Promise<void> {
    this.#device = randomUUID()
    await this.#save(this.#picture())
    await copyToBackups(this.#folder)
    this.#journal = await Journal.open(this.#disk, this.#folder.journal, 0)
    this.#refuse('open', '')
  }

  async #adopt(loaded: Loaded): Promise<void> {
    if (loaded.tornBytes > 0) {
      await copyFile(this.#folder.journal, `${this.#folder.journal}.torn-${this.#stamp()}`)
      this.#notice('torn', words.notices.tornLine(1))
    }
    if (loaded.editedOutside) this.#notice('edited', words.notices.editedOutside)
    this.#store = new Store(loaded.records)
    this.#sequence = loaded.sequence
    this.#snapshotSequence = loaded.snapshotSequence
    this.#device = loaded.device
    this.#journal = await Journal.open(this.#disk, this.#folder.journal, loaded.journalBytes)
    this.#refuse('open', '')
    if (!loaded.migrated && !loaded.editedOutside) return
    if (loaded.migrated) this.#notice('migrated', words.notices.migrated)
    await this.#writeSnapshot(true)
  }

  #notice(id: string, message: string): void {
    this.#notices = [...this.#notices.filter((notice) => notice.id !== id), { id, message }]
  }

  #stamp(): string {
    return toInstant(this.#clock.now()).replace(/[:.]/g, '-')
  }

  /** The whole database as it is now; the records themselves are shared, and never change. */
  #picture(): Snapshot {
    const rows = tableNames.map((name) => [name, [...this.#store.all(name)]] as [string, StoredRecord[]])
    return {
      format: 'followthrough',
      version: currentVersion,
      sequence: this.#sequence,
      savedAt: toInstant(this.#clock.now()),
      device: this.#device,
      counts: Object.fromEntries(rows.map(([name, records]) => [name, records.length])),
      tables: Object.fromEntries(rows),
    }
  }

  async #writeSnapshot(always = false): Promise<void> {
    this.#cancelIdle()
    const picture = await this.#turn(async () => {
      if (this.#sequence === this.#snapshotSequence && !always) return null
      await this.#archiveJournal()
      return this.#picture()
    })
    if (!picture) return
    await keepReplaced(this.#folder)
    await this.#save(picture)
    await prune(this.#folder)
  }

  /** Moves the journal's lines aside; they stay readable until a few backups are newer than they are. */
  async #archiveJournal(): Promise<void> {
    if (!this.#journal || this.#journal.size === 0) return
    const from = ((await archivedJournals(this.#folder)).at(-1)?.to ?? 0) + 1
    await this.#journal.rotate(join(this.#folder.backups, archiveName(Math.min(from, this.#sequence), this.#sequence)))
  }

  async #save(picture: Snapshot): Promise<void> {
    this.#low.data = picture
    try {
      await this.#low.write()
      this.#snapshotSequence = picture.sequence
    } finally {
      // Holding on to the picture would keep every record of that moment in memory.
      this.#low.data = noSnapshot
    }
  }

  #compactSoon(): void {
    const size = this.#journal?.size ?? 0
    this.#cancelIdle()
    if (size < smallJournal) return
    const delay = size > largeJournal ? 0 : idleBeforeCompaction
    this.#cancelIdle = this.#clock.after(delay, async () =>
      this.compact().catch((error: unknown) => this.#log.error('compaction failed', error)),
    )
  }

  async #replaceWith(path: string): Promise<void> {
    const damaged = this.#status !== 'open'
    const loaded = await loadBackup(this.#folder, path, damaged).catch((error: unknown) => {
      throw error instanceof SnapshotDamaged ? new Refusal('not-found', words.errors.backupGone) : error
    })
    if (damaged) {
      await this.#setAside()
    } else {
      await this.#archiveJournal()
      await keepReplaced(this.#folder)
    }
    const latest = (await archivedJournals(this.#folder)).at(-1)?.to ?? 0
    // Numbers go on after everything that was ever written here, so that no old line can follow on by mistake.
    this.#sequence = Math.max(this.#sequence, loaded.sequence, latest) + 1
    this.#device = loaded.device
    this.#store = new Store(loaded.records)
    this.#done = []
    this.#undone = []
    await this.#save(this.#picture())
    await copyToBackups(this.#folder)
    await this.#journal?.close()
    this.#journal = await Journal.open(this.#disk, this.#folder.journal, 0)
    this.#refuse('open', '')
    this.#notice('restored', words.notices.restored(loaded.savedAt))
    await prune(this.#folder)
  }

  async #setAside(): Promise<void> {
    for (const path of [this.#folder.snapshot, this.#folder.journal]) {
      await rename(path, `${path}.damaged-${this.#stamp()}`).catch((error: unknown) => {
        if (errorCode(error) !== 'ENOENT') throw error
      })
    }
  }
}

function notSaved(error: unknown, root: string): string {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return words.errors.diskFull
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return words.errors.readOnly(root)
    default:
      return words.errors.notSaved
  }
}
