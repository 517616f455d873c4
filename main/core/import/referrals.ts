import { contactName, type Contact } from '../../../shared/contact.ts'
import { importWords } from '../../../shared/strings/import-words.ts'
import type { Reader } from '../database/store.ts'
import { longestNotes, notesTooLong } from './entry.ts'
import type { NewContact, Plan } from './planned.ts'

/**
 * Finds who introduced each new person: by id, else by an e-mail address or a name that only one person has. Whoever
 * cannot be found stays named in the notes. People who introduced each other in a circle are rejected, and those whose
 * notes have no room for the name.
 */
export function resolveReferrals(reader: Reader, plan: Plan): void {
  const added = plan.contacts
  const find = finder(reader, plan)
  for (const one of added.values()) {
    const { referredById, referredBy } = one.entry
    const isThere = referredById !== null && (added.has(referredById) || reader.get('contacts', referredById) !== undefined)
    const referrer = isThere ? referredById : find(referredBy)
    if (referrer !== null) one.contact = { ...one.contact, referredBy: referrer }
    else if (referredBy !== '') one.contact = withNote(one.contact, referredBy)
  }
  const circular = new Set([...added.values()].filter((one) => leadsBack(one, added)))
  if (circular.size > 0) reject(plan, circular, importWords.reasons.circular)
  for (let full = withFullNotes(plan); full.size > 0; full = withFullNotes(plan)) reject(plan, full, notesTooLong)
}

function finder(reader: Reader, plan: Plan): (said: string) => string | null {
  let byWord: Map<string, string | null> | null = null
  return (said) => {
    if (said === '') return null
    byWord ??= index([...reader.all('contacts'), ...[...plan.contacts.values()].map(({ contact }) => contact)])
    return byWord.get(said.toLowerCase()) ?? null
  }
}

/** Each name and address → the one who has it, or null when several do. */
function index(contacts: readonly Contact[]): Map<string, string | null> {
  const found = new Map<string, string | null>()
  for (const contact of contacts) {
    for (const word of new Set([contactName(contact), ...contact.emails.map(({ address }) => address)].map((text) => text.toLowerCase()))) {
      found.set(word, found.has(word) ? null : contact.id)
    }
  }
  return found
}

function withNote(contact: Contact, referredBy: string): Contact {
  const note = `${importWords.fields.referredBy}: ${referredBy}`
  return { ...contact, notes: contact.notes === '' ? note : `${contact.notes}\n${note}` }
}

function withFullNotes({ contacts }: Plan): ReadonlySet<NewContact> {
  return new Set([...contacts.values()].filter(({ contact }) => contact.notes.length > longestNotes))
}

function leadsBack(one: NewContact, added: ReadonlyMap<string, NewContact>): boolean {
  const seen = new Set<string>()
  let referrer = one.contact.referredBy
  while (referrer !== null && !seen.has(referrer)) {
    if (referrer === one.contact.id) return true
    seen.add(referrer)
    referrer = added.get(referrer)?.contact.referredBy ?? null
  }
  return false
}

/** Rejected people take their leads along; whoever they introduced keeps their names in the notes. */
function reject(plan: Plan, people: ReadonlySet<NewContact>, reason: string): void {
  const gone = new Map([...people].map((one) => [one.contact.id, one]))
  for (const id of gone.keys()) plan.contacts.delete(id)
  for (const one of plan.contacts.values()) {
    const referrer = one.contact.referredBy === null ? undefined : gone.get(one.contact.referredBy)
    if (referrer) one.contact = withNote({ ...one.contact, referredBy: null }, contactName(referrer.contact))
  }
  const withoutContact = plan.leads.filter(({ lead }) => gone.has(lead.contactId))
  plan.leads = plan.leads.filter(({ lead }) => !gone.has(lead.contactId))
  const entries = new Set([...people, ...withoutContact].map(({ entry }) => entry))
  for (const { row, cells } of entries) plan.rejected.push({ row, cells, reason })
}
