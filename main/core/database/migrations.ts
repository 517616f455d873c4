import type { Snapshot } from './snapshot.ts'

/** The tables of a snapshot of any version, as plain data. */
export type RawTables = Record<string, readonly Record<string, unknown>[]>

/** The version of the records' shape that this program writes. */
export const currentVersion = 1

/**
 * One pure step per version: `steps[n]` makes version n into n + 1. A step never looks at the current schemas, which
 * go on changing after it was written.
 */
export const steps: Record<number, (tables: RawTables) => RawTables> = {}

/**
 * The snapshot's tables in the shape of `target`, one step after the other.
 * Throws when a step is missing; a newer snapshot has to be refused before.
 */
export function migrate(snapshot: Pick<Snapshot, 'version' | 'tables'>, target = currentVersion, available = steps): RawTables {
  let tables: RawTables = snapshot.tables
  for (let version = snapshot.version; version < target; version += 1) {
    const step = available[version]
    if (!step) throw new Error(`no step from version ${version}`)
    tables = step(tables)
  }
  return tables
}
