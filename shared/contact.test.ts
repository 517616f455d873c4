import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contactName, firstName, identityKeys, lineSchema } from './contact.ts'

const email = (address: string) => ({ label: '', address })
const who = (name: string, company = '', ...addresses: string[]) => ({ name, company, emails: addresses.map(email) })

const same = (a: ReturnType<typeof who>, b: ReturnType<typeof who>) => identityKeys(a).some((key) => identityKeys(b).includes(key))

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

describe('Two contacts are the same person', () => {
  test('when they share an e-mail address, whatever its case and their names', () => {
    expect(same(who('Ines', 'Porto', 'INES@porto.example'), who('I. Duarte', '', 'other@mail.example', 'ines@porto.example'))).toBe(true)
  })

  test('when neither has an address, but name and company are the same', () => {
    expect(same(who('Ines Duarte', 'Porto'), who('ines duarte', 'PORTO'))).toBe(true)
    expect(same(who('Ines Duarte', 'Porto'), who('Ines Duarte', 'Lisboa'))).toBe(false)
  })

  test('when both are nothing but the same company', () => {
    expect(same(who('', 'Porto'), who('', 'porto'))).toBe(true)
    expect(same(who('', 'Porto'), who('Ines Duarte', 'Porto'))).toBe(false)
  })

  test('not when nothing says who they are', () => {
    expect(identityKeys(who(''))).toEqual([])
  })

  test('not by the name alone when one of them has an address', () => {
    expect(same(who('Ines Duarte', 'Porto', 'ines@porto.example'), who('Ines Duarte', 'Porto'))).toBe(false)
  })
})
