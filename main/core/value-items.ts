import type { LibraryItem, PastedItem, ValueLadder } from '../../shared/api.ts'
import { toInstant, type Instant } from '../../shared/dates.ts'
import { Refusal } from '../../shared/errors.ts'
import { byId, compare, type Id } from '../../shared/id.ts'
import type { Lead } from '../../shared/lead.ts'
import { words } from '../../shared/strings/words.ts'
import type { Touch } from '../../shared/touch.ts'
import { addressKey, isPastBest, type ValueFacts, type ValueItem, type ValueKind } from '../../shared/value.ts'
import { hasGiven, isAnswer, valueFigures, type Giving } from '../../shared/value-figures.ts'
import { rankValue, type Recipient } from '../../shared/value-ladder.ts'
import { mostPasted, readPaste } from '../../shared/value-paste.ts'
import { requireLinks } from './links.ts'
import type { Reader } from './database/store.ts'
import type { Transaction } from './database/transaction.ts'
import type { Commands, Context, Queries } from './handlers.ts'
import { contactOf, leadOf, valueItemOf } from './look-up.ts'

export const valueQueries: Queries<'getValueItems' | 'readValuePaste' | 'suggestValue'> = {
  getValueItems(reader, _input, context) {
    const names = new Intl.Collator(words.locale, { sensitivity: 'base', numeric: true })
    const answersOf = answersByContact(reader)
    return [...reader.all('valueItems')]
      .toSorted((a, b) => names.compare(a.title, b.title) || byId(a, b))
      .map((item) => libraryItem(reader, item, answersOf, context))
  },

  readValuePaste(reader, { text }) {
    const known = new Map<string, ValueItem>()
    for (const item of reader.all('valueItems')) if (item.url !== '') known.set(addressKey(item.url), item)
    const found = readPaste(text)
    const passed = new Set<string>()
    const items = found.slice(0, mostPasted).map((item): PastedItem => {
      const key = addressKey(item.url)
      const isTwice = key !== '' && passed.has(key)
      passed.add(key)
      const same = key === '' ? undefined : known.get(key)
      return { ...item, known: same ? { title: same.title, archivedAt: same.archivedAt } : null, isTwice }
    })
    return { items, left: found.length - items.length }
  },

  suggestValue(reader, { leadId, touchId, kind }, context) {
    const lead = leadOf(reader, leadId)
    const given = givenTo(reader, lead.contactId, touchId)
    const recipient = recipientOf(reader, lead, new Set(given.map(({ id }) => id)), kind ?? kindOfStep(reader, touchId))
    const offered = [...reader.all('valueItems')].filter(({ archivedAt }) => archivedAt === null)
    return {
      suggestions: rankValue(offered, recipient, context.today).map(({ item, reasons, isPast }) => ({ id: item.id, ...offer(item), isPast, reasons })),
      given: given.map((entry) => ({ ...entry, isPast: isPastBest(entry, context.today) })),
    }
  },
}

export const valueCommands: Commands<'saveValueItem' | 'archiveValueItem' | 'restoreValueItem' | 'deleteValueItem' | 'addValueItems'> = {
  saveValueItem(transaction, { id, facts }, context) {
    if (id === null) return addItem(transaction, facts, context)
    requireSound(facts, valueItemOf(transaction, id).url)
    return transaction.change('valueItems', id, facts)
  },

  addValueItems(transaction, { items }, context) {
    for (const facts of items) addItem(transaction, facts, context)
    return { added: items.length }
  },

  archiveValueItem(transaction, { id }, context) {
    valueItemOf(transaction, id)
    return transaction.change('valueItems', id, { archivedAt: toInstant(context.now) })
  },

  restoreValueItem(transaction, { id }) {
    valueItemOf(transaction, id)
    return transaction.change('valueItems', id, { archivedAt: null })
  },

  deleteValueItem(transaction, { id }) {
    valueItemOf(transaction, id)
    if (isUsed(transaction, id)) throw new Refusal('conflict', words.errors.valueUsed)
    transaction.remove('valueItems', id)
    return null
  },
}

/** Whether any touch names an item, whatever became of the touch. */
export function isUsed(reader: Reader, id: Id): boolean {
  return reader.where('touches', 'valueItemId', id).length > 0
}

function addItem(transaction: Transaction, facts: ValueFacts, context: Context): ValueItem {
  requireSound(facts, '')
  return transaction.put('valueItems', { id: context.newId(), ...facts, archivedAt: null, createdAt: toInstant(context.now) })
}

function requireSound({ url, publishedOn, bestBefore }: ValueFacts, known: string): void {
  requireLinks(url === '' ? [] : [url], [known])
  if (publishedOn !== null && bestBefore !== null && bestBefore < publishedOn) throw new Refusal('invalid-input', words.errors.valueReversed, 'facts.bestBefore')
}

function libraryItem(reader: Reader, item: ValueItem, answersOf: (contactId: Id) => readonly Instant[], context: Context): LibraryItem {
  const named = reader.where('touches', 'valueItemId', item.id)
  const givings = named.flatMap((touch): Giving[] => {
    if (!hasGiven(touch) || touch.completedAt === null) return []
    return [{ contactId: leadOf(reader, touch.leadId).contactId, touch, at: touch.completedAt }]
  })
  return { ...item, ...valueFigures(givings, answersOf, context.now), used: named.length > 0 }
}

/** The moments at which each contact answered, looked up once for each. */
function answersByContact(reader: Reader): (contactId: Id) => readonly Instant[] {
  const known = new Map<Id, readonly Instant[]>()
  return (contactId) => {
    const answers = known.get(contactId) ?? touchesWith(reader, contactId).flatMap((touch) => (isAnswer(touch) && touch.completedAt !== null ? [touch.completedAt] : []))
    known.set(contactId, answers)
    return answers
  }
}

function touchesWith(reader: Reader, contactId: Id): Touch[] {
  return reader.where('leads', 'contactId', contactId).flatMap(({ id }) => reader.where('touches', 'leadId', id))
}

/** What a contact was given over any lead, and what other touches than this one plan to give; planned first, then the latest. */
function givenTo(reader: Reader, contactId: Id, without: Id | null): Omit<ValueLadder['given'][number], 'isPast'>[] {
  return touchesWith(reader, contactId)
    .flatMap((touch) => {
      const { id, valueItemId, state, leadId, channel, purpose, due, completedAt } = touch
      const isPlanned = state === 'due' || state === 'held'
      if (valueItemId === null || id === without || !(isPlanned || hasGiven(touch))) return []
      return [{ id: valueItemId, ...offer(valueItemOf(reader, valueItemId)), touchId: id, leadId, channel, purpose, due, completedAt }]
    })
    .toSorted((a, b) => Number(a.completedAt !== null) - Number(b.completedAt !== null) || compare(b.completedAt ?? b.due.date, a.completedAt ?? a.due.date) || compare(a.touchId, b.touchId))
}

function offer({ kind, title, url, bestBefore }: ValueItem) {
  return { kind, title, url, bestBefore }
}

function recipientOf(reader: Reader, lead: Lead, given: ReadonlySet<Id>, kind: ValueKind | null): Recipient {
  const { industry, tags } = contactOf(reader, lead.contactId)
  const asked = reader.where('questions', 'leadId', lead.id).map(({ text }) => text)
  const noes = reader.where('touches', 'leadId', lead.id).flatMap(({ outcome, notes }) => (outcome === 'said-no' && notes !== '' ? [notes] : []))
  const stages = new Map([...reader.all('stages')].map(({ id, name }) => [id, name]))
  return { stageId: lead.stageId, stages, industry, tags, needs: [...lead.needs, ...asked], noes, given, kind }
}

/** The kind that a touch should bring by its step of a cadence. */
function kindOfStep(reader: Reader, touchId: Id | null): ValueKind | null {
  const touch = touchId === null ? undefined : reader.get('touches', touchId)
  const enrolment = touch?.enrolmentId == null ? undefined : reader.get('enrolments', touch.enrolmentId)
  const steps = enrolment && reader.get('cadences', enrolment.cadenceId)?.steps
  return steps?.find(({ id }) => id === touch?.stepId)?.brings ?? null
}
