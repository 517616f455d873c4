import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aLead, type TestCore, testCore, withoutRevisions } from '../../tests/support/core.ts'
import type { Board } from '../../shared/api.ts'
import { compare } from '../../shared/id.ts'
import { stageKindSchema } from '../../shared/stage.ts'

const all = { limit: null }
const latest = { transaction: null }
const stageKinds = stageKindSchema.options
const tomorrow = { date: '2026-11-24', time: null, zone: null }

function at(time: string | null, date = '2026-11-23') {
  return { date, time, zone: time === null ? null : 'Europe/Berlin' }
}

async function order(core: TestCore, stageId: string): Promise<string[]> {
  return (await core.call('getBoard', all)).cards.filter((card) => card.stageId === stageId).map((card) => card.name)
}

describe('a call', () => {
  test.each(['unknown', '__proto__', 'constructor', 'toString', ''])('named %j is refused as unknown', async (name) => {
    const { core } = await testCore()
    expect(await core.call(name, {})).toMatchObject({ ok: false, error: { code: 'unknown-call' } })
  })

  test('with input of the wrong shape is refused with the field, and changes nothing', async () => {
    const core = await testCore()
    const id = await aLead(core, 'Ines Duarte')
    const before = await core.call('getBoard', all)
    const bad: [string, unknown, string | undefined][] = [
      ['moveLeads', { ids: [id], stageId: 7, before: null }, 'stageId'],
      ['moveLeads', { ids: [id], stageId: 'won', before: null, extra: 1 }, undefined],
      ['addLead', { contact: { emails: [{ label: '', address: 'x' }] }, contactId: null, lead: {}, stageId: null, next: null }, 'contact.emails.0.address'],
      ['scheduleTouch', { leadId: id, channel: 'call', purpose: '', due: { date: '2026-02-30', time: null, zone: null } }, 'due.date'],
      ['scheduleTouch', { leadId: id, channel: 'call', purpose: '', due: { date: '2026-02-28', time: '09:00', zone: 'Mars/Olympus' } }, 'due.zone'],
      ['scheduleTouch', { leadId: id, channel: 'call', purpose: '', due: { date: '2026-02-28', time: '09:00', zone: null } }, 'due'],
      ['getLead', null, undefined],
      ['getLead', undefined, undefined],
    ]
    for (const [name, input, field] of bad) {
      const reply = await core.core.call(name, input)
      expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
      expect(reply.ok ? null : reply.error.field).toBe(field)
    }
    expect(await core.call('getBoard', all)).toEqual(before)
  })

  test('about something that is gone is refused with a sentence', async () => {
    const core = await testCore()
    expect(await core.ask('getLead', { id: 'nobody' })).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await core.ask('moveLeads', { ids: ['nobody'], stageId: 'won', before: null })).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await core.ask('snoozeTouch', { id: 'nothing', minutes: 15 })).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await core.ask('getRecap', { id: 'nothing' })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })

  test('after the end is refused, never thrown', async () => {
    const core = await testCore()
    await core.core.stop()
    expect(await core.ask('getBoard', all)).toMatchObject({ ok: false, error: { code: 'database-unavailable' } })
  })
})

describe('leads', () => {
  test('come into the first stage on top, with their next step', async () => {
    const core = await testCore()
    await aLead(core, 'Tom Ferris')
    await aLead(core, 'Ines Duarte', { channel: 'call', purpose: 'Say hello', due: tomorrow })
    expect(await order(core, 'new')).toEqual(['Ines Duarte', 'Tom Ferris'])
    const { cards, stages } = await core.call('getBoard', all)
    expect(cards[0]?.next).toMatchObject({ channel: 'call', purpose: 'Say hello', due: tomorrow })
    expect(cards[1]?.next).toBeNull()
    expect(stages.map(({ name, count }) => `${name} ${count}`).slice(0, 2)).toEqual(['New 2', 'Contacted 0'])
  })

  test('that name nobody are refused', async () => {
    const core = await testCore()
    const reply = await core.ask('addLead', { contact: { name: '  ' }, contactId: null, lead: {}, stageId: null, next: null })
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-input', field: 'contact.name' } })
  })

  test('move between stages and within one, to the exact place', async () => {
    const core = await testCore()
    const [c, b, a] = [await aLead(core, 'C'), await aLead(core, 'B'), await aLead(core, 'A')]
    await core.call('moveLeads', { ids: [c], stageId: 'new', before: a })
    expect(await order(core, 'new')).toEqual(['C', 'A', 'B'])
    await core.call('moveLeads', { ids: [a], stageId: 'meeting', before: null })
    await core.call('moveLeads', { ids: [b], stageId: 'meeting', before: a })
    expect(await order(core, 'meeting')).toEqual(['B', 'A'])
    expect(await core.ask('moveLeads', { ids: [c], stageId: 'meeting', before: 'gone' })).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await core.ask('moveLeads', { ids: [c], stageId: 'gone', before: null })).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await order(core, 'new')).toEqual(['C'])
  })

  test('restart their time in a stage only when the stage changes', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    core.clock.jump('2026-11-25T08:00:00Z')
    expect((await core.call('moveLeads', { ids: [id], stageId: 'new', before: null }))[0]?.stageSince).toBe('2026-11-23T08:00:00.000Z')
    expect((await core.call('moveLeads', { ids: [id], stageId: 'won', before: null }))[0]?.stageSince).toBe('2026-11-25T08:00:00.000Z')
  })

  test('go with their touches and recaps, and one undo brings all of it back', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A', { channel: 'call', purpose: '', due: tomorrow })
    await core.call('startRecap', { leadId: id, touchId: null })
    const before = await core.call('getLead', { id })
    await core.call('deleteLeads', { ids: [id] })
    expect(await order(core, 'new')).toEqual([])
    expect(await core.call('getRecaps', {})).toEqual([])
    await core.call('undo', latest)
    expect(await core.call('getLead', { id })).toEqual(before)
  })
})

describe('touches', () => {
  test('are not completed without a next step for an open lead', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A', { channel: 'call', purpose: '', due: tomorrow })
    const [touch] = (await core.call('getLead', { id })).touches
    const told = { id: touch?.id ?? '', outcome: 'no-answer', notes: 'Rang out' } as const
    expect(await core.ask('completeTouch', { ...told, next: null })).toMatchObject({ ok: false, error: { code: 'invalid-input', field: 'next' } })
    expect((await core.call('getLead', { id })).touches).toEqual([touch])
    await core.call('completeTouch', { ...told, next: 'proposed' })
    const lead = await core.call('getLead', { id })
    expect(lead.touches).toMatchObject([
      { state: 'due', channel: 'call', due: { date: '2026-11-24', time: null } },
      { state: 'done', outcome: 'no-answer', due: tomorrow, completedAt: '2026-11-23T08:00:00.000Z' },
    ])
    expect(lead.unanswered).toBe(1)
  })

  test('are completed with the next one in one step, which one undo takes back', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A', { channel: 'call', purpose: '', due: tomorrow })
    const before = await core.call('getLead', { id })
    const next = { channel: 'email', purpose: 'Send the offer', due: { date: '2026-11-26', time: null, zone: null } } as const
    await core.call('completeTouch', { id: before.touches[0]?.id ?? '', outcome: 'talked', notes: '', next })
    expect((await core.call('getLead', { id })).touches.map(({ state }) => state)).toEqual(['due', 'done'])
    await core.call('undo', latest)
    expect(withoutRevisions(await core.call('getLead', { id }))).toEqual(withoutRevisions(before))
  })

  test('are completed once', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A', { channel: 'call', purpose: '', due: tomorrow })
    const touch = { id: (await core.call('getLead', { id })).touches[0]?.id ?? '', outcome: null, notes: '', next: 'proposed' as const }
    await core.call('completeTouch', touch)
    expect(await core.ask('completeTouch', touch)).toMatchObject({ ok: false, error: { code: 'conflict' } })
  })

  test('stand in Today overdue first, then by time, then leads without a next step', async () => {
    const core = await testCore()
    for (const [name, due] of [
      ['later today', at('15:00')],
      ['all day', at(null)],
      ['yesterday', at(null, '2026-11-22')],
      ['an hour ago', at('08:00')],
      ['tomorrow', at(null, '2026-11-24')],
    ] as const) await aLead(core, name, { channel: 'call', purpose: '', due })
    await aLead(core, 'forgotten')
    const won = await aLead(core, 'won')
    await core.call('moveLeads', { ids: [won], stageId: 'won', before: null })
    const { items } = await core.call('getToday', {})
    expect(items.map(({ contactName }) => contactName)).toEqual(['yesterday', 'an hour ago', 'all day', 'later today', 'forgotten'])
  })
})

describe('a recap', () => {
  test('is started once per lead until it is copied, and keeps every edit', async () => {
    const core = await testCore()
    const leadId = await aLead(core, 'A')
    const { id } = await core.call('startRecap', { leadId, touchId: null })
    expect(await core.call('startRecap', { leadId, touchId: null })).toEqual({ id })
    await core.call('editRecap', { id, changes: { problems: ['Dye lots vary'], mine: [{ what: 'Send samples', by: '2026-11-25' }] } })
    expect((await core.call('getRecap', { id })).recap).toMatchObject({ problems: ['Dye lots vary'], solutions: [], copiedAt: null })
    await core.call('markRecapCopied', { id })
    expect(await core.call('startRecap', { leadId, touchId: null })).not.toEqual({ id })
  })
})

describe('sample data', () => {
  test('goes only into an empty database and comes out again whole', async () => {
    const core = await testCore()
    const empty = await core.call('getBoard', all)
    await core.call('addSample', {})
    expect((await core.call('getState', {})).hasSample).toBe(true)
    expect(await core.ask('addSample', {})).toMatchObject({ ok: false, error: { code: 'not-empty' } })
    await core.call('removeSample', {})
    expect(await core.call('getBoard', all)).toEqual(empty)
    expect(await core.call('getPeople', {})).toEqual([])
    expect(await core.ask('removeSample', {})).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })

  test('leaves what the person added to it', async () => {
    const core = await testCore()
    await core.call('addSample', {})
    const [person] = await core.call('getPeople', {})
    await core.call('addLead', { contact: {}, contactId: person?.id ?? '', lead: { title: 'My own' }, stageId: null, next: null })
    await core.call('removeSample', {})
    expect((await core.call('getBoard', all)).cards.map(({ title }) => title)).toEqual(['My own'])
  })
})

describe('a change', () => {
  test('is told once, with the leads it concerns', async () => {
    const core = await testCore()
    const heard: unknown[] = []
    const stop = core.core.on('changed', (event) => heard.push(event))
    const id = await aLead(core, 'A')
    await core.call('scheduleTouch', { leadId: id, channel: 'call', purpose: '', due: tomorrow })
    stop()
    await core.call('deleteLeads', { ids: [id] })
    expect(heard).toEqual([
      { command: 'addLead', leads: [id] },
      { command: 'scheduleTouch', leads: [id] },
    ])
  })

  test('of one person concerns each of their leads', async () => {
    const core = await testCore()
    const { leadId, contactId } = await core.call('addLead', { contact: { name: 'A' }, contactId: null, lead: {}, stageId: null, next: null })
    const second = await core.call('addLead', { contact: {}, contactId, lead: {}, stageId: null, next: null })
    const heard: (string[] | null)[] = []
    core.core.on('changed', ({ leads }) => heard.push(leads))
    await core.call('editContact', { id: contactId, changes: { name: 'B' } })
    expect(heard).toEqual([[leadId, second.leadId]])
  })
})

describe('undo', () => {
  test('refuses what was changed again since, and goes on with the step before', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    const moved = await core.core.call('moveLeads', { ids: [id], stageId: 'meeting', before: null })
    await core.call('moveLeads', { ids: [id], stageId: 'won', before: null })
    const transaction = moved.ok ? (moved.transaction ?? '') : ''
    expect(await core.ask('undo', { transaction })).toMatchObject({ ok: false, error: { code: 'conflict' } })
    await core.call('undo', latest)
    expect(await order(core, 'meeting')).toEqual(['A'])
  })

  test('takes back one field and leaves another that changed since', async () => {
    const core = await testCore()
    const id = await aLead(core, 'A')
    const titled = await core.core.call('editLead', { id, changes: { title: 'Kilns' } })
    await core.call('moveLeads', { ids: [id], stageId: 'won', before: null })
    await core.call('undo', { transaction: titled.ok ? (titled.transaction ?? '') : '' })
    expect((await core.call('getLead', { id })).lead).toMatchObject({ title: '', stageId: 'won' })
  })

  test('of a recap that was begun takes its text along, and redo brings it back', async () => {
    const core = await testCore()
    const leadId = await aLead(core, 'A')
    const { id } = await core.call('startRecap', { leadId, touchId: null })
    await core.call('editRecap', { id, changes: { problems: ['Dye lots vary'] } })
    await core.call('undo', latest)
    expect(await core.call('getRecaps', {})).toEqual([])
    await core.call('redo', {})
    expect((await core.call('getRecap', { id })).recap.problems).toEqual(['Dye lots vary'])
    await core.call('undo', latest)
    await core.call('undo', latest)
    expect((await core.call('getBoard', all)).cards).toEqual([])
  })

  test('has nothing to do at first, and redo nothing after a new change', async () => {
    const core = await testCore()
    expect(await core.ask('undo', latest)).toMatchObject({ ok: false, error: { code: 'nothing-to-undo' } })
    const id = await aLead(core, 'A')
    await core.call('undo', latest)
    await aLead(core, 'B')
    expect(await core.ask('redo', {})).toMatchObject({ ok: false, error: { code: 'nothing-to-undo' } })
    expect(await core.ask('getLead', { id })).toMatchObject({ ok: false })
  })

  test('of everything gives back the first state, redo of everything the last, after any sequence of commands', { timeout: 120_000 }, async () => {
    const kinds = ['add', 'move', 'move many', 'edit', 'touch', 'complete', 'delete', 'rename', 'reschedule', 'add stage', 'edit stage', 'move stage', 'delete stage'] as const
    const step = fc.record({ kind: fc.constantFrom(...kinds), pick: fc.nat(1000), target: fc.nat(1000) })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const core = await testCore()
        await core.call('addSample', {})
        const first = await picture(core)
        let done = 0
        for (const { kind, pick, target } of steps) {
          const board = await core.call('getBoard', all)
          const reply = await doStep(core, board, kind, pick, target)
          if (reply?.ok && reply.transaction !== undefined) done += 1
          expectInvariants(await core.call('getBoard', all))
        }
        const last = await picture(core)
        for (let index = 0; index < done; index += 1) await core.call('undo', latest)
        expect(await picture(core)).toEqual(first)
        for (let index = 0; index < done; index += 1) await core.call('redo', {})
        expect(await picture(core)).toEqual(last)
        await core.core.stop()
      }),
      { numRuns: 40 },
    )
  })
})

async function picture(core: TestCore): Promise<unknown> {
  const board = await core.call('getBoard', all)
  return withoutRevisions({ board, people: await core.call('getPeople', {}), recaps: await core.call('getRecaps', {}), today: await core.call('getToday', {}) })
}

async function doStep(core: TestCore, board: Board, kind: string, pick: number, target: number) {
  if (kind.endsWith('stage')) return doStageStep(core, board, kind, pick, target)
  const card = board.cards[pick % Math.max(board.cards.length, 1)]
  if (kind === 'add' || !card) return core.core.call('addLead', { contact: { name: `N${pick}` }, contactId: null, lead: {}, stageId: null, next: null })
  const stageId = board.stages[target % board.stages.length]?.id ?? ''
  const others = board.cards.filter((other) => other.stageId === stageId && other.id !== card.id)
  switch (kind) {
    case 'move':
      return core.core.call('moveLeads', { ids: [card.id], stageId, before: others[pick % (others.length + 1)]?.id ?? null })
    case 'move many': {
      const ids = board.cards.filter((_, index) => index % ((pick % 5) + 2) === 0).map(({ id }) => id)
      const column = board.cards.filter((other) => other.stageId === stageId)
      return core.core.call('moveLeads', { ids, stageId, before: column[pick % (column.length + 1)]?.id ?? null, parkedUntil: '2026-12-24' })
    }
    case 'reschedule':
      return core.core.call('rescheduleLeads', { ids: [card.id, ...others.map(({ id }) => id)], date: '2026-12-01' })
    case 'edit':
      return core.core.call('editLead', { id: card.id, changes: { title: `T${target}`, value: { amount: target, currency: 'EUR' } } })
    case 'rename':
      return core.core.call('editContact', { id: card.contactId, changes: { name: `R${target}`, tags: [`t${pick}`] } })
    case 'touch':
      return core.core.call('scheduleTouch', { leadId: card.id, channel: 'call', purpose: `P${pick}`, due: tomorrow })
    case 'complete':
      return card.next ? core.core.call('completeTouch', { id: card.next.touchId, outcome: 'talked', notes: '', next: 'proposed' }) : null
    default:
      return core.core.call('deleteLeads', { ids: [card.id] })
  }
}

async function doStageStep(core: TestCore, { stages }: Board, kind: string, pick: number, target: number) {
  const id = stages[pick % stages.length]?.id ?? ''
  const other = stages[target % stages.length]?.id ?? ''
  const facts = { name: `S${pick}`, kind: stageKinds[target % stageKinds.length] ?? 'open', colour: 'teal', chance: target % 101, staleAfterDays: null } as const
  switch (kind) {
    case 'add stage':
      return core.core.call('addStage', { facts, after: id })
    case 'edit stage':
      return core.core.call('editStage', { id, changes: facts })
    case 'move stage':
      return core.core.call('moveStage', { id, before: other })
    default:
      return core.core.call('deleteStage', { id, target: other })
  }
}

/** Each lead stands in one stage that there is and says of its ending what fits it, and each column has one order. */
function expectInvariants({ stages, cards }: Board): void {
  expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length)
  expectOrder(stages.map(({ rank }) => rank))
  expect(stages.some(({ kind }) => kind === 'open')).toBe(true)
  for (const stage of stages) expectOrder(cards.filter((card) => card.stageId === stage.id).map(({ rank }) => rank))
  const kinds = new Map(stages.map(({ id, kind }) => [id, kind]))
  for (const { stageId, closing, parkedUntil } of cards) {
    const kind = kinds.get(stageId)
    expect(kind).toBeDefined()
    if (kind !== 'won' && kind !== 'lost') expect(closing).toBeNull()
    if (kind !== 'parked') expect(parkedUntil).toBeNull()
  }
}

function expectOrder(ranks: readonly string[]): void {
  expect(ranks).toEqual([...new Set(ranks)].toSorted(compare))
}
