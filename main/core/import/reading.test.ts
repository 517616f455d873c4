import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../../shared/errors.ts'
import { noChoices, type ImportChoices } from '../../../shared/import.ts'
import { importWords } from '../../../shared/strings/import-words.ts'
import type { ReadFile } from './entry.ts'
import { readAll, readFile } from './jobs.ts'

const files = join(import.meta.dirname, '..', '..', '..', 'tests', 'fixtures', 'imports')
const { problems, reasons } = importWords

function read(bytes: Uint8Array | string, choices: Partial<ImportChoices> = {}): ReadFile {
  const given = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
  return readAll(readFile(given, { choices: { ...noChoices, ...choices }, mappings: [], currency: 'EUR' }))
}
const fixture = (name: string) => read(readFileSync(join(files, name)))
const facts = (file: ReadFile, index = 0) => file.entries[index]?.facts
const whyNot = (file: ReadFile) => file.rejected.map(({ row, reason }) => [row, reason])

function refusalOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
  throw new Error('it was not refused')
}

describe('People are read as each program exports them:', () => {
  test('Google Contacts, current', () => {
    const file = fixture('google-current.csv')
    expect(file).toMatchObject({ origin: 'google', holdsLeads: false, needsMapping: false })
    expect(facts(file)).toMatchObject({
      name: 'Ines Duarte',
      company: 'Porto Ceramics',
      role: 'Owner',
      tags: ['Customers', 'Trade show'],
      emails: [{ label: 'Work', address: 'ines@portoceramics.example' }, { label: 'Home', address: 'ines.duarte@mail.example' }],
      phones: [{ label: 'Mobile', number: '+351 912 555 014' }],
      links: ['https://portoceramics.example'],
    })
    expect(facts(file)?.notes).toMatch(/^Asked for a quote on 40 kiln shelves\.\nTwo kids, plays the viola\.\n/)
  })

  test('Google Contacts, old, with several values in one cell', () => {
    const file = fixture('google-old.csv')
    expect(file.origin).toBe('google-old')
    expect(file.entries.map(({ row, facts: { name } }) => [row, name])).toEqual([[2, 'Marek Novák'], [3, 'Aisha Folake Bello'], [4, 'Olga Petrova']])
    expect(facts(file)).toMatchObject({
      company: 'Novák & Synové',
      role: 'Jednatel',
      phones: [{ label: 'Mobile', number: '+420 601 555 010' }, { label: 'Mobile', number: '+420 601 555 011' }],
      links: ['http://www.google.com/profiles/1', 'https://novak-synove.example'],
      tags: ['Customers', 'Prague'],
      notes: 'Met at the Brno fair, 2019',
    })
    expect(whyNot(file)).toEqual([[5, reasons.nobody]])
  })

  test('LinkedIn, below the notes above its header', () => {
    const file = fixture('linkedin.csv')
    expect(file.origin).toBe('linkedin')
    expect(facts(file)).toMatchObject({ name: 'Chloé Martin', company: 'Atelier Martin', role: 'Founder & Creative Director', notes: 'Connected On: 14 Nov 2026' })
    expect(whyNot(file)).toMatchObject([[9, reasons.nobody]])
  })

  test('Outlook on the desktop, in Windows-1252, and Outlook.com', () => {
    const desktop = fixture('outlook-desktop.csv')
    expect(desktop).toMatchObject({ origin: 'outlook', encoding: 'windows-1252' })
    expect(facts(desktop)).toMatchObject({
      name: 'Ida Nøstdal',
      role: 'CFO',
      emails: [{ label: '', address: 'ida@holm.example' }, { label: '', address: 'ida.private@mail.example' }],
      phones: [{ label: 'Work', number: '+47 55 50 01 00' }, { label: 'Mobile', number: '+47 911 55 501' }],
      tags: ['Oslo', 'Warm'],
      links: ['https://holm.example'],
    })
    expect(facts(desktop)?.notes).toMatch(/^Met in Bergen\.\r?\nLikes fjords\.\nTitle: Mrs\n/)
    expect(facts(desktop, 1)).toMatchObject({ name: 'José Muñoz' })
    const online = fixture('outlook-com.csv')
    expect(online.origin).toBe('outlook')
    expect(facts(online)).toMatchObject({ name: 'Petra Zeman', company: 'Zeman s.r.o.', phones: [{ label: 'Work' }, { label: 'Mobile' }], notes: '' })
  })

  test('Outlook in other languages: the kind of an address is none, a fax is no telephone, and an assistant is somebody else', () => {
    const german = read('Vorname,Nachname,E-Mail-Adresse,E-Mail-Typ,E-Mail: Angezeigter Name,Fax geschäftlich\nJürgen,Groß,j@g.example,SMTP,Jürgen Groß (j@g.example),+49 711 556\n')
    expect(facts(german)).toMatchObject({ emails: [{ address: 'j@g.example' }], phones: [{ label: 'Fax', number: '+49 711 556' }] })
    const french = read('Titre,Prénom,Nom,Titre du poste,Adresse de messagerie,Type de messagerie\nM.,Jean,Lefèvre,Gérant,j@l.example,SMTP\n')
    expect(facts(french)).toMatchObject({ name: 'Jean Lefèvre', role: 'Gérant', emails: [{ address: 'j@l.example' }], notes: 'Titre: M.' })
    expect(facts(read("First Name,E-mail Address,Assistant's Phone\nPetra,p@z.example,+420 999\n"))).toMatchObject({ phones: [], notes: "Assistant's Phone: +420 999" })
    expect(facts(read('Nimi,Email laji,Email\nIda,SMTP,i@h.example\n', { mapping: null }))).toMatchObject({ emails: [{ address: 'i@h.example' }], notes: 'Nimi: Ida\nEmail laji: SMTP' })
  })

  test('tables of other programs: the type of an address says where it belongs, and a Portuguese family name is no nickname', () => {
    expect(facts(read('Name,Email,Email Type\nIda,i@h.example,Work\n'))).toMatchObject({ emails: [{ address: 'i@h.example' }], notes: 'Email Type: Work' })
    expect(facts(read('Nome,Apelido,E-mail\nInês,Duarte,i@d.example\n'))).toMatchObject({ name: 'Inês Duarte', notes: '' })
    expect(facts(read('Nome,Sobrenome,Apelido,E-mail\nInês,Duarte,Nê,i@d.example\n'))).toMatchObject({ name: 'Inês Duarte', notes: 'Apelido: Nê' })
    expect(facts(read('Nome completo,Apelido,E-mail\nInês Duarte,Nê,i@d.example\n'))).toMatchObject({ name: 'Inês Duarte', notes: 'Apelido: Nê' })
  })

  test('HubSpot in Portuguese, Italian and Dutch', () => {
    const wanted = { name: 'Gino Rossi', company: 'Rossi', role: 'CEO', emails: [{ address: 'g@r.example' }], phones: [{ number: '+39 02 555' }], notes: '' }
    expect(facts(read('ID do registro,Nome,Sobrenome,E-mail,Número de telefone,Empresa associada,Cargo,Proprietário do contato\n1,Gino,Rossi,g@r.example,+39 02 555,Rossi,CEO,Sam\n'))).toMatchObject(wanted)
    expect(facts(read('ID record,Nome,Cognome,E-mail,Numero di telefono,Azienda associata,Posizione\n1,Gino,Rossi,g@r.example,+39 02 555,Rossi,CEO\n'))).toMatchObject(wanted)
    expect(facts(read('Record-id,Voornaam,Achternaam,E-mail,Telefoonnummer,Bedrijfsnaam,Functie\n1,Gino,Rossi,g@r.example,+39 02 555,Rossi,CEO\n'))).toMatchObject(wanted)
  })

  test('HubSpot contacts in English, German and French', () => {
    const english = fixture('hubspot-contacts.csv')
    expect(english.origin).toBe('hubspot-contacts')
    expect(facts(english)).toMatchObject({
      name: 'Ada Lindqvist',
      company: 'Lindqvist Optik',
      role: 'Head of Retail',
      industry: 'Retail',
      phones: [{ label: '', number: '+46 8 555 010 20' }, { label: 'Mobile', number: '+46 70 555 01 02' }],
    })
    expect(facts(english)?.notes).toContain('Favourite coffee: Flat white')
    expect(whyNot(english)).toEqual([[4, reasons.nobody]])
    expect(facts(fixture('hubspot-contacts-de.csv'))).toMatchObject({
      name: 'Jürgen Groß',
      company: 'Groß Metallbau',
      role: 'Geschäftsführer',
      industry: 'Metall',
      emails: [{ address: 'juergen@gross-metall.example' }],
      phones: [{ label: '', number: '+49 711 5550 100' }, { label: 'Mobile', number: '+49 171 5550 100' }],
    })
    expect(facts(fixture('hubspot-contacts-fr.csv'))).toMatchObject({ name: 'Chloé Lefèvre', company: 'Lefèvre & Fils', role: 'Gérante', phones: [{ number: '+33 1 55 55 01 01' }] })
  })

  test('Pipedrive people, with and without the prefix', () => {
    const file = fixture('pipedrive-people.csv')
    expect(file.origin).toBe('pipedrive-people')
    expect(facts(file)).toMatchObject({
      name: 'Nadia Haddad',
      company: 'Haddad Imports',
      tags: ['Warm lead'],
      emails: [{ label: 'Work', address: 'nadia@haddad.example' }, { label: 'Home', address: 'nadia.h@mail.example' }],
      phones: [{ label: 'Work', number: '+961 1 555 010' }, { label: 'Mobile' }, { label: 'Mobile', number: '+961 3 555 012' }],
    })
    const prefixed = fixture('pipedrive-people-prefixed.csv')
    expect(prefixed.origin).toBe('pipedrive-people')
    expect(facts(prefixed)).toMatchObject({ name: 'Nadia Haddad', company: 'Haddad Imports', tags: ['Warm lead'], notes: 'Organization - Address: 12 Port Road, Beirut' })
  })

  test('tables made by hand, separated by semicolons, tabs or bars, and in UTF-16', () => {
    const file = fixture('other-semicolon.csv')
    expect(file.origin).toBe('other')
    expect(facts(file)).toMatchObject({ name: 'Tom Ferris', phones: [{ label: 'Mobile', number: '+44 7700 900123' }], tags: ['warm', 'trade show'], notes: 'Wants oak; not before March' })
    expect(whyNot(file)).toEqual([[4, reasons.noEmail('n/a')]])
    const wide = fixture('other-utf16.csv')
    expect(wide.encoding).toBe('utf-16le')
    expect(facts(wide)).toMatchObject({ name: 'Sören Åkesson', phones: [{ label: 'Work' }, { label: 'Mobile' }], notes: 'Mag Kaffee\nLieblingsfarbe: blau' })
    expect(read('Fair in Porto\t\t\r\rName\tEmail\tCompany\rInes\tines@example.com\tPorto\r').entries).toMatchObject([{ row: 4, facts: { name: 'Ines', company: 'Porto' } }])
    expect(facts(read('Name|Email\nIda|ida@holm.example\n'))).toMatchObject({ name: 'Ida' })
  })
})

describe('Deals become leads', () => {
  test('from Pipedrive, with and without the prefix, and from its leads', () => {
    const file = fixture('pipedrive-deals.csv')
    expect(file).toMatchObject({ origin: 'pipedrive-deals', holdsLeads: true, currency: null })
    expect(file.entries.map(({ facts: { name, company }, lead }) => [name, company, lead?.title, lead?.value?.amount, lead?.stage])).toEqual([
      ['Nadia Haddad', 'Haddad Imports', 'Haddad Imports deal', 8400, 'Proposal'],
      ['Nadia Haddad', 'Haddad Imports', 'Second order', 1200, 'Qualified'],
      ['Otto Berg', '', 'Berg annual', 300, 'Won'],
      ['', 'Noord BV', 'Empty hands', undefined, 'Lost'],
    ])
    expect(file.entries[2]?.lead).toMatchObject({ closedOn: '2026-11-10', createdAt: '2026-08-01T12:00:00.000Z', value: { currency: 'EUR' } })
    expect(file.entries[3]?.lead).toMatchObject({ closedReason: 'Went silent' })
    expect(whyNot(file)).toEqual([[6, reasons.noAmount('about ten')]])
    expect(fixture('pipedrive-deals-plain.csv').entries[0]?.lead).toMatchObject({ title: 'Haddad Imports deal', value: { amount: 8400, currency: 'EUR' }, stage: 'Proposal' })
    expect(fixture('pipedrive-leads.csv').entries[0]).toMatchObject({
      facts: { name: 'Maud Finch', company: 'Finch & Co', tags: ['Hot'] },
      lead: { title: 'Kiosk idea', value: { amount: 2500, currency: 'GBP' }, source: 'Web form' },
    })
  })

  test('from HubSpot, in English and in Spanish with its own way of writing dates and amounts', () => {
    const file = fixture('hubspot-deals.csv')
    expect(file.origin).toBe('hubspot-deals')
    expect(file.entries.map(({ facts: { name, company }, lead }) => [name, company, lead?.title, lead?.value, lead?.stage])).toEqual([
      ['Ada Lindqvist', 'Lindqvist Optik', 'Rollout Nordic', { amount: 12500, currency: 'USD' }, 'Proposal'],
      ['Bo Ek', '', 'Trial', { amount: 900, currency: 'EUR' }, 'closedwon'],
      ['', 'Hafen Logistik', 'Framework', { amount: 4000, currency: 'USD' }, 'Closed Lost'],
    ])
    const spanish = fixture('hubspot-deals-es.csv')
    expect(spanish).toMatchObject({ dates: { order: 'day-first', asked: false }, decimal: { decimal: 'comma', asked: false }, currency: null })
    expect(spanish.entries.map(({ facts: { name }, lead }) => [name, lead?.value, lead?.closedOn])).toEqual([
      ['Lucía Pérez', { amount: 1250.5, currency: 'EUR' }, '2026-10-31'],
      ['Iñaki Díaz', { amount: 980, currency: 'EUR' }, '2026-11-05'],
    ])
  })

  test('from HubSpot with several people in one cell: the first is the lead’s person, the others are noted', () => {
    const file = read('Datensatz-ID,Deal-Name,Deal-Phase,Betrag,Währung,Zugehöriger Kontakt,Zugehöriges Unternehmen\n7,Rollout,Termin,"12.500,00",EUR,Ada Ek (ada@ek.example);Bo Ek (bo@ek.example),Ek AB\n')
    expect(file.entries).toMatchObject([{ facts: { name: 'Ada Ek', company: 'Ek AB', emails: [{ address: 'ada@ek.example' }], notes: 'Name: Bo Ek (bo@ek.example)' }, lead: { title: 'Rollout' } }])
  })

  test('from elsewhere with one name in a cell, whatever stands in it, unless there are addresses', () => {
    expect(facts(read('Person,Deal,Value\n"Smith; John",Oak,5\n'))).toMatchObject({ name: 'Smith; John', notes: '' })
    expect(facts(read('Person,Deal,Value\nAda Ek (ada@ek.example);Bo Ek,Oak,5\n'))).toMatchObject({ name: 'Ada Ek', emails: [{ address: 'ada@ek.example' }], notes: 'Name: Bo Ek' })
  })

  test('in whatever way their amounts are written', () => {
    const amounts = ['"R$ 5.000,00"', 'A$ 500', '"1,5m €"', "CHF 1'200.–", '£5k', '100 Kč', '12.000 kr', '(500)']
    const text = `Person,Deal,Value\n${amounts.map((amount, index) => `P${index},D${index},${amount}`).join('\n')}\n`
    const file = read(text, { currency: 'SEK' })
    expect(file.entries.map(({ lead }) => `${lead?.value?.amount} ${lead?.value?.currency}`)).toEqual(['5000 BRL', '500 AUD', '1500000 EUR', '1200 CHF', '5000 GBP', '100 CZK', '12000 SEK'])
    expect(whyNot(file)).toEqual([[9, reasons.noAmount('(500)')]])
    // A crown is of several countries: which one is asked.
    expect(read(text).currency).toBe('EUR')
  })

  test.each([
    [['$1,500k', '$12,500'], ['1500000 USD', '12500 USD']],
    [['12,500', '1,500k'], ['12500 EUR', '1500000 EUR']],
    [['1,250k'], ['1250000 EUR']],
    [['1.500 Tsd', '12.500'], ['1500000 EUR', '12500 EUR']],
    [['1,500 Tsd.', '12,500.–'], ['1500000 EUR', '12500 EUR']],
    [['12,500', '(1,500)', '-100,500', '1,500 net'], ['12500 EUR']],
  ])('%j: what stands behind the digits does not tell the decimal mark, so that it is asked', (cells, wanted) => {
    const file = read(`Person;Deal;Value\n${cells.map((cell, index) => `P${index};D${index};${cell}`).join('\n')}\n`)
    expect(file.decimal?.asked).toBe(true)
    expect(file.entries.map(({ lead }) => `${lead?.value?.amount} ${lead?.value?.currency}`)).toEqual(wanted)
  })

  test('but not thousands of millions, which are likelier written with the other decimal mark', () => {
    const file = read('Person;Deal;Value\nIda;Oak;1,5m\nBo;Elm;1.250m\nCy;Ash;0,125 MIO EUR\n')
    expect(file.entries.map(({ lead }) => lead?.value)).toEqual([{ amount: 1_500_000, currency: 'EUR' }, { amount: 125_000, currency: 'EUR' }])
    expect(whyNot(file)).toEqual([[3, reasons.noAmount('1.250m')]])
  })

  test('but not crowns where the chosen currency is none, until it is', () => {
    const text = 'Person,Deal,Value\nIda,Oak,50kr\n'
    expect(whyNot(read(text))).toEqual([[2, reasons.otherCurrency('50kr', 'EUR')]])
    expect(read(text, { currency: 'SEK' })).toMatchObject({ currency: 'SEK', entries: [{ lead: { value: { amount: 50, currency: 'SEK' } } }] })
    expect(read('Person,Deal,Value,Currency\nIda,Oak,50kr,nok\n')).toMatchObject({ entries: [{ lead: { value: { amount: 50, currency: 'NOK' } } }] })
  })

  test('and what a file leaves open is asked, and the answer heeded', () => {
    const text = 'Person,Deal,Value,Close date\nIda,Oak,1.000,03/04/2026\n'
    expect(read(text)).toMatchObject({ dates: { order: 'day-first', asked: true, example: '03/04/2026' }, decimal: { decimal: 'comma', asked: true, example: '1.000' }, currency: 'EUR' })
    expect(read(text).entries[0]?.lead).toMatchObject({ value: { amount: 1000, currency: 'EUR' }, closedOn: '2026-04-03' })
    expect(read(text, { dates: 'month-first', decimal: 'point', currency: 'CHF' }).entries[0]?.lead).toMatchObject({ value: { amount: 1, currency: 'CHF' }, closedOn: '2026-03-04' })
  })
})

describe('vCards', () => {
  test('of version 3.0 with Apple labels, folded lines, a company and a photo', () => {
    const file = fixture('people-3.vcf')
    expect(file.origin).toBe('vcard')
    expect(facts(file)).toMatchObject({
      name: 'Dr. Sam Okafor',
      company: 'Brightline Solar, Procurement',
      role: 'Head of Procurement',
      emails: [{ label: 'Work', address: 'sam@brightline.example' }, { label: 'Holiday house', address: 'sam.okafor@mail.example' }],
      phones: [{ label: 'Mobile', number: '+234 800 555 010' }],
      tags: ['Solar', 'Warm'],
      notes: 'Two lines\nwith a comma, and a very long sentence that is folded here because it goes on and on\nAddress: 12 Marina, Lagos, Nigeria\nBirthday: 1984-03-01',
    })
    expect(facts(file, 1)).toMatchObject({ name: '', company: 'Atelier Martin' })
    expect(whyNot(file)).toMatchObject([[28, reasons.nobody]])
  })

  test('of version 2.1 in quoted-printable, with bare types', () => {
    expect(facts(fixture('people-2.1.vcf'))).toMatchObject({
      name: 'Jürgen Größ',
      phones: [{ label: 'Work', number: '+49 711 5550 100' }, { label: 'Mobile', number: '+49 171 5550 100' }],
      emails: [{ address: 'juergen@gross.example' }],
      notes: 'Trifft sich gern im Café\r\nund zahlt pünktlich',
    })
  })

  test('without leaving anything out unsaid: nicknames, second titles, named dates, cards without an end, groups', () => {
    const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\n')
    const file = read(
      card('FN:Ida', 'NICKNAME:Iddy', 'TITLE:Head', 'ROLE:Buyer', 'TEL;TYPE=PAGER:55', 'item1.X-ABDATE:2010-05-01', 'item1.X-ABLabel:_$!<Anniversary>!$_', 'item3.IMPP:skype:jane', 'item3.X-ABLabel:', 'X-MS-CARDPICTURE;ENCODING=B:/9j/4AAQ') +
        'BEGIN:VCARD\nFN:Torn\n' +
        card('FN:Bo') +
        card('FN:Friends', 'X-ADDRESSBOOKSERVER-KIND:group'),
    )
    expect(facts(file)).toMatchObject({ name: 'Ida', role: 'Head', phones: [{ label: 'Pager' }], notes: 'Nickname: Iddy\nRole: Buyer\nAnniversary: 2010-05-01\nMessenger: skype:jane' })
    expect(facts(file, 1)).toMatchObject({ name: 'Bo', notes: '' })
    expect(whyNot(file)).toEqual([[14, reasons.cardNotClosed], [20, reasons.group]])
  })

  test('of version 4.0', () => {
    expect(facts(fixture('people-4.vcf'))).toMatchObject({
      name: 'Yael Ben-Ami',
      company: 'בן עמי בע"מ',
      phones: [{ label: 'Mobile', number: '+972-50-555-0101' }],
      zone: 'Asia/Jerusalem',
      notes: 'Messenger: xmpp:yael@benami.example\nRelated: urn:uuid:f81d4fae',
    })
  })
})

describe('A table that nothing is known of', () => {
  const text = 'Wer;Wohin\nIda Holm;Oslo\n'

  test('asks what its columns mean, and is read as told', () => {
    const file = read(text)
    expect(file).toMatchObject({ needsMapping: true, entries: [], columns: [{ header: 'Wer', samples: ['Ida Holm'] }, { header: 'Wohin' }] })
    expect(facts(read(text, { mapping: ['name', 'note'] }))).toMatchObject({ name: 'Ida Holm', notes: 'Wohin: Oslo' })
    expect(facts(read(text, { mapping: ['name', 'skip'] }))).toMatchObject({ notes: '' })
  })
})

describe('Letters', () => {
  test('of Western Europe in Windows-1252 come out whole', () => {
    const western = 'Jürgen Groß ÅSA ÖBERG Noël L´Oréal ¿Español? São Paulo naïve 5 °C ½ §3 \x84Straße\x93 \x80 10 \x96 Iñaki'
    const file = read(new Uint8Array(Buffer.from(`Name,Company\n${western},Müller & Söhne\n`, 'latin1')))
    expect(file).toMatchObject({ encoding: 'windows-1252', rejected: [] })
    expect(facts(file)?.name).toContain('„Straße“ € 10 – Iñaki')
  })

  test.each([
    'Hans Meier \x86', 'Hans Meier\x86\nJürgen Müller', 'Acme ¦ Co', '¬ todo', '5 \x89', 'x§y', 'ÄÖÜ GmbH', 'Do\xadnau\xaddampf\xadschiff Straße', 'Noëéè', 'äää', 'jäääär', 'þáði', '\x83 50',
    'René \x86\nJosé \x86\nAndré \x86', '\x93Otto\x94\x86', '1920\x96\x861990',
  ])('of Windows-1252 come out whole where a sign among them is unusual: %j', (name) => {
    const file = read(new Uint8Array(Buffer.from(`Name,Company\n${name},Acme\n`, 'latin1')))
    expect(file).toMatchObject({ encoding: 'windows-1252', rejected: [] })
  })

  test('of UTF-8 that was damaged in one row are told there, and the other rows are as they were', () => {
    const file = read(new Uint8Array([...Buffer.from('Name\nJosé Müller\nBj'), 0xc3, ...Buffer.from('rn\n')]))
    expect(file).toMatchObject({ encoding: 'utf-8', entries: [{ facts: { name: 'José Müller' } }] })
    expect(whyNot(file)).toEqual([[3, reasons.damagedLetters]])
  })
})

describe('A row is rejected with the reason, never shortened,', () => {
  test('when a name, a list or the notes are over their limit', () => {
    const many = Array.from({ length: 51 }, (_, index) => `a${index}@example.com`).join(' ::: ')
    expect(whyNot(read(`Name,Email\n${'n'.repeat(201)},\nIda,${many}\nIda,${'x'.repeat(250)}@y.example\n`))).toEqual([
      [2, reasons.tooLong(importWords.facts.name, 200)],
      [3, reasons.tooMany(importWords.facts.emails, 50)],
      [4, reasons.tooLong(importWords.facts.emails, 254)],
    ])
  })

  test('when it has more cells than the header, or damaged letters', () => {
    expect(whyNot(read('Name,Company\nIda,Holm, Oslo\nIda,Holm,,\n'))).toEqual([[2, reasons.extraCells]])
    expect(whyNot(read(`Name,Company\nIda,Holm${',x'.repeat(9_998)}\n`))).toEqual([[2, reasons.extraCells]])
    expect(whyNot(read('Name,Company\nJos\uFFFD,Bodega\n'))).toEqual([[2, reasons.damagedLetters]])
  })
})

describe('A file is refused as a whole, in a sentence,', () => {
  test.each([
    ['is empty', 'bad/empty.csv', problems.empty],
    ['has a header and nobody below it', 'bad/header-only.csv', problems.headerOnly],
    ['is no text', 'bad/binary.csv', problems.binary],
    ['has no header', 'bad/no-header.csv', problems.noHeader],
    ['has a quotation mark that is not closed, naming its row', 'bad/unbalanced-quotes.csv', problems.quotes(3)],
  ])('when it %s', (_, name, message) => {
    expect(refusalOf(() => fixture(name))).toBe(message)
  })

  test.each([
    ['Cyrillic Windows-1251', 'c8e2e0ed'],
    ['Polish Windows-1250', '4d69636861b3205761b3ea7361'],
    ['Polish Windows-1250 with one such letter', 'af616b'],
    ['Hebrew Windows-1255', 'e9f2ec20e1ef20f2eee90ae3e5e3'],
    ['Greek Windows-1253', 'c3e9fef1e3effa'],
    ['Mac OS Roman', '4a6f738e'],
    ['Mac OS Roman in German', '4d9f6c6c6572'],
    ['Shift JIS', '93639286'],
    ['GBK', 'd5c5ceb0'],
  ])('when its letters are in another encoding, such as %s', (_, name) => {
    expect(refusalOf(() => read(new Uint8Array([...Buffer.from('Name,E-mail\n'), ...Buffer.from(name, 'hex'), ...Buffer.from(',x@x.example\n')])))).toBe(problems.encoding)
  })

  test('when it is an export of everything', () => {
    expect(refusalOf(() => read('{"format":"followthrough","version":1}\n'))).toBe(problems.database)
  })

  test('when it is too large, too long or too wide', () => {
    expect(refusalOf(() => read(new Uint8Array(24 * 1024 * 1024 + 1)))).toBe(problems.tooLarge)
    expect(refusalOf(() => read(`Name\n${'Ida\n'.repeat(100_000)}`))).toBe(problems.tooManyRows)
    expect(refusalOf(() => read(`Name${',x'.repeat(9_999)}\nIda\n`))).toBe(problems.tooManyColumns)
  })
})

describe('Whatever a file holds', () => {
  test('any bytes are read or refused, never anything else', () => {
    const heads = ['', 'Name,E-mail\n', '\uFEFFName;Deal;Value\n', 'BEGIN:VCARD\n', 'BEGIN:VCARD\nFN:Ida\nNOTE;ENCODING=QUOTED-PRINTABLE:', '"']
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }), (head, noise) => {
        try {
          read(new Uint8Array([...new TextEncoder().encode(head), ...noise]))
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('each row that is not blank is either read or rejected, once', () => {
    const cell = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom('Ida', 'ida@holm.example', 'a ::: b', '* x', '"', ',', '\n', '=1+1'))
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }), fc.constantFrom(',', ';', '\t'), (rows, delimiter) => {
        const quoted = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter))
        const filled = rows.flatMap((row, index) => (row.every((value) => value.trim() === '') ? [] : [index + 2]))
        if (filled.length === 0) return
        const file = read(`Name${delimiter}E-mail${delimiter}Notes\n${quoted.join('\r\n')}`)
        expect([...file.entries, ...file.rejected].map(({ row }) => row).toSorted((a, b) => a - b)).toEqual(filled)
      }),
    )
  })
})
