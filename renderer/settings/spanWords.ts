import type { DayOff } from '../../shared/day-off.ts'
import { shortDate, type Reader } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'

const say = words.daysOff

/** The dates of days off: `Fri 25 Dec`, `Fri 25 Dec – Sun 3 Jan`. */
export function spanWords({ from, to }: Pick<DayOff, 'from' | 'to'>, reader: Reader): string {
  return from === to ? shortDate(from, reader) : say.span(shortDate(from, reader), shortDate(to, reader))
}
