import { contactName, type Contact } from '../../shared/contact.ts'
import { addDays, toInstant, type LocalDate } from '../../shared/dates.ts'
import type { Channel } from '../../shared/channel.ts'
import { Refusal } from '../../shared/errors.ts'
import { inOrderOfPromises, promiseStanding, type ListedPromise, type Promised, type PromiseState } from '../../shared/promise.ts'
import { words } from '../../shared/strings/words.ts'
import type { Touch } from '../../shared/touch.ts'
import { workingDayFrom } from '../../shared/work-days.ts'
import type { Reader } from './database/store.ts'
import type { Transaction } from './database/transaction.ts'
import type { Commands, Context, Queries } from './handlers.ts'
import { contactOf, defined, leadOf } from './look-up.ts'
import { addTouch, changeTouch, moveTouch } from './touch-records.ts'
import { workDays } from './work.ts'

export const promiseQueries: Queries<'getPromises'> = {
  getPromises(reader, _input, context) {
    return inOrderOfPromises(reader.all('promises')).map((promise) => {
      const lead = leadOf(reader, promise.leadId)
      const contact = contactOf(reader, lead.contactId)
      return { ...listed(reader, promise, context), contactName: contactName(contact), company: contact.company, leadTitle: lead.title }
    })
  },
}

export const promiseCommands: Commands<
  'addPromise' | 'editPromise' | 'keepPromise' | 'movePromise' | 'breakPromise' | 'cancelPromise' | 'reopenPromise' | 'askAboutPromise' | 'dismissPromise'
> = {
  addPromise(transaction, { leadId, ...said }, context) {
    return notePromise(transaction, { leadId: leadOf(transaction, leadId).id, recapId: null, ...said }, context)
  },

  editPromise(transaction, { id, changes }) {
    openPromiseOf(transaction, id)
    if (changes.what === '') throw new Refusal('invalid-input', words.errors.promiseEmpty, 'changes.what')
    return transaction.change('promises', id, defined(changes))
  },

  keepPromise: (transaction, input, context) => settle(transaction, input, 'kept', context),
  breakPromise: (transaction, input, context) => settle(transaction, input, 'broken', context),
  cancelPromise: (transaction, input, context) => settle(transaction, input, 'cancelled', context),

  movePromise(transaction, { id, touchId, by }, context) {
    const promise = openPromiseOf(transaction, id)
    if (by < context.today) throw new Refusal('invalid-input', words.errors.dateOver, 'by')
    // A first day agreed is nothing put off.
    const moves = promise.by === null || promise.by === by ? promise.moves : promise.moves + 1
    const date = workingDayFrom(addDays(by, 1), workDays(transaction, context))
    for (const touch of asking(transaction, id)) {
      if (touch.id !== touchId) moveTouch(transaction, touch, { date, time: null, zone: null }, context)
    }
    return transaction.change('promises', id, { by, moves, dismissedAt: null })
  },

  reopenPromise(transaction, { id }, context) {
    const promise = promiseOf(transaction, id)
    if (promise.state === 'open') throw new Refusal('conflict', words.errors.promiseOpen)
    const open = transaction.change('promises', id, { state: 'open', settledAt: null })
    const lapsed = open.side === 'theirs' && open.dismissedAt === null && promiseStanding(open, context).kind === 'late'
    if (lapsed) planAsking(transaction, open, context.today, context)
    return open
  },

  askAboutPromise(transaction, { id }, context) {
    const promise = theirOpenPromise(transaction, id)
    if (asking(transaction, id).length > 0) throw new Refusal('conflict', words.errors.promiseAsked)
    transaction.change('promises', id, { dismissedAt: null })
    return planAsking(transaction, promise, context.today, context)
  },

  dismissPromise(transaction, { id }, context) {
    theirOpenPromise(transaction, id)
    cancelAsking(transaction, id, null)
    return transaction.change('promises', id, { dismissedAt: toInstant(context.now) })
  },
}

/** Writes down what one side promised. Refuses a promise without words. */
export function notePromise(transaction: Transaction, said: Pick<Promised, 'leadId' | 'recapId' | 'side' | 'what' | 'by'>, context: Context): Promised {
  if (said.what === '') throw new Refusal('invalid-input', words.errors.promiseEmpty, 'what')
  return transaction.put('promises', {
    id: context.newId(),
    ...said,
    state: 'open',
    moves: 0,
    settledAt: null,
    dismissedAt: null,
    createdAt: toInstant(context.now),
  })
}

/** The promises of a lead, open ones first, by their day. */
export function promisesOf(reader: Reader, leadId: string, context: Context): ListedPromise[] {
  return inOrderOfPromises(reader.where('promises', 'leadId', leadId)).map((promise) => listed(reader, promise, context))
}

/** How many promises of mine are open though their day has come. */
export function duePromises(reader: Reader, { today }: Context): number {
  let count = 0
  for (const { side, state, by } of reader.all('promises')) if (side === 'mine' && state === 'open' && by !== null && by <= today) count += 1
  return count
}

/** Plans the touch, on a date and without a time, that asks about a promise of theirs (practice P15). */
export function planAsking(transaction: Transaction, { id, leadId, what }: Promised, date: LocalDate, context: Context): Touch {
  const channel = channelToAsk(contactOf(transaction, leadOf(transaction, leadId).contactId))
  // Not within a character of two code units, such as an emoji.
  const purpose = words.promises.askAbout(what).slice(0, longestPurpose).replace(/[\uD800-\uDBFF]$/, '')
  return addTouch(transaction, leadId, { channel, purpose, due: { date, time: null, zone: null } }, context, { promiseId: id })
}

const longestPurpose = 500

/** The channel that they prefer, else one on which they can be reached, among those that they agreed to (practices P9, P10). */
function channelToAsk({ preferredChannel, phones, permission }: Contact): Channel {
  const channel = preferredChannel ?? (phones.length > 0 ? 'call' : 'email')
  const [first] = permission.status === 'granted' ? permission.channels : []
  return first === undefined || permission.channels.includes(channel) ? channel : first
}

/** The touches still to come that ask about a promise. */
function asking(reader: Reader, id: string): Touch[] {
  return reader.where('touches', 'promiseId', id).filter(({ state }) => state === 'due' || state === 'held')
}

function cancelAsking(transaction: Transaction, id: string, but: string | null): void {
  for (const touch of asking(transaction, id)) {
    if (touch.id !== but) changeTouch(transaction, touch, { state: 'cancelled', snoozedUntil: null })
  }
}

function listed(reader: Reader, promise: Promised, context: Context): ListedPromise {
  const [touch] = asking(reader, promise.id)
  return { ...promise, standing: promiseStanding(promise, context), asking: touch ? { touchId: touch.id, due: touch.due } : null }
}

/** What became of an open promise; nobody need be asked about it any more. */
function settle(transaction: Transaction, { id, touchId }: { id: string; touchId: string | null }, state: PromiseState, context: Context): Promised {
  openPromiseOf(transaction, id)
  cancelAsking(transaction, id, touchId)
  return transaction.change('promises', id, { state, settledAt: toInstant(context.now) })
}

function promiseOf(reader: Reader, id: string): Promised {
  const promise = reader.get('promises', id)
  if (!promise) throw new Refusal('not-found', words.errors.promiseGone)
  return promise
}

function openPromiseOf(reader: Reader, id: string): Promised {
  const promise = promiseOf(reader, id)
  if (promise.state !== 'open') throw new Refusal('conflict', words.errors.promiseSettled)
  return promise
}

function theirOpenPromise(reader: Reader, id: string): Promised {
  const promise = openPromiseOf(reader, id)
  if (promise.side === 'mine') throw new Refusal('invalid-input', words.errors.promiseIsMine)
  return promise
}
