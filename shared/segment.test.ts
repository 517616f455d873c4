import { describe, expect, test } from 'vitest'
import type { BoardCard } from './api.ts'
import { blankLead } from './lead.ts'
import { noFilter, passes, type Filter } from './segment.ts'

const now = Date.parse('2026-11-25T09:00:00Z')
const at = '2026-11-22T09:00:00.000Z'

function aCard(name: string, rest: Partial<BoardCard> = {}): BoardCard {
  const place = { id: name, contactId: name, stageId: 'new', rank: 'a', stageSince: at, createdAt: at }
  return { ...blankLead, ...place, name, company: '', tags: [], noes: 0, permission: 'not-asked', doNotContact: false, next: null, ...rest }
}

function dueOn(date: string): Pick<BoardCard, 'next'> {
  return { next: { touchId: date, channel: 'call', purpose: '', due: { date, time: null, zone: null } } }
}

const cards = [
  aCard('Chloé Martin', { company: 'Atelier', tags: ['design'], source: 'referral', value: { amount: 31_000, currency: 'EUR' }, ...dueOn('2026-11-24') }),
  aCard('Łukasz Weiß', { title: 'Kiln for the Atelier', tags: ['design', 'warm'], source: 'LinkedIn', value: { amount: 500, currency: 'USD' }, ...dueOn('2026-11-25') }),
  aCard('Dan', { tags: ['warm'], ...dueOn('2026-11-26') }),
  aCard('Emily'),
]

function left(filter: Partial<Filter>): string[] {
  return cards.filter(passes({ ...noFilter, ...filter }, now, 'Europe/Berlin')).map(({ name }) => name)
}

describe('a filter leaves in', () => {
  test.each<[string, Partial<Filter>, string[]]>([
    ['everybody where it asks for nothing', {}, ['Chloé Martin', 'Łukasz Weiß', 'Dan', 'Emily']],
    ['whoever has all its words somewhere, in any order', { text: 'atelier kiln' }, ['Łukasz Weiß']],
    ['a word without its accents and in any case', { text: 'CHLOE' }, ['Chloé Martin']],
    ['letters that no accent explains', { text: 'lukasz weiss' }, ['Łukasz Weiß']],
    ['part of a word, as it is typed', { text: 'atel' }, ['Chloé Martin', 'Łukasz Weiß']],
    ['what has a space before and behind', { text: '  dan ' }, ['Dan']],
    ['any of the tags', { tags: ['warm', 'cold'] }, ['Łukasz Weiß', 'Dan']],
    ['any of the sources', { sources: ['referral', 'LinkedIn'] }, ['Chloé Martin', 'Łukasz Weiß']],
    ['a value between two amounts, both included', { valueFrom: 500, valueTo: 31_000 }, ['Chloé Martin', 'Łukasz Weiß']],
    ['a lead without a value as one of nothing', { valueTo: 0 }, ['Dan', 'Emily']],
    ['what is overdue', { next: 'overdue' }, ['Chloé Martin']],
    ['what is due today', { next: 'today' }, ['Łukasz Weiß']],
    ['what is due later', { next: 'later' }, ['Dan']],
    ['what has no next touch', { next: 'none' }, ['Emily']],
    ['what is mine to do', { turn: 'mine' }, ['Chloé Martin', 'Łukasz Weiß', 'Emily']],
    ['what waits for them', { turn: 'theirs' }, ['Dan']],
    ['only what everything it asks for fits', { tags: ['design'], turn: 'mine', text: 'atelier', valueFrom: 1000 }, ['Chloé Martin']],
  ])('%s', (_what, filter, names) => {
    expect(left(filter)).toEqual(names)
  })
})
