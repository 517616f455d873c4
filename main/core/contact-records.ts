import type { ParsedInput } from '../../shared/api.ts'
import { referralChain, unknownContact, type Contact } from '../../shared/contact.ts'
import { toInstant } from '../../shared/dates.ts'
import { Refusal } from '../../shared/errors.ts'
import { fold } from '../../shared/fold.ts'
import { words } from '../../shared/strings/words.ts'
import type { Reader } from './database/store.ts'
import type { Transaction } from './database/transaction.ts'
import type { Context } from './handlers.ts'
import { contactOf, defined } from './look-up.ts'

/* How the record of a contact comes about, and what must hold of it whoever writes it. */

/** Adds a contact with the facts that are known. Refuses when nothing says who it is. */
export function addContact(transaction: Transaction, facts: ParsedInput<'addLead'>['contact'], context: Context): Contact {
  const contact: Contact = {
    ...unknownContact,
    ...defined(facts),
    id: context.newId(),
    createdAt: toInstant(context.now),
  }
  requireSomebody(contact)
  requireReferral(transaction, contact)
  return transaction.put('contacts', contact)
}

/**
 * Adds what a new lead says of a contact who is there already: fills what is not known yet and puts new addresses,
 * numbers, tags and notes beside the old ones. Nothing that is known is changed.
 */
export function completeContact(transaction: Transaction, contact: Contact, facts: ParsedInput<'addLead'>['contact']): Contact {
  const { name = '', company = '', role = '', emails = [], phones = [], links = [], tags = [], notes = '' } = facts
  const completed: Contact = {
    ...contact,
    name: contact.name || name,
    company: contact.company || company,
    role: contact.role || role,
    emails: withNew(contact.emails, emails, 50, ({ address }) => address.toLowerCase()),
    phones: withNew(contact.phones, phones, 50, ({ number }) => number.replace(/[^\d+]/g, '')),
    links: withNew(contact.links, links, 50, (link) => link),
    tags: withNew(contact.tags, tags, 100, fold),
    notes: notes === '' || contact.notes.includes(notes) ? contact.notes : [contact.notes, notes].filter((text) => text !== '').join('\n').slice(0, 100_000),
  }
  return JSON.stringify(completed) === JSON.stringify(contact) ? contact : transaction.put('contacts', completed)
}

function withNew<T>(known: T[], given: T[], most: number, keyOf: (value: T) => string): T[] {
  const keys = new Set(known.map(keyOf))
  return [...known, ...given.filter((value) => !keys.has(keyOf(value)))].slice(0, Math.max(most, known.length))
}

/** Refuses a contact of whom nothing says who it is. */
export function requireSomebody(contact: Contact): void {
  if (!contact.name && !contact.company && contact.emails.length === 0) {
    throw new Refusal('invalid-input', words.errors.nobody, 'contact.name')
  }
}

/** Refuses a contact who would be introduced, over however many steps, by themselves (practice P19). */
export function requireReferral(reader: Reader, contact: Contact): void {
  if (contact.referredBy === null) return
  contactOf(reader, contact.referredBy)
  const chain = referralChain(contact.referredBy, (id) => reader.get('contacts', id)?.referredBy ?? null)
  if (chain.includes(contact.id)) throw new Refusal('invalid-input', words.errors.referralCycle, 'referredBy')
}
