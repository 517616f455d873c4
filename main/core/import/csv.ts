import { Refusal } from '../../../shared/errors.ts'
import { importWords } from '../../../shared/strings/import-words.ts'

/**
 * The rows of a CSV (RFC 4180; any line ends, also mixed), one by one, so that a large file can be read with pauses.
 * Cells keep every character, line ends within quotes included, so that what was exported comes back as it was.
 * @throws {Refusal} naming the row, when a quotation mark is not closed or text follows it: rows may be swallowed then
 */
export function* csvRows(text: string, delimiter: string): Generator<string[], void> {
  const end = new RegExp(`[${delimiter}\\r\\n]`, 'g')
  let at = 0
  let row = 0
  while (at < text.length) {
    row += 1
    const cells: string[] = []
    for (;;) {
      const cell = text[at] === '"' ? quotedCell(text, at, row, delimiter) : plainCell(text, at, end)
      cells.push(cell.value)
      at = cell.end
      if (text[at] !== delimiter) break
      at += 1
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    yield cells
  }
}

interface Cell {
  value: string
  /** Where the delimiter, line end or end of the text behind it stands. */
  end: number
}

function plainCell(text: string, at: number, delimiterOrLineEnd: RegExp): Cell {
  delimiterOrLineEnd.lastIndex = at
  const end = delimiterOrLineEnd.exec(text)?.index ?? text.length
  return { value: text.slice(at, end), end }
}

function quotedCell(text: string, at: number, row: number, delimiter: string): Cell {
  let close = text.indexOf('"', at + 1)
  let doubled = false
  while (close >= 0 && text[close + 1] === '"') {
    doubled = true
    close = text.indexOf('"', close + 2)
  }
  let end = close + 1
  while (text[end] === ' ') end += 1
  const next = text[end]
  if (close < 0 || (next !== undefined && next !== delimiter && next !== '\r' && next !== '\n')) {
    throw new Refusal('unreadable-file', importWords.problems.quotes(row))
  }
  const value = text.slice(at + 1, close)
  return { value: doubled ? value.replaceAll('""', '"') : value, end }
}

/** A cell that a spreadsheet would take for a formula, or that stands for one by its apostrophes. */
export const formula = /^'*[=+\-@\t\r]/

/** Undoes what keeps a cell from being taken for a formula: one apostrophe before it (OWASP, "CSV Injection"). */
export function withoutApostrophe(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell
}

/** Several values in one cell: a backslash makes the character behind it an ordinary one. */
export function joinList(values: readonly string[]): string {
  return values.map((value) => value.replace(/[\\;]/g, String.raw`\$&`)).join('; ')
}

/** The values that {@link joinList} joined. */
export function splitList(cell: string): string[] {
  if (cell.trim() === '') return []
  const values = ['']
  for (let at = 0; at < cell.length; at += 1) {
    if (cell[at] === ';') {
      values.push('')
      continue
    }
    if (cell[at] === '\\') at += 1
    values[values.length - 1] += cell[at] ?? ''
  }
  return values.map((value) => value.trim())
}
