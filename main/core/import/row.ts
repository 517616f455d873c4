import { idSchema } from '../../../shared/id.ts'
import type { DateOrder, Decimal, ImportField, ImportOrigin } from '../../../shared/import.ts'
import { importWords } from '../../../shared/strings/import-words.ts'
import { splitList } from './csv.ts'
import { blankFacts, checkedFacts, type ContactFacts, type Entry, type EntryLead, type Rejected } from './entry.ts'
import { labelColumnOf } from './headers.ts'
import { isOfOtherCurrency, readAmount, readDate, readInstant } from './values.ts'

/** How the rows of one table are to be read. */
export interface RowRules {
  origin: ImportOrigin
  header: readonly string[]
  fields: readonly ImportField[]
  /** The label that a column's header gives its values, by column. */
  labels: readonly string[]
  holdsLeads: boolean
  dates: DateOrder
  decimal: Decimal
  /** Of amounts that name none. */
  currency: string
}

/** Thrown within a row to give the reason for which it cannot be taken over. */
class RowRejected extends Error {}

/** Reads the rows of one table, each into an entry or the reason against it. */
export function rowReader(rules: RowRules): (row: number, cells: readonly string[]) => Entry | Rejected {
  const columns = new Map<ImportField, number[]>()
  for (const [column, field] of rules.fields.entries()) columns.set(field, [...(columns.get(field) ?? []), column])
  const labelColumns = rules.header.map((_, column) => labelColumnOf(rules.header, column))
  return (row, cells) => {
    try {
      return new RowReader(rules, columns, labelColumns, row, cells).entry()
    } catch (error) {
      if (error instanceof RowRejected) return { row, cells, reason: error.message }
      throw error
    }
  }
}

class RowReader {
  readonly #rules: RowRules
  readonly #columns: ReadonlyMap<ImportField, number[]>
  readonly #labelColumns: readonly (number | null)[]
  readonly #row: number
  readonly #cells: readonly string[]
  readonly #own: boolean

  constructor(rules: RowRules, columns: ReadonlyMap<ImportField, number[]>, labelColumns: readonly (number | null)[], row: number, cells: readonly string[]) {
    this.#rules = rules
    this.#columns = columns
    this.#labelColumns = labelColumns
    this.#row = row
    this.#cells = cells
    this.#own = rules.origin === 'followthrough'
  }

  entry(): Entry {
    const { reasons } = importWords
    if (this.#cells.slice(this.#rules.header.length).some((cell) => cell.trim() !== '')) throw new RowRejected(reasons.extraCells)
    if (!this.#own && this.#cells.some((cell) => cell.includes('\uFFFD'))) throw new RowRejected(reasons.damagedLetters)
    const said = this.#rules.holdsLeads ? this.#lead() : null
    const lead = said && isSaid(said) ? said : null
    const facts = checkedFacts(this.#facts(lead))
    if (typeof facts === 'string') throw new RowRejected(facts)
    const stranger = facts.emails.find((email) => !this.#own && !/^[^\s@]+@[^\s@]+$/.test(email.address))
    if (stranger) throw new RowRejected(reasons.noEmail(excerpt(stranger.address)))
    return {
      row: this.#row,
      cells: this.#cells,
      facts,
      id: this.#id('contactId'),
      createdAt: this.#instant('contactCreated'),
      referredById: this.#id('referredById'),
      referredBy: this.#line('referredBy'),
      lead,
    }
  }

  #facts(lead: EntryLead | null): ContactFacts {
    const [person, ...others] = this.#named()
    const emails = this.#labelled('email')
    if (person?.address && !emails.some(({ value }) => value.toLowerCase() === person.address.toLowerCase())) emails.push({ label: '', value: person.address })
    const facts = {
      ...blankFacts,
      name: person?.name ?? '',
      company: this.#line('company'),
      role: this.#line('role'),
      emails: emails.map(({ label, value }) => ({ label, address: value })),
      phones: this.#labelled('phone').map(({ label, value }) => ({ label, number: value })),
      links: this.#list('link', /[\s;]+(?=https?:)/),
      tags: this.#list('tags', /[;,|]/).filter((tag) => this.#own || !tag.startsWith('*')),
      zone: this.#line('zone') || null,
      industry: this.#line('industry'),
      howWeMet: this.#line('howWeMet'),
      notes: this.#notes(others.map(({ text }) => text)),
      permission: this.#permission(),
      preferredChannel: (this.#line('preferredChannel') || null) as ContactFacts['preferredChannel'],
      doNotContact: this.#isYes('doNotContact'),
      keepInTouchDays: this.#wholeNumber('keepInTouchDays', 1, 3660),
    }
    // A deal that names nobody stands under its own title.
    const isNobody = facts.name === '' && facts.company === '' && facts.emails.length === 0
    return isNobody && lead ? { ...facts, name: lead.title } : facts
  }

  #lead(): EntryLead {
    const status = this.#line('leadStatus')
    const stage = this.#line('leadStage')
    return {
      id: this.#id('leadId'),
      title: this.#limited('leadTitle', 200),
      value: this.#money(),
      source: this.#limited('leadSource', 120),
      inbound: this.#isYes('leadInbound'),
      stage: isEnd(status) ? status : stage || status,
      needs: this.#list('leadNeeds', /\n/),
      links: this.#own ? pairs(this.#list('leadLinks', /\n/)).map(([label, url]) => ({ label, url })) : [],
      createdAt: this.#instant('leadCreated'),
      stageSince: this.#instant('leadStageSince'),
      closedOn: this.#date('leadClosedOn'),
      closedReason: this.#limited('leadClosedReason', 500),
      parkedUntil: this.#date('leadParkedUntil'),
      minimumGap: this.#wholeNumber('leadMinimumGap', 0, 366),
      silenceLimit: this.#wholeNumber('leadSilenceLimit', 1, 100),
    }
  }

  /** The raw cells of a field that hold something, by column. */
  #filled(field: ImportField): { column: number; text: string }[] {
    return (this.#columns.get(field) ?? []).map((column) => ({ column, text: this.#cells[column] ?? '' })).filter(({ text }) => text.trim() !== '')
  }

  #line(field: ImportField): string {
    return (this.#filled(field)[0]?.text ?? '').replace(/\s+/g, ' ').trim()
  }

  #limited(field: 'leadTitle' | 'leadSource' | 'leadClosedReason', most: number): string {
    const line = this.#line(field)
    if (line.length > most) throw new RowRejected(importWords.reasons.tooLong(importWords.fields[field], most))
    return line
  }

  #name(): string {
    const parts = (['prefix', 'givenName', 'middleName', 'familyName', 'suffix'] as const).map((field) => this.#line(field))
    // A form of address alone, or a suffix, is no name.
    const said = parts.slice(1, 4).some((part) => part !== '') ? parts.filter((part) => part !== '').join(' ') : ''
    return this.#line('name') || said || this.#line('otherName')
  }

  /**
   * Who the row names: HubSpot puts everybody of a deal into one cell, some with their addresses, as in
   * `Ada Ek (ada@ek.example);Bo Ek`. The first is the deal's person. Elsewhere `Ek; Ada` may well be one name.
   */
  #named(): { text: string; name: string; address: string }[] {
    const all = this.#name()
    const listsPeople = (this.#rules.holdsLeads && this.#rules.origin.startsWith('hubspot')) || all.includes('@')
    if (this.#own || !listsPeople) return [{ text: all, name: all, address: '' }]
    return all.split(/\s*;\s*/).filter((text) => text !== '').map((text) => {
      const [, name = text, address = ''] = /^(.+?)\s*[(<]([^\s@()<>]+@[^\s@()<>]+)[)>]$/.exec(text) ?? []
      return { text, name, address }
    })
  }

  /** Columns that mean nothing else are kept in the notes, each with its header. */
  #notes(otherPeople: readonly string[]): string {
    const notes = this.#filled('notes').map(({ text }) => (this.#own ? text : text.trim()))
    const others = this.#filled('note').map(({ column, text }) => `${(this.#rules.header[column] ?? '').trim() || importWords.fields.note}: ${text.trim()}`)
    return [...notes, ...others, ...otherPeople.map((text) => `${importWords.fields.name}: ${text}`)].join('\n')
  }

  #permission(): ContactFacts['permission'] {
    const status = this.#line('permission') as ContactFacts['permission']['status']
    if (status === ('' as string)) return blankFacts.permission
    const channels = this.#list('permissionChannels', /;/) as ContactFacts['permission']['channels']
    return { status, on: this.#date('permissionOn'), words: this.#line('permissionWords'), channels, until: this.#date('permissionUntil'), notBefore: this.#date('notBefore') }
  }

  #labelled(field: 'email' | 'phone'): { label: string; value: string }[] {
    const all = this.#filled(field).flatMap(({ column, text }) => {
      const beside = this.#labelColumns[column]
      const labels = typeof beside === 'number' ? this.#split(this.#cells[beside] ?? '') : [this.#rules.labels[column] ?? '']
      const values = this.#split(text, field === 'email' ? /[;,\s]+(?=\S+@)/ : /;|,\s+(?=[+(\d])/)
      return values.map((value, index) => ({ label: this.#label(labels[index] ?? labels[0] ?? ''), value }))
    })
    if (this.#own) return all
    const seen = new Set<string>()
    return all.filter(({ value }) => !seen.has(value.toLowerCase()) && seen.add(value.toLowerCase()))
  }

  /** Google marks the address to write to by an asterisk. */
  #label(text: string): string {
    return this.#own ? text : text.replace(/^\*\s*/, '')
  }

  /** The values in one cell; Google joins several of them by ` ::: `, others by what `separator` says. */
  #split(text: string, separator?: RegExp): string[] {
    if (this.#own) return [text.trim()]
    const values = text.split(/\s*:::\s*/).flatMap((part) => (separator ? part.split(separator) : [part]))
    return values.map((value) => value.replace(/\s+/g, ' ').trim()).filter((value) => value !== '')
  }

  #list(field: ImportField, separator: RegExp): string[] {
    if (this.#own) return this.#filled(field).flatMap(({ text }) => splitList(text))
    return [...new Set(this.#filled(field).flatMap(({ text }) => this.#split(text, separator)))]
  }

  #money(): EntryLead['value'] {
    const text = this.#line('leadValue')
    if (text === '') return null
    const said = this.#line('leadCurrency').toUpperCase()
    const chosen = said || this.#rules.currency
    const read = readAmount(text, this.#own ? 'point' : this.#rules.decimal, chosen)
    const currency = (said || read?.currency) ?? chosen
    if (!read || read.amount > 1e12 || !/^[A-Z]{3}$/.test(currency)) throw new RowRejected(importWords.reasons.noAmount(excerpt(text)))
    if (isOfOtherCurrency(text, chosen)) throw new RowRejected(importWords.reasons.otherCurrency(excerpt(text), chosen))
    // Programs that know no empty amount write 0.
    return read.amount === 0 && !this.#own ? null : { amount: read.amount, currency }
  }

  #date(field: 'leadClosedOn' | 'leadParkedUntil' | 'permissionOn' | 'permissionUntil' | 'notBefore'): string | null {
    const text = this.#line(field)
    const date = readDate(text, this.#rules.dates)
    if (text !== '' && date === null) throw new RowRejected(importWords.reasons.noDate(excerpt(text)))
    return date
  }

  #isYes(field: 'leadInbound' | 'doNotContact'): boolean {
    return /^(yes|true|1)$/i.test(this.#line(field))
  }

  #wholeNumber(field: 'keepInTouchDays' | 'leadMinimumGap' | 'leadSilenceLimit', least: number, most: number): number | null {
    const text = this.#line(field)
    if (text === '') return null
    const number = Number(text)
    if (!Number.isInteger(number) || number < least || number > most) throw new RowRejected(importWords.reasons.notUnderstood(importWords.fields[field]))
    return number
  }

  #instant(field: ImportField): string | null {
    const text = this.#line(field)
    const instant = readInstant(text, this.#rules.dates)
    if (text !== '' && instant === null) throw new RowRejected(importWords.reasons.noDate(excerpt(text)))
    return instant
  }

  #id(field: 'contactId' | 'leadId' | 'referredById'): string | null {
    const text = this.#line(field)
    return this.#own && idSchema.safeParse(text).success ? text : null
  }
}

/** Whether anything is said of a lead: a list of people may have columns for deals that few of them have. */
function isSaid({ id, title, value, stage, needs }: EntryLead): boolean {
  return id !== null || title !== '' || value !== null || stage !== '' || needs.length > 0
}

function pairs(list: readonly string[]): [string, string][] {
  return Array.from({ length: Math.floor(list.length / 2) }, (_, index) => [list[2 * index] ?? '', list[2 * index + 1] ?? ''])
}

/** Whether a deal's status says that it ended, in the languages that Pipedrive and HubSpot write. */
function isEnd(status: string): boolean {
  return /^(won|lost|gewonnen|verloren|ganado|perdido|gagne|gagné|perdu)$/i.test(status)
}

function excerpt(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
