import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { channelSchema } from '../../../shared/channel.ts'
import type { Contact } from '../../../shared/contact.ts'
import type { Lead } from '../../../shared/lead.ts'
import { defaultStages } from '../../../shared/stage.ts'
import { FakeClock, temporaryFolder, testCore, type TestCore } from '../../../tests/support/core.ts'
import { importInput } from '../../../tests/support/import.ts'
import { databaseJson } from './database.ts'
import { Store } from '../database/store.ts'
import { importWords } from '../../../shared/strings/import-words.ts'
import { words } from '../../../shared/strings/words.ts'

/** Text as people write it, and as nobody should. */
const hard = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.constantFrom('=1+1', "'=1+1", '+49 30 1', '-', '@home', "'", '"', 'a;b\\;c', 'x, y', 'line\nline', 'Zoë 🌱👩‍🚀', 'שלום, עולם', 'مرحبا', '\\n', ' ::: ', 'a|b', '"quoted", and; more', '🇩🇪'),
)
const word = (most: number) => hard.map((text) => text.replace(/\s+/g, ' ').trim().slice(0, most)).filter((text) => text.isWellFormed() && text.trim() !== '').map((text) => text.trim())
const notes = fc.array(hard, { maxLength: 4 }).chain((parts) => fc.constantFrom('\n', '\r\n', '\r', '\t=').map((joint) => parts.join(joint))).filter((text) => text.isWellFormed())
const date = fc.date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }).map((day) => day.toISOString())
const day = date.map((instant) => instant.slice(0, 10))

const contact = fc.record({
  name: word(60),
  company: word(60),
  role: word(60),
  emails: fc.array(fc.record({ label: word(20), address: word(30).map((text) => `${text}@example.com`) }), { maxLength: 3 }),
  phones: fc.array(fc.record({ label: word(20), number: word(30).map((text) => `+1 ${text}`) }), { maxLength: 3 }),
  links: fc.array(word(80), { maxLength: 3 }),
  tags: fc.array(word(30), { maxLength: 3 }),
  zone: fc.constantFrom(null, 'Europe/Berlin', 'Asia/Kolkata'),
  industry: word(60),
  howWeMet: word(60),
  notes,
  permission: fc.record({ status: fc.constantFrom('not-asked' as const, 'granted' as const, 'declined' as const), on: fc.option(day), words: word(60), channels: fc.subarray([...channelSchema.options]), until: fc.option(day), notBefore: fc.option(day) }),
  preferredChannel: fc.constantFrom(null, 'call' as const, 'in-person' as const),
  doNotContact: fc.boolean(),
  keepInTouchDays: fc.option(fc.integer({ min: 1, max: 3660 })),
  createdAt: date,
})

const lead = fc.record({
  title: word(60),
  value: fc.option(fc.record({ amount: fc.integer({ min: 0, max: 100_000_000 }).map((cents) => cents / 100), currency: fc.constantFrom('EUR', 'USD', 'JPY') })),
  source: word(60),
  inbound: fc.boolean(),
  needs: fc.array(word(60), { maxLength: 3 }),
  links: fc.array(fc.record({ label: word(30), url: word(60) }), { maxLength: 2 }),
  stage: fc.constantFrom(...defaultStages),
  closing: fc.option(fc.record({ reason: word(60), on: day })),
  parkedUntil: fc.option(day),
  minimumGap: fc.option(fc.integer({ min: 0, max: 366 })),
  silenceLimit: fc.option(fc.integer({ min: 1, max: 100 })),
  createdAt: date,
  stageSince: date,
})

const people = fc.array(fc.tuple(contact, fc.array(lead, { minLength: 1, maxLength: 2 })), { minLength: 1, maxLength: 6 })

/** The database that a generated one becomes: each person with their leads, referred by the one before. */
async function coreWith(generated: (typeof people) extends fc.Arbitrary<infer T> ? T : never): Promise<TestCore> {
  const contacts: Contact[] = []
  const leads: Lead[] = []
  for (const [index, [facts, theirs]] of generated.entries()) {
    contacts.push({ ...facts, id: `c${index}`, referredBy: index % 2 === 1 ? `c${index - 1}` : null })
    for (const [place, { stage, closing, parkedUntil, ...rest }] of theirs.entries()) {
      const ended = stage.kind === 'won' || stage.kind === 'lost'
      leads.push({
        ...rest,
        id: `l${index}-${place}`,
        contactId: `c${index}`,
        stageId: stage.id,
        rank: `a${index}${place}V`,
        silenceAnswer: null,
        closing: ended ? closing : null,
        parkedUntil: stage.kind === 'parked' ? parkedUntil : null,
      })
    }
  }
  return coreOn({ contacts, leads })
}

async function coreOn(records: { contacts: Contact[]; leads: Lead[] }): Promise<TestCore> {
  const dataDir = await temporaryFolder()
  const stages = defaultStages.map((stage, index) => ({ ...stage, name: words.stages[stage.id], rank: `a${index}` }))
  const maps = Object.entries({ stages, ...records }).map(([name, list]) => [name, new Map(list.map((record) => [record.id, record]))] as const)
  const store = new Store(Object.fromEntries(maps))
  await writeFile(join(dataDir, 'followthrough.json'), databaseJson(store, { now: 0, newId: () => 'device' }))
  return testCore({ dataDir })
}

const textOf = async (core: TestCore, what: 'people-csv' | 'leads-csv' | 'vcard' | 'database') => (await core.call('exportFile', { what })).text

/** Runs in files of their own, so few but large examples. */
const runs = { numRuns: 25 }

describe('Export, import and export again gives the same bytes', () => {
  test('of people and leads as CSV, and the leads alone bring their people along', async () => {
    await fc.assert(
      fc.asyncProperty(people, async (generated) => {
        const first = await coreWith(generated)
        const peopleFile = await textOf(first, 'people-csv')
        const leadsFile = await textOf(first, 'leads-csv')
        const second = await testCore()
        expect(await second.call('importFile', importInput(peopleFile))).toMatchObject({ people: generated.length, rejected: 0, known: 0 })
        await second.call('importFile', importInput(leadsFile))
        expect(await textOf(second, 'people-csv')).toBe(peopleFile)
        expect(await textOf(second, 'leads-csv')).toBe(leadsFile)
        // The same files a second time change nothing.
        expect(await second.ask('importFile', importInput(peopleFile))).not.toHaveProperty('transaction')
        expect(await second.ask('importFile', importInput(leadsFile))).not.toHaveProperty('transaction')

        const third = await testCore()
        await third.call('importFile', importInput(leadsFile))
        expect(await textOf(third, 'leads-csv')).toBe(leadsFile)
      }),
      runs,
    )
  }, 60_000)

  test('of people as vCard', async () => {
    await fc.assert(
      fc.asyncProperty(people, async (generated) => {
        const first = await coreWith(generated)
        const file = await textOf(first, 'vcard')
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        const second = await testCore()
        expect(await second.call('importFile', importInput(file))).toMatchObject({ people: generated.length, rejected: 0 })
        expect(await textOf(second, 'vcard')).toBe(file)
      }),
      runs,
    )
  }, 60_000)

  test('of people of whom only a company or an address is known', async () => {
    const nobody = { ...(fc.sample(contact, { numRuns: 1, seed: 1 })[0] as Omit<Contact, 'id' | 'referredBy'>), name: '', referredBy: null }
    const first = await coreOn({
      contacts: [{ ...nobody, id: 'a', company: 'Acme' }, { ...nobody, id: 'b', company: '', emails: [{ label: '', address: 'b@example.com' }] }],
      leads: [],
    })
    for (const what of ['people-csv', 'vcard'] as const) {
      const second = await testCore()
      const file = await textOf(first, what)
      await second.call('importFile', importInput(file))
      expect(await textOf(second, what)).toBe(file)
    }
  })
})

describe('A spreadsheet', () => {
  test('finds no formula in an export', async () => {
    const core = await testCore()
    const formulas = { name: '=HYPERLINK("http://evil.example","x")', company: '@SUM(A1)', role: "'=1", phones: [{ label: '-', number: '+1 555 0100' }], notes: '\tx' }
    await core.call('addLead', { contact: formulas, contactId: null, lead: { title: '=2+5' }, stageId: null, next: null })
    const cells = (await textOf(core, 'people-csv')) + (await textOf(core, 'leads-csv'))
    for (const written of [`"'=HYPERLINK(""http://evil.example"",""x"")"`, "'@SUM(A1)", "''=1", "'-", "'+1 555 0100", "'\tx", "'=2+5"]) expect(cells).toContain(written)
    expect(cells).not.toMatch(/(^|[,\n])("\r|"?[=+\-@\t])/)
  })
})

describe('The whole database as JSON', () => {
  test('comes out the same to the byte after it was read back, but for the moment and the device', async () => {
    const records = (text: string) => text.slice(text.indexOf('"counts"'))
    await fc.assert(
      fc.asyncProperty(people, async (generated) => {
        const file = await textOf(await coreWith(generated), 'database')
        const second = await testCore()
        await second.call('importDatabase', { text: file })
        expect(records(await textOf(second, 'database'))).toBe(records(file))
      }),
      { numRuns: 8 },
    )
  }, 60_000)

  test('opens in an empty folder as the identical state', async () => {
    const first = await testCore()
    await first.call('addSample', {})
    const file = await textOf(first, 'database')
    const dataDir = await temporaryFolder()
    await writeFile(join(dataDir, 'followthrough.json'), file)
    // A day earlier, so that no reminder falls due meanwhile.
    const second = await testCore({ dataDir, clock: new FakeClock('2026-11-20T08:00:00Z') })
    expect(JSON.parse(await textOf(second, 'database'))).toMatchObject({ tables: (JSON.parse(file) as { tables: object }).tables })
    expect(await second.call('getBoard', { limit: null })).toEqual(await first.call('getBoard', { limit: null }))
  })

  test('takes the place of what is there, which is kept as a backup, and comes out the same again', async () => {
    const first = await testCore({ clock: new FakeClock('2026-11-20T08:00:00Z') })
    await first.call('addSample', {})
    const file = await textOf(first, 'database')
    const second = await testCore({ clock: new FakeClock('2026-11-18T08:00:00Z') })
    await second.call('importFile', importInput('Name\nAda\n'))
    await second.call('importDatabase', { text: file })
    expect(await second.call('getPeople', {})).toEqual(await first.call('getPeople', {}))
    const tables = (text: string) => (JSON.parse(text) as { tables: object }).tables
    expect(tables(await textOf(second, 'database'))).toEqual(tables(file))
    const backup = (await second.call('listBackups', {})).find(({ contacts }) => contacts === 1)
    await second.call('restoreBackup', { file: backup?.file ?? '' })
    expect(await second.call('getPeople', {})).toMatchObject([{ name: 'Ada' }])
  })

  test('is refused in a sentence when it is none, is newer, or a record does not fit, and nothing is changed', async () => {
    const core = await testCore()
    await core.call('importFile', importInput('Name\nAda\n'))
    const file = await textOf(core, 'database')
    const backups = await core.call('listBackups', {})
    const { noDatabase, newerDatabase } = importWords.problems
    for (const [text, message] of [
      ['{}', noDatabase],
      ['Name,E-mail', noDatabase],
      [file.replace(/"version":\d+/, '"version":999'), newerDatabase],
      [file.replace('"name":"Ada"', '"name":7'), noDatabase],
      // Somebody introduced by themselves.
      [file.replace(/("id":"([^"]+)","name":"Ada".*?"referredBy":)null/s, '$1"$2"'), noDatabase],
    ] as const) {
      expect(await core.ask('importDatabase', { text })).toMatchObject({ ok: false, error: { code: 'unreadable-file', message } })
    }
    expect(await core.call('getPeople', {})).toMatchObject([{ name: 'Ada' }])
    expect(await core.call('listBackups', {})).toEqual(backups)
  })
})
