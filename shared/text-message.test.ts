import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textSegments } from './text-message.ts'

const lengths = (text: string) => {
  const { encoding, messages, left } = textSegments(text)
  return `${encoding} ${messages} ${left}`
}

describe('a text message', () => {
  it.each([
    ['', 'gsm-7 1 160'],
    ['a'.repeat(160), 'gsm-7 1 0'],
    ['a'.repeat(161), 'gsm-7 2 145'],
    ['a'.repeat(306), 'gsm-7 2 0'],
    ['a'.repeat(307), 'gsm-7 3 152'],
    ['Schöne Grüße à bientôt'.replace('ô', 'o'), 'gsm-7 1 138'],
    ['€'.repeat(80), 'gsm-7 1 0'],
    ['€'.repeat(81), 'gsm-7 2 143'],
    ['’'.repeat(70), 'ucs-2 1 0'],
    ['’'.repeat(71), 'ucs-2 2 63'],
    ['😀'.repeat(35), 'ucs-2 1 0'],
  ])('of %j takes %s', (text, expected) => {
    expect(lengths(text)).toBe(expected)
  })

  it('never cuts a character in two: what needs two places goes to the next message whole', () => {
    expect(lengths(`${'a'.repeat(152)}€${'a'.repeat(10)}`)).toBe('gsm-7 2 141')
    expect(lengths(`${'’'.repeat(66)}😀${'’'.repeat(4)}`)).toBe('ucs-2 2 61')
  })

  it('names the character that makes it short', () => {
    expect(textSegments('Bis bald – Anna').special).toBe('–')
    expect(textSegments('Bis bald - Anna').special).toBeNull()
  })

  it('takes no fewer messages the more is written, and always says what is left', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ unit: 'grapheme', maxLength: 50 }), (text, more) => {
        const before = textSegments(text)
        const after = textSegments(text + more)
        expect(after.messages).toBeGreaterThanOrEqual(before.messages)
        expect(after.left).toBeGreaterThanOrEqual(0)
        expect(after.left).toBeLessThanOrEqual(160)
      }),
    )
  })
})
