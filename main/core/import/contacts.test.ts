import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../../shared/errors.ts'
import { words } from '../../../shared/strings/words.ts'
import { factsSchema, readContacts } from './contacts.ts'

function fixture(name: string): string {
  return readFileSync(new URL(`../../../tests/fixtures/imports/${name}`, import.meta.url), 'utf8')
}

function refusalOf(text: string): Refusal {
  try {
    readContacts(text)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('it was read')
}

const nobody = words.errors.rowNobody

describe("Google Contacts' export of today", () => {
  const read = readContacts(fixture('google-current.csv'))

  test('is recognised, and each person has the row a spreadsheet shows, whatever line breaks the notes hold', () => {
    expect(read.origin).toBe('google')
    expect(read.people.map(({ row, facts }) => [row, facts.name, facts.company])).toEqual([
      [2, 'Ines Duarte', 'Porto Ceramics'],
      [3, 'Dr. Jan Willem de Vries', 'De Vries & Zonen, Timmerwerk'],
      [4, 'Yuki Tanaka', '関西光学'],
      [5, '', 'Harbour Bakery'],
      [6, 'Uncle Tom', ''],
      [8, '', ''],
    ])
  })

  test('gives all facts of a person, the labels without the asterisk that marks the main one', () => {
    expect(read.people[0]?.facts).toEqual({
      name: 'Ines Duarte',
      company: 'Porto Ceramics',
      role: 'Owner',
      emails: [
        { label: 'Work', address: 'ines@portoceramics.example' },
        { label: 'Home', address: 'ines.duarte@mail.example' },
      ],
      phones: [{ label: 'Mobile', number: '+351 912 555 014' }],
      links: ['https://portoceramics.example'],
      tags: ['Customers', 'Trade show'],
      notes: 'Asked for a quote on 40 kiln shelves.\nTwo kids, plays the viola.',
    })
  })

  test('takes several values in one cell apart, each with its own label', () => {
    const { emails, phones } = read.people[1]!.facts
    expect(emails.map((email) => email.address)).toEqual(['jw@devries.example', 'info@devries.example'])
    expect(phones).toEqual([
      { label: 'Work', number: '+31 20 555 0142' },
      { label: 'Mobile', number: '+31 6 5550 0143' },
    ])
  })

  test('keeps quotation marks inside notes', () => {
    expect(read.people[2]?.facts.notes).toBe('He said "call me after Golden Week".')
  })

  test('rejects the row that has nothing but a telephone number', () => {
    expect(read.rejected).toEqual([{ row: 7, reason: nobody }])
  })
})

describe("Google Contacts' older export", () => {
  const read = readContacts(fixture('google-old.csv'))

  test('is recognised and names people by their full name, else by its parts', () => {
    expect(read.origin).toBe('google-old')
    expect(read.people.map(({ row, facts }) => [row, facts.name])).toEqual([
      [2, 'Marek Novák'],
      [3, 'Aisha Folake Bello'],
      [4, 'Olga Petrova'],
    ])
    expect(read.rejected).toEqual([{ row: 5, reason: nobody }])
  })

  test('gives company, role, tags, telephones and links', () => {
    expect(read.people[0]?.facts).toEqual({
      name: 'Marek Novák',
      company: 'Novák & Synové',
      role: 'Jednatel',
      emails: [
        { label: 'Work', address: 'marek@novak-synove.example' },
        { label: 'Home', address: 'novak.marek@mail.example' },
      ],
      phones: [
        { label: 'Mobile', number: '+420 601 555 010' },
        { label: 'Mobile', number: '+420 601 555 011' },
      ],
      links: ['http://www.google.com/profiles/1', 'https://novak-synove.example'],
      tags: ['Customers', 'Prague'],
      notes: 'Met at the Brno fair, 2019',
    })
  })
})

describe("LinkedIn's Connections.csv", () => {
  const read = readContacts(fixture('linkedin.csv'))

  test('is recognised below its notes, and people without an e-mail address are people', () => {
    expect(read.origin).toBe('linkedin')
    expect(read.people.map(({ row, facts }) => [row, facts.name, facts.emails.length])).toEqual([
      [5, 'Chloé Martin', 0],
      [6, 'Sam Okafor', 1],
      [7, 'Lena Graf, MBA', 0],
      [8, 'Dan 🌱 Whitfield', 0],
    ])
  })

  test('gives company, position and profile', () => {
    expect(read.people[1]?.facts).toMatchObject({
      company: 'Brightline Solar',
      role: 'Head of Procurement',
      emails: [{ label: '', address: 'sam@brightline-solar.example' }],
      links: ['https://www.linkedin.com/in/sam-okafor-example'],
    })
  })

  test('rejects the row of a closed account, which names nobody', () => {
    expect(read.rejected).toEqual([{ row: 9, reason: nobody }])
  })
})

describe('A table made by hand', () => {
  const read = readContacts(fixture('other-semicolon.csv'))

  test('is read by its usual headers, with semicolons, a byte order mark and Windows line ends', () => {
    expect(read.origin).toBe('other')
    expect(read.people.map(({ row, facts }) => [row, facts.name, facts.company])).toEqual([
      [2, 'Tom Ferris', 'Ferris Joinery'],
      [3, 'Priya Nair', 'Nair Textiles'],
      [6, '', 'Graf Architekten'],
    ])
    expect(read.people[0]?.facts).toMatchObject({
      phones: [{ label: 'Mobile', number: '+44 7700 900123' }],
      tags: ['warm', 'trade show'],
      notes: 'Wants oak; not before March',
    })
  })

  test('rejects what stands in the e-mail column and is none, and skips blank rows without a word', () => {
    expect(read.rejected).toEqual([{ row: 4, reason: words.importReasons.noEmail('n/a') }])
  })

  test('may be separated by tabs, have old Mac line ends and a title above its header', () => {
    const text = 'Fair in Porto\t\t\r\rName\tEmail\tCompany\rInes Duarte\tines@example.com\tPorto Ceramics\r'
    expect(readContacts(text).people).toMatchObject([{ row: 4, facts: { name: 'Ines Duarte', company: 'Porto Ceramics' } }])
  })

  test("may be Outlook's export, in which Title is the form of address and Job Title the role", () => {
    const text = 'First Name,Last Name,Title,Company,Job Title,E-mail Address,Mobile Phone,Categories\nIda,Holm,Mrs,Holm AS,CFO,ida@holm.example,+47 555 01,Oslo;Warm\n'
    expect(readContacts(text).people[0]?.facts).toMatchObject({
      name: 'Ida Holm',
      role: 'CFO',
      emails: [{ label: '', address: 'ida@holm.example' }],
      phones: [{ label: 'Mobile', number: '+47 555 01' }],
      tags: ['Oslo', 'Warm'],
    })
  })

  test('gives one address once, however often and in whichever case it is written', () => {
    const text = 'Name,Email,Work email\nIda,ida@holm.example,IDA@holm.example\n'
    expect(readContacts(text).people[0]?.facts.emails).toEqual([{ label: '', address: 'ida@holm.example' }])
  })
})

describe('A row is rejected with the reason, never shortened,', () => {
  test('when a name, a list or the notes are over their limit', () => {
    const reasons = words.importReasons
    const many = Array.from({ length: 51 }, (_, index) => `a${index}@example.com`).join(' ::: ')
    const rows = [`${'n'.repeat(201)},`, `Ida,${many}`, `Ida,${'x'.repeat(250)}@y.example`].join('\n')
    expect(readContacts(`Name,Email\n${rows}\n`).rejected).toEqual([
      { row: 2, reason: reasons.tooLong(reasons.fields.name, 200) },
      { row: 3, reason: reasons.tooMany(reasons.fields.emails, 50) },
      { row: 4, reason: reasons.tooLong(reasons.fields.emails, 254) },
    ])
    expect(readContacts(`Name,Notes\nIda,${'x'.repeat(100_001)}\n`).rejected).toEqual([
      { row: 2, reason: reasons.tooLong(reasons.fields.notes, 100_000) },
    ])
  })

  test('when it has more cells than the header, so that they stand in the wrong columns', () => {
    expect(readContacts('Name,Company\nIda,Holm, Oslo\nIda,Holm,,\n')).toMatchObject({
      people: [{ row: 3 }],
      rejected: [{ row: 2, reason: words.importReasons.extraCells }],
    })
  })

  test('when letters were lost because the file is in an older encoding', () => {
    const text = new TextDecoder().decode(Buffer.from('Name,Company\nJos\xe9 Mu\xf1oz,Bodega\nIda Holm,Holm\n', 'latin1'))
    expect(readContacts(text).rejected).toEqual([{ row: 2, reason: words.importReasons.damagedLetters }])
  })
})

describe('A file is refused as a whole', () => {
  test.each([
    ['is empty', 'bad/empty.csv', words.errors.fileEmpty],
    ['has a header and nobody below it', 'bad/header-only.csv', words.errors.fileEmpty],
    ['is no text', 'bad/binary.csv', words.errors.fileUnreadable],
    ['has no header', 'bad/no-header.csv', words.errors.fileNoHeader],
    ['has a quotation mark that is not closed, naming its row', 'bad/unbalanced-quotes.csv', words.errors.fileQuotes(3)],
  ])('when it %s', (_, name, message) => {
    expect(refusalOf(fixture(name))).toMatchObject({ code: 'unreadable-file', message })
  })

  test('when it is over 32 MB', () => {
    expect(refusalOf(`Name\n${'é'.repeat(16 * 1024 * 1024)}`)).toMatchObject({ code: 'too-large', message: words.errors.fileTooLarge })
  })
})

describe('Whatever a file holds', () => {
  const cell = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom('Ida', 'ida@holm.example', 'a ::: b', '* x', '"', ',', '\n'))
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 8 })

  test('each row that is not blank is either a person of the valid form or rejected, once', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), (rows, delimiter) => {
        const clean = rows.map((row) => row.map((text) => text.replaceAll('\0', '')))
        const text = Papa.unparse([['Name', 'E-mail', 'Notes'], ...clean], { delimiter })
        const filled = clean.flatMap((row, index) => (row.every((value) => value.trim() === '') ? [] : [index + 2]))
        if (filled.length === 0) return
        const { people, rejected } = readContacts(text)
        expect([...people, ...rejected].map(({ row }) => row).toSorted((a, b) => a - b)).toEqual(filled)
        for (const { facts } of people) expect(factsSchema.parse(facts)).toEqual(facts)
      }),
    )
  })

  test('any text is read or refused, never anything else', () => {
    fc.assert(
      fc.property(fc.string(), (noise) => {
        try {
          readContacts(`Name,E-mail\n${noise}`)
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
        }
      }),
    )
  })
})
