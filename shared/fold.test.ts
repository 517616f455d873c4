import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beginsNearly } from './fold.ts'

describe('A word that was mistyped', () => {
  test.each([
    ['settings', 'settigns'],
    ['settings', 'setings'],
    ['settings', 'settt'],
    ['settings', 'sertin'],
    ['board', 'borad'],
    ['board', 'boards'],
    ['dark', 'adrk'],
  ])('%s is begun by %s', (word, typed) => {
    expect(beginsNearly(word, typed)).toBe(true)
  })

  test.each([
    ['board', 'bd'],
    ['new', 'led'],
    ['settings', 'stetigns'],
    ['today', 'week'],
    ['k2025', 'k2026'],
  ])('%s is not begun by %s', (word, typed) => {
    expect(beginsNearly(word, typed)).toBe(false)
  })

  test('is still known after any one slip in any of its beginnings', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 5, maxLength: 10 })
    const slip = fc.constantFrom('more', 'less', 'other', 'swapped')
    fc.assert(
      fc.property(word, slip, fc.nat(), fc.nat(), (whole, kind, length, place) => {
        const beginning = whole.slice(0, 5 + (length % (whole.length - 4))).split('')
        const at = place % (beginning.length - 1)
        if (kind === 'swapped') beginning.splice(at, 2, beginning[at + 1] as string, beginning[at] as string)
        else beginning.splice(at, kind === 'more' ? 0 : 1, ...(kind === 'less' ? [] : ['x']))
        expect(beginsNearly(whole, beginning.join(''))).toBe(true)
      }),
    )
  })
})
