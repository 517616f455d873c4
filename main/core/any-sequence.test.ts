import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CallInput, CallName } from '../../shared/api.ts'
import type { Contact } from '../../shared/contact.ts'
import { compare } from '../../shared/id.ts'
import { chosenFields, mergedFacts, proposedChoices, type Choices, type ChosenField } from '../../shared/merge.ts'
import { testCore, withoutRevisions, type TestCore } from '../../tests/support/core.ts'
import type { RecordOf, TableName } from './database/tables.ts'

/*
 * Whatever people do in whatever order, by board, lead page and table of people: nothing hangs in the air, and taking all
 * of it back gives back the exact state before. Looked at is every record of every table, as an export writes it.
 */

type Tables = { [T in TableName]: RecordOf<T>[] }

const day = (date: string) => ({ date, time: null, zone: null })

/** Every record there is, by id. */
async function tablesOf(core: TestCore): Promise<Tables> {
  const { text } = await core.call('exportFile', { what: 'database' })
  const { tables } = JSON.parse(text) as { tables: Tables }
  for (const records of Object.values(tables)) records.sort((a, b) => compare(a.id, b.id))
  return withoutRevisions(tables)
}

/** What each kind of record belongs to, and must not outlive. Written down here once more, not taken from what is tested. */
const belongings: [table: TableName, field: string, owner: TableName][] = [
  ['leads', 'contactId', 'contacts'],
  ['leads', 'stageId', 'stages'],
  ['touches', 'leadId', 'leads'],
  ['touches', 'enrolmentId', 'enrolments'],
  ['touches', 'promiseId', 'promises'],
  ['enrolments', 'leadId', 'leads'],
  ['recaps', 'leadId', 'leads'],
  ['recaps', 'touchId', 'touches'],
  ['recapVersions', 'leadId', 'leads'],
  ['promises', 'leadId', 'leads'],
  ['promises', 'recapId', 'recaps'],
  ['questions', 'leadId', 'leads'],
  ['noteDrafts', 'leadId', 'leads'],
  ['contacts', 'referredBy', 'contacts'],
]

/**
 * Nothing is without what it belongs to; each lead stands in one stage, in an order in which no two are level, and says
 * of its ending what fits the stage; everybody can be called something, and nobody is introduced by themselves.
 */
function expectWhole(tables: Tables): void {
  for (const [table, field, owner] of belongings) {
    const owners = new Set<unknown>(tables[owner].map(({ id }) => id))
    const lost = (tables[table] as Record<string, unknown>[]).filter((record) => record[field] !== null && !owners.has(record[field]))
    expect(lost, `${table} without their ${field}`).toEqual([])
  }
  const kinds = new Map(tables.stages.map(({ id, kind }) => [id, kind]))
  expect([...kinds.values()]).toContain('open')
  for (const column of [tables.stages, ...Map.groupBy(tables.leads, ({ stageId }) => stageId).values()]) {
    expect(new Set(column.map(({ rank }) => rank)).size).toBe(column.length)
  }
  for (const { stageId, closing, parkedUntil } of tables.leads) {
    const kind = kinds.get(stageId)
    if (kind !== 'won' && kind !== 'lost') expect(closing).toBeNull()
    if (kind !== 'parked') expect(parkedUntil).toBeNull()
  }
  const introducers = new Map(tables.contacts.map(({ id, referredBy }) => [id, referredBy]))
  for (const { id, name, company, emails } of tables.contacts) {
    expect(name !== '' || company !== '' || emails.length > 0).toBe(true)
    const seen = new Set<string>()
    for (let at: string | null = id; at !== null; at = introducers.get(at) ?? null) {
      expect(seen).not.toContain(at)
      seen.add(at)
    }
  }
}

const boardKinds = ['add', 'add again', 'edit lead', 'move', 'move many', 'delete leads', 'reschedule', 'add stage', 'delete stage'] as const
const leadKinds = ['schedule', 'complete', 'log', 'reply', 'recap', 'promise', 'ask about promise', 'question', 'enrol'] as const
const peopleKinds = ['refer', 'rename', 'tag', 'merge', 'merge', 'merge', 'delete people', 'undo', 'undo', 'redo', 'redo', 'redo'] as const
const kinds = [...boardKinds, ...leadKinds, ...peopleKinds]
/** One thing that somebody does; the numbers choose among what is there. */
type Step = { kind: (typeof kinds)[number]; one: number; other: number }
const anyNumber = fc.nat({ max: 1000 })
const aStep: fc.Arbitrary<Step> = fc.record({ kind: fc.constantFrom(...kinds), one: anyNumber, other: anyNumber })

/** How the steps taken stand: which can be undone, and which done again. */
interface History {
  done: number
  undone: number
}

/** Takes a step; what is refused is refused with a sentence, never with a failure, and changes nothing. */
async function take(core: TestCore, step: Step, history: History): Promise<void> {
  if ((step.kind === 'undo' && history.done === 0) || (step.kind === 'redo' && history.undone === 0)) return
  const before = await tablesOf(core)
  const [name, input] = callOf(step, before)
  const reply = await core.ask(name, input as never)
  if (!reply.ok) {
    expect(['invalid-input', 'not-found', 'conflict', 'not-allowed']).toContain(reply.error.code)
    expect(await tablesOf(core)).toEqual(before)
  } else if (step.kind === 'undo' || step.kind === 'redo') {
    const way = step.kind === 'undo' ? 1 : -1
    history.done -= way
    history.undone += way
  } else if (reply.transaction !== undefined) {
    history.done += 1
    history.undone = 0
  }
}

function call<N extends CallName>(name: N, input: CallInput<N>): [CallName, unknown] {
  return [name, input]
}

function callOf({ kind, one, other }: Step, tables: Tables): [CallName, unknown] {
  const pick = <T extends { id: string }>(records: readonly T[], number: number) => records[number % Math.max(records.length, 1)]
  const { stages, leads, contacts, cadences } = tables
  const [lead, second] = [pick(leads, one), pick(leads, other)]
  const [person, somebody] = [pick(contacts, one), pick(contacts, other)]
  const stageId = pick(stages, other)?.id ?? ''
  const inStage = leads.filter((standing) => standing.stageId === stageId)
  const adding = { contact: { name: `Name ${one % 5}`, tags: ['new'] }, contactId: null, lead: {}, stageId: null, next: { channel: 'call' as const, purpose: '', due: day('2026-11-24') } }
  if (!lead || !second || !person || !somebody || kind === 'add') return call('addLead', adding)
  const leadId = lead.id
  switch (kind) {
    case 'add again':
      return call('addLead', { ...adding, contact: {}, contactId: person.id, stageId, next: null })
    case 'edit lead':
      return call('editLead', { id: leadId, changes: { title: `Title ${other}`, needs: ['A need'], value: { amount: other, currency: 'EUR' } } })
    case 'move':
      return call('moveLeads', { ids: [leadId], stageId, before: inStage.filter(({ id }) => id !== leadId)[one % (inStage.length + 1)]?.id ?? null })
    case 'move many':
      return call('moveLeads', { ids: leads.filter((_, index) => index % (2 + (one % 5)) === 0).map(({ id }) => id), stageId, before: null, parkedUntil: '2026-12-24' })
    case 'delete leads':
      return call('deleteLeads', { ids: [...new Set([leadId, second.id])] })
    case 'reschedule':
      return call('rescheduleLeads', { ids: [...new Set([leadId, second.id])], date: '2026-12-01' })
    case 'add stage':
      return call('addStage', { facts: { name: `Stage ${one}`, kind: (['open', 'won', 'parked'] as const)[other % 3] ?? 'open', colour: 'teal', chance: 50, staleAfterDays: null }, after: stageId })
    case 'delete stage':
      return call('deleteStage', { id: pick(stages, one)?.id ?? '', target: stageId })
    case 'schedule':
      return call('scheduleTouch', { leadId, channel: 'email', purpose: `Purpose ${other}`, due: day('2026-12-02') })
    case 'complete': {
      const due = pick(tables.touches.filter(({ state }) => state === 'due'), one)
      return call('completeTouch', { id: due?.id ?? '', outcome: 'talked', notes: 'Said', next: 'proposed' })
    }
    case 'log':
      return call('logTouch', { leadId, channel: 'call', outcome: 'no-answer', notes: '', next: 'proposed' })
    case 'reply':
      return call('noteReply', { leadId, channel: 'email', notes: 'Hello' })
    case 'recap':
      return call('startRecap', { leadId, touchId: null })
    case 'promise':
      return call('addPromise', { leadId, side: other % 2 === 0 ? 'mine' : 'theirs', what: `Promise ${other}`, by: '2026-11-20' })
    case 'ask about promise':
      return call('askAboutPromise', { id: pick(tables.promises, one)?.id ?? '' })
    case 'question':
      return call('addQuestion', { leadId, text: `Question ${other}` })
    case 'enrol':
      return call('enrol', { leadIds: [leadId], cadenceId: pick(cadences, other)?.id ?? '', startOn: '2026-11-25', perDay: null })
    case 'refer':
      return call('editContact', { id: person.id, changes: { referredBy: other % 5 === 0 ? null : somebody.id } })
    case 'rename':
      return call('editContact', { id: person.id, changes: { name: ['', 'Dora', 'Émile'][other % 3] ?? '', permission: { ...person.permission, status: other % 7 === 0 ? 'declined' : 'granted' } } })
    case 'tag':
      return call('tagContacts', { ids: [person.id, somebody.id], add: ['fair'], remove: ['new'] })
    case 'merge':
      return call('mergeContacts', { keep: person.id, drop: somebody.id, facts: mergedFacts(person, somebody, choicesFor(person, somebody, other), textOf) })
    case 'delete people':
      return call('deleteContacts', { ids: [person.id] })
    case 'undo':
      return call('undo', { transaction: null })
    case 'redo':
      return call('redo', {})
  }
}

/** What is proposed but for one field, of which the other side is taken. */
function choicesFor(keep: Contact, drop: Contact, number: number): Choices {
  const field = chosenFields[number % chosenFields.length] as ChosenField
  return { ...proposedChoices(keep, drop), [field]: 'drop' }
}

function textOf(contact: Contact, field: ChosenField): string {
  const value = contact[field]
  return typeof value === 'object' ? '' : String(value)
}

describe('any sequence of moves, edits, merges, deletes and undos', () => {
  test('leaves nothing in the air, and undoing all of it gives the exact first state back, redoing the last', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 1, maxLength: 40, size: 'max' }), async (steps) => {
        const core = await testCore()
        await core.call('addSample', {})
        const first = await tablesOf(core)
        const history: History = { done: 0, undone: 0 }
        for (const step of steps) {
          await take(core, step, history)
          expectWhole(await tablesOf(core))
        }
        const last = await tablesOf(core)
        for (let left = history.done; left > 0; left -= 1) await core.call('undo', { transaction: null })
        expect(await tablesOf(core)).toEqual(first)
        for (let left = history.done; left > 0; left -= 1) await core.call('redo', {})
        expect(await tablesOf(core)).toEqual(last)
        await core.core.stop()
      }),
      { numRuns: 30 },
    )
  }, 120_000)
  test('of who introduced whom leaves no circle, in whatever order it is undone', async () => {
    const one = fc.nat({ max: 2 })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(one, fc.option(one)), { minLength: 3, maxLength: 8 }), fc.array(fc.nat({ max: 7 }), { minLength: 1, maxLength: 8 }), async (steps, order) => {
        const core = await testCore()
        const ids: string[] = []
        for (const name of ['Ann', 'Bob', 'Cleo']) ids.push((await core.call('addLead', { contact: { name }, contactId: null, lead: {}, stageId: null, next: null })).contactId)
        const done: (string | null)[] = []
        for (const [who, by] of steps) {
          const reply = await core.ask('editContact', { id: ids[who] ?? '', changes: { referredBy: by === null ? null : (ids[by] ?? null) } })
          if (!reply.ok) expect(reply.error).toMatchObject({ code: 'invalid-input', field: 'referredBy' })
          done.push(reply.ok ? (reply.transaction ?? null) : null)
        }
        for (const index of order) {
          const reply = await core.ask('undo', { transaction: done[index % done.length] ?? null })
          if (!reply.ok) expect(['nothing-to-undo', 'conflict']).toContain(reply.error.code)
          expectWhole(await tablesOf(core))
        }
        await core.core.stop()
      }),
      { numRuns: 100 },
    )
  }, 60_000)
})
