import { describe, expect, it } from 'vitest'
import type { Person } from '../../shared/api.ts'
import { filterPeople, searchable } from './filter.ts'

function aPerson(name: string, changes: Partial<Person> = {}): Person {
  return {
    id: name,
    name,
    company: '',
    role: '',
    emails: [],
    phones: [],
    tags: [],
    industry: '',
    permission: 'not-asked',
    leads: [],
    lastTouch: null,
    nextTouch: null,
    ...changes,
  }
}

const people = searchable([
  aPerson('Zoë Brandt', { company: 'Weberei Nord', tags: ['textile'] }),
  aPerson('Ångström', { emails: [{ label: '', address: 'post@angstrom.example' }] }),
  aPerson('Priya Nair', { phones: [{ label: '', number: '+91 22 5550-1234' }] }),
])

function found(filter: string): string[] {
  return filterPeople(people, filter).map((person) => person.name)
}

describe('filtering people', () => {
  it('shows everybody, in their order, while nothing is typed', () => {
    expect(found(' ')).toEqual(['Zoë Brandt', 'Ångström', 'Priya Nair'])
  })

  it('finds by company, tag, e-mail and telephone, whatever stands between the digits', () => {
    expect(found('weberei')).toEqual(['Zoë Brandt'])
    expect(found('TEXTILE')).toEqual(['Zoë Brandt'])
    expect(found('@angstrom')).toEqual(['Ångström'])
    expect(found('225550')).toEqual(['Priya Nair'])
  })

  it('does not mind case or accents', () => {
    expect(found('zoe')).toEqual(['Zoë Brandt'])
    expect(found('angström')).toEqual(['Ångström'])
  })

  it('wants every word, in any order', () => {
    expect(found('nord zoe')).toEqual(['Zoë Brandt'])
    expect(found('nord priya')).toEqual([])
  })
})
