import { isDeepStrictEqual } from 'node:util'
import type { ParsedInput } from '../../shared/api.ts'
import { firstName } from '../../shared/contact.ts'
import { dueOrder, localDateAt, toInstant, type LocalDate } from '../../shared/dates.ts'
import { Refusal } from '../../shared/errors.ts'
import { byId, compare } from '../../shared/id.ts'
import type { Lead } from '../../shared/lead.ts'
import { inOrderOfPromises, type PromiseSide } from '../../shared/promise.ts'
import { inOrderOfQuestions } from '../../shared/question.ts'
import { sortNotes, type NoteSlot, type SortedNotes } from '../../shared/recap-notes.ts'
import { blankContent, blankRecap, mostLines, recapState, saidKey, versionContent, type PromiseLine, type Recap, type RecapContent } from '../../shared/recap.ts'
import { words } from '../../shared/strings/words.ts'
import { isUnanswered, touchMinutes, type Touch } from '../../shared/touch.ts'
import type { Reader } from './database/store.ts'
import type { Transaction } from './database/transaction.ts'
import type { Context } from './handlers.ts'
import { contactOf, leadOf } from './look-up.ts'
import { takeDay } from './quick-add/day.ts'
import { isOver, speaking } from './recap-records.ts'

/**
 * Starts the recap of a conversation, or hands back the one that is there: that of the very touch, or the lead's draft.
 * A new one is filled with what is known (practice P8): the notes of the conversation sorted into its slots, the needs
 * that no recap named yet, what is still open between the two, and the next time to speak where one is planned.
 */
export function startRecap(transaction: Transaction, { leadId, touchId, region }: ParsedInput<'startRecap'>, context: Context): { id: string } {
  const lead = leadOf(transaction, leadId)
  if (touchId !== null && transaction.get('touches', touchId)?.leadId !== lead.id) throw new Refusal('not-found', words.errors.touchGone, 'touchId')
  const recaps = transaction.where('recaps', 'leadId', lead.id).toSorted((a, b) => compare(b.updatedAt, a.updatedAt) || byId(a, b))
  const known = (touchId !== null && recaps.find((recap) => recap.touchId === touchId)) || recaps.find((recap) => isDraftOf(recap, touchId))
  if (known && !isBlank(known)) return { id: known.id }
  const touch = touchId === null ? latestConversation(transaction, lead.id, context) : (transaction.get('touches', touchId) ?? null)
  const now = toInstant(context.now)
  const begun = { touchId: touch?.id ?? known?.touchId ?? null, ...filled(transaction, lead, touch, region, context), updatedAt: now }
  if (known) return { id: transaction.change('recaps', known.id, begun).id }
  return { id: transaction.put('recaps', { id: context.newId(), leadId: lead.id, ...blankRecap, ...begun, createdAt: now }).id }
}

/** A draft in which nothing was written is as good as none. */
function isBlank(recap: Recap): boolean {
  return recapState(recap) === 'draft' && isDeepStrictEqual(versionContent(recap), versionContent(blankContent)) && recap.notes === ''
}

/** The calls and meetings with a lead that are still to come, as they come; steps of a cadence were not agreed with them. */
export function meetingsAhead(reader: Reader, leadId: string, context: Context): Touch[] {
  const { zone } = context
  return reader
    .where('touches', 'leadId', leadId)
    .filter(({ state, channel, enrolmentId, due }) => state === 'due' && speaking.has(channel) && enrolmentId === null && !isOver(due, context))
    .toSorted((a, b) => compare(dueOrder(a.due, zone), dueOrder(b.due, zone)) || byId(a, b))
}

/** A draft is of any conversation until it is of one of its own. */
function isDraftOf(recap: Recap, touchId: string | null): boolean {
  return recapState(recap) === 'draft' && (touchId === null || recap.touchId === null)
}

/** The latest conversation that no recap is about, of today or yesterday; an older one is not what is meant. */
function latestConversation(reader: Reader, leadId: string, { now, zone, today }: Context): Touch | null {
  const recapped = new Set(reader.where('recaps', 'leadId', leadId).map((recap) => recap.touchId))
  const talked = reader
    .where('touches', 'leadId', leadId)
    .filter((touch) => touch.state === 'done' && speaking.has(touch.channel) && !isUnanswered(touch.outcome) && !recapped.has(touch.id))
    .toSorted((a, b) => compare(b.completedAt ?? '', a.completedAt ?? ''))
  const [latest] = talked
  if (!latest || latest.completedAt === null) return null
  const dayBefore = localDateAt(now - 86_400_000, zone)
  return ([today, dayBefore] as LocalDate[]).includes(localDateAt(Date.parse(latest.completedAt), zone)) ? latest : null
}

function filled(reader: Reader, lead: Lead, touch: Touch | null, region: string | null, context: Context): RecapContent & Pick<Recap, 'nextTouchId'> {
  const notes = touch === null ? '' : touch.notes || (reader.get('noteDrafts', touch.id)?.notes ?? '')
  const { lines } = sortedNotes(reader, lead, notes, region, context)
  const inSlot = (slot: NoteSlot): PromiseLine[] => lines.filter((line) => line.slot === slot).map(({ what, by }) => ({ what, by }))
  const said = (slot: NoteSlot) => inSlot(slot).map(({ what }) => what)
  const questions = inOrderOfQuestions(reader.where('questions', 'leadId', lead.id)).filter(({ answeredAt }) => answeredAt === null)
  // Somebody agreed to a time; a day alone is what the person plans for themselves.
  const meeting = meetingsAhead(reader, lead.id, context).find(({ id, due }) => id !== touch?.id && due.time !== null)
  return {
    ...blankContent,
    problems: once([...unnamedNeeds(reader, lead), ...said('problems')]),
    solutions: once(said('solutions')),
    mine: promisedOnce([...openLines(reader, lead.id, 'mine'), ...inSlot('mine')]),
    theirs: promisedOnce([...openLines(reader, lead.id, 'theirs'), ...inSlot('theirs')]),
    questions: once([...questions.map(({ text }) => text), ...said('questions')]),
    next: meeting ? { channel: meeting.channel, due: meeting.due, minutes: touchMinutes(meeting) } : null,
    nextTouchId: meeting?.id ?? null,
    notes,
  }
}

/** Notes sorted into the slots of a recap with this lead; the days in them are read as in quick add. */
export function sortedNotes(reader: Reader, lead: Lead, notes: string, region: string | null, { now, zone, settings }: Context): SortedNotes {
  const when = { now, zone, region, dateOrder: settings.dateOrder }
  return sortNotes(notes, firstName(contactOf(reader, lead.contactId)), (text) => takeDay(text, when))
}

/** The needs of a lead that no recap of it named yet. */
function unnamedNeeds(reader: Reader, lead: Lead): string[] {
  const named = new Set(reader.where('recaps', 'leadId', lead.id).flatMap(({ problems }) => problems.map(saidKey)))
  return lead.needs.filter((need) => !named.has(saidKey(need)))
}

/** What one side still has to do; the next recap starts with it. */
function openLines(reader: Reader, leadId: string, side: PromiseSide): PromiseLine[] {
  const open = reader.where('promises', 'leadId', leadId).filter((promise) => promise.side === side && promise.state === 'open')
  return inOrderOfPromises(open).map(({ what, by }) => ({ what, by }))
}

/** The first of those that say the same, as many as a slot takes. */
function once(lines: readonly string[]): string[] {
  return promisedOnce(lines.map((what) => ({ what, by: null }))).map(({ what }) => what)
}

/** The first of those that promise the same, by the day that was told last. */
function promisedOnce(lines: readonly PromiseLine[]): PromiseLine[] {
  const told = new Map<string, PromiseLine>()
  for (const line of lines) {
    const first = told.get(saidKey(line.what))
    told.set(saidKey(line.what), first ? { what: first.what, by: line.by ?? first.by } : line)
  }
  return [...told.values()].slice(0, mostLines)
}
