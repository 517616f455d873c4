import type { PlanPolicy } from '../../shared/cadence-plan.ts'
import { dueDate, localDateAt, type LocalDate } from '../../shared/dates.ts'
import type { Lead } from '../../shared/lead.ts'
import { proposeNext, type Proposal } from '../../shared/proposal.ts'
import { unansweredInARow, type Outcome, type Touch } from '../../shared/touch.ts'
import type { Channel } from '../../shared/channel.ts'
import type { WorkDays } from '../../shared/work-days.ts'
import type { Reader } from './database/store.ts'
import type { Context } from './handlers.ts'
import { contactOf } from './look-up.ts'
import { loadByDate, workDays } from './work.ts'

/** What every plan made in one call goes by; looked up once, since thousands of leads may be planned. */
export interface Planning {
  work: WorkDays
  /** Touches by date, counted when it is first asked for; whoever plans more counts them in. */
  readonly load: Map<LocalDate, number>
  isFull: (date: LocalDate) => boolean
}

/** The person's working days, and the load on them. */
export function planningOf(reader: Reader, context: Context): Planning {
  let counted: Planning['load'] | undefined
  const load = () => (counted ??= loadByDate(reader, context))
  return {
    work: workDays(reader, context),
    get load() {
      return load()
    },
    isFull: (date) => (load().get(date) ?? 0) >= context.settings.dailyLoad,
  }
}

/** What the plan of one lead goes by, and the date of the latest touch with that person, looked up when it is asked for. */
export interface LeadPlan {
  policy: PlanPolicy
  readonly previous: LocalDate | null
  touches: Touch[]
}

/** @param without touches that the plan takes the place of: those of an enrolment, or one that is just being completed */
export function planOf(reader: Reader, lead: Lead, planning: Planning, context: Context, without: (touch: Touch) => boolean): LeadPlan {
  const { settings, zone } = context
  const contact = contactOf(reader, lead.contactId)
  const touches = reader.where('leads', 'contactId', contact.id).flatMap(({ id }) => reader.where('touches', 'leadId', id))
  const { notBefore, until, channels, status } = contact.permission
  const others = touches.filter((touch) => touch.state === 'due' && !without(touch)).map(({ due }) => dueDate(due, zone))
  const policy: PlanPolicy = {
    work: planning.work,
    isFull: planning.isFull,
    startOfDay: settings.startOfDay,
    endOfDay: settings.endOfDay,
    zone,
    theirZone: contact.zone,
    minimumGap: lead.minimumGap ?? settings.minimumGap,
    notBefore,
    until,
    channels: status === 'granted' ? channels : [],
    others,
  }
  return {
    policy,
    touches,
    get previous() {
      return latestDone(touches, context)
    },
  }
}

function latestDone(touches: readonly Touch[], { zone }: Context): LocalDate | null {
  let latest: string | null = null
  for (const { completedAt } of touches) if (completedAt !== null && (latest === null || completedAt > latest)) latest = completedAt
  return latest === null ? null : localDateAt(Date.parse(latest), zone)
}

/** The next step with a lead by the policy, after a touch that was just made or is about to be told. */
export function proposeByPolicy(reader: Reader, lead: Lead, done: { id: string | null; channel: Channel; outcome: Outcome | null }, context: Context): Proposal {
  const { policy, touches } = planOf(reader, lead, planningOf(reader, context), context, ({ id }) => id === done.id)
  const { preferredChannel } = contactOf(reader, lead.contactId)
  const own = touches.filter(({ leadId }) => leadId === lead.id)
  const known = { preferredChannel, touches, unanswered: unansweredInARow(own.filter(({ id }) => id !== done.id)) + 1 }
  return proposeNext(done, known, { now: context.now, from: context.today, previous: context.today }, policy)
}
