import { z } from 'zod'
import { addDays, instantOf, localDateAt, type Instant, type TimeOfDay, type Zone } from './dates.ts'
import type { Lead } from './lead.ts'
import type { Touch } from './touch.ts'
import type { WorkDays } from './work-days.ts'

/** How soon an inbound lead wants an answer, in minutes, and which hours count (practice P1). */
export const responseGoalSchema = z.strictObject({
  goal: z.number().int().min(1).max(100_000),
  warn: z.number().int().min(1).max(100_000),
  late: z.number().int().min(1).max(100_000),
  hours: z.enum(['working', 'all']),
})
export type ResponseGoal = z.infer<typeof responseGoalSchema>

/** Five minutes, an hour, a day. */
export const defaultResponseGoal: ResponseGoal = { goal: 5, warn: 60, late: 24 * 60, hours: 'working' }

/** How an inbound lead that waits for its first answer stands. */
export const waitSchema = z.enum(['in-time', 'over-goal', 'warn', 'late'])
export type Wait = z.infer<typeof waitSchema>

/** The hours in which the person works, as far as waiting counts in them. */
export interface WorkingHours {
  work: WorkDays
  startOfDay: TimeOfDay
  endOfDay: TimeOfDay
  zone: Zone
}

const minute = 60_000
/** An inbound lead that nobody answered for so many days is an old one, and no longer wants an answer at once. */
export const answerableDays = 30
/** Nobody waits longer than this many days without a single working hour among them. */
const mostDaysLooked = 3660

/**
 * When an inbound lead was first answered: the first contact that I made with it. Null while it waits, and for a lead
 * that is not inbound.
 */
export function firstResponse(lead: Pick<Lead, 'inbound'>, touches: Iterable<Pick<Touch, 'state' | 'incoming' | 'completedAt'>>): Instant | null {
  if (!lead.inbound) return null
  let first: Instant | null = null
  for (const { state, incoming, completedAt } of touches) {
    if (state === 'done' && !incoming && completedAt !== null && (first === null || completedAt < first)) first = completedAt
  }
  return first
}

/**
 * The instant (milliseconds) at which so many minutes have passed since `from`, of the hours that count.
 * @param from milliseconds since the epoch
 */
export function afterMinutes(from: number, minutes: number, counted: ResponseGoal['hours'], hours: WorkingHours): number {
  if (counted === 'all') return from + minutes * minute
  let left = minutes * minute
  for (const [start, end] of workingSpans(from, hours)) {
    if (left <= end - start) return start + left
    left -= end - start
  }
  return from + minutes * minute
}

/** Minutes, of the hours that count, between two instants in milliseconds; rounded down. */
export function minutesBetween(from: number, to: number, counted: ResponseGoal['hours'], hours: WorkingHours): number {
  if (to <= from) return 0
  if (counted === 'all') return Math.floor((to - from) / minute)
  let passed = 0
  for (const [start, end] of workingSpans(from, hours)) {
    if (start >= to) break
    passed += Math.min(end, to) - start
  }
  return Math.floor(passed / minute)
}

/** How a lead stands that has waited for so many minutes, of the hours that count. */
export function waitOf(waited: number, { goal, warn, late }: ResponseGoal): Wait {
  if (waited >= late) return 'late'
  if (waited >= warn) return 'warn'
  return waited >= goal ? 'over-goal' : 'in-time'
}

/** How fast inbound leads were first answered (practices P1, P21), out of `n` that were. */
export interface ResponseFigures {
  n: number
  /** The middle of their waits, in minutes of the hours that count; null while nobody was answered. */
  median: number | null
  withinGoal: number
}

/** What the waits of leads that were answered come to, each in minutes (see minutesBetween). */
export function responseFigures(waits: readonly number[], { goal }: Pick<ResponseGoal, 'goal'>): ResponseFigures {
  const sorted = waits.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  const median = lower === undefined || upper === undefined ? null : (lower + upper) / 2
  return { n: waits.length, median, withinGoal: waits.filter((wait) => wait < goal).length }
}

/** The stretches of working time from an instant on, as instants in milliseconds. */
function* workingSpans(from: number, { work, startOfDay, endOfDay, zone }: WorkingHours): Generator<[number, number]> {
  let date = localDateAt(from, zone)
  for (let looked = 0; looked < mostDaysLooked; looked += 1) {
    if (work.isWorkingDay(date)) {
      const start = Math.max(from, instantOf(date, startOfDay, zone))
      const end = instantOf(date, endOfDay, zone)
      if (start < end) yield [start, end]
    }
    date = addDays(date, 1)
  }
}
