import { describe, expect, it } from 'vitest'
import { aLead, FakeClock, testCore, type TestCore } from '../../tests/support/core.ts'
import { readyTemplates } from '../../shared/strings/en-templates.ts'

const facts = { name: 'Hello', kind: 'email', subject: 'For {{company | you}}', body: 'Hello {{firstName | there}}' } as const

async function aTemplate(test: TestCore) {
  return test.call('saveTemplate', { id: null, facts })
}

describe('templates', () => {
  it('are there in a new database, and come back by name without a second copy', async () => {
    const test = await testCore()
    const templates = await test.call('getTemplates', {})
    expect(templates.map(({ name }) => name).toSorted()).toEqual(readyTemplates.map(({ name }) => name).toSorted())
    expect(await test.call('addReadyTemplates', {})).toEqual({ added: 0 })
    await test.call('deleteTemplate', { id: templates[0]?.id ?? '' })
    expect(await test.call('addReadyTemplates', {})).toEqual({ added: 1 })
  })

  it('keep what they said before, the latest first, unless nothing changed', async () => {
    const test = await testCore()
    const { id } = await aTemplate(test)
    await test.call('saveTemplate', { id, facts: { ...facts, name: 'Another name' } })
    expect((await test.call('getTemplate', { id })).earlier).toEqual([])
    await test.clock.advance(60_000)
    await test.call('saveTemplate', { id, facts: { ...facts, body: 'Second' } })
    await test.clock.advance(60_000)
    await test.call('saveTemplate', { id, facts: { ...facts, body: 'Third' } })
    const { earlier } = await test.call('getTemplate', { id })
    expect(earlier.map(({ body }) => body)).toEqual(['Second', facts.body])
    expect(earlier[1]?.until).toBe('2026-11-23T08:01:00.000Z')
  })

  it('go back to what they said before, without losing what they say now; undo takes that back', async () => {
    const test = await testCore()
    const { id } = await aTemplate(test)
    await test.clock.advance(60_000)
    await test.call('saveTemplate', { id, facts: { ...facts, body: 'Second' } })
    await test.clock.advance(60_000)
    const [version] = (await test.call('getTemplate', { id })).earlier
    await test.call('restoreTemplate', { id, until: version?.until ?? '' })
    expect(await test.call('getTemplate', { id })).toMatchObject({ body: facts.body, earlier: [{ body: 'Second' }, { body: facts.body }] })
    await test.call('undo', { transaction: null })
    expect(await test.call('getTemplate', { id })).toMatchObject({ body: 'Second', earlier: [{ body: facts.body }] })
    expect(await test.ask('restoreTemplate', { id, until: '2020-01-01T00:00:00.000Z' })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })

  it('keep fifty versions at most', async () => {
    const test = await testCore()
    const { id } = await aTemplate(test)
    for (let version = 0; version < 60; version += 1) await test.call('saveTemplate', { id, facts: { ...facts, body: `Version ${version}` } })
    const { earlier } = await test.call('getTemplate', { id })
    expect(earlier).toHaveLength(50)
    expect(earlier[0]?.body).toBe('Version 58')
  })

  it('have a name of their own, and a subject only for mail', async () => {
    const test = await testCore()
    await aTemplate(test)
    expect(await test.ask('saveTemplate', { id: null, facts: { ...facts, name: 'HELLO' } })).toMatchObject({ ok: false, error: { code: 'conflict', field: 'facts.name' } })
    expect(await test.ask('saveTemplate', { id: null, facts: { ...facts, name: ' ' } })).toMatchObject({ ok: false, error: { field: 'facts.name' } })
    expect(await test.call('saveTemplate', { id: null, facts: { ...facts, name: 'Text', kind: 'text' } })).toMatchObject({ subject: '' })
  })

  it('go when they were never used, and to the archive when they were', async () => {
    const test = await testCore()
    const { id } = await aTemplate(test)
    const lead = await aLead(test, 'Jane Doe')
    await test.call('logTouch', { leadId: lead, channel: 'email', outcome: null, notes: '', message: { templateId: id, text: 'Hello Jane' }, next: 'proposed' })
    expect((await test.call('getTemplates', {})).find((template) => template.id === id)?.used).toBe(1)
    const { touches } = await test.call('getLead', { id: lead })
    expect(touches.find(({ state }) => state === 'done')).toMatchObject({ templateId: id, purpose: 'Hello', notes: 'Hello Jane', channel: 'email' })
    expect(touches.filter(({ state }) => state === 'due')).toHaveLength(1)
    expect(await test.call('deleteTemplate', { id })).toEqual({ archived: true })
    expect((await test.call('getTemplate', { id })).archivedAt).not.toBeNull()
    await test.call('archiveTemplate', { id, archived: false })
    const { id: unused } = await test.call('saveTemplate', { id: null, facts: { ...facts, name: 'Unused' } })
    expect(await test.call('deleteTemplate', { id: unused })).toEqual({ archived: false })
    expect(await test.ask('getTemplate', { id: unused })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })
})

describe('what goes into a message', () => {
  it('is what is known of the lead, its next meeting and what it is given', async () => {
    const test = await testCore({ settings: { name: 'Elena Brandt' } })
    const { leadId } = await test.call('addLead', {
      contact: { name: 'Dr. Jane Doe', company: 'Acme', role: 'Buyer', industry: 'Logistics', zone: 'America/New_York', emails: [{ label: '', address: 'jane@acme.example' }] },
      contactId: null,
      lead: { title: 'Trial order', needs: ['Fewer delays', 'Lower cost'] },
      stageId: null,
      next: { channel: 'video', purpose: 'Demo', due: { date: '2026-11-27', time: '10:00', zone: 'America/New_York' } },
    })
    const { fields, addresses, name, bars } = await test.call('getRecipient', { leadId, touchId: null, locale: 'en-GB' })
    expect(name).toBe('Dr. Jane Doe')
    expect(fields).toEqual({
      firstName: 'Jane',
      name: 'Dr. Jane Doe',
      company: 'Acme',
      role: 'Buyer',
      industry: 'Logistics',
      leadTitle: 'Trial order',
      need: 'Fewer delays',
      nextMeeting: expect.stringContaining('10:00 your time'),
      tomorrow: 'Tuesday 24 November',
      valueItem: '',
      valueLink: '',
      myName: 'Elena Brandt',
    })
    expect(addresses).toEqual({ email: 'jane@acme.example', text: null, social: null, script: null })
    expect(bars).toEqual({ email: null, text: null, social: null, script: null })
  })

  it('calls no touch the next time to speak that they do not know of', async () => {
    const test = await testCore()
    const { leadId } = await test.call('addLead', {
      contact: { name: 'Jane Doe' },
      contactId: null,
      lead: {},
      stageId: null,
      next: { channel: 'call', purpose: 'Try again', due: { date: '2026-11-24', time: '10:00', zone: 'Europe/Berlin' } },
    })
    const meeting = async () => (await test.call('getRecipient', { leadId, touchId: null, locale: 'en-GB' })).fields['nextMeeting']
    expect(await meeting()).toBe('')
    await test.call('scheduleTouch', { leadId, channel: 'in-person', purpose: '', due: { date: '2026-11-26', time: null, zone: null } })
    expect(await meeting()).toBe('Thursday 26 November')
  })

  it('says what speaks against writing, by channel', async () => {
    const test = await testCore()
    const permission = { status: 'granted', on: null, words: '', channels: ['call'], until: null, notBefore: null } as const
    const { leadId } = await test.call('addLead', { contact: { name: 'Jane Doe', permission: { ...permission, channels: ['call'] } }, contactId: null, lead: {}, stageId: null, next: null })
    expect((await test.call('getRecipient', { leadId, touchId: null, locale: 'en' })).bars).toEqual({ email: 'channel-not-permitted', text: 'channel-not-permitted', social: 'channel-not-permitted', script: null })
  })

  it('names other people by whole name or address, and never the lead itself', async () => {
    const test = await testCore()
    const jane = await aLead(test, 'Jane Doe')
    await test.call('addLead', { contact: { name: 'Priya Nair', emails: [{ label: '', address: 'priya@example.com' }] }, contactId: null, lead: {}, stageId: null, next: null })
    await aLead(test, 'Jane Doe')
    const named = async (text: string) => (await test.call('findOthersNamed', { leadId: jane, text })).map(({ what }) => what)
    expect(await named('Hello Jane Doe')).toEqual([])
    expect(await named('Hello Priya Nair')).toEqual(['Priya Nair'])
    expect(await named('Write to priya@example.com')).toEqual(['priya@example.com'])
  })

  it('is refused in a locale that is none', async () => {
    const test = await testCore()
    expect(await test.ask('getRecipient', { leadId: await aLead(test, 'Jane Doe'), touchId: null, locale: 'not a locale' })).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  })
})

describe('what is prepared for a touch', () => {
  it('is kept as it is typed, is no step to undo, and stands in the way of none', async () => {
    const test = await testCore({ clock: new FakeClock('2026-11-23T08:00:00Z') })
    const template = await aTemplate(test)
    const lead = await aLead(test, 'Jane Doe')
    const touch = await test.call('scheduleTouch', { leadId: lead, channel: 'email', purpose: '', due: { date: '2026-11-24', time: null, zone: null } })
    await test.call('prepareTouch', { id: touch.id, preparation: 'Subject: A\n\nHello', templateId: template.id })
    await test.call('prepareTouch', { id: touch.id, preparation: 'Subject: A\n\nHello Jane', templateId: template.id })
    expect((await test.call('getLead', { id: lead })).touches[0]).toMatchObject({ preparation: 'Subject: A\n\nHello Jane', templateId: template.id })
    expect((await test.call('undo', { transaction: null })).command).toBe('scheduleTouch')
    expect((await test.call('getLead', { id: lead })).touches).toEqual([])
  })

  it('is refused for a touch that is done, and with a template that is gone', async () => {
    const test = await testCore()
    const lead = await aLead(test, 'Jane Doe')
    const touch = await test.call('scheduleTouch', { leadId: lead, channel: 'email', purpose: '', due: { date: '2026-11-24', time: null, zone: null } })
    expect(await test.ask('prepareTouch', { id: touch.id, preparation: '', templateId: 'none' })).toMatchObject({ ok: false, error: { code: 'not-found' } })
    await test.call('completeTouch', { id: touch.id, outcome: null, notes: '', next: 'proposed' })
    expect(await test.ask('prepareTouch', { id: touch.id, preparation: '', templateId: null })).toMatchObject({ ok: false, error: { code: 'conflict' } })
  })
})
