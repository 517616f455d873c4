import type { CallName, CallOutput, NamesOf, ParsedInput } from '../../shared/api.ts'
import type { LocalDate, Zone } from '../../shared/dates.ts'
import type { Settings } from '../../shared/settings.ts'
import type { Reader } from './database/store.ts'
import type { Transaction } from './database/transaction.ts'
import type { PreparedImport } from './import/entry.ts'

/** What a command or query may know beside the tables. */
export interface Context {
  /** Milliseconds since the epoch. */
  now: number
  /** The person's own zone, and their date in it. Both are looked up when they are first asked for, which takes a while. */
  readonly zone: Zone
  readonly today: LocalDate
  settings: Settings
  /** A new record's id. */
  newId(): string
}

/** What calls get in place of their input when that is worked through before their turn on the tables. */
interface Prepared {
  readImport: PreparedImport
  importFile: PreparedImport
}
type Given<N extends CallName> = N extends keyof Prepared ? Prepared[N] : ParsedInput<N>

/** Works through the input of a call, in slices, so that other calls go on meanwhile. */
export type Preparations = { [N in keyof Prepared]: (input: ParsedInput<N>) => Promise<Prepared[N]> }

/** The queries of one noun: each reads the tables and answers. */
export type Queries<N extends NamesOf<'query'>> = {
  [K in N]: (reader: Reader, input: Given<K>, context: Context) => CallOutput<K>
}

/** The commands of one noun: each is one transaction. To refuse, throw a `Refusal`; nothing it did is kept. */
export type Commands<N extends NamesOf<'command'>> = {
  [K in N]: (transaction: Transaction, input: Given<K>, context: Context) => CallOutput<K>
}

/** The calls that do something beside the tables. */
export type Actions<N extends NamesOf<'action'>> = {
  [K in N]: (input: ParsedInput<K>) => Promise<CallOutput<K>>
}

/** What runs any call, once its name and input were checked. */
export type Run = (input: unknown) => Promise<{ data: unknown; transaction?: string }>
export type Runners = Record<CallName, Run>
