import { findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js'
import { parseAmount } from '../../../shared/format.ts'
import { moneySchema, type Money } from '../../../shared/money.ts'
import { currencySigns, sharedSigns } from '../currency-signs.ts'
import type { Line } from './line.ts'

/* The parts of a quick-add line that have a shape of their own: addresses, links, tags, amounts, telephone numbers. */

const most = 50
const email = /(?<![\p{L}\p{N}._%+'-])(?:mailto:)?<?([\p{L}\p{N}_%+'-][\p{L}\p{N}._%+'-]{0,63}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24})>?/giu
const emailLabel = /(?:e-?mail|mail|mailto)\s*:?\s*$/i
const phoneLabel = /(?:tele?(?:phone|fon)?|phone|mobile|mobil|cell|ph|fon|handy|work|office|büro|direct|durchwahl|home|whatsapp)\s*[.:]*\s*$/i
const link = /(?<![\p{L}\p{N}@.])(?:https?:\/\/|www\.|(?:[a-z]{2,3}\.)?linkedin\.com\/)[^\s\p{Cc},;<>]+/giu
const tag = /(?<![\p{L}\p{N}#&/])#(?=[\p{N}_-]{0,58}\p{L})([\p{L}\p{M}\p{N}_-]{1,60})/gu

/** Takes the e-mail addresses, in lower or upper case as they were typed. */
export function takeEmails(line: Line): string[] {
  return takeAll(line, 'email', email, (match) => match[1] ?? '', emailLabel)
}

/** Takes the addresses of pages. */
export function takeLinks(line: Line): string[] {
  return takeAll(line, 'link', link, (match) => match[0].replace(/[.)\]!?'"]+$/, ''))
}

/** Takes the words behind a `#`; one that is there twice is kept once. */
export function takeTags(line: Line): string[] {
  return [...new Set(takeAll(line, 'tag', tag, (match) => match[1] ?? ''))]
}

function takeAll(line: Line, part: 'email' | 'link' | 'tag', pattern: RegExp, wordsOf: (match: RegExpMatchArray) => string, label?: RegExp): string[] {
  const found: string[] = []
  for (const match of [...line.rest.matchAll(pattern)].slice(0, most)) {
    const words = wordsOf(match)
    // An address that ends a sentence leaves the full stop behind.
    const end = match.index + (part === 'link' ? words.length : match[0].length)
    if (part === 'email' && words.length > 254) continue
    if (part === 'link' && words.length > 2000) continue
    line.take(part, label ? labelledFrom(line, match.index, label) : match.index, end)
    found.push(words)
  }
  return found
}

/** Where a piece begins with the word before it that only says what it is, as in "e-mail: jane@acme.com". */
function labelledFrom(line: Line, start: number, label: RegExp): number {
  const before = line.rest.slice(Math.max(0, start - 24), start)
  const match = label.exec(before)
  if (!match) return start
  const at = start - (before.length - match.index)
  return /[\p{L}\p{N}]/u.test(line.rest[at - 1] ?? '') ? start : at
}

const names: Record<string, string> = { euro: 'EUR', euros: 'EUR', dollar: 'USD', dollars: 'USD', bucks: 'USD', pound: 'GBP', pounds: 'GBP', quid: 'GBP', francs: 'CHF', rupees: 'INR', yen: 'JPY' }
/** Codes that are no words, so that they count in small letters too. */
const codes = new Set('eur usd gbp chf aud nzd sek nok dkk pln czk jpy inr brl zar sgd mxn hkd cny huf'.split(' '))
const known = new Set(Intl.supportedValuesOf('currency'))

const number = String.raw`\d{1,3}(?:[ \u00a0\u202f'’.,]\d{2,3})*[ \u00a0\u202f'’.,]\d{3}(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2}(?!\d))?`
const factors: Readonly<Record<string, number>> = { k: 1e3, tsd: 1e3, thousand: 1e3, lakh: 1e5, lakhs: 1e5, m: 1e6, mn: 1e6, mio: 1e6, million: 1e6, crore: 1e7, crores: 1e7, bn: 1e9, billion: 1e9 }
const factor = String.raw`(?:${Object.keys(factors).toSorted((a, b) => b.length - a.length).join('|')})(?![\p{L}\p{N}])`
const times = String.raw`(?:\s?${factor})?`
const sign = String.raw`(?:us|au|ca|nz|hk|a|c|s|r)?\$|[€£¥₹₽₺₩₴₪]|zł|kč`
const word = String.raw`kr|\p{L}{3,7}`
/** No part of a range, a percentage, or an amount of which the factor was left behind. */
const noRange = String.raw`(?!\s?[-–]\s?\d)(?![\p{N}%])(?!\s?${factor})`
const apart = String.raw`(?<![\p{L}\p{N}.,+#/:])(?<!\d\s?[km]?\s?[-–]\s?)`
const valueLabel = /(?:worth|value|budget|price|deal(?: size)?)(?: is| of)?\s*:?\s*$/i
const amounts = [
  new RegExp(String.raw`${apart}(?<currency>${sign}|[A-Z]{3}|eur|usd|gbp|chf)\s?(?<amount>(?:${number})${times})(?:[.,][-–]+)?(?:[ ]?(?<unit>${word})(?!\p{L}))?${noRange}`, 'giu'),
  new RegExp(String.raw`${apart}(?<amount>(?:${number})${times})(?:[.,][-–]+)?\s?(?<currency>${sign}|${word})(?!\p{L})${noRange}`, 'giu'),
  new RegExp(String.raw`${apart}(?<amount>(?:${number})\s?k)(?![\p{L}\p{N}])${noRange}`, 'giu'),
  new RegExp(String.raw`(?<=(?<!\p{L})(?:worth|value|budget|price|deal size)(?: is| of)?:?\s{1,3})(?<amount>(?:${number})${times})${noRange}(?!\s?\p{L})`, 'giu'),
]

/** Takes the first amount of money; one without a currency is in `currency`. */
export function takeValue(line: Line, currency: string): Money | null {
  for (const pattern of amounts) {
    for (const match of line.rest.matchAll(pattern)) {
      const { amount = '', currency: written, unit } = match.groups ?? {}
      const code = written === undefined ? currency : currencyOf(written, currency)
      const value = code === null ? null : amountOf(amount, code)
      if (value === null) continue
      // "$1,200 USD" says its currency twice; another word after it is no part of the amount.
      const says = unit === undefined ? null : currencyOf(unit, currency)
      const end = match.index + (says === null && unit !== undefined ? match[0].lastIndexOf(unit) : match[0].length)
      line.take('value', labelledFrom(line, match.index, valueLabel), end)
      return says === null ? value : { ...value, currency: says }
    }
  }
  return null
}

/** `own` is the currency that a sign shared by many countries stands for, where it is one of them. */
function currencyOf(written: string, own: string): string | null {
  const small = written.toLowerCase()
  if (sharedSigns[small]?.includes(own) === true) return own
  const code = written.toUpperCase()
  if (currencySigns[small] !== undefined) return currencySigns[small]
  if (names[small] !== undefined) return names[small]
  return known.has(code) && (codes.has(small) || written === code) ? code : null
}

function amountOf(text: string, currency: string): Money | null {
  const [, digits = '', unit = ''] = /^(.*?)\s?(\p{L}*)$/u.exec(text) ?? []
  const factorOf = factors[unit.toLowerCase()]
  // Three digits before a factor are decimals: "1.250 million".
  const base = parseAmount(factorOf === undefined ? digits : `${digits}k`)
  const amount = base === null ? null : Math.round(base * ((factorOf ?? 1000) / 1000) * 100) / 100
  const money = amount === null ? null : moneySchema.safeParse({ amount, currency })
  return money?.success === true ? money.data : null
}

const dateLike = /^\(?(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})$/
/** "1.12.2026 - 5.12.2026", "3.-5.12.2026". */
const dayRange = /^\D?\d{1,2}\.(?:\d{1,2}\.(?:\d{4})?)?\s?[-–]\s?\d{1,2}\.\d{1,2}(?!\d)/
const abroad = /(?<![\p{L}\p{N}+])(?:\+|00)[\d(][\d\s()./-]{5,22}\d(?!\d)/gu
const local = /(?<![\p{L}\p{N}.,:/+-])\(?\d[\d\s()./-]{5,18}\d(?![\p{L}\d]|[.,:]\d)/gu

/** Takes the telephone numbers that begin with the code of a country, as they were typed. */
export function takePhonesAbroad(line: Line): string[] {
  return [...takeParsed(line, undefined), ...takeShaped(line, abroad)]
}

/** Takes the telephone numbers as people write them at home; dates and amounts have been taken before. */
export function takePhonesAtHome(line: Line, region: string | null): string[] {
  return [...takeParsed(line, region ?? undefined), ...takeShaped(line, local)]
}

function takeParsed(line: Line, region: string | undefined): string[] {
  const country = region !== undefined && isSupportedCountry(region) ? { defaultCountry: region } : {}
  const found: string[] = []
  for (const { startsAt, endsAt } of findPhoneNumbersInText(line.rest, country)) {
    const text = line.rest.slice(startsAt, endsAt)
    if (isPhone(line, text, startsAt, endsAt)) found.push(takePhone(line, startsAt, endsAt))
  }
  return found.slice(0, most)
}

function takeShaped(line: Line, pattern: RegExp): string[] {
  const found: string[] = []
  for (const match of line.rest.matchAll(pattern)) {
    const end = match.index + match[0].length
    if (isPhone(line, match[0], match.index, end)) found.push(takePhone(line, match.index, end))
  }
  return found.slice(0, most)
}

/** A number of a plausible length that is no date; a run of bare digits must say that it is one. */
function isPhone(line: Line, text: string, start: number, end: number): boolean {
  const digits = text.replace(/\D/g, '').length
  if (digits < 7 || digits > 15 || text.length > 60 || dateLike.test(text.trim()) || dayRange.test(text)) return false
  // The number before letters or a percent sign counts something.
  if (/^[\p{L}%€$£]/u.test(line.rest.slice(end))) return false
  return /^[+0(]|\D/.test(text.trim()) || digits >= 10 || labelledFrom(line, start, phoneLabel) < start
}

function takePhone(line: Line, start: number, end: number): string {
  const text = line.rest.slice(start, end).trim()
  line.take('phone', labelledFrom(line, start, phoneLabel), end)
  return text
}
