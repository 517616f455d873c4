import { describe, expect, test } from 'vitest'
import type { LibraryItem } from '../../../shared/api.ts'
import { blankValue } from '../../../shared/value.ts'
import { filterItems, type ValueFilter } from './filter.ts'

function anItem(title: string, said: Partial<LibraryItem> = {}): LibraryItem {
  return { ...blankValue, id: title, kind: 'article', title, archivedAt: null, createdAt: '2026-01-01T00:00:00.000Z', given: 0, people: 0, answered: 0, of: 0, lastGiven: null, used: false, ...said }
}

const items = [
  anItem('Dye lots', { tags: ['Färben'], bestBefore: '2026-11-22' }),
  anItem('The mill', { kind: 'story', summary: 'Dye from one lot', bestBefore: '2026-11-23' }),
  anItem('Old', { archivedAt: '2026-11-01T00:00:00.000Z', bestBefore: '2026-01-01' }),
]

function shown(filter: Partial<ValueFilter>): string[] {
  return filterItems(items, { text: '', kind: null, shown: 'used', ...filter }, '2026-11-23').map(({ title }) => title)
}

describe('The library shows', () => {
  test('what is in use, what of it is past its date, or what is archived', () => {
    expect(shown({})).toEqual(['Dye lots', 'The mill'])
    expect(shown({ shown: 'past' })).toEqual(['Dye lots'])
    expect(shown({ shown: 'archived' })).toEqual(['Old'])
  })

  test('one kind', () => {
    expect(shown({ kind: 'story' })).toEqual(['The mill'])
  })

  test('items that hold every word, wherever, without case and accents', () => {
    expect(shown({ text: 'DYE  lot' })).toEqual(['Dye lots', 'The mill'])
    expect(shown({ text: 'farben' })).toEqual(['Dye lots'])
    expect(shown({ text: 'dye nothing' })).toEqual([])
  })
})
