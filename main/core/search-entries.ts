import type { Contact } from '../../shared/contact.ts'
import type { Id } from '../../shared/id.ts'
import type { Lead } from '../../shared/lead.ts'
import type { Reader } from './database/store.ts'
import type { Change } from './database/transaction.ts'

/* What the search index knows of each person. */

/**
 * A person with everything that belongs to them, the words by how much they say: whose they are, what their leads are
 * about, what is known of them, what was written. One entry for all of it, so that a search may join words of any kind.
 */
export interface Entry {
  id: Id
  name: string
  company: string
  title: string
  facts: string
  notes: string
}

/** Something about which something was written: the person themselves, or a lead with them. */
export type Owner = Lead | null

/** The people whose entries a change concerns, as far as that can still be told. */
export function contactIdsOf(reader: Reader, { table, id, before }: Change): Id[] {
  if (table === 'contacts') return [id]
  const named = (field: string) => (typeof before?.[field] === 'string' ? [before[field]] : [])
  if (table === 'leads') return [...named('contactId'), ...contactIdOf(reader, id)]
  if (table !== 'touches' && table !== 'recaps' && table !== 'promises' && table !== 'questions') return []
  const leadId = reader.get(table, id)?.leadId
  // What is gone can no longer tell whose it was.
  return [...named('leadId'), ...(leadId === undefined ? [] : [leadId])].flatMap((lead) => contactIdOf(reader, lead))
}

function contactIdOf(reader: Reader, leadId: Id): Id[] {
  const lead = reader.get('leads', leadId)
  return lead ? [lead.contactId] : []
}

/** The entry as the tables have it now; null when there is nobody to find. */
export function entryOf(reader: Reader, id: Id): Entry | null {
  const contact = reader.get('contacts', id)
  if (!contact) return null
  const { name, company, emails, phones, role, tags, industry, howWeMet } = contact
  const leads = reader.where('leads', 'contactId', id)
  const facts = [role, industry, howWeMet, ...tags, ...emails.map((email) => email.address), ...phones.map((phone) => phone.number)]
  const notes = [null, ...leads].flatMap((owner) => [...writtenOf(reader, contact, owner)])
  return { id, name, company, title: leads.map(titleOf).join('\n'), facts: facts.join('\n'), notes: notes.join('\n') }
}

/** What a lead is about. */
export function titleOf({ title, source }: Lead): string {
  return `${title}\n${source}`
}

/** Everything that was written about a person, or at a lead. */
export function* writtenOf(reader: Reader, contact: Contact, lead: Owner): Iterable<string> {
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
  for (const { what } of reader.where('promises', 'leadId', lead.id)) yield what
  for (const { text, answer } of reader.where('questions', 'leadId', lead.id)) yield* [text, answer].filter((words) => words !== '')
  for (const recap of reader.where('recaps', 'leadId', lead.id)) {
    yield* [recap.subject, ...recap.problems, ...recap.solutions, ...recap.mine.map((line) => line.what), ...recap.theirs.map((line) => line.what)].filter((text) => text !== '')
  }
}
