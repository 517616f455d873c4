import { contactName, identityKeys, unknownContact, type Contact } from '../../../shared/contact.ts'
import { toInstant } from '../../../shared/dates.ts'
import type { ImportChoices, ImportReading } from '../../../shared/import.ts'
import { blankLead, type Lead } from '../../../shared/lead.ts'
import type { Stage } from '../../../shared/stage.ts'
import { importWords } from '../../../shared/strings/import-words.ts'
import type { Reader } from '../database/store.ts'
import type { Context } from '../handlers.ts'
import type { ContactFacts, Entry, EntryLead, ReadFile, Rejected } from './entry.ts'
import { resolveReferrals } from './referrals.ts'
import { StagesOfFile } from './stages-of-file.ts'
import { stageOf } from '../look-up.ts'

/** A person or lead that an import adds; of leads, the place on the board is found when it is done. */
export interface NewContact {
  entry: Entry
  contact: Contact
}
export interface NewLead {
  entry: Entry
  /** The stage is `stageId`; the rank is still open. */
  lead: Omit<Lead, 'rank'>
  stage: Stage
}

type Duplicate = ImportReading['duplicates'][number]
type FillField = Duplicate['fills'][number]

/** What becomes of a file: all of it is done in one transaction, or nothing. */
export interface Plan {
  /** By the contact's id. */
  contacts: Map<string, NewContact>
  /** What is filled in, by the contact's id. */
  fills: Map<string, Partial<ContactFacts>>
  leads: NewLead[]
  knownLeads: number
  duplicates: Duplicate[]
  rejected: Rejected[]
  stages: StagesOfFile
}

const fillable: readonly FillField[] = ['name', 'company', 'role', 'emails', 'phones', 'links', 'tags', 'zone', 'industry', 'howWeMet', 'notes', 'preferredChannel']

/**
 * What would become of the file with these choices. People are told by their id (in our own files), else by e-mail
 * address, else by name and company; leads by their id, else by title and person. So the same file twice adds nothing.
 */
export function planImport(reader: Reader, read: ReadFile, choices: ImportChoices, context: Context): Plan {
  const plan: Plan = { contacts: new Map(), fills: new Map(), leads: [], knownLeads: 0, duplicates: [], rejected: [...read.rejected], stages: new StagesOfFile(reader, choices) }
  const people = new People(reader)
  const leads = new KnownLeads(reader)
  const except = new Set(choices.except)
  const into = choices.stageId === null ? null : stageOf(reader, choices.stageId)
  const source = (importWords.sources as Record<string, string>)[read.origin] ?? ''
  for (const entry of read.entries) {
    const found = people.find(entry)
    const contact = found?.contact ?? newContact(entry, context)
    if (found) takeKnown(plan, entry, found, (choices.known === 'fill') !== except.has(entry.row), read.holdsLeads)
    else {
      plan.contacts.set(contact.id, { entry, contact })
      people.add(contact, entry)
    }
    const stage = entry.lead ? plan.stages.find(entry.lead.stage) : found ? null : into
    if (!stage) continue
    const lead = newLead(contact, stage, entry.lead ?? { ...noLead, source }, context)
    if (leads.has(lead, entry)) plan.knownLeads += 1
    else plan.leads.push({ entry, lead, stage })
  }
  resolveReferrals(reader, plan)
  return plan
}

interface Found {
  contact: Contact
  where: 'data' | 'file'
}

/** Everybody by what tells them: those in the data, and those of the file so far. */
class People {
  readonly #byKey = new Map<string, Found>()
  readonly #reader: Reader
  readonly #added = new Map<string, Found>()

  constructor(reader: Reader) {
    this.#reader = reader
    for (const contact of reader.all('contacts')) this.#remember(contact, 'data')
  }

  find(entry: Entry): Found | null {
    if (entry.id !== null) {
      const contact = this.#reader.get('contacts', entry.id)
      if (contact) return { contact, where: 'data' }
      // A row that says which record it is is that one and no other, however alike two people are.
      return this.#added.get(entry.id) ?? null
    }
    for (const key of identityKeys(entry.facts)) {
      const found = this.#byKey.get(key)
      if (found) return found
    }
    return null
  }

  add(contact: Contact, entry: Entry): void {
    this.#remember(contact, 'file')
    if (entry.id !== null) this.#added.set(entry.id, { contact, where: 'file' })
  }

  #remember(contact: Contact, where: Found['where']): void {
    for (const key of identityKeys(contact)) if (!this.#byKey.has(key)) this.#byKey.set(key, { contact, where })
  }
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
 * Somebody who is there already: left alone, or given what they lack; other notes come below theirs. In a file of leads,
 * the same person may well come again.
 */
function takeKnown(plan: Plan, entry: Entry, { contact, where }: Found, fill: boolean, holdsLeads: boolean): void {
  const added = plan.contacts.get(contact.id)
  const now = { ...(added?.contact ?? contact), ...plan.fills.get(contact.id) }
  const addsNotes = !now.notes.includes(entry.facts.notes.trim())
  const fills = fillable.filter((field) => (field === 'notes' ? addsNotes : isEmpty(now[field]) && !isEmpty(entry.facts[field])))
  if (holdsLeads && where === 'file' && fills.length === 0) return
  plan.duplicates.push({ row: entry.row, name: contactName(now), company: now.company, where, fills, fill })
  if (!fill || fills.length === 0) return
  const notes = [now.notes, entry.facts.notes].filter((text) => text.trim() !== '').join('\n\n')
  const changes = { ...Object.fromEntries(fills.map((field) => [field, entry.facts[field]])), ...(addsNotes && { notes }) } as Partial<ContactFacts>
  if (added) added.contact = { ...added.contact, ...changes }
  else plan.fills.set(contact.id, { ...plan.fills.get(contact.id), ...changes })
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
