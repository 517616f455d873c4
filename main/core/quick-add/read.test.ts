import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quickAddContext } from '../../../tests/support/quick-add.ts'
import { readLine } from './read.ts'

/** Words that only say which part of a line comes next; the field says it as well. */
const labels = new Set('at on from of with bei chez via source met spoke to new lead mail tel re about name'.split(' '))
/** What to do and when, how much, and "inbound" are kept as what they mean. */
const kept = new Set(['channel', 'due', 'value', 'inbound'])
const who = ['Jane', 'Doe', 'van der Berg', 'Acme', 'GmbH', 'Kim', 'CEO', 'Founder', '(Sales Director)', 'owner', 'Met', 'Met Life', 'Spoke to', 'new lead:', 'acme.com', 'john.smith']
const facts = ['jane@acme.com', 'mail:', '€12k', '10k-20k EUR', '+49 30 901820', 'tel.', '#saas', 'trade show', 'via', 'inbound', 're:', 'ref. by', 'https://a.example/b']
const when = ['call', 'send', 'back', 'on', 'by', 'am', 'um', 'bis', 'tomorrow', 'last week', 'Friday', 'Mo', '24.12.', '1.12.-5.12.', '20.12. - 3.1.', '5.2.', 'the 5th', 'the 2nd', '14:00', '2026-12-01', 'floor', 'SAP 4.6.']
const between = ['at', 'and', 'about', 'from', 'with', 'in the morning', 'pricing', 'Demo', 'anrufen']
const separators = [',', ', ', ';', '\n', ' - ', ' / ', '(', ')']

test('each word of a line is found again in a field or the notes', () => {
  const line = fc.array(fc.constantFrom(...who, ...facts, ...when, ...between, ...separators), { maxLength: 20 }).map((parts) => parts.join(' '))
  fc.assert(
    fc.property(line, (text) => {
      const { pieces, next, value: _, ...fields } = readLine(text, quickAddContext)
      const found = new Set(wordsOf([...Object.values(fields).flat(), next?.purpose].join('\n')))
      const typed = pieces.filter(({ part }) => !kept.has(part)).flatMap(({ start, end }) => wordsOf(text.slice(start, end)))
      expect(typed.filter((word) => !found.has(word) && !labels.has(word))).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
