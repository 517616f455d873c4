import { describe, expect, test } from 'vitest'
import { testCore, type TestCore } from '../../tests/support/core.ts'
import type { CallInput } from '../../shared/api.ts'
import { unknownContact, type Contact } from '../../shared/contact.ts'
import { mergedFacts, proposedChoices, type ChosenField } from '../../shared/merge.ts'
import { words } from '../../shared/strings/words.ts'

type Facts = CallInput<'addLead'>['contact']
const tomorrow = { date: '2026-11-24', time: null, zone: null }

async function aPerson(core: TestCore, facts: Facts): Promise<string> {
  const next = { channel: 'call' as const, purpose: 'Say hello', due: tomorrow }
  return (await core.call('addLead', { contact: facts, contactId: null, lead: { title: `With ${facts.name}` }, stageId: null, next })).contactId
}

async function contactOf(core: TestCore, id: string): Promise<Contact> {
  return (await core.call('getContact', { id })).contact
}

/** Everything that the calls of people and leads can tell. */
async function everything(core: TestCore) {
  const board = await core.call('getBoard', { limit: null })
  const people = await core.call('getPeople', {})
  const contacts = await Promise.all(people.map(({ id }) => core.call('getContact', { id })))
  const leads = await Promise.all(board.cards.map(({ id }) => core.call('getLead', { id })))
  return { board, people, contacts, leads, today: await core.call('getToday', {}) }
}

function textOf(contact: Contact, field: ChosenField): string {
  const value = contact[field]
  return typeof value === 'string' && field !== 'referredBy' ? value : ''
}

/** The facts of a merge with each field as it is proposed. */
async function proposed(core: TestCore, keep: string, drop: string): Promise<CallInput<'mergeContacts'>> {
  const [one, other] = [await contactOf(core, keep), await contactOf(core, drop)]
  return { keep, drop, facts: mergedFacts(one, other, proposedChoices(one, other), textOf) }
}

describe('people', () => {
  test('are told leanly, with their leads, last and next touch', async () => {
    const core = await testCore()
    const id = await aPerson(core, { name: 'Ines Duarte', notes: 'Has a sailing boat', industry: 'Ceramics' })
    const [lead] = (await core.call('getContact', { id })).leads
    await core.call('logTouch', { leadId: lead!.id, channel: 'call', outcome: 'talked', notes: '', next: 'proposed' })
    const [person] = await core.call('getPeople', {})
    expect(person).toMatchObject({ industry: 'Ceramics', permission: 'not-asked', lastTouch: '2026-11-23T08:00:00.000Z', nextTouch: { channel: 'call', due: tomorrow } })
    expect(person).not.toHaveProperty('notes')
  })

  test('are found by words in name, company and e-mail, without accents and case', async () => {
    const core = await testCore()
    const zoe = await aPerson(core, { name: 'Zoë Brandt', company: 'Weberei Nord' })
    await aPerson(core, { name: 'Tom Ferris', emails: [{ label: '', address: 'tom@nord.example' }] })
    const names = async (text: string, without: string | null = null) => (await core.call('findContacts', { text, limit: 10, without })).map(({ name }) => name)
    expect(await names('zoe nord')).toEqual(['Zoë Brandt'])
    expect(await names('NORD')).toEqual(['Tom Ferris', 'Zoë Brandt'])
    expect(await names('nord', zoe)).toEqual(['Tom Ferris'])
    expect(await names('nobody')).toEqual([])
  })

  test('cannot be introduced by themselves when an older change is undone either', async () => {
    const core = await testCore()
    const [ann, bob] = [await aPerson(core, { name: 'Ann' }), await aPerson(core, { name: 'Bob' })]
    await core.call('editContact', { id: ann, changes: { referredBy: bob } })
    const freed = await core.ask('editContact', { id: ann, changes: { referredBy: null } })
    await core.call('editContact', { id: bob, changes: { referredBy: ann } })
    const before = await everything(core)
    const transaction = freed.ok ? (freed.transaction ?? '') : ''
    expect(await core.ask('undo', { transaction })).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await everything(core)).toEqual(before)
  })

  test('cannot be introduced by themselves, over however many steps', async () => {
    const core = await testCore()
    const [ann, bob, cleo] = [await aPerson(core, { name: 'Ann' }), await aPerson(core, { name: 'Bob' }), await aPerson(core, { name: 'Cleo' })]
    await core.call('editContact', { id: bob, changes: { referredBy: ann } })
    await core.call('editContact', { id: cleo, changes: { referredBy: bob } })
    for (const id of [ann, bob]) {
      const reply = await core.ask('editContact', { id, changes: { referredBy: cleo } })
      expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-input', field: 'referredBy' } })
    }
    expect((await core.call('getContact', { id: ann })).referred.map(({ name }) => name)).toEqual(['Bob'])
    expect((await core.call('getContact', { id: cleo })).referredBy?.name).toBe('Bob')
    expect(await core.ask('editContact', { id: ann, changes: { referredBy: 'nobody' } })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })

  test('keep no link that could run something', async () => {
    const core = await testCore()
    const id = await aPerson(core, { name: 'Ann' })
    for (const link of ['javascript:alert(1)', 'data:text/html,x', 'two words']) {
      expect(await core.ask('editContact', { id, changes: { links: [link] } })).toMatchObject({ ok: false, error: { field: 'links' } })
    }
    await core.call('editContact', { id, changes: { links: ['https://example.com', 'example.com/offer', 'mailto:a@b.example', 'C:\\Offers\\one.pdf'] } })
    expect((await contactOf(core, id)).links).toHaveLength(4)
    const [lead] = (await core.call('getContact', { id })).leads
    const run = { id: lead!.id, changes: { links: [{ label: 'Offer', url: 'javascript:alert(1)' }] } }
    expect(await core.ask('editLead', run)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  })

  test('are tagged and untagged together, in one step to undo', async () => {
    const core = await testCore()
    const ids = [await aPerson(core, { name: 'Ann', tags: ['Fair', 'old'] }), await aPerson(core, { name: 'Bob', tags: ['fair'] }), await aPerson(core, { name: 'Cleo' })]
    const before = await everything(core)
    expect(await core.call('tagContacts', { ids, add: ['fair', 'new'], remove: ['OLD'] })).toEqual({ changed: 3 })
    expect((await core.call('getPeople', {})).map(({ tags }) => tags)).toEqual([['Fair', 'new'], ['fair', 'new'], ['fair', 'new']])
    expect(await core.call('tagContacts', { ids, add: ['New'], remove: [] })).toEqual({ changed: 0 })
    expect(await core.ask('tagContacts', { ids, add: Array.from({ length: 51 }, (_, index) => `t${index}`), remove: [] })).toMatchObject({ error: { message: words.errors.inputs.tooManyTagsAtOnce } })
    await core.call('undo', { transaction: null })
    expect(await everything(core)).toEqual(before)
  })

  test('are deleted with their leads and all that hangs on those, which is counted before, and one undo brings all of it back', async () => {
    const core = await testCore()
    const [ann, bob] = [await aPerson(core, { name: 'Ann' }), await aPerson(core, { name: 'Bob' })]
    const [lead] = (await core.call('getContact', { id: ann })).leads
    await core.call('addLead', { contact: {}, contactId: ann, lead: { title: 'More' }, stageId: 'won', next: null })
    await core.call('startRecap', { leadId: lead!.id, touchId: null })
    for (const what of ['Offer', 'Samples']) await core.call('addPromise', { leadId: lead!.id, side: 'mine', what, by: null })
    await core.call('addQuestion', { leadId: lead!.id, text: 'How long does it take?' })
    await core.call('editContact', { id: bob, changes: { referredBy: ann } })
    expect(await core.call('countWithContacts', { ids: [ann, ann, 'gone'] })).toEqual({ contacts: 1, leads: 2, touches: 1, promises: 2, questions: 1, recaps: 1 })
    const before = await everything(core)
    await core.call('deleteContacts', { ids: [ann] })
    expect((await core.call('getPeople', {})).map(({ name }) => name)).toEqual(['Bob'])
    expect((await contactOf(core, bob)).referredBy).toBeNull()
    expect(await core.call('getRecaps', {})).toEqual([])
    await core.call('undo', { transaction: null })
    expect(await everything(core)).toEqual(before)
    expect(await core.call('getRecaps', {})).toHaveLength(1)
  })
})

describe('duplicates', () => {
  test('are found by e-mail, phone, name and company, and say why', async () => {
    const core = await testCore()
    await aPerson(core, { name: 'Ann Lee', emails: [{ label: '', address: 'Ann@lee.example' }] })
    await aPerson(core, { name: 'A. Lee', emails: [{ label: 'work', address: 'ann@LEE.example' }] })
    await aPerson(core, { name: 'Bob', phones: [{ label: '', number: '+49 170 1234567' }] })
    await aPerson(core, { name: 'Robert', phones: [{ label: '', number: '0170/123 45 67' }] })
    await aPerson(core, { name: 'José Pérez', company: 'Acme' })
    await aPerson(core, { name: 'jose perez', company: 'ACME' })
    await aPerson(core, { name: 'Somebody Else' })
    const { groups, total } = await core.call('getDuplicates', {})
    expect(total).toBe(3)
    expect(groups.map(({ reasons, contacts }) => [...reasons, ...contacts.map(({ contact }) => contact.name)])).toEqual([
      ['email', 'Ann Lee', 'A. Lee'],
      ['phone', 'Robert', 'Bob'],
      ['name-company', 'José Pérez', 'jose perez'],
    ])
  })

  test('are told no more once they were said to be different people, until somebody new looks like them', async () => {
    const core = await testCore()
    const ids = [await aPerson(core, { name: 'Ann Lee' }), await aPerson(core, { name: 'Ann Lee', company: 'Other' })]
    expect((await core.call('getDuplicates', {})).total).toBe(1)
    await core.call('changeSettings', { notDuplicates: [ids] })
    expect((await core.call('getDuplicates', {})).total).toBe(0)
    await aPerson(core, { name: 'ann lee', company: 'Third' })
    expect((await core.call('getDuplicates', {})).total).toBe(1)
  })
})

describe('merging', () => {
  test('moves leads, touches, recaps and referrals along, and one undo brings both back', async () => {
    const core = await testCore()
    const ann = await aPerson(core, { name: 'Ann Lee', notes: 'Sails', emails: [{ label: '', address: 'ann@lee.example' }], tags: ['fair'] })
    const other = await aPerson(core, { name: 'A. Lee', role: 'Owner', notes: 'Two children', emails: [{ label: '', address: 'a@lee.example' }], tags: ['Fair', 'new'] })
    const bob = await aPerson(core, { name: 'Bob', referredBy: other })
    const [lead] = (await core.call('getContact', { id: other })).leads
    await core.call('startRecap', { leadId: lead!.id, touchId: null })
    const before = await everything(core)

    await core.call('mergeContacts', await proposed(core, ann, other))
    const merged = await core.call('getContact', { id: ann })
    expect(merged.contact).toMatchObject({ name: 'Ann Lee', role: 'Owner', notes: 'Sails\n\nTwo children\n\nName (other entry): A. Lee', tags: ['fair', 'new'] })
    expect(merged.contact.emails.map(({ address }) => address)).toEqual(['ann@lee.example', 'a@lee.example'])
    expect(merged.leads).toHaveLength(2)
    expect(merged.referred.map(({ id }) => id)).toEqual([bob])
    expect((await core.call('getRecaps', {}))[0]).toMatchObject({ contactName: 'Ann Lee' })
    expect(await core.ask('getContact', { id: other })).toMatchObject({ ok: false, error: { code: 'not-found' } })

    await core.call('undo', { transaction: null })
    expect(await everything(core)).toEqual(before)
  })

  test('is refused when it would close a circle of referrals, with what to do', async () => {
    const core = await testCore()
    const [ann, bob] = [await aPerson(core, { name: 'Ann' }), await aPerson(core, { name: 'Bob' })]
    const twin = await aPerson(core, { name: 'Ann' })
    await core.call('editContact', { id: bob, changes: { referredBy: twin } })
    await core.call('editContact', { id: ann, changes: { referredBy: bob } })
    const before = await everything(core)
    const input = await proposed(core, ann, twin)
    expect(await core.ask('mergeContacts', input)).toMatchObject({ ok: false, error: { field: 'referredBy' } })
    expect(await everything(core)).toEqual(before)
    await core.call('mergeContacts', { ...input, facts: { ...input.facts, referredBy: null } })
    expect((await core.call('getContact', { id: ann })).referred.map(({ id }) => id)).toEqual([bob])
  })

  test('of somebody with themselves or with nobody is refused', async () => {
    const core = await testCore()
    const ann = await aPerson(core, { name: 'Ann' })
    const facts = { ...unknownContact, name: 'Ann' }
    expect(await core.ask('mergeContacts', { keep: ann, drop: ann, facts })).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    expect(await core.ask('mergeContacts', { keep: ann, drop: 'gone', facts })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })
})
