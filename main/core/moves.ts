import { dueDate, dueInstant, toInstant, type Due, type LocalDate } from '../../shared/dates.ts'
import { timedOn } from '../../shared/cadence-plan.ts'
import { Refusal } from '../../shared/errors.ts'
import { compare } from '../../shared/id.ts'
import { endingIn, ranksBefore, type Ending, type Lead } from '../../shared/lead.ts'
import type { Channel } from '../../shared/channel.ts'
import type { Stage } from '../../shared/stage.ts'
import { words } from '../../shared/strings/words.ts'
import { nextTouch, type Touch } from '../../shared/touch.ts'
import type { Transaction } from './database/transaction.ts'
import { endAtRest } from './enrolments.ts'
import type { Commands, Context } from './handlers.ts'
import { contactOf, leadOf, stageOf } from './look-up.ts'
import { addTouch, changeTouch, moveTouch } from './touch-records.ts'

export const moveCommands: Commands<'moveLeads' | 'rescheduleLeads'> = {
  moveLeads(transaction, { ids, stageId, before, value, ...said }, context) {
    const leads = leadsOf(transaction, ids)
    const stage = stageOf(transaction, stageId)
    const next = before === null ? null : transaction.get('leads', before)
    if (next === undefined || (next !== null && next.stageId !== stage.id)) throw new Refusal('conflict', words.errors.beforeGone)
    if (said.parkedUntil !== null && said.parkedUntil < context.today) {
      throw new Refusal('invalid-input', words.errors.dateOver, 'parkedUntil')
    }
    const moved = putLeads(transaction, leads, stage, next, said, context)
    return value === undefined ? moved : moved.map((lead) => transaction.change('leads', lead.id, { value }))
  },

  rescheduleLeads(transaction, { ids, date }, context) {
    if (date < context.today) throw new Refusal('invalid-input', words.errors.dateOver, 'date')
    for (const lead of leadsOf(transaction, ids)) {
      const touches = transaction.where('touches', 'leadId', lead.id)
      const next = nextTouch(touches, context.zone)
      if (next) moveTouch(transaction, next, dueOn(next.due, date, context), context)
      else addTouch(transaction, lead.id, { channel: usualChannel(transaction, lead, touches), purpose: '', due: wholeDay(date) }, context)
    }
    return null
  },
}

/** Puts leads into a stage before `next` or last, and keeps what is said of their ending true to the stage's kind. */
export function putLeads(transaction: Transaction, leads: readonly Lead[], stage: Stage, next: Lead | null, said: Ending, context: Context): Lead[] {
  const ranks = ranksBefore(transaction.where('leads', 'stageId', stage.id), next, new Set(leads.map(({ id }) => id)), leads.length)
  const now = toInstant(context.now)
  return leads.map((lead, index) => {
    const { kind } = stageOf(transaction, lead.stageId)
    endAtRest(transaction, lead.id, kind, stage.kind, context)
    if (stage.kind === 'parked' && said.parkedUntil !== null) rest(transaction, lead, said.parkedUntil, context)
    return transaction.change('leads', lead.id, {
      stageId: stage.id,
      rank: ranks[index] as string,
      stageSince: stage.id === lead.stageId ? lead.stageSince : now,
      ...endingIn(stage.kind, kind, lead, said, context),
    })
  })
}

/** Leaves a lead alone until a date, and wakes it up then: what was due before is off (practice P16). */
function rest(transaction: Transaction, lead: Lead, until: LocalDate, context: Context): void {
  const touches = transaction.where('touches', 'leadId', lead.id)
  for (const touch of touches) {
    const isBefore = touch.state === 'due' && dueDate(touch.due, context.zone) < until
    if (isBefore) changeTouch(transaction, touch, { state: 'cancelled', snoozedUntil: null })
  }
  const channel = nextTouch(touches, context.zone)?.channel ?? usualChannel(transaction, lead, touches)
  addTouch(transaction, lead.id, { channel, purpose: words.board.wakeUp, due: wholeDay(until) }, context)
}

/**
 * The same time of day on another date of the person's own calendar. A time that is over on that date already gives
 * way to the whole day, so that what was put on today is not late at once.
 */
function dueOn(due: Due, date: LocalDate, { now, zone }: Context): Due {
  if (due.time === null) return wholeDay(date)
  const moved = timedOn(date, due.time, due.zone ?? zone, zone)
  return dueInstant(moved, due.time, zone) < now ? wholeDay(date) : moved
}

function wholeDay(date: LocalDate): Due {
  return { date, time: null, zone: null }
}

/** The channel for a touch that nobody chose one for: the one they prefer, else the one used last (practice P10). */
function usualChannel(transaction: Transaction, lead: Lead, touches: readonly Touch[]): Channel {
  const latest = touches.filter(({ state }) => state === 'done').toSorted((a, b) => compare(b.completedAt ?? '', a.completedAt ?? ''))[0]
  return contactOf(transaction, lead.contactId).preferredChannel ?? latest?.channel ?? 'call'
}

/** The leads with these ids, each once. */
function leadsOf(transaction: Transaction, ids: readonly string[]): Lead[] {
  return [...new Set(ids)].map((id) => leadOf(transaction, id))
}
