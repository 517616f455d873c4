import { Refusal } from '../../shared/errors.ts'
import { rankFirst, type Lead } from '../../shared/lead.ts'
import { words } from '../../shared/strings/words.ts'
import type { Reader } from './database/store.ts'
import { contactCommands } from './contacts.ts'
import type { Commands } from './handlers.ts'
import { leadCommands } from './leads.ts'
import { sampleData, samplePrefix } from './sample.ts'
import { firstStage } from './look-up.ts'
import { isUsed } from './value-items.ts'

export const sampleCommands: Commands<'addSample' | 'removeSample'> = {
  addSample(transaction, _input, context) {
    if (transaction.count('contacts') > 0) throw new Refusal('not-empty', words.errors.notEmpty)
    const { contacts, leads, touches, recaps, recapVersions, promises, questions, valueItems } = sampleData(context.now, context.zone)
    for (const item of valueItems) transaction.put('valueItems', item)
    for (const contact of contacts) transaction.put('contacts', contact)
    for (const lead of leads) transaction.put('leads', inStage(transaction, lead))
    for (const touch of touches) transaction.put('touches', touch)
    for (const recap of recaps) transaction.put('recaps', recap)
    for (const version of recapVersions) transaction.put('recapVersions', version)
    for (const promise of promises) transaction.put('promises', promise)
    for (const question of questions) transaction.put('questions', question)
    return null
  },

  /**
   * Removes the sample's people and leads with everything that hangs on them, and what it has to give; a person's own
   * leads keep theirs, and what was given to somebody over those stays.
   */
  removeSample(transaction, _input, context) {
    if (!hasSample(transaction)) throw new Refusal('not-found', words.errors.noSample)
    leadCommands.deleteLeads(transaction, { ids: [...transaction.all('leads')].filter(isSample).map(({ id }) => id) }, context)
    const unused = [...transaction.all('contacts')].filter((contact) => isSample(contact) && transaction.where('leads', 'contactId', contact.id).length === 0)
    contactCommands.deleteContacts(transaction, { ids: unused.map(({ id }) => id) }, context)
    for (const { id } of [...transaction.all('valueItems')].filter(isSample)) if (!isUsed(transaction, id)) transaction.remove('valueItems', id)
    return null
  },
}

/** The lead in its stage, or on top of the first one when the person has deleted its own. */
function inStage(reader: Reader, lead: Lead): Lead {
  if (reader.get('stages', lead.stageId)) return lead
  const { id } = firstStage(reader)
  return { ...lead, stageId: id, rank: rankFirst(reader.where('leads', 'stageId', id)) }
}

/** True while sample data is there. */
export function hasSample(reader: Reader): boolean {
  for (const lead of reader.all('leads')) if (isSample(lead)) return true
  return false
}

function isSample({ id }: { id: string }): boolean {
  return id.startsWith(samplePrefix)
}
