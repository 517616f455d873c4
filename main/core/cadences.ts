import { isDeepStrictEqual } from 'node:util'
import type { EnrolmentPreview, LeftOut, ParsedInput } from '../../shared/api.ts'
import type { Cadence, Step } from '../../shared/cadence.ts'
import { planSteps, type PlannedStep, type PlanPolicy } from '../../shared/cadence-plan.ts'
import { contactName } from '../../shared/contact.ts'
import { dueDate, toInstant, type LocalDate } from '../../shared/dates.ts'
import { Refusal } from '../../shared/errors.ts'
import { compare } from '../../shared/id.ts'
import type { Lead } from '../../shared/lead.ts'
import { readyCadences } from '../../shared/strings/en-cadences.ts'
import { words } from '../../shared/strings/words.ts'
import { addWorkingDays, workingDayFrom } from '../../shared/work-days.ts'
import type { Reader } from './database/store.ts'
import type { Transaction } from './database/transaction.ts'
import { currentEnrolment, endEnrolment, startEnrolment } from './enrolments.ts'
import type { Commands, Context, Queries } from './handlers.ts'
import { cadenceOf, contactOf, stageOf } from './look-up.ts'
import { planningOf, planOf, type Planning } from './planning.ts'

export const cadenceQueries: Queries<'getCadences' | 'previewCadence' | 'previewEnrolment'> = {
  getCadences(reader) {
    const running = new Map<string, number>()
    for (const { cadenceId, state } of reader.all('enrolments')) {
      if (state === 'ended') continue
      const id = originOf(reader, cadenceId)
      running.set(id, (running.get(id) ?? 0) + 1)
    }
    return [...reader.all('cadences')]
      .filter(({ retired }) => !retired)
      .toSorted((a, b) => compare(a.name.toLowerCase(), b.name.toLowerCase()) || compare(a.id, b.id))
      .map((cadence) => ({ ...cadence, running: running.get(cadence.id) ?? 0 }))
  },

  previewCadence(reader, { steps, startOn }, context) {
    const { work } = planningOf(reader, context)
    const { settings, zone } = context
    const policy: PlanPolicy = {
      work,
      startOfDay: settings.startOfDay,
      endOfDay: settings.endOfDay,
      zone,
      theirZone: null,
      minimumGap: settings.minimumGap,
      notBefore: null,
      until: null,
      channels: [],
      others: [],
      isFull: () => false,
    }
    return planSteps(steps, { now: context.now, from: startOn, previous: null }, policy)
  },

  previewEnrolment(reader, input, context) {
    const cadence = offered(reader, input.cadenceId)
    const { plans, leftOut, planning } = planEnrolments(reader, cadence, input, context)
    const touched = new Set(plans.flatMap(({ steps }) => steps.map(({ due }) => dueDate(due, context.zone))))
    const crowded = [...touched]
      .toSorted()
      .map((date) => ({ date, touches: planning.load.get(date) ?? 0 }))
      .filter(({ touches }) => touches > context.settings.dailyLoad)
    return { plans: plans.map(({ lead, leaves, steps }) => ({ leadId: lead.id, name: nameOf(reader, lead), leaves, steps })), leftOut, crowded }
  },
}

export const cadenceCommands: Commands<'saveCadence' | 'deleteCadence' | 'addReadyCadences' | 'enrol'> = {
  saveCadence(transaction, { id, facts, running }, context) {
    if (new Set(facts.steps.map((step) => step.id)).size < facts.steps.length) throw new Refusal('invalid-input', words.errors.sameStepTwice, 'facts.steps')
    if (id === null) return transaction.put('cadences', { id: context.newId(), ...facts, retired: false, of: null, createdAt: toInstant(context.now) })
    const before = cadenceOf(transaction, id)
    if (running === 'follow') followPlan(transaction, before, facts.steps)
    else if (!isDeepStrictEqual(before.steps, facts.steps)) keepPlan(transaction, before, context)
    return transaction.change('cadences', id, facts)
  },

  deleteCadence(transaction, { id, running }, context) {
    cadenceOf(transaction, id)
    if (running === 'stop') {
      for (const enrolment of transaction.all('enrolments')) {
        if (enrolment.state !== 'ended' && originOf(transaction, enrolment.cadenceId) === id) endEnrolment(transaction, enrolment, 'cadence-deleted', context)
      }
    }
    if (transaction.where('enrolments', 'cadenceId', id).length === 0) transaction.remove('cadences', id)
    else transaction.change('cadences', id, { retired: true })
    return null
  },

  addReadyCadences(transaction, _input, context) {
    return { added: addReadyCadences(transaction, context) }
  },

  enrol(transaction, input, context) {
    const cadence = offered(transaction, input.cadenceId)
    const { plans, leftOut } = planEnrolments(transaction, cadence, input, context)
    if (plans.length === 0) throw new Refusal('conflict', words.errors.nobodyToEnrol, 'leadIds')
    for (const { lead, steps } of plans) {
      const current = currentEnrolment(transaction, lead.id)
      if (current) endEnrolment(transaction, current, 'moved', context)
      startEnrolment(transaction, lead, cadence, steps[0] as PlannedStep, context)
    }
    return { enrolled: plans.length, leftOut: leftOut.length }
  },
}

/** The cadence, unless it is gone or offered no longer. */
function offered(reader: Reader, id: string): Cadence {
  const cadence = cadenceOf(reader, id)
  if (cadence.retired) throw new Refusal('not-found', words.errors.cadenceGone)
  return cadence
}

/** Adds the cadences that come with the app, but for those whose name is taken. */
export function addReadyCadences(transaction: Transaction, context: Context): number {
  const names = new Set([...transaction.all('cadences')].filter(({ retired }) => !retired).map(({ name }) => name))
  const missing = readyCadences.filter(({ name }) => !names.has(name))
  for (const { name, purpose, steps } of missing) {
    const withIds = steps.map((step): Step => ({ id: context.newId(), ...step }))
    transaction.put('cadences', { id: context.newId(), name, purpose, steps: withIds, retired: false, of: null, createdAt: toInstant(context.now) })
  }
  return missing.length
}

/** The cadence that a plan belongs to: itself, or the one whose earlier plan it is. */
function originOf(reader: Reader, id: string): string {
  return reader.get('cadences', id)?.of ?? id
}

/** Leads that go through a cadence keep its plan as it is: they go by a copy that is offered to nobody else. */
function keepPlan(transaction: Transaction, cadence: Cadence, context: Context): void {
  const enrolments = transaction.where('enrolments', 'cadenceId', cadence.id)
  if (enrolments.every(({ state }) => state === 'ended')) return
  const kept = transaction.put('cadences', { ...cadence, id: context.newId(), retired: true, of: cadence.id })
  for (const { id } of enrolments) transaction.change('enrolments', id, { cadenceId: kept.id })
}

/**
 * Leads that go through a cadence follow its new plan: from their step on where it is still there, else from the last
 * step before it that is, else from the first.
 */
function followPlan(transaction: Transaction, before: Cadence, steps: readonly Step[]): void {
  const there = new Set(steps.map(({ id }) => id))
  for (const enrolment of transaction.where('enrolments', 'cadenceId', before.id)) {
    if (there.has(enrolment.stepId)) continue
    const place = before.steps.findIndex(({ id }) => id === enrolment.stepId)
    const earlier = before.steps.slice(0, place).findLast(({ id }) => there.has(id))
    transaction.change('enrolments', enrolment.id, { stepId: (earlier ?? (steps[0] as Step)).id })
  }
}

interface LeadInPlan {
  lead: Lead
  leaves: string
  steps: PlannedStep[]
}

/** Plans the leads one after the other, each counting the touches of those before it. */
function planEnrolments(reader: Reader, cadence: Cadence, input: ParsedInput<'enrol'>, context: Context) {
  const planning = planningOf(reader, context)
  const plans: LeadInPlan[] = []
  /** Contact → the dates that were planned for other leads with them. */
  const dates = new Map<string, LocalDate[]>()
  const leftOut: EnrolmentPreview['leftOut'] = []
  for (const leadId of new Set(input.leadIds)) {
    const lead = reader.get('leads', leadId)
    const reason = lead ? leftOutBy(reader, lead, cadence, context) : 'gone'
    const steps = lead && reason === null ? planLead(reader, lead, cadence, { place: plans.length, others: dates.get(lead.contactId) ?? [] }, planning, input, context) : []
    if (!lead || steps.length === 0) leftOut.push({ leadId, name: lead ? nameOf(reader, lead) : '', reason: reason ?? 'permission-expired' })
    else {
      plans.push({ lead, leaves: leavesOf(reader, lead), steps })
      dates.set(lead.contactId, [...(dates.get(lead.contactId) ?? []), ...steps.map(({ due }) => dueDate(due, context.zone))])
    }
  }
  return { plans, leftOut, planning }
}

function planLead(
  reader: Reader,
  lead: Lead,
  cadence: Cadence,
  { place, others }: { place: number; others: readonly LocalDate[] },
  planning: Planning,
  { startOn, perDay }: ParsedInput<'enrol'>,
  context: Context,
): PlannedStep[] {
  const enrolment = currentEnrolment(reader, lead.id)
  const { policy, previous } = planOf(reader, lead, planning, context, ({ enrolmentId }) => enrolmentId !== null && enrolmentId === enrolment?.id)
  const first = startOn < context.today ? context.today : startOn
  const from = perDay === null ? first : addWorkingDays(workingDayFrom(first, planning.work), Math.floor(place / perDay), planning.work)
  const steps = planSteps(cadence.steps, { now: context.now, from, previous }, { ...policy, others: [...policy.others, ...others] })
  for (const { due } of steps) {
    const date = dueDate(due, context.zone)
    planning.load.set(date, (planning.load.get(date) ?? 0) + 1)
  }
  return steps
}

function leftOutBy(reader: Reader, lead: Lead, cadence: Cadence, context: Context): LeftOut | null {
  const { doNotContact, permission } = contactOf(reader, lead.contactId)
  const { kind } = stageOf(reader, lead.stageId)
  if (doNotContact) return 'do-not-contact'
  if (permission.status === 'declined') return 'permission-declined'
  if (permission.until !== null && permission.until < context.today) return 'permission-expired'
  if (kind === 'lost' || kind === 'parked') return kind
  const current = currentEnrolment(reader, lead.id)
  return current !== null && originOf(reader, current.cadenceId) === cadence.id ? 'already' : null
}

function leavesOf(reader: Reader, lead: Lead): string {
  const enrolment = currentEnrolment(reader, lead.id)
  return enrolment ? cadenceOf(reader, enrolment.cadenceId).name : ''
}

function nameOf(reader: Reader, lead: Lead): string {
  return contactName(contactOf(reader, lead.contactId))
}
