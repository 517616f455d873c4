import type { BoardCard, CallOutput } from '../../shared/api.ts'
import { contactName, type Contact } from '../../shared/contact.ts'
import { localDateAt, timeOfDayAt, toInstant } from '../../shared/dates.ts'
import { byId, compare } from '../../shared/id.ts'
import { blankLead, rankFirst, type Lead } from '../../shared/lead.ts'
import { sumByCurrency } from '../../shared/money.ts'
import { inOrderOfQuestions } from '../../shared/question.ts'
import { afterMinutes, firstResponse, minutesBetween, waitOf } from '../../shared/response.ts'
import { channelsToTry } from '../../shared/silence.ts'
import { words } from '../../shared/strings/words.ts'
import { countOfNoes, nextTouch, unansweredInARow, type PlannedTouch, type Touch } from '../../shared/touch.ts'
import { addContact, completeContact } from './contact-records.ts'
import type { Reader } from './database/store.ts'
import type { Commands, Context, Queries } from './handlers.ts'
import { enrolmentsOf } from './enrolments.ts'
import { requireLinks } from './links.ts'
import { promisesOf } from './promises.ts'
import { recapSummary } from './recaps.ts'
import { silenceOf } from './silence.ts'
import { addTouch, touchesInOrder } from './touch-records.ts'
import { contactOf, defined, firstStage, leadOf, stageOf, stagesInOrder } from './look-up.ts'
import { workingHours } from './work.ts'

export const leadQueries: Queries<'getBoard' | 'getCards' | 'getLead'> = {
  getBoard(reader, { limit }, context) {
    let complete = true
    const cards: BoardCard[] = []
    const stages = stagesInOrder(reader).map((stage) => {
      const leads = reader.where('leads', 'stageId', stage.id)
      const shown = limit === null ? leads : leads.slice(0, limit)
      complete &&= shown.length === leads.length
      for (const lead of shown) cards.push(cardOf(reader, lead, context))
      return { ...stage, count: leads.length, sums: sumByCurrency(leads.map((lead) => lead.value)) }
    })
    return { stages, cards, complete }
  },

  getCards(reader, { leadIds }, context) {
    return leadIds.flatMap((id) => {
      const lead = reader.get('leads', id)
      return lead ? [cardOf(reader, lead, context)] : []
    })
  },

  getLead(reader, { id }, context) {
    const lead = leadOf(reader, id)
    const contact = contactOf(reader, lead.contactId)
    const stage = stageOf(reader, lead.stageId)
    const touches = touchesInOrder(reader, id, context.zone)
    const recaps = reader.where('recaps', 'leadId', id).toSorted((a, b) => compare(b.updatedAt, a.updatedAt) || byId(a, b))
    return {
      lead,
      contact,
      stage,
      touches,
      recaps: recaps.map((recap) => recapSummary(reader, recap)),
      unanswered: unansweredInARow(touches),
      silence: silenceOf(reader, lead, touches, context),
      tried: channelsToTry(touches, contact.permission.status === 'granted' ? contact.permission.channels : []),
      answered: answeredIn(reader, lead, touches, context),
      enrolments: enrolmentsOf(reader, id, context),
      promises: promisesOf(reader, id, context),
      questions: inOrderOfQuestions(reader.where('questions', 'leadId', id)),
    }
  },
}

export const leadCommands: Commands<'addLead' | 'editLead' | 'deleteLeads'> = {
  addLead(transaction, input, context) {
    const contact = input.contactId === null ? addContact(transaction, input.contact, context) : completeContact(transaction, contactOf(transaction, input.contactId), input.contact)
    const stage = input.stageId === null ? firstStage(transaction) : stageOf(transaction, input.stageId)
    const now = toInstant(context.now)
    const lead = transaction.put('leads', {
      id: context.newId(),
      contactId: contact.id,
      ...blankLead,
      ...defined(input.lead),
      stageId: stage.id,
      rank: rankFirst(transaction.where('leads', 'stageId', stage.id)),
      stageSince: now,
      createdAt: now,
    })
    const next = input.next ?? (lead.inbound && stage.kind === 'open' ? firstAnswer(transaction, contact, context) : null)
    if (next) addTouch(transaction, lead.id, next, context)
    return { leadId: lead.id, contactId: contact.id }
  },

  editLead(transaction, { id, changes }) {
    const known = leadOf(transaction, id).links.map(({ url }) => url)
    requireLinks(changes.links?.map(({ url }) => url) ?? [], known)
    transaction.change('leads', id, defined(changes))
    return null
  },

  deleteLeads(transaction, { ids }) {
    for (const id of new Set(ids)) {
      leadOf(transaction, id)
      for (const table of ofLead) for (const record of transaction.where(table, 'leadId', id)) transaction.remove(table, record.id)
      transaction.remove('leads', id)
    }
    return null
  },
}

/** What belongs to a lead and goes with it. */
const ofLead = ['touches', 'enrolments', 'recaps', 'recapVersions', 'promises', 'questions', 'noteDrafts'] as const

/** The answer that an inbound lead wants at once, within the goal that the person set (practice P1). */
function firstAnswer(reader: Reader, { preferredChannel, phones }: Contact, context: Context): PlannedTouch {
  const { zone, now, settings: { response } } = context
  const by = afterMinutes(now, response.goal, response.hours, workingHours(reader, context))
  const channel = preferredChannel ?? (phones.length > 0 ? 'call' : 'email')
  return { channel, purpose: words.cadences.answerAtOnce, due: { date: localDateAt(by, zone), time: timeOfDayAt(by, zone), zone } }
}

/** How long an inbound lead waited for its first answer; null while it waits, and for any other. */
function answeredIn(reader: Reader, lead: Lead, touches: readonly Touch[], context: Context): CallOutput<'getLead'>['answered'] {
  const answered = firstResponse(lead, touches)
  if (answered === null) return null
  const { response } = context.settings
  const minutes = minutesBetween(Date.parse(lead.createdAt), Date.parse(answered), response.hours, workingHours(reader, context))
  return { minutes, wait: waitOf(minutes, response) }
}

function cardOf(reader: Reader, lead: Lead, context: Context): BoardCard {
  const contact = contactOf(reader, lead.contactId)
  const touches = reader.where('touches', 'leadId', lead.id)
  const next = nextTouch(touches, context.zone)
  return {
    ...lead,
    name: contactName(contact),
    company: contact.company,
    tags: contact.tags,
    noes: countOfNoes(touches),
    permission: contact.permission.status,
    doNotContact: contact.doNotContact,
    next: next && { touchId: next.id, channel: next.channel, purpose: next.purpose, due: next.due },
  }
}
