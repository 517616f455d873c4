import type { LedgerPromise } from '../../shared/api.ts'
import type { Reader } from '../../shared/format.ts'
import { standingNow } from '../touch/promise-words.ts'

/** Which promises are shown. */
export interface LedgerFilter {
  whose: 'both' | 'mine' | 'theirs'
  state: 'open' | 'all'
}

export const openOnes: LedgerFilter = { whose: 'both', state: 'open' }

export type GroupName = 'late' | 'today' | 'later' | 'undated' | 'settled'
const groupNames: readonly GroupName[] = ['late', 'today', 'later', 'undated', 'settled']

export interface LedgerGroup {
  name: GroupName
  promises: LedgerPromise[]
}

/** The promises that a filter lets through, by how urgent they are; each group in the order in which they come. */
export function ledgerGroups(promises: readonly LedgerPromise[], { whose, state }: LedgerFilter, reader: Reader): LedgerGroup[] {
  const shown = promises.filter((promise) => (whose === 'both' || promise.side === whose) && (state === 'all' || promise.state === 'open'))
  const groups = Map.groupBy(shown, (promise) => groupOf(promise, reader))
  return groupNames.flatMap((name) => {
    const found = groups.get(name)
    return found ? [{ name, promises: found }] : []
  })
}

function groupOf(promise: LedgerPromise, reader: Reader): GroupName {
  const { kind } = standingNow(promise, reader)
  return kind === 'late' || kind === 'today' || kind === 'later' || kind === 'undated' ? kind : 'settled'
}

/** The first groups, with so many promises in them at most. */
export function firstOf(groups: readonly LedgerGroup[], most: number): LedgerGroup[] {
  let left = most
  return groups.flatMap(({ name, promises }) => {
    const shown = promises.slice(0, left)
    left -= shown.length
    return shown.length > 0 ? [{ name, promises: shown }] : []
  })
}
