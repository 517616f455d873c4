import { contactName, unknownContact, type Contact } from '../../../shared/contact.ts'
import { toInstant } from '../../../shared/dates.ts'
import type { ImportChoices, ImportField } from '../../../shared/import.ts'
import { blankLead, type Lead } from '../../../shared/lead.ts'
import type { Stage } from '../../../shared/stage.ts'
import { importWords } from '../../../shared/strings/import-words.ts'
import type { Reader } from '../database/store.ts'
import type { Context } from '../handlers.ts'
import { longestNotes, notesTooLong, type ContactFacts, type Entry, type EntryLead, type ReadFile } from './entry.ts'
import { PeopleOfFile, type Found } from './people-of-file.ts'
import type { Duplicate, Plan } from './planned.ts'
import { resolveReferrals } from './referrals.ts'
import { StagesOfFile } from './stages-of-file.ts'
import { stageOf } from '../look-up.ts'

const fillable: readonly Duplicate['fills'][number][] = ['name', 'company', 'role', 'emails', 'phones', 'links', 'tags', 'zone', 'industry', 'howWeMet', 'notes', 'preferredChannel']

/**
 * What would become of the file with these choices. People are told by their id (in our own files), else by e-mail
 * address, else by name and company; leads by their id, else by title and person. So the same file twice adds nothing.
 */
export function planImport(reader: Reader, read: ReadFile, choices: ImportChoices, context: Context): Plan {
  const plan: Plan = { contacts: new Map(), fills: new Map(), leads: [], knownLeads: 0, duplicates: [], rejected: [...read.rejected], stages: new StagesOfFile(reader, choices) }
  const people = new PeopleOfFile(reader)
  const leads = new KnownLeads(reader)
  const except = new Set(choices.except)
  const into = choices.stageId === null ? null : stageOf(reader, choices.stageId)
  const source = (importWords.sources as Record<string, string>)[read.origin] ?? ''
  for (const one of read.entries) {
    const stageSaid = one.lead && plan.stages.find(one.lead.stage)
    const end = stageSaid ? expectedEnd(one, stageSaid, read) : ''
    const entry = withEndNoted(one, end)
    if (entry.facts.notes.length > longestNotes) {
      plan.rejected.push({ row: one.row, cells: one.cells, reason: notesTooLong })
      continue
    }
    const found = people.find(entry)
    const contact = found?.contact ?? newContact(entry, context)
    if (found) {
      takeKnown(plan, people, entry, found, (choices.known === 'fill') !== except.has(entry.row), read.holdsLeads)
      people.remember(found, entry.facts.emails)
      // They may have got a name or company by now.
      people.remember({ ...found, contact: asPlanned(plan, contact) }, entry.facts.emails)
    } else {
      plan.contacts.set(contact.id, { entry, contact })
      people.remember({ contact, where: 'file' }, contact.emails)
    }
    const stage = stageSaid ?? (found ? null : into)
    if (!stage) continue
    const lead = newLead(contact, stage, entry.lead ?? { ...noLead, source }, context)
    if (leads.has(lead, entry)) plan.knownLeads += 1
    else {
      plan.leads.push({ entry, lead, stage })
      if (found) noteEnd(plan, found.contact, end)
    }
  }
  resolveReferrals(reader, plan)
  plan.rejected.sort((a, b) => a.row - b.row)
  return plan
}

/** Other programs tell of open deals, too, when they may close and why they might: no end, but worth a note. */
function expectedEnd({ lead }: Entry, { kind }: Stage, { header, fields }: ReadFile): string {
  if (!lead || lead.id !== null || kind === 'won' || kind === 'lost') return ''
  const headerOf = (field: ImportField) => (header[fields.indexOf(field)] ?? '').trim() || importWords.fields[field]
  const ends = [
    ...(lead.closedOn === null ? [] : [`${headerOf('leadClosedOn')}: ${lead.closedOn}`]),
    ...(lead.closedReason === '' ? [] : [`${headerOf('leadClosedReason')}: ${lead.closedReason}`]),
  ]
  return ends.join('\n')
}

function withEndNoted(entry: Entry, end: string): Entry {
  const { facts } = entry
  return end === '' ? entry : { ...entry, facts: { ...facts, notes: facts.notes === '' ? end : `${facts.notes}\n${end}` } }
}

/** A new lead's expected end belongs to the lead: it is noted with somebody who is otherwise left alone, too. */
function noteEnd(plan: Plan, contact: Contact, end: string): void {
  const added = plan.contacts.get(contact.id)
  const { notes: before } = asPlanned(plan, contact)
  const notes = before === '' ? end : `${before}\n${end}`
  if (end === '' || before.includes(end) || notes.length > longestNotes) return
  if (added) added.contact = { ...added.contact, notes }
  else plan.fills.set(contact.id, { ...plan.fills.get(contact.id), notes })
}

/** Which leads are there already, each person's by title; within the file, alike in every way is the same lead. */
class KnownLeads {
  readonly #reader: Reader
  readonly #inFile = new Set<string>()

  constructor(reader: Reader) {
    this.#reader = reader
  }

  has(lead: Omit<Lead, 'rank'>, entry: Entry): boolean {
    if (entry.lead?.id !== null && entry.lead?.id !== undefined && this.#reader.get('leads', entry.lead.id)) return true
    const key = entry.lead?.id ?? JSON.stringify([lead.contactId, lead.title.toLowerCase(), lead.value, lead.stageId])
    if (this.#inFile.has(key)) return true
    this.#inFile.add(key)
    if (typeof entry.lead?.id === 'string') return false
    return this.#reader.where('leads', 'contactId', lead.contactId).some(({ title }) => title.toLowerCase() === lead.title.toLowerCase())
  }
}

/**
 * Somebody who is there already: left alone, or given what they lack; other notes come below theirs. In a file of leads
 * a new person may well come again with the next one, and what is said there of them and it is taken along; so it is in
 * any file where only a later row has their address.
 */
function takeKnown(plan: Plan, people: PeopleOfFile, entry: Entry, { contact, where }: Found, fill: boolean, holdsLeads: boolean): void {
  const added = plan.contacts.get(contact.id)
  const now = asPlanned(plan, contact)
  const notes = [now.notes, entry.facts.notes].filter((text) => text.trim() !== '').join('\n\n')
  const addsNotes = !now.notes.includes(entry.facts.notes.trim()) && notes.length <= longestNotes
  // Two people of one name and company could not be told apart by them the next time.
  const getsAlike = people.isTaken({ ...now, name: now.name || entry.facts.name, company: now.company || entry.facts.company })
  const lacks = (field: (typeof fillable)[number]) => isEmpty(now[field]) && !isEmpty(entry.facts[field]) && !(getsAlike && (field === 'name' || field === 'company'))
  const fills = fillable.filter((field) => (field === 'notes' ? addsNotes : lacks(field)))
  const comesAgain = where === 'file' && (holdsLeads || fills.includes('emails'))
  if (!comesAgain) plan.duplicates.push({ row: entry.row, name: contactName(now), company: now.company, where, fills, fill })
  if (fills.length === 0 || !(fill || comesAgain)) return
  const changes = { ...Object.fromEntries(fills.map((field) => [field, entry.facts[field]])), ...(addsNotes && { notes }) } as Partial<ContactFacts>
  if (added) added.contact = { ...added.contact, ...changes }
  else plan.fills.set(contact.id, { ...plan.fills.get(contact.id), ...changes })
}

/** Somebody as they will be after what is planned so far. */
function asPlanned(plan: Plan, contact: Contact): Contact {
  return { ...(plan.contacts.get(contact.id)?.contact ?? contact), ...plan.fills.get(contact.id) }
}

function isEmpty(value: unknown): boolean {
  return value === '' || value === null || (Array.isArray(value) && value.length === 0)
}

function newContact({ id, createdAt, facts }: Entry, context: Context): Contact {
  return { ...unknownContact, ...facts, id: id ?? context.newId(), referredBy: null, createdAt: createdAt ?? toInstant(context.now) }
}

const noLead: EntryLead = {
  id: null, title: '', value: null, source: '', inbound: false, stage: '', needs: [], links: [], createdAt: null, stageSince: null,
  closedOn: null, closedReason: '', parkedUntil: null, minimumGap: null, silenceLimit: null,
}

function newLead(contact: Contact, stage: Stage, said: EntryLead, context: Context): Omit<Lead, 'rank'> {
  const now = toInstant(context.now)
  const { title, value, source, inbound, needs, links, minimumGap, silenceLimit } = said
  return {
    ...blankLead,
    id: said.id ?? context.newId(),
    contactId: contact.id,
    title,
    value,
    source,
    inbound,
    needs,
    links,
    minimumGap,
    silenceLimit,
    stageId: stage.id,
    stageSince: said.stageSince ?? now,
    closing: closingOf(stage, said, context),
    parkedUntil: stage.kind === 'parked' ? said.parkedUntil : null,
    createdAt: said.createdAt ?? now,
  }
}

/** Only a lead that ended says how; our own files say so by a date, others may leave the date out. */
function closingOf(stage: Stage, { id, closedOn, closedReason }: EntryLead, context: Context): Lead['closing'] {
  if (stage.kind !== 'won' && stage.kind !== 'lost') return null
  if (closedOn !== null) return { reason: closedReason, on: closedOn }
  return id === null ? { reason: closedReason, on: context.today } : null
}
