import { createHash } from 'node:crypto'
import { Refusal } from '../../../shared/errors.ts'
import { mostColumns, mostRows, type ImportChoices, type ImportField, type ImportMapping, type ImportReading } from '../../../shared/import.ts'
import { importWords } from '../../../shared/strings/import-words.ts'
import { csvRows, withoutApostrophe } from './csv.ts'
import type { Decoded } from './decode.ts'
import type { Entry, ReadFile, Reading, Rejected } from './entry.ts'
import { isTelling, meaningsOf, originOf, plain, type Meaning } from './headers.ts'
import { rowReader, type RowRules } from './row.ts'
import { currencyIn, isAmbiguousAmount, isAmbiguousDate, likelyDecimal, sniffDateOrder, sniffDecimal } from './values.ts'

const delimiters = [',', ';', '\t', '|']
/** How far down the header is looked for: LinkedIn puts notes above it, spreadsheets a title. */
const headerWithin = 50
const rowsPerStep = 200
const samplesPerColumn = 3

/** What reading needs to know beside the file: choices made so far, those remembered, and the person's own currency. */
export interface TableRules {
  choices: ImportChoices
  mappings: readonly ImportMapping[]
  currency: string
}

interface Header {
  delimiter: string
  at: number
  cells: string[]
  meanings: Meaning[]
  /** True when the rows come back from having been left out: behind these columns stands why. */
  hasReason: boolean
}

/**
 * Reads a CSV with a header row. A row is taken over whole or told with a reason, never shortened.
 * @throws {Refusal} when the file as a whole cannot be read: no header, an open quotation mark, too many rows or columns
 */
export function* readTable({ text, encoding }: Decoded, rules: TableRules): Reading<ReadFile> {
  const header = findHeader(text)
  const rows = yield* readRows(text, header)
  if (rows.length === 0) throw new Refusal('unreadable-file', importWords.problems.headerOnly)
  const { fields, remembered } = fieldsFor(header, rows, rules)
  const columns = columnsOf(header, fields, rows)
  const read: ReadFile = {
    origin: originOf(header.cells),
    encoding,
    header: header.cells,
    fields,
    columns,
    holdsLeads: fields.some((field) => field === 'leadTitle' || field === 'leadValue' || field === 'leadStage'),
    needsMapping: !fields.some((field) => whoFields.has(field)),
    remembered,
    ...readingOf(fields, rows, rules),
    entries: [],
    rejected: [],
  }
  if (!read.needsMapping) yield* readEntries(header, rows, read, rules)
  return read
}

const whoFields = new Set<ImportField>(['name', 'givenName', 'familyName', 'otherName', 'company', 'email', 'leadTitle'])

/** The header row's signature, by which a mapping is remembered. */
export function signatureOf(header: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(header.map(plain))).digest('hex').slice(0, 32)
}

interface Row {
  row: number
  cells: string[]
}

function* readRows(text: string, header: Header): Reading<Row[]> {
  const rows: Row[] = []
  let row = 0
  let characters = 0
  for (const cells of csvRows(text, header.delimiter)) {
    row += 1
    for (const cell of cells) characters += cell.length + 1
    if (row % rowsPerStep === 0) yield Math.min(1, characters / text.length) / 2
    if (row - 1 <= header.at || cells.every((cell) => cell.trim() === '')) continue
    const told = header.hasReason ? cells.toSpliced(header.cells.length, 1) : cells
    rows.push({ row, cells: told.map(withoutApostrophe) })
    if (rows.length > mostRows) throw new Refusal('too-large', importWords.problems.tooManyRows)
  }
  return rows
}

function* readEntries(header: Header, rows: readonly Row[], read: ReadFile, rules: TableRules): Reading<void> {
  const rowRules: RowRules = {
    origin: read.origin,
    header: header.cells,
    fields: read.fields,
    labels: header.meanings.map((meaning) => meaning.label),
    holdsLeads: read.holdsLeads,
    dates: read.dates?.order ?? 'day-first',
    decimal: read.decimal?.decimal ?? 'point',
    currency: rules.choices.currency ?? rules.currency,
  }
  const readRow = rowReader(rowRules)
  for (const [index, { row, cells }] of rows.entries()) {
    if (index % rowsPerStep === 0) yield 0.5 + index / rows.length / 2
    const entry = readRow(row, cells)
    if ('reason' in entry) read.rejected.push(entry satisfies Rejected)
    else read.entries.push(entry satisfies Entry)
  }
}

type Columns = Omit<Header, 'hasReason'>

/** The header is the row, under whichever delimiter, in which most columns mean something; else the first whole one. */
function findHeader(text: string): Header {
  let best: (Columns & { known: number }) | null = null
  let widest: Columns | null = null
  let tooWide = false
  for (const delimiter of delimiters) {
    for (const [at, cells] of firstRows(text, delimiter).entries()) {
      tooWide ||= cells.length > mostColumns
      if (cells.length > mostColumns) continue
      const meanings = meaningsOf(cells)
      const known = meanings.filter(({ field }) => field !== 'note' && field !== 'skip').length
      if (known > (best?.known ?? 0) && meanings.some(({ field }) => whoFields.has(field))) best = { delimiter, at, cells, meanings, known }
      if (isWhole(cells) && cells.length > (widest?.cells.length ?? 1)) widest = { delimiter, at, cells, meanings }
    }
  }
  const header = best ?? (tooWide ? null : widest)
  if (tooWide && !header) throw new Refusal('too-large', importWords.problems.tooManyColumns)
  if (!header) throw new Refusal('unreadable-file', importWords.problems.noHeader)
  if (header.cells.at(-1)?.trim() !== importWords.reason) return { ...header, hasReason: false }
  return { ...header, cells: header.cells.slice(0, -1), meanings: header.meanings.slice(0, -1), hasReason: true }
}

/** Headers are all there and are no addresses or numbers. */
function isWhole(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() !== '' && !cell.includes('@') && !/^[\d.,\s]+$/.test(cell))
}

function firstRows(text: string, delimiter: string): string[][] {
  const rows: string[][] = []
  try {
    for (const cells of csvRows(text, delimiter)) {
      rows.push(cells)
      if (rows.length === headerWithin) break
    }
  } catch (error) {
    // Under another delimiter the quotation marks may well be in order; under the right one, reading will tell.
    if (!(error instanceof Refusal)) throw error
  }
  return rows
}

/**
 * The columns as they were chosen, now or for such a file before, else as their headers say; but in a column of e-mail
 * addresses there is one at least, or it is about something else, such as their kind.
 */
function fieldsFor(header: Header, rows: readonly Row[], { choices, mappings }: TableRules): { fields: readonly ImportField[]; remembered: boolean } {
  const known = mappings.find(({ headers }) => headers === signatureOf(header.cells))
  const chosen = choices.mapping ?? known?.fields
  if (chosen?.length === header.cells.length) return { fields: chosen, remembered: choices.mapping === null }
  const hasAddress = (column: number) => rows.some(({ cells }) => cells[column]?.includes('@'))
  const isNote = (field: ImportField, column: number) =>
    (field === 'email' && !hasAddress(column)) || (field === 'skip' && isTelling(header.cells[column] ?? '', rows.map(({ cells }) => cells[column] ?? '')))
  return { fields: header.meanings.map(({ field }, column) => (isNote(field, column) ? 'note' : field)), remembered: false }
}

function columnsOf(header: Header, fields: readonly ImportField[], rows: readonly Row[]): ImportReading['columns'] {
  return header.cells.map((name, column) => {
    const samples: string[] = []
    let filled = 0
    for (const { cells } of rows) {
      const cell = (cells[column] ?? '').trim()
      if (cell === '') continue
      filled += 1
      const sample = cell.replace(/\s+/g, ' ').slice(0, 80)
      if (samples.length < samplesPerColumn && !samples.includes(sample)) samples.push(sample)
    }
    return { header: name.trim(), field: fields[column] ?? 'note', samples, filled }
  })
}

const dateFields = new Set<ImportField>(['leadClosedOn', 'leadCreated', 'leadStageSince', 'leadParkedUntil', 'contactCreated', 'permissionOn', 'permissionUntil', 'notBefore'])

/** How dates and amounts in the file are read, and whether it leaves that open. */
function readingOf(fields: readonly ImportField[], rows: readonly Row[], { choices, currency }: TableRules): Pick<ReadFile, 'dates' | 'decimal' | 'currency'> {
  const cellsOf = (wanted: (field: ImportField) => boolean): string[] => {
    const columns = fields.flatMap((field, column) => (wanted(field) ? [column] : []))
    return rows.flatMap(({ cells }) => columns.map((column) => cells[column] ?? '').filter((cell) => cell.trim() !== ''))
  }
  const dates = cellsOf((field) => dateFields.has(field))
  const amounts = cellsOf((field) => field === 'leadValue')
  const ambiguousDate = dates.find(isAmbiguousDate)
  const ambiguousAmount = amounts.find(isAmbiguousAmount)
  const order = sniffDateOrder(dates)
  const decimal = sniffDecimal(amounts)
  const named = fields.includes('leadCurrency') || (amounts.length > 0 && amounts.every((cell) => currencyIn(cell, currency) !== null))
  return {
    dates: dates.length === 0 ? null : { order: choices.dates ?? order ?? 'day-first', asked: order === null && ambiguousDate !== undefined, example: ambiguousDate ?? '' },
    decimal: amounts.length === 0 ? null : { decimal: choices.decimal ?? decimal ?? likelyDecimal(ambiguousAmount ?? ''), asked: decimal === null && ambiguousAmount !== undefined, example: ambiguousAmount ?? '' },
    currency: amounts.length === 0 || named ? null : (choices.currency ?? currency),
  }
}
