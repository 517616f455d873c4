import type { Recipient } from '../../shared/api.ts'
import { contactName, firstName, type Contact } from '../../shared/contact.ts'
import { addDays, dueDate, dueOrder, localDateAt, type LocalDate, type Zone } from '../../shared/dates.ts'
import { longDate } from '../../shared/format.ts'
import { compare } from '../../shared/id.ts'
import type { Lead } from '../../shared/lead.ts'
import type { MailingBar } from '../../shared/mailing.ts'
import type { MergeFields } from '../../shared/merge-fields.ts'
import { addressOf, channelOf, othersNamed } from '../../shared/message.ts'
import { meetingWords } from '../../shared/recap-text.ts'
import type { TemplateKind } from '../../shared/template.ts'
import { nextTouch, type Touch } from '../../shared/touch.ts'
import { addWorkingDays, type WorkDays } from '../../shared/work-days.ts'
import type { Reader } from './database/store.ts'
import type { Context, Queries } from './handlers.ts'
import { contactOf, leadOf } from './look-up.ts'
import { workDays } from './work.ts'

/*
 * Whom a message goes to: what it can say of them (practice P11), and what speaks against writing now (practices P4, P9).
 */

export const recipientQueries: Queries<'getRecipient' | 'findOthersNamed'> = {
  getRecipient(reader, { leadId, touchId, locale }, context) {
    const touch = touchId === null ? null : (reader.where('touches', 'leadId', leadId).find(({ id }) => id === touchId) ?? null)
    return recipientOf(reader, leadOf(reader, leadId), touch, locale, context)
  },

  findOthersNamed(reader, { leadId, text }) {
    const { id, referredBy } = contactOf(reader, leadOf(reader, leadId).contactId)
    const own = contactOf(reader, id)
    const others = [...reader.all('contacts')].filter((other) => other.id !== id && other.id !== referredBy && !isSamePerson(other, own))
    return othersNamed(text, others, mostOthers)
  },
}

const mostOthers = 5

/** Two entries of one name or address say the same, whoever of the two is meant. */
function isSamePerson(other: Contact, own: Contact): boolean {
  const addresses = new Set(own.emails.map(({ address }) => address.toLowerCase()))
  return (own.name !== '' && other.name.toLowerCase() === own.name.toLowerCase()) || other.emails.some(({ address }) => addresses.has(address.toLowerCase()))
}

function each<T>(what: (kind: TemplateKind) => T): Record<TemplateKind, T> {
  return { email: what('email'), text: what('text'), social: what('social'), script: what('script') }
}

/** A lead as a message sees it; without a `touch` the next one tells what it brings. */
export function recipientOf(reader: Reader, lead: Lead, touch: Touch | null, locale: string, context: Context): Recipient {
  const contact = contactOf(reader, lead.contactId)
  const work = workDays(reader, context)
  return {
    leadId: lead.id,
    name: contactName(contact),
    company: contact.company,
    fields: mergeFieldsOf(reader, lead, { touch, on: context.today, locale }, context),
    addresses: each((kind) => addressOf(contact, kind)),
    bars: each((kind) => personBar(contact, kind, context.today) ?? gapBar(reader, lead, work, context)),
    personal: { howWeMet: contact.howWeMet, notes: contact.notes },
  }
}

/**
 * What is known of a lead and its person, for the fields of a message.
 * @param of `on` is the day on which it leaves, by which the words for dates go
 */
export function mergeFieldsOf(reader: Reader, lead: Lead, of: { touch: Touch | null; on: LocalDate; locale: string }, { zone, now, settings }: Context): MergeFields {
  const contact = contactOf(reader, lead.contactId)
  const touches = reader.where('touches', 'leadId', lead.id)
  const touch = of.touch ?? nextTouch(touches, zone)
  const item = touch?.valueItemId ? reader.get('valueItems', touch.valueItemId) : undefined
  const meeting = nextMeeting(reader, lead.id, touches, of.on, zone)
  const at = { locale: of.locale, zone, now }
  return {
    firstName: firstName(contact) ?? '',
    name: contact.name,
    company: contact.company,
    role: contact.role,
    industry: contact.industry,
    leadTitle: lead.title,
    need: lead.needs[0] ?? '',
    nextMeeting: meeting === null ? '' : meetingWords(meeting.due, at).when,
    tomorrow: longDate(addDays(of.on, 1), at),
    valueItem: item?.title ?? '',
    valueLink: item?.url ?? '',
    myName: settings.name,
  }
}

/**
 * The next time to speak, from a day on, as far as they know of it: what a recap named, or a meeting in person or by video
 * that no cadence planned by itself. A call that only I plan is none.
 */
function nextMeeting(reader: Reader, leadId: string, touches: readonly Touch[], from: LocalDate, zone: Zone): Touch | null {
  const named = new Set(reader.where('recaps', 'leadId', leadId).map(({ nextTouchId }) => nextTouchId))
  const isAgreed = ({ id, channel, enrolmentId }: Touch) => ((channel === 'video' || channel === 'in-person') && enrolmentId === null) || named.has(id)
  const spoken = touches.filter((touch) => touch.state === 'due' && isAgreed(touch))
  return spoken.filter(({ due }) => dueDate(due, zone) >= from).toSorted((a, b) => compare(dueOrder(a.due, zone), dueOrder(b.due, zone)))[0] ?? null
}

/**
 * Why a lead cannot be written to now with a template of this kind, by the rules that every mailing keeps; null when
 * nothing speaks against it.
 * @param isCustomer whether a won lead is written to all the same
 */
export function barAgainst(reader: Reader, lead: Lead, kind: TemplateKind, work: WorkDays, isCustomer: boolean, context: Context): MailingBar | null {
  const contact = contactOf(reader, lead.contactId)
  const stage = reader.get('stages', lead.stageId)?.kind ?? 'open'
  const atRest = stage === 'open' || (stage === 'won' && isCustomer) ? null : stage
  return personBar(contact, kind, context.today) ?? atRest ?? (addressOf(contact, kind) === null ? 'no-address' : gapBar(reader, lead, work, context))
}

/** What the person said of being contacted (practice P9). */
function personBar({ doNotContact, permission }: Contact, kind: TemplateKind, today: LocalDate): MailingBar | null {
  const { status, until, notBefore, channels } = permission
  if (doNotContact) return 'do-not-contact'
  if (status === 'declined') return 'permission-declined'
  if (until !== null && until < today) return 'permission-expired'
  if (notBefore !== null && notBefore > today) return 'not-before'
  return status === 'granted' && channels.length > 0 && !channels.includes(channelOf(kind)) ? 'channel-not-permitted' : null
}

/** The gap between two touches with a person, over all their leads (practice P4). */
function gapBar(reader: Reader, lead: Lead, work: WorkDays, { settings, today, zone }: Context): MailingBar | null {
  let latest = ''
  for (const { id } of reader.where('leads', 'contactId', lead.contactId)) {
    for (const { completedAt } of reader.where('touches', 'leadId', id)) if (completedAt !== null && completedAt > latest) latest = completedAt
  }
  if (latest === '') return null
  return addWorkingDays(localDateAt(Date.parse(latest), zone), lead.minimumGap ?? settings.minimumGap, work) > today ? 'too-soon' : null
}
