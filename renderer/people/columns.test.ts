import { describe, expect, it } from 'vitest'
import type { Person } from '../../shared/api.ts'
import { shownColumns, sortPeople, type PeopleView } from './columns.ts'

function aPerson(name: string, changes: Partial<Person> = {}): Person {
  return { id: name, name, company: '', role: '', emails: [], phones: [], tags: [], industry: '', permission: 'not-asked', leads: [], lastTouch: null, nextTouch: null, ...changes }
}

const due = (date: string, time: string | null = null) => ({ channel: 'call' as const, due: { date, time, zone: time === null ? null : 'America/New_York' } })
const people = [
  aPerson('Zoë', { company: 'Åland', lastTouch: '2026-11-20T08:00:00.000Z', nextTouch: due('2026-11-24', '22:00') }),
  aPerson('ann', { company: '', lastTouch: null, nextTouch: due('2026-11-25'), leads: [{ id: 'a', title: '', stageId: 'new' }] }),
  aPerson('Bob 10', { company: 'Zeta', lastTouch: '2026-11-22T08:00:00.000Z', leads: [{ id: 'b', title: '', stageId: 'new' }, { id: 'c', title: '', stageId: 'new' }] }),
  aPerson('Bob 9', { company: 'beta' }),
]

function order(sort: PeopleView['sort'], descending = false): string[] {
  return sortPeople(people, { columns: [], sort, descending }, 'en', 'Europe/Berlin').map(({ name }) => name)
}

describe('sorting people', () => {
  it('goes by name as a reader does, without case, accents and the length of numbers', () => {
    expect(order('name')).toEqual(['ann', 'Bob 9', 'Bob 10', 'Zoë'])
    expect(order('name', true)).toEqual(['Zoë', 'Bob 10', 'Bob 9', 'ann'])
  })

  it('puts those of whom a column says nothing last, both ways', () => {
    expect(order('company')).toEqual(['Zoë', 'Bob 9', 'Bob 10', 'ann'])
    expect(order('company', true)).toEqual(['Bob 10', 'Bob 9', 'Zoë', 'ann'])
  })

  it('knows touches by time, whatever zone they are in, and leads by number', () => {
    expect(order('lastTouch', true)).toEqual(['Bob 10', 'Zoë', 'ann', 'Bob 9'])
    // Ten in the evening in New York is the next morning in Berlin, after that whole day began.
    expect(order('nextTouch')).toEqual(['ann', 'Zoë', 'Bob 9', 'Bob 10'])
    expect(order('leads', true)).toEqual(['Bob 10', 'ann', 'Bob 9', 'Zoë'])
  })
})

describe('the columns', () => {
  it('are shown in their order, the name always', () => {
    expect(shownColumns({ columns: ['leads', 'role'], sort: 'name', descending: false })).toEqual(['name', 'role', 'leads'])
  })
})
