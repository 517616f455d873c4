import { isDeepStrictEqual } from 'node:util'
import type { CallOutput } from '../../shared/api.ts'
import { toInstant } from '../../shared/dates.ts'
import { Refusal } from '../../shared/errors.ts'
import type { PromiseSide, Promised } from '../../shared/promise.ts'
import { saidKey, versionContent, type NextMeeting, type PromiseLine, type Recap } from '../../shared/recap.ts'
import { words } from '../../shared/strings/words.ts'
import { touchMinutes, type Touch } from '../../shared/touch.ts'
import type { Reader } from './database/store.ts'
import type { Transaction } from './database/transaction.ts'
import { currentEnrolment, endEnrolment } from './enrolments.ts'
import type { Context } from './handlers.ts'
import { notePromise, promiseCommands } from './promises.ts'
import { noteQuestion } from './questions.ts'
import { isOver, keepVersion, meetingId, recapOf, recapSequence, talkedAt, versionsOf } from './recap-records.ts'
import { addTouch, editTouch, isSameDue } from './touch-records.ts'
import { touchCommands } from './touches.ts'

/**
 * Takes a recap for sent: what it says holds from now on. Its promises and questions are written down unless they are
 * there, the next time to speak becomes a touch, and that a mail went out is logged; a lead that then has no next step
 * gets the one that the policy proposes (practices P2, P8, P17). Sent again, it only adds what is new. Refuses one that
 * says what was sent last, which a key held down or pressed twice would log again.
 */
export function sendRecap(transaction: Transaction, { id }: { id: string }, context: Context): CallOutput<'sendRecap'> {
  const recap = recapOf(transaction, id)
  if (wasSent(transaction, recap)) throw new Refusal('conflict', words.errors.recapSentAlready)
  const meeting = recap.next === null ? null : arrange(transaction, recap, recap.next, context)
  const promises = takePromises(transaction, recap, 'mine', context) + takePromises(transaction, recap, 'theirs', context)
  const questions = takeQuestions(transaction, recap, context)
  const planned = new Set(dueTouches(transaction, recap.leadId).map((touch) => touch.id))
  const logged = touchCommands.logTouch(transaction, { leadId: recap.leadId, channel: 'email', outcome: null, notes: '', message: recapMessage, next: 'proposed', instead: null }, context)
  transaction.change('touches', logged.id, { purpose: words.recapSent.logged })
  const proposed = dueTouches(transaction, recap.leadId).find((touch) => !planned.has(touch.id)) ?? null
  keepVersion(transaction, recap, 'sent', context)
  transaction.change('recaps', id, { sentAt: toInstant(context.now), nextTouchId: meeting?.id ?? null })
  return { promises, questions, nextTouchId: meeting?.id ?? null, proposed }
}

/** Its text is in the versions; and so what is being noted of the lead meanwhile stays where it is. */
const recapMessage = { templateId: null, text: '' }

/** True when a recap says what it said when it was sent. */
function wasSent(reader: Reader, recap: Recap): boolean {
  if (recap.sentAt === null) return false
  const sent = versionsOf(reader, recap).find(({ how }) => how === 'sent')
  return sent !== undefined && isDeepStrictEqual(sent.content, versionContent(recap))
}

/** Plans the next time to speak that a recap names, before it is sent. */
export function planMeeting(transaction: Transaction, { id }: { id: string }, context: Context): Touch {
  const recap = recapOf(transaction, id)
  if (recap.next === null) throw new Refusal('invalid-input', words.errors.noNextMeeting)
  const touch = arrange(transaction, recap, recap.next, context)
  transaction.change('recaps', id, { nextTouchId: touch.id })
  return touch
}

function dueTouches(transaction: Transaction, leadId: string): Touch[] {
  return transaction.where('touches', 'leadId', leadId).filter(({ state }) => state === 'due')
}

/** The touch that is the next time to speak: the one that was named, put where the recap says, else a new one. */
function arrange(transaction: Transaction, recap: Recap, next: NextMeeting, context: Context): Touch {
  const named = recap.nextTouchId === null ? undefined : transaction.get('touches', recap.nextTouchId)
  const isSame = named?.channel === next.channel && isSameDue(named.due, next.due) && touchMinutes(named) === next.minutes
  // It may have been held by the time that somebody says so.
  if (named && isSame && named.state === 'done') return named
  if (isOver(next.due, context)) throw new Refusal('invalid-input', words.errors.nextMeetingOver, 'next')
  const { channel, due, minutes } = next
  if (named?.state === 'due' || named?.state === 'held') {
    return isSame ? named : editTouch(transaction, named, { channel, due, minutes }, context)
  }
  // A meeting is what a cadence is there to bring about.
  const enrolment = currentEnrolment(transaction, recap.leadId)
  if (enrolment) endEnrolment(transaction, enrolment, 'meeting-booked', context)
  return addTouch(transaction, recap.leadId, { channel, purpose: words.recapSent.meeting, due, minutes }, context, firstRevision(transaction, recap))
}

/** A touch that is new to the person may be in the calendar of the one who got the letter. */
function firstRevision(transaction: Transaction, recap: Recap): { id: string; revision: number } | undefined {
  const id = meetingId(recap)
  return transaction.get('touches', id) ? undefined : { id, revision: recapSequence(recap) }
}

/** Writes down what one side promised; a promise that is there already takes the recap's day. @returns how many are new */
function takePromises(transaction: Transaction, recap: Recap, side: PromiseSide, context: Context): number {
  const known = new Map<string, Promised>()
  for (const promise of transaction.where('promises', 'leadId', recap.leadId)) {
    // What was settled while the recap was being written may stand in it as open.
    const isMeant = promise.state === 'open' || promise.recapId === recap.id || (promise.settledAt ?? '') >= recap.createdAt
    if (promise.side === side && isMeant) known.set(saidKey(promise.what), promise)
  }
  let added = 0
  for (const line of recap[side]) {
    if (line.what === '') continue
    const promise = known.get(saidKey(line.what))
    if (promise) putOff(transaction, promise, line, context)
    else {
      known.set(saidKey(line.what), notePromise(transaction, { leadId: recap.leadId, recapId: recap.id, side, ...line }, context))
      added += 1
    }
  }
  return added
}

/** A line without a day says nothing of the day that was agreed before. */
function putOff(transaction: Transaction, promise: Promised, { by }: PromiseLine, context: Context): void {
  if (promise.state !== 'open' || by === null || by === promise.by) return
  if (by >= context.today) promiseCommands.movePromise(transaction, { id: promise.id, touchId: null, by }, context)
  else promiseCommands.editPromise(transaction, { id: promise.id, changes: { by } }, context)
}

/** Writes down what they asked, but for what is open already or was asked in this conversation. @returns how many are new */
function takeQuestions(transaction: Transaction, recap: Recap, context: Context): number {
  const askedAt = talkedAt(transaction, recap)
  const there = transaction.where('questions', 'leadId', recap.leadId).filter((question) => question.answeredAt === null || question.askedAt >= askedAt)
  const known = new Set(there.map(({ text }) => saidKey(text)))
  let added = 0
  for (const text of recap.questions) {
    if (text === '' || known.has(saidKey(text))) continue
    known.add(saidKey(text))
    transaction.change('questions', noteQuestion(transaction, recap.leadId, text, context).id, { askedAt })
    added += 1
  }
  return added
}
