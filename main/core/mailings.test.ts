import { describe, expect, it } from 'vitest'
import type { CallInput } from '../../shared/api.ts'
import { permissionNotAsked } from '../../shared/contact.ts'
import { testCore, type TestCore } from '../../tests/support/core.ts'

const locale = 'en-GB'
const permission = { ...permissionNotAsked, status: 'granted' } as const

async function aTemplate(test: TestCore, kind: 'email' | 'text' = 'email') {
  const { id } = await test.call('saveTemplate', { id: null, facts: { name: `Value share ${kind}`, kind, subject: 'For {{company | you}}', body: 'Hello {{firstName | there}}, as {{role}}?' } })
  return id
}

async function aPerson(test: TestCore, name: string, more: CallInput<'addLead'>['contact'] = {}, stageId: string | null = null) {
  const { leadId } = await test.call('addLead', {
    contact: { name, emails: [{ label: '', address: `${name.toLowerCase().replaceAll(' ', '.')}@example.com` }], ...more },
    contactId: null,
    lead: {},
    stageId,
    next: null,
  })
  return leadId
}

/** A mailing to three leads, and the ids. */
async function aMailing(test: TestCore) {
  const leadIds = [await aPerson(test, 'Ann Ash'), await aPerson(test, 'Ben Birch'), await aPerson(test, 'Cleo Cedar')]
  const { id } = await test.call('startMailing', { name: 'November', templateId: await aTemplate(test), leadIds, customers: false })
  return { id, leadIds, get: async () => test.call('getMailing', { id, locale }) }
}

const text = { subject: 'For you', body: 'Hello Ann' }

describe('who gets a mailing', () => {
  it('is told before it begins, with the reason for each who does not', async () => {
    const test = await testCore()
    const leads = {
      well: await aPerson(test, 'Well Willing', { role: 'Buyer' }),
      open: await aPerson(test, 'Open Role'),
      'do-not-contact': await aPerson(test, 'Dora Not', { doNotContact: true }),
      'permission-declined': await aPerson(test, 'Dan Declined', { permission: { ...permission, status: 'declined' } }),
      'permission-expired': await aPerson(test, 'Eve Expired', { permission: { ...permission, until: '2026-11-22' } }),
      'not-before': await aPerson(test, 'Nora Later', { permission: { ...permission, notBefore: '2026-11-24' } }),
      'channel-not-permitted': await aPerson(test, 'Cara Call', { permission: { ...permission, channels: ['call'] } }),
      'no-address': await aPerson(test, 'Nils Noaddress', { emails: [] }),
      'too-soon': await aPerson(test, 'Theo Today'),
      won: await aPerson(test, 'Wanda Won', {}, 'won'),
      lost: await aPerson(test, 'Lou Lost', {}, 'lost'),
      parked: await aPerson(test, 'Pia Parked', {}, 'parked'),
    }
    await test.call('logTouch', { leadId: leads['too-soon'], channel: 'call', outcome: 'talked', notes: '', next: 'proposed' })
    const input = { templateId: await aTemplate(test), leadIds: [...Object.values(leads), leads.well, 'nobody'], customers: false, locale }
    const { going, leftOut } = await test.call('previewMailing', input)
    expect(going.map(({ leadId, toFill }) => [leadId, toFill])).toEqual([
      [leads.well, []],
      [leads.open, ['{{role}}']],
    ])
    expect(leftOut.map(({ bar }) => bar)).toEqual([...Object.keys(leads).slice(2), 'gone'])
    const withCustomers = await test.call('previewMailing', { ...input, customers: true })
    expect(withCustomers.going.map(({ leadId }) => leadId)).toContain(leads.won)
  })

  it('is each person once', async () => {
    const test = await testCore()
    const first = await aPerson(test, 'Ann Ash')
    const { contact } = await test.call('getLead', { id: first })
    const { leadId: second } = await test.call('addLead', { contact: {}, contactId: contact.id, lead: { title: 'More' }, stageId: null, next: null })
    const { leftOut } = await test.call('previewMailing', { templateId: await aTemplate(test), leadIds: [first, second], customers: false, locale })
    expect(leftOut).toMatchObject([{ leadId: second, bar: 'same-person' }])
  })

  it('cannot be nobody', async () => {
    const test = await testCore()
    const leadId = await aPerson(test, 'Dora Not', { doNotContact: true })
    expect(await test.ask('startMailing', { name: 'x', templateId: await aTemplate(test), leadIds: [leadId], customers: false })).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await test.call('getMailings', {})).toEqual([])
  })
})

describe('a mailing', () => {
  it('goes from lead to lead: sent is logged with what it said and gives a next step, skipped is not logged', async () => {
    const test = await testCore()
    const { leadIds, id, get } = await aMailing(test)
    expect(await get()).toMatchObject({ mailing: { sent: 0, skipped: 0, of: 3 }, next: { recipient: { leadId: leadIds[0] }, subject: 'For you', body: 'Hello Ann, as {{role}}?', isEdited: false } })
    await test.call('handleMailing', { id, leadId: leadIds[0] ?? '', how: 'sent', text })
    const { touches } = await test.call('getLead', { id: leadIds[0] ?? '' })
    expect(touches.map(({ state, channel, purpose, notes }) => [state, channel, purpose, notes])).toEqual([
      ['due', 'email', '', ''],
      ['done', 'email', 'Value share email', 'Subject: For you\n\nHello Ann'],
    ])
    await test.call('handleMailing', { id, leadId: leadIds[1] ?? '', how: 'skipped', text: null })
    expect((await test.call('getLead', { id: leadIds[1] ?? '' })).touches).toEqual([])
    expect(await get()).toMatchObject({ mailing: { sent: 1, skipped: 1, of: 3, endedAt: null }, next: { recipient: { leadId: leadIds[2] } } })
    await test.call('handleMailing', { id, leadId: leadIds[2] ?? '', how: 'sent', text })
    const over = await get()
    expect(over).toMatchObject({ next: null, passedOver: [], mailing: { sent: 2, skipped: 1 } })
    expect(over.mailing.endedAt).not.toBeNull()
  })

  it('takes back a message with one undo', async () => {
    const test = await testCore()
    const { leadIds, id, get } = await aMailing(test)
    await test.call('editMailingDraft', { id, leadId: leadIds[0] ?? '', text })
    const before = await get()
    await test.call('handleMailing', { id, leadId: leadIds[0] ?? '', how: 'sent', text })
    await test.call('undo', { transaction: null })
    expect(await get()).toEqual(before)
    expect((await test.call('getLead', { id: leadIds[0] ?? '' })).touches).toEqual([])
  })

  it('keeps what is edited for the next lead over a restart, and only for that one', async () => {
    const test = await testCore()
    const { leadIds, id } = await aMailing(test)
    await test.call('editMailingDraft', { id, leadId: leadIds[0] ?? '', text: { subject: 'Mine', body: 'Dear Ann' } })
    await test.core.stop()
    const again = await testCore({ dataDir: test.dataDir })
    expect((await again.call('getMailing', { id, locale })).next).toMatchObject({ subject: 'Mine', body: 'Dear Ann', isEdited: true })
    await again.call('editMailingDraft', { id, leadId: leadIds[1] ?? '', text: null })
    expect((await again.call('getMailing', { id, locale })).next).toMatchObject({ isEdited: true })
    await again.call('handleMailing', { id, leadId: leadIds[0] ?? '', how: 'skipped', text: null })
    expect((await again.call('getMailing', { id, locale })).next).toMatchObject({ body: 'Hello Ben, as {{role}}?', isEdited: false })
  })

  it('looks at the rules again at each message, and passes over whom they are against', async () => {
    const test = await testCore()
    const { leadIds, id, get } = await aMailing(test)
    const [ann = '', ben = '', cleo = ''] = leadIds
    const { contact } = await test.call('getLead', { id: ann })
    await test.call('editContact', { id: contact.id, changes: { doNotContact: true } })
    expect(await get()).toMatchObject({ next: { recipient: { leadId: ben } }, passedOver: [{ leadId: ann, bar: 'do-not-contact' }] })
    expect(await test.ask('handleMailing', { id, leadId: ann, how: 'sent', text })).toMatchObject({ ok: false, error: { code: 'conflict', message: expect.stringContaining('Is not to be contacted') } })
    await test.call('moveLeads', { ids: [ben], stageId: 'won', before: null })
    await test.call('logTouch', { leadId: cleo, channel: 'call', outcome: 'talked', notes: '', next: 'proposed' })
    expect(await get()).toMatchObject({ next: null, passedOver: [{ bar: 'do-not-contact' }, { bar: 'won' }, { bar: 'too-soon' }], mailing: { endedAt: null } })
    await test.clock.advance(24 * 3_600_000)
    expect(await get()).toMatchObject({ next: { recipient: { leadId: cleo } } })
  })

  it('writes to nobody twice whose two contacts were made one meanwhile, also once the gap is over', async () => {
    const test = await testCore()
    const { leadIds, id, get } = await aMailing(test)
    const [ann = '', ben = '', cleo = ''] = leadIds
    await test.call('handleMailing', { id, leadId: ann, how: 'sent', text })
    const { id: keep, createdAt: _, ...facts } = (await test.call('getLead', { id: ann })).contact
    const { contact } = await test.call('getLead', { id: ben })
    await test.call('mergeContacts', { keep, drop: contact.id, facts })
    expect(await get()).toMatchObject({ next: { recipient: { leadId: cleo } }, passedOver: [{ leadId: ben, bar: 'too-soon' }] })
    await test.clock.advance(14 * 24 * 3_600_000)
    expect(await get()).toMatchObject({ next: { recipient: { leadId: cleo } }, passedOver: [{ leadId: ben, bar: 'same-person' }] })
    expect(await test.ask('handleMailing', { id, leadId: ben, how: 'sent', text })).toMatchObject({ ok: false, error: { code: 'conflict' } })
  })

  it('knows of another mailing that reached the same people', async () => {
    const test = await testCore()
    const { leadIds, id, get } = await aMailing(test)
    const { templateId } = (await get()).mailing
    const second = await test.call('startMailing', { name: 'Again', templateId, leadIds, customers: false })
    await test.call('handleMailing', { id, leadId: leadIds[0] ?? '', how: 'sent', text })
    expect((await test.call('getMailing', { id: second.id, locale })).passedOver).toMatchObject([{ leadId: leadIds[0], bar: 'too-soon' }])
    expect(await test.ask('handleMailing', { id: second.id, leadId: leadIds[0] ?? '', how: 'sent', text })).toMatchObject({ ok: false, error: { code: 'conflict' } })
  })

  it('goes on without a lead that was deleted', async () => {
    const test = await testCore()
    const { leadIds, get } = await aMailing(test)
    await test.call('deleteLeads', { ids: [leadIds[0] ?? ''] })
    expect(await get()).toMatchObject({ mailing: { of: 2 }, next: { recipient: { leadId: leadIds[1] } } })
  })

  it('logs nobody twice, and nobody once it is ended, until it is taken up again', async () => {
    const test = await testCore()
    const { leadIds, id } = await aMailing(test)
    const [ann = '', ben = ''] = leadIds
    await test.call('handleMailing', { id, leadId: ann, how: 'sent', text })
    expect(await test.ask('handleMailing', { id, leadId: ann, how: 'sent', text })).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await test.ask('handleMailing', { id, leadId: 'other', how: 'sent', text })).toMatchObject({ ok: false, error: { code: 'not-found' } })
    await test.call('stopMailing', { id })
    expect(await test.ask('handleMailing', { id, leadId: ben, how: 'sent', text })).toMatchObject({ ok: false, error: { code: 'conflict' } })
    await test.call('resumeMailing', { id })
    await test.call('handleMailing', { id, leadId: ben, how: 'skipped', text: null })
    expect(await test.call('getMailings', {})).toMatchObject([{ id, sent: 1, skipped: 1, of: 3 }])
  })

  it('keeps its template from being deleted, and goes itself without what was sent', async () => {
    const test = await testCore()
    const { leadIds, id, get } = await aMailing(test)
    const { templateId } = (await get()).mailing
    await test.call('handleMailing', { id, leadId: leadIds[0] ?? '', how: 'sent', text })
    expect(await test.call('deleteTemplate', { id: templateId })).toEqual({ archived: true })
    expect((await get()).next?.body).toBe('Hello Ben, as {{role}}?')
    await test.call('deleteMailing', { id })
    expect(await test.ask('getMailing', { id, locale })).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect((await test.call('getLead', { id: leadIds[0] ?? '' })).touches).toHaveLength(2)
  })
})
