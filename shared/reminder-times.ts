import { z } from 'zod'
import { channelSchema } from './channel.ts'
import { addDays, dueInstant, instantOf, localDateAt, timeOfDayAt, timeOfDaySchema, toInstant, type Instant, type TimeOfDay, type Zone } from './dates.ts'
import { afterMinutes, type ResponseGoal } from './response.ts'
import type { Touch } from './touch.ts'
import { workingDayFrom, type WorkDays } from './work-days.ts'

/** How the person wants to be reminded. */
export const reminderChoicesSchema = z.strictObject({
  /** How many minutes before a touch at a time, by channel. */
  before: z.record(channelSchema, z.number().int().min(0).max(7 * 24 * 60)),
  /** No reminder comes in these hours of the wall; it waits for their end. Null for none. */
  quiet: z.strictObject({ from: timeOfDaySchema, to: timeOfDaySchema }).nullable(),
  /** Whether whole-day touches remind on days off too, or on the next working day. */
  daysOff: z.boolean(),
  /** When the digest of the day comes, in which whole-day touches are told; null for none. */
  digestAt: timeOfDaySchema.nullable(),
})
export type ReminderChoices = z.infer<typeof reminderChoicesSchema>

export const defaultReminderChoices: ReminderChoices = {
  before: { call: 10, email: 0, text: 0, social: 0, video: 10, 'in-person': 30 },
  quiet: null,
  daysOff: true,
  digestAt: null,
}

/** All that the moment of a reminder depends on beside its touch. */
export interface ReminderPolicy {
  zone: Zone
  startOfDay: TimeOfDay
  endOfDay: TimeOfDay
  work: WorkDays
  choices: ReminderChoices
  response: ResponseGoal
}

/** A moment (milliseconds) at which a touch asks for attention, and what its reminder is then given for. */
export interface ReminderMoment {
  moment: number
  /** Says what was reminded of, so that it is done once; see {@link reminderKey}. */
  key: string
}

type Reminded = Pick<Touch, 'state' | 'due' | 'channel' | 'snoozedUntil' | 'remindBefore' | 'plannedAt' | 'createdAt'>

/** What the first moment of a touch depends on. */
type MomentPolicy = Pick<ReminderPolicy, 'zone' | 'startOfDay' | 'work' | 'choices'>

/**
 * The moments at which a touch reminds, in their order (practice P14): until when it was snoozed, else so long before it
 * is due as was chosen, or when it is due where it was planned too late for that; a whole day at the start of the person's
 * day. None once it is no longer due. Quiet hours move each of them to their end.
 * @param inboundSince when the lead came in (milliseconds), while it waits for its first answer: it is reminded of again
 * when the wait gets long (practice P1); else null
 */
export function reminderMoments(touch: Reminded, policy: ReminderPolicy, inboundSince: number | null = null): ReminderMoment[] {
  if (touch.state !== 'due') return []
  const key = reminderKey(touch)
  const first = { moment: firstMoment(touch, policy), key }
  if (inboundSince === null) return [first]
  const { warn, late, hours } = policy.response
  const again = ([['warn', warn], ['late', late]] as const).map(([name, minutes]) => ({
    moment: outOfQuiet(afterMinutes(inboundSince, minutes, hours, policy), policy),
    key: `${key}+${name}`,
  }))
  return [first, ...again.filter(({ moment }) => moment > first.moment)]
}

/** The first of the moments that `remindedFor` does not cover yet; null when all were given. */
export function nextReminder(moments: readonly ReminderMoment[], remindedFor: string | null): ReminderMoment | null {
  const given = moments.findLastIndex(({ key }) => covers(remindedFor, key))
  return moments[given + 1] ?? null
}

/** Whether a touch that is still due was reminded of as it stands: it was neither dealt with, nor put off or moved since. */
export function wasReminded(touch: Pick<Touch, 'state' | 'due' | 'snoozedUntil' | 'remindedFor'>): boolean {
  const key = reminderKey(touch)
  return touch.state === 'due' && covers(touch.remindedFor, key) && touch.remindedFor !== `${key}${unsaid}`
}

/** Whether what was reminded of covers a {@link reminderKey}: a later reminder of a touch covers the ones before it. */
export function covers(remindedFor: string | null, key: string): boolean {
  return remindedFor !== null && (remindedFor === key || remindedFor.startsWith(`${key}+`))
}

/**
 * What a reminder is given for: the snooze, else the due as it was agreed. Not the instant, which for a whole day moves
 * with the person's zone and the start of their day.
 */
export function reminderKey({ due: { date, time, zone }, snoozedUntil }: Pick<Touch, 'due' | 'snoozedUntil'>): string {
  return snoozedUntil ?? (time === null ? date : `${date}T${time} ${zone}`)
}

/** Ends what a touch counts as reminded of without that anybody was told. */
const unsaid = '+unsaid'

/** What is past by no more than this was planned for just now. */
export const justNow = 120_000

/**
 * What a touch counts as reminded of when it is planned: itself, where the moment of its reminder is past by then. Nobody
 * wants to be told at once of what they just wrote down. Else null.
 */
export function remindedFrom(touch: Reminded, policy: MomentPolicy): string | null {
  return firstMoment(touch, policy) < plannedInstant(touch) - justNow ? `${reminderKey(touch)}${unsaid}` : null
}

/** The first moment at which a touch reminds, in milliseconds; quiet hours are over by then. */
function firstMoment(touch: Reminded, policy: MomentPolicy): number {
  return outOfQuiet(touch.snoozedUntil === null ? dueMoment(touch, policy) : Date.parse(touch.snoozedUntil), policy)
}

function dueMoment(touch: Reminded, { zone, startOfDay, work, choices }: MomentPolicy): number {
  const { due } = touch
  if (due.time !== null) {
    const time = dueInstant(due, due.time, zone)
    return time - minutesBefore(touch, time, choices) * 60_000
  }
  const date = choices.daysOff ? due.date : workingDayFrom(due.date, work)
  return instantOf(date, choices.digestAt ?? startOfDay, zone)
}

/**
 * How many minutes before its `time` (milliseconds) a touch reminds: as was chosen for it, else by its channel, and 0 where
 * it was planned too late for that.
 */
export function minutesBefore(touch: Pick<Touch, 'channel' | 'remindBefore' | 'plannedAt' | 'createdAt'>, time: number, { before }: Pick<ReminderChoices, 'before'>): number {
  const minutes = touch.remindBefore ?? before[touch.channel]
  return time - minutes * 60_000 < plannedInstant(touch) ? 0 : minutes
}

/** When a touch was put on its due, or its reminder was chosen anew, in milliseconds. */
function plannedInstant({ plannedAt, createdAt }: Pick<Touch, 'plannedAt' | 'createdAt'>): number {
  return Date.parse(plannedAt ?? createdAt)
}

/** When a pause of reminders ends that begins at `now` (milliseconds): in an hour, or with the person's next day. */
export function pauseEnd(length: 'hour' | 'tomorrow', now: number, zone: Zone, startOfDay: TimeOfDay): Instant {
  return toInstant(length === 'hour' ? now + 3_600_000 : instantOf(addDays(localDateAt(now, zone), 1), startOfDay, zone))
}

/** The moment itself, or the end of the quiet hours that it falls into. */
export function outOfQuiet(moment: number, { zone, choices: { quiet } }: Pick<ReminderPolicy, 'zone' | 'choices'>): number {
  if (quiet === null || quiet.from === quiet.to) return moment
  const time = timeOfDayAt(moment, zone)
  const overMidnight = quiet.from > quiet.to
  const isQuiet = overMidnight ? time >= quiet.from || time < quiet.to : time >= quiet.from && time < quiet.to
  if (!isQuiet) return moment
  const date = localDateAt(moment, zone)
  const end = instantOf(overMidnight && time >= quiet.from ? addDays(date, 1) : date, quiet.to, zone)
  // Where the clock goes back, the end of the quiet hours may come twice; the moment never moves back.
  return Math.max(moment, end)
}
