import type { Contact } from '../../shared/contact.ts'
import { shortDate, type Reader } from '../../shared/format.ts'
import type { ChosenField } from '../../shared/merge.ts'
import { words } from '../../shared/strings/words.ts'
import { zoneName } from '../ui/ZoneField.tsx'

/** What a field of a contact says, as both sides of a merge show it; empty when it says nothing. */
export function factText(contact: Contact, field: ChosenField, introducer: string, reader: Reader): string {
  switch (field) {
    case 'referredBy':
      return introducer
    case 'zone':
      return contact.zone === null ? '' : zoneName(contact.zone)
    case 'preferredChannel':
      return contact.preferredChannel === null ? '' : words.channels[contact.preferredChannel]
    case 'keepInTouchDays':
      return contact.keepInTouchDays === null ? '' : words.lead.everyDays(contact.keepInTouchDays)
    case 'permission':
      return permissionText(contact.permission, reader)
    case 'name':
    case 'company':
    case 'role':
    case 'industry':
    case 'howWeMet':
      return contact[field]
  }
}

function permissionText({ status, on, words: said, channels, until }: Contact['permission'], reader: Reader): string {
  const parts = [
    words.people.permissions[status],
    on && shortDate(on, reader),
    said,
    channels.map((channel) => words.channels[channel]).join(', '),
    until && `${words.lead.until} ${shortDate(until, reader)}`,
  ]
  return parts.filter(Boolean).join(' · ')
}
