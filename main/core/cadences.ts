import type { EnrolmentPreview, LeftOut, ParsedInput } from '../../shared/api.ts'
import type { Cadence, Step } from '../../shared/cadence.ts'
import { planSteps, type PlannedStep, type PlanPolicy } from '../../shared/cadence-plan.ts'
import { contactName } from '../../shared/contact.ts'
import { dueDate, toInstant } from '../../shared/dates.ts'
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
      if (state !== 'ended') running.set(cadenceId, (running.get(cadenceId) ?? 0) + 1)
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
    if (id === null) return transaction.put('cadences', { id: context.newId(), ...facts, retired: false, createdAt: toInstant(context.now) })
    const before = cadenceOf(transaction, id)
    if (running === 'keep') keepPlan(transaction, before, context)
    else followPlan(transaction, before, facts.steps)
    return transaction.change('cadences', id, facts)
  },

  deleteCadence(transaction, { id, running }, context) {
    cadenceOf(transaction, id)
    const enrolments = transaction.where('enrolments', 'cadenceId', id)
    if (running === 'stop') {
      for (const enrolment of enrolments) if (enrolment.state !== 'ended') endEnrolment(transaction, enrolment, 'cadence-deleted', context)
    }
    if (enrolments.length === 0) transaction.remove('cadences', id)
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
    transaction.put('cadences', { id: context.newId(), name, purpose, steps: withIds, retired: false, createdAt: toInstant(context.now) })
  }
  return missing.length
}

/** Leads that go through a cadence keep its plan as it is: they go by a copy that is offered to nobody else. */
function keepPlan(transaction: Transaction, cadence: Cadence, context: Context): void {
  const enrolments = transaction.where('enrolments', 'cadenceId', cadence.id)
  if (enrolments.length === 0) return
  const kept = transaction.put('cadences', { ...cadence, id: context.newId(), retired: true })
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
  const leftOut: EnrolmentPreview['leftOut'] = []
  for (const leadId of new Set(input.leadIds)) {
    const lead = reader.get('leads', leadId)
    const reason = lead ? leftOutBy(reader, lead, cadence, context) : 'gone'
    const steps = lead && reason === null ? planLead(reader, lead, cadence, plans.length, planning, input, context) : []
    if (!lead || steps.length === 0) leftOut.push({ leadId, name: lead ? nameOf(reader, lead) : '', reason: reason ?? 'permission-expired' })
    else plans.push({ lead, leaves: leavesOf(reader, lead), steps })
  }
  return { plans, leftOut, planning }
}

function planLead(reader: Reader, lead: Lead, cadence: Cadence, place: number, planning: Planning, { startOn, perDay }: ParsedInput<'enrol'>, context: Context): PlannedStep[] {
  const enrolment = currentEnrolment(reader, lead.id)
  const { policy, previous } = planOf(reader, lead, planning, context, ({ enrolmentId }) => enrolmentId !== null && enrolmentId === enrolment?.id)
  const first = startOn < context.today ? context.today : startOn
  const from = perDay === null ? first : addWorkingDays(workingDayFrom(first, planning.work), Math.floor(place / perDay), planning.work)
  const steps = planSteps(cadence.steps, { now: context.now, from, previous }, policy)
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
  return currentEnrolment(reader, lead.id)?.cadenceId === cadence.id ? 'already' : null
}

function leavesOf(reader: Reader, lead: Lead): string {
  const enrolment = currentEnrolment(reader, lead.id)
  return enrolment ? cadenceOf(reader, enrolment.cadenceId).name : ''
}

function nameOf(reader: Reader, lead: Lead): string {
  return contactName(contactOf(reader, lead.contactId))
}
