import { addDays, dueInstant, localDateAt, timeOfDayAt, type Due, type LocalDate } from './dates.ts'
import { longDate, shortDate, wallTime, type Reader } from './format.ts'
import { columnsOf, piecesOf } from './columns.ts'
import type { NextMeeting, PromiseLine, RecapContent, Tone } from './recap.ts'
import { words } from './strings/words.ts'

/** Everything a recap's text depends on. */
export interface RecapInput {
  content: RecapContent
  /** What the greeting calls the reader; null when there is no given name to use. */
  firstName: string | null
  /** Who signs: the name, and the lines below it. */
  sender: { name: string; signature: string }
  /** The day of the conversation on the sender's calendar. */
  talkedOn: LocalDate
  /** The sender's own zone and now, and the locale to write dates in. */
  reader: Reader
}

/** A recap, ready to paste. */
export interface RecapText {
  /** The subject as written, or a proposed one when it is empty. */
  subject: string
  /** A fragment with inline styles only; every character that a person typed is escaped. */
  html: string
  /** The same words, wrapped at 72 columns, lines ending in \n (the clipboard adds what its system wants). */
  text: string
}

/** A stretch of a line. `typed` marks a person's own words, which may run in another direction than the rest. */
interface Run {
  text: string
  strong?: boolean
  typed?: boolean
}
type Line = Run[]
type Block = { kind: 'heading'; line: Line } | { kind: 'lines'; lines: Line[] } | { kind: 'list'; items: Line[] }

const wrapAt = 72

/**
 * Renders a recap as subject, HTML and plain text, all three from one list of blocks, so that they always say the
 * same. Sections with nothing in them are left out. Pure and deterministic (practices P8, P12).
 */
export function renderRecap(input: RecapInput): RecapText {
  const blocks = recapBlocks(input)
  return {
    subject: tidy(input.content.subject) || proposeSubject(input),
    html: toHtml(blocks),
    text: toPlainText(blocks),
  }
}

/** The subject proposed while none is written: what it is about, and the date that matters most to the reader. */
export function proposeSubject(input: RecapInput): string {
  const { content, reader } = input
  const phrases = words.recap.subject
  const opening = fillText(phrases.opening[content.tone], { day: talkDay(input) })
  if (content.next) {
    return fillText(phrases.meeting, { opening, channel: words.recap.meetingNames[content.next.channel], date: shortDate(content.next.due.date, reader) })
  }
  const promised = [...written(content.mine), ...written(content.theirs)]
  const earliest = promised.flatMap((promise) => promise.by ?? []).toSorted()[0]
  if (earliest !== undefined) return fillText(phrases.promise, { opening, date: shortDate(earliest, reader) })
  return promised.length > 0 ? fillText(phrases.steps, { opening }) : opening
}

/** The date of a due and the time beside it as the reader's wall shows it, with the sender's own time where it differs. */
export function meetingWords(due: Due, reader: Reader): { when: string; mine: string } {
  const phrases = words.recap
  const date = longDate(due.date, reader)
  if (due.time === null || due.zone === null) return { when: date, mine: '' }
  const instant = dueInstant(due, due.time, due.zone)
  const [myDate, myTime] = [localDateAt(instant, reader.zone), timeOfDayAt(instant, reader.zone)]
  const time = wallTime(due.time, reader.locale)
  if (myDate === due.date && myTime === due.time) return { when: fillText(phrases.when, { date, time }), mine: '' }
  const myClock = wallTime(myTime, reader.locale)
  const mine = myDate === due.date ? myClock : fillText(phrases.when, { date: shortDate(myDate, reader), time: myClock })
  return { when: fillText(phrases.whenTheirs, { date, time }), mine: fillText(phrases.whenMine, { time: mine }) }
}

/** A recap's HTML as a whole document, for a message of its own or for printing. */
export function letterDocument(subject: string, html: string): string {
  return `<!doctype html><html lang="${words.locale}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body>${html}</body></html>`
}

function recapBlocks(input: RecapInput): Block[] {
  const { content, firstName } = input
  const phrases = words.recap
  const tone = content.tone
  return [
    lines(greetingLine(content, firstName)),
    lines(fill(phrases.thanks[tone], { day: { text: talkDay(input) } })),
    ...section(phrases.told[tone], content.problems.map(typedLine)),
    ...section(phrases.agreed[tone], content.solutions.map(typedLine)),
    ...section(phrases.steps[tone], [
      ...written(content.mine).map((promise) => promiseLine(promise, phrases.mine, input.reader)),
      ...written(content.theirs).map((promise) => promiseLine(promise, phrases.theirs, input.reader)),
    ]),
    ...section(phrases.questions[tone], content.questions.map(typedLine)),
    ...(content.next ? [lines(meetingLine(content.next, tone, input.reader))] : []),
    closing(input),
  ]
}

/** The greeting as the person wrote it, else that of the tone. */
function greetingLine({ greeting, tone }: RecapContent, firstName: string | null): Line {
  const own = typedLine(greeting)
  if (own.length > 0) return own
  const name = firstName === null ? '' : tidy(firstName)
  return name === '' ? [{ text: words.recap.greetingNobody[tone] }] : fill(words.recap.greeting[tone], { name: { text: name, typed: true } })
}

function section(heading: string, items: Line[]): Block[] {
  const said = items.filter((item) => item.length > 0)
  return said.length === 0 ? [] : [{ kind: 'heading', line: [{ text: heading }] }, { kind: 'list', items: said }]
}

function promiseLine(promise: PromiseLine, phrases: typeof words.recap.mine, reader: Reader): Line {
  const what: Run = { text: words.recap.asClause(promise.what) || promise.what, typed: true }
  if (promise.by === null) return fill(phrases.open, { what })
  return fill(phrases.dated, { what, by: { text: shortDate(promise.by, reader), strong: true } })
}

function meetingLine(next: NextMeeting, tone: Tone, reader: Reader): Line {
  const { when, mine } = meetingWords(next.due, reader)
  return fill(words.recap.next[tone], {
    when: { text: when, strong: true },
    mine: { text: mine },
    channel: { text: words.recap.meetingBy[next.channel] },
    length: { text: words.recap.length(next.minutes) },
  })
}

function closing({ content, sender }: RecapInput): Block {
  const name = tidy(sender.name)
  const below = sender.signature.split(/\r\n?|\n/).map(tidy)
  const signed = [name, ...(below[0] === name ? below.slice(1) : below)].filter((line) => line !== '')
  const own = typedLine(content.signOff)
  return lines(own.length > 0 ? own : [{ text: words.recap.closing[content.tone] }], ...signed.map(typedLine))
}

/** When the conversation was, as seen from now: today, yesterday, or on its date. */
function talkDay({ talkedOn, reader }: RecapInput): string {
  const today = localDateAt(reader.now, reader.zone)
  if (talkedOn === today) return words.recap.day.today
  if (talkedOn === addDays(today, -1)) return words.recap.day.yesterday
  return fillText(words.recap.day.on, { date: longDate(talkedOn, reader) })
}

function lines(...given: Line[]): Block {
  return { kind: 'lines', lines: given }
}

function typedLine(text: string): Line {
  const said = tidy(text)
  return said === '' ? [] : [{ text: said, typed: true }]
}

function written(promises: PromiseLine[]): PromiseLine[] {
  return promises.map((promise) => ({ ...promise, what: tidy(promise.what) })).filter((promise) => promise.what !== '')
}

/** One clean line: no control characters or halves of characters, which some mail programs cut a message at. */
function tidy(text: string): string {
  return text.toWellFormed().replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

/** Puts runs in the place of `{name}` in a phrase of the catalogue. */
function fill(phrase: string, values: Record<string, Run>): Line {
  return phrase
    .split(/(\{\w+\})/)
    .map((part): Run => (part.startsWith('{') ? (values[part.slice(1, -1)] ?? { text: part }) : { text: part }))
    .filter((run) => run.text !== '')
}

function fillText(phrase: string, values: Record<string, string>): string {
  return fill(phrase, Object.fromEntries(Object.entries(values).map(([name, text]) => [name, { text }])))
    .map((run) => run.text)
    .join('')
}

/*
 * HTML for pasting into Outlook, Gmail and Apple Mail. All of it stands in one cell of a table for layout: Outlook, which
 * shows mail by Word, drops the font and the width of a `div` and keeps those of a cell. Its width is all there is, up
 * to what reads well; Outlook knows no upper limit, and shows it like any other letter. The font is named on every block
 * all the same, since Outlook falls back to Times where it is not; colours are not, so that the text stays readable in
 * the dark theme of the mail program. Paragraphs with bold text stand for headings, which mail programs would restyle.
 * Lists are lists, which stay so when somebody writes on in them; they are indented by margin, because Outlook knows no
 * padding on them. Long words break rather than widen the letter on a phone.
 */
const font = 'font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:1.5'
const layout = '<table role="presentation" border="0" cellpadding="0" cellspacing="0" width="100%" style="width:100%;max-width:640px;border-collapse:collapse">'

function toHtml(blocks: Block[]): string {
  return `${layout}<tbody><tr><td align="left" valign="top" style="${font};padding:0;text-align:start;overflow-wrap:anywhere">${blocks.map(blockHtml).join('')}</td></tr></tbody></table>`
}

function blockHtml(block: Block): string {
  if (block.kind === 'heading') return `<p style="${font};margin:16px 0 4px 0"><strong>${block.line.map(runHtml).join('')}</strong></p>`
  if (block.kind === 'list') {
    const items = block.items.map((item) => `<li dir="auto" style="${font};margin:0 0 2px 0">${item.map(runHtml).join('')}</li>`)
    return `<ul style="${font};margin:0 0 12px 24px;padding:0">${items.join('')}</ul>`
  }
  return `<p dir="auto" style="${font};margin:0 0 12px 0">${block.lines.map((line) => line.map(runHtml).join('')).join('<br>')}</p>`
}

function runHtml(run: Run): string {
  const text = escapeHtml(run.text)
  if (run.strong) return `<strong>${text}</strong>`
  return run.typed ? `<span dir="auto">${text}</span>` : text
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

function toPlainText(blocks: Block[]): string {
  return `${blocks.map(blockText).join('\n').trimEnd()}\n`
}

/** A heading stands on its list; every other block is followed by an empty line. */
function blockText(block: Block): string {
  if (block.kind === 'heading') return wrap(plain(block.line), '', '')
  const rows = block.kind === 'list' ? block.items.map((item) => wrap(plain(item), '- ', '  ')) : block.lines.map((line) => wrap(plain(line), '', ''))
  return `${rows.join('\n')}\n`
}

function plain(line: Line): string {
  return line.map((run) => run.text).join('')
}

/** Breaks so that no row passes {@link wrapAt} columns; a longer word stands whole on a row of its own. */
function wrap(text: string, first: string, rest: string): string {
  const rows: string[] = []
  let row = first
  let columns = columnsOf(first)
  let empty = true
  for (const { text: piece, width, gap } of piecesOf(text)) {
    const space = empty || !gap ? '' : ' '
    if (!empty && columns + space.length + width > wrapAt) {
      rows.push(row)
      row = rest + piece
      columns = columnsOf(rest) + width
    } else {
      row += space + piece
      columns += space.length + width
    }
    empty = false
  }
  return [...rows, row].join('\n')
}
