import { definitionOf, tableNames, type RecordOf, type ReferenceOf, type StoredRecord, type TableName } from './tables.ts'

/** Reads records. What it returns is never changed afterwards; a change replaces the record. */
export interface Reader {
  /** The record, or undefined when there is none with this id. */
  get<T extends TableName>(table: T, id: string): RecordOf<T> | undefined
  /** All records of a table, in no promised order. */
  all<T extends TableName>(table: T): Iterable<RecordOf<T>>
  count(table: TableName): number
  /** The records whose reference `field` names `id`, in no promised order. */
  where<T extends TableName>(table: T, field: ReferenceOf<T>, id: string): RecordOf<T>[]
}

interface Table {
  records: Map<string, StoredRecord>
  /** Per reference field: the id it names → the records that name it. */
  indexes: Map<string, Map<string, StoredRecord[]>>
}

/** The tables in memory, with an index for each reference. */
export class Store implements Reader {
  readonly #tables: Record<TableName, Table>

  /** Takes the given records over as they are; each table's map is its own from then on. */
  constructor(records: Partial<Record<TableName, Map<string, StoredRecord>>> = {}) {
    const made = tableNames.map((name) => [name, tableOf(name, records[name] ?? new Map<string, StoredRecord>())])
    this.#tables = Object.fromEntries(made) as Record<TableName, Table>
  }

  get<T extends TableName>(table: T, id: string): RecordOf<T> | undefined {
    return this.#tables[table].records.get(id) as RecordOf<T> | undefined
  }

  all<T extends TableName>(table: T): Iterable<RecordOf<T>> {
    return this.#tables[table].records.values() as Iterable<RecordOf<T>>
  }

  count(table: TableName): number {
    return this.#tables[table].records.size
  }

  where<T extends TableName>(table: T, field: ReferenceOf<T>, id: string): RecordOf<T>[] {
    return [...(this.#tables[table].indexes.get(field)?.get(id) ?? [])] as RecordOf<T>[]
  }

  /** True when any record names this one in a reference field. */
  isReferenced(table: TableName, id: string): boolean {
    return tableNames.some((other) =>
      Object.entries(definitionOf(other).references).some(
        ([field, target]) => target === table && (this.#tables[other].indexes.get(field)?.get(id)?.length ?? 0) > 0,
      ),
    )
  }

  /** Puts a record in place of the one with its id, or removes it when `record` is null. */
  set(table: TableName, id: string, record: StoredRecord | null): void {
    const { records, indexes } = this.#tables[table]
    const old = records.get(id)
    for (const [field, index] of indexes) {
      const from = old?.[field]
      const to = record?.[field]
      if (old && typeof from === 'string') removeFrom(index, from, old)
      if (record && typeof to === 'string') addTo(index, to, record)
    }
    if (record) records.set(id, record)
    else records.delete(id)
  }
}

function tableOf(name: TableName, records: Map<string, StoredRecord>): Table {
  const indexes = new Map(Object.keys(definitionOf(name).references).map((field) => [field, new Map<string, StoredRecord[]>()]))
  for (const [field, index] of indexes) {
    for (const record of records.values()) {
      const named = record[field]
      if (typeof named === 'string') addTo(index, named, record)
    }
  }
  return { records, indexes }
}

function addTo(index: Map<string, StoredRecord[]>, key: string, record: StoredRecord): void {
  const found = index.get(key)
  if (found) found.push(record)
  else index.set(key, [record])
}

function removeFrom(index: Map<string, StoredRecord[]>, key: string, record: StoredRecord): void {
  const found = index.get(key)
  if (!found) return
  // The order within an index is not promised, so the last record may fill the gap: no shifting of long columns.
  const last = found.pop()
  if (found.length === 0) index.delete(key)
  else if (last !== undefined && last !== record) found[found.indexOf(record)] = last
}
