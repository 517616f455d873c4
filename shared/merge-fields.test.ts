import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultsIn, filled, mergeFieldNames, type MergeFields } from './merge-fields.ts'

const nothing = Object.fromEntries(mergeFieldNames.map((name) => [name, ''])) as MergeFields
const jane: MergeFields = { ...nothing, firstName: 'Jane', name: 'Jane Doe', company: 'Acme', need: 'Fewer late deliveries', myName: 'Elena' }

const text = (template: string, fields = jane) => filled(template, fields).text
const faults = (template: string) => faultsIn(template).map(({ kind, line, column }) => `${kind} ${line}:${column}`)

describe('a template', () => {
  it('is filled in with what is known, else with the words that stand in for it', () => {
    expect(filled('Hello {{firstName | there}}, {{ company }}! {{role|your work}} {{role}} {{COMPANY}} — {{myName}}', jane)).toEqual({
      text: 'Hello Jane, Acme! your work {{role}} Acme — Elena',
      unfilled: ['{{role}}'],
    })
    expect(text('Hello {{firstName | there}}', nothing)).toBe('Hello there')
    expect(text('Hello{{role | }}, you', nothing)).toBe('Hello, you')
  })

  it('tells each field that stays unfilled once', () => {
    expect(filled('{{role}} {{role}} {{industry}} {{shoeSize}}', jane).unfilled).toEqual(['{{role}}', '{{industry}}', '{{shoeSize}}'])
  })

  it('has one of two parts, by what is known', () => {
    const template = '{{#if need}}You said: {{need}}.{{else}}What brings you here?{{/if}}'
    expect(text(template)).toBe('You said: Fewer late deliveries.')
    expect(text(template, nothing)).toBe('What brings you here?')
    expect(text('a{{#if role}}b{{/if}}c')).toBe('ac')
  })

  it('tells no field of the part that is left out', () => {
    expect(filled('{{#if role}}{{industry}}{{/if}}', jane).unfilled).toEqual([])
  })

  it('loses the line of a tag that stands alone on it, and no other', () => {
    expect(text('Hello,\n{{#if need}}\nYou said: {{need}}\n{{else}}\nWhat is it?\n{{/if}}\nBye')).toBe('Hello,\nYou said: Fewer late deliveries\nBye')
    expect(text('One {{#if need}}\ntwo{{/if}}\nthree')).toBe('One \ntwo\nthree')
    expect(text('{{#if role}}{{/if}}\nthree')).toBe('\nthree')
  })

  it('tells what is wrong in it and where, and leaves that as it is', () => {
    expect(faults('Hello {{shoeSize | 42}}')).toEqual(['unknown-field 1:7'])
    expect(text('{{constructor | none}} {{toString | none}}')).toBe('none none')
    expect(faults('Hello\n {{first name}}')).toEqual(['not-a-field 2:2'])
    expect(faults('{{firstName and }}')).toEqual(['not-a-field 1:1'])
    expect(faults('Hello {{firstName')).toEqual(['not-closed 1:7'])
    expect(faults('Hello firstName}}')).toEqual(['not-opened 1:16'])
    expect(faults('{{else}}{{/if}}')).toEqual(['else-alone 1:1', 'end-alone 1:9'])
    expect(faults('{{#if need}}a{{else}}b{{else}}c{{/if}}')).toEqual(['else-twice 1:23'])
    expect(faults('{{#if shoeSize}}a{{/if}}')).toEqual(['unknown-field 1:1'])
  })

  it('refuses a part within a part, and a part without an end, in which the fields are filled in all the same', () => {
    const nested = '{{#if need}}a{{#if role}}b{{/if}}'
    expect(faults(nested)).toEqual(['part-in-part 1:14'])
    expect(text(nested)).toBe('a{{#if role}}b')
    expect(faults('{{#if need}}a{{else}}{{name}}')).toEqual(['part-not-ended 1:1'])
    expect(text('{{#if need}}a{{else}}{{name}}')).toBe('{{#if need}}a{{else}}Jane Doe')
  })
})

const fieldsOf = (value: fc.Arbitrary<string>) => fc.record(Object.fromEntries(mergeFieldNames.map((name) => [name, value])) as Record<keyof MergeFields, fc.Arbitrary<string>>)
const hostile = fc.array(fc.oneof(fc.constantFrom('{{', '}}', '{', '}', '#if ', '{{#if need}}', '{{else}}', '{{/if}}', '|', '\n', '\r\n', ...mergeFieldNames), fc.string()), { maxLength: 30 }).map((parts) => parts.join(''))
const plain = fc.string().map((written) => written.replace(/[{}]/g, ''))

describe('any text', () => {
  it('is filled in without an error, and its faults are within it', () => {
    fc.assert(
      fc.property(hostile, fieldsOf(fc.string()), (template, fields) => {
        expect(filled(template, fields).text).toBeTypeOf('string')
        for (const { at, what } of faultsIn(template)) expect(template.slice(at)).toContain(what)
      }),
    )
  })

  it('without a fault and a lone brace says the same when it is filled in again', () => {
    const piece = fc.oneof(
      plain,
      fc.constantFrom(...mergeFieldNames).map((name) => `{{${name}}}`),
      fc.tuple(fc.constantFrom(...mergeFieldNames), plain).map(([name, words]) => `{{${name} | ${words}}}`),
      fc.tuple(fc.constantFrom(...mergeFieldNames), plain, plain).map(([name, then, otherwise]) => `{{#if ${name}}}${then}{{else}}${otherwise}{{/if}}`),
    )
    fc.assert(
      fc.property(fc.array(piece), fieldsOf(plain), (parts, fields) => {
        const once = text(parts.join(''), fields)
        expect(text(once, fields)).toBe(once)
      }),
    )
  })

  it('says nothing but its own words and what is known of this one lead, taken as it is written', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (value) => {
        expect(text('{{firstName}}', { ...jane, firstName: value })).toBe(value)
      }),
    )
    fc.assert(
      fc.property(hostile, fieldsOf(plain), (template, fields) => {
        // Of two leads of whom the same is known, the text is the same: nothing else goes in.
        expect(filled(template, { ...fields })).toEqual(filled(template, fields))
        const marked = Object.fromEntries(mergeFieldNames.map((name) => [name, '\u0001'])) as MergeFields
        const own = new Set(template)
        for (const letter of filled(template, marked).text) expect(letter === '\u0001' || own.has(letter)).toBe(true)
      }),
    )
  })

  it('of fifty thousand braces takes no time', () => {
    const long = '{{#if need}}'.repeat(4000)
    const begun = performance.now()
    filled(long, jane)
    filled('{'.repeat(50_000), jane)
    expect(performance.now() - begun).toBeLessThan(500)
  })
})
