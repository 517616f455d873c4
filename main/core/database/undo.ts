import { isDeepStrictEqual } from 'node:util'
import type { JournalEntry } from './journal.ts'
import { definitionOf, type StoredRecord, type TableName } from './tables.ts'
import type { Change, Fields, Transaction } from './transaction.ts'

/**
 * Writes the opposite of an entry. Only fields that the entry changed go back, so what others changed meanwhile stays.
 * @returns false when something it changed was changed again since; the transaction has to be reverted then
 */
export function invert(transaction: Transaction, entry: JournalEntry): boolean {
  return entry.changes.toReversed().every((change) => invertChange(transaction, change))
}

function invertChange(transaction: Transaction, { table, id, before, after }: Change): boolean {
  const current: StoredRecord | undefined = transaction.get(table, id)
  if (!after) {
    if (current) return definitionOf(table).keepsNewer === true
    transaction.write(table, id, before as StoredRecord)
    return true
  }
  if (!current || !stillThere(current, after, definitionOf(table).bookkeeping)) return false
  transaction.write(table, id, before ? { ...current, ...before, ...counted(table, current, before) } : null)
  return true
}

/** One more on the table's counter, where the change that is taken back moved it. */
function counted(table: TableName, current: StoredRecord, before: Fields): Fields {
  const { counter } = definitionOf(table)
  return counter !== undefined && counter in before ? { [counter]: Number(current[counter]) + 1 } : {}
}

function stillThere(record: StoredRecord, fields: Fields, bookkeeping: readonly string[]): boolean {
  return Object.entries(fields).every(([name, value]) => bookkeeping.includes(name) || isDeepStrictEqual(record[name], value))
}
