import type { TodayItem, TodayReason } from '../../shared/api.ts'
import { contactName } from '../../shared/contact.ts'
import { addDays, dayGroup, dueOrder, toInstant } from '../../shared/dates.ts'
import { byId, compare } from '../../shared/id.ts'
import { notContacted, outOfTouch, withTouch } from '../../shared/keep-in-touch.ts'
import { daysInStage, mayRest, type Lead } from '../../shared/lead.ts'
import { answerableDays, firstResponse, minutesBetween, waitOf } from '../../shared/response.ts'
import { inQueueOrder, todayCounts, waitsNow, type Queued } from '../../shared/today-order.ts'
import { isUnanswered, nextTouch, type Touch } from '../../shared/touch.ts'
import type { Reader } from './database/store.ts'
import type { Context, Queries } from './handlers.ts'
import { contactOf, leadOf, stageOf } from './look-up.ts'
import { silenceLimitOf, silenceOf } from './silence.ts'
import { workingHours } from './work.ts'

export const todayQueries: Queries<'getToday'> = {
  getToday(reader, _input, context) {
    const items = todayItems(reader, context)
    return { date: context.today, items, counts: todayCounts(items, context.now) }
  },
}

/** An item on its way into the queue. */
interface Found extends Queued {
  item: TodayItem
}

/**
 * The queue of the day, in the order of today-order.ts: inbound leads that wait for their first answer, promises of mine
 * that fall due, overdue touches and the rest of today's, leads without a next step, their lapsed promises to be asked
 * about, silences that want a choice, leads that stand still, parked ones whose rest is over, and whom a word is owed to
 * (practices P1, P2, P6, P8, P14, P15, P16, P19). A touch is there once, and so is a lead that wants a next step. What is
 * snoozed comes last, and holds no place for what else there is about its lead.
 */
export function todayItems(reader: Reader, context: Context): TodayItem[] {
  const waiting = waitingItems(reader, context)
  const told = new Set(waiting.flatMap(({ leadId, item }) => [leadId, ...(item.touch ? [item.touch.id] : [])]))
  const { due, ...known } = lookThroughTouches(reader, context)
  const forgotten = leadItems(reader, known, context).filter(({ leadId }) => !told.has(leadId))
  const asked = new Set(forgotten.map(({ leadId }) => leadOf(reader, leadId).contactId))
  const everything = [
    ...waiting,
    ...promiseItems(reader, context),
    ...due.filter(({ item }) => !told.has(item.touch?.id ?? '')),
    ...forgotten,
    ...outOfTouchItems(reader, asked, context),
  ]
  const isWaiting = ({ item }: Found) => waitsNow(item, context.now)
  const snoozed = everything.filter((one) => !isWaiting(one))
  return [...inQueueOrder(everything.filter(isWaiting)), ...inQueueOrder(snoozed)].map(({ item }) => item)
}

/** Inbound leads of the last weeks that wait for a first answer, each with its next touch (practice P1). */
function waitingItems(reader: Reader, context: Context): Found[] {
  const { now, zone, settings: { response } } = context
  const since = toInstant(now - answerableDays * 86_400_000)
  const waiting: Found[] = []
  const hours = workingHours(reader, context)
  for (const lead of reader.all('leads')) {
    if (!lead.inbound || lead.createdAt < since) continue
    const touches = reader.where('touches', 'leadId', lead.id)
    if (mayRest(stageOf(reader, lead.stageId), contactOf(reader, lead.contactId)) || firstResponse(lead, touches) !== null) continue
    const minutes = minutesBetween(Date.parse(lead.createdAt), now, response.hours, hours)
    const wait = waitOf(minutes, response)
    waiting.push(found(reader, lead, 'reply-now', lead.createdAt, { touch: nextTouch(touches, zone), waits: { minutes, wait }, isLate: wait !== 'in-time' }))
  }
  return waiting
}

/** What I promised by today or earlier and did not do yet, whatever became of the lead (practice P8). */
function promiseItems(reader: Reader, { today }: Context): Found[] {
  const due: Found[] = []
  for (const promise of reader.all('promises')) {
    const { side, state, by, leadId, id } = promise
    if (side !== 'mine' || state !== 'open' || by === null || by > today) continue
    due.push({ ...found(reader, leadOf(reader, leadId), 'promise', by, { promise, isLate: by < today }), id })
  }
  return due
}

/** What the touches tell of leads. They are looked through once: there may be a hundred thousand, and Today is asked for at each change. */
interface Known {
  /** The leads with a touch that is due, whenever that is. */
  withNextStep: ReadonlySet<string>
  /** How many touches with each lead stayed without an answer, in a row or not. */
  unanswered: ReadonlyMap<string, { touches: number }>
}

/** What is overdue or due today, and what the touches tell of all leads. */
function lookThroughTouches(reader: Reader, context: Context): Known & { due: Found[] } {
  const { now, zone, today } = context
  const due: Found[] = []
  const withNextStep = new Set<string>()
  const unanswered = new Map<string, { touches: number }>()
  for (const touch of reader.all('touches')) {
    if (touch.state === 'done') {
      if (!isUnanswered(touch.outcome)) continue
      const count = unanswered.get(touch.leadId)
      if (count) count.touches += 1
      else unanswered.set(touch.leadId, { touches: 1 })
    } else if (touch.state === 'due') {
      withNextStep.add(touch.leadId)
      const group = dayGroup(touch.due, now, zone, today)
      if (group === 'overdue' || group === 'today') due.push(dueItem(reader, touch, group, context))
    }
  }
  return { due, withNextStep, unanswered }
}

function dueItem(reader: Reader, touch: Touch, group: 'overdue' | 'today', context: Context): Found {
  const lead = leadOf(reader, touch.leadId)
  const asksAbout = touch.promiseId === null ? undefined : reader.get('promises', touch.promiseId)
  const promise = asksAbout?.state === 'open' ? asksAbout : null
  const isLate = group === 'overdue'
  const rest = { touch, promise, isLate, stale: isLate ? staleIn(reader, lead, context) : null }
  return { ...found(reader, lead, promise ? 'lapsed' : group, dueOrder(touch.due, context.zone), rest), id: touch.id }
}

/**
 * Leads about which something has to be decided: silent ones, those without a next step, which are stale once they stand
 * longer in their stage than it allows (practice P16), and parked ones that nothing wakes up though their date has come.
 */
function leadItems(reader: Reader, { withNextStep, unanswered }: Known, context: Context): Found[] {
  const decide: Found[] = []
  const stages = new Map([...reader.all('stages')].map((stage) => [stage.id, stage]))
  for (const lead of reader.all('leads')) {
    const kind = stages.get(lead.stageId)?.kind
    const isPlanned = withNextStep.has(lead.id)
    if (kind === 'parked' && !isPlanned && lead.parkedUntil !== null && lead.parkedUntil <= context.today) {
      decide.push(found(reader, lead, 'rest-over', lead.parkedUntil, { restedUntil: lead.parkedUntil }))
    }
    if (kind !== 'open') continue
    const touches = (unanswered.get(lead.id)?.touches ?? 0) < silenceLimitOf(lead, context) ? null : reader.where('touches', 'leadId', lead.id)
    const silence = touches && silenceOf(reader, lead, touches, context)
    if (touches && silence) decide.push({ ...found(reader, lead, 'silence', latestDone(touches), { silence }), id: `silence of ${lead.id}` })
    else if (!isPlanned && !mayRest({ kind }, contactOf(reader, lead.contactId))) {
      const stale = staleIn(reader, lead, context)
      decide.push(found(reader, lead, stale ? 'stale' : 'no-next-step', lead.stageSince, { stale }))
    }
  }
  return decide
}

function latestDone(touches: readonly Touch[]): string {
  return touches.reduce((latest, { completedAt }) => (completedAt !== null && completedAt > latest ? completedAt : latest), '')
}

/** How long a lead has stood in its stage, where no touch is to come and that is longer than the stage allows. */
function staleIn(reader: Reader, lead: Lead, { now }: Context): TodayItem['stale'] {
  const { kind, name, staleAfterDays } = stageOf(reader, lead.stageId)
  const days = daysInStage(lead, now)
  return kind === 'open' && staleAfterDays !== null && days >= staleAfterDays ? { days, stage: name } : null
}

/**
 * Whom a word is owed to, by their newest lead. Touches are looked at only of those with whom an interval was agreed.
 * @param asked contacts of whom a lead is in the queue anyway
 */
function outOfTouchItems(reader: Reader, asked: ReadonlySet<string>, { today, zone }: Context): Found[] {
  const owed: Found[] = []
  for (const contact of reader.all('contacts')) {
    if (contact.keepInTouchDays === null || asked.has(contact.id)) continue
    const leads = reader.where('leads', 'contactId', contact.id)
    const [newest] = leads.toSorted((a, b) => compare(b.createdAt, a.createdAt) || byId(a, b))
    if (newest === undefined) continue
    let known = notContacted
    for (const lead of leads) for (const touch of reader.where('touches', 'leadId', lead.id)) known = withTouch(known, touch)
    const since = outOfTouch(contact, known, today, zone)
    if (since !== null) owed.push(found(reader, newest, 'keep-in-touch', addDays(today, since.every - since.days), { outOfTouch: since }))
  }
  return owed
}

function found(reader: Reader, lead: Lead, reason: TodayReason, since: string, rest: Partial<TodayItem>): Found {
  const contact = contactOf(reader, lead.contactId)
  const item: TodayItem = {
    reason,
    isLate: false,
    leadId: lead.id,
    contactName: contactName(contact),
    company: contact.company,
    leadTitle: lead.title,
    value: lead.value,
    touch: null,
    promise: null,
    silence: null,
    stale: null,
    restedUntil: null,
    outOfTouch: null,
    waits: null,
    ...rest,
  }
  return { reason, since, leadId: lead.id, id: lead.id, item }
}
