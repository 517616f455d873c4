import Papa from 'papaparse'
import type { Contact } from '../../../shared/contact.ts'
import { compare } from '../../../shared/id.ts'
import { byRank } from '../../../shared/stage.ts'
import type { Reader } from '../database/store.ts'
import { formula, joinList } from '../import/csv.ts'
import { contactOf, stagesInOrder } from '../look-up.ts'

/*
 * The tables that other programs read (RFC 4180, UTF-8 with a byte order mark, CRLF). A cell that a spreadsheet would run
 * as a formula (it begins with = + - @, tab or CR) gets an apostrophe before it, which our own import takes away again.
 * Several values in one cell are joined by "; " with a backslash before a semicolon of their own. The last columns name
 * the records, so that a file that comes back finds whom it is about.
 */

/** Everybody, in the order in which they came. */
export function peopleCsv(reader: Reader): string {
  const people = inOrder(reader)
  const emails = Math.max(1, ...people.map((contact) => contact.emails.length))
  const phones = Math.max(1, ...people.map((contact) => contact.phones.length))
  const header = [
    'Name', 'Company', 'Role', ...numbered('E-mail', emails), ...numbered('Phone', phones), 'Links', 'Tags', 'Time zone', 'Industry', 'How we met', 'Notes',
    'Referred by', 'Permission', 'Permission on', 'Permission words', 'Permission channels', 'Permission until', 'Not before', 'Preferred channel', 'Do not contact',
    'Keep in touch days', 'Created', 'Followthrough contact', 'Followthrough referrer',
  ]
  const rows = people.map((contact) => [
    contact.name, contact.company, contact.role,
    ...padded(contact.emails.flatMap(({ label, address }) => [label, address]), 2 * emails),
    ...padded(contact.phones.flatMap(({ label, number }) => [label, number]), 2 * phones),
    joinList(filled(contact.links)), joinList(filled(contact.tags)), contact.zone ?? '', contact.industry, contact.howWeMet, contact.notes.trim() === '' ? '' : contact.notes,
    contact.referredBy === null ? '' : contactOf(reader, contact.referredBy).name,
    contact.permission.status, contact.permission.on ?? '', contact.permission.words, joinList(contact.permission.channels), contact.permission.until ?? '',
    contact.permission.notBefore ?? '', contact.preferredChannel ?? '', contact.doNotContact ? 'yes' : 'no', written(contact.keepInTouchDays), contact.createdAt, contact.id, contact.referredBy ?? '',
  ])
  return csv([header, ...rows])
}

/** Every lead, as they stand on the board. */
export function leadsCsv(reader: Reader): string {
  const header = [
    'Lead', 'Person', 'Company', 'E-mail', 'Value', 'Currency', 'Stage', 'In stage since', 'Source', 'Inbound', 'Needs', 'Links', 'Closed on', 'Closing reason', 'Parked until',
    'Minimum gap', 'Silence limit', 'Created', 'Followthrough lead', 'Followthrough contact',
  ]
  const rows = stagesInOrder(reader).flatMap((stage) =>
    reader.where('leads', 'stageId', stage.id).toSorted(byRank).map((lead) => {
      const contact = contactOf(reader, lead.contactId)
      return [
        lead.title, contact.name, contact.company, contact.emails[0]?.address ?? '', lead.value ? String(lead.value.amount) : '', lead.value?.currency ?? '', stage.name,
        lead.stageSince, lead.source, lead.inbound ? 'yes' : 'no', joinList(filled(lead.needs)), joinList(lead.links.flatMap(({ label, url }) => [label, url])),
        lead.closing?.on ?? '', lead.closing?.reason ?? '', lead.parkedUntil ?? '', written(lead.minimumGap), written(lead.silenceLimit), lead.createdAt, lead.id, contact.id,
      ]
    }),
  )
  return csv([header, ...rows])
}

/** The contacts in the order in which they came, the same each time. */
export function inOrder(reader: Reader): Contact[] {
  return [...reader.all('contacts')].toSorted((a, b) => compare(a.createdAt, b.createdAt) || compare(a.id, b.id))
}

function csv(rows: string[][]): string {
  return `\uFEFF${Papa.unparse(rows, { newline: '\r\n', escapeFormulae: formula })}\r\n`
}

function numbered(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => [`${name} ${index + 1} - Label`, `${name} ${index + 1} - Value`]).flat()
}

function padded(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, index) => cells[index] ?? '')
}

function written(number: number | null): string {
  return number === null ? '' : String(number)
}

function filled(values: readonly string[]): string[] {
  return values.filter((value) => value.trim() !== '')
}
