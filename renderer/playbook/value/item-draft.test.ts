import { describe, expect, test } from 'vitest'
import { blankValue, type ValueFacts } from '../../../shared/value.ts'
import { draftOf, factsOf, listed } from './item-draft.ts'

describe('An item while it is written', () => {
  test('comes out as it went in', () => {
    const facts: ValueFacts = { ...blankValue, kind: 'story', title: 'The mill', tags: ['dye', 'waste'], industries: ['Textiles'], objections: ['Too expensive, they say', 'Too far'], bestBefore: '2027-01-01' }
    expect(factsOf(draftOf(facts))).toEqual(facts)
  })

  test('lists each word once, without what is empty', () => {
    expect(listed(' Dye,, dye ,small   batches,', ',')).toEqual(['Dye', 'small batches'])
    expect(listed('', '\n')).toEqual([])
  })
})
