import { expect, test, vi } from 'vitest'
import type { CallInput } from '../../shared/api.ts'
import { foldedWords, markedRuns } from '../../shared/fold.ts'
import { testCore, type TestCore } from '../../tests/support/core.ts'

async function add(app: TestCore, contact: CallInput<'addLead'>['contact'], lead: CallInput<'addLead'>['lead'] = {}, stageId: string | null = null) {
  return app.call('addLead', { contact, contactId: null, lead, stageId, next: null })
}

/** The names of what is found, by kind. */
async function find(app: TestCore, text: string) {
  const { people, leads, notes } = await app.call('search', { text, limit: 10 })
  return { people: people.map(({ name }) => name), leads: leads.map(({ name, title }) => title || name), notes: notes.map(({ excerpt }) => excerpt) }
}

test('accents, case, word order and a wrong letter are forgiven, and a beginning is enough', async () => {
  const app = await testCore()
  await add(app, { name: 'Marek Novák', company: 'Novák & Synové' })
  await add(app, { name: 'Inês Duarte', company: 'Łódź Ceramics' })
  await add(app, { name: 'יעל כהן' })
  for (const text of ['novak', 'NOVÁK', 'nov', 'synove marek', 'nowak', 'marek  n', 'mar nov', 'nov mar']) expect((await find(app, text)).people, text).toEqual(['Marek Novák'])
  for (const text of ['Duarted', 'ines', 'lodz', 'duart ceramics']) expect((await find(app, text)).people, text).toEqual(['Inês Duarte'])
  expect((await find(app, 'כהן')).people).toEqual(['יעל כהן'])
  expect(await find(app, 'zzz')).toEqual({ people: [], leads: [], notes: [] })
  expect(await find(app, ' ,. ')).toEqual({ people: [], leads: [], notes: [] })
})

test('two neighbouring letters that were swapped are forgiven, and no more than that', async () => {
  const app = await testCore()
  await add(app, { name: 'John Brandt' })
  await add(app, { name: 'Marek Novák' })
  for (const text of ['jonh', 'jhon', 'brnadt', 'jonh brandt', 'john barndt', 'jonh bradnt']) expect((await find(app, text)).people, text).toEqual(['John Brandt'])
  expect((await find(app, 'nvoak')).people).toEqual(['Marek Novák'])
  for (const text of ['ojnh', 'brnatd', 'jnoe']) expect((await find(app, text)).people, text).toEqual([])
})

test('people are found by e-mail address, telephone number, tag and role', async () => {
  const app = await testCore()
  await add(app, { name: 'Ada', emails: [{ label: '', address: 'ada@engines.example' }], phones: [{ label: '', number: '+44 (0)20 7946-0958' }], tags: ['saas'], role: 'Buyer' })
  await add(app, { name: 'Ben', phones: [{ label: '', number: '+44 20 1111' }] })
  for (const text of ['ada@engines.example', 'engines', '7946 0958', '020 79', 'saas', 'buyer']) expect((await find(app, text)).people, text).toEqual(['Ada'])
})

test('a company is found with how many people there are in it, however they write it', async () => {
  const app = await testCore()
  const acme = [{ name: 'Jane', company: 'Acme GmbH' }, { name: 'Ben', company: 'ACME GmbH' }, { company: 'Acme GmbH' }]
  for (const contact of [...acme, { name: 'Ada', company: 'Société Acmé' }, { company: 'Acme Alone' }, { name: 'Acme Jones', company: 'Other' }]) await add(app, contact)
  const companies = async (text: string, limit = 10) => (await app.call('search', { text, limit })).companies.map(({ company, contacts }) => [company.toLowerCase(), contacts] as const)
  expect(Object.fromEntries(await companies('acme'))).toEqual({ 'acme gmbh': 3, 'société acmé': 1 })
  for (const text of ['acme gm', 'gmbh acme', 'amce gmbh']) expect(await companies(text), text).toEqual([['acme gmbh', 3]])
  expect(await companies('acme', 1)).toHaveLength(1)
  for (const text of ['acme jane', 'jane', 'alone', '']) expect(await companies(text), text).toEqual([])
})

test('a name comes before a title, a title before a note, an open lead before a closed one', async () => {
  const app = await testCore()
  await add(app, { name: 'Tom' }, { title: 'Solar roof' }, 'won')
  await add(app, { name: 'Lena' }, { title: 'Solar wall' })
  await add(app, { name: 'Solar Petrova' }, { title: 'Pumps' })
  expect((await find(app, 'solar')).leads).toEqual(['Pumps', 'Solar wall', 'Solar roof'])
})

test('what was written is found with its place, wherever it was written', async () => {
  const app = await testCore()
  const { leadId, contactId } = await add(app, { name: 'Ada', notes: 'Two children. Plays the bassoon on Sundays.' }, { needs: ['A quieter compressor'] })
  await app.call('logTouch', { leadId, channel: 'call', outcome: 'talked', notes: `${'Much was said before. '.repeat(20)}They want delivery before Easter.`, next: 'proposed' })
  const recap = await app.call('startRecap', { leadId, touchId: null })
  await app.call('editRecap', { id: recap.id, changes: { problems: ['The boiler is loud'] } })

  expect((await find(app, 'bassoon')).notes).toEqual(['Two children. Plays the bassoon on Sundays.'])
  expect((await find(app, 'compresor')).notes).toEqual(['A quieter compressor'])
  expect((await find(app, 'boiler')).notes).toEqual(['The boiler is loud'])
  expect((await find(app, 'easter')).notes[0]).toMatch(/^….*They want delivery before Easter\.$/)
  const { notes } = await app.call('search', { text: 'easter', limit: 5 })
  expect(notes).toMatchObject([{ leadId, contactId, name: 'Ada' }])
})

test('words of a name and of what was written are found together, in any order and while they are typed', async () => {
  const app = await testCore()
  const { leadId } = await add(app, { name: 'Jane Doe', company: 'Acme' }, { title: 'Curtains' })
  await app.call('logTouch', { leadId, channel: 'call', outcome: null, notes: 'The dye lots vary from roll to roll', next: 'proposed' })
  const other = await add(app, { name: 'Jo Park', notes: 'Knows a lot about dye lots' })
  for (const text of ['Jane dye lots', 'dye lots jane', 'acme dye', 'curtains lots', 'jane dye lo', 'jane rolls']) {
    expect(await find(app, text), text).toEqual({ people: [], leads: [], notes: ['The dye lots vary from roll to roll'] })
  }
  expect((await find(app, 'jo dye')).notes).toEqual(['Knows a lot about dye lots'])
  expect((await find(app, 'dye lots')).notes.toSorted()).toEqual(['Knows a lot about dye lots', 'The dye lots vary from roll to roll'])
  // A name that also occurs in notes is no reason to show all of them.
  await app.call('editContact', { id: other.contactId, changes: { notes: 'Jane knows them' } })
  expect(await find(app, 'jane doe')).toEqual({ people: ['Jane Doe'], leads: ['Curtains'], notes: [] })
})

test('of several leads with one person, each is found by what it is about and what was written at it', async () => {
  const app = await testCore()
  const { contactId } = await add(app, { name: 'Ada' }, { title: 'Solar roof', needs: ['A quiet converter'] })
  await app.call('addLead', { contact: {}, contactId, lead: { title: 'Heat pump', source: 'Fair', needs: ['A quiet yard'] }, stageId: null, next: null })
  expect(await find(app, 'solar')).toEqual({ people: [], leads: ['Solar roof'], notes: [] })
  expect((await find(app, 'ada pump')).leads).toEqual(['Heat pump'])
  expect((await find(app, 'fair')).leads).toEqual(['Heat pump'])
  expect((await find(app, 'ada')).leads.toSorted()).toEqual(['Heat pump', 'Solar roof'])
  expect((await find(app, 'quiet yard')).notes).toEqual(['A quiet yard'])
  expect((await find(app, 'quiet')).notes.toSorted()).toEqual(['A quiet converter', 'A quiet yard'])
  expect(await find(app, 'solar pump')).toEqual({ people: [], leads: [], notes: [] })
})

test('the index follows leads that go to somebody else, or away', async () => {
  const app = await testCore()
  const kept = await add(app, { name: 'Ada Byron' })
  const dropped = await add(app, { name: 'Ada' }, { title: 'Engines', needs: ['Punched cards'] })
  expect((await find(app, 'engines')).leads).toEqual(['Engines'])
  const { contact } = await app.call('getContact', { id: kept.contactId })
  const { id: _, createdAt: __, ...facts } = contact
  await app.call('mergeContacts', { keep: kept.contactId, drop: dropped.contactId, facts })
  expect(await find(app, 'byron punched')).toMatchObject({ notes: ['Punched cards'] })
  expect((await find(app, 'byron engines')).leads).toEqual(['Engines'])
  expect((await find(app, 'ada')).people).toEqual(['Ada Byron'])

  await app.call('deleteLeads', { ids: [dropped.leadId] })
  expect(await find(app, 'punched')).toEqual({ people: [], leads: [], notes: [] })
  expect((await find(app, 'ada')).people).toEqual(['Ada Byron'])
  await app.call('undo', { transaction: null })
  expect((await find(app, 'punched')).notes).toEqual(['Punched cards'])
})

test('the index follows every change, undo and restore', async () => {
  const app = await testCore()
  const { leadId, contactId } = await add(app, { name: 'Ada' })
  expect((await find(app, 'ada')).people).toEqual(['Ada'])

  await app.call('editContact', { id: contactId, changes: { name: 'Grace', company: 'Navy' } })
  expect(await find(app, 'ada')).toEqual({ people: [], leads: [], notes: [] })
  expect(await find(app, 'navy')).toMatchObject({ people: ['Grace'], leads: ['Grace'] })
  await app.call('undo', { transaction: null })
  expect(await find(app, 'ada')).toMatchObject({ people: ['Ada'], leads: ['Ada'] })

  const touch = await app.call('logTouch', { leadId, channel: 'call', outcome: null, notes: 'about punched cards', next: 'proposed' })
  expect((await find(app, 'punched')).notes).toEqual(['about punched cards'])
  await app.call('undo', { transaction: null })
  expect((await find(app, 'punched')).notes).toEqual([])
  await app.call('redo', {})
  expect((await find(app, 'punched')).notes).toEqual([touch.notes])

  const backup = await app.call('makeBackup', {})
  await add(app, { name: 'Zoe' })
  expect((await find(app, 'zoe')).people).toEqual(['Zoe'])
  await app.call('restoreBackup', { file: backup.file })
  expect((await find(app, 'zoe')).people).toEqual([])
  expect((await find(app, 'ada')).people).toEqual(['Ada'])
})

test('a search says when what was written is still being gone through, and completes by itself', async () => {
  const app = await testCore()
  const rows = Array.from({ length: 3000 }, (_, index) => add(app, { name: `Person ${index}`, notes: `remark${index} about the ${index}th of them` }))
  await Promise.all(rows)
  const first = await app.call('search', { text: 'remark2999', limit: 5 })
  if (!first.complete) expect(first.notes).toEqual([])
  await vi.waitFor(async () => expect(await app.call('search', { text: 'remark2999', limit: 5 })).toMatchObject({ complete: true, notes: [{ name: 'Person 2999' }] }), 10_000)
}, 60_000)

test('the mark covers the beginning that was typed, or the word that was forgiven', () => {
  const marked = (text: string, typed: string, found: string[]) => markedRuns(text, foldedWords(typed), found).map((run) => (run.marked ? `[${run.text}]` : run.text)).join('')
  expect(marked('Marek Novák, Novák & Synové', 'nov syn', ['novak', 'synove'])).toBe('Marek [Nov]ák, [Nov]ák & [Syn]ové')
  expect(marked('Ines Duarte', 'duarted', ['duarte'])).toBe('Ines [Duarte]')
  expect(marked('Großmann Straße', 'gross', ['grossmann'])).toBe('[Groß]mann Straße')
  expect(marked('Acme', 'zzz', [])).toBe('Acme')
})

test('whoever came with an export that was read back is found, and who was there before is not', async () => {
  const from = await testCore()
  await add(from, { name: 'Marek Novák' })
  const { text } = await from.call('exportFile', { what: 'database' })
  const into = await testCore()
  await add(into, { name: 'Inês Duarte' })
  expect((await find(into, 'duarte')).people).toEqual(['Inês Duarte'])
  await into.call('importDatabase', { text })
  expect((await find(into, 'novak')).people).toEqual(['Marek Novák'])
  expect((await find(into, 'duarte')).people).toEqual([])
})

test('promises and questions lead to whom they belong, and their answers too', async () => {
  const app = await testCore()
  const { leadId } = await add(app, { name: 'Ada' })
  await add(app, { name: 'Ben' })
  expect(await find(app, 'budget')).toEqual({ people: [], leads: [], notes: [] })
  await app.call('addPromise', { leadId, side: 'theirs', what: 'Send the budget figures', by: null })
  const { id } = await app.call('addQuestion', { leadId, text: 'Does it run on a Macintosh?' })
  await app.call('answerQuestion', { id, answer: 'On all since Catalina' })
  for (const text of ['budget', 'ada figures', 'macintosh', 'catalina']) expect((await app.call('search', { text, limit: 10 })).notes, text).toMatchObject([{ name: 'Ada', leadId }])
  await app.call('deleteQuestion', { id })
  expect((await find(app, 'macintosh')).notes).toEqual([])
})
