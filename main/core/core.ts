import { mkdir } from 'node:fs/promises'
import { api, type CallName, type EventName, type Events, type NamesOf, type Reply, type State } from '../../shared/api.ts'
import { localDateAt, type LocalDate, type Zone } from '../../shared/dates.ts'
import { Refusal } from '../../shared/errors.ts'
import { dayHoursInOrder } from '../../shared/settings.ts'
import { words } from '../../shared/strings/words.ts'
import { addReadyCadences } from './cadences.ts'
import { commands, queries } from './calls.ts'
import { affectedLeads } from './changed.ts'
import { Database } from './database/database.ts'
import { errorCode, type Disk } from './database/disk.ts'
import { lockFolder, type FolderLock } from './database/lock.ts'
import type { Transaction } from './database/transaction.ts'
import type { Actions, Context } from './handlers.ts'
import type { CoreOptions } from './host.ts'
import { importDatabase } from './import/database.ts'
import { ImportJobs } from './import/jobs.ts'
import { NewDay } from './new-day.ts'
import { newId } from './new-id.ts'
import { recapLetterActions } from './recap-letters.ts'
import { Reminders } from './reminders.ts'
import { hasSample } from './sample-commands.ts'
import { Search } from './search.ts'
import { addDefaultStages } from './stages.ts'
import { addReadyTemplates } from './templates.ts'

export type { Clock, CoreOptions, Log, Notify, ReminderNotification, SettingsStore, ShortcutState } from './host.ts'

/** How a start ended. `elsewhere`: another process holds the data folder and was asked to show its window. */
export type StartResult = { started: true } | { started: false; reason: 'elsewhere' | 'read-only'; message: string }

/** The application, as a shell sees it. */
export interface Core {
  /** Answers any call by name. Never throws; whatever is wrong comes back as `{ok: false, error}`. */
  call(name: CallName, input: unknown): Promise<Reply<unknown>>
  call(name: string, input: unknown): Promise<Reply<unknown>>
  /** Listens to an event; the result stops listening. */
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void
  /** Tells the renderer to show a place, as after a click on a notification or the tray. */
  show(place: Events['show']): void
  /**
   * Locks the data folder and opens the database. A damaged or newer database still starts: `getState` tells it,
   * and only `getState`, settings and `restoreBackup` answer.
   */
  start(): Promise<StartResult>
  /** Looks at the clock at once: call it on wake from sleep. */
  wake(): Promise<void>
  /** Writes everything down, releases the folder. The core answers nothing afterwards. */
  stop(): Promise<void>
}

/** The sentence for an input that a schema refuses: its own where it has one, as for a date too far away. */
function sentenceOf(problem: string | undefined): string {
  const { inputs } = words.errors
  return problem !== undefined && Object.hasOwn(inputs, problem) ? inputs[problem as keyof typeof inputs] : words.errors.invalidInput
}

function isNotWritable(error: unknown): boolean {
  return ['EROFS', 'EACCES', 'EPERM'].includes(errorCode(error))
}

/** What a new database begins with. */
function addDefaults(transaction: Transaction, context: Context): void {
  if (transaction.count('stages') > 0) return
  addDefaultStages(transaction)
  addReadyCadences(transaction, context)
  addReadyTemplates(transaction, context)
}

/** The application in a data folder. `disk` is for tests that let the disk fail. */
export function createCore(options: CoreOptions, disk?: Disk): Core {
  const { clock, log, settings } = options
  const listeners = new Map<EventName, Set<(payload: never) => void>>()
  let lock: FolderLock | null = null

  const database = new Database({
    root: options.dataDir,
    clock,
    log,
    ...(disk ? { disk } : {}),
    onCommit(entry, reader) {
      reminders.noteChange(entry, reader)
      search.noteChange(entry, reader)
      emit('changed', { command: entry.command, leads: affectedLeads(entry, reader) })
    },
  })
  const newDay = new NewDay({ database, log, context })
  const reminders = new Reminders({
    database,
    clock,
    log,
    settings,
    context,
    give(reminder) {
      options.notify(reminder)
      emit('reminder', { ...reminder, inSystem: remindsInSystem() })
    },
    beginDay: async () => newDay.begin(),
    over: (touchIds) => emit('reminderOver', { touchIds }),
  })
  const remindsInSystem = () => options.remindsInSystem?.() ?? true
  const imports = new ImportJobs(settings, (progress) => emit('progress', progress))

  const search = new Search({ database, log })

  function context(): Context {
    const current = settings.get()
    const now = clock.now()
    let zone: Zone | null = current.zone
    let today: LocalDate | null = null
    return {
      now,
      get zone() {
        return (zone ??= clock.zone())
      },
      get today() {
        return (today ??= localDateAt(now, this.zone))
      },
      settings: current,
      newId: () => newId(now),
    }
  }

  function emit<E extends EventName>(event: E, payload: Events[E]): void {
    for (const listener of listeners.get(event) ?? []) {
      try {
        ;(listener as (payload: Events[E]) => void)(payload)
      } catch (error) {
        log.error(`a listener to ${event} failed`, error)
      }
    }
  }

  async function state(): Promise<State> {
    const { zone } = context()
    const { status, message } = database
    return {
      version: options.version,
      shell: options.shell,
      shortcut: options.shortcut?.() ?? 'off',
      remindsInSystem: remindsInSystem(),
      dataDir: options.dataDir,
      zone,
      database: { status, message, backups: status === 'damaged' ? await database.backups() : [] },
      notices: database.notices,
      hasSample: status === 'open' && (await database.read(hasSample)),
      undo: database.undoable,
      redo: database.redoable,
    }
  }

  /** What hangs on the tables begins anew, since all of them were replaced. */
  async function replaced(command: CallName): Promise<State> {
    newDay.reset()
    await reminders.reset()
    search.reset()
    emit('changed', { command, leads: null })
    return state()
  }

  const actions: Actions<NamesOf<'action'>> = {
    getState: state,
    async getSettings() {
      return settings.get()
    },
    async changeSettings(changes) {
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
      if (!dayHoursInOrder({ ...settings.get(), ...given })) throw new Refusal('invalid-input', words.errors.dayReversed, 'endOfDay')
      const changed = settings.change(given)
      emit('settings', changed)
      await reminders.wake()
      return changed
    },
    async undo({ transaction }) {
      return { command: (await database.undo(transaction)).command }
    },
    async redo() {
      return { command: (await database.redo()).command }
    },
    async show(place) {
      emit('show', place)
      return null
    },
    async dismissNotice({ id }) {
      database.dismissNotice(id)
      emit('changed', { command: 'dismissNotice', leads: [] })
      return null
    },
    async cancelImport({ job }) {
      imports.cancel(job)
      return null
    },
    search: async ({ text, limit }) => search.search(text, limit),
    ...recapLetterActions({ database, context, savePdf: options.savePdf }),
    makeBackup: async () => database.makeBackup(),
    listBackups: async () => database.backups(),
    async importDatabase({ text }) {
      await importDatabase(database, options.dataDir, text, clock.now())
      return replaced('importDatabase')
    },
    async restoreBackup({ file }) {
      await database.restore(file)
      return replaced('restoreBackup')
    },
  }

  async function run(name: CallName, input: unknown): Promise<Reply<unknown>> {
    const parsed = api[name].input.safeParse(input)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      const field = issue?.path.join('.')
      return { ok: false, error: { code: 'invalid-input', message: sentenceOf(issue?.message), ...(field ? { field } : {}) } }
    }
    // The table pairs each name with the input its schema gives; indexing by a name loses that pairing.
    const prepare = Object.hasOwn(imports.preparations, name) ? (imports.preparations[name as keyof typeof imports.preparations] as (given: unknown) => Promise<unknown>) : null
    const given = prepare ? await prepare(parsed.data) : parsed.data
    if (name in queries) {
      const answer = queries[name as keyof typeof queries] as (...given: unknown[]) => unknown
      return { ok: true, data: await database.read((reader) => answer(reader, given, context())) }
    }
    if (name in commands) {
      const work = commands[name as keyof typeof commands] as (...given: unknown[]) => unknown
      const { undoable } = api[name]
      const { result, entry } = await database.transact(name, undoable, (transaction) => work(transaction, given, context()))
      return { ok: true, data: result, ...(entry && undoable ? { transaction: entry.id } : {}) }
    }
    const act = actions[name as keyof typeof actions] as (given: unknown) => Promise<unknown>
    return { ok: true, data: await act(given) }
  }

  return {
    async call(name: string, input: unknown) {
      if (!Object.hasOwn(api, name)) return { ok: false, error: { code: 'unknown-call', message: words.errors.unknownCall } }
      try {
        return await run(name as CallName, input)
      } catch (error) {
        if (error instanceof Refusal) {
          const { code, message, field } = error
          return { ok: false, error: { code, message, ...(field === undefined ? {} : { field }) } }
        }
        log.error(`${name} failed`, error)
        return { ok: false, error: { code: 'unexpected', message: words.errors.unexpected } }
      }
    },

    on(event, listener) {
      const set = listeners.get(event) ?? new Set()
      listeners.set(event, set)
      set.add(listener)
      return () => set.delete(listener)
    },

    show: (place) => emit('show', place),

    async start() {
      try {
        await mkdir(options.dataDir, { recursive: true, mode: 0o700 })
        lock = await lockFolder(options.dataDir, () => emit('show', { place: 'window', leadId: null }))
        if (!lock) return { started: false, reason: 'elsewhere', message: words.errors.running(options.dataDir) }
        await database.open()
        if (database.status === 'open') await database.transact('start', false, (transaction) => addDefaults(transaction, context()))
        await reminders.start()
        return { started: true }
      } catch (error) {
        log.error('the data folder could not be opened', error)
        await database.close()
        await lock?.release()
        lock = null
        const message = isNotWritable(error) ? words.errors.readOnly(options.dataDir) : words.errors.cannotOpen(options.dataDir)
        return { started: false, reason: 'read-only', message }
      }
    },

    async wake() {
      await reminders.wake()
    },

    async stop() {
      reminders.stop()
      await database.close()
      await lock?.release()
      lock = null
    },
  }
}
