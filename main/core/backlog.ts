import { contactName } from '../../shared/contact.ts'
import { dueDate, localDateAt, type LocalDate } from '../../shared/dates.ts'
import { Refusal } from '../../shared/errors.ts'
import { compare, type Id } from '../../shared/id.ts'
import type { Lead } from '../../shared/lead.ts'
import type { PromiseLine } from '../../shared/recap.ts'
import { isBacklog, respread, type Backlog, type RespreadReason, type Waiting } from '../../shared/respread.ts'
import { words } from '../../shared/strings/words.ts'
import { isUnanswered, type Touch } from '../../shared/touch.ts'
import type { Reader } from './database/store.ts'
import type { Commands, Context, Queries } from './handlers.ts'
import { contactOf, leadOf } from './look-up.ts'
import { moveTouch } from './touch-records.ts'
import { loadByDate, workDays } from './work.ts'

/** A lead is cold when nothing is said of its value and nothing was heard of it for so long. */
const coldAfter = 30 * 86_400_000

/** A touch that waits, with what the proposal tells of it. */
interface Item extends Waiting {
  touch: Touch
  lead: Lead
  promised: string
}

export const backlogQueries: Queries<'getBacklog'> = {
  getBacklog(reader, _input, context) {
    const waiting = waitingTouches(reader, context)
    const policy = { today: context.today, work: workDays(reader, context), dailyLoad: context.settings.dailyLoad }
    const nothing = { today: context.today, waiting: waiting.length, moves: [], days: [], dailyLoad: policy.dailyLoad }
    if (!isBacklog(waiting.map(({ due }) => ({ from: dueDate(due, context.zone) })), policy)) return nothing
    const items = waiting.map((touch) => itemOf(reader, touch, context))
    const load = loadByDate(reader, context)
    const moves = respread(items, { ...policy, load, standing: standingDates(reader, items, context) })
    const of = new Map(items.map((item) => [item.id, item]))
    const days = [...new Set(moves.map(({ to }) => to))].map((date) => ({ date, there: load.get(date) ?? 0 }))
    return { ...nothing, moves: moves.map(({ id, to }) => moveOf(reader, of.get(id) as Item, to)), days }
  },
}

export const backlogCommands: Commands<'respread'> = {
  respread(transaction, { moves }, context) {
    for (const { touchId, to } of moves) {
      const touch = transaction.get('touches', touchId)
      if (!touch || !isWaiting(touch, context)) throw new Refusal('conflict', words.errors.backlogChanged)
      if (to < context.today) throw new Refusal('invalid-input', words.errors.dateOver, 'to')
      // An agreed time that is over means nothing on another day.
      moveTouch(transaction, touch, { date: to, time: null, zone: null }, context)
    }
    return null
  },
}

function waitingTouches(reader: Reader, context: Context): Touch[] {
  const waiting: Touch[] = []
  for (const touch of reader.all('touches')) if (isWaiting(touch, context)) waiting.push(touch)
  return waiting
}

/** Due on an earlier day, and not put off since. */
function isWaiting({ state, due, snoozedUntil }: Touch, { today, zone, now }: Context): boolean {
  return state === 'due' && (snoozedUntil === null || Date.parse(snoozedUntil) <= now) && dueDate(due, zone) < today
}

function itemOf(reader: Reader, touch: Touch, context: Context): Item {
  const lead = leadOf(reader, touch.leadId)
  const touches = reader.where('touches', 'leadId', lead.id)
  const promised = promiseDue(reader, lead, touches, context)
  return {
    id: touch.id,
    touch,
    lead,
    promised: promised ?? '',
    reason: promised === null ? reasonOf(touches, lead, context) : 'promise',
    value: lead.value?.amount ?? 0,
    from: dueDate(touch.due, context.zone),
    personId: lead.contactId,
    minimumGap: lead.minimumGap ?? context.settings.minimumGap,
    notBefore: contactOf(reader, lead.contactId).permission.notBefore,
  }
}

/**
 * What I promised by today or earlier, the earliest first; null when nothing is open (practice P8). What stands in a
 * recap alone, which was not said to be sent, counts as kept once a touch with the lead was done on its date or later.
 */
function promiseDue(reader: Reader, lead: Lead, touches: readonly Touch[], { today, zone }: Context): string | null {
  const noted = reader.where('promises', 'leadId', lead.id).filter(({ side, state }) => side === 'mine' && state === 'open')
  const unsent = reader.where('recaps', 'leadId', lead.id).filter(({ sentAt }) => sentAt === null)
  const due = (promises: readonly PromiseLine[]) => promises.flatMap(({ what, by }) => (by === null || by > today ? [] : [{ what, by }]))
  const lines = due(unsent.flatMap(({ mine }) => mine))
  const latest = lines.length === 0 ? null : latestDone(touches, zone)
  const open = [...due(noted), ...lines.filter(({ by }) => latest === null || latest < by)]
  return open.toSorted((a, b) => compare(a.by, b.by) || compare(a.what, b.what))[0]?.what ?? null
}

function reasonOf(touches: readonly Touch[], lead: Lead, { now }: Context): RespreadReason {
  let latest: Touch | null = null
  let heard = lead.createdAt
  for (const touch of touches) {
    if (touch.state !== 'done' || touch.outcome === null) continue
    if (latest === null || isLater(touch, latest)) latest = touch
    if (!isUnanswered(touch.outcome) && completed(touch) > heard) heard = completed(touch)
  }
  if (latest !== null && !isUnanswered(latest.outcome) && latest.outcome !== 'said-no') return 'reply'
  return (lead.value?.amount ?? 0) === 0 && Date.parse(heard) < now - coldAfter ? 'cold' : 'value'
}

function isLater(a: Touch, b: Touch): boolean {
  return completed(a) > completed(b) || (completed(a) === completed(b) && a.id < b.id)
}

function completed({ completedAt }: Touch): string {
  return completedAt ?? ''
}

/** When something is due from today on with each of these people, and when they were last dealt with. */
function standingDates(reader: Reader, items: readonly Item[], { today, zone }: Context): Map<Id, LocalDate[]> {
  const people = new Set(items.map(({ personId }) => personId))
  return new Map(
    [...people].map((id) => {
      const touches = reader.where('leads', 'contactId', id).flatMap((lead) => reader.where('touches', 'leadId', lead.id))
      const due = touches.filter(({ state }) => state === 'due').map((touch) => dueDate(touch.due, zone))
      const latest = latestDone(touches, zone)
      return [id, [...due.filter((date) => date >= today), ...(latest === null ? [] : [latest])]]
    }),
  )
}

/** The date of the latest that was done, null when none was. Only that one is looked up in its zone: this is asked of thousands. */
function latestDone(touches: readonly Touch[], zone: string): LocalDate | null {
  let latest = ''
  for (const { completedAt } of touches) if (completedAt !== null && completedAt > latest) latest = completedAt
  return latest === '' ? null : localDateAt(Date.parse(latest), zone)
}

function moveOf(reader: Reader, { touch, lead, reason, promised }: Item, to: LocalDate): Backlog['moves'][number] {
  const contact = contactOf(reader, lead.contactId)
  return {
    touchId: touch.id,
    leadId: lead.id,
    contactName: contactName(contact),
    company: contact.company,
    channel: touch.channel,
    purpose: touch.purpose || lead.title,
    value: lead.value,
    from: touch.due,
    to,
    reason,
    promised,
  }
}
