import { dueDate, localDateAt, type LocalDate } from '../../shared/dates.ts'
import { promiseStanding, type Promised } from '../../shared/promise.ts'
import type { Touch } from '../../shared/touch.ts'
import { workingDayFrom } from '../../shared/work-days.ts'
import type { Database } from './database/database.ts'
import type { Reader } from './database/store.ts'
import type { Transaction } from './database/transaction.ts'
import { endWithoutPermission } from './enrolments.ts'
import type { Context } from './handlers.ts'
import type { Log } from './host.ts'
import { contactOf, leadOf, stageOf } from './look-up.ts'
import { planAsking } from './promises.ts'
import { workDays } from './work.ts'

export interface NewDayOptions {
  database: Database
  log: Log
  context: () => Context
}

/**
 * Does what a new date brings by itself, once for each: promises of theirs that lapsed become touches of mine (practice
 * P15), and cadences end whose permission is over (practice P9). Days on which the app was closed need nothing of their
 * own: what is done goes by how things stand, so doing it twice, or after the clock was set back, changes nothing.
 */
export class NewDay {
  readonly #options: NewDayOptions
  /** The date that was begun last; null when that is not known. */
  #begun: LocalDate | null = null

  constructor(options: NewDayOptions) {
    this.#options = options
  }

  /** Begins the day unless it was begun already. What the disk refuses is logged and tried again at the next call. */
  async begin(): Promise<void> {
    const { database, log } = this.#options
    const context = this.#options.context()
    if (database.status !== 'open' || context.today === this.#begun) return
    try {
      await database.transact('newDay', false, (transaction) => beginDay(transaction, context))
      this.#begun = context.today
    } catch (error) {
      log.error('the new day could not be begun', error)
    }
  }

  /** The data was replaced: for what is there now, the day has still to be begun. */
  reset(): void {
    this.#begun = null
  }
}

function beginDay(transaction: Transaction, context: Context): void {
  // First, so that nobody is asked who is not to be contacted any more.
  for (const { id, permission } of transaction.all('contacts')) {
    if (permission.until !== null && permission.until < context.today) endWithoutPermission(transaction, id, context)
  }
  // On a day off nobody is asked; it comes on the next working day.
  const date = workingDayFrom(context.today, workDays(transaction, context))
  for (const promise of transaction.all('promises')) {
    if (hasLapsed(promise, context) && mayBeAsked(transaction, promise, context) && !wasAsked(transaction, promise, context)) {
      planAsking(transaction, promise, date, context)
    }
  }
}

function hasLapsed(promise: Promised, context: Context): boolean {
  return promise.side === 'theirs' && promise.dismissedAt === null && promiseStanding(promise, context).kind === 'late'
}

/**
 * Whether they may be asked by themselves: not a lead that was lost or is parked, nor anybody who does not want to hear
 * from me now (practice P9). Once that changes, the next new day asks.
 */
function mayBeAsked(reader: Reader, { leadId }: Promised, { today }: Context): boolean {
  const lead = leadOf(reader, leadId)
  const { kind } = stageOf(reader, lead.stageId)
  const { doNotContact, permission } = contactOf(reader, lead.contactId)
  const { status, until, notBefore } = permission
  const isOver = until !== null && until < today
  const isTooEarly = notBefore !== null && today < notBefore
  return (kind === 'open' || kind === 'won') && !doNotContact && status !== 'declined' && !isOver && !isTooEarly
}

/** Whether a touch asks, or asked since it lapsed: what they promised for a later day then can lapse again. */
function wasAsked(reader: Reader, { id, by }: Promised, { zone }: Context): boolean {
  const isSince = ({ due, completedAt }: Touch) => dueDate(due, zone) > (by ?? '') || (completedAt !== null && localDateAt(Date.parse(completedAt), zone) > (by ?? ''))
  return reader.where('touches', 'promiseId', id).some((touch) => touch.state === 'due' || touch.state === 'held' || isSince(touch))
}
