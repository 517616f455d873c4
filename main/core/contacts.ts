import type { ContactLead, NamedContact, Person } from '../../shared/api.ts'
import { contactName, withTags, type Contact } from '../../shared/contact.ts'
import { Refusal } from '../../shared/errors.ts'
import { fold } from '../../shared/fold.ts'
import { byId, compare, type Id } from '../../shared/id.ts'
import type { Lead } from '../../shared/lead.ts'
import { words } from '../../shared/strings/words.ts'
import { nextTouch, type Touch } from '../../shared/touch.ts'
import { requireReferral, requireSomebody } from './contact-records.ts'
import type { Reader } from './database/store.ts'
import { endWithoutPermission } from './enrolments.ts'
import type { Commands, Context, Queries } from './handlers.ts'
import { leadCommands } from './leads.ts'
import { requireLinks } from './links.ts'
import { contactOf, defined, stageOf } from './look-up.ts'

export const contactQueries: Queries<'getPeople' | 'getContact' | 'findContacts' | 'countWithContacts'> = {
  getPeople(reader, _input, context) {
    const people: Person[] = []
    for (const contact of reader.all('contacts')) people.push(personOf(reader, contact, context))
    const names = new Intl.Collator(words.locale, { sensitivity: 'base' })
    return people.toSorted((a, b) => names.compare(contactName(a), contactName(b)) || byId(a, b))
  },

  getContact(reader, { id }) {
    const contact = contactOf(reader, id)
    return {
      contact,
      leads: leadsOf(reader, id).map((lead) => contactLead(reader, lead)),
      referredBy: contact.referredBy === null ? null : named(reader, contactOf(reader, contact.referredBy)),
      referred: reader.where('contacts', 'referredBy', id).map((other) => named(reader, other)),
    }
  },

  findContacts(reader, { text, limit, without }) {
    const wanted = fold(text).split(/\s+/).filter(Boolean)
    const found: Contact[] = []
    for (const contact of reader.all('contacts')) {
      const content = fold([contact.name, contact.company, ...contact.emails.map((email) => email.address)].join('\n'))
      if (contact.id !== without && wanted.every((word) => content.includes(word))) found.push(contact)
    }
    const names = new Intl.Collator(words.locale, { sensitivity: 'base' })
    return found
      .toSorted((a, b) => names.compare(contactName(a), contactName(b)) || byId(a, b))
      .slice(0, limit)
      .map((contact) => named(reader, contact))
  },

  countWithContacts(reader, { ids }) {
    const counts = { contacts: 0, leads: 0, touches: 0, promises: 0, questions: 0, recaps: 0 }
    for (const id of new Set(ids)) {
      if (!reader.get('contacts', id)) continue
      counts.contacts += 1
      for (const lead of reader.where('leads', 'contactId', id)) {
        counts.leads += 1
        for (const table of ['touches', 'promises', 'questions', 'recaps'] as const) counts[table] += reader.where(table, 'leadId', lead.id).length
      }
    }
    return counts
  },
}

export const contactCommands: Commands<'editContact' | 'tagContacts' | 'deleteContacts'> = {
  editContact(transaction, { id, changes }, context) {
    const contact = contactOf(transaction, id)
    const edited = { ...contact, ...defined(changes) }
    requireSomebody(edited)
    requireLinks(edited.links, contact.links)
    requireReferral(transaction, edited)
    transaction.put('contacts', edited)
    endWithoutPermission(transaction, id, context)
    return null
  },

  tagContacts(transaction, { ids, add, remove }) {
    let changed = 0
    for (const id of new Set(ids)) {
      const { tags } = contactOf(transaction, id)
      const next = withTags(tags, add, remove)
      if (next === tags) continue
      if (next.length > mostTags) throw new Refusal('invalid-input', words.errors.tooManyTags, 'add')
      transaction.change('contacts', id, { tags: next })
      changed += 1
    }
    return { changed }
  },

  deleteContacts(transaction, { ids }, context) {
    for (const id of new Set(ids)) {
      contactOf(transaction, id)
      for (const other of transaction.where('contacts', 'referredBy', id)) transaction.change('contacts', other.id, { referredBy: null })
      leadCommands.deleteLeads(transaction, { ids: transaction.where('leads', 'contactId', id).map((lead) => lead.id) }, context)
      transaction.remove('contacts', id)
    }
    return null
  },
}

const mostTags = 100

/** The leads with a contact, newest first. */
function leadsOf(reader: Reader, id: Id): Lead[] {
  return reader.where('leads', 'contactId', id).toSorted((a, b) => compare(b.createdAt, a.createdAt) || byId(a, b))
}

/** Only what the table of people shows and is searched by: there may be ten thousand of them in one answer. */
function personOf(reader: Reader, contact: Contact, context: Context): Person {
  const { id, name, company, role, emails, phones, tags, industry, permission } = contact
  const leads = leadsOf(reader, id)
  const touches = leads.flatMap((lead) => reader.where('touches', 'leadId', lead.id))
  const next = nextTouch(touches, context.zone)
  return {
    id,
    name,
    company,
    role,
    emails,
    phones,
    tags,
    industry,
    permission: permission.status,
    leads: leads.map((lead) => ({ id: lead.id, title: lead.title, stageId: lead.stageId })),
    lastTouch: lastDone(touches),
    nextTouch: next && { channel: next.channel, due: next.due },
  }
}

function lastDone(touches: Touch[]): string | null {
  let last: string | null = null
  for (const { state, completedAt } of touches) {
    if (state === 'done' && completedAt !== null && (last === null || completedAt > last)) last = completedAt
  }
  return last
}

function contactLead(reader: Reader, { id, title, value, stageId }: Lead): ContactLead {
  const { name, kind } = stageOf(reader, stageId)
  return { id, title, value, stage: name, kind }
}

function named(reader: Reader, contact: Contact): NamedContact {
  return { id: contact.id, name: contactName(contact), company: contact.company, leadId: leadsOf(reader, contact.id)[0]?.id ?? null }
}
