import { setImmediate } from 'node:timers/promises'
import type { Events, ParsedInput } from '../../../shared/api.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { ImportMapping } from '../../../shared/import.ts'
import { importWords } from '../../../shared/strings/import-words.ts'
import type { Preparations } from '../handlers.ts'
import type { SettingsStore } from '../host.ts'
import { decode } from './decode.ts'
import type { PreparedImport, ReadFile, Reading } from './entry.ts'
import { readTable, signatureOf, type TableRules } from './table.ts'
import { isVcard, readVcards } from './vcard.ts'

/** As long as reading goes on before other calls get their turn, in milliseconds. */
const slice = 15
/** As many header rows keep their mapping. */
const mappingsKept = 50

/** The reading of files: in slices between other calls, telling how far it is, until it is done or cancelled. */
export class ImportJobs {
  readonly #tell: (progress: Events['progress']) => void
  readonly #settings: SettingsStore
  readonly #running = new Map<string, AbortController>()

  constructor(settings: SettingsStore, tell: (progress: Events['progress']) => void) {
    this.#settings = settings
    this.#tell = tell
  }

  readonly preparations: Preparations = {
    readImport: async (input) => this.#prepare(input),
    importFile: async (input) => {
      const prepared = await this.#prepare(input)
      if (input.choices.mapping) this.#remember({ headers: signatureOf(prepared.read.header), fields: input.choices.mapping })
      return prepared
    },
  }

  /** Stops the work of this name; without it, nothing happens. */
  cancel(job: string): void {
    this.#running.get(job)?.abort(new Refusal('cancelled', importWords.problems.cancelled))
  }

  async #prepare({ job, content, choices }: ParsedInput<'readImport'>): Promise<PreparedImport> {
    const { importMappings, currency } = this.#settings.get()
    const controller = new AbortController()
    this.#running.set(job, controller)
    try {
      const reading = readFile(Buffer.from(content, 'base64'), { choices, mappings: importMappings, currency })
      return { read: await this.#drive(reading, job, controller.signal), choices }
    } finally {
      this.#running.delete(job)
    }
  }

  async #drive<T>(reading: Reading<T>, job: string, signal: AbortSignal): Promise<T> {
    let until = performance.now() + slice
    for (;;) {
      const step = reading.next()
      signal.throwIfAborted()
      if (step.done) return step.value
      if (performance.now() < until) continue
      this.#tell({ job, done: step.value })
      await setImmediate()
      until = performance.now() + slice
    }
  }

  /**
   * A mapping is a choice about files and no part of the data: in the settings it outlives undo, and a backup that is
   * restored does not take it away.
   */
  #remember(mapping: ImportMapping): void {
    const others = this.#settings.get().importMappings.filter(({ headers }) => headers !== mapping.headers)
    this.#settings.change({ importMappings: [mapping, ...others].slice(0, mappingsKept) })
  }
}

/**
 * Reads a file of any kind that is known.
 * @throws {Refusal} when it cannot be read as a whole
 */
export function* readFile(bytes: Uint8Array, rules: TableRules): Reading<ReadFile> {
  const decoded = decode(bytes)
  yield 0
  if (/^\{\s*"format"\s*:\s*"followthrough"/.test(decoded.text)) throw new Refusal('unreadable-file', importWords.problems.database)
  return yield* isVcard(decoded.text) ? readVcards(decoded) : readTable(decoded, rules)
}

/** Reads to the end at once: for tests, and where nobody waits. */
export function readAll<T>(reading: Reading<T>): T {
  for (;;) {
    const step = reading.next()
    if (step.done) return step.value
  }
}
