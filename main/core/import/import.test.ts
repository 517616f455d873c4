import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ImportChoices } from '../../../shared/import.ts'
import { importWords } from '../../../shared/strings/import-words.ts'
import { testCore, type TestCore } from '../../../tests/support/core.ts'
import { importInput as input } from '../../../tests/support/import.ts'

const files = join(import.meta.dirname, '..', '..', '..', 'tests', 'fixtures', 'imports')

const fixture = (name: string, choices: Partial<ImportChoices> = {}) => input(readFileSync(join(files, name)), choices)
const cards = async (core: TestCore) => (await core.call('getBoard', { limit: null })).cards

async function contacts(core: TestCore) {
  const people = await core.call('getPeople', {})
  return Promise.all(people.map(async ({ id }) => (await core.call('getContact', { id })).contact))
}

describe('importing people', () => {
  test('tells beforehand what it will do, does it in one undoable step, and changes nothing the second time', async () => {
    const core = await testCore()
    const file = fixture('google-current.csv', { stageId: 'new' })
    const told = await core.call('readImport', file)
    const reply = await core.ask('importFile', file)
    expect(reply).toMatchObject({ ok: true, data: { people: told.newPeople, leads: told.newLeads, rejected: told.rejectedRows } })
    expect(told.sample[0]).toMatchObject({ row: 2, name: 'Ines Duarte', company: 'Porto Ceramics', stage: 'New' })
    expect((await cards(core)).map(({ name, stageId, source }) => [name, stageId, source])[0]).toEqual(['Ines Duarte', 'new', 'Google Contacts'])

    const again = await core.ask('importFile', file)
    expect(again).toMatchObject({ ok: true, data: { people: 0, leads: 0 } })
    expect(again).not.toHaveProperty('transaction')

    await core.call('undo', { transaction: null })
    expect(await core.call('getPeople', {})).toEqual([])
    expect(await cards(core)).toEqual([])
  })

  test('adds no lead for a row of a list with deals that says nothing of one, unless told to', async () => {
    const core = await testCore()
    const text = 'Name,E-mail,Deal value,Deal stage\nAnn,ann@example.com,1200,\nBea,bea@example.com,,\nCid,cid@example.com,0,\nDot,dot@example.com,,Meeting\n'
    expect(await core.call('readImport', input(text))).toMatchObject({ newPeople: 4, newLeads: 2 })
    expect(await core.call('readImport', input(text, { stageId: 'new' }))).toMatchObject({ newPeople: 4, newLeads: 4 })
    await core.call('importFile', input(text))
    expect((await cards(core)).map(({ name }) => name)).toEqual(['Ann', 'Dot'])
    expect(await core.ask('importFile', input(text))).toMatchObject({ data: { people: 0, leads: 0 } })
  })

  test('skips who is there already, or fills in what they lack, as chosen for each', async () => {
    const core = await testCore()
    for (const name of ['Ann', 'Bea']) {
      const contact = { name, emails: [{ label: '', address: `${name.toLowerCase()}@example.com` }], role: 'Chief' }
      await core.call('addLead', { contact, contactId: null, lead: {}, stageId: null, next: null })
    }
    const text = 'Name,E-mail,Company,Role\nAnn B.,ANN@example.com,Acme,Clerk\nBea,bea@example.com,Beech,\nCid,cid@example.com,,\nCid,cid@example.com,Cedar,\n'
    const told = await core.call('readImport', input(text, { known: 'fill', except: [3] }))
    expect(told.duplicates).toEqual([
      { row: 2, name: 'Ann', company: '', where: 'data', fills: ['company'], fill: true },
      { row: 3, name: 'Bea', company: '', where: 'data', fills: ['company'], fill: false },
      { row: 5, name: 'Cid', company: '', where: 'file', fills: ['company'], fill: true },
    ])
    await core.call('importFile', input(text, { known: 'fill', except: [3] }))
    const people = await core.call('getPeople', {})
    expect(people.map(({ name, company, role }) => [name, company, role])).toEqual([['Ann', 'Acme', 'Chief'], ['Bea', '', 'Chief'], ['Cid', 'Cedar', '']])
    await core.call('undo', { transaction: null })
    expect((await core.call('getPeople', {})).map(({ name, company }) => [name, company])).toEqual([['Ann', ''], ['Bea', '']])
  })

  test('puts what a later row of the same person notes below what was noted, once', async () => {
    const core = await testCore()
    const text = 'Name,E-mail,Deal name,Deal stage,Notes\nAnn,ann@example.com,Kilns,Meeting,Likes tea\nAnn,ann@example.com,Ovens,Meeting,Has a dog\nAnn,ann@example.com,Tiles,Meeting,Likes tea\n'
    const told = await core.call('readImport', input(text))
    expect(told).toMatchObject({ newPeople: 1, newLeads: 3, knownPeople: 0, duplicates: [] })
    await core.call('importFile', input(text))
    expect(await contacts(core)).toMatchObject([{ name: 'Ann', notes: 'Likes tea\n\nHas a dog' }])
    expect(await core.ask('importFile', input(text, { known: 'fill' }))).toMatchObject({ data: { people: 0, leads: 0 } })
    expect(await contacts(core)).toMatchObject([{ notes: 'Likes tea\n\nHas a dog' }])
  })

  test('takes the address of somebody along whom an earlier row of the file named without one', async () => {
    const core = await testCore()
    const text = 'Name,Company,E-mail,Role\nIda,Holm,,\nIda,Holm,ida@holm.example,CFO\nIda,Holm,ida@holm.example,CTO\n'
    expect(await core.call('readImport', input(text))).toMatchObject({ newPeople: 1, knownPeople: 1, duplicates: [{ row: 4, where: 'file', fills: [], fill: false }] })
    await core.call('importFile', input(text))
    expect(await contacts(core)).toMatchObject([{ name: 'Ida', role: 'CFO', emails: [{ address: 'ida@holm.example' }] }])
    expect(await core.ask('importFile', input(text))).not.toHaveProperty('transaction')
    const unnamed = 'Name,Company,E-mail\n,Oak,cy@oak.example\nCy,Oak,cy@oak.example\nCy,Oak,\nCy,Oak,other@oak.example\n'
    expect(await core.call('importFile', input(unnamed, { known: 'fill' }))).toMatchObject({ people: 2 })
    expect(await core.ask('importFile', input(unnamed, { known: 'fill' }))).not.toHaveProperty('transaction')
    const alike = 'Name,Company,E-mail,Notes\nEve,,eve@elm.example,\nEve,Elm,other@elm.example,\nEve,Elm,,Has a dog\nEve,Elm,eve@elm.example,\n'
    expect(await core.call('importFile', input(alike, { known: 'fill' }))).toMatchObject({ people: 2 })
    expect(await core.ask('importFile', input(alike, { known: 'fill' }))).not.toHaveProperty('transaction')
    const two = 'Name,Company,E-mail\nBo,Bull,\nBo,Bull,bo@bull.example\nBo,Bull,\nBo,Bull,other@bull.example\nBo,Holm,other@bull.example\n'
    expect(await core.call('importFile', input(two))).toMatchObject({ people: 2 })
    expect(await core.ask('importFile', input(two))).not.toHaveProperty('transaction')
  })

  test('finds people without an address by name and company, as in lists of connections and deals', async () => {
    const core = await testCore()
    await core.call('importFile', input('Name,Company,E-mail\nIda,Holm,ida@holm.example\nOle,Bull,\nJo,,jo@example.com\n'))
    const told = await core.call('readImport', input('Name,Company,E-mail,Role\nIDA,holm,,CFO\nOle,Bull,ole@bull.example,\nIda,Holm,other@holm.example,\nJo,,,\n', { known: 'fill' }))
    expect(told.duplicates.map(({ row, fills }) => [row, fills])).toEqual([[2, ['role']], [3, ['emails']]])
    expect(told.sample.map(({ row }) => row)).toEqual([4, 5])
    const deals = await core.call('readImport', input('Deal name,Deal stage,Contact person,Organization\nKilns,Meeting,Ida,Holm\n'))
    expect(deals).toMatchObject({ newPeople: 0, newLeads: 1 })
  })

  test('changes nothing the second time, whoever is alike in whatever way', async () => {
    const cell = (...texts: string[]) => fc.constantFrom(...texts)
    const row = fc.tuple(cell('Ida', 'ida', 'Bo', ''), cell('Holm', 'Bull', ''), cell('a@x.example', 'A@x.example', 'b@x.example', ''), cell('CFO', ''), cell('Likes tea', 'Has a dog', ''), cell('Kilns', 'Ovens', ''), cell('Meeting', 'Won', ''), cell('2026-12-31', '2027-01-31', ''))
    const file = fc.array(row, { minLength: 1, maxLength: 8 }).map((rows) => ['Name,Company,E-mail,Role,Notes,Deal name,Deal stage,Close date', ...rows.map((cells) => cells.join(','))].join('\n'))
    await fc.assert(
      fc.asyncProperty(file, fc.constantFrom('skip' as const, 'fill' as const), fc.constantFrom(null, 'new'), async (text, known, stageId) => {
        const core = await testCore()
        const first = await core.ask('importFile', input(text, { known, stageId }))
        if (!first.ok) return
        expect(await core.ask('importFile', input(text, { known, stageId }))).not.toHaveProperty('transaction')
      }),
      { numRuns: 25 },
    )
  }, 60_000)

  test('fills in no notes that would be longer than notes can be', async () => {
    const core = await testCore()
    const row = (letter: string) => `Ann,ann@example.com,"${letter.repeat(60_000)}"\n`
    expect(await core.call('importFile', input(`Name,E-mail,Notes\n${row('a')}${row('b')}`, { known: 'fill' }))).toMatchObject({ people: 1, known: 1 })
    expect((await contacts(core))[0]?.notes).toHaveLength(60_000)
  })

  test('hands the rejected rows back as they were, with the reason in the last column', async () => {
    const core = await testCore()
    const { rejectedFile, rejected } = await core.call('readImport', input('Name,E-mail,Phone\nAnn,n/a,+1 555\nBea,bea@example.com,1\n,,\n'))
    expect(rejected).toEqual([{ row: 2, reason: importWords.reasons.noEmail('n/a') }, { row: 3, reason: importWords.reasons.notUnderstood('phone numbers') }])
    expect(rejectedFile.split('\r\n')).toEqual([
      `\uFEFFName,E-mail,Phone,${importWords.reason}`,
      `Ann,n/a,"'+1 555",${importWords.reasons.noEmail('n/a')}`,
      `Bea,bea@example.com,1,${importWords.reasons.notUnderstood('phone numbers')}`,
      '',
    ])
  })

  test('takes the rejected rows over once they are corrected, as the file they came from', async () => {
    const core = await testCore()
    const file = input('Name,E-mail,Where\nAnn,n/a,Fair\n', { mapping: ['name', 'email', 'howWeMet'] })
    await core.call('importFile', file)
    const { rejectedFile } = await core.call('readImport', file)
    const corrected = input(rejectedFile.replace('n/a', 'ann@example.com'))
    expect(await core.call('readImport', corrected)).toMatchObject({ remembered: true, newPeople: 1, rejectedRows: 0 })
    await core.call('importFile', corrected)
    expect(await contacts(core)).toMatchObject([{ name: 'Ann', emails: [{ address: 'ann@example.com' }], howWeMet: 'Fair', notes: '' }])
  })

  test('finds who referred whom by name or address, and rejects people who referred each other in a circle', async () => {
    const core = await testCore()
    const told = await core.call('readImport', fixture('bad/circular-referral.csv'))
    expect(told.rejected.map(({ row, reason }) => [row, reason])).toEqual([2, 3, 4, 6].map((row) => [row, importWords.reasons.circular]))
    await core.call('importFile', fixture('bad/circular-referral.csv'))
    expect(await contacts(core)).toMatchObject([{ name: 'Dot', referredBy: null, notes: 'Referred by: Ann' }])
    await core.call('importFile', input('Name,Referred by\nFay,dot@example.com\nGus,Fay\nHal,Nobody Known\n'))
    const people = await contacts(core)
    const idOf = (name: string) => people.find((person) => person.name === name)?.id
    expect(people.find(({ name }) => name === 'Fay')?.referredBy).toBe(idOf('Dot'))
    expect(people.find(({ name }) => name === 'Gus')?.referredBy).toBe(idOf('Fay'))
    expect(people.find(({ name }) => name === 'Hal')).toMatchObject({ referredBy: null, notes: 'Referred by: Nobody Known' })
  })

  test('remembers what the columns were said to mean', async () => {
    const core = await testCore()
    const first = 'Wer;Wohin\nIda Holm;Oslo\n'
    expect(await core.call('readImport', input(first))).toMatchObject({ needsMapping: true, newPeople: 0 })
    await core.call('importFile', input(first, { mapping: ['name', 'company'] }))
    const later = await core.call('readImport', input('WER;Wohin\nOle;Bergen\n'))
    expect(later).toMatchObject({ needsMapping: false, remembered: true, newPeople: 1, sample: [{ name: 'Ole', company: 'Bergen' }] })
  })
})

describe('importing deals', () => {
  test('gives leads with stage, value, source and end, several with one person, and the same file twice changes nothing', async () => {
    const core = await testCore()
    const told = await core.call('readImport', fixture('pipedrive-deals.csv'))
    expect(told).toMatchObject({ holdsLeads: true, newPeople: 3, newLeads: 4, rejectedRows: 1 })
    expect(told.stages).toEqual([
      { name: 'Proposal', stageId: 'proposal', count: 1 },
      { name: 'Qualified', stageId: 'new', count: 1 },
      { name: 'Won', stageId: 'won', count: 1 },
      { name: 'Lost', stageId: 'lost', count: 1 },
    ])
    const file = fixture('pipedrive-deals.csv', { stages: { Qualified: 'contacted' } })
    await core.call('importFile', file)
    const board = await cards(core)
    expect(board.map(({ name, title, stageId, value, closing }) => [name, title, stageId, value?.amount ?? null, closing])).toEqual([
      ['Nadia Haddad', 'Second order', 'contacted', 1200, null],
      ['Nadia Haddad', 'Haddad Imports deal', 'proposal', 8400, null],
      ['Otto Berg', 'Berg annual', 'won', 300, { reason: '', on: '2026-11-10' }],
      ['Noord BV', 'Empty hands', 'lost', null, { reason: 'Went silent', on: '2026-11-23' }],
    ])
    expect((await core.call('getPeople', {})).map(({ name, leads }) => [name, leads.length])).toContainEqual(['Nadia Haddad', 2])
    expect(await core.call('importFile', file)).toMatchObject({ people: 0, leads: 0 })
    expect(await cards(core)).toEqual(board)
  })

  test('notes when a deal that is still open may close', async () => {
    const core = await testCore()
    await core.call('importFile', input('Deal Name,Deal Stage,Close Date,Associated Contact,E-mail\nKilns,Proposal,2026-12-31,Ida,i@h.example\nOvens,Closed Won,2026-11-01,Bo,b@h.example\n'))
    expect((await contacts(core)).map(({ name, notes }) => [name, notes])).toEqual([['Bo', ''], ['Ida', 'Close Date: 2026-12-31']])
    expect((await cards(core)).map(({ title, closing }) => [title, closing?.on ?? null])).toEqual([['Kilns', null], ['Ovens', '2026-11-01']])
  })

  test('notes it, too, with somebody who is there already and left alone, once for each new deal', async () => {
    const core = await testCore()
    await core.call('importFile', input('Name,E-mail,Notes\nIda,i@h.example,Likes tea\n'))
    const deals = (...rows: string[]) => input(`Deal Name,Deal Stage,Close Date,Associated Contact,E-mail,Notes\n${rows.join('\n')}\n`)
    const first = deals('Kilns,Proposal,2026-12-31,Ida,i@h.example,Has a dog')
    expect(await core.call('importFile', first)).toMatchObject({ people: 0, leads: 1 })
    expect(await contacts(core)).toMatchObject([{ notes: 'Likes tea\nClose Date: 2026-12-31' }])
    expect(await core.ask('importFile', first)).not.toHaveProperty('transaction')
    const both = deals('Kilns,Proposal,2026-12-31,Ida,i@h.example,', 'Ovens,Proposal,2027-01-31,Ida,i@h.example,')
    await core.call('importFile', both)
    expect(await contacts(core)).toMatchObject([{ notes: 'Likes tea\nClose Date: 2026-12-31\nClose Date: 2027-01-31' }])
    expect(await core.ask('importFile', both)).not.toHaveProperty('transaction')
  })

  test('leaves out a row whose notes have no room for what belongs there, and no other', async () => {
    const core = await testCore()
    const long = 'x'.repeat(99_990)
    const deals = `Deal Name,Deal Stage,Close Date,Person,Referred by,Notes\nKilns,Proposal,2026-12-31,Ida,,${long}\nOvens,Proposal,2026-12-31,Bo,,\nTiles,Proposal,,Cy,Nobody Known,${long}\n,,,Dot,Cy,\nBricks,Proposal,never,Eve,,\n`
    const told = await core.call('readImport', input(deals))
    const tooLong = importWords.reasons.tooLong(importWords.facts.notes, 100_000)
    expect(told.rejected).toEqual([{ row: 2, reason: tooLong }, { row: 4, reason: tooLong }, { row: 6, reason: importWords.reasons.noDate('never') }])
    expect(await core.call('importFile', input(deals))).toMatchObject({ people: 2, leads: 1, rejected: 3 })
    expect((await contacts(core)).map(({ name, notes }) => [name, notes])).toEqual([['Bo', 'Close Date: 2026-12-31'], ['Dot', 'Referred by: Cy']])
  })

  test('adds the deals of people who came before from another file', async () => {
    const core = await testCore()
    await core.call('importFile', fixture('pipedrive-people.csv'))
    expect(await core.call('importFile', fixture('pipedrive-deals.csv'))).toMatchObject({ people: 1, leads: 4 })
    expect((await core.call('getPeople', {})).find(({ name }) => name === 'Nadia Haddad')?.leads).toHaveLength(2)
  })
})

describe('a large file', () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => `Person ${index},p${index}@example.com,"Met, and talked"`)
  const text = ['Name,E-mail,Notes', ...rows].join('\r\n')

  test('tells how far it is, lets other calls through meanwhile, and is stopped without a trace', async () => {
    const core = await testCore()
    const told: number[] = []
    core.core.on('progress', ({ job, done }) => {
      if (job === 'large') told.push(done)
      if (told.length === 2) void core.call('cancelImport', { job: 'large' })
    })
    const started = performance.now()
    const importing = core.ask('importFile', input(text, {}, 'large'))
    await core.call('getBoard', { limit: null })
    const waited = performance.now() - started
    expect(await importing).toMatchObject({ ok: false, error: { code: 'cancelled', message: importWords.problems.cancelled } })
    expect(told.length).toBeGreaterThanOrEqual(2)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    // Generous, for a busy machine; the slices are 15 ms.
    expect(waited).toBeLessThan(500)
    expect(await core.call('getPeople', {})).toEqual([])
    expect((await core.call('getState', {})).undo).toBeNull()
  })
})
