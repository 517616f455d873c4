import { generateNKeysBetween } from 'fractional-indexing'
import { unknownContact, type Contact } from '../../shared/contact.ts'
import { addDays, instantOf, localDateAt, timeOfDayAt, toInstant, weekday, type Due, type Instant, type LocalDate, type Zone } from '../../shared/dates.ts'
import { blankLead, type Lead } from '../../shared/lead.ts'
import type { Promised, PromiseSide } from '../../shared/promise.ts'
import type { Question } from '../../shared/question.ts'
import { blankRecap, versionContent, type Recap, type RecapVersion } from '../../shared/recap.ts'
import type { SampleDue, SampleLead, SamplePerson, SamplePromise, SampleRecap, SampleValue } from '../../shared/sample.ts'
import { remindedFrom } from '../../shared/reminder-times.ts'
import { defaultSettings } from '../../shared/settings.ts'
import { enSample } from '../../shared/strings/en-sample.ts'
import { blankTouch, type Touch } from '../../shared/touch.ts'
import type { ValueItem } from '../../shared/value.ts'
import { addWorkingDays, plainWorkDays } from '../../shared/work-days.ts'

export interface SampleData {
  contacts: Contact[]
  leads: Lead[]
  touches: Touch[]
  recaps: Recap[]
  recapVersions: RecapVersion[]
  promises: Promised[]
  questions: Question[]
  valueItems: ValueItem[]
}

/** Every id of the sample data begins so, which is how it is told from the person's own. */
export const samplePrefix = 'sample-'

interface Moment {
  now: number
  zone: Zone
}

const minute = 60_000
const dayInMinutes = 24 * 60

/**
 * A made-up but lively selling week around `now` (milliseconds) for a person in `zone`: every default stage, things
 * overdue, for today, for later and forgotten. The same moment and zone give the same records. Reminders that would
 * have come before `now` count as given, so that adding the data does not ring.
 */
export function sampleData(now: number, zone: Zone): SampleData {
  const at = { now, zone }
  const data: SampleData = { contacts: [], leads: [], touches: [], recaps: [], recapVersions: [], promises: [], questions: [], valueItems: enSample.values.map((item) => valueItemOf(item, at)) }
  for (const person of enSample.people) {
    data.contacts.push(contactOf(person, at))
    for (const [index, lead] of person.leads.entries()) {
      const key = index === 0 ? person.key : `${person.key}-${index + 1}`
      data.leads.push(leadOf(lead, key, person, at))
      data.touches.push(...touchesOf(lead, key, at))
    }
  }
  for (const sample of enSample.recaps) {
    const recap = recapOf(sample, data.touches, at)
    const { recapVersions, promises, questions } = sentOf(recap, sample, at)
    data.recaps.push(recap)
    data.recapVersions.push(...recapVersions)
    data.promises.push(...promises)
    data.questions.push(...questions)
  }
  return { ...data, leads: ranked(data.leads) }
}

function contactOf(person: SamplePerson, at: Moment): Contact {
  return {
    ...unknownContact,
    id: `${samplePrefix}contact-${person.key}`,
    name: person.name,
    company: person.company,
    role: person.role,
    emails: [{ label: '', address: person.email }],
    phones: [{ label: '', number: person.phone }],
    tags: person.tags,
    notes: person.notes,
    createdAt: ago(Math.max(...person.leads.map((lead) => lead.age)), at),
  }
}

function leadOf(lead: SampleLead, key: string, person: SamplePerson, at: Moment): Lead {
  return {
    ...blankLead,
    id: leadId(key),
    contactId: `${samplePrefix}contact-${person.key}`,
    title: lead.title,
    value: { amount: lead.value, currency: 'EUR' },
    source: lead.source,
    inbound: lead.inbound,
    stageId: lead.stage,
    rank: '',
    stageSince: ago(Math.min(lead.days * dayInMinutes, lead.age), at),
    createdAt: ago(lead.age, at),
  }
}

/** Each stage in the order of the cast. */
function ranked(leads: readonly Lead[]): Lead[] {
  const ranks = new Map([...Map.groupBy(leads, (lead) => lead.stageId)].map(([stage, column]) => [stage, generateNKeysBetween(null, null, column.length)]))
  return leads.map((lead) => ({ ...lead, rank: ranks.get(lead.stageId)!.shift()! }))
}

function touchesOf(lead: SampleLead, key: string, at: Moment): Touch[] {
  const blank = { ...blankTouch, leadId: leadId(key) }
  const done = lead.done.map(({ channel, purpose, daysAgo, time, outcome, notes, gives }, index): Touch => {
    const date = addDays(localDateAt(at.now, at.zone), -daysAgo)
    const completed = daysAgo === 0 ? ago(60, at) : toInstant(instantOf(date, time, at.zone))
    const due: Due = { date, time: null, zone: null }
    return { ...blank, ...brings(gives), id: touchId(key, index + 1), channel, purpose, due, state: 'done', outcome, notes, completedAt: completed, createdAt: ago(lead.age, at) }
  })
  if (!lead.next) return done
  const { channel, purpose, due, gives } = lead.next
  const next: Touch = { ...blank, ...brings(gives), id: touchId(key, 'next'), channel, purpose, due: dueOf(due, at), state: 'due', plannedAt: toInstant(at.now), createdAt: done.at(-1)?.completedAt ?? ago(lead.age, at) }
  const { startOfDay, reminders: choices } = defaultSettings
  return [...done, { ...next, remindedFor: remindedFrom(next, { zone: at.zone, startOfDay, work: plainWorkDays, choices }) }]
}

/** What a touch brings of the library, by the key of the item. */
function brings(key: string | undefined): Pick<Touch, 'valueItemId' | 'brings'> | undefined {
  const item = enSample.values.find((value) => value.key === key)
  return item && { valueItemId: valueItemId(item.key), brings: item.title }
}

function valueItemOf({ key, stages, publishedDaysAgo, bestBeforeDays, age, ...facts }: SampleValue, at: Moment): ValueItem {
  const today = localDateAt(at.now, at.zone)
  return {
    id: valueItemId(key),
    ...facts,
    stageIds: stages,
    publishedOn: publishedDaysAgo === null ? null : addDays(today, -publishedDaysAgo),
    bestBefore: bestBeforeDays === null ? null : addDays(today, bestBeforeDays),
    archivedAt: null,
    createdAt: ago(age * dayInMinutes, at),
  }
}

function recapOf(recap: SampleRecap, touches: readonly Touch[], at: Moment): Recap {
  const { channel, days, time, zone, minutes } = recap.next
  const due = { date: workingDay(days, at), time, zone: zone ?? at.zone }
  const planned = touches.find(({ id }) => id === touchId(recap.key, 'next'))
  const line = (promise: SamplePromise) => ({ what: promise.what, by: dayOf(promise, at) })
  const left = recap.sent === null ? null : ago(recap.sent, at)
  return {
    ...blankRecap,
    id: recapId(recap.key),
    leadId: leadId(recap.key),
    touchId: touchId(recap.key, recap.touch),
    subject: recap.subject,
    problems: recap.problems,
    solutions: recap.solutions,
    mine: recap.mine.map(line),
    theirs: recap.theirs.map(line),
    questions: recap.questions,
    next: { channel, due, minutes },
    nextTouchId: planned && planned.due.date === due.date && planned.due.time === due.time ? planned.id : null,
    tone: recap.tone,
    createdAt: ago(recap.begun, at),
    updatedAt: left ?? ago(recap.begun - 5, at),
    copiedAt: left,
    sentAt: left,
  }
}

/** What became of a recap that was sent: what it said then, and what it promised and asked. */
function sentOf(recap: Recap, { key, mine, theirs }: SampleRecap, at: Moment): Pick<SampleData, 'recapVersions' | 'promises' | 'questions'> {
  if (recap.sentAt === null) return { recapVersions: [], promises: [], questions: [] }
  const of = { leadId: recap.leadId, recapId: recap.id }
  const promise = (side: PromiseSide) => (said: SamplePromise, index: number): Promised => {
    const kept = 'keptDaysAgo' in said
    const state = kept ? ({ state: 'kept', settledAt: toInstant(instantOf(dayOf(said, at), '15:00', at.zone)) } as const) : ({ state: 'open', settledAt: null } as const)
    return { id: `${samplePrefix}promise-${key}-${side}-${index + 1}`, ...of, side, what: said.what, by: dayOf(said, at), ...state, moves: 0, dismissedAt: null, createdAt: recap.sentAt! }
  }
  return {
    recapVersions: [{ id: `${samplePrefix}version-${key}`, ...of, how: 'sent', content: versionContent(recap), at: recap.sentAt }],
    promises: [...mine.map(promise('mine')), ...theirs.map(promise('theirs'))],
    questions: recap.questions.map((text, index) => ({ id: `${samplePrefix}question-${key}-${index + 1}`, leadId: recap.leadId, text, answer: '', askedAt: recap.createdAt, answeredAt: null })),
  }
}

function dayOf(promise: SamplePromise, at: Moment): LocalDate {
  return 'days' in promise ? workingDay(promise.days, at) : addDays(localDateAt(at.now, at.zone), -promise.keptDaysAgo)
}

function dueOf(due: SampleDue, at: Moment): Due {
  if ('days' in due) return { date: workingDay(due.days, at), time: due.time, zone: due.time === null ? null : (due.zone ?? at.zone) }
  // To the half hour, as people plan.
  const halfHour = Math.round((at.now / minute + due.minutes) / 30) * 30 * minute
  return { date: localDateAt(halfHour, at.zone), time: timeOfDayAt(halfHour, at.zone), zone: at.zone }
}

/** Working days from today, but tomorrow is tomorrow even on a Friday: the board has a name for it. */
function workingDay(days: number, at: Moment): LocalDate {
  const today = localDateAt(at.now, at.zone)
  if (days > 1) return addWorkingDays(today, days)
  const date = addDays(today, days)
  const intoWeekend = Math.max(0, weekday(date) - 5)
  return days < 0 ? addDays(date, -intoWeekend) : date
}

function ago(minutes: number, at: Moment): Instant {
  return toInstant(at.now - minutes * minute)
}

function leadId(key: string): string {
  return `${samplePrefix}lead-${key}`
}

function valueItemId(key: string): string {
  return `${samplePrefix}value-${key}`
}

function touchId(key: string, part: number | 'next'): string {
  return `${samplePrefix}touch-${key}-${part}`
}

function recapId(key: string): string {
  return `${samplePrefix}recap-${key}`
}
