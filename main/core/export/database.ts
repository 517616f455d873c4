import { toInstant } from '../../../shared/dates.ts'
import { currentVersion } from '../database/migrations.ts'
import type { Reader } from '../database/store.ts'
import { tableNames } from '../database/tables.ts'
import type { Context } from '../handlers.ts'

/**
 * Everything, as JSON, one record a line, in the form of `followthrough.json` itself:
 * `{format: "followthrough", version, sequence, savedAt, device, counts, tables}`, where `version` is that of the records'
 * shape (main/core/database/migrations.ts), `counts` has the number of records of each table, and `tables` has the
 * records by table; shared/*.ts has the schema of each. Laid into an empty data folder under that name, it opens as the
 * identical state.
 */
export function databaseJson(reader: Reader, context: Pick<Context, 'now' | 'newId'>): string {
  const tables = tableNames.map((name) => [name, [...reader.all(name)]] as const)
  const head = {
    format: 'followthrough',
    version: currentVersion,
    sequence: 0,
    savedAt: toInstant(context.now),
    device: context.newId(),
    counts: Object.fromEntries(tables.map(([name, records]) => [name, records.length])),
  }
  const written = tables.map(([name, records]) => `\n${JSON.stringify(name)}:[${records.map((record) => `\n${JSON.stringify(record)}`).join(',')}]`)
  return `${JSON.stringify(head).slice(0, -1)},"tables":{${written.join(',')}}}\n`
}
