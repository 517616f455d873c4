import { Refusal } from '../../../shared/errors.ts'
import { largestImport, type ImportReading } from '../../../shared/import.ts'
import { importWords } from '../../../shared/strings/import-words.ts'

export interface Decoded {
  text: string
  encoding: ImportReading['encoding']
}

/**
 * The text of a file: by its byte order mark, else UTF-16 by its zeros, else UTF-8, else Windows-1252, which Excel
 * writes when it is asked for plain CSV. The mark is left out. UTF-8 with damaged places has U+FFFD there.
 * @throws {Refusal} when it is empty, too large, no text, or text in another encoding
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > largestImport) throw new Refusal('too-large', importWords.problems.tooLarge)
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  if (text.trim() === '') throw new Refusal('unreadable-file', importWords.problems.empty)
  if (isBinary(text)) throw new Refusal('unreadable-file', importWords.problems.binary)
  if (encoding === 'windows-1252' && isForeign(text)) throw new Refusal('unreadable-file', importWords.problems.encoding)
  return { text, encoding }
}

function encodingOf(bytes: Uint8Array): Decoded['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const zeros = zerosIn(bytes.subarray(0, 1000))
  if (zeros.odd > 300 || (zeros.odd > 4 && zeros.even === 0)) return 'utf-16le'
  if (zeros.even > 300 || (zeros.even > 4 && zeros.odd === 0)) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

/** Whether it is UTF-8, be it damaged in places: no other encoding makes more whole letters of it than broken ones. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    const text = excerpt(new TextDecoder().decode(bytes))
    return count(text, /[^\0-\x7f\ufffd]/g) > count(text, /\ufffd/g)
  }
}

/*
 * What hardly stands in Western text, and everywhere when text in another encoding is taken for Windows-1252. One place
 * is enough where nobody writes such a thing: a letter that means nothing in it, a capital Š, Œ, Ž or Ÿ within a word, ³
 * between small letters, ¯ before one, † after ’, a row of letters with accents (not ä, ö, ü, õ and å alone).
 */
const certain =
  /(?<=\p{L})[\u0080-\u009f]|(?<=\p{Ll})[ŠŒŽŸ]|(?<=\p{L})[ŠŒŽŸ](?=\p{Ll})|(?<=\p{Ll})[³¹¼¾](?=\p{Ll})|¯(?=\p{Ll})|[’•][†‡ˆ‰˜ƒ]|(?![ÄÖÜÕÅäöüõå]{3})[À-ÖØ-öø-ÿ]{3,}[¡-¬®-ÿ]+/gu
/** What may stand in Western text now and then; not the soft hyphen, which Word puts into words. */
const unlikely =
  /[\u0080-\u009f]|(?![ÄÖÜÕÅäöüõå]{3})[À-ÖØ-öø-ÿ]{3}|(?<=\p{Ll})[À-ÖØ-Þ]|(?<=\p{Ll})[¡-©«¬®-²¶¸»½¿×÷](?=\p{Ll})|(?<=\p{L})[†‡](?=\p{L})|(?<=\p{L})[‰ˆ˜ƒ¤¦¬¯]|[‰ˆ˜ƒ¤¦¬¯](?=\p{L})/gu
const fewestUnlikely = 3

/** Whether text was taken for Windows-1252 and is in some other encoding of one or two bytes a letter. */
function isForeign(whole: string): boolean {
  const text = excerpt(whole)
  const sure = [...text.matchAll(certain)]
  const others = [...text.replaceAll(certain, ' ').matchAll(unlikely)]
  if (sure.length === 0 && others.length < fewestUnlikely) return false
  const found = [...sure, ...others].reduce((sum, [match]) => sum + match.length, 0)
  return found * 3 >= count(text, /[^\0-\x7f]/g)
}

/** From the first letter beyond ASCII on, as much as tells the encoding, so that a large file takes no longer. */
function excerpt(text: string): string {
  const from = Math.max(0, text.search(/[^\0-\x7f]/) - 1)
  return text.slice(from, from + 100_000)
}

function count(text: string, pattern: RegExp): number {
  let found = 0
  for (const _ of text.matchAll(pattern)) found += 1
  return found
}

/** Western text in UTF-16 has a zero in nearly every second byte. */
function zerosIn(bytes: Uint8Array): { even: number; odd: number } {
  const zeros = { even: 0, odd: 0 }
  for (const [index, byte] of bytes.entries()) {
    if (byte !== 0) continue
    if (index % 2 === 0) zeros.even += 1
    else zeros.odd += 1
  }
  return zeros
}

/** Text has no zeros, and hardly any other control characters. */
function isBinary(text: string): boolean {
  if (text.includes('\0')) return true
  const start = Array.from(text.slice(0, 4000))
  const controls = start.filter((character) => character < ' ' && !'\t\n\v\f\r\u001b'.includes(character))
  return controls.length > start.length / 20
}
