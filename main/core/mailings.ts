import type { MailingSummary, ParsedInput } from '../../shared/api.ts'
import { contactName } from '../../shared/contact.ts'
import { toInstant } from '../../shared/dates.ts'
import { Refusal } from '../../shared/errors.ts'
import { compare } from '../../shared/id.ts'
import type { Lead } from '../../shared/lead.ts'
import { filledText, channelOf, messageText } from '../../shared/message.ts'
import type { Mailing, MailingBar } from '../../shared/mailing.ts'
import { leftToFill } from '../../shared/message-checks.ts'
import { words } from '../../shared/strings/words.ts'
import { writing } from '../../shared/strings/writing-words.ts'
import type { Reader } from './database/store.ts'
import type { Commands, Context, Queries } from './handlers.ts'
import { contactOf, leadOf, templateOf } from './look-up.ts'
import { barAgainst, mergeFieldsOf, recipientOf } from './recipients.ts'
import { touchCommands } from './touches.ts'
import { workDays } from './work.ts'

/*
 * One template through a set of leads, one personal message at a time (practice P13). Who can be written to is looked at
 * again at each message, since things change while a mailing is under way.
 */

export const mailingQueries: Queries<'previewMailing' | 'getMailings' | 'getMailing'> = {
  previewMailing(reader, input, context) {
    const template = templateOf(reader, input.templateId)
    const { going, leftOut } = sortOut(reader, input, context)
    return {
      going: going.map((lead) => {
        const { subject, body } = filledText(template, mergeFieldsOf(reader, lead, { touch: null, on: context.today, locale: input.locale }, context))
        return { leadId: lead.id, ...whoIs(reader, lead), toFill: leftToFill(`${subject}\n${body}`) }
      }),
      leftOut,
    }
  },

  getMailings(reader) {
    return [...reader.all('mailings')]
      .toSorted((a, b) => Number(a.endedAt !== null) - Number(b.endedAt !== null) || compare(b.createdAt, a.createdAt) || compare(b.id, a.id))
      .map((mailing) => summaryOf(reader, mailing))
  },

  getMailing(reader, { id, locale }, context) {
    const mailing = mailingOf(reader, id)
    const { next, passedOver } = comingIn(reader, mailing, context)
    const summary = summaryOf(reader, mailing)
    if (next === null) return { mailing: summary, next, passedOver }
    const recipient = recipientOf(reader, next, null, locale, context)
    const isEdited = mailing.draft?.leadId === next.id
    const { subject, body } = isEdited && mailing.draft !== null ? mailing.draft : filledText(templateOf(reader, mailing.templateId), recipient.fields)
    return { mailing: summary, next: { recipient, subject, body, isEdited }, passedOver }
  },
}

export const mailingCommands: Commands<'startMailing' | 'editMailingDraft' | 'handleMailing' | 'stopMailing' | 'resumeMailing' | 'deleteMailing'> = {
  startMailing(transaction, { name, ...input }, context) {
    const { going } = sortOut(transaction, input, context)
    if (going.length === 0) throw new Refusal('conflict', words.errors.mailingNobody, 'leadIds')
    const { templateId } = input
    const mailing = { id: context.newId(), name, templateId, leadIds: going.map(({ id }) => id), handled: [], draft: null, endedAt: null, createdAt: toInstant(context.now) }
    return { id: transaction.put('mailings', mailing).id }
  },

  editMailingDraft(transaction, { id, leadId, text }) {
    const { draft } = mailingOf(transaction, id)
    if (text !== null || draft?.leadId === leadId) transaction.change('mailings', id, { draft: text && { leadId, ...text } })
    return null
  },

  handleMailing(transaction, { id, leadId, how, text }, context) {
    const mailing = underWay(transaction, id, leadId)
    const lead = leadOf(transaction, leadId)
    const { kind } = templateOf(transaction, mailing.templateId)
    if (how === 'sent') {
      const bar = barsIn(transaction, mailing, context)(lead)
      if (bar !== null) throw new Refusal('conflict', words.errors.mailingBarred(writing.mailing.barred[bar]))
      const message = { templateId: mailing.templateId, text: text === null ? '' : messageText(text) }
      touchCommands.logTouch(transaction, { leadId, channel: channelOf(kind), outcome: null, notes: '', message, next: 'proposed', instead: null }, context)
    }
    const handled = [...mailing.handled, { leadId, how, at: toInstant(context.now) }]
    const isOver = leftIn(transaction, { ...mailing, handled }).length === 0
    transaction.change('mailings', id, { handled, draft: null, ...(isOver && { endedAt: toInstant(context.now) }) })
    return null
  },

  stopMailing(transaction, { id }, context) {
    if (mailingOf(transaction, id).endedAt === null) transaction.change('mailings', id, { endedAt: toInstant(context.now) })
    return null
  },

  resumeMailing(transaction, { id }) {
    if (mailingOf(transaction, id).endedAt !== null) transaction.change('mailings', id, { endedAt: null })
    return null
  },

  deleteMailing(transaction, { id }) {
    transaction.remove('mailings', mailingOf(transaction, id).id)
    return null
  },
}

function mailingOf(reader: Reader, id: string): Mailing {
  const mailing = reader.get('mailings', id)
  if (!mailing) throw new Refusal('not-found', words.errors.mailingGone)
  return mailing
}

/** The mailing, unless it is over or this lead is no longer to come in it. */
function underWay(reader: Reader, id: string, leadId: string): Mailing {
  const mailing = mailingOf(reader, id)
  if (mailing.endedAt !== null) throw new Refusal('conflict', words.errors.mailingOver)
  if (mailing.handled.some((one) => one.leadId === leadId)) throw new Refusal('conflict', words.errors.mailingHandled)
  if (!mailing.leadIds.includes(leadId)) throw new Refusal('not-found', words.errors.leadGone)
  return mailing
}

/** The leads of a mailing that are still there and were not seen to yet, in their order. */
function leftIn(reader: Reader, { leadIds, handled }: Mailing): Lead[] {
  const done = new Set(handled.map(({ leadId }) => leadId))
  return leadIds.flatMap((id) => (done.has(id) ? [] : (reader.get('leads', id) ?? [])))
}

/** The lead that comes next, and those before and after it that cannot be written to as things are now. */
function comingIn(reader: Reader, mailing: Mailing, context: Context) {
  let next: Lead | null = null
  const passedOver: { leadId: string; name: string; bar: MailingBar }[] = []
  if (mailing.endedAt !== null) return { next, passedOver }
  const barOf = barsIn(reader, mailing, context)
  for (const lead of leftIn(reader, mailing)) {
    const bar = barOf(lead)
    if (bar !== null) passedOver.push({ leadId: lead.id, name: whoIs(reader, lead).name, bar })
    else next ??= lead
  }
  return { next, passedOver }
}

/**
 * Tells of a lead of a mailing why it cannot be written to now. One that was won before the mailing began was meant to be
 * in it; one that was won since is left out.
 */
function barsIn(reader: Reader, { templateId, handled, createdAt }: Mailing, context: Context): (lead: Lead) => MailingBar | null {
  const { kind } = templateOf(reader, templateId)
  const work = workDays(reader, context)
  const reached = new Set(handled.flatMap(({ leadId, how }) => (how === 'sent' ? (reader.get('leads', leadId)?.contactId ?? []) : [])))
  return (lead) => barAgainst(reader, lead, kind, work, lead.stageSince < createdAt, context) ?? (reached.has(lead.contactId) ? 'same-person' : null)
}

/** Who of the chosen leads can be written to, each person once, and who cannot and why. */
function sortOut(reader: Reader, { templateId, leadIds, customers }: Omit<ParsedInput<'previewMailing'>, 'locale'>, context: Context) {
  const { kind } = templateOf(reader, templateId)
  const work = workDays(reader, context)
  const going: Lead[] = []
  const people = new Set<string>()
  const leftOut: { leadId: string; name: string; bar: MailingBar }[] = []
  for (const leadId of new Set(leadIds)) {
    const lead = reader.get('leads', leadId)
    const bar = !lead ? 'gone' : (barAgainst(reader, lead, kind, work, customers, context) ?? (people.has(lead.contactId) ? 'same-person' : null))
    if (!lead || bar !== null) leftOut.push({ leadId, name: lead ? whoIs(reader, lead).name : '', bar: bar ?? 'gone' })
    else {
      going.push(lead)
      people.add(lead.contactId)
    }
  }
  return { going, leftOut }
}

function whoIs(reader: Reader, { contactId }: Lead): { name: string; company: string } {
  const contact = contactOf(reader, contactId)
  return { name: contactName(contact), company: contact.company }
}

function summaryOf(reader: Reader, mailing: Mailing): MailingSummary {
  const { id, name, templateId, handled, endedAt, createdAt } = mailing
  const sent = handled.filter(({ how }) => how === 'sent').length
  const { kind } = templateOf(reader, templateId)
  return { id, name, templateId, kind, endedAt, createdAt, sent, skipped: handled.length - sent, of: handled.length + leftIn(reader, mailing).length }
}
