import type { Person } from '../../shared/api.ts'
import { contactName } from '../../shared/contact.ts'
import { dueOrder, type Zone } from '../../shared/dates.ts'
import { byId, compare } from '../../shared/id.ts'
import type { PeopleColumn, Settings } from '../../shared/settings.ts'
import { words } from '../../shared/strings/words.ts'

/** Every column that the table of people can show, in their order. */
export const allColumns = Object.keys(words.people.columns) as PeopleColumn[]

/** How the table of people is shown. */
export type PeopleView = Settings['people']

/** How wide a column is: at least so many pixels, and its share of what is left. */
const widths: Record<PeopleColumn, readonly [least: number, share: number]> = {
  name: [104, 1.3],
  company: [84, 1.2],
  role: [84, 1.1],
  email: [112, 1.5],
  phone: [116, 0.9],
  tags: [76, 1],
  industry: [84, 0.9],
  permission: [76, 0.6],
  leads: [84, 1.1],
  lastTouch: [92, 0.7],
  nextTouch: [124, 1],
}

/** The tracks of a row with these columns behind its box to tick, and the least width of the table. */
export function tracks(columns: readonly PeopleColumn[]): { gridTemplateColumns: string; minWidth: number } {
  const [box, gap, edges] = [20, 10, 24]
  return {
    gridTemplateColumns: [`${box}px`, ...columns.map((column) => `minmax(${widths[column][0]}px, ${widths[column][1]}fr)`)].join(' '),
    minWidth: columns.reduce((sum, column) => sum + widths[column][0] + gap, box + edges),
  }
}

/** The columns to show: the name always, the others as chosen, in their order. */
export function shownColumns({ columns }: PeopleView): PeopleColumn[] {
  return allColumns.filter((column) => column === 'name' || columns.includes(column))
}

/**
 * The people in the order of a column, as a reader of `locale` looks for them; those of whom the column says nothing come
 * last, whichever way it is sorted.
 */
export function sortPeople(people: readonly Person[], { sort, descending }: PeopleView, locale: string, zone: Zone): Person[] {
  const collator = new Intl.Collator(locale, { sensitivity: 'base', numeric: true })
  const byKey = (a: string | number, b: string | number) => {
    if (typeof a === 'number' && typeof b === 'number') return a - b
    return isText(sort) ? collator.compare(String(a), String(b)) : compare(String(a), String(b))
  }
  const turn = descending ? -1 : 1
  return people
    .map((person) => ({ person, name: contactName(person), key: sortKey(person, sort, zone) }))
    .toSorted((a, b) => {
      const blank = Number(a.key === '') - Number(b.key === '')
      return blank || turn * byKey(a.key, b.key) || collator.compare(a.name, b.name) || byId(a.person, b.person)
    })
    .map(({ person }) => person)
}

function isText(column: PeopleColumn): boolean {
  return column !== 'lastTouch' && column !== 'nextTouch'
}

/** What a column sorts by; empty where there is nothing. */
function sortKey(person: Person, column: PeopleColumn, zone: Zone): string | number {
  switch (column) {
    case 'name':
      return contactName(person)
    case 'company':
    case 'role':
    case 'industry':
      return person[column]
    case 'email':
      return person.emails[0]?.address ?? ''
    case 'phone':
      return person.phones[0]?.number ?? ''
    case 'tags':
      return person.tags.join(', ')
    case 'permission':
      return words.people.permissions[person.permission]
    case 'leads':
      return person.leads.length === 0 ? '' : person.leads.length
    case 'lastTouch':
      return person.lastTouch ?? ''
    case 'nextTouch':
      return person.nextTouch === null ? '' : dueOrder(person.nextTouch.due, zone)
  }
}
