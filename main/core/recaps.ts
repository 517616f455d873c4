import type { RecapSummary } from '../../shared/api.ts'
import { contactName } from '../../shared/contact.ts'
import { localDateAt, toInstant } from '../../shared/dates.ts'
import { Refusal } from '../../shared/errors.ts'
import { byId, compare } from '../../shared/id.ts'
import { inOrderOfPromises } from '../../shared/promise.ts'
import { inOrderOfQuestions } from '../../shared/question.ts'
import { recapState, type Recap } from '../../shared/recap.ts'
import { words } from '../../shared/strings/words.ts'
import type { Reader } from './database/store.ts'
import type { Commands, Queries } from './handlers.ts'
import { contactOf, defined, leadOf } from './look-up.ts'
import { readDay } from './quick-add/day.ts'
import { keepVersion, recapOf, talkedAt, versionsOf } from './recap-records.ts'
import { planMeeting, sendRecap } from './recap-sent.ts'
import { meetingsAhead, sortedNotes, startRecap } from './recap-start.ts'

export const recapQueries: Queries<'getRecaps' | 'getRecap' | 'getRecapVersion' | 'sortNotes' | 'readDay'> = {
  getRecaps(reader) {
    return [...reader.all('recaps')]
      .toSorted((a, b) => Number(recapState(a) !== 'draft') - Number(recapState(b) !== 'draft') || compare(b.updatedAt, a.updatedAt) || byId(a, b))
      .map((recap) => recapSummary(reader, recap))
  },

  getRecap(reader, { id }, context) {
    const recap = recapOf(reader, id)
    const lead = leadOf(reader, recap.leadId)
    const promises = reader.where('promises', 'leadId', lead.id).filter(({ state }) => state === 'open')
    const questions = reader.where('questions', 'leadId', lead.id).filter(({ answeredAt }) => answeredAt === null)
    return {
      recap,
      lead,
      contact: contactOf(reader, lead.contactId),
      talkedOn: localDateAt(Date.parse(talkedAt(reader, recap)), context.zone),
      versions: versionsOf(reader, recap).map(({ id: version, how, at, content }) => ({ id: version, how, at, subject: content.subject })),
      nextTouch: recap.nextTouchId === null ? null : (reader.get('touches', recap.nextTouchId) ?? null),
      meetings: meetingsAhead(reader, lead.id, context).filter((touch) => touch.id !== recap.touchId),
      openPromises: inOrderOfPromises(promises),
      openQuestions: inOrderOfQuestions(questions),
    }
  },

  getRecapVersion(reader, { id }) {
    const version = reader.get('recapVersions', id)
    if (!version) throw new Refusal('not-found', words.errors.recapGone)
    return version
  },

  sortNotes(reader, { text, leadId, region }, context) {
    return sortedNotes(reader, leadOf(reader, leadId), text, region, context)
  },

  readDay(_reader, { text, region }, { now, zone, settings }) {
    return { date: readDay(text, { now, zone, region, dateOrder: settings.dateOrder }) }
  },
}

export const recapCommands: Commands<'startRecap' | 'editRecap' | 'sendRecap' | 'planMeeting' | 'markRecapCopied' | 'deleteRecap'> = {
  startRecap,
  sendRecap,
  planMeeting,

  editRecap(transaction, { id, changes }, context) {
    const recap = recapOf(transaction, id)
    const { nextTouchId } = changes
    if (nextTouchId != null && transaction.get('touches', nextTouchId)?.leadId !== recap.leadId) {
      throw new Refusal('not-found', words.errors.touchGone, 'changes.nextTouchId')
    }
    const isWithoutNext = (changes.next === undefined ? recap.next : changes.next) === null
    transaction.change('recaps', id, { ...defined(changes), ...(isWithoutNext && { nextTouchId: null }), updatedAt: toInstant(context.now) })
    return null
  },

  markRecapCopied(transaction, { id, how }, context) {
    keepVersion(transaction, recapOf(transaction, id), how, context)
    transaction.change('recaps', id, { copiedAt: toInstant(context.now) })
    return null
  },

  deleteRecap(transaction, { id }) {
    const recap = recapOf(transaction, id)
    for (const version of versionsOf(transaction, recap)) transaction.remove('recapVersions', version.id)
    // What was promised holds without the recap that wrote it down.
    for (const promise of transaction.where('promises', 'recapId', id)) transaction.change('promises', promise.id, { recapId: null })
    transaction.remove('recaps', id)
    return null
  },
}

/** A recap as lists show it. */
export function recapSummary(reader: Reader, recap: Recap): RecapSummary {
  const contact = contactOf(reader, leadOf(reader, recap.leadId).contactId)
  const { id, leadId, subject, updatedAt, copiedAt, sentAt } = recap
  const versions = versionsOf(reader, recap).length
  return { id, leadId, contactName: contactName(contact), company: contact.company, subject, updatedAt, copiedAt, sentAt, versions }
}
