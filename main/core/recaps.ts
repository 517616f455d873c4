import type { RecapSummary } from '../../shared/api.ts'
import { contactName } from '../../shared/contact.ts'
import { toInstant } from '../../shared/dates.ts'
import { Refusal } from '../../shared/errors.ts'
import { byId, compare } from '../../shared/id.ts'
import { blankRecap, type Recap } from '../../shared/recap.ts'
import { words } from '../../shared/strings/words.ts'
import type { Reader } from './database/store.ts'
import type { Commands, Queries } from './handlers.ts'
import { contactOf, defined, leadOf } from './look-up.ts'

export const recapQueries: Queries<'getRecaps' | 'getRecap'> = {
  getRecaps(reader) {
    return [...reader.all('recaps')]
      .toSorted((a, b) => Number(a.copiedAt !== null) - Number(b.copiedAt !== null) || compare(b.updatedAt, a.updatedAt) || byId(a, b))
      .map((recap) => recapSummary(reader, recap))
  },

  getRecap(reader, { id }) {
    const recap = recapOf(reader, id)
    const lead = leadOf(reader, recap.leadId)
    return { recap, lead, contact: contactOf(reader, lead.contactId) }
  },
}

export const recapCommands: Commands<'startRecap' | 'editRecap' | 'markRecapCopied' | 'deleteRecap'> = {
  startRecap(transaction, { leadId, touchId }, context) {
    const lead = leadOf(transaction, leadId)
    const draft = transaction.where('recaps', 'leadId', lead.id).find((recap) => recap.copiedAt === null)
    if (draft) return { id: draft.id }
    if (touchId !== null && transaction.get('touches', touchId)?.leadId !== lead.id) {
      throw new Refusal('not-found', words.errors.touchGone, 'touchId')
    }
    const now = toInstant(context.now)
    const recap = transaction.put('recaps', {
      id: context.newId(),
      leadId: lead.id,
      touchId,
      ...blankRecap,
      createdAt: now,
      updatedAt: now,
    })
    return { id: recap.id }
  },

  editRecap(transaction, { id, changes }, context) {
    recapOf(transaction, id)
    transaction.change('recaps', id, { ...defined(changes), updatedAt: toInstant(context.now) })
    return null
  },

  markRecapCopied(transaction, { id }, context) {
    recapOf(transaction, id)
    transaction.change('recaps', id, { copiedAt: toInstant(context.now) })
    return null
  },

  deleteRecap(transaction, { id }) {
    recapOf(transaction, id)
    transaction.remove('recaps', id)
    return null
  },
}

/** A recap as lists show it. */
export function recapSummary(reader: Reader, recap: Recap): RecapSummary {
  const contact = contactOf(reader, leadOf(reader, recap.leadId).contactId)
  const { id, leadId, subject, updatedAt, copiedAt } = recap
  return { id, leadId, contactName: contactName(contact), company: contact.company, subject, updatedAt, copiedAt }
}

function recapOf(reader: Reader, id: string): Recap {
  const recap = reader.get('recaps', id)
  if (!recap) throw new Refusal('not-found', words.errors.recapGone)
  return recap
}
