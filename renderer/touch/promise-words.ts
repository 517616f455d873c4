import { daysBetween, localDateAt, type LocalDate } from '../../shared/dates.ts'
import { shortDate, type Reader } from '../../shared/format.ts'
import { promiseStanding, type ListedPromise, type Promised, type Standing } from '../../shared/promise.ts'
import { ledgerWords } from '../../shared/strings/ledger-words.ts'
import { words } from '../../shared/strings/words.ts'

const say = ledgerWords

/** How a promise stands for the reader now. */
export function standingNow(promise: Promised, { now, zone }: Reader): Standing {
  return promiseStanding(promise, { today: localDateAt(now, zone), zone })
}

/** How a promise stands, in words: `2 days late`, `today`, `Fri 27 Nov`, `kept`. */
export function standingWords(promise: Promised, reader: Reader): string {
  const { kind, days } = standingNow(promise, reader)
  if (kind !== 'later' || promise.by === null) return say.standings[kind](days)
  return daysBetween(localDateAt(reader.now, reader.zone), promise.by) === 1 ? say.tomorrow : shortDate(promise.by, reader)
}

/** What else there is to say of it: how often it was put off, and when it is asked about. */
export function promiseNotes(promise: ListedPromise, reader: Reader): string[] {
  const { state, moves, asking, dismissedAt } = promise
  const isOpen = state === 'open'
  return [
    ...(moves > 0 ? [say.moved(moves)] : []),
    ...(isOpen && asking !== null ? [say.asking(askingWords(asking.due.date, reader))] : []),
    ...(isOpen && asking === null && dismissedAt !== null ? [say.unasked] : []),
  ]
}

function askingWords(date: LocalDate, reader: Reader): string {
  const today = localDateAt(reader.now, reader.zone)
  return date <= today ? words.due.today : shortDate(date, reader)
}
