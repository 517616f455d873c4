import type { JournalEntry } from './database/journal.ts'
import type { Reader } from './database/store.ts'
import type { TableName } from './database/tables.ts'
import type { Change } from './database/transaction.ts'

/** More leads than this are told as "any may have changed". */
const mostLeads = 200

/** What all leads are shown by: their stages, and the steps and days by which the touches still to come are planned. */
const concernAll: ReadonlySet<TableName> = new Set(['stages', 'cadences', 'daysOff'] as const)

/**
 * The leads whose picture a transaction changed, so that a page can refresh just those.
 * @returns their ids, or null when it may be any
 */
export function affectedLeads(entry: JournalEntry, reader: Reader): string[] | null {
  const leads = new Set<string>()
  for (const change of entry.changes) {
    if (concernAll.has(change.table)) return null
    for (const id of leadsOf(change, reader)) leads.add(id)
    if (leads.size > mostLeads) return null
  }
  return [...leads]
}

function leadsOf({ table, id, before, after }: Change, reader: Reader): string[] {
  switch (table) {
    case 'leads':
      return [id]
    case 'touches':
    case 'enrolments':
    case 'recaps':
    case 'recapVersions':
    case 'promises':
    case 'questions':
    case 'noteDrafts': {
      const lead = reader.get(table, id)?.leadId ?? before?.['leadId'] ?? after?.['leadId']
      return typeof lead === 'string' ? [lead] : []
    }
    case 'contacts':
      return reader.where('leads', 'contactId', id).map((lead) => lead.id)
    case 'stages':
    case 'segments':
    case 'cadences':
    case 'daysOff':
    case 'valueItems':
    case 'templates':
    case 'mailings':
      return []
  }
}
