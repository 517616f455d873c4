import type { LeadEnrolment } from '../../shared/api.ts'
import type { Cadence, EndReason, Enrolment, Step } from '../../shared/cadence.ts'
import { planSteps, timedOn, type PlannedStep } from '../../shared/cadence-plan.ts'
import { dueDate, dueOrder, toInstant, type LocalDate } from '../../shared/dates.ts'
import { Refusal } from '../../shared/errors.ts'
import { compare } from '../../shared/id.ts'
import type { Lead } from '../../shared/lead.ts'
import { words } from '../../shared/strings/words.ts'
import type { PlannedTouch, Touch } from '../../shared/touch.ts'
import { addWorkingDays, workingDayFrom, workingDaysBetween } from '../../shared/work-days.ts'
import type { Reader } from './database/store.ts'
import type { Transaction } from './database/transaction.ts'
import type { Commands, Context } from './handlers.ts'
import { cadenceOf, contactOf, leadOf } from './look-up.ts'
import { planningOf, planOf, type Planning } from './planning.ts'
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
    const { work } = planningOf(transaction, context)
    const date = workingDayFrom(addWorkingDays(context.today, enrolment.paused.daysLeft, work), work)
    transaction.change('enrolments', id, { state: 'running', paused: null })
    if (!touch) return goOn(transaction, id, context)
    const { time, zone } = touch.due
    const due = time === null || zone === null ? { date, time: null, zone: null } : timedOn(date, time, zone, context.zone)
    moveTouch(transaction, touch, due, context, { state: 'due' })
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
    transaction.change('enrolments', id, { state: 'running', paused: null })
    takeStep(transaction, enrolment, step, context)
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

/** Ends the enrolments of a contact whose permission no longer lets them go on (practice P9). */
export function endWithoutPermission(transaction: Transaction, contactId: string, context: Context): void {
  const { doNotContact, permission } = contactOf(transaction, contactId)
  const isOver = permission.until !== null && permission.until < context.today
  const reason = doNotContact ? 'do-not-contact' : permission.status === 'declined' ? 'permission-declined' : isOver ? 'permission-expired' : null
  if (reason === null) return
  for (const lead of transaction.where('leads', 'contactId', contactId)) {
    const enrolment = currentEnrolment(transaction, lead.id)
    if (enrolment) endEnrolment(transaction, enrolment, reason, context)
  }
}

/** The steps still to come after the next one, as they would fall now. */
export function laterSteps(reader: Reader, enrolment: Enrolment, planning: Planning, context: Context): PlannedStep[] {
  const touch = openTouch(reader, enrolment)
  if (!touch || enrolment.state !== 'running') return []
  const lead = leadOf(reader, enrolment.leadId)
  const { policy } = planOf(reader, lead, planning, context, ({ enrolmentId }) => enrolmentId === enrolment.id)
  const due = dueDate(touch.due, context.zone)
  // What is overdue is done today at the earliest.
  const from = due < context.today ? context.today : due
  const steps = stepsAfter(cadenceOf(reader, enrolment.cadenceId), enrolment.stepId)
  return planSteps(steps, { now: context.now, from, previous: from }, policy)
}

/** A later touch of a cadence, as the calendar shows it. */
export interface PlannedTouchOfLead extends PlannedStep {
  leadId: string
  cadence: string
}

/** The later touches of every running cadence up to a date. */
export function plannedTouches(reader: Reader, context: Context, to: LocalDate): PlannedTouchOfLead[] {
  const planning = planningOf(reader, context)
  const planned: PlannedTouchOfLead[] = []
  for (const enrolment of reader.all('enrolments')) {
    if (enrolment.state !== 'running') continue
    const cadence = cadenceOf(reader, enrolment.cadenceId).name
    for (const step of laterSteps(reader, enrolment, planning, context)) {
      if (dueDate(step.due, context.zone) <= to) planned.push({ ...step, leadId: enrolment.leadId, cadence })
    }
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
      const number = steps.findIndex(({ id }) => id === enrolment.stepId) + 1
      return { enrolment, cadence: name, number, of: steps.length, later: laterSteps(reader, enrolment, planning, context) }
    })
}

/** The step that comes after the one just done today, as a touch to propose; null when there is none left. */
export function followingStep(reader: Reader, enrolment: Enrolment, context: Context): { planned: PlannedTouch; step: PlannedStep; number: number; of: number; cadence: string } | null {
  const cadence = cadenceOf(reader, enrolment.cadenceId)
  const [next] = stepsAfter(cadence, enrolment.stepId)
  const lead = leadOf(reader, enrolment.leadId)
  const step = next ? planStep(reader, lead, next, enrolment.id, context) : undefined
  if (!step) return null
  const number = cadence.steps.findIndex(({ id }) => id === step.stepId) + 1
  return { planned: { channel: step.channel, purpose: step.purpose, due: step.due }, step, number, of: cadence.steps.length, cadence: cadence.name }
}

/**
 * Goes on after the current step was done or skipped: the following step takes its place with `planned`, or as it falls
 * by itself; without one the cadence is finished.
 * @returns the touch of that step, if there is one
 */
export function goOn(transaction: Transaction, id: string, context: Context, planned?: PlannedTouch): null {
  const enrolment = openEnrolment(transaction, id)
  const following = followingStep(transaction, enrolment, context)
  if (following === null) {
    const { steps } = cadenceOf(transaction, enrolment.cadenceId)
    const isLast = steps.at(-1)?.id === enrolment.stepId
    endEnrolment(transaction, enrolment, isLast ? 'finished' : 'permission-expired', context)
    if (planned) addTouch(transaction, enrolment.leadId, planned, context)
    return null
  }
  addTouch(transaction, enrolment.leadId, planned ?? following.planned, context, { enrolmentId: id, stepId: following.step.stepId })
  transaction.change('enrolments', id, { stepId: following.step.stepId })
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
  const { channel, purpose, due, stepId } = first
  addTouch(transaction, lead.id, { channel, purpose, due }, context, { enrolmentId: enrolment.id, stepId })
}

function takeStep(transaction: Transaction, enrolment: Enrolment, step: Step, context: Context): void {
  const planned = planStep(transaction, leadOf(transaction, enrolment.leadId), step, enrolment.id, context)
  if (!planned) return endEnrolment(transaction, enrolment, 'permission-expired', context)
  const { channel, purpose, due, stepId } = planned
  addTouch(transaction, enrolment.leadId, { channel, purpose, due }, context, { enrolmentId: enrolment.id, stepId })
  transaction.change('enrolments', enrolment.id, { stepId })
}

/** When a step falls if the one before it is done today; undefined when the permission is over by then. */
function planStep(reader: Reader, lead: Lead, step: Step, enrolmentId: string, context: Context): PlannedStep | undefined {
  const { policy } = planOf(reader, lead, planningOf(reader, context), context, (touch) => touch.enrolmentId === enrolmentId)
  return planSteps([step], { now: context.now, from: context.today, previous: context.today }, policy)[0]
}

function stepsAfter({ steps }: Cadence, stepId: string): Step[] {
  return steps.slice(steps.findIndex(({ id }) => id === stepId) + 1)
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
