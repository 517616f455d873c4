import type { DateOrder, Decimal } from '../../../shared/import.ts'
import type { LocalDate } from '../../../shared/dates.ts'
import { currencySigns, sharedSigns } from '../currency-signs.ts'

/** How a column of amounts writes decimals; null when nothing in it tells, as in 1.000 or 1.500 Tsd. */
export function sniffDecimal(cells: Iterable<string>): Decimal | null {
  for (const cell of cells) {
    const digits = figuresOf(cell)?.digits ?? ''
    const comma = digits.lastIndexOf(',')
    const point = digits.lastIndexOf('.')
    if (comma >= 0 && point >= 0) return comma > point ? 'comma' : 'point'
    const at = Math.max(comma, point)
    if (at < 0) continue
    const mark = comma >= 0 ? 'comma' : 'point'
    const other = mark === 'comma' ? 'point' : 'comma'
    if (digits.indexOf(mark === 'comma' ? ',' : '.') !== at) return other
    if (!isAmbiguous(digits)) return mark
  }
  return null
}

/** True when a cell reads differently with the one decimal mark and the other. */
export function isAmbiguousAmount(cell: string): boolean {
  return isAmbiguous(figuresOf(cell)?.digits ?? '')
}

/** The likelier decimal mark where 1.000 is all there is: a group of three digits is likelier than three decimals. */
export function likelyDecimal(cell: string): Decimal {
  return figuresOf(cell)?.digits.includes('.') === true ? 'comma' : 'point'
}

/** No group of thousands begins with a zero. */
function isAmbiguous(digits: string): boolean {
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)
}

const units: Readonly<Record<string, number>> = { k: 1e3, tsd: 1e3, m: 1e6, mn: 1e6, mio: 1e6 }

/**
 * The amount in a cell and the currency it names, or null when it is no amount. Thousands of millions are none: 1.250m is
 * likelier written with another decimal mark than the column's.
 * @param own the currency that a sign shared by several countries stands for, where it is one of them
 */
export function readAmount(cell: string, decimal: Decimal, own: string): { amount: number; currency: string | null } | null {
  const { minus = '', digits: written = '', unit = '' } = figuresOf(cell) ?? {}
  const group = decimal === 'comma' ? '.' : ','
  const digits = decimal === 'comma' ? written.replaceAll('.', '').replace(',', '.') : written.replaceAll(',', '')
  const times = units[unit] ?? 1
  if (minus !== '' || !/^(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/.test(digits) || (times === 1e6 && written.includes(group))) return null
  return { amount: times === 1 ? Number(digits) : Math.round(Number(digits) * times), currency: currencyIn(cell, own) }
}

/** The parts of what looks like an amount: digits with their marks, a unit such as k, and what makes it a negative one. */
function figuresOf(cell: string): { minus: string; digits: string; unit: string } | null {
  const match = /^([-–−(]?)([\d.,]+?(?:e[+-]?\d+)?)(k|tsd|mn|mio|m)?\.?(\)?)$/i.exec(bare(cell))
  return match && { minus: `${match[1]}${match[4]}`, digits: match[2] ?? '', unit: (match[3] ?? '').toLowerCase() }
}

/** Units are written like this, too. */
const code = /(?<![A-Za-z])(?!TSD|MIO)[A-Z]{3}(?![A-Za-z])/
/** Longer signs first: `R$` is no dollar. */
const sign = new RegExp(
  [...new Set([...Object.keys(currencySigns), ...Object.keys(sharedSigns)])].toSorted((a, b) => b.length - a.length).map((text) => `(?<!\\p{L})${text.replace('$', String.raw`\$`)}(?!\\p{L})`).join('|'),
  'giu',
)

/** The currency that a cell names, or null; null, too, for a sign of several countries of which the own is none. */
export function currencyIn(cell: string, own: string): string | null {
  const named = code.exec(cell)?.[0]
  if (named !== undefined) return named
  const found = signIn(cell)
  if (found === undefined) return null
  return sharedSigns[found]?.includes(own) === true ? own : (currencySigns[found] ?? null)
}

/** True when a cell has a sign of money, as kr, that cannot stand for the own currency, nor for any one alone. */
export function isOfOtherCurrency(cell: string, own: string): boolean {
  return currencyIn(cell, own) === null && signIn(cell) !== undefined
}

function signIn(cell: string): string | undefined {
  return cell.match(sign)?.[0].toLowerCase()
}

/** An amount without its currency, spaces, and the dash that stands for no cents. */
function bare(cell: string): string {
  return cell.replace(code, '').replace(sign, '').replace(/[\s'’_]/g, '').replace(/[.,][-–—]+$/, '')
}

const numeric = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:[ ,T].*)?$/

/** Which comes first in a column of dates; null when nothing in it tells, as in 03/04/2026. */
export function sniffDateOrder(cells: Iterable<string>): DateOrder | null {
  for (const cell of cells) {
    const match = numeric.exec(cell.trim())
    if (!match) continue
    if (match[2] === '.' || Number(match[1]) > 12) return 'day-first'
    if (Number(match[3]) > 12) return 'month-first'
  }
  return null
}

/** True when a cell reads differently with the day first and the month first. */
export function isAmbiguousDate(cell: string): boolean {
  const match = numeric.exec(cell.trim())
  return match !== null && match[2] !== '.' && Number(match[1]) <= 12 && Number(match[3]) <= 12 && match[1] !== match[3]
}

const months = monthNames(['en', 'de', 'es', 'fr'])

/** The calendar date in a cell, its time of day left out; null when it is none. */
export function readDate(cell: string, order: DateOrder): LocalDate | null {
  const text = cell.trim()
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T].*)?$/.exec(text)
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const match = numeric.exec(text)
  if (match) {
    const dayFirst = order === 'day-first' || match[2] === '.'
    return dateOf(fullYear(Number(match[4])), Number(dayFirst ? match[3] : match[1]), Number(dayFirst ? match[1] : match[3]))
  }
  const words = /^(?:(\d{1,2})\.? (?:de )?([\p{L}.]+)|([\p{L}.]+) (\d{1,2}),?) (?:de )?(\d{4})/u.exec(text)
  const month = months.get((words?.[2] ?? words?.[3] ?? '').replace('.', '').toLowerCase())
  return words && month !== undefined ? dateOf(Number(words[5]), month, Number(words[1] ?? words[4])) : null
}

/** The instant in a cell (ISO 8601 with its zone), else noon UTC of the date in it; null when it is neither. */
export function readInstant(cell: string, order: DateOrder): string | null {
  const text = cell.trim()
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(text) && !Number.isNaN(Date.parse(text))) return text
  const date = readDate(text, order)
  return date && `${date}T12:00:00.000Z`
}

function fullYear(year: number): number {
  return year < 100 ? 2000 + year : year
}

function dateOf(year: number, month: number, day: number): LocalDate | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal && year >= 1900 ? date.toISOString().slice(0, 10) : null
}

function monthNames(locales: readonly string[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const locale of locales) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' })
      for (let month = 0; month < 12; month += 1) found.set(format.format(Date.UTC(2026, month, 15)).replace('.', '').toLowerCase(), month + 1)
    }
  }
  return found
}
