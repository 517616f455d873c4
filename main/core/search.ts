import { setImmediate } from 'node:timers/promises'
import MiniSearch, { type Query, type SearchOptions as SearchOptionsOfIndex, type SearchResult as Match } from 'minisearch'
import { fold, foldedWords, mayBeMistyped } from '../../shared/fold.ts'
import type { Id } from '../../shared/id.ts'
import type { SearchResult } from '../../shared/search.ts'
import type { Database } from './database/database.ts'
import type { JournalEntry } from './database/journal.ts'
import type { Reader } from './database/store.ts'
import type { Log } from './host.ts'
import { contactIdsOf, entryOf, type Entry } from './search-entries.ts'
import { hitsOf, personHit, type Hits } from './search-hits.ts'

/** How long, in milliseconds, the index may be worked on before other calls have their turn. */
const slice = 12
/** How much a word says by where it stands: whose it is before what it is about before what was written. */
const boost = { name: 8, company: 5, title: 3, facts: 2, notes: 1 }
/** Where words of at most so many letters are looked for; longer ones, and others beside them, anywhere. */
const fields = [[], ['name', 'company'], ['name', 'company', 'title', 'facts']]
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
  /** The people whom the index does not have yet as they are now. */
  #pending = new Set<Id>()
  #working = false

  constructor(options: SearchOptions) {
    this.#options = options
  }

  /** Takes a transaction into account. */
  noteChange(entry: JournalEntry, reader: Reader): void {
    if (!this.#index) return
    for (const change of entry.changes) for (const id of contactIdsOf(reader, change)) this.#pending.add(id)
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
      return { ...find(index, reader, text, limit), complete: this.#pending.size === 0 }
    })
    if (!result.complete) this.#goOn()
    return result
  }

  #open(reader: Reader): MiniSearch<Entry> {
    if (this.#index) return this.#index
    this.#pending = new Set([...reader.all('contacts')].map(({ id }) => id))
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
    for (const id of this.#pending) {
      this.#pending.delete(id)
      if (index.has(id)) index.discard(id)
      const entry = entryOf(reader, id)
      if (entry) index.add(entry)
      if (performance.now() > end) return
    }
  }

  /** Goes on in the background until nothing is pending, one slice in each turn. */
  #goOn(): void {
    if (this.#working) return
    this.#working = true
    void this.#work()
      .catch((error: unknown) => {
        // Closing the data meanwhile is no trouble.
        if (this.#options.database.status === 'open') this.#options.log.error('the search index could not be made', error)
      })
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
}

/** One letter more, less or other in a word of four; two in a long one. */
function forgiven(term: string): number | false {
  return mayBeMistyped(term) ? (term.length < 9 ? 1 : 2) : false
}

/** What a word may have been before two neighbouring letters of it were swapped; to the index those are two wrong letters. */
function unswapped(word: string): string[] {
  if (forgiven(word) !== 1) return []
  return Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2))
}

function find(index: MiniSearch<Entry>, reader: Reader, text: string, limit: number): Hits {
  const words = isPhoneNumber(text) ? [] : tellingWords(text)
  const { people, ...rest } = hitsOf(reader, words, matches(index, words), limit)
  const called = byPhone(reader, text, limit)
  const others = people.filter(({ contactId }) => !called.some((person) => person.contactId === contactId))
  return { people: [...called, ...others].slice(0, limit), ...rest }
}

/** A single letter is the beginning of a name; beside other words it tells nothing, and all has each letter somewhere. */
function tellingWords(text: string): string[] {
  const typed = foldedWords(text)
  const telling = typed.filter((word) => word.length > 1)
  return telling.length > 0 ? telling : typed.slice(0, 1)
}

/** The people with every word somewhere, the best first. Letters are forgiven only where nobody has them as they are. */
function matches(index: MiniSearch<Entry>, words: readonly string[]): Match[] {
  if (words.length === 0) return []
  const restricted = fields[Math.max(...words.map((word) => word.length))]
  const options: SearchOptionsOfIndex = restricted ? { fields: restricted } : {}
  // Only the last word is still being typed.
  const exact = index.search(words.join(' '), { ...options, prefix: (_, place, all) => place === all.length - 1 })
  if (exact.length > 0) return exact
  const queries = words.map((word): Query => ({ combineWith: 'OR', queries: [word, { queries: unswapped(word), fuzzy: false }] }))
  return index.search({ combineWith: 'AND', queries }, { ...options, prefix: true, fuzzy: forgiven })
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
