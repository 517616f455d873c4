import Papa from 'papaparse'
import type { z } from 'zod'
import { contactFactsSchema } from '../../../shared/api.ts'
import { Refusal } from '../../../shared/errors.ts'
import { words } from '../../../shared/strings/words.ts'
import { readHeader, type Columns, type LabelledColumn, type Origin } from './columns.ts'

/** What a file of contacts can tell of a person. */
export const factsSchema = contactFactsSchema.pick({ name: true, company: true, role: true, emails: true, phones: true, links: true, tags: true, notes: true })

export type ContactFacts = z.output<typeof factsSchema>

/** The people that a file names. Rows count as a spreadsheet counts them: from 1, the header's own row included. */
export interface ReadContacts {
  origin: Origin
  people: { row: number; facts: ContactFacts }[]
  /** Rows that cannot be taken over as they are, each with the reason in a person's words. */
  rejected: { row: number; reason: string }[]
}

type Row = readonly string[]

const largestFile = 32 * 1024 * 1024
/** How far down the header is looked for: LinkedIn puts notes above it, spreadsheets a title. */
const headerWithin = 50
const delimiters = [',', ';', '\t']

/**
 * Reads a CSV of contacts: Google Contacts' export (current and old columns), LinkedIn's Connections.csv, or any table
 * with a header row of usual names; separated by commas, semicolons or tabs (RFC 4180 quoting, any line ends).
 * A row is taken over whole or told with a reason, never shortened.
 * @throws {Refusal} when the file as a whole is empty, too large, unreadable, or has no header
 */
export function readContacts(text: string): ReadContacts {
  if (Buffer.byteLength(text) > largestFile) throw new Refusal('too-large', words.errors.fileTooLarge)
  if (text.includes('\0')) throw new Refusal('unreadable-file', words.errors.fileUnreadable)
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  if (lines.trim() === '') throw new Refusal('unreadable-file', words.errors.fileEmpty)
  const { delimiter, headerAt, columns } = findHeader(lines)
  const rows = parseRows(lines, delimiter)
  const result: ReadContacts = { origin: columns.origin, people: [], rejected: [] }
  for (const [index, row] of rows.entries()) {
    if (index <= headerAt || row.every((cell) => cell.trim() === '')) continue
    const facts = readRow(row, columns)
    if (typeof facts === 'string') result.rejected.push({ row: index + 1, reason: facts })
    else result.people.push({ row: index + 1, facts })
  }
  if (result.people.length === 0 && result.rejected.length === 0) throw new Refusal('unreadable-file', words.errors.fileEmpty)
  return result
}

/** The header is the row, under whichever delimiter, in which most columns mean something; of equal ones, the first. */
function findHeader(lines: string): { delimiter: string; headerAt: number; columns: Columns } {
  let best: { delimiter: string; headerAt: number; columns: Columns; known: number } | null = null
  for (const delimiter of delimiters) {
    const rows = Papa.parse<string[]>(lines, { delimiter, newline: '\n', preview: headerWithin }).data
    for (const [headerAt, row] of rows.entries()) {
      const header = readHeader(row)
      if (header && header.known > (best?.known ?? 0)) best = { delimiter, headerAt, ...header }
    }
  }
  if (!best) throw new Refusal('unreadable-file', words.errors.fileNoHeader)
  return best
}

/** A stray quotation mark may have swallowed rows whole, so nothing in such a file can be relied on. */
function parseRows(lines: string, delimiter: string): Row[] {
  const { data, errors } = Papa.parse<string[]>(lines, { delimiter, newline: '\n' })
  const stray = errors.find((error) => error.type === 'Quotes')
  if (stray) throw new Refusal('unreadable-file', words.errors.fileQuotes((stray.row ?? 0) + 1))
  return data
}

/** The facts of one row, or the reason for which it names nobody that could be taken over. */
function readRow(row: Row, columns: Columns): ContactFacts | string {
  const reasons = words.importReasons
  if (row.slice(columns.width).some((cell) => cell.trim() !== '')) return reasons.extraCells
  if (row.some((cell) => cell.includes('\uFFFD'))) return reasons.damagedLetters
  const facts = {
    name: nameIn(row, columns),
    company: cellAt(row, columns.company),
    role: cellAt(row, columns.role),
    emails: labelledIn(row, columns.emails).map(({ label, value }) => ({ label, address: value })),
    phones: labelledIn(row, columns.phones).map(({ label, value }) => ({ label, number: value })),
    links: distinct(columns.links.flatMap((column) => valuesAt(row, column))),
    tags: tagsIn(row, columns),
    notes: columns.notes === null ? '' : (row[columns.notes] ?? '').trim(),
  }
  if (facts.name === '' && facts.company === '' && facts.emails.length === 0) return words.errors.rowNobody
  const stranger = facts.emails.find((email) => !/^[^\s@]+@[^\s@]+$/.test(email.address))
  if (stranger) return reasons.noEmail(excerpt(stranger.address))
  const parsed = factsSchema.safeParse(facts)
  return parsed.success ? parsed.data : reasonOf(parsed.error)
}

function nameIn(row: Row, columns: Columns): string {
  const said = columns.nameParts.map((column) => cellAt(row, column)).filter((part) => part !== '')
  const others = columns.otherNames.map((column) => cellAt(row, column))
  return [cellAt(row, columns.fullName), said.join(' '), ...others].find((name) => name !== '') ?? ''
}

/** Google's own groups (`* myContacts`, `* starred`) are told by their asterisk and say nothing about the person. */
function tagsIn(row: Row, columns: Columns): string[] {
  const cells = columns.tags.flatMap((column) => valuesAt(row, column))
  const tags = columns.origin === 'other' ? cells.flatMap((cell) => cell.split(/[;,|]/)) : cells
  return distinct(tags.map((tag) => tag.trim()).filter((tag) => tag !== '' && !tag.startsWith('*')))
}

function labelledIn(row: Row, columns: readonly LabelledColumn[]): { label: string; value: string }[] {
  const found = new Map<string, { label: string; value: string }>()
  for (const { value, label } of columns) {
    const labels = typeof label === 'string' ? [label] : valuesAt(row, label)
    for (const [index, text] of valuesAt(row, value).entries()) {
      const own = (labels[index] ?? labels[0] ?? '').replace(/^\*\s*/, '')
      if (!found.has(text.toLowerCase())) found.set(text.toLowerCase(), { label: own, value: text })
    }
  }
  return [...found.values()]
}

/** The values in one cell; Google joins several of them by ` ::: `. */
function valuesAt(row: Row, column: number): string[] {
  return cellAt(row, column)
    .split(/ ?::: ?/)
    .filter((value) => value !== '')
}

function cellAt(row: Row, column: number | null): string {
  return column === null ? '' : (row[column] ?? '').replace(/\s+/g, ' ').trim()
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)]
}

function reasonOf(error: z.ZodError): string {
  const issue = error.issues[0]
  const field = words.importReasons.fields[String(issue?.path[0]) as keyof ContactFacts]
  if (issue?.code !== 'too_big') return words.importReasons.notUnderstood(field)
  const most = Number(issue.maximum)
  return issue.origin === 'array' ? words.importReasons.tooMany(field, most) : words.importReasons.tooLong(field, most)
}

function excerpt(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
