import { isDeepStrictEqual } from 'node:util'
import type { Reader, Store } from './store.ts'
import { definitionOf, leadsRound, type RecordOf, type ReferenceOf, type StoredRecord, type TableName } from './tables.ts'

export type Fields = Record<string, unknown>

/** What happened to one record: the fields that changed, before and after; whole records when it came or went. */
export interface Change {
  table: TableName
  id: string
  before: Fields | null
  after: Fields | null
}

/** A transaction would leave a reference that leads nowhere, or round and round. */
export class LeadsNowhere extends Error {}

/** One command's work on the tables: applied at once, and taken back whole unless the disk takes it. */
export class Transaction implements Reader {
  readonly #store: Store
  /** Each record that was touched, as it was before; null when it was not there. */
  readonly #before = new Map<string, { table: TableName; id: string; record: StoredRecord | null }>()

  constructor(store: Store) {
    this.#store = store
  }

  get<T extends TableName>(table: T, id: string): RecordOf<T> | undefined {
    return this.#store.get(table, id)
  }

  all<T extends TableName>(table: T): Iterable<RecordOf<T>> {
    return this.#store.all(table)
  }

  count(table: TableName): number {
    return this.#store.count(table)
  }

  where<T extends TableName>(table: T, field: ReferenceOf<T>, id: string): RecordOf<T>[] {
    return this.#store.where(table, field, id)
  }

  /** Adds a record, or replaces the one with its id. Throws when it does not fit the table's schema. */
  put<T extends TableName>(table: T, record: RecordOf<T>): RecordOf<T> {
    const valid = definitionOf(table).schema.parse(record) as StoredRecord
    this.write(table, valid.id, valid)
    return valid as RecordOf<T>
  }

  /** Changes some fields of a record that is there; the others were valid already. Throws when one does not fit its schema. */
  change<T extends TableName>(table: T, id: string, fields: Partial<RecordOf<T>>): RecordOf<T> {
    const record = this.#store.get(table, id)
    if (!record) throw new Error(`no ${table} record to change`)
    const { shape } = definitionOf(table).schema
    const changed: Fields = { ...record }
    for (const [field, value] of Object.entries(fields)) {
      const schema = shape[field]
      if (!schema) throw new Error(`${table} records have no ${field}`)
      changed[field] = schema.parse(value)
    }
    this.write(table, id, changed as StoredRecord)
    return changed as RecordOf<T>
  }

  remove(table: TableName, id: string): void {
    this.write(table, id, null)
  }

  /** Writes a stored record as it is; for undo, which puts back what was valid before. */
  write(table: TableName, id: string, record: StoredRecord | null): void {
    const key = `${table}/${id}`
    if (!this.#before.has(key)) this.#before.set(key, { table, id, record: this.#store.get(table, id) ?? null })
    this.#store.set(table, id, record)
  }

  /** What changed so far, by field. Throws when a reference leads nowhere, or round and round. */
  changes(): Change[] {
    const changes: Change[] = []
    for (const { table, id, record } of this.#before.values()) {
      const now: StoredRecord | null = this.#store.get(table, id) ?? null
      const change = difference(table, id, record, now)
      if (!change) continue
      this.#checkReferences(table, id, now)
      changes.push(change)
    }
    for (const [table, changed] of Map.groupBy(changes, (change) => change.table)) {
      const ids = changed.map(({ id }) => id)
      if (leadsRound(table, ids, (id) => this.#store.get(table, id))) throw new LeadsNowhere(`a ${table} record names itself over others`)
    }
    return changes
  }

  /** Takes everything back. */
  revert(): void {
    for (const { table, id, record } of [...this.#before.values()].toReversed()) this.#store.set(table, id, record)
    this.#before.clear()
  }

  #checkReferences(table: TableName, id: string, record: StoredRecord | null): void {
    if (!record) {
      if (this.#store.isReferenced(table, id)) throw new LeadsNowhere(`a ${table} record was removed that others still name`)
      return
    }
    for (const [field, target] of Object.entries(definitionOf(table).references)) {
      const named = record[field]
      if (typeof named === 'string' && !this.#store.get(target as TableName, named)) {
        throw new LeadsNowhere(`a ${table} record names a ${target} record that is not there`)
      }
    }
  }
}

function difference(table: TableName, id: string, before: StoredRecord | null, after: StoredRecord | null): Change | null {
  if (before === after) return null
  if (!before || !after) return { table, id, before, after }
  const from: Fields = {}
  const to: Fields = {}
  let changed = false
  for (const field of Object.keys(after)) {
    if (before[field] === after[field] || isDeepStrictEqual(before[field], after[field])) continue
    from[field] = before[field]
    to[field] = after[field]
    changed = true
  }
  return changed ? { table, id, before: from, after: to } : null
}
