import type { ContactFacts } from './contacts.ts'
import { identityKeys } from '../../../shared/contact.ts'
import { toInstant } from '../../../shared/dates.ts'
import { blankLead, ranksFirst } from '../../../shared/lead.ts'
import { addContact } from '../contacts.ts'
import type { Reader } from '../database/store.ts'
import type { Commands, Queries } from '../handlers.ts'
import { stageOf } from '../stages.ts'
import { readContacts } from './contacts.ts'

const sampleRows = 5

export const importQueries: Queries<'previewImport'> = {
  previewImport(reader, { text }) {
    const { origin, people, rejected } = readContacts(text)
    const { fresh, known } = newPeople(reader, people)
    const sample = fresh.slice(0, sampleRows).map(({ name, company, emails }) => ({ name, company, email: emails[0]?.address ?? '' }))
    return { origin, fresh: fresh.length, known, rejected, sample }
  },
}

export const importCommands: Commands<'importContacts'> = {
  importContacts(transaction, { text, stageId }, context) {
    const { origin, people, rejected } = readContacts(text)
    const { fresh, known } = newPeople(transaction, people)
    const stage = stageId === null ? null : stageOf(transaction, stageId)
    const ranks = stage ? ranksFirst(transaction.where('leads', 'stageId', stage.id), fresh.length) : []
    const now = toInstant(context.now)
    for (const [index, facts] of fresh.entries()) {
      const contact = addContact(transaction, facts, context)
      if (!stage) continue
      transaction.put('leads', {
        ...blankLead,
        id: context.newId(),
        contactId: contact.id,
        source: sources[origin],
        stageId: stage.id,
        rank: ranks[index] ?? '',
        stageSince: now,
        createdAt: now,
      })
    }
    return { contacts: fresh.length, leads: stage ? fresh.length : 0, known, rejected: rejected.length }
  },
}

/** The source that an imported lead gets. */
const sources = { google: 'Google Contacts', 'google-old': 'Google Contacts', linkedin: 'LinkedIn', other: '' } as const

/** The people who are not there yet, each once; importing the same file again finds nobody new. */
function newPeople(reader: Reader, people: { facts: ContactFacts }[]): { fresh: ContactFacts[]; known: number } {
  const taken = new Set<string>()
  for (const contact of reader.all('contacts')) for (const key of identityKeys(contact)) taken.add(key)
  const fresh: ContactFacts[] = []
  for (const { facts } of people) {
    const keys = identityKeys(facts)
    if (keys.some((key) => taken.has(key))) continue
    for (const key of keys) taken.add(key)
    fresh.push(facts)
  }
  return { fresh, known: people.length - fresh.length }
}
