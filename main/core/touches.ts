import type { Instead, ParsedInput } from '../../shared/api.ts'
import { endBy } from '../../shared/cadence.ts'
import { toInstant } from '../../shared/dates.ts'
import { Refusal } from '../../shared/errors.ts'
import { mayRest, type Lead } from '../../shared/lead.ts'
import type { Proposal } from '../../shared/proposal.ts'
import { words } from '../../shared/strings/words.ts'
import { nextTouch, type Touch } from '../../shared/touch.ts'
import type { Reader } from './database/store.ts'
import type { Transaction } from './database/transaction.ts'
import { currentEnrolment, endEnrolment, endWithoutPermission, followingStep, goOn } from './enrolments.ts'
import type { Commands, Context, Queries } from './handlers.ts'
import { contactOf, defined, leadOf, stageOf, templateOf } from './look-up.ts'
import { moveCommands } from './moves.ts'
import { takeNoteDraft } from './note-drafts.ts'
import { proposeByPolicy } from './planning.ts'
import { addTouch, changeTouch, editTouch } from './touch-records.ts'

export const touchQueries: Queries<'proposeNext'> = {
  proposeNext(reader, { leadId, touchId, channel, outcome }, context) {
    return proposalAfter(reader, leadOf(reader, leadId), { id: touchId, channel, outcome }, context)
  },
}

export const touchCommands: Commands<
  'scheduleTouch' | 'editTouch' | 'completeTouch' | 'skipTouch' | 'noteReply' | 'logTouch' | 'cancelTouch' | 'prepareTouch' | 'snoozeTouch'
> = {
  scheduleTouch(transaction, { leadId, ...planned }, context) {
    return addTouch(transaction, leadOf(transaction, leadId).id, planned, context)
  },

  editTouch(transaction, { id, changes }, context) {
    return editTouch(transaction, openTouchOf(transaction, id), defined(changes), context)
  },

  completeTouch(transaction, { id, outcome, notes, brings, valueItemId, ...after }, context) {
    const touch = openTouchOf(transaction, id)
    const ended = endBy(outcome)
    const enrolment = currentEnrolment(transaction, touch.leadId)
    const proposal = after.next === 'proposed' ? proposalAfter(transaction, leadOf(transaction, touch.leadId), { ...touch, outcome }, context) : null
    const done = changeTouch(transaction, touch, { ...defined({ brings, valueItemId }), state: 'done', outcome, notes, completedAt: toInstant(context.now), snoozedUntil: null })
    if (ended !== null && enrolment) endEnrolment(transaction, enrolment, ended, context)
    settle(transaction, touch, after, proposal, context)
    return done
  },

  skipTouch(transaction, { id, ...after }, context) {
    const touch = openTouchOf(transaction, id)
    const proposal = after.next === 'proposed' ? proposalAfter(transaction, leadOf(transaction, touch.leadId), { ...touch, outcome: null }, context) : null
    const skipped = changeTouch(transaction, touch, { state: 'skipped', snoozedUntil: null })
    settle(transaction, touch, after, proposal, context)
    return skipped
  },

  noteReply(transaction, { leadId, channel, notes }, context) {
    const lead = leadOf(transaction, leadId)
    const enrolment = currentEnrolment(transaction, leadId)
    const latest = nextTouch(transaction.where('touches', 'leadId', leadId), context.zone)
    const by = channel ?? latest?.channel ?? contactOf(transaction, lead.contactId).preferredChannel ?? 'email'
    if (enrolment) endEnrolment(transaction, enrolment, 'replied', context)
    const answer = { channel: by, purpose: words.cadences.answerThem, due: wholeDay(context) }
    const isPlanned = transaction.where('touches', 'leadId', leadId).some(({ state, purpose, due }) => state === 'due' && purpose === answer.purpose && due.date === context.today)
    if (!isPlanned) addTouch(transaction, leadId, answer, context)
    const reply = addTouch(transaction, leadId, { channel: by, purpose: words.cadences.theyReplied, due: wholeDay(context) }, context)
    return changeTouch(transaction, reply, { incoming: true, state: 'done', outcome: 'replied', notes, completedAt: toInstant(context.now) })
  },

  logTouch(transaction, { leadId, channel, outcome, notes, message, brings, valueItemId, ...after }, context) {
    const lead = leadOf(transaction, leadId)
    const ended = endBy(outcome)
    const enrolment = currentEnrolment(transaction, leadId)
    const proposal = after.next === 'proposed' ? proposalAfter(transaction, lead, { id: null, channel, outcome }, context) : null
    const templateId = message?.templateId ?? null
    const purpose = templateId === null ? '' : templateOf(transaction, templateId).name
    const given = message && valueItemId === undefined ? takeGiven(transaction, leadId, message.text, context) : valueItemId
    const logged = addTouch(transaction, leadId, { channel, purpose, due: wholeDay(context), brings, valueItemId: given }, context)
    const written = message ? '' : takeNoteDraft(transaction, leadId)
    const done = changeTouch(transaction, logged, { state: 'done', outcome, notes: message?.text ?? (notes || written), templateId, completedAt: toInstant(context.now) })
    if (ended !== null && enrolment) endEnrolment(transaction, enrolment, ended, context)
    settle(transaction, done, after, proposal, context)
    return done
  },

  cancelTouch(transaction, { id }, context) {
    const touch = openTouchOf(transaction, id)
    const enrolment = currentEnrolment(transaction, touch.leadId)
    const cancelled = changeTouch(transaction, touch, { state: 'cancelled', snoozedUntil: null })
    // A cadence without its next touch would stand still for good.
    if (enrolment !== null && touch.enrolmentId === enrolment.id) endEnrolment(transaction, enrolment, 'by-hand', context)
    return cancelled
  },

  prepareTouch(transaction, { id, preparation, templateId }) {
    if (templateId !== null) templateOf(transaction, templateId)
    changeTouch(transaction, openTouchOf(transaction, id), { preparation, templateId })
    return null
  },

  snoozeTouch(transaction, { id, minutes }, context) {
    const touch = openTouchOf(transaction, id)
    return transaction.change('touches', touch.id, { snoozedUntil: toInstant(context.now + minutes * 60_000) })
  },
}

/**
 * The item that the next touch was to bring, where a message names it by title or address: it is theirs with the message,
 * so that touch does not bring it again (practice P7). Undefined where the message names none.
 */
function takeGiven(transaction: Transaction, leadId: string, text: string, { zone }: Context): string | undefined {
  const planned = nextTouch(transaction.where('touches', 'leadId', leadId), zone)
  const item = planned?.valueItemId == null ? undefined : transaction.get('valueItems', planned.valueItemId)
  if (!planned || !item || !(text.includes(item.title) || (item.url !== '' && text.includes(item.url)))) return undefined
  changeTouch(transaction, planned, { valueItemId: null, brings: planned.brings === item.title ? '' : planned.brings })
  return item.id
}

/** What to propose after a touch: the next step of the cadence it belongs to, unless its outcome ends that, else by the policy. */
function proposalAfter(reader: Reader, lead: Lead, done: { id: string | null } & Pick<Touch, 'channel' | 'outcome'>, context: Context): Proposal {
  const touch = done.id === null ? undefined : reader.get('touches', done.id)
  const enrolment = currentEnrolment(reader, lead.id)
  const goesOn = enrolment !== null && touch?.enrolmentId === enrolment.id && endBy(done.outcome) === null
  const following = goesOn ? followingStep(reader, enrolment, context) : null
  if (following === null) return proposeByPolicy(reader, lead, done, context)
  const { planned, step, number, of, cadence } = following
  return { planned, step: { cadence, number, of }, channelReason: 'cadence', answers: null, shifts: step.shifts, conflicts: step.conflicts }
}

/**
 * Sees to what comes after a touch: its cadence goes on, what was planned or proposed is planned, or the lead goes to
 * rest. Refuses to leave an open lead without a next step (practice P2).
 */
function settle(transaction: Transaction, touch: Touch, { next, instead }: Pick<ParsedInput<'completeTouch'>, 'next' | 'instead'>, proposal: Proposal | null, context: Context): void {
  const { leadId } = touch
  if (instead !== null) return rest(transaction, leadId, instead, context)
  const planned = next === 'proposed' ? proposal?.planned : (next ?? undefined)
  const enrolment = currentEnrolment(transaction, leadId)
  const lead = leadOf(transaction, leadId)
  const isAtRest = mayRest(stageOf(transaction, lead.stageId), contactOf(transaction, lead.contactId))
  // What is only proposed is not pressed on a lead that may rest, or that has another next step.
  const isWanted = next !== 'proposed' || (!isAtRest && !hasNext(transaction, leadId))
  if (enrolment !== null && touch.enrolmentId === enrolment.id) goOn(transaction, enrolment.id, context, planned)
  else if (planned && isWanted) addTouch(transaction, leadId, planned, context)
  if (!isAtRest && !hasNext(transaction, leadId)) throw new Refusal('invalid-input', words.errors.nextNeeded, 'next')
}

function hasNext(reader: Reader, leadId: string): boolean {
  return reader.where('touches', 'leadId', leadId).some(({ state }) => state === 'due')
}

/** A lead that gets no next touch goes to a stage at rest, or they declined to be followed up (practices P2, P9). */
function rest(transaction: Transaction, leadId: string, instead: Instead, context: Context): void {
  if (instead.kind === 'move') {
    const { stageId, closing, parkedUntil, value } = instead
    const { kind } = stageOf(transaction, stageId)
    if (kind === 'open') throw new Refusal('invalid-input', words.errors.nextNeeded, 'instead')
    moveCommands.moveLeads(transaction, { ids: [leadId], stageId, before: null, closing, parkedUntil, ...(value === undefined ? {} : { value }) }, context)
    const enrolment = currentEnrolment(transaction, leadId)
    if (enrolment) endEnrolment(transaction, enrolment, kind, context)
    return
  }
  const { contactId } = leadOf(transaction, leadId)
  const { permission } = contactOf(transaction, contactId)
  transaction.change('contacts', contactId, { permission: { ...permission, status: 'declined', on: context.today, words: instead.words || permission.words } })
  endWithoutPermission(transaction, contactId, context)
}

function wholeDay({ today }: Context) {
  return { date: today, time: null, zone: null }
}

/** A touch that is still to be done, or a refusal. */
function openTouchOf(reader: Reader, id: string): Touch {
  const touch = reader.get('touches', id)
  if (!touch) throw new Refusal('not-found', words.errors.touchGone)
  if (touch.state !== 'due' && touch.state !== 'held') throw new Refusal('conflict', words.errors.touchNotDue)
  return touch
}
