import type { Person } from '../../shared/api.ts'
import { contactName } from '../../shared/contact.ts'

/** A person with the text that the filter looks into. */
export interface Searchable {
  person: Person
  text: string
}

/** The people by name, as a reader of `locale` looks for them, ready to be filtered. */
export function searchable(people: Person[], locale?: string): Searchable[] {
  const order = new Intl.Collator(locale, { sensitivity: 'base', numeric: true })
  return people
    .map((person) => ({ person, name: contactName(person), text: folded(textOf(person)) }))
    .toSorted((a, b) => order.compare(a.name, b.name))
}

/** The people in whose text each word of `filter` occurs, without regard to case and accents. */
export function filterPeople(people: Searchable[], filter: string): Person[] {
  const wanted = folded(filter).split(/\s+/).filter(Boolean)
  return people.filter(({ text }) => wanted.every((word) => text.includes(word))).map(({ person }) => person)
}

function textOf(person: Person): string {
  return [
    person.name,
    person.company,
    person.role,
    ...person.emails.map((email) => email.address),
    ...person.phones.flatMap((phone) => [phone.number, phone.number.replace(/\D/g, '')]),
    ...person.tags,
    ...person.leads.map((lead) => lead.title),
  ].join('\n')
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
