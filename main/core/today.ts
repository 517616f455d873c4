import type { TodayItem, TodayReason } from '../../shared/api.ts'
import { contactName } from '../../shared/contact.ts'
import { dayGroup, dueOrder, toInstant } from '../../shared/dates.ts'
import { byId, compare } from '../../shared/id.ts'
import { notContacted, outOfTouch, withTouch, type OutOfTouch } from '../../shared/keep-in-touch.ts'
import { mayRest, type Lead } from '../../shared/lead.ts'
import { answerableDays, firstResponse, minutesBetween, waitOf } from '../../shared/response.ts'
import { nextTouch, type Touch } from '../../shared/touch.ts'
import type { Reader } from './database/store.ts'
import type { Context, Queries } from './handlers.ts'
import { contactOf, leadOf, stageOf } from './look-up.ts'
import { workDays } from './work.ts'

export const todayQueries: Queries<'getToday'> = {
  getToday(reader, _input, context) {
    return { date: context.today, items: todayItems(reader, context) }
  },
}

/**
 * The queue of the day: inbound leads that wait for their first answer, the latest first, since who answers at once is
 * heard; overdue touches as they came due, the rest of today's, then every lead that is left without a next step, the
 * longest waiting first, then whom a word is owed to (practices P1, P2, P14, P16, P19).
 */
export function todayItems(reader: Reader, context: Context): TodayItem[] {
  const waiting = waitingItems(reader, context)
  const told = new Set(waiting.flatMap(({ leadId, touch }) => [leadId, ...(touch ? [touch.id] : [])]))
  const { due, withNextStep } = dueItems(reader, context)
  const forgotten = forgottenLeads(reader, withNextStep).filter(({ id }) => !told.has(id))
  const asked = new Set(forgotten.map(({ contactId }) => contactId))
  return [
    ...waiting,
    ...due.filter(({ touch }) => !told.has(touch?.id ?? '')),
    ...forgotten.map((lead) => item(reader, lead, 'no-next-step')),
    ...outOfTouchItems(reader, asked, context),
  ]
}

/** Inbound leads of the last weeks that wait for a first answer, each with its next touch (practice P1). */
function waitingItems(reader: Reader, context: Context): TodayItem[] {
  const { now, zone, settings } = context
  const { startOfDay, endOfDay, response } = settings
  const since = toInstant(now - answerableDays * 86_400_000)
  const waiting: TodayItem[] = []
  const hours = { work: workDays(reader, context), startOfDay, endOfDay, zone }
  for (const lead of [...reader.all('leads')].filter(({ inbound, createdAt }) => inbound && createdAt >= since).toSorted((a, b) => compare(b.createdAt, a.createdAt) || byId(a, b))) {
    const touches = reader.where('touches', 'leadId', lead.id)
    if (mayRest(stageOf(reader, lead.stageId), contactOf(reader, lead.contactId)) || firstResponse(lead, touches) !== null) continue
    const minutes = minutesBetween(Date.parse(lead.createdAt), now, response.hours, hours)
    waiting.push({ ...item(reader, lead, 'reply-now'), touch: nextTouch(touches, zone), waits: { minutes, wait: waitOf(minutes, response) } })
  }
  return waiting
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
    waits: null,
  }
}
