import { randomUUID } from 'node:crypto'
import type { Backup, Notice } from '../../../shared/api.ts'
import { toInstant } from '../../../shared/dates.ts'
import { Refusal } from '../../../shared/errors.ts'
import { words } from '../../../shared/strings/words.ts'
import type { Clock, Log } from '../host.ts'
import { newId } from '../new-id.ts'
import { backupPath, listBackups, wholeBackups } from './backup.ts'
import { errorCode, realDisk, type Disk } from './disk.ts'
import { DataFiles } from './files.ts'
import { archivedJournals } from './folder.ts'
import { encodeEntry, type JournalEntry } from './journal.ts'
import { loadBackup, type Loaded } from './load.ts'
import { currentVersion } from './migrations.ts'
import { SnapshotDamaged, type Snapshot } from './snapshot.ts'
import { Store, type Reader } from './store.ts'
import { tableNames, type StoredRecord } from './tables.ts'
import { LeadsNowhere, Transaction } from './transaction.ts'
import { invert } from './undo.ts'

export interface DatabaseOptions {
  root: string
  clock: Clock
  log: Log
  /** Hears of each transaction once it is on disk. Must not throw. */
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
  readonly #files: DataFiles
  readonly #root: string
  readonly #clock: Clock
  readonly #log: Log
  readonly #onCommit: (entry: JournalEntry, reader: Reader) => void

  #status: DatabaseStatus = 'unavailable'
  #message = words.errors.unavailable
  #notices: Notice[] = []
  #store = new Store()
  /** The transaction that the next one follows. */
  #sequence = 0
  #snapshotSequence = 0
  #device = ''
  #done: JournalEntry[] = []
  #undone: JournalEntry[] = []
  /** Calls wait for this one; upkeep (snapshots, backups) waits for its own, and only its short parts for a turn. */
  #turns: Promise<unknown> = Promise.resolve()
  #upkeep: Promise<unknown> = Promise.resolve()
  #changedAt = 0
  #cancelCompaction: (() => void) | null = null

  constructor(options: DatabaseOptions) {
    this.#root = options.root
    this.#clock = options.clock
    this.#log = options.log
    this.#onCommit = options.onCommit
    this.#files = new DataFiles(options.root, options.disk ?? realDisk)
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
    const result = await this.#files.load()
    switch (result.status) {
      case 'open':
        return this.#adopt(result.loaded)
      case 'new':
        return this.#create()
      case 'newer':
        return this.#become('newer', words.errors.newer(this.#root))
      case 'damaged': {
        const message = result.missing ? words.errors.missing : words.errors.damaged
        const backups = await wholeBackups(this.#files.folder)
        return this.#become('damaged', backups.length > 0 ? message : words.errors.damagedNoBackup)
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
        remember(this.#done, committed.entry)
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
    await this.#care(async () => this.#takeSnapshot())
  }

  async backups(): Promise<Backup[]> {
    const { folder } = this.#files
    return this.#care(async () => (this.#status === 'damaged' ? wholeBackups(folder) : listBackups(folder)))
  }

  /** Writes everything down and keeps a copy of it. */
  async makeBackup(): Promise<Backup> {
    return this.#care(async () => {
      this.#requireOpen()
      try {
        await this.#takeSnapshot()
        const backup = await this.#files.backup('asked')
        await this.#files.prune()
        if (backup) return backup
      } catch (error) {
        throw this.#refusedByDisk(error)
      }
      throw new Error('the snapshot just written is not whole')
    })
  }

  /**
   * Goes back to a backup. From an open database: to exactly that state, and what was there is kept as a backup too.
   * From a damaged one: with every later line that can still be read, and the damaged files are kept aside. When the
   * disk refuses, everything stays as it was and it can be tried again.
   */
  async restore(file: string): Promise<void> {
    await this.#care(async () =>
      this.#turn(async () => {
        const path = await backupPath(this.#files.folder, file, this.#status === 'damaged')
        if (!path || this.#status === 'newer' || this.#status === 'unavailable') throw new Refusal('not-found', words.errors.backupGone)
        try {
          await this.#replaceWith(path)
        } catch (error) {
          throw error instanceof SnapshotDamaged ? new Refusal('not-found', words.errors.backupGone) : this.#refusedByDisk(error)
        }
      }),
    )
  }

  /** Writes everything down. Nothing can be done afterwards. */
  async close(): Promise<void> {
    this.#cancelCompaction?.()
    this.#cancelCompaction = null
    await this.#care(async () => {
      if (this.#status === 'open') {
        await this.#takeSnapshot().catch((error: unknown) => this.#log.error('no snapshot on close; the journal has it all', error))
      }
      await this.#turn(async () => {
        this.#become('unavailable', words.errors.unavailable)
        await this.#files.close()
      })
    })
  }

  async #turn<T>(work: () => T | Promise<T>): Promise<T> {
    const turn = this.#turns.then(work)
    this.#turns = turn.catch(() => undefined)
    return turn
  }

  async #care<T>(work: () => Promise<T>): Promise<T> {
    const care = this.#upkeep.then(work)
    this.#upkeep = care.catch(() => undefined)
    return care
  }

  #requireOpen(): void {
    if (this.#status !== 'open') throw new Refusal('database-unavailable', this.#message)
  }

  #become(status: DatabaseStatus, message: string): void {
    this.#status = status
    this.#message = message
  }

  async #commit<T>(command: string, work: (transaction: Transaction) => T, undoes?: string): Promise<Committed<T>> {
    const transaction = new Transaction(this.#store)
    let result: T
    let entry: JournalEntry
    try {
      result = work(transaction)
      const changes = transaction.changes()
      if (changes.length === 0) return { result, entry: null }
      const now = this.#clock.now()
      entry = {
        sequence: this.#sequence + 1,
        id: newId(now),
        version: currentVersion,
        at: toInstant(now),
        device: this.#device,
        command,
        ...(undoes === undefined ? {} : { undoes }),
        changes,
      }
      await this.#write(encodeEntry(entry))
    } catch (error) {
      transaction.revert()
      throw error
    }
    this.#sequence = entry.sequence
    this.#compactSoon()
    this.#onCommit(entry, this.#store)
    return { result, entry }
  }

  async #write(line: Buffer): Promise<void> {
    try {
      await this.#files.append(line)
    } catch (error) {
      throw this.#refusedByDisk(error)
    }
  }

  #refusedByDisk(error: unknown): Refusal {
    if (error instanceof Refusal) return error
    this.#log.error('the disk refused', error)
    return new Refusal('not-saved', notSaved(error, this.#root))
  }

  async #goBack(entry: JournalEntry, from: JournalEntry[], index: number, to: JournalEntry[]): Promise<JournalEntry> {
    const takeBack = (transaction: Transaction) => {
      if (!invert(transaction, entry)) throw new Refusal('conflict', words.errors.undoConflict)
    }
    try {
      const { entry: opposite } = await this.#commit(entry.command, takeBack, entry.id)
      if (opposite) remember(to, opposite)
      return opposite ?? entry
    } catch (error) {
      // A step that can never be taken back any more goes; one that the disk refused stays for another try.
      if (error instanceof Refusal && error.code === 'not-saved') from.splice(index, 0, entry)
      throw error instanceof LeadsNowhere ? new Refusal('conflict', words.errors.undoConflict) : error
    }
  }

  async #create(): Promise<void> {
    this.#device = randomUUID()
    await this.#files.save(this.#picture(this.#store, 0))
    await this.#attempt('the first backup', async () => this.#files.backup('kept'))
    await this.#files.openJournal(0)
    this.#become('open', '')
  }

  async #adopt(loaded: Loaded): Promise<void> {
    if (loaded.tornBytes > 0) {
      await this.#attempt('keeping a cut-off line', async () => this.#files.keepTorn(this.#stamp()))
      this.#notice('torn', words.notices.tornLine(1))
    }
    this.#store = new Store(loaded.records)
    this.#sequence = loaded.sequence
    this.#snapshotSequence = loaded.snapshotSequence
    this.#device = loaded.device
    await this.#files.openJournal(loaded.journalBytes)
    if (loaded.editedOutside) this.#notice('edited', words.notices.editedOutside)
    if (loaded.migrated) this.#notice('migrated', words.notices.migrated)
    if (loaded.migrated || loaded.editedOutside) await this.#takeSnapshot(true)
    this.#become('open', '')
  }

  /** Does what is good to have but not needed; a disk that refuses it costs nothing else. */
  async #attempt(what: string, work: () => Promise<unknown>): Promise<void> {
    await work().catch((error: unknown) => this.#log.error(`${what} failed`, error))
  }

  #notice(id: string, message: string): void {
    this.#notices = [...this.#notices.filter((notice) => notice.id !== id), { id, message }]
  }

  #stamp(): string {
    return toInstant(this.#clock.now()).replace(/[:.]/g, '-')
  }

  /** A whole database as it is now; the records themselves are shared, and never change. */
  #picture(store: Store, sequence: number): Snapshot {
    const rows = tableNames.map((name) => [name, [...store.all(name)]] as [string, StoredRecord[]])
    return {
      format: 'followthrough',
      version: currentVersion,
      sequence,
      savedAt: toInstant(this.#clock.now()),
      device: this.#device,
      counts: Object.fromEntries(rows.map(([name, records]) => [name, records.length])),
      tables: Object.fromEntries(rows),
    }
  }

  /** As {@link compact}, for whoever takes care already. */
  async #takeSnapshot(always = false): Promise<void> {
    this.#cancelCompaction?.()
    this.#cancelCompaction = null
    const picture = await this.#turn(async () => {
      if (this.#sequence === this.#snapshotSequence && !always) return null
      await this.#files.archiveJournal(this.#sequence)
      return this.#picture(this.#store, this.#sequence)
    })
    if (!picture) return
    await this.#files.save(picture)
    this.#snapshotSequence = picture.sequence
    await this.#attempt('pruning the backups', async () => this.#files.prune())
  }

  /** One timer, however many changes: when it rings too early, it is set again. */
  #compactSoon(): void {
    this.#changedAt = this.#clock.now()
    const size = this.#files.journalSize
    if (this.#cancelCompaction || size < smallJournal) return
    const check = async () => {
      this.#cancelCompaction = null
      const isDue = this.#files.journalSize >= largeJournal || this.#clock.now() - this.#changedAt >= idleBeforeCompaction
      if (isDue) await this.#attempt('compaction', async () => this.compact())
      else wait()
    }
    const wait = () => {
      const delay = this.#files.journalSize >= largeJournal ? 0 : idleBeforeCompaction
      this.#cancelCompaction = this.#clock.after(delay, check)
    }
    wait()
  }

  async #replaceWith(path: string): Promise<void> {
    const wasOpen = this.#status === 'open'
    const loaded = await loadBackup(this.#files.folder, path, !wasOpen)
    if (wasOpen) {
      await this.#files.archiveJournal(this.#sequence)
      await this.#files.save(this.#picture(this.#store, this.#sequence))
      this.#snapshotSequence = this.#sequence
      await this.#files.backup('before-restore')
    } else {
      await this.#files.keepDamaged(this.#stamp())
    }
    const latest = (await archivedJournals(this.#files.folder)).at(-1)?.to ?? 0
    // Numbers go on after everything that was ever written here, so that no old line can follow on by mistake. Until
    // the journal is emptied, its lines are older than the snapshot and are passed over.
    const sequence = Math.max(this.#sequence, loaded.sequence, loaded.latestSequence, latest) + 1
    const store = new Store(loaded.records)
    this.#device = loaded.device
    await this.#files.save(this.#picture(store, sequence))
    this.#store = store
    this.#sequence = sequence
    this.#snapshotSequence = sequence
    this.#done = []
    this.#undone = []
    this.#become('open', '')
    this.#notice('restored', words.notices.restored(loaded.savedAt))
    await this.#attempt('emptying the journal', async () => this.#files.openJournal(0))
    await this.#attempt('a copy of what was gone back to', async () => this.#files.backup('kept'))
    await this.#attempt('pruning the backups', async () => this.#files.prune())
  }
}

function remember(steps: JournalEntry[], entry: JournalEntry): void {
  steps.push(entry)
  if (steps.length > stepsKept) steps.shift()
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
