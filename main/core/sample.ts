import { generateNKeysBetween } from 'fractional-indexing'
import { unknownContact, type Contact } from '../../shared/contact.ts'
import { addDays, instantOf, localDateAt, timeOfDayAt, toInstant, weekday, type Due, type Instant, type LocalDate, type Zone } from '../../shared/dates.ts'
import { blankLead, type Lead } from '../../shared/lead.ts'
import { blankRecap, type Recap } from '../../shared/recap.ts'
import type { SampleDue, SampleLead, SamplePerson, SampleRecap, SampleValue } from '../../shared/sample.ts'
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
  const data: SampleData = { contacts: [], leads: [], touches: [], recaps: [], valueItems: enSample.values.map((item) => valueItemOf(item, at)) }
  for (const person of enSample.people) {
    data.contacts.push(contactOf(person, at))
    for (const [index, lead] of person.leads.entries()) {
      const key = index === 0 ? person.key : `${person.key}-${index + 1}`
      data.leads.push(leadOf(lead, key, person, at))
      data.touches.push(...touchesOf(lead, key, at))
    }
  }
  data.recaps = enSample.recaps.map((recap) => recapOf(recap, at))
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

function recapOf(recap: SampleRecap, at: Moment): Recap {
  const { channel, days, time, zone, minutes } = recap.next
  const promise = (line: { what: string; days: number }) => ({ what: line.what, by: workingDay(line.days, at) })
  return {
    ...blankRecap,
    id: `${samplePrefix}recap-${recap.key}`,
    leadId: leadId(recap.key),
    touchId: null,
    subject: recap.subject,
    problems: recap.problems,
    solutions: recap.solutions,
    mine: recap.mine.map(promise),
    theirs: recap.theirs.map(promise),
    next: { channel, due: { date: workingDay(days, at), time, zone: zone ?? at.zone }, minutes },
    tone: recap.tone,
    createdAt: ago(recap.begun, at),
    updatedAt: ago(recap.copied ?? recap.begun - 5, at),
    copiedAt: recap.copied === null ? null : ago(recap.copied, at),
  }
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
