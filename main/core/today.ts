import type { TodayItem, TodayReason } from '../../shared/api.ts'
import { contactName } from '../../shared/contact.ts'
import { dayGroup, dueOrder } from '../../shared/dates.ts'
import { byId, compare } from '../../shared/id.ts'
import { notContacted, outOfTouch, withTouch, type OutOfTouch } from '../../shared/keep-in-touch.ts'
import { mayRest, type Lead } from '../../shared/lead.ts'
import type { Touch } from '../../shared/touch.ts'
import type { Reader } from './database/store.ts'
import type { Context, Queries } from './handlers.ts'
import { contactOf, leadOf } from './look-up.ts'

export const todayQueries: Queries<'getToday'> = {
  getToday(reader, _input, context) {
    return { date: context.today, items: todayItems(reader, context) }
  },
}

/**
 * The queue of the day: overdue touches as they came due, the rest of today's, then every lead that is left without a
 * next step, the longest waiting first, then whom a word is owed to (practices P2, P14, P16, P19).
 */
export function todayItems(reader: Reader, context: Context): TodayItem[] {
  const { due, withNextStep } = dueItems(reader, context)
  const forgotten = forgottenLeads(reader, withNextStep)
  const asked = new Set(forgotten.map(({ contactId }) => contactId))
  return [...due, ...forgotten.map((lead) => item(reader, lead, 'no-next-step')), ...outOfTouchItems(reader, asked, context)]
}

/** What is overdue or due today, and the ids of all leads with a touch that is due, whenever that is. */
function dueItems(reader: Reader, { now, zone, today }: Context): { due: TodayItem[]; withNextStep: ReadonlySet<string> } {
  const touches: { touch: Touch; reason: TodayReason; order: string }[] = []
  const withNextStep = new Set<string>()
  for (const touch of reader.all('touches')) {
    if (touch.state !== 'due') continue
    withNextStep.add(touch.leadId)
    const group = dayGroup(touch.due, now, zone, today)
    if (group === 'overdue' || group === 'today') touches.push({ touch, reason: group, order: dueOrder(touch.due, zone) })
  }
  const due = touches
    .toSorted((a, b) => Number(a.reason === 'today') - Number(b.reason === 'today') || compare(a.order, b.order) || byId(a.touch, b.touch))
    .map(({ touch, reason }) => ({ ...item(reader, leadOf(reader, touch.leadId), reason), touch }))
  return { due, withNextStep }
}

function forgottenLeads(reader: Reader, withNextStep: ReadonlySet<string>): Lead[] {
  const openStages = new Map([...reader.all('stages')].filter(({ kind }) => kind === 'open').map((stage) => [stage.id, stage]))
  const isForgotten = (lead: Lead) => {
    const stage = withNextStep.has(lead.id) ? undefined : openStages.get(lead.stageId)
    return stage !== undefined && !mayRest(stage, contactOf(reader, lead.contactId))
  }
  return [...reader.all('leads')].filter(isForgotten).toSorted((a, b) => compare(a.stageSince, b.stageSince) || byId(a, b))
}

/**
 * Whom a word is owed to, by their newest lead, those who wait the longest over their time first. Touches are looked at
 * only of those with whom an interval was agreed.
 * @param asked contacts of whom a lead is in the queue anyway
 */
function outOfTouchItems(reader: Reader, asked: ReadonlySet<string>, { today, zone }: Context): TodayItem[] {
  const owed: { lead: Lead; since: OutOfTouch }[] = []
  for (const contact of reader.all('contacts')) {
    if (contact.keepInTouchDays === null || asked.has(contact.id)) continue
    const leads = reader.where('leads', 'contactId', contact.id)
    const [newest] = leads.toSorted((a, b) => compare(b.createdAt, a.createdAt) || byId(a, b))
    if (newest === undefined) continue
    let known = notContacted
    for (const lead of leads) for (const touch of reader.where('touches', 'leadId', lead.id)) known = withTouch(known, touch)
    const since = outOfTouch(contact, known, today, zone)
    if (since !== null) owed.push({ lead: newest, since })
  }
  return owed
    .toSorted((a, b) => b.since.days - b.since.every - (a.since.days - a.since.every) || byId(a.lead, b.lead))
    .map(({ lead, since }) => ({ ...item(reader, lead, 'keep-in-touch'), outOfTouch: since }))
}

function item(reader: Reader, lead: Lead, reason: TodayReason): TodayItem {
  const contact = contactOf(reader, lead.contactId)
  return {
    reason,
    leadId: lead.id,
    contactName: contactName(contact),
    company: contact.company,
    leadTitle: lead.title,
    value: lead.value,
    touch: null,
    outOfTouch: null,
  }
}
