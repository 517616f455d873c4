import { olderFirst, duplicateGroups } from '../../shared/merge.ts'
import type { MergeEntry } from '../../shared/api.ts'
import type { Contact } from '../../shared/contact.ts'
import { Refusal } from '../../shared/errors.ts'
import { words } from '../../shared/strings/words.ts'
import { requireReferral, requireSomebody } from './contact-records.ts'
import type { Reader } from './database/store.ts'
import { endWithoutPermission } from './enrolments.ts'
import type { Commands, Queries } from './handlers.ts'
import { contactOf } from './look-up.ts'

/** More groups than this are told as a count; they come up as the first ones are settled. */
const mostGroups = 100
/** More people of one name than this are no duplicates but a common name; the first ones are shown. */
const mostInGroup = 100

export const mergeQueries: Queries<'getDuplicates' | 'getMergeEntries'> = {
  getDuplicates(reader, _input, context) {
    const dismissed = context.settings.notDuplicates.map((ids) => new Set(ids))
    const open = duplicateGroups(reader.all('contacts')).filter(({ contacts }) => !isDismissed(contacts, dismissed))
    const groups = open.slice(0, mostGroups).map(({ reasons, contacts }) => ({
      reasons,
      contacts: olderFirst(contacts).slice(0, mostInGroup).map((contact) => counted(reader, contact)),
    }))
    return { groups, total: open.length }
  },

  getMergeEntries(reader, { ids }) {
    return olderFirst(ids.map((id) => contactOf(reader, id))).map((contact) => counted(reader, contact))
  },
}

export const mergeCommands: Commands<'mergeContacts'> = {
  mergeContacts(transaction, { keep, drop, facts }, context) {
    if (keep === drop) throw new Refusal('invalid-input', words.errors.mergeSame, 'drop')
    const kept = contactOf(transaction, keep)
    const dropped = contactOf(transaction, drop)
    for (const lead of transaction.where('leads', 'contactId', drop)) transaction.change('leads', lead.id, { contactId: keep })
    for (const other of transaction.where('contacts', 'referredBy', drop)) {
      if (other.id !== keep) transaction.change('contacts', other.id, { referredBy: keep })
    }
    const referredBy = facts.referredBy === drop || facts.referredBy === keep ? null : facts.referredBy
    const createdAt = dropped.createdAt < kept.createdAt ? dropped.createdAt : kept.createdAt
    const merged: Contact = { id: keep, ...facts, referredBy, createdAt }
    requireSomebody(merged)
    requireReferral(transaction, merged)
    transaction.put('contacts', merged)
    transaction.remove('contacts', drop)
    endWithoutPermission(transaction, keep, context)
    return null
  },
}

/** True when the person said of all of these that they are not the same; somebody new among them asks again. */
function isDismissed(contacts: readonly Contact[], dismissed: readonly Set<string>[]): boolean {
  return dismissed.some((ids) => contacts.every(({ id }) => ids.has(id)))
}

function counted(reader: Reader, contact: Contact): MergeEntry {
  const leads = reader.where('leads', 'contactId', contact.id)
  const count = (table: 'touches' | 'promises' | 'recaps') => leads.reduce((sum, lead) => sum + reader.where(table, 'leadId', lead.id).length, 0)
  return { contact, leads: leads.length, touches: count('touches'), promises: count('promises'), recaps: count('recaps') }
}
