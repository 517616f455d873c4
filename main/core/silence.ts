import { toInstant } from '../../shared/dates.ts'
import { Refusal } from '../../shared/errors.ts'
import { mayRest, type Lead } from '../../shared/lead.ts'
import { silenceAsking, type Silence } from '../../shared/silence.ts'
import type { StageKind } from '../../shared/stage.ts'
import { words } from '../../shared/strings/words.ts'
import type { Touch } from '../../shared/touch.ts'
import type { Reader } from './database/store.ts'
import type { Transaction } from './database/transaction.ts'
import { currentEnrolment, endEnrolment } from './enrolments.ts'
import type { Commands, Context } from './handlers.ts'
import { contactOf, leadOf, stageOf } from './look-up.ts'
import { moveCommands } from './moves.ts'
import { addTouch, changeTouch } from './touch-records.ts'

/*
 * Knowing when to stop (practice P6): what becomes of a lead that stayed silent for too long.
 */

export const silenceCommands: Commands<'answerSilence'> = {
  answerSilence(transaction, { leadId, answer }, context) {
    const { stageId } = leadOf(transaction, leadId)
    if (stageOf(transaction, stageId).kind !== 'open') throw new Refusal('conflict', words.errors.silenceAtRest)
    if ('next' in answer) {
      callOff(transaction, leadId, context)
      addTouch(transaction, leadId, answer.next, context)
    } else if (answer.choice === 'park') {
      requireKind(transaction, answer.stageId, 'parked')
      moveTo(transaction, leadId, answer.stageId, { closing: null, parkedUntil: answer.until }, context)
    } else {
      requireKind(transaction, answer.stageId, 'lost')
      if (answer.reason === '') throw new Refusal('invalid-input', words.ending.noReason, 'answer.reason')
      moveTo(transaction, leadId, answer.stageId, { closing: { reason: answer.reason, on: context.today }, parkedUntil: null }, context)
      callOff(transaction, leadId, context)
    }
    return transaction.change('leads', leadId, { silenceAnswer: { choice: answer.choice, at: toInstant(context.now) } })
  },
}

/** Touches in a row without an answer after which something has to be chosen for a lead. */
export function silenceLimitOf({ silenceLimit }: Lead, { settings }: Context): number {
  return silenceLimit ?? settings.silenceLimit
}

/** The silence of an open lead when it wants a choice; never of one that does not want to be followed up (practice P9). */
export function silenceOf(reader: Reader, lead: Lead, touches: readonly Touch[], context: Context): Silence | null {
  const silence = silenceAsking(touches, silenceLimitOf(lead, context), lead.silenceAnswer)
  if (silence === null || mayRest(stageOf(reader, lead.stageId), contactOf(reader, lead.contactId))) return null
  return silence
}

/** Calls off all that was planned with a lead, its cadence included. */
function callOff(transaction: Transaction, leadId: string, context: Context): void {
  const enrolment = currentEnrolment(transaction, leadId)
  if (enrolment) endEnrolment(transaction, enrolment, 'by-hand', context)
  for (const touch of transaction.where('touches', 'leadId', leadId)) {
    if (touch.state === 'due' || touch.state === 'held') changeTouch(transaction, touch, { state: 'cancelled', snoozedUntil: null })
  }
}

function moveTo(transaction: Transaction, leadId: string, stageId: string, said: Pick<Lead, 'closing' | 'parkedUntil'>, context: Context): void {
  moveCommands.moveLeads(transaction, { ids: [leadId], stageId, before: null, ...said }, context)
}

function requireKind(reader: Reader, stageId: string, kind: StageKind): void {
  if (stageOf(reader, stageId).kind !== kind) throw new Refusal('invalid-input', words.errors.silenceStage, 'answer.stageId')
}
