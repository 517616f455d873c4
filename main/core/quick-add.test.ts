import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { testCore } from '../../tests/support/core.ts'
import { fold } from '../../shared/fold.ts'
import { quickAddContext as context, readQuickAddLine as read } from '../../tests/support/quick-add.ts'
import { readLine } from './quick-add/read.ts'

function onDay(date: string, time: string | null = null) {
  return { date, time, zone: time === null ? null : 'Europe/Berlin' }
}
function eur(amount: number) {
  return { amount, currency: 'EUR' }
}

test('the line that the product promises is understood whole', () => {
  expect(read('Jane Doe, Acme, jane@acme.com, +1 415 555 0132, trade show, €12k, call tomorrow 15:00 #saas')).toEqual({
    name: 'Jane Doe',
    company: 'Acme',
    emails: ['jane@acme.com'],
    phones: ['+1 415 555 0132'],
    tags: ['saas'],
    value: eur(12_000),
    source: 'trade show',
    next: { channel: 'call', purpose: '', due: onDay('2026-11-24', '15:00') },
  })
})

test('each part says which piece of the line it came from', () => {
  const text = 'Jane Doe, Acme, mail: jane@acme.com, call tomorrow #saas ???'
  const { pieces } = readLine(text, context)
  expect(pieces.map(({ part, start, end }) => [part, text.slice(start, end)])).toEqual([
    ['name', 'Jane Doe'],
    ['company', 'Acme'],
    ['email', 'mail: jane@acme.com'],
    ['channel', 'call'],
    ['due', 'tomorrow'],
    ['tag', '#saas'],
    ['notes', '???'],
  ])
})

describe('who it is', () => {
  test.each<[string, object]>([
    ['jane doe, acme, jane@acme.com', { name: 'jane doe', company: 'acme', emails: ['jane@acme.com'] }],
    ['Jane Doe Acme jane@acme.com', { name: 'Jane Doe', company: 'Acme', emails: ['jane@acme.com'] }],
    ['Jane Doe <jane@acme.com>', { name: 'Jane Doe', emails: ['jane@acme.com'] }],
    ['Jane Doe at Acme', { name: 'Jane Doe', company: 'Acme' }],
    ['Jane Doe @ Acme', { name: 'Jane Doe', company: 'Acme' }],
    ['Jane Doe (Acme)', { name: 'Jane Doe', company: 'Acme' }],
    ['Lena Graf - Graf Architekten', { name: 'Lena Graf', company: 'Graf Architekten' }],
    ['Acme GmbH, Jane Doe', { name: 'Jane Doe', company: 'Acme GmbH' }],
    ['Marek Novák from Novák & Synové', { name: 'Marek Novák', company: 'Novák & Synové' }],
    ['Dr. Ludwig van der Berg, Bakkerij van Dam BV', { name: 'Dr. Ludwig van der Berg', company: 'Bakkerij van Dam BV' }],
    ['Prof. Dr. María de la Cruz Cerámica Sol', { name: 'Prof. Dr. María de la Cruz', company: 'Cerámica Sol' }],
    ['Jean-Luc O’Neill', { name: 'Jean-Luc O’Neill' }],
    ['Priya Nair priya.nair@gmail.com Nair Textiles', { name: 'Priya Nair', company: 'Nair Textiles', emails: ['priya.nair@gmail.com'] }],
    ['Olga Petrova; Baltic Pumps; Head of purchasing', { name: 'Olga Petrova', company: 'Baltic Pumps', role: 'Head of purchasing' }],
    ['Tom Ferris, owner, Ferris Joinery', { name: 'Tom Ferris', company: 'Ferris Joinery', role: 'owner' }],
    ['jane@acme.com', { emails: ['jane@acme.com'] }],
    ['יעל כהן, חברת אור, yael@or.co.il, 5000 ₪', { name: 'יעל כהן', company: 'חברת אור', emails: ['yael@or.co.il'], value: { amount: 5000, currency: 'ILS' } }],
    ['محمد علي، شركة النور، +20 2 2735 1234', { name: 'محمد علي', company: 'شركة النور', phones: ['+20 2 2735 1234'] }],
    ['Ana  Sousa\nPorto Ceramics\nana@porto.pt\nMobile: +351 912 345 678', { name: 'Ana Sousa', company: 'Porto Ceramics', emails: ['ana@porto.pt'], phones: ['+351 912 345 678'] }],
    ['call Jane Doe at Acme tomorrow', { name: 'Jane Doe', company: 'Acme', next: { channel: 'call', purpose: '', due: onDay('2026-11-24') } }],
    ['Call Center GmbH, Peter Maier', { name: 'Peter Maier', company: 'Call Center GmbH' }],
    ['Maria Garcia, maria@garcia.es', { name: 'Maria Garcia', emails: ['maria@garcia.es'] }],
    ['Sarah O’Connor / Cyberdyne / sarah@cyberdyne.io', { name: 'Sarah O’Connor', company: 'Cyberdyne', emails: ['sarah@cyberdyne.io'] }],
    ['CEO Tim Cook, Apple', { name: 'Tim Cook', company: 'Apple', role: 'CEO' }],
    ['Ada Lovelace CTO at Analytical Engines', { name: 'Ada Lovelace', company: 'Analytical Engines', role: 'CTO' }],
    ['Jane Doe, VP of Marketing at Acme', { name: 'Jane Doe', company: 'Acme', role: 'VP of Marketing' }],
    ['Jane Doe (Head of Sales), Acme', { name: 'Jane Doe', company: 'Acme', role: 'Head of Sales' }],
    ['VP Bank AG, Cho Min', { name: 'Cho Min', company: 'VP Bank AG' }],
    ['acme.com, Jane Doe', { name: 'Jane Doe', company: 'acme.com' }],
    ['new lead: Kate Winslet, Titanic Ltd', { name: 'Kate Winslet', company: 'Titanic Ltd' }],
    ['spoke to Lena Graf from Graf Architekten, send quote by Friday, 8.500 €', { name: 'Lena Graf', company: 'Graf Architekten', value: eur(8500), next: { channel: 'email', purpose: 'send quote', due: onDay('2026-11-27') } }],
    ['bob, bob@gmail.com, asap', { name: 'bob', emails: ['bob@gmail.com'], notes: 'asap' }],
    ['Sun Microsystems, call Friday', { name: 'Sun Microsystems', next: { channel: 'call', purpose: '', due: onDay('2026-11-27') } }],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('how much', () => {
  test.each<[string, object]>([
    ['$1,200', { amount: 1200, currency: 'USD' }],
    ['1.200,50 €', eur(1200.5)],
    ['12k eur', eur(12_000)],
    ['12.5K', eur(12_500)],
    ['EUR 12.000', eur(12_000)],
    ['1 200 €', eur(1200)],
    ['€500/month', eur(500)],
    ["CHF 1'200.–", { amount: 1200, currency: 'CHF' }],
    ['US$5,000', { amount: 5000, currency: 'USD' }],
    ['$5k USD', { amount: 5000, currency: 'USD' }],
    ['2 Mio €', eur(2_000_000)],
    ['£3m', { amount: 3_000_000, currency: 'GBP' }],
    ['₹5 lakh', { amount: 500_000, currency: 'INR' }],
    ['1.250 million USD', { amount: 1_250_000, currency: 'USD' }],
    ['₹1,20,000', { amount: 120_000, currency: 'INR' }],
    ['budget 45k', eur(45_000)],
    ['worth 5000', eur(5000)],
    ['800 dollars', { amount: 800, currency: 'USD' }],
  ])('Tom Ferris, %s', (text, value) => {
    expect(read(`Tom Ferris, ${text}`)).toMatchObject({ name: 'Tom Ferris', value })
  })

  test('a dollar is the person’s own dollar, and a krona their own krona', () => {
    expect(read('Tom, $900', { currency: 'CAD' })['value']).toEqual({ amount: 900, currency: 'CAD' })
    expect(read('Tom, 100 000 kr', { currency: 'SEK' })['value']).toEqual({ amount: 100_000, currency: 'SEK' })
  })

  test.each(['€10-12k', 'USD 5k–10k', '12500', '50%', '3 sites', '100 000 kr', 'version 2.3'])('%s is no amount and is kept as it is', (text) => {
    expect(read(`Tom, acme, ${text}`)).toEqual({ name: 'Tom', company: 'acme', notes: text })
  })
})

describe('when and how', () => {
  test.each<[string, object]>([
    ['call tomorrow 15:00', { channel: 'call', purpose: '', due: onDay('2026-11-24', '15:00') }],
    ['call next Friday', { channel: 'call', purpose: '', due: onDay('2026-12-04') }],
    ['Friday', { channel: null, purpose: '', due: onDay('2026-11-27') }],
    ['email Mon', { channel: 'email', purpose: '', due: onDay('2026-11-23') }],
    ['follow up in 2 weeks', { channel: null, purpose: 'follow up', due: onDay('2026-12-07') }],
    ['in 2 weeks send samples', { channel: 'email', purpose: 'send samples', due: onDay('2026-12-07') }],
    ['zoom Tuesday at 3', { channel: 'video', purpose: '', due: onDay('2026-11-24', '15:00') }],
    ['text her tomorrow morning', { channel: 'text', purpose: '', due: onDay('2026-11-24', '09:00') }],
    ['lunch on 27/11', { channel: 'in-person', purpose: 'lunch', due: onDay('2026-11-27') }],
    ['meeting 2 Dec 2pm', { channel: 'in-person', purpose: 'meeting', due: onDay('2026-12-02', '14:00') }],
    ['1.12.2026 10:30', { channel: null, purpose: '', due: onDay('2026-12-01', '10:30') }],
    ['2026-12-01 call about the quote', { channel: 'call', purpose: 'about the quote', due: onDay('2026-12-01') }],
    ['call back Thursday about the contract', { channel: 'call', purpose: 'about the contract', due: onDay('2026-11-26') }],
    ['call at 8:30', { channel: 'call', purpose: '', due: onDay('2026-11-24', '08:30') }],
    ['call in 2 hours', { channel: 'call', purpose: '', due: onDay('2026-11-23', '11:00') }],
    ['call now', { channel: 'call', purpose: '', due: onDay('2026-11-23') }],
    ['call day after tomorrow', { channel: 'call', purpose: '', due: onDay('2026-11-25') }],
    ['call 24.12. 10:00', { channel: 'call', purpose: '', due: onDay('2026-12-24', '10:00') }],
    ['call 1.2.', { channel: 'call', purpose: '', due: onDay('2027-02-01') }],
    ['call on the 5th', { channel: 'call', purpose: '', due: onDay('2026-12-05') }],
    ['call back the 15th', { channel: 'call', purpose: '', due: onDay('2026-12-15') }],
    ['demo on the 3rd of December', { channel: 'video', purpose: 'demo', due: onDay('2026-12-03') }],
    ['call on the 3rd floor', { channel: 'call', purpose: 'on the 3rd floor', due: null }],
    ['call by the 31st at 9:00', { channel: 'call', purpose: '', due: onDay('2026-12-31', '09:00') }],
    ['call next week Tuesday', { channel: 'call', purpose: '', due: onDay('2026-12-01') }],
    ['call back', { channel: 'call', purpose: '', due: null }],
  ])('Tom, %s', (text, next) => {
    expect(read(`Tom, ${text}`)).toEqual({ name: 'Tom', next })
  })

  test('a name stays a name beside the date', () => {
    expect(read('Follow up with Dan Whitfield tomorrow 9am re contract')).toEqual({ name: 'Dan Whitfield', next: { channel: null, purpose: 'Follow up re contract', due: onDay('2026-11-24', '09:00') } })
    expect(read('Grace Mensah Accra Cocoa 8k call Thursday')).toMatchObject({ name: 'Grace Mensah', company: 'Accra Cocoa', next: { channel: 'call', due: onDay('2026-11-26') } })
  })

  test('a weekday or a day without its year is the next one, today until noon', () => {
    const at = (now: string, text: string) => read(`Tom, call ${text}`, { now: Date.parse(now) })['next']
    expect(at('2026-11-23T10:59:00Z', 'Mon')).toMatchObject({ due: onDay('2026-11-23') })
    expect(at('2026-11-23T11:01:00Z', 'Mon')).toMatchObject({ due: onDay('2026-11-30') })
    expect(at('2026-11-23T11:01:00Z', 'Mon 16:00')).toMatchObject({ due: onDay('2026-11-23', '16:00') })
    expect(at('2026-11-23T10:00:00Z', '23 Nov')).toMatchObject({ due: onDay('2026-11-23') })
    expect(at('2026-11-23T10:00:00Z', '22 Nov')).toMatchObject({ due: onDay('2027-11-22') })
    expect(at('2026-12-31T10:00:00Z', '1 Jan')).toMatchObject({ due: onDay('2027-01-01') })
  })

  test('the reader’s own country says whether the month comes first', () => {
    expect(read('Tom, call 1/2/2027', { region: 'US' })['next']).toMatchObject({ due: { date: '2027-01-02' } })
    expect(read('Tom, call 1/2/2027', { region: 'US', dateOrder: 'day-first' })['next']).toMatchObject({ due: { date: '2027-02-01' } })
    expect(read('Tom, call 1/2/2027', { region: 'DE', dateOrder: 'month-first' })['next']).toMatchObject({ due: { date: '2027-01-02' } })
    expect(read('Tom, call 1/2/2027')['next']).toMatchObject({ due: { date: '2027-02-01' } })
  })

  test('what has been is no next step', () => {
    expect(read('Tom, acme, met him last Friday at noon')).toEqual({ name: 'Tom', company: 'acme', notes: 'met him last Friday at noon' })
    expect(read('Tom, acme, born 12 May 1980')).toEqual({ name: 'Tom', company: 'acme', notes: 'born 12 May 1980' })
  })

  test('the wall of the person’s own zone counts, on either side of midnight', () => {
    const late = { now: Date.parse('2026-11-23T23:30:00Z') }
    expect(read('Tom, call tomorrow', late)['next']).toMatchObject({ due: { date: '2026-11-25' } })
    expect(read('Tom, call tomorrow', { ...late, zone: 'America/New_York' })['next']).toMatchObject({ due: { date: '2026-11-24' } })
  })
})

describe('where from', () => {
  test.each<[string, object]>([
    ['trade show', { source: 'trade show' }],
    ['met at the Hannover Messe', { source: 'the Hannover Messe' }],
    ['via LinkedIn', { source: 'LinkedIn' }],
    ['referred by Olga Petrova', { source: 'referred by Olga Petrova' }],
    ['ref by Olga', { source: 'ref by Olga' }],
    ['web form', { source: 'web form', inbound: true }],
    ['inbound', { inbound: true }],
    ['he called us', { inbound: true }],
    ['asked for a quote', { inbound: true, notes: 'asked for a quote' }],
    ['cold call', { source: 'cold call' }],
    ['re: 40 m trial order', { title: '40 m trial order' }],
  ])('Tom Ferris, %s', (text, expected) => {
    expect(read(`Tom Ferris, ${text}`)).toEqual({ name: 'Tom Ferris', ...expected })
  })

  test.each<[string, object]>([
    ['Otto Berg ref. by Anna', { name: 'Otto Berg', source: 'ref. by Anna' }],
    ['Otto Berg (referred by Anna), Berg AG', { name: 'Otto Berg', company: 'Berg AG', source: 'referred by Anna' }],
    ['Met Carlos Ruiz at SaaStr', { name: 'Carlos Ruiz', source: 'SaaStr' }],
  ])('also behind a name: %s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test('a source that a lead had before is known by its name', () => {
    expect(read('Nürnberg, Aisha Bello', { sources: new Set([fold('Nürnberg')]) })).toEqual({ name: 'Aisha Bello', source: 'Nürnberg' })
  })
})

describe('numbers to call', () => {
  test.each(['+1 415 555 0132', '+49 (0)30 901820', '0031 20 123 4567', '030 1234567', '0171 2345678', '(415) 555-0132', '415-555-0132'])('%s', (phone) => {
    expect(read(`Tom, ${phone}`)).toEqual({ name: 'Tom', phones: [phone] })
  })

  test('of two numbers the one that was typed first comes first, and what to do with one keeps its day', () => {
    expect(read('Tom, +44 7700 900123 / +44 20 7946 0018')).toEqual({ name: 'Tom', phones: ['+44 7700 900123', '+44 20 7946 0018'] })
    expect(read('Tom, call him on +1 415 555 0132 tomorrow')).toEqual({ name: 'Tom', phones: ['+1 415 555 0132'], next: { channel: 'call', purpose: '', due: onDay('2026-11-24') } })
  })

  test('a date and an amount are no telephone numbers', () => {
    expect(read('Tom, call 2026-12-01, € 1 200 000')).toEqual({ name: 'Tom', value: eur(1_200_000), next: { channel: 'call', purpose: '', due: onDay('2026-12-01') } })
  })
})

test('what is not understood is kept word for word', () => {
  expect(read('🔥 hot lead, Yuki Tanaka, Kansai Optics, wants a demo of the new line; maybe 2 sites?')).toEqual({
    name: 'Yuki Tanaka',
    company: 'Kansai Optics',
    notes: '🔥 hot lead\nwants a demo of the new line\nmaybe 2 sites?',
  })
})

test('ten thousand characters are read in a moment, and none is lost', () => {
  for (const unit of ['Jane Doe, Acme, jane@acme.com, €12k, call tomorrow 15:00 #saas ', 'a', '1', '1 ', 'a.', '@', '#a', '+1 ', ', ', 'a@b.', '(', 'tomorrow ', '1,', 'www.', '😀']) {
    const text = unit.repeat(Math.ceil(10_000 / unit.length)).slice(0, 10_000)
    // Of the processor, since the machine has other things to do; what grows with the square takes minutes.
    const started = process.cpuUsage()
    expectNothingLost(text)
    expect(process.cpuUsage(started).user / 1000, JSON.stringify(unit)).toBeLessThan(2000)
  }
})

/** Every character of the line is in a piece, or is a space or separator between two. */
function expectNothingLost(text: string) {
  const { pieces, notes } = readLine(text, context)
  let end = 0
  let between = ''
  for (const piece of pieces) {
    expect(piece.start).toBeGreaterThanOrEqual(end)
    between += text.slice(end, piece.start)
    if (piece.part === 'notes') expect(notes).toContain(text.slice(piece.start, piece.end))
    end = piece.end
  }
  expect(between + text.slice(end)).toMatch(/^[\s\p{Cc},;|•·،、，；–—/-]*$/u)
}

test('any text at all is read without a throw, and none of it is lost', () => {
  const scrap = fc.constantFrom(
    'Jane', 'van der', 'Doe', 'at', '(Acme)', 'GmbH', 'jane@acme.com', 'mail:', '€12k', '1.200,50 €', '12', '+49 30 901820', '030 1234567', 'tel.', 'call', 'send', 'with', 'tomorrow', 'next Friday', 'at 3', 'in 2 weeks', '15:00', '27/11', 'trade show', 'via', 'inbound', 're:', 'met', 'ref. by', 'CEO', '24.12.', '/', 'new lead:', '5 lakh', '#saas', '#', 'https://a.example/b?c', ' - ', ',', ';', '\n', '\u0000', '😀', 'כהן', 'Ω',
  )
  const line = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.array(scrap, { maxLength: 25 }).map((parts) => parts.join(' ')), fc.array(fc.oneof(scrap, fc.string()), { maxLength: 25 }).map((parts) => parts.join('')))
  fc.assert(
    fc.property(line, (text) => {
      expectNothingLost(text)
    }),
    { numRuns: 500 },
  )
})

test('somebody who is there already is found by e-mail, telephone number or name', async () => {
  const app = await testCore()
  const add = async (contact: object) => app.call('addLead', { contact, contactId: null, lead: {}, stageId: null, next: null })
  const jane = await add({ name: 'Jané Doe', company: 'Acme', emails: [{ label: '', address: 'Jane@Acme.com' }], phones: [{ label: '', number: '+49 171 2345678' }] })
  const other = await add({ name: 'jane doe' })
  const find = async (who: { name?: string; emails?: string[]; phones?: string[] }) =>
    (await app.call('findSamePeople', { name: '', emails: [], phones: [], ...who })).map(({ contactId, by, leadId }) => [contactId, by, leadId])

  expect(await find({ emails: [' jane@acme.COM'] })).toEqual([[jane.contactId, 'email', jane.leadId]])
  expect(await find({ phones: ['0171 234 56 78'] })).toEqual([[jane.contactId, 'phone', jane.leadId]])
  expect(await find({ name: 'Jane Doe', emails: ['jane@acme.com'] })).toEqual([
    [jane.contactId, 'email', jane.leadId],
    [other.contactId, 'name', other.leadId],
  ])
  expect(await find({ name: 'Jane', phones: ['5678'] })).toEqual([])
})

test('the call reads with the settings and the sources that are there', async () => {
  const app = await testCore({ settings: { currency: 'CHF', zone: 'Asia/Tokyo' } })
  await app.call('addLead', { contact: { name: 'Ada' }, contactId: null, lead: { source: 'Nürnberg 2026' }, stageId: null, next: null })
  const reading = await app.call('readQuickAdd', { text: 'Jane Doe, 5k, nürnberg 2026, call today 18:00', region: null })
  expect(reading).toMatchObject({ name: 'Jane Doe', value: { amount: 5000, currency: 'CHF' }, source: 'nürnberg 2026', next: { due: { date: '2026-11-23', time: '18:00', zone: 'Asia/Tokyo' } } })
})

test('a new lead with somebody known adds what is new about them, changes nothing that is known, and one undo takes back both', async () => {
  const app = await testCore()
  const known = { name: 'Jane Doe', emails: [{ label: 'Work', address: 'jane@acme.com' }], notes: 'Plays chess.' }
  const { contactId } = await app.call('addLead', { contact: known, contactId: null, lead: {}, stageId: null, next: null })
  const [before] = await app.call('getPeople', {})
  const { leadId } = await app.call('addLead', {
    contact: { name: 'J. Doe', company: 'Acme', emails: [{ label: '', address: 'JANE@acme.com' }], phones: [{ label: '', number: '030 1234567' }], tags: ['saas'], notes: 'Wants a demo.' },
    contactId,
    lead: {},
    stageId: null,
    next: null,
  })
  expect((await app.call('getLead', { id: leadId })).contact).toMatchObject({
    id: contactId,
    name: 'Jane Doe',
    company: 'Acme',
    emails: known.emails,
    phones: [{ number: '030 1234567' }],
    tags: ['saas'],
    notes: 'Plays chess.\nWants a demo.',
  })
  await app.call('undo', { transaction: null })
  expect(await app.call('getPeople', {})).toEqual([before])
})

test.each([
  ['Big Corp, video 24 Dec 17:30', 'Big Corp'],
  ['Ines Duarte video call 24 Dec 17:30', 'Ines Duarte'],
  ['Ines Duarte video 24 Dec 17:30', 'Ines Duarte'],
])('a video is how, not what for: %s', (text, who) => {
  const { name, company, next } = read(text)
  expect([name ?? company, next]).toEqual([who, { channel: 'video', purpose: '', due: onDay('2026-12-24', '17:30') }])
})
