import type { Person } from '../../shared/api.ts'
import { fold } from '../../shared/fold.ts'

/** A person with the text that the filter looks into. */
export interface Searchable {
  person: Person
  text: string
}

/** The people ready to be filtered, in the order in which they come. */
export function searchable(people: Person[]): Searchable[] {
  return people.map((person) => ({ person, text: fold(textOf(person)) }))
}

/** The people in whose text each word of `filter` occurs, without regard to case and accents. */
export function filterPeople(people: Searchable[], filter: string): Person[] {
  const wanted = fold(filter).split(/\s+/).filter(Boolean)
  return people.filter(({ text }) => wanted.every((word) => text.includes(word))).map(({ person }) => person)
}

function textOf(person: Person): string {
  return [
    person.name,
    person.company,
    person.role,
    person.industry,
    ...person.emails.map((email) => email.address),
    ...person.phones.flatMap((phone) => [phone.number, phone.number.replace(/\D/g, '')]),
    ...person.tags,
    ...person.leads.map((lead) => lead.title),
  ].join('\n')
}
