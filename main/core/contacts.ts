import type { ParsedInput, Person } from '../../shared/api.ts'
import { contactName, unknownContact, type Contact } from '../../shared/contact.ts'
import { toInstant } from '../../shared/dates.ts'
import { Refusal } from '../../shared/errors.ts'
import { byId, compare } from '../../shared/id.ts'
import { words } from '../../shared/strings/words.ts'
import type { Reader } from './database/store.ts'
import type { Transaction } from './database/transaction.ts'
import type { Commands, Context, Queries } from './handlers.ts'

export const contactQueries: Queries<'getPeople'> = {
  getPeople(reader) {
    const people: Person[] = []
    for (const contact of reader.all('contacts')) {
      const leads = reader
        .where('leads', 'contactId', contact.id)
        .toSorted((a, b) => compare(b.createdAt, a.createdAt) || byId(a, b))
        .map(({ id, title, stageId }) => ({ id, title, stageId }))
      people.push({ ...contact, leads })
    }
    const names = new Intl.Collator(words.locale, { sensitivity: 'base' })
    return people.toSorted((a, b) => names.compare(contactName(a), contactName(b)) || byId(a, b))
  },
}

export const contactCommands: Commands<'editContact'> = {
  editContact(transaction, { id, changes }) {
    const edited = { ...contactOf(transaction, id), ...defined(changes) }
    requireSomebody(edited)
    transaction.put('contacts', edited)
    return null
  },
}

/** The contact, or a refusal when it is gone. */
export function contactOf(reader: Reader, id: string): Contact {
  const contact = reader.get('contacts', id)
  if (!contact) throw new Refusal('not-found', words.errors.contactGone)
  return contact
}

/** Adds a contact with the facts that are known. Refuses when nothing says who it is. */
export function addContact(transaction: Transaction, facts: ParsedInput<'addLead'>['contact'], context: Context): Contact {
  const contact: Contact = {
    ...unknownContact,
    ...defined(facts),
    id: context.newId(),
    createdAt: toInstant(context.now),
  }
  requireSomebody(contact)
  return transaction.put('contacts', contact)
}

function requireSomebody(contact: Contact): void {
  if (!contact.name && !contact.company && contact.emails.length === 0) {
    throw new Refusal('invalid-input', words.errors.nobody, 'contact.name')
  }
}

/** The fields that were given: one that is undefined is as good as not there. */
export function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
