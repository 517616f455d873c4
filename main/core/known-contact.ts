import type { ParsedInput } from '../../shared/api.ts'
import type { Contact } from '../../shared/contact.ts'
import { fold } from '../../shared/fold.ts'
import type { Transaction } from './database/transaction.ts'

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
