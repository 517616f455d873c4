import { dueOrder, toInstant, type Due, type Zone } from '../../shared/dates.ts'
import { byId, compare } from '../../shared/id.ts'
import { remindedFrom } from '../../shared/reminder-times.ts'
import { playbookWords } from '../../shared/strings/cadence-words.ts'
import { blankTouch, type PlannedTouch, type Touch } from '../../shared/touch.ts'
import type { Reader } from './database/store.ts'
import type { Fields, Transaction } from './database/transaction.ts'
import type { Context } from './handlers.ts'
import { defined, valueItemOf } from './look-up.ts'
import { takeNoteDraft } from './note-drafts.ts'
import { workDays } from './work.ts'

/*
 * How touches are written down and listed, for the commands of every noun that plans some.
 */

/**
 * What a touch comes from: the step of an enrolment that it carries out, their promise that it asks about, or the
 * appointment in a letter, whose place in the calendars that have it the touch takes.
 */
type TouchOrigin = { enrolmentId: string; stepId: string } | { promiseId: string } | { id: string; revision: number }

/** Adds a touch that is due. */
export function addTouch(transaction: Transaction, leadId: string, planned: PlannedTouch, context: Context, of?: TouchOrigin): Touch {
  const touch = { ...blankTouch, id: context.newId(), leadId, ...plannedFields(planned), ...of, createdAt: toInstant(context.now) }
  touch.brings = bringsOf(transaction, touch)
  return transaction.put('touches', { ...touch, remindedFor: remindedAtFirst(transaction, touch, context) })
}

/** What was said of a planned touch; what was left out stays as a touch begins. */
function plannedFields({ channel, purpose, due, ...rest }: PlannedTouch) {
  return { channel, purpose, due, ...defined(rest) }
}

/**
 * What a touch brings, in words: what was written, or the title of the item that it gives where nothing was, or only what
 * stood for an item (practice P7).
 * @param before the touch before it gave this item
 */
function bringsOf(reader: Reader, { valueItemId, brings }: Pick<Touch, 'valueItemId' | 'brings'>, before: Touch | null = null): string {
  if (valueItemId === null) return brings
  const { title } = valueItemOf(reader, valueItemId)
  const former = before?.valueItemId == null ? null : reader.get('valueItems', before.valueItemId)?.title
  return ['', former, ...Object.values(playbookWords.kinds)].includes(brings) ? title : brings
}

/**
 * Changes a touch in a way that a calendar shows, which raises its revision (RFC 5545, SEQUENCE). One that is over takes
 * the note that was being written about it, unless another one is told.
 */
export function changeTouch(transaction: Transaction, touch: Touch, fields: Fields & Partial<Touch>): Touch {
  const told = { ...touch, ...fields }
  const brings = told.valueItemId === touch.valueItemId ? told.brings : bringsOf(transaction, told, touch)
  const isOpen = told.state === 'due' || told.state === 'held'
  const written = isOpen ? '' : takeNoteDraft(transaction, touch.id)
  return transaction.change('touches', touch.id, { ...fields, notes: told.notes || written, brings, revision: touch.revision + 1 })
}

/**
 * Changes what is said of a touch. Another due moves it; on the same one, a reminder that the change would have put into
 * the past comes when the touch is due instead.
 */
export function editTouch(transaction: Transaction, touch: Touch, { due, ...fields }: Partial<Touch>, context: Context): Touch {
  if (due !== undefined && !isSameDue(due, touch.due)) return moveTouch(transaction, touch, due, context, fields)
  const { channel = touch.channel, remindBefore = touch.remindBefore } = fields
  const remindsOtherwise = channel !== touch.channel || remindBefore !== touch.remindBefore
  return changeTouch(transaction, touch, { ...fields, ...(remindsOtherwise && { plannedAt: toInstant(context.now) }) })
}

/** True when two dues name the same day or moment in the same words. */
export function isSameDue(one: Due, other: Due): boolean {
  return one.date === other.date && one.time === other.time && one.zone === other.zone
}

/** Puts a touch on another due: a new appointment, which reminds anew and for which a snooze of the old one no longer counts. */
export function moveTouch(transaction: Transaction, touch: Touch, due: Due, context: Context, fields: Partial<Touch> = {}): Touch {
  const changes = { ...fields, due, snoozedUntil: null, plannedAt: toInstant(context.now) }
  return changeTouch(transaction, touch, { ...changes, remindedFor: remindedAtFirst(transaction, { ...touch, ...changes }, context) })
}

function remindedAtFirst(reader: Reader, touch: Touch, context: Context): string | null {
  const { zone, settings: { startOfDay, reminders: choices } } = context
  return remindedFrom(touch, { zone, startOfDay, work: workDays(reader, context), choices })
}

/** The touches of a lead: those due as they come, those held, then the others, latest first. */
export function touchesInOrder(reader: Reader, leadId: string, zone: Zone): Touch[] {
  const touches = reader.where('touches', 'leadId', leadId)
  const ahead = (state: Touch['state']) => touches.filter((touch) => touch.state === state).toSorted((a, b) => compare(dueOrder(a.due, zone), dueOrder(b.due, zone)) || byId(a, b))
  const rest = touches.filter(({ state }) => state !== 'due' && state !== 'held')
  return [...ahead('due'), ...ahead('held'), ...rest.toSorted((a, b) => compare(b.completedAt ?? b.createdAt, a.completedAt ?? a.createdAt) || byId(a, b))]
}

