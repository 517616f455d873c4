import { definitionOf, tableNames, type RecordOf, type ReferenceOf, type StoredRecord, type TableName } from './tables.ts'

/** Reads records. What it returns is never changed afterwards; a change replaces the record. */
export interface Reader {
  /** The record, or undefined when there is none with this id. */
  get<T extends TableName>(table: T, id: string): RecordOf<T> | undefined
  /** All records of a table, in no promised order. */
  all<T extends TableName>(table: T): Iterable<RecordOf<T>>
  count(table: TableName): number
  /** The records whose reference `field` names `id`: sorted where the table has an order for them, else in no promised order. */
  where<T extends TableName>(table: T, field: ReferenceOf<T>, id: string): RecordOf<T>[]
}

interface Table {
  records: Map<string, StoredRecord>
  /** One per reference field. */
  indexes: Map<string, Index>
}

interface Index {
  /** The field by which the records of each list stand sorted, by code point; undefined leaves them as they come. */
  order: string | undefined
  /** The id that is named → the records that name it. */
  lists: Map<string, StoredRecord[]>
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
    return [...(this.#tables[table].indexes.get(field)?.lists.get(id) ?? [])] as RecordOf<T>[]
  }

  /** True when any record names this one in a reference field. */
  isReferenced(table: TableName, id: string): boolean {
    return tableNames.some((other) =>
      Object.entries(definitionOf(other).references).some(
        ([field, target]) => target === table && (this.#tables[other].indexes.get(field)?.lists.get(id)?.length ?? 0) > 0,
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
  const { references, order } = definitionOf(name)
  const indexes = new Map(Object.keys(references).map((field) => [field, indexOf(field, order?.[field], records.values())]))
  return { records, indexes }
}

function indexOf(field: string, order: string | undefined, records: Iterable<StoredRecord>): Index {
  const lists = new Map<string, StoredRecord[]>()
  for (const record of records) {
    const named = record[field]
    if (typeof named !== 'string') continue
    const list = lists.get(named)
    if (list) list.push(record)
    else lists.set(named, [record])
  }
  if (order !== undefined) for (const list of lists.values()) list.sort((a, b) => (comesBefore(a, b, order) ? -1 : comesBefore(b, a, order) ? 1 : 0))
  return { order, lists }
}

function addTo({ order, lists }: Index, key: string, record: StoredRecord): void {
  const list = lists.get(key)
  if (!list) lists.set(key, [record])
  else if (order === undefined) list.push(record)
  else list.splice(placeOf(list, record, order), 0, record)
}

function removeFrom({ order, lists }: Index, key: string, record: StoredRecord): void {
  const list = lists.get(key)
  if (!list) return
  if (list.length === 1) lists.delete(key)
  else list.splice(list.indexOf(record, order === undefined ? 0 : placeOf(list, record, order)), 1)
}

/** The first place in a sorted list that is not before `record`. Few records are looked at, however long the list. */
function placeOf(list: readonly StoredRecord[], record: StoredRecord, order: string): number {
  let from = 0
  let to = list.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if (comesBefore(list[middle] as StoredRecord, record, order)) from = middle + 1
    else to = middle
  }
  return from
}

function comesBefore(a: StoredRecord, b: StoredRecord, order: string): boolean {
  return (a[order] as string) < (b[order] as string)
}
