import type { TodayItem, TodayReason } from '../../shared/api.ts'
import { contactName } from '../../shared/contact.ts'
import { dayGroup, dueOrder } from '../../shared/dates.ts'
import { byId, compare } from '../../shared/id.ts'
import type { Lead } from '../../shared/lead.ts'
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
 * The queue of the day: overdue touches as they came due, the rest of today's, then every open lead without a next
 * step, the longest waiting first (practices P2, P14, P16).
 */
export function todayItems(reader: Reader, context: Context): TodayItem[] {
  const touches: { touch: Touch; reason: TodayReason; order: string }[] = []
  const today = context.today
  const withNextStep = new Set<string>()
  for (const touch of reader.all('touches')) {
    if (touch.state !== 'due') continue
    withNextStep.add(touch.leadId)
    const group = dayGroup(touch.due, context.now, context.zone, today)
    if (group === 'overdue' || group === 'today') {
      touches.push({ touch, reason: group, order: dueOrder(touch.due, context.zone) })
    }
  }
  const due = touches
    .toSorted((a, b) => Number(a.reason === 'today') - Number(b.reason === 'today') || compare(a.order, b.order) || byId(a.touch, b.touch))
    .map(({ touch, reason }) => item(reader, leadOf(reader, touch.leadId), reason, touch))
  const openStages = new Set([...reader.all('stages')].filter(({ kind }) => kind === 'open').map(({ id }) => id))
  const forgotten = [...reader.all('leads')]
    .filter((lead) => openStages.has(lead.stageId) && !withNextStep.has(lead.id))
    .toSorted((a, b) => compare(a.stageSince, b.stageSince) || byId(a, b))
    .map((lead) => item(reader, lead, 'no-next-step', null))
  return [...due, ...forgotten]
}

function item(reader: Reader, lead: Lead, reason: TodayReason, touch: Touch | null): TodayItem {
  const contact = contactOf(reader, lead.contactId)
  return {
    reason,
    leadId: lead.id,
    contactName: contactName(contact),
    company: contact.company,
    leadTitle: lead.title,
    value: lead.value,
    touch,
  }
}
