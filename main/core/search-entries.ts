import { contactName, type Contact } from '../../shared/contact.ts'
import { fold } from '../../shared/fold.ts'
import { compare } from '../../shared/id.ts'
import type { Lead } from '../../shared/lead.ts'
import type { LeadHit, NoteHit, PersonHit } from '../../shared/search.ts'
import type { Reader } from './database/store.ts'
import type { TableName } from './database/tables.ts'

/* What the search index knows of each record, and how a hit looks. */

/**
 * What is one find: a person, a lead, or everything written about one of them. The key tells which: `p:`, `l:`, and
 * `n:` before one of these.
 */
export type EntryKey = string

/** The words of an entry by how much they say. */
export interface Entry {
  id: EntryKey
  name: string
  company: string
  title: string
  facts: string
  notes: string
}

const blank = { name: '', company: '', title: '', facts: '', notes: '' }

export function personKeys(contactId: string): EntryKey[] {
  return [`p:${contactId}`, `n:p:${contactId}`]
}
export function leadKeys(leadId: string): EntryKey[] {
  return [`l:${leadId}`, `n:l:${leadId}`]
}

/** The keys of all that a changed record shows up in. */
export function keysOfChange(reader: Reader, table: TableName, id: string): EntryKey[] {
  if (table === 'contacts') return [...personKeys(id), ...reader.where('leads', 'contactId', id).map((lead) => `l:${lead.id}`)]
  if (table === 'leads') return leadKeys(id)
  if (table !== 'touches' && table !== 'recaps') return []
  const leadId = reader.get(table, id)?.leadId
  return leadId === undefined ? [] : [`n:l:${leadId}`]
}

/** The entry as the tables have it now; null when there is nothing to find. */
export function entryOf(reader: Reader, key: EntryKey): Entry | null {
  const { contact, lead } = ownersOf(reader, key)
  if (!contact) return null
  if (key.startsWith('n:')) {
    const notes = [...writtenOf(reader, contact, lead)].join('\n')
    return notes === '' ? null : { ...blank, id: key, notes }
  }
  const name = { name: contact.name, company: contact.company }
  if (lead) return { ...blank, ...name, id: key, title: lead.title, facts: [lead.source, ...contact.tags].join('\n') }
  const { emails, phones, role, tags, industry, howWeMet } = contact
  const facts = [role, industry, howWeMet, ...tags, ...emails.map((email) => email.address), ...phones.map((phone) => phone.number)]
  return { ...blank, ...name, id: key, facts: facts.join('\n') }
}

/** Whose entry it is; a lead's has both. Undefined when they are gone. */
export function ownersOf(reader: Reader, key: EntryKey): { contact: Contact | undefined; lead: Lead | undefined } {
  const [kind, id = ''] = key.replace(/^n:/, '').split(/:(.*)/s)
  if (kind === 'p') return { contact: reader.get('contacts', id), lead: undefined }
  const lead = reader.get('leads', id)
  return { contact: lead && reader.get('contacts', lead.contactId), lead }
}

/** Everything that was written about a person, or at a lead. */
function* writtenOf(reader: Reader, contact: Contact, lead: Lead | undefined): Iterable<string> {
  if (!lead) {
    if (contact.notes !== '') yield contact.notes
    return
  }
  yield* lead.needs
  if (lead.closing) yield lead.closing.reason
  for (const touch of reader.where('touches', 'leadId', lead.id)) {
    if (touch.purpose !== '') yield touch.purpose
    if (touch.notes !== '') yield touch.notes
  }
  for (const recap of reader.where('recaps', 'leadId', lead.id)) {
    yield* [recap.subject, ...recap.problems, ...recap.solutions, ...recap.mine.map((line) => line.what), ...recap.theirs.map((line) => line.what)].filter((text) => text !== '')
  }
}

export function personHit(reader: Reader, contact: Contact, found: string[]): PersonHit {
  return { contactId: contact.id, name: contactName(contact), company: contact.company, role: contact.role, leadIds: leadIdsOf(reader, contact.id), found }
}

export function leadHit(reader: Reader, contact: Contact, lead: Lead, found: string[]): LeadHit {
  const stage = reader.get('stages', lead.stageId)?.name ?? ''
  return { contactId: contact.id, name: contactName(contact), company: contact.company, leadId: lead.id, title: lead.title, stage, found }
}

export function noteHit(reader: Reader, contact: Contact, lead: Lead | undefined, found: string[]): NoteHit {
  const leadId = lead?.id ?? leadIdsOf(reader, contact.id)[0] ?? null
  return { contactId: contact.id, name: contactName(contact), company: contact.company, leadId, excerpt: excerptOf([...writtenOf(reader, contact, lead)], found), found }
}

function leadIdsOf(reader: Reader, contactId: string): string[] {
  return reader
    .where('leads', 'contactId', contactId)
    .toSorted((a, b) => compare(b.createdAt, a.createdAt))
    .map(({ id }) => id)
}

const before = 32
const longest = 140

/** The text in which most of the words stand, cut around the first of them. */
function excerptOf(texts: readonly string[], found: readonly string[]): string {
  let best = { count: -1, text: '', at: 0 }
  for (const text of texts) {
    const line = text.replace(/\s+/g, ' ')
    const folded = fold(line)
    const places = found.map((word) => folded.indexOf(word)).filter((place) => place >= 0)
    // Folding may change the length by a letter or two, which moves the cut and nothing else.
    if (places.length > best.count) best = { count: places.length, text: line, at: Math.min(line.length, ...places) }
    if (best.count === found.length) break
  }
  const space = best.at > before ? best.text.indexOf(' ', best.at - before) : -1
  const start = space >= 0 && space < best.at ? space + 1 : best.at > before ? best.at - before : 0
  const cut = best.text.slice(start, start + longest)
  return `${start > 0 ? '…' : ''}${cut}${start + longest < best.text.length ? '…' : ''}`
}
