import { contactName, type Contact } from '../../../shared/contact.ts'
import type { Reader } from '../database/store.ts'
import { inOrder } from './csv.ts'

/**
 * Everybody as vCard 4.0 (RFC 6350): lines of at most 75 bytes, CRLF. Labels are Apple's (`item1.X-ABLabel`), which
 * other programs keep or pass over; what vCard has no place for stands in X-FOLLOWTHROUGH properties, for the way back.
 */
export function peopleVcard(reader: Reader): string {
  return inOrder(reader).map(cardOf).join('')
}

function cardOf(contact: Contact): string {
  const { emails, phones, permission } = contact
  let item = 0
  const labelled = (name: string, label: string, value: string): string[] => {
    if (label === '') return [`${name}:${value}`]
    item += 1
    return [`item${item}.${name}:${value}`, `item${item}.X-ABLabel:${escaped(label)}`]
  }
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `FN:${escaped(contactName(contact))}`,
    ...(contact.name === '' ? ['KIND:org'] : []),
    ...text('ORG', contact.company),
    ...text('TITLE', contact.role),
    ...emails.flatMap(({ label, address }) => labelled('EMAIL', label, escaped(address))),
    ...phones.flatMap(({ label, number }) => labelled('TEL', label, escaped(number))),
    ...contact.links.flatMap((link) => text('URL', link)),
    ...(contact.tags.some((tag) => tag !== '') ? [`CATEGORIES:${contact.tags.filter((tag) => tag !== '').map(escaped).join(',')}`] : []),
    ...text('TZ', contact.zone ?? ''),
    ...text('NOTE', contact.notes.trim() === '' ? '' : contact.notes),
    ...text('X-FOLLOWTHROUGH-INDUSTRY', contact.industry),
    ...text('X-FOLLOWTHROUGH-HOW-WE-MET', contact.howWeMet),
    ...text('X-FOLLOWTHROUGH-REFERRED-BY', contact.referredBy ?? ''),
    `X-FOLLOWTHROUGH-PERMISSION:${[permission.status, permission.on ?? '', permission.words, permission.notBefore ?? ''].map(escaped).join(';')};${permission.channels.join(',')};${permission.until ?? ''}`,
    ...text('X-FOLLOWTHROUGH-PREFERRED-CHANNEL', contact.preferredChannel ?? ''),
    ...(contact.doNotContact ? ['X-FOLLOWTHROUGH-DO-NOT-CONTACT:yes'] : []),
    ...(contact.keepInTouchDays === null ? [] : [`X-FOLLOWTHROUGH-KEEP-IN-TOUCH-DAYS:${contact.keepInTouchDays}`]),
    `X-FOLLOWTHROUGH-CREATED:${contact.createdAt}`,
    `UID;VALUE=text:${escaped(contact.id)}`,
    'END:VCARD',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function text(name: string, value: string): string[] {
  return value === '' ? [] : [`${name}:${escaped(value)}`]
}

/** RFC 6350, 3.4: a line end, too, is written as `\n`. */
function escaped(value: string): string {
  return value.replace(/[\\,;]/g, String.raw`\$&`).replace(/\r\n?|\n/g, String.raw`\n`)
}

/** RFC 6350, 3.2: at most 75 bytes a line, the next one indented; a character is never cut. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= 75) return line
  const lines: string[] = []
  let current = ''
  let bytes = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (bytes + size > 75) {
      lines.push(current)
      current = ' '
      bytes = 1
    }
    current += character
    bytes += size
  }
  return [...lines, current].join('\r\n')
}
