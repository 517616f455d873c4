import { setImmediate } from 'node:timers/promises'
import MiniSearch, { type SearchOptions as SearchOptionsOfIndex, type SearchResult as Match } from 'minisearch'
import { fold, foldedWords } from '../../shared/fold.ts'
import type { SearchResult } from '../../shared/search.ts'
import type { StageKind } from '../../shared/stage.ts'
import type { Database } from './database/database.ts'
import type { JournalEntry } from './database/journal.ts'
import type { Reader } from './database/store.ts'
import type { Log } from './host.ts'
import { entryOf, keysOfChange, leadHit, leadKeys, noteHit, ownersOf, personHit, personKeys, type Entry, type EntryKey } from './search-entries.ts'

/** How long, in milliseconds, the index may be worked on before other calls have their turn. */
const slice = 12
/** How much a word says by where it stands: whose it is before what it is about before what was written. */
const boost = { name: 8, company: 5, title: 3, facts: 2, notes: 1 }
/** A lead that is won, lost or parked comes after one that is open. */
const closedWeight = 0.5
/** Digits that are enough to look for a telephone number. */
const fewestDigits = 4

export interface SearchOptions {
  database: Database
  log: Log
}

/**
 * The search over people, leads and everything written. Its index is made when a search is first asked for, so that
 * nobody pays for it who does not search, and in slices, so that no call waits for it; until it is whole, a search
 * answers from what is there and says so. From then on it follows each transaction.
 */
export class Search {
  readonly #options: SearchOptions
  #index: MiniSearch<Entry> | null = null
  /** What the index does not have yet as it is now, in the order in which it is taken in. */
  #pending = new Set<EntryKey>()
  #working = false

  constructor(options: SearchOptions) {
    this.#options = options
  }

  /** Takes a transaction into account. */
  noteChange(entry: JournalEntry, reader: Reader): void {
    if (!this.#index) return
    for (const { table, id, before } of entry.changes) {
      for (const key of keysOfChange(reader, table, id)) this.#pending.add(key)
      // What is gone can no longer tell whose it was.
      const leadId = before?.['leadId']
      if (typeof leadId === 'string') this.#pending.add(`n:l:${leadId}`)
    }
  }

  /** Forgets everything: the data was replaced. */
  reset(): void {
    this.#index = null
    this.#pending.clear()
  }

  /** What there is to `text`, at most `limit` of each kind; an empty text finds nothing and readies the index. */
  async search(text: string, limit: number): Promise<SearchResult> {
    const result = await this.#options.database.read((reader) => {
      const index = this.#open(reader)
      this.#takeIn(index, reader)
      return { ...this.#find(index, reader, text, limit), complete: this.#pending.size === 0 }
    })
    if (!result.complete) this.#goOn()
    return result
  }

  #open(reader: Reader): MiniSearch<Entry> {
    if (this.#index) return this.#index
    const keys = [...reader.all('contacts')].map(({ id }) => personKeys(id)).concat([...reader.all('leads')].map(({ id }) => leadKeys(id)))
    // Names first, so that they are found while what was written is still being gone through.
    this.#pending = new Set([...keys.map(([key = '']) => key), ...keys.map(([, key = '']) => key)])
    this.#index = new MiniSearch<Entry>({
      fields: Object.keys(boost),
      tokenize: foldedWords,
      // The words come folded already.
      processTerm: (term) => term,
      searchOptions: { boost, combineWith: 'AND', tokenize: foldedWords },
    })
    return this.#index
  }

  /** Takes in what is pending, for as long as a slice lasts. */
  #takeIn(index: MiniSearch<Entry>, reader: Reader): void {
    const end = performance.now() + slice
    for (const key of this.#pending) {
      this.#pending.delete(key)
      if (index.has(key)) index.discard(key)
      const entry = entryOf(reader, key)
      if (entry) index.add(entry)
      if (performance.now() > end) return
    }
  }

  /** Goes on in the background until nothing is pending, one slice in each turn. */
  #goOn(): void {
    if (this.#working) return
    this.#working = true
    void this.#work()
      .catch((error: unknown) => this.#options.log.error('the search index could not be made', error))
      .finally(() => {
        this.#working = false
      })
  }

  async #work(): Promise<void> {
    const { database } = this.#options
    while (this.#index && this.#pending.size > 0 && database.status === 'open') {
      await setImmediate()
      await database.read((reader) => {
        if (this.#index) this.#takeIn(this.#index, reader)
      })
    }
  }

  #find(index: MiniSearch<Entry>, reader: Reader, text: string, limit: number): Omit<SearchResult, 'complete'> {
    const result: Omit<SearchResult, 'complete'> = { people: byPhone(reader, text, limit), leads: [], notes: [] }
    for (const match of matches(index, reader, text)) {
      const key = match.id as EntryKey
      const { contact, lead } = ownersOf(reader, key)
      if (!contact) continue
      if (key.startsWith('n:')) {
        if (result.notes.length < limit) result.notes.push(noteHit(reader, contact, lead, match.terms))
      } else if (lead) {
        if (result.leads.length < limit) result.leads.push(leadHit(reader, contact, lead, match.terms))
      } else if (result.people.length < limit && !result.people.some((person) => person.contactId === contact.id)) {
        result.people.push(personHit(reader, contact, match.terms))
      }
      if (result.people.length >= limit && result.leads.length >= limit && result.notes.length >= limit) break
    }
    return result
  }
}

/** One letter more, less or other in a word of four; two in a long one. */
function forgiven(term: string): number | false {
  return term.length < 4 || /\d/.test(term) ? false : term.length < 9 ? 1 : 2
}

function matches(index: MiniSearch<Entry>, reader: Reader, text: string): Match[] {
  const typed = isPhoneNumber(text) ? [] : foldedWords(text)
  // A single letter is the beginning of a name; beside other words it tells nothing, and all has each letter somewhere.
  const telling = typed.filter((word) => word.length > 1)
  const words = telling.length > 0 ? telling : typed.slice(0, 1)
  if (words.length === 0) return []
  const kinds = new Map<string, StageKind>()
  for (const stage of reader.all('stages')) kinds.set(stage.id, stage.kind)
  const options: SearchOptionsOfIndex = {
    ...(telling.length === 0 ? { fields: ['name', 'company'] } : words.some((word) => word.length < 3) && { fields: ['name', 'company', 'title', 'facts'] }),
    // Only the last word is still being typed.
    prefix: (_, place, all) => place === all.length - 1,
    boostDocument(key: EntryKey) {
      if (!key.startsWith('l:')) return 1
      const lead = reader.get('leads', key.slice(2))
      return lead && kinds.get(lead.stageId) === 'open' ? 1 : closedWeight
    },
  }
  const exact = index.search(words.join(' '), options)
  return exact.length > 0 ? exact : index.search(words.join(' '), { ...options, prefix: true, fuzzy: forgiven })
}

/** True for what can only be a telephone number. */
function isPhoneNumber(text: string): boolean {
  return /^\s*[+(0][\d\s()./-]+$|^\s*\d+[\s()/-]+\d[\d\s()./-]*$/.test(text)
}

/** The people with these digits in a telephone number, however it is written. */
function byPhone(reader: Reader, text: string, limit: number): SearchResult['people'] {
  if (!/^[\d\s+()./-]+$/.test(text)) return []
  const digits = text.replace(/\D/g, '')
  const wanted = digits.replace(/^0+/, '')
  if (wanted.length < fewestDigits) return []
  const people: SearchResult['people'] = []
  for (const contact of reader.all('contacts')) {
    if (!contact.phones.some(({ number }) => number.replace(/\D/g, '').includes(wanted))) continue
    people.push(personHit(reader, contact, [fold(digits)]))
    if (people.length === limit) break
  }
  return people
}
