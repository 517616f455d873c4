import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeSlot, pastedLines, slotContent, slotOf, type Slot, type SlotChange } from './lines.ts'

function aSlot(...whats: string[]): Slot {
  return slotOf(whats.map((what) => ({ what, by: null })))
}

function says(slot: Slot): string[] {
  return slot.lines.map((line) => line.what)
}

describe('a slot of the composer', () => {
  it('always ends with an empty line to type the next one into', () => {
    expect(says(aSlot('a'))).toEqual(['a', ''])
    expect(says(changeSlot(aSlot(), { kind: 'edit', key: 0, what: 'first' }))).toEqual(['first', ''])
  })

  it('makes a line below on Enter, and uses the empty one that is there', () => {
    const slot = changeSlot(aSlot('a', 'b'), { kind: 'below', key: 0 })
    expect(says(slot)).toEqual(['a', '', 'b', ''])
    expect(slot.focus).toEqual({ key: 3, caret: 0 })
    expect(changeSlot(aSlot('a'), { kind: 'below', key: 0 }).focus).toEqual({ key: 1, caret: 0 })
  })

  it('takes an empty line away and puts the caret at the end of the one above', () => {
    const slot = changeSlot(aSlot('above', '', 'b'), { kind: 'remove', key: 1 })
    expect(says(slot)).toEqual(['above', 'b', ''])
    expect(slot.focus).toEqual({ key: 0, caret: 5 })
  })

  it('moves a line up and down, but never past the empty one at the end', () => {
    expect(says(changeSlot(aSlot('a', 'b'), { kind: 'move', key: 0, rows: 1, caret: 0 }))).toEqual(['b', 'a', ''])
    expect(says(changeSlot(aSlot('a', 'b'), { kind: 'move', key: 1, rows: 1, caret: 0 }))).toEqual(['a', 'b', ''])
    expect(says(changeSlot(aSlot('a', 'b'), { kind: 'move', key: 0, rows: -1, caret: 0 }))).toEqual(['a', 'b', ''])
  })

  it('takes the day that was read in a line, unless somebody wrote on or chose one meanwhile', () => {
    const slot = aSlot('send it by Fri', 'b')
    const read = { kind: 'read', key: 0, from: 'send it by Fri', what: 'send it', by: '2026-11-27' } as const
    expect(slotContent(changeSlot(slot, read))[0]).toEqual({ what: 'send it', by: '2026-11-27' })
    for (const other of [changeSlot(slot, { kind: 'edit', key: 0, what: 'send it by Friday' }), changeSlot(slot, { kind: 'date', key: 0, by: '2026-12-01' })]) {
      expect(changeSlot(other, read)).toBe(other)
    }
  })

  it('spreads several pasted lines over as many rows, around what was there', () => {
    const slot = changeSlot(aSlot('ab', 'z'), { kind: 'paste', key: 0, before: 'a', pasted: ['1', '2', '3'], after: 'b' })
    expect(says(slot)).toEqual(['a1', '2', '3b', 'z', ''])
    expect(slot.focus?.caret).toBe(1)
  })

  it('holds at most five hundred lines', () => {
    const pasted = Array.from({ length: 700 }, (_, index) => String(index))
    const full = changeSlot(aSlot(), { kind: 'paste', key: 0, before: '', pasted, after: '' })
    expect(slotContent(full)).toHaveLength(500)
    expect(slotContent(changeSlot(full, { kind: 'paste', key: 1, before: '', pasted, after: '' })).length).toBeLessThanOrEqual(501)
  })

  it('keeps a date with its line, and says only the lines with words', () => {
    const dated = changeSlot(aSlot('send', 'ask'), { kind: 'date', key: 0, by: '2026-11-25' })
    const turned = changeSlot(dated, { kind: 'move', key: 0, rows: 1, caret: 0 })
    expect(slotContent(changeSlot(turned, { kind: 'below', key: 1 }))).toEqual([
      { what: 'ask', by: null },
      { what: 'send', by: '2026-11-25' },
    ])
  })

  it('keeps every key once and its last line empty, whatever is done to it', () => {
    const key = fc.nat(12)
    const change: fc.Arbitrary<SlotChange> = fc.oneof(
      fc.record({ kind: fc.constant('edit' as const), key, what: fc.string() }),
      fc.record({ kind: fc.constant('below' as const), key }),
      fc.record({ kind: fc.constant('remove' as const), key }),
      fc.record({ kind: fc.constant('date' as const), key, by: fc.constantFrom('2026-11-25', null) }),
      fc.record({ kind: fc.constant('move' as const), key, rows: fc.constantFrom(1 as const, -1 as const), caret: fc.constant(0) }),
      fc.record({ kind: fc.constant('paste' as const), key, before: fc.string(), pasted: fc.array(fc.string({ minLength: 1 })), after: fc.string() }),
    )
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const slot = changes.reduce(changeSlot, aSlot('a', 'b'))
        expect(new Set(slot.lines.map((line) => line.key)).size).toBe(slot.lines.length)
        expect(slot.lines.at(-1)?.what).toBe('')
        expect(slot.focus === null || slot.lines.some((line) => line.key === slot.focus?.key)).toBe(true)
      }),
    )
  })
})

describe('pasting', () => {
  it('drops the bullets and numbers of a list', () => {
    expect(pastedLines('- one\r\n\n• two\n 3) three\n4.5 metres')).toEqual(['one', 'two', 'three', '4.5 metres'])
  })

  it('leaves a single line alone', () => {
    expect(pastedLines('- one ')).toEqual(['- one '])
  })
})
