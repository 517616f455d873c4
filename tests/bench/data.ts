import { randomUUID } from 'node:crypto'
import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { generateNKeysBetween } from 'fractional-indexing'
import { currentVersion } from '../../main/core/database/migrations.ts'
import { encodeSnapshot, type Snapshot } from '../../main/core/database/snapshot.ts'
import { unknownContact, type Contact } from '../../shared/contact.ts'
import { addDays, dueInstant, localDateAt, toInstant } from '../../shared/dates.ts'
import { blankLead, type Lead } from '../../shared/lead.ts'
import { defaultSettings } from '../../shared/settings.ts'
import { defaultStages, type Stage } from '../../shared/stage.ts'
import { words } from '../../shared/strings/words.ts'
import { channelSchema } from '../../shared/channel.ts'
import { reminderKey } from '../../shared/reminder-times.ts'
import { blankTouch, outcomeSchema, type Touch } from '../../shared/touch.ts'

/*
 * A large database for the bench: the same one for the same moment and size, made by a seeded generator. The zone is
 * UTC throughout.
 */

export interface BenchData {
  stages: Stage[]
  contacts: Contact[]
  leads: Lead[]
  touches: Touch[]
  recaps: never[]
}

const minute = 60_000
const touchesPerLead = 10
/** How the leads are spread over the default stages, in percent. */
const spread = { new: 24, contacted: 20, meeting: 12, proposal: 8, negotiation: 5, won: 14, lost: 12, parked: 5 }
const givenNames = ['Ines', 'Marek', 'Aisha', 'Tom', 'Yuki', 'Lena', 'Sam', 'Priya', 'Chloé', 'Dan', 'Olga', 'Kofi', 'Sofia', 'Matteo', 'Noor', 'Grace']
const familyNames = ['Duarte', 'Novák', 'Bello', 'Ferris', 'Tanaka', 'Graf', 'Okafor', 'Nair', 'Martin', 'Whitfield', 'Petrova', 'Mensah', 'Lindqvist', 'Rossi']
const trades = ['Ceramics', 'Freight', 'Joinery', 'Optics', 'Architekten', 'Solar', 'Textiles', 'Dairy', 'Pumps', 'Cocoa', 'Cantine', 'Interiors']
const purposes = ['First call', 'Send the case study', 'Ask about the budget', 'Share the infographic', 'Confirm the meeting', 'Go through the proposal']
const remarks = ['Asked to call back after the holidays.', 'Wants a quote for two sites, delivered before spring.', 'Left a message with the office; they return calls in the morning.', '']

/** Leads with ten touches each, as they may have come about by `now` (milliseconds). */
export function benchData(count: number, now: number): BenchData {
  const random = generator(count)
  const data: BenchData = { stages: stages(), contacts: [], leads: [], touches: [], recaps: [] }
  const shares = Object.entries(spread).flatMap(([stage, percent]) => Array.from({ length: percent }, () => stage))
  const ranks = new Map(defaultStages.map(({ id }) => [id as string, generateNKeysBetween(null, null, Math.ceil(count * 0.25))]))
  for (let index = 0; index < count; index += 1) {
    const contact = contactNumber(index, random, now)
    const stageId = shares[Math.floor(((index * 37) % 100))]!
    const lead = leadNumber(index, contact.id, stageId, ranks.get(stageId)!.shift()!, random, now)
    data.contacts.push(contact)
    data.leads.push(lead)
    for (let touch = 0; touch < touchesPerLead; touch += 1) data.touches.push(touchNumber(index, touch, lead, random, now))
  }
  return data
}

/** Writes the database into a data folder, as the core itself would have, and returns its snapshot's size in bytes. */
export async function writeDataFolder(folder: string, data: BenchData, now: number): Promise<number> {
  await mkdir(folder, { recursive: true })
  const tables = { ...data } as unknown as Snapshot['tables']
  const counts = Object.fromEntries(Object.entries(tables).map(([name, records]) => [name, records.length]))
  const snapshot: Snapshot = { format: 'followthrough', version: currentVersion, sequence: 1, savedAt: toInstant(now), device: randomUUID(), counts, tables }
  const file = await open(join(folder, 'followthrough.json'), 'w')
  let bytes = 0
  for await (const chunk of encodeSnapshot(snapshot)) bytes += (await file.write(chunk)).bytesWritten
  await file.sync()
  await file.close()
  return bytes
}

/** Numbers in [0, 1), the same ones for the same seed (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function stages(): Stage[] {
  const ranks = generateNKeysBetween(null, null, defaultStages.length)
  return defaultStages.map((stage, index) => ({ ...stage, name: words.stages[stage.id], rank: ranks[index]! }))
}

function contactNumber(index: number, random: () => number, now: number): Contact {
  const name = `${pick(givenNames, random)} ${pick(familyNames, random)}`
  const company = `${pick(familyNames, random)} ${pick(trades, random)}`
  const mail = `${name.split(' ')[0]!.toLowerCase()}.${index}@${company.replaceAll(' ', '-').toLowerCase()}.example`
  return {
    ...unknownContact,
    id: uuid(1, index),
    name,
    company,
    role: pick(['Owner', 'Head of purchasing', 'Office manager', 'Managing director'], random),
    emails: [{ label: 'Work', address: mail }],
    phones: [{ label: 'Mobile', number: `+1 555 ${String(index).padStart(7, '0')}` }],
    links: [`https://www.linkedin.com/in/example-${index}`],
    tags: [pick(['trade show', 'referral', 'web form', 'newsletter'], random)],
    notes: pick(remarks, random),
    createdAt: toInstant(now - 400 * 1440 * minute),
  }
}

function leadNumber(index: number, contactId: string, stageId: string, rank: string, random: () => number, now: number): Lead {
  return {
    ...blankLead,
    id: uuid(2, index),
    contactId,
    title: `${pick(trades, random)}, order ${index}`,
    value: { amount: Math.round(random() * 500) * 100, currency: 'EUR' },
    source: pick(['trade show', 'referral', 'web form', 'cold list'], random),
    inbound: random() < 0.3,
    stageId,
    rank,
    stageSince: toInstant(now - Math.round(random() * 40 * 1440) * minute),
    createdAt: toInstant(now - 300 * 1440 * minute),
  }
}

/** All but the last touch of a lead are done; of the last ones, one in five is overdue and one in ten cancelled. */
function touchNumber(index: number, number: number, lead: Lead, random: () => number, now: number): Touch {
  const isLast = number === touchesPerLead - 1
  const daysAgo = isLast ? -Math.floor(random() * 50 - 10) : (touchesPerLead - number) * 12 + Math.floor(random() * 10)
  const time = `${String(8 + Math.floor(random() * 9)).padStart(2, '0')}:${pick(['00', '15', '30', '45'], random)}`
  const completed = toInstant(now - daysAgo * 1440 * minute)
  const touch: Touch = {
    ...blankTouch,
    id: uuid(3, index * touchesPerLead + number),
    leadId: lead.id,
    channel: pick(channelSchema.options, random),
    purpose: pick(purposes, random),
    due: { date: addDays(localDateAt(now, 'UTC'), -daysAgo), time, zone: 'UTC' },
    state: !isLast ? 'done' : random() < 0.1 ? 'cancelled' : 'due',
    outcome: isLast ? null : pick(outcomeSchema.options, random),
    notes: isLast ? '' : pick(remarks, random),
    completedAt: isLast ? null : completed,
    createdAt: toInstant(now - 200 * 1440 * minute),
  }
  const isPast = touch.state === 'due' && dueInstant(touch.due, defaultSettings.startOfDay, 'UTC') <= now
  return isPast ? { ...touch, remindedFor: reminderKey(touch) } : touch
}

function pick<T>(values: readonly T[], random: () => number): T {
  return values[Math.floor(random() * values.length)]!
}

/** An id of the length that real ones have. */
function uuid(table: number, index: number): string {
  return `01980000-000${table}-7000-8000-${String(index).padStart(12, '0')}`
}
