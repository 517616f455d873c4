import type { LeadEnrolment } from '../../shared/api.ts'
import type { Cadence, EndReason, Enrolment, Step } from '../../shared/cadence.ts'
import { planSteps, type PlannedStep } from '../../shared/cadence-plan.ts'
import { dueDate, dueOrder, toInstant, type Due, type LocalDate } from '../../shared/dates.ts'
import { Refusal } from '../../shared/errors.ts'
import { compare } from '../../shared/id.ts'
import type { Lead } from '../../shared/lead.ts'
import { filled } from '../../shared/merge-fields.ts'
import type { StageKind } from '../../shared/stage.ts'
import { playbookWords } from '../../shared/strings/cadence-words.ts'
import { words } from '../../shared/strings/words.ts'
import type { PlannedTouch, Touch } from '../../shared/touch.ts'
import { workingDaysBetween } from '../../shared/work-days.ts'
import type { Reader } from './database/store.ts'
import type { Transaction } from './database/transaction.ts'
import type { Commands, Context } from './handlers.ts'
import { cadenceOf, contactOf, leadOf } from './look-up.ts'
import { planningOf, planOf, type Planning } from './planning.ts'
import { mergeFieldsOf } from './recipients.ts'
import { addTouch, changeTouch, moveTouch } from './touch-records.ts'

/*
 * A lead on its way through a cadence. Only the next touch stands in the table of touches; the later ones are worked out
 * from it, so that they always count from when the step before was really done (practice P3).
 */

export const enrolmentCommands: Commands<'pauseEnrolment' | 'resumeEnrolment' | 'jumpToStep' | 'stopEnrolment'> = {
  pauseEnrolment(transaction, { id }, context) {
    const enrolment = openEnrolment(transaction, id)
    if (enrolment.state === 'paused') throw new Refusal('conflict', words.errors.enrolmentPaused)
    const touch = openTouch(transaction, enrolment)
    const { work } = planningOf(transaction, context)
    const daysLeft = touch ? workingDaysBetween(context.today, dueDate(touch.due, context.zone), work) : 0
    if (touch) changeTouch(transaction, touch, { state: 'held', snoozedUntil: null })
    transaction.change('enrolments', id, { state: 'paused', paused: { on: context.today, daysLeft } })
    return null
  },

  resumeEnrolment(transaction, { id }, context) {
    const enrolment = openEnrolment(transaction, id)
    if (enrolment.paused === null) throw new Refusal('conflict', words.errors.enrolmentRuns)
    const touch = openTouch(transaction, enrolment)
    transaction.change('enrolments', id, { state: 'running', paused: null })
    if (!touch) return goOn(transaction, id, context)
    const due = dueAfterPause(transaction, enrolment, touch, enrolment.paused.daysLeft, context)
    if (due === null) endEnrolment(transaction, openEnrolment(transaction, id), 'permission-expired', context)
    else moveTouch(transaction, touch, due, context, { state: 'due' })
    return null
  },

  jumpToStep(transaction, { id, stepId }, context) {
    const enrolment = openEnrolment(transaction, id)
    const { steps } = cadenceOf(transaction, enrolment.cadenceId)
    const step = steps.find((other) => other.id === stepId)
    if (!step) throw new Refusal('not-found', words.errors.stepGone)
    const touch = openTouch(transaction, enrolment)
    if (touch && touch.stepId === stepId) return null
    if (touch) changeTouch(transaction, touch, { state: 'skipped', snoozedUntil: null })
    const planned = planStep(transaction, leadOf(transaction, enrolment.leadId), step, id, context)
    if (!planned) throw new Refusal('conflict', words.errors.stepAfterPermission, 'stepId')
    addTouch(transaction, enrolment.leadId, touchOfStep(transaction, enrolment, planned, context), context, { enrolmentId: id, stepId })
    transaction.change('enrolments', id, { state: 'running', paused: null, stepId })
    return null
  },

  stopEnrolment(transaction, { id }, context) {
    endEnrolment(transaction, openEnrolment(transaction, id), 'by-hand', context)
    return null
  },
}

/** The enrolment that a lead goes through now, running or paused; a lead has one at a time. */
export function currentEnrolment(reader: Reader, leadId: string): Enrolment | null {
  return reader.where('enrolments', 'leadId', leadId).find(({ state }) => state !== 'ended') ?? null
}

/** Ends an enrolment: its touch that is still to come is off, and the timeline tells why. */
export function endEnrolment(transaction: Transaction, enrolment: Enrolment, reason: EndReason, context: Context): void {
  const touch = openTouch(transaction, enrolment)
  if (touch) changeTouch(transaction, touch, { state: 'cancelled', snoozedUntil: null })
  transaction.change('enrolments', enrolment.id, { state: 'ended', paused: null, ended: { at: toInstant(context.now), reason } })
}

/** Ends the enrolment of a lead that comes to rest; one that was at rest already, as customers are, goes on. */
export function endAtRest(transaction: Transaction, leadId: string, from: StageKind, to: StageKind, context: Context): void {
  if (to === 'open' || to === from) return
  const enrolment = currentEnrolment(transaction, leadId)
  if (enrolment) endEnrolment(transaction, enrolment, to, context)
}

/**
 * Ends the enrolments of a contact whose permission is over, or will be before their next touch (practice P9). Who is
 * not to be contacted has nothing left to come at all.
 */
export function endWithoutPermission(transaction: Transaction, contactId: string, context: Context): void {
  const { doNotContact, permission } = contactOf(transaction, contactId)
  const refusal = doNotContact ? 'do-not-contact' : permission.status === 'declined' ? 'permission-declined' : null
  for (const { id } of transaction.where('leads', 'contactId', contactId)) {
    const enrolment = currentEnrolment(transaction, id)
    const touch = enrolment && openTouch(transaction, enrolment)
    const isOver = permission.until !== null && (context.today > permission.until || (touch !== null && dueDate(touch.due, context.zone) > permission.until))
    const reason = refusal ?? (isOver ? 'permission-expired' : null)
    if (enrolment && reason !== null) endEnrolment(transaction, enrolment, reason, context)
    if (!doNotContact) continue
    for (const other of transaction.where('touches', 'leadId', id)) {
      if (other.state === 'due' || other.state === 'held') changeTouch(transaction, other, { state: 'cancelled', snoozedUntil: null })
    }
  }
}

/** The steps still to come after the next one, as they would fall now; with `to`, those up to that date. */
export function laterSteps(reader: Reader, enrolment: Enrolment, planning: Planning, context: Context, to: LocalDate | null = null): PlannedStep[] {
  const touch = openTouch(reader, enrolment)
  if (!touch || enrolment.state !== 'running') return []
  const due = dueDate(touch.due, context.zone)
  // What is overdue is done today at the earliest.
  const from = due < context.today ? context.today : due
  if (to !== null && from > to) return []
  const lead = leadOf(reader, enrolment.leadId)
  const { policy } = planOf(reader, lead, planning, context, ({ enrolmentId }) => enrolmentId === enrolment.id)
  const steps = stepsAfter(reader, enrolment)
  return planSteps(steps, { now: context.now, today: context.today, from, previous: from }, policy, to)
}

/** A later touch of a cadence, as the calendar shows it. */
export interface PlannedTouchOfLead extends PlannedStep {
  leadId: string
  cadence: string
}

/** The later touches of every running cadence up to a date. */
export function plannedTouches(reader: Reader, planning: Planning, context: Context, to: LocalDate): PlannedTouchOfLead[] {
  const planned: PlannedTouchOfLead[] = []
  for (const enrolment of reader.all('enrolments')) {
    if (enrolment.state !== 'running') continue
    const cadence = cadenceOf(reader, enrolment.cadenceId).name
    for (const step of laterSteps(reader, enrolment, planning, context, to)) planned.push({ ...step, leadId: enrolment.leadId, cadence })
  }
  return planned
}

/** The enrolments of a lead as its page tells them: the one that goes on first, then the latest. */
export function enrolmentsOf(reader: Reader, leadId: string, context: Context): LeadEnrolment[] {
  const enrolments = reader.where('enrolments', 'leadId', leadId)
  if (enrolments.length === 0) return []
  const planning = planningOf(reader, context)
  return enrolments
    .toSorted((a, b) => Number(a.state === 'ended') - Number(b.state === 'ended') || compare(b.createdAt, a.createdAt) || compare(b.id, a.id))
    .map((enrolment) => {
      const { name, steps } = cadenceOf(reader, enrolment.cadenceId)
      return { enrolment, cadence: name, number: placeOf(reader, enrolment) + 1, of: steps.length, later: laterSteps(reader, enrolment, planning, context) }
    })
}

/** The step that comes after the one just done today, as a touch to propose; null when there is none left. */
export function followingStep(reader: Reader, enrolment: Enrolment, context: Context): { planned: PlannedTouch; step: PlannedStep; number: number; of: number; cadence: string } | null {
  const cadence = cadenceOf(reader, enrolment.cadenceId)
  const [next] = stepsAfter(reader, enrolment)
  const lead = leadOf(reader, enrolment.leadId)
  const step = next ? planStep(reader, lead, next, enrolment.id, context) : undefined
  if (!step) return null
  const number = cadence.steps.findIndex(({ id }) => id === step.stepId) + 1
  return { planned: touchOfStep(reader, enrolment, step, context), step, number, of: cadence.steps.length, cadence: cadence.name }
}

/**
 * Goes on after the current step was done or skipped, also while it was paused: the following step takes its place with
 * `planned`, or as it falls by itself; without one the cadence is finished.
 */
export function goOn(transaction: Transaction, id: string, context: Context, planned?: PlannedTouch): null {
  const enrolment = openEnrolment(transaction, id)
  const following = followingStep(transaction, enrolment, context)
  if (following === null) {
    const isLast = stepsAfter(transaction, enrolment).length === 0
    endEnrolment(transaction, enrolment, isLast ? 'finished' : 'permission-expired', context)
    if (planned) addTouch(transaction, enrolment.leadId, planned, context)
    return null
  }
  addTouch(transaction, enrolment.leadId, planned ?? following.planned, context, { enrolmentId: id, stepId: following.step.stepId })
  transaction.change('enrolments', id, { state: 'running', paused: null, stepId: following.step.stepId })
  return null
}

/** Puts a lead into a cadence: its first touch is planned as `first` says. */
export function startEnrolment(transaction: Transaction, lead: Lead, cadence: Cadence, first: PlannedStep, context: Context): void {
  const enrolment = transaction.put('enrolments', {
    id: context.newId(),
    leadId: lead.id,
    cadenceId: cadence.id,
    state: 'running',
    stepId: first.stepId,
    startedOn: context.today,
    paused: null,
    ended: null,
    createdAt: toInstant(context.now),
  })
  addTouch(transaction, lead.id, touchOfStep(transaction, enrolment, first, context), context, { enrolmentId: enrolment.id, stepId: first.stepId })
}

/** The touch of a step for one lead: what to write or say is at hand, filled in for that person (practices P3, P7, P11). */
function touchOfStep(reader: Reader, { cadenceId, leadId }: Pick<Enrolment, 'cadenceId' | 'leadId'>, { stepId, channel, purpose, due }: PlannedStep, context: Context): PlannedTouch {
  const step = cadenceOf(reader, cadenceId).steps.find(({ id }) => id === stepId)
  const on = dueDate(due, context.zone)
  const preparation = filled(step?.message ?? '', mergeFieldsOf(reader, leadOf(reader, leadId), { touch: null, on, locale: words.locale }, context)).text
  return { channel, purpose, due, preparation, brings: step?.brings ? playbookWords.kinds[step.brings] : '' }
}

/**
 * When a touch falls that waited while its cadence was paused: after what was left of the wait, by the rules that hold for
 * every step. Null when the permission is over by then.
 */
function dueAfterPause(reader: Reader, enrolment: Enrolment, touch: Touch, daysLeft: number, context: Context): Due | null {
  const { policy, previous } = planOf(reader, leadOf(reader, enrolment.leadId), planningOf(reader, context), context, ({ enrolmentId }) => enrolmentId === enrolment.id)
  const { channel, purpose, due } = touch
  const waiting: Step = { id: touch.id, after: { unit: 'working-days', count: daysLeft }, channel, time: due.time, clock: 'theirs', purpose, message: '', brings: null }
  // It keeps to the wall that it was agreed on, whosever that is.
  const [planned] = planSteps([waiting], { now: context.now, from: context.today, previous }, { ...policy, theirZone: due.zone ?? context.zone })
  return planned?.due ?? null
}

/** When a step falls if the one before it is done today; undefined when the permission is over by then. */
function planStep(reader: Reader, lead: Lead, step: Step, enrolmentId: string, context: Context): PlannedStep | undefined {
  const { policy } = planOf(reader, lead, planningOf(reader, context), context, (touch) => touch.enrolmentId === enrolmentId)
  return planSteps([step], { now: context.now, from: context.today, previous: context.today }, policy)[0]
}

function stepsAfter(reader: Reader, enrolment: Enrolment): Step[] {
  return cadenceOf(reader, enrolment.cadenceId).steps.slice(placeOf(reader, enrolment) + 1)
}

/**
 * The place of an enrolment's step among those of its cadence, from 0. When the cadence lost that step, as an undo of its
 * edit may bring about, it stands at the last step that it had a touch for, so that none is worked twice; -1 before all.
 */
function placeOf(reader: Reader, { id, cadenceId, stepId }: Enrolment): number {
  const { steps } = cadenceOf(reader, cadenceId)
  const place = steps.findIndex((step) => step.id === stepId)
  if (place >= 0) return place
  const worked = new Set(reader.where('touches', 'enrolmentId', id).map((touch) => touch.stepId))
  return steps.findLastIndex((step) => worked.has(step.id))
}

/** The touch of an enrolment that is still to be done; the earliest, should a person have made it two. */
function openTouch(reader: Reader, enrolment: Enrolment): Touch | null {
  const open = reader.where('touches', 'enrolmentId', enrolment.id).filter(({ state }) => state === 'due' || state === 'held')
  return open.toSorted((a, b) => compare(dueOrder(a.due, 'UTC'), dueOrder(b.due, 'UTC')))[0] ?? null
}

function openEnrolment(reader: Reader, id: string): Enrolment {
  const enrolment = reader.get('enrolments', id)
  if (!enrolment) throw new Refusal('not-found', words.errors.enrolmentGone)
  if (enrolment.state === 'ended') throw new Refusal('conflict', words.errors.enrolmentOver)
  return enrolment
}
