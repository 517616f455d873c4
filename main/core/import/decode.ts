import { Refusal } from '../../../shared/errors.ts'
import { largestImport, type ImportReading } from '../../../shared/import.ts'
import { importWords } from '../../../shared/strings/import-words.ts'

export interface Decoded {
  text: string
  encoding: ImportReading['encoding']
}

/**
 * The text of a file: by its byte order mark, else UTF-16 by its zeros, else UTF-8, else Windows-1252, which Excel
 * writes when it is asked for plain CSV. The mark is left out.
 * @throws {Refusal} when it is empty, too large or no text
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > largestImport) throw new Refusal('too-large', importWords.problems.tooLarge)
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  if (text.trim() === '') throw new Refusal('unreadable-file', importWords.problems.empty)
  if (isBinary(text)) throw new Refusal('unreadable-file', importWords.problems.binary)
  return { text, encoding }
}

function encodingOf(bytes: Uint8Array): Decoded['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const zeros = zerosIn(bytes.subarray(0, 1000))
  if (zeros.odd > 300 || (zeros.odd > 4 && zeros.even === 0)) return 'utf-16le'
  if (zeros.even > 300 || (zeros.even > 4 && zeros.odd === 0)) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
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
