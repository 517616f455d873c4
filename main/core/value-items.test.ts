import { describe, expect, test } from 'vitest'
import type { CallInput } from '../../shared/api.ts'
import { blankValue, type ValueFacts } from '../../shared/value.ts'
import { aLead, FakeClock, testCore, type TestCore } from '../../tests/support/core.ts'

const day = 86_400_000

function facts(title: string, said: Partial<ValueFacts> = {}): ValueFacts {
  return { ...blankValue, kind: 'article', title, ...said }
}

async function anItem(app: TestCore, title: string, said: Partial<ValueFacts> = {}): Promise<string> {
  // A moment later each, since the newer one comes first where nothing else decides.
  await app.clock.advance(1000)
  return (await app.call('saveValueItem', { id: null, facts: facts(title, said) })).id
}

function email(valueItemId: string | null, date = '2026-11-24'): NonNullable<CallInput<'addLead'>['next']> {
  return { channel: 'email', purpose: 'Send it', due: { date, time: null, zone: null }, valueItemId }
}

/** Gives an item to the person of a lead now, and plans a call after it. */
async function give(app: TestCore, leadId: string, valueItemId: string, outcome: CallInput<'completeTouch'>['outcome'] = null) {
  const touch = await app.call('scheduleTouch', { leadId, ...email(valueItemId) })
  return app.call('completeTouch', { id: touch.id, outcome, notes: '', next: { channel: 'call', purpose: 'Ask', due: { date: '2027-03-01', time: null, zone: null } } })
}

async function suggested(app: TestCore, leadId: string, touchId: string | null = null) {
  const { suggestions } = await app.call('suggestValue', { leadId, touchId })
  return suggestions.map(({ title }) => title)
}

describe('The library', () => {
  test('keeps items by title, and takes each change back', async () => {
    const app = await testCore()
    const id = await anItem(app, 'Zinc', { url: 'example.com/zinc', tags: ['metal'] })
    await anItem(app, 'alloys')
    expect((await app.call('getValueItems', {})).map(({ title, given, used }) => [title, given, used])).toEqual([['alloys', 0, false], ['Zinc', 0, false]])
    await app.call('saveValueItem', { id, facts: facts('Zinc, new', { bestBefore: '2027-01-01' }) })
    await app.call('archiveValueItem', { id })
    await app.call('undo', { transaction: null })
    await app.call('undo', { transaction: null })
    expect((await app.call('getValueItems', {})).find((item) => item.id === id)).toMatchObject({ title: 'Zinc', tags: ['metal'], bestBefore: null, archivedAt: null })
  })

  test('refuses what is none: without a title, with an address that could run something, at its best only before it came out', async () => {
    const app = await testCore()
    const save = async (said: ValueFacts) => {
      const reply = await app.ask('saveValueItem', { id: null, facts: said })
      return reply.ok ? 'saved' : `${reply.error.code} ${reply.error.field}`
    }
    expect(await save(facts('  '))).toBe('invalid-input facts.title')
    expect(await save(facts('Click', { url: 'javascript:alert(1)' }))).toBe('invalid-input links')
    expect(await save(facts('Old news', { publishedOn: '2026-11-02', bestBefore: '2026-11-01' }))).toBe('invalid-input facts.bestBefore')
    expect(await app.ask('archiveValueItem', { id: 'gone' })).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await app.call('getValueItems', {})).toEqual([])
  })

  test('lets an item be deleted until a touch names it, and archived then', async () => {
    const app = await testCore()
    const lead = await aLead(app, 'Ada')
    const unused = await anItem(app, 'Unused')
    const planned = await anItem(app, 'Planned')
    await app.call('scheduleTouch', { leadId: lead, ...email(planned) })
    await app.call('deleteValueItem', { id: unused })
    const reply = await app.ask('deleteValueItem', { id: planned })
    expect(reply).toMatchObject({ ok: false, error: { code: 'conflict', message: expect.stringContaining('archive it instead') as string } })
    await app.call('archiveValueItem', { id: planned })
    expect((await app.call('getValueItems', {})).map(({ title, archivedAt }) => [title, archivedAt !== null])).toEqual([['Planned', true]])
    await app.call('restoreValueItem', { id: planned })
    expect((await app.call('getValueItems', {}))[0]?.archivedAt).toBeNull()
  })

  test('reads what is pasted, notices what it has already, and adds many in one step', async () => {
    const app = await testCore()
    const archived = await anItem(app, 'The mill', { url: 'https://example.com/mill/' })
    await app.call('archiveValueItem', { id: archived })
    const text = 'Case study: the mill - http://www.example.com/mill?utm_source=x\nChecklist - https://example.com/list\nhttps://example.com/list#end'
    const { items, left } = await app.call('readValuePaste', { text })
    expect(left).toBe(0)
    expect(items).toEqual([
      { kind: 'story', title: 'Case study: the mill', url: 'http://www.example.com/mill?utm_source=x', known: { title: 'The mill', archivedAt: '2026-11-23T08:00:01.000Z' }, isTwice: false },
      { kind: 'tool', title: 'Checklist', url: 'https://example.com/list', known: null, isTwice: false },
      { kind: 'article', title: 'List', url: 'https://example.com/list#end', known: null, isTwice: true },
    ])
    expect(await app.call('addValueItems', { items: [facts('One'), facts('Two', { kind: 'tool' })] })).toEqual({ added: 2 })
    expect(await app.call('getValueItems', {})).toHaveLength(3)
    await app.call('undo', { transaction: null })
    expect(await app.call('getValueItems', {})).toHaveLength(1)
  })

  test('reads the first five hundred of a long paste, and says how many are left', async () => {
    const app = await testCore()
    const { items, left } = await app.call('readValuePaste', { text: Array.from({ length: 510 }, (_, index) => `https://example.com/page-${index}`).join('\n') })
    expect([items.length, left]).toEqual([500, 10])
  })

  test('tells to how many people an item was given, and how many answered within fourteen days', async () => {
    const clock = new FakeClock('2026-11-23T08:00:00Z')
    const app = await testCore({ clock })
    const id = await anItem(app, 'The mill')
    const [ada, bo, cy] = [await aLead(app, 'Ada'), await aLead(app, 'Bo'), await aLead(app, 'Cy')]
    await give(app, ada, id)
    await give(app, bo, id)
    await clock.advance(3 * day)
    await app.call('noteReply', { leadId: ada, channel: 'email', notes: '' })
    await clock.advance(12 * day)
    await give(app, cy, id, 'replied')
    const [item] = await app.call('getValueItems', {})
    expect(item).toMatchObject({ given: 3, people: 3, answered: 1, of: 2, used: true, lastGiven: '2026-12-08T08:00:01.000Z' })
  })

  test('loses the sample with the rest of it, but for what was given to somebody of one’s own', async () => {
    const app = await testCore()
    await app.call('addSample', {})
    await anItem(app, 'My own')
    const story = (await app.call('getValueItems', {})).find(({ kind }) => kind === 'story')
    await give(app, await aLead(app, 'Ada'), story?.id ?? '')
    await app.call('removeSample', {})
    expect((await app.call('getValueItems', {})).map(({ title }) => title)).toEqual([story?.title, 'My own'])
  })

  test('goes along when everything is exported and taken over elsewhere', async () => {
    const app = await testCore()
    const id = await anItem(app, 'The mill', { url: 'https://example.com/mill', objections: ['Too far away'] })
    await give(app, await aLead(app, 'Ada'), id)
    const { text } = await app.call('exportFile', { what: 'database' })
    const other = await testCore()
    await other.call('importDatabase', { text })
    expect(await other.call('getValueItems', {})).toEqual(await app.call('getValueItems', {}))
  })
})

describe('What to bring somebody', () => {
  test('is never what they were given over any lead with them, nor what another touch is about to bring', async () => {
    const app = await testCore()
    const [mill, list, post] = [await anItem(app, 'The mill'), await anItem(app, 'Checklist'), await anItem(app, 'Post')]
    const { leadId, contactId } = await app.call('addLead', { contact: { name: 'Ada' }, contactId: null, lead: {}, stageId: null, next: null })
    const second = await app.call('addLead', { contact: {}, contactId, lead: {}, stageId: null, next: null })
    await give(app, leadId, mill)
    const planned = await app.call('scheduleTouch', { leadId, ...email(list) })
    expect(await suggested(app, second.leadId)).toEqual(['Post'])
    expect((await suggested(app, leadId, planned.id)).toSorted()).toEqual(['Checklist', 'Post'])
    await app.call('cancelTouch', { id: planned.id })
    expect((await suggested(app, second.leadId)).toSorted()).toEqual(['Checklist', 'Post'])
    await app.call('archiveValueItem', { id: post })
    expect(await suggested(app, second.leadId)).toEqual(['Checklist'])
    const { given } = await app.call('suggestValue', { leadId: second.leadId, touchId: null })
    expect(given).toEqual([expect.objectContaining({ id: mill, title: 'The mill', leadId, channel: 'email', completedAt: '2026-11-23T08:00:03.000Z', isPast: false })])
    expect((await suggested(app, await aLead(app, 'Bo'))).toSorted()).toEqual(['Checklist', 'The mill'])
  })

  test('goes by their stage, industry, needs, questions and what they said against it, and by the step of their cadence', async () => {
    const app = await testCore()
    await anItem(app, 'Anything')
    await anItem(app, 'For a proposal', { stageIds: ['proposal'] })
    await anItem(app, 'What it costs', { objections: ['It is too expensive'] })
    await anItem(app, 'Northern mills tell', { kind: 'story', industries: ['Textiles'] })
    const { leadId } = await app.call('addLead', { contact: { name: 'Ada', industry: 'textiles' }, contactId: null, lead: {}, stageId: 'proposal', next: email(null) })
    const [touch] = (await app.call('getLead', { id: leadId })).touches
    await app.call('completeTouch', { id: touch?.id ?? '', outcome: 'said-no', notes: 'Far too expensive for them', next: email(null, '2026-12-01') })
    const { suggestions } = await app.call('suggestValue', { leadId, touchId: null })
    expect(suggestions.map(({ title, reasons }) => [title, reasons.map(({ why }) => why)])).toEqual([
      ['What it costs', ['objection']],
      ['Northern mills tell', ['industry']],
      ['For a proposal', ['stage']],
      ['Anything', []],
    ])

    const step = { id: 'one', after: { unit: 'working-days', count: 1 }, channel: 'email', time: null, clock: 'mine', purpose: 'Tell a story', message: '', brings: 'story' } as const
    const cadence = await app.call('saveCadence', { id: null, facts: { name: 'Stories', purpose: '', steps: [step] }, running: 'keep' })
    const bo = await aLead(app, 'Bo')
    await app.call('enrol', { leadIds: [bo], cadenceId: cadence.id, startOn: '2026-11-24', perDay: null })
    const due = (await app.call('getLead', { id: bo })).touches[0]
    expect(due?.brings).not.toBe('')
    expect((await suggested(app, bo, due?.id ?? ''))[0]).toBe('Northern mills tell')
    const asked = await app.call('suggestValue', { leadId: bo, touchId: null, kind: 'story' })
    expect(asked.suggestions[0]?.reasons).toEqual([{ why: 'step' }])
  })

  test('is told when a touch is done: something else than was planned, nothing, or what was given unplanned', async () => {
    const app = await testCore()
    const [mill, list] = [await anItem(app, 'The mill'), await anItem(app, 'Checklist')]
    const lead = await aLead(app, 'Ada')
    const next = email(null, '2027-01-04')
    const [one, two] = [await app.call('scheduleTouch', { leadId: lead, ...email(mill) }), await app.call('scheduleTouch', { leadId: lead, ...email(mill) })]
    const swapped = await app.call('completeTouch', { id: one.id, outcome: null, notes: '', valueItemId: list, next })
    expect([swapped.valueItemId, swapped.brings]).toEqual([list, 'Checklist'])
    const nothing = await app.call('completeTouch', { id: two.id, outcome: null, notes: '', valueItemId: null, brings: '', next: null })
    expect([nothing.valueItemId, nothing.brings]).toEqual([null, ''])
    const logged = await app.call('logTouch', { leadId: lead, channel: 'call', outcome: 'no-answer', notes: '', valueItemId: mill, next: null })
    expect(logged.brings).toBe('The mill')
    const { given, suggestions } = await app.call('suggestValue', { leadId: lead, touchId: null })
    expect(given.map(({ title }) => title)).toEqual(['Checklist'])
    // Nobody answered that call, so they do not have it yet.
    expect(suggestions.map(({ title }) => title)).toEqual(['The mill'])
  })

  test('is given with a message that names it, and not once more by the touch that was to bring it', async () => {
    const app = await testCore()
    const mill = await anItem(app, 'The mill', { url: 'https://example.com/mill' })
    const { leadId } = await app.call('addLead', { contact: { name: 'Ada' }, contactId: null, lead: {}, stageId: null, next: email(mill, '2026-12-24') })
    const items = async () => (await app.call('getLead', { id: leadId })).touches.map(({ state, brings, valueItemId }) => [state, brings, valueItemId])
    const send = async (text: string) => app.call('logTouch', { leadId, channel: 'email', outcome: null, notes: '', message: { templateId: null, text }, next: 'proposed' })
    await send('Shall we speak on Friday?')
    expect(await items()).toEqual([['due', 'The mill', mill], ['done', '', null]])
    await app.call('undo', { transaction: null })
    for (const text of ['Have a look at The mill', 'See https://example.com/mill for more']) {
      await send(text)
      expect(await items()).toEqual([['due', '', null], ['done', 'The mill', mill]])
      expect(await suggested(app, leadId)).toEqual([])
      await app.call('undo', { transaction: null })
      expect(await items()).toEqual([['due', 'The mill', mill]])
    }
  })

  test('is past its best date only last, and marked so', async () => {
    const app = await testCore()
    await anItem(app, 'Last year', { bestBefore: '2026-11-22', stageIds: ['new'] })
    await anItem(app, 'Today still', { bestBefore: '2026-11-23' })
    const { suggestions } = await app.call('suggestValue', { leadId: await aLead(app, 'Ada'), touchId: null })
    expect(suggestions.map(({ title, isPast }) => [title, isPast])).toEqual([['Today still', false], ['Last year', true]])
  })

  test('is written on the touch by its title where nothing was written, or only what stood for an item', async () => {
    const app = await testCore()
    const [mill, list] = [await anItem(app, 'The mill'), await anItem(app, 'Checklist')]
    const lead = await aLead(app, 'Ada')
    const touch = await app.call('scheduleTouch', { leadId: lead, ...email(mill) })
    expect(touch.brings).toBe('The mill')
    const edit = async (changes: CallInput<'editTouch'>['changes']) => (await app.call('editTouch', { id: touch.id, changes })).brings
    expect(await edit({ valueItemId: list })).toBe('Checklist')
    expect(await edit({ valueItemId: mill, brings: 'A story of somebody like them' })).toBe('The mill')
    expect(await edit({ valueItemId: list, brings: 'The checklist, printed' })).toBe('The checklist, printed')
    expect(await edit({ valueItemId: null })).toBe('The checklist, printed')
    expect(await app.ask('scheduleTouch', { leadId: lead, ...email('gone') })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })
})
