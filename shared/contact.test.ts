import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contactName, firstName, lineSchema } from './contact.ts'

const email = (address: string) => ({ label: '', address })
const who = (name: string, company = '', ...addresses: string[]) => ({ name, company, emails: addresses.map(email) })

describe('A line that somebody typed', () => {
  test('loses line breaks and double spaces', () => {
    expect(lineSchema(50).parse('  Ines \n\t Duarte ')).toBe('Ines Duarte')
  })
  test('may not be longer than its limit', () => {
    expect(lineSchema(3).safeParse('Ines').success).toBe(false)
  })
  test('is the same when it is read again', () => {
    const line = lineSchema(1000)
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(line.parse(line.parse(text))).toBe(line.parse(text))
      }),
    )
  })
})

describe('What to call a contact', () => {
  test('is the name, else the company, else the e-mail address, and never nothing', () => {
    expect(contactName(who('Ines Duarte', 'Porto Ceramics', 'ines@porto.example'))).toBe('Ines Duarte')
    expect(contactName(who('', 'Porto Ceramics', 'ines@porto.example'))).toBe('Porto Ceramics')
    expect(contactName(who('', '', 'ines@porto.example'))).toBe('ines@porto.example')
    expect(contactName(who(''))).not.toBe('')
  })
})

describe('The first name for a greeting', () => {
  test.each([
    ['Ines Duarte', 'Ines'],
    ['Dr. Jan de Vries', 'Jan'],
    ['Prof. Dr. Lena Graf', 'Lena'],
    ['MRS Emily Carter', 'Emily'],
    ['Mei-Ling Chen', 'Mei-Ling'],
    ['Madonna', 'Madonna'],
    ['🎉 شركة نور', 'شركة'],
  ])('of %s is %s', (name, first) => expect(firstName({ name })).toBe(first))

  test.each(['', 'Dr.', 'Mr', '🎉 🦄'])('of "%s" is not known', (name) => expect(firstName({ name })).toBeNull())
})
