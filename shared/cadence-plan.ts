import { z } from 'zod'
import { stepSchema, type Step } from './cadence.ts'
import { channelSchema, type Channel } from './channel.ts'
import { addDays, dueDate, dueInstant, dueOrder, dueSchema, instantOf, localDateAt, timeOfDayAt, type Due, type LocalDate, type TimeOfDay, type Zone } from './dates.ts'
import { addWorkingDays, workingDayFrom, type WorkDays } from './work-days.ts'

/** Why a step does not come on the day that its offset alone gives. */
export const shiftSchema = z.enum(['day-off', 'hours', 'gap', 'not-before', 'full', 'order'])
export type Shift = z.infer<typeof shiftSchema>

/** What speaks against a step on its day, and is left to the person. */
export const conflictSchema = z.enum(['full', 'channel', 'near-other'])
export type Conflict = z.infer<typeof conflictSchema>

/** When a step of a cadence would come. */
export const plannedStepSchema = z.strictObject({
  stepId: stepSchema.shape.id,
  channel: channelSchema,
  purpose: stepSchema.shape.purpose,
  due: dueSchema,
  /** What moved it to a later day. */
  shifts: z.array(shiftSchema),
  conflicts: z.array(conflictSchema),
})
export type PlannedStep = z.infer<typeof plannedStepSchema>

/** What the plan of a lead goes by. */
export interface PlanPolicy {
  work: WorkDays
  startOfDay: TimeOfDay
  endOfDay: TimeOfDay
  /** The person's own zone, and the contact's where it is known. */
  zone: Zone
  theirZone: Zone | null
  /** Working days between two touches at the least (practice P4). */
  minimumGap: number
  /** They asked not to hear from me before this date, and agreed to hear from me up to that one (practice P9). */
  notBefore: LocalDate | null
  until: LocalDate | null
  /** The channels they agreed to; empty for any. */
  channels: readonly Channel[]
  /** The dates of touches with them that are no step of the cadence. */
  others: readonly LocalDate[]
  /** True when the person's day has no room for one more touch. */
  isFull: (date: LocalDate) => boolean
}

/** From where a plan goes on. */
export interface PlanStart {
  /** Milliseconds since the epoch, from which minutes count. */
  now: number
  /** The date in the policy's zone at `now`; in a loop, hand it in to look it up once. */
  today?: LocalDate
  /** The date from which the first offset counts: that on which the step before was done, or the one to begin on. */
  from: LocalDate
  /** The date of the latest touch with them; null when there was none. */
  previous: LocalDate | null
}

/** A step that finds its day full looks so many working days ahead for one with room. */
const mostDaysShifted = 5

interface Cursor {
  from: LocalDate
  /** The moment from which minutes count, in milliseconds; looked up for steps that count in minutes alone. */
  moment: () => number
  previous: LocalDate | null
  /** The order of the step before, as dueOrder gives it. */
  order: string
}

/**
 * When the steps of a cadence come, one after the other: never on a day off, in order, a step counted in days at least
 * the minimum gap after the touch before it, and none after the last day of the permission (practices P3, P4, P9). The
 * same inputs give the same plan.
 * @param to the last date that is asked about: the plan ends there, as far as it goes the same as without; null for all of it
 */
export function planSteps(steps: readonly Step[], start: PlanStart, policy: PlanPolicy, to: LocalDate | null = null): PlannedStep[] {
  const today = start.today ?? localDateAt(start.now, policy.zone)
  const moment = () => (start.from <= today ? start.now : instantOf(start.from, policy.startOfDay, policy.zone))
  let cursor: Cursor = { from: start.from, moment, previous: start.previous, order: '' }
  const planned: PlannedStep[] = []
  for (const step of steps) {
    const { due, shifts } = step.after.unit === 'minutes' ? inMinutes(step.after.count, cursor, policy) : inWorkingDays(step, step.after.count, cursor, { now: start.now, today }, policy)
    const date = dueDate(due, policy.zone)
    if ((policy.until !== null && date > policy.until) || (to !== null && date > to)) break
    planned.push({ stepId: step.id, channel: step.channel, purpose: step.purpose, due, shifts, conflicts: conflictsOf(step, date, policy) })
    // What is to be done today is done from now on, whatever the start of the day.
    cursor = { from: date, moment: () => Math.max(start.now, dueInstant(due, policy.startOfDay, policy.zone)), previous: date, order: dueOrder(due, policy.zone) }
  }
  return planned
}

/** The moment of planning, in milliseconds, and the person's date at it. */
interface Present {
  now: number
  today: LocalDate
}

interface Placed {
  due: Due
  shifts: Shift[]
}

/** So many minutes on, within working hours: what would come after them waits for the next morning. */
function inMinutes(count: number, cursor: Cursor, policy: PlanPolicy): Placed {
  const moment = cursor.moment() + count * 60_000
  let date = localDateAt(moment, policy.zone)
  let time = timeOfDayAt(moment, policy.zone)
  const shifts: Shift[] = []
  const startAt = (day: LocalDate, why: Shift) => {
    if (day === date && time >= policy.startOfDay) return
    date = day
    time = policy.startOfDay
    shifts.push(why)
  }
  if (time > policy.endOfDay) startAt(addDays(date, 1), 'hours')
  else if (time < policy.startOfDay) startAt(date, 'hours')
  if (policy.notBefore !== null && date < policy.notBefore) startAt(policy.notBefore, 'not-before')
  if (!policy.work.isWorkingDay(date)) startAt(workingDayFrom(date, policy.work), 'day-off')
  return { due: { date, time, zone: policy.zone }, shifts }
}

/** So many working days on, at the step's time of day or any. */
function inWorkingDays(step: Step, count: number, cursor: Cursor, present: Present, policy: PlanPolicy): Placed {
  const { work } = policy
  const shifts: Shift[] = []
  let date = count === 0 ? cursor.from : addWorkingDays(cursor.from, count, work)
  const notEarlier = (earliest: LocalDate, why: Shift) => {
    if (earliest <= date) return
    date = earliest
    shifts.push(why)
  }
  notEarlier(present.today, 'order')
  notEarlier(workingDayFrom(date, work), 'day-off')
  if (cursor.previous !== null) notEarlier(addWorkingDays(cursor.previous, policy.minimumGap, work), 'gap')
  if (policy.notBefore !== null) notEarlier(policy.notBefore, 'not-before')
  notEarlier(workingDayFrom(date, work), 'day-off')
  if (policy.isFull(date)) notEarlier(dayWithRoom(date, policy) ?? date, 'full')
  if (dueOrder(dueOf(step, date, present, policy), policy.zone) < cursor.order) notEarlier(addWorkingDays(date, 1, work), 'order')
  return { due: dueOf(step, date, present, policy), shifts: [...new Set(shifts)] }
}

function dayWithRoom(date: LocalDate, { work, isFull }: PlanPolicy): LocalDate | null {
  let day = date
  for (let looked = 0; looked < mostDaysShifted; looked += 1) {
    day = addWorkingDays(day, 1, work)
    if (!isFull(day)) return day
  }
  return null
}

/** The step's time on a date of the person's own calendar; a time that is over already gives way to the whole day. */
function dueOf({ time, clock }: Step, date: LocalDate, { now, today }: Present, { zone, theirZone }: PlanPolicy): Due {
  if (time === null) return { date, time: null, zone: null }
  const due = timedOn(date, time, clock === 'theirs' && theirZone !== null ? theirZone : zone, zone)
  return date <= today && dueInstant(due, time, zone) < now ? { date, time: null, zone: null } : due
}

/**
 * A time on the wall of `at` that falls on `date` of the calendar in `zone`: in a zone far away it may be the day before
 * or after there. The whole day where there is no such moment: a day of 23 hours may lack midnight, as they have it.
 */
export function timedOn(date: LocalDate, time: TimeOfDay, at: Zone, zone: Zone): Due {
  const due = { date, time, zone: at }
  if (dueDate(due, zone) === date) return due
  const candidates = [-1, 1].map((days): Due => ({ ...due, date: addDays(date, days) }))
  return candidates.find((candidate) => dueDate(candidate, zone) === date) ?? { date, time: null, zone: null }
}

function conflictsOf({ channel }: Step, date: LocalDate, policy: PlanPolicy): Conflict[] {
  const conflicts: Conflict[] = []
  if (policy.isFull(date)) conflicts.push('full')
  if (policy.channels.length > 0 && !policy.channels.includes(channel)) conflicts.push('channel')
  const isNear = (other: LocalDate) => {
    const [first, second] = other < date ? [other, date] : [date, other]
    return first === second || addWorkingDays(first, policy.minimumGap, policy.work) > second
  }
  if (policy.others.some(isNear)) conflicts.push('near-other')
  return conflicts
}
