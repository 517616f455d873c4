import type { DayOff } from '../../shared/day-off.ts'
import { Refusal } from '../../shared/errors.ts'
import { fold } from '../../shared/fold.ts'
import { byId, compare } from '../../shared/id.ts'
import { words } from '../../shared/strings/words.ts'
import type { Reader } from './database/store.ts'
import type { Commands, Queries } from './handlers.ts'
import { readCalendarDaysOff } from './import/days-off.ts'

/** So many years from this one on, days off are taken out of a calendar file. */
const yearsAhead = 3

export const dayOffQueries: Queries<'getDaysOff' | 'readDaysOff'> = {
  getDaysOff(reader) {
    return [...reader.all('daysOff')].toSorted((a, b) => compare(a.from, b.from) || compare(a.to, b.to) || byId(a, b))
  },

  readDaysOff(reader, { text }, { today }) {
    const year = Number(today.slice(0, 4))
    const { days, ...leftOut } = readCalendarDaysOff(text, { from: `${year}-01-01`, to: `${year + yearsAhead}-12-31` })
    const known = knownKeys(reader)
    const seen = new Set<string>()
    return { days: days.filter((day) => isNew(day, seen)).map((day) => ({ ...day, isKnown: keysOf(day).some((key) => known.has(key)) })), ...leftOut }
  },
}

export const dayOffCommands: Commands<'saveDayOff' | 'deleteDaysOff' | 'importDaysOff'> = {
  saveDayOff(transaction, { id, facts }, context) {
    const name = facts.name || words.daysOff.unnamed
    if (id === null) return transaction.put('daysOff', { id: context.newId(), ...facts, name, uid: null })
    dayOffOf(transaction, id)
    return transaction.change('daysOff', id, { ...facts, name })
  },

  deleteDaysOff(transaction, { ids }) {
    for (const id of new Set(ids)) {
      dayOffOf(transaction, id)
      transaction.remove('daysOff', id)
    }
    return null
  },

  importDaysOff(transaction, { days }, context) {
    const known = knownKeys(transaction)
    const added = days.filter((day) => isNew(day, known))
    for (const day of added) transaction.put('daysOff', { id: context.newId(), ...day, name: day.name || words.daysOff.unnamed })
    return { added: added.length }
  },
}

/** By what days off are told from others: the event they came from, and name and dates, since another file has ids of its own. */
function keysOf({ from, to, name, uid }: Omit<DayOff, 'id'>): string[] {
  return [`${from}/${to} ${fold(name)}`, ...(uid === null ? [] : [`uid ${uid}`])]
}

function knownKeys(reader: Reader): Set<string> {
  return new Set([...reader.all('daysOff')].flatMap(keysOf))
}

/** True for days off that are not among the known ones; they are from then on. */
function isNew(day: Omit<DayOff, 'id'>, known: Set<string>): boolean {
  const keys = keysOf(day)
  const isKnown = keys.some((key) => known.has(key))
  for (const key of keys) known.add(key)
  return !isKnown
}

function dayOffOf(reader: Reader, id: string): DayOff {
  const day = reader.get('daysOff', id)
  if (!day) throw new Refusal('not-found', words.errors.dayOffGone)
  return day
}
