import { z } from 'zod'
import { longestLine, mostLines, promiseLineSchema, type PromiseLine } from './recap.ts'
import { enNotes } from './strings/en-notes.ts'

/** The slots of a recap that lines of notes go into. */
export const noteSlotSchema = z.enum(['problems', 'solutions', 'mine', 'theirs', 'questions'])
export type NoteSlot = z.infer<typeof noteSlotSchema>

/** Why a line goes into its slot: what was seen in it, the heading it stands under, or that nothing else was seen. */
export const noteRuleSchema = z.enum(['question-mark', 'asks', 'mine', 'theirs', 'agreed', 'problem', 'heading', 'rest'])
export type NoteRule = z.infer<typeof noteRuleSchema>

export const sortedNoteSchema = z.strictObject({ slot: noteSlotSchema, ...promiseLineSchema.shape, why: noteRuleSchema })
export type SortedNote = z.infer<typeof sortedNoteSchema>

/** Notes as lines of a recap, in the order in which they stand in the notes. */
export const sortedNotesSchema = z.strictObject({
  lines: z.array(sortedNoteSchema),
  /** How many lines found their slot full; they stand in the notes alone. */
  left: z.number().int(),
})
export type SortedNotes = z.infer<typeof sortedNotesSchema>

/** A promise in notes as a line of a recap: what, and by when where its last words name a day. */
export type ReadDay = (text: string) => PromiseLine

/** More rows than this nobody wrote in a meeting; what comes after them stays in the notes, unread. */
const mostRows = 10_000

/**
 * Sorts notes into the slots of a recap, line by line, by rules that can be seen: what a line ends with, the words in
 * it, and the heading it stands under, which holds up to the next one or an empty line. The words are those of the
 * notes' language. A row is cut only between sentences that go into different slots. Bullets, numbers, boxes, headings
 * and the "I will" of a promise are dropped, and no other word is. A line that is too long for a slot goes on in the
 * next one.
 * @param firstName what they are called, so that "Ann will send it" is theirs; null when it is not known
 */
export function sortNotes(text: string, firstName: string | null, readDay: ReadDay): SortedNotes {
  const patterns = patternsFor(firstName)
  const sorted: SortedNotes = { lines: [], left: 0 }
  const counts: Record<NoteSlot, number> = { problems: 0, solutions: 0, mine: 0, theirs: 0, questions: 0 }
  const rows = text.split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/)
  let heading: Heading | null = null
  let isFirst = true
  for (const row of rows.slice(0, mostRows)) {
    const said = plainRow(row)
    if (said === '') {
      // The empty line that parts a heading from its lines ends nothing.
      if (!isFirst) heading = null
      continue
    }
    const opened = headingOf(said)
    if (opened && opened.rest === '') {
      heading = opened.heading
      isFirst = true
      continue
    }
    isFirst = false
    const pieces = opened ? sortedUnder(opened.rest, opened.heading, patterns) : sortedUnder(said, heading, patterns)
    for (const piece of pieces) {
      for (const what of chunks(piece.what)) {
        if (counts[piece.slot] >= mostLines) sorted.left += 1
        else sorted.lines.push(lineOf({ ...piece, what }, patterns, readDay))
        counts[piece.slot] += 1
      }
    }
  }
  return { ...sorted, left: sorted.left + rows.slice(mostRows).filter((row) => plainRow(row) !== '').length }
}

type Heading = NoteSlot | 'steps'
type Piece = Pick<SortedNote, 'slot' | 'what' | 'why'>

interface Patterns {
  mine: RegExp
  theirs: RegExp
  /** Their name before what they do, as lists of next steps have it; null when it is not known. */
  listed: RegExp | null
}

/** A row in one line, without what only lists it. */
function plainRow(row: string): string {
  const plain = row.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return unlisted(plain)
}

const bullet = /^(?:[-–—*•·‣▪◦☐☑☒✓✔>+]+|\[[ xX]?\]|\(?\d{1,3}[.)])(?: |$)/u

function unlisted(row: string): string {
  let rest = row
  for (let found = bullet.exec(rest); found; found = bullet.exec(rest)) rest = rest.slice(found[0].length)
  // A rule across the page says nothing.
  return /^[-–—=_*#~\s]+$/u.test(rest) ? '' : rest
}

const headings = new Map<string, Heading>(Object.entries(enNotes.headings).flatMap(([heading, names]) => names.split('|').map((name) => [name, heading as Heading] as const)))
const longestHeading = Math.max(...[...headings.keys()].map((name) => name.length))

/**
 * The heading that a row is, or begins with: "Next steps:", "## Questions", "Me: send the samples". Null as a heading
 * means one that names no slot; it only ends the one before.
 */
function headingOf(row: string): { heading: Heading | null; rest: string } | null {
  const plain = row.replace(/^#{1,6} /, '').replace(/^[*_]+/, '')
  const colon = plain.slice(0, longestHeading + 3).search(/[:：]/)
  const name = (colon < 0 ? plain.slice(0, longestHeading + 3) : plain.slice(0, colon)).replace(/[*_]+$/, '').trim()
  const heading = headings.get(name.toLowerCase()) ?? null
  if (heading !== null) return { heading, rest: colon < 0 ? '' : plain.slice(colon + 1).replace(/^[*_ ]+/, '') }
  const isMarked = plain.length < row.length && row.startsWith('#')
  return isMarked || /^[^.?!]{1,80}[:：][*_]*$/u.test(plain) ? { heading: null, rest: '' } : null
}

/** A row as pieces for the slots: whole under a heading that names one, else cut where its sentences part ways. */
function sortedUnder(row: string, heading: Heading | null, patterns: Patterns): Piece[] {
  if (heading !== null && heading !== 'steps') return [{ slot: heading, what: row, why: 'heading' }]
  const pieces: Piece[] = []
  for (const sentence of sentences(row)) {
    const piece = { what: sentence, ...slotOf(sentence, heading, patterns) }
    const previous = pieces.at(-1)
    const goesOn = previous?.slot === piece.slot && (piece.slot === 'problems' || piece.slot === 'solutions')
    if (goesOn) pieces.splice(-1, 1, { ...previous, what: `${previous.what} ${sentence}` })
    else pieces.push(piece)
  }
  return pieces
}

/** The rules, the first that holds. */
function slotOf(sentence: string, heading: 'steps' | null, { mine, theirs, listed }: Patterns): Pick<Piece, 'slot' | 'why'> {
  if (/[?？؟]["'”’»)\]]{0,3}$/u.test(sentence)) return { slot: 'questions', why: 'question-mark' }
  if (asking.test(sentence)) return { slot: 'questions', why: 'asks' }
  const [mineAt, theirsAt] = [sentence.search(mine), sentence.search(theirs)]
  if (mineAt >= 0 && (theirsAt < 0 || mineAt < theirsAt)) return { slot: 'mine', why: 'mine' }
  if (theirsAt >= 0 || (heading === 'steps' && listed?.test(sentence))) return { slot: 'theirs', why: 'theirs' }
  if (heading === 'steps') return { slot: 'mine', why: 'heading' }
  if (agreed.test(sentence)) return { slot: 'solutions', why: 'agreed' }
  return { slot: 'problems', why: problem.test(sentence) ? 'problem' : 'rest' }
}

/** The sentences of a row. A full stop after one or two letters ("Dr. Bell", "e.g. Monday") ends none. */
function sentences(row: string): string[] {
  const found: string[] = []
  let start = 0
  for (const { index, 0: end } of row.matchAll(/(?<=[\p{L}\p{N})\]"'”’]{3})[.!?…]["'”’»)]{0,3} (?=["'“‘«(]?[\p{Lu}\p{Lo}])|[?!]["'”’»)]{0,3} /gu)) {
    found.push(row.slice(start, index + end.length - 1))
    start = index + end.length
  }
  return [...found, row.slice(start)].filter((sentence) => sentence !== '')
}

/** A text in pieces that a line has room for, cut at a space where there is one. */
function chunks(text: string): string[] {
  const found: string[] = []
  let rest = text
  while (rest.length > longestLine) {
    const space = rest.lastIndexOf(' ', longestLine)
    // Not between the halves of one character.
    const cut = space > longestLine / 2 ? space : longestLine - Number(/[\ud800-\udbff]/.test(rest.charAt(longestLine - 1)))
    found.push(rest.slice(0, cut))
    rest = rest.slice(cut).trimStart()
  }
  return [...found, rest]
}

/** The line that goes into the slot: of a promise, what is to be done and by when. */
function lineOf({ slot, what, why }: Piece, patterns: Patterns, readDay: ReadDay): SortedNote {
  if (slot !== 'mine' && slot !== 'theirs') return { slot, what, by: null, why }
  const promised = promisedIn(slot === 'theirs' && patterns.listed ? what.replace(patterns.listed, '') : what, patterns[slot])
  return { slot, ...readDay(promised), why }
}

/** "So I'll send it" as "Send it": the slot says who will. */
function promisedIn(text: string, pattern: RegExp): string {
  const match = pattern.exec(text)
  if (!match || !opening.test(text.slice(0, match.index))) return text
  const rest = text.slice(match.index + match[0].length).replace(/^[\s,:]+/, '')
  return rest === '' ? text : rest.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

const before = '(?<![\\p{L}\\p{N}])'
const after = '(?![\\p{L}\\p{N}])'

/** Any of the words of the catalogue: whole ones, or with `*` beginnings of some; each apostrophe is as good as another. */
function anyOf(list: string): string {
  const alternatives = list.split('|').map((word) => {
    const pattern = literal(word.replace(/\*$/, ''))
    return word.endsWith('*') ? `${pattern}[\\p{L}]*` : pattern
  })
  return `(?:${alternatives.join('|')})`
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/['’]/g, "['’]").replaceAll(' ', ' +')
}

const asking = new RegExp(`^${anyOf(enNotes.asking)}${after}`, 'iu')
const agreed = new RegExp(`${before}${anyOf(enNotes.agreed)}${after}`, 'iu')
const problem = new RegExp(`${before}${anyOf(enNotes.problem)}${after}`, 'iu')
const opening = new RegExp(`^(?:${anyOf(enNotes.opening)}[ ,]+)*$`, 'iu')

function patternsFor(firstName: string | null): Patterns {
  const { mine, theirs, named, but } = enNotes
  const notSo = `${after}(?! +${anyOf(but)}${after})`
  const name = firstName === null ? null : literal(firstName)
  return {
    mine: new RegExp(`${before}${anyOf(mine)}${notSo}`, 'iu'),
    theirs: new RegExp(`${before}(?:${anyOf(theirs)}${name === null ? '' : `|${name} *${anyOf(named)}`})${notSo}`, 'iu'),
    listed: name === null ? null : new RegExp(`^${name} *[:：] *(?=\\S)`, 'iu'),
  }
}
