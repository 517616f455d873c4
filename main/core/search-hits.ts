import type { SearchResult as Match } from 'minisearch'
import { contactName, type Contact } from '../../shared/contact.ts'
import { fold, foldedWords } from '../../shared/fold.ts'
import { compare, type Id } from '../../shared/id.ts'
import type { Lead } from '../../shared/lead.ts'
import type { CompanyHit, LeadHit, NoteHit, PersonHit, SearchResult } from '../../shared/search.ts'
import type { Reader } from './database/store.ts'
import { titleOf, writtenOf, type Entry, type Owner } from './search-entries.ts'

/* What of a person that the index found is a hit, and how a hit looks. */

/** Of so many at most, the best, it is looked at what they are found by; nobody reads further. */
const mostMatches = 400
/** And of so many at most what was written is gone through. */
const mostRead = 150
/** A lead that is won, lost or parked comes after one that is open. */
const closedWeight = 0.5

const aboutThem = ['name', 'company', 'facts'] as const

export type Hits = Omit<SearchResult, 'complete'>

/**
 * The hits among the matches, at most `limit` of each kind: people by what is known of them, companies by their name,
 * leads by what is known of the person and what they are about, and notes by what was written, where the words that are
 * not in it name the person or the lead.
 */
export function hitsOf(reader: Reader, words: readonly string[], matches: readonly Match[], limit: number): Hits {
  const people: PersonHit[] = []
  const companies = new Map<string, CompanyHit>()
  const leads: { contact: Contact; lead: Lead; found: string[]; score: number }[] = []
  const notes: NoteHit[] = []
  let read = 0
  for (const match of matches.slice(0, mostMatches)) {
    const contact = reader.get('contacts', match.id as Id)
    if (!contact) continue
    const own = foundIn(match, aboutThem)
    const missing = unanswered(words, words, own)
    if (missing.length === 0 && people.length < limit) people.push(personHit(reader, contact, own))
    const where = foundIn(match, ['company'])
    // Of whom only the company is known is a hit by that name already.
    if (contact.name !== '' && !companies.has(companyKey(contact)) && companies.size < limit && unanswered(words, words, where).length === 0) {
      companies.set(companyKey(contact), { company: contact.company, contacts: 0, found: where })
    }
    const titles = foundIn(match, ['title'])
    for (const { lead, found } of leadsAbout(reader, contact, words, missing, titles)) {
      leads.push({ contact, lead, found: [...own, ...found], score: match.score * weightOf(reader, lead) })
    }
    const written = foundIn(match, ['notes'])
    const untold = unanswered(words, missing, titles)
    const wanted = untold.length > 0 ? untold : words
    if (notes.length >= limit || read >= mostRead || written.length === 0 || unanswered(words, wanted, written).length > 0) continue
    read += 1
    notes.push(...notesWith(reader, contact, words, wanted, written))
  }
  const best = leads.toSorted((a, b) => b.score - a.score).slice(0, limit)
  return { people, companies: counted(reader, companies), leads: best.map(({ contact, lead, found }) => leadHit(reader, contact, lead, found)), notes: notes.slice(0, limit) }
}

/** The companies, with how many contacts there are in each. */
function counted(reader: Reader, companies: ReadonlyMap<string, CompanyHit>): CompanyHit[] {
  if (companies.size > 0) {
    for (const contact of reader.all('contacts')) {
      const company = companies.get(companyKey(contact))
      if (company) company.contacts += 1
    }
  }
  return [...companies.values()]
}

function companyKey({ company }: Contact): string {
  return company.toLowerCase()
}

/** The words of these fields for which a match was found. */
function foundIn({ match }: Match, fields: readonly (keyof Entry)[]): string[] {
  return Object.keys(match).filter((word) => match[word]?.some((field) => fields.includes(field as keyof Entry)))
}

/** Those of the `wanted` words that none of the found ones stands for; `typed` are all that are searched for. */
function unanswered(typed: readonly string[], wanted: readonly string[], found: readonly string[]): string[] {
  // A found word that begins like none of the typed ones was forgiven a letter: it may stand for any.
  const isForgiven = (word: string) => !typed.some((other) => word.startsWith(other))
  return wanted.filter((word) => !found.some((other) => other.startsWith(word) || isForgiven(other)))
}

/** The leads with a contact that are about every `missing` word. */
function leadsAbout(reader: Reader, contact: Contact, words: readonly string[], missing: readonly string[], titles: readonly string[]): { lead: Lead; found: string[] }[] {
  if (unanswered(words, missing, titles).length > 0) return []
  const about = reader.where('leads', 'contactId', contact.id).map((lead) => ({ lead, found: titles.length > 0 ? foundAmong(titles, [titleOf(lead)]) : [] }))
  return about.filter(({ found }) => unanswered(words, missing, found).length === 0)
}

/** A hit for each of a contact and their leads about whom all of the wanted words were written. */
function notesWith(reader: Reader, contact: Contact, words: readonly string[], wanted: readonly string[], written: readonly string[]): NoteHit[] {
  const owners: Owner[] = [null, ...reader.where('leads', 'contactId', contact.id)]
  return owners.flatMap((owner) => {
    const texts = [...writtenOf(reader, contact, owner)]
    const found = foundAmong(written, texts)
    return unanswered(words, wanted, found).length > 0 ? [] : [noteHit(reader, contact, owner, texts, found)]
  })
}

function foundAmong(found: readonly string[], texts: readonly string[]): string[] {
  const there = new Set(texts.flatMap(foldedWords))
  return found.filter((word) => there.has(word))
}

function weightOf(reader: Reader, { stageId }: Lead): number {
  return reader.get('stages', stageId)?.kind === 'open' ? 1 : closedWeight
}

export function personHit(reader: Reader, contact: Contact, found: string[]): PersonHit {
  return { contactId: contact.id, name: contactName(contact), company: contact.company, role: contact.role, leadIds: leadIdsOf(reader, contact.id), found }
}

function leadHit(reader: Reader, contact: Contact, lead: Lead, found: string[]): LeadHit {
  const stage = reader.get('stages', lead.stageId)?.name ?? ''
  return { contactId: contact.id, name: contactName(contact), company: contact.company, leadId: lead.id, title: lead.title, stage, found }
}

function noteHit(reader: Reader, contact: Contact, owner: Owner, texts: readonly string[], found: string[]): NoteHit {
  const leadId = owner?.id ?? leadIdsOf(reader, contact.id)[0] ?? null
  return { contactId: contact.id, name: contactName(contact), company: contact.company, leadId, excerpt: excerptOf(texts, found), found }
}

function leadIdsOf(reader: Reader, contactId: Id): Id[] {
  return reader
    .where('leads', 'contactId', contactId)
    .toSorted((a, b) => compare(b.createdAt, a.createdAt))
    .map(({ id }) => id)
}

const before = 32
const longest = 140

/** The text in which most of the words stand, cut around the first of them. */
function excerptOf(texts: readonly string[], found: readonly string[]): string {
  let best = { count: -1, text: '', at: 0 }
  for (const text of texts) {
    const line = text.replace(/\s+/g, ' ')
    const folded = fold(line)
    const places = found.map((word) => folded.indexOf(word)).filter((place) => place >= 0)
    // Folding may change the length by a letter or two, which moves the cut and nothing else.
    if (places.length > best.count) best = { count: places.length, text: line, at: Math.min(line.length, ...places) }
    if (best.count === found.length) break
  }
  const space = best.at > before ? best.text.indexOf(' ', best.at - before) : -1
  const start = space >= 0 && space < best.at ? space + 1 : best.at > before ? best.at - before : 0
  const cut = best.text.slice(start, start + longest)
  return `${start > 0 ? '…' : ''}${cut}${start + longest < best.text.length ? '…' : ''}`
}
