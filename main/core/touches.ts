import { dueOrder, toInstant, type Zone } from '../../shared/dates.ts'
import { Refusal } from '../../shared/errors.ts'
import { byId, compare } from '../../shared/id.ts'
import { words } from '../../shared/strings/words.ts'
import { blankTouch, remindedAtOnce, type PlannedTouch, type ReminderPolicy, type Touch } from '../../shared/touch.ts'
import type { Reader } from './database/store.ts'
import type { Transaction } from './database/transaction.ts'
import type { Commands, Context } from './handlers.ts'
import { defined, leadOf } from './look-up.ts'

export const touchCommands: Commands<
  'scheduleTouch' | 'editTouch' | 'completeTouch' | 'logTouch' | 'cancelTouch' | 'snoozeTouch'
> = {
  scheduleTouch(transaction, { leadId, ...planned }, context) {
    return addTouch(transaction, leadOf(transaction, leadId).id, planned, context)
  },

  editTouch(transaction, { id, changes }, context) {
    const touch = dueTouchOf(transaction, id)
    // A new due date is a new appointment: a snooze of the old one no longer counts.
    const snoozedUntil = changes.due === undefined ? touch.snoozedUntil : null
    const remindedFor = changes.due === undefined ? touch.remindedFor : remindedAtOnce(changes.due, policyOf(context), context.now)
    return transaction.change('touches', id, { ...defined(changes), snoozedUntil, remindedFor })
  },

  completeTouch(transaction, { id, outcome, notes, next }, context) {
    const touch = dueTouchOf(transaction, id)
    if (next) addTouch(transaction, touch.leadId, next, context)
    return transaction.change('touches', id, {
      state: 'done',
      outcome,
      notes,
      completedAt: toInstant(context.now),
      snoozedUntil: null,
    })
  },

  logTouch(transaction, { leadId, channel, outcome, notes, next }, context) {
    const planned = { channel, purpose: '', due: { date: context.today, time: null, zone: null } }
    if (next) addTouch(transaction, leadId, next, context)
    const touch = addTouch(transaction, leadOf(transaction, leadId).id, planned, context)
    return transaction.change('touches', touch.id, { state: 'done', outcome, notes, completedAt: toInstant(context.now) })
  },

  cancelTouch(transaction, { id }) {
    dueTouchOf(transaction, id)
    return transaction.change('touches', id, { state: 'cancelled', snoozedUntil: null })
  },

  snoozeTouch(transaction, { id, minutes }, context) {
    dueTouchOf(transaction, id)
    return transaction.change('touches', id, { snoozedUntil: toInstant(context.now + minutes * 60_000) })
  },
}

function policyOf({ zone, settings }: Context): ReminderPolicy {
  return { zone, startOfDay: settings.startOfDay }
}

/** Adds a touch that is due. */
export function addTouch(transaction: Transaction, leadId: string, planned: PlannedTouch, context: Context): Touch {
  return transaction.put('touches', {
    id: context.newId(),
    leadId,
    ...planned,
    ...blankTouch,
    remindedFor: remindedAtOnce(planned.due, policyOf(context), context.now),
    createdAt: toInstant(context.now),
  })
}

/** The touches of a lead: those due as they come, then the others, latest first. */
export function touchesInOrder(reader: Reader, leadId: string, zone: Zone): Touch[] {
  const touches = reader.where('touches', 'leadId', leadId)
  const due = touches.filter((touch) => touch.state === 'due').toSorted((a, b) => compare(dueOrder(a.due, zone), dueOrder(b.due, zone)) || byId(a, b))
  const rest = touches.filter((touch) => touch.state !== 'due')
  return [...due, ...rest.toSorted((a, b) => compare(b.completedAt ?? b.createdAt, a.completedAt ?? a.createdAt) || byId(a, b))]
}

function dueTouchOf(reader: Reader, id: string): Touch {
  const touch = reader.get('touches', id)
  if (!touch) throw new Refusal('not-found', words.errors.touchGone)
  if (touch.state !== 'due') throw new Refusal('conflict', words.errors.touchNotDue)
  return touch
}
