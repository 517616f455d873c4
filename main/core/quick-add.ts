import { contactName } from '../../shared/contact.ts'
import { fold } from '../../shared/fold.ts'
import { compare } from '../../shared/id.ts'
import type { SamePerson } from '../../shared/quick-add.ts'
import type { Reader } from './database/store.ts'
import type { Queries } from './handlers.ts'
import { readLine } from './quick-add/read.ts'

/** As many people are told as may be the same. */
const most = 3
/** So many last digits of a telephone number say whose it is, whichever way its beginning is written. */
const tellingDigits = 8

export const quickAddQueries: Queries<'readQuickAdd' | 'findSamePeople'> = {
  readQuickAdd(reader, { text, region }, { now, zone, settings }) {
    return readLine(text, { now, zone, region, dateOrder: settings.dateOrder, currency: settings.currency, sources: sourcesOf(reader) })
  },

  findSamePeople(reader, { name, emails, phones }) {
    const wanted = { name: fold(name).trim(), emails: new Set(emails.map((email) => email.trim().toLowerCase())), phones: phones.map(digitsOf).filter((digits) => digits.length >= tellingDigits) }
    const found: SamePerson[] = []
    for (const contact of reader.all('contacts')) {
      const by = contact.emails.some(({ address }) => wanted.emails.has(address.toLowerCase()))
        ? 'email'
        : wanted.phones.length > 0 && contact.phones.some(({ number }) => wanted.phones.some((digits) => isSamePhone(digits, digitsOf(number))))
          ? 'phone'
          : wanted.name !== '' && fold(contact.name) === wanted.name
            ? 'name'
            : null
      if (by) found.push({ contactId: contact.id, name: contactName(contact), company: contact.company, by, leadId: newestLead(reader, contact.id) })
    }
    return found.toSorted((a, b) => surest.indexOf(a.by) - surest.indexOf(b.by) || compare(a.contactId, b.contactId)).slice(0, most)
  },
}

const surest: SamePerson['by'][] = ['email', 'phone', 'name']

/** The sources that leads came from so far, so that a line names them without saying that it is one. */
function sourcesOf(reader: Reader): Set<string> {
  const sources = new Set<string>()
  for (const { source } of reader.all('leads')) if (source !== '') sources.add(source)
  return new Set([...sources].map(fold))
}

function newestLead(reader: Reader, contactId: string): string | null {
  return reader.where('leads', 'contactId', contactId).toSorted((a, b) => compare(b.createdAt, a.createdAt))[0]?.id ?? null
}

function digitsOf(number: string): string {
  return number.replace(/\D/g, '')
}

function isSamePhone(a: string, b: string): boolean {
  return b.length >= tellingDigits && (a.endsWith(b.slice(-tellingDigits)) || b.endsWith(a.slice(-tellingDigits)))
}
