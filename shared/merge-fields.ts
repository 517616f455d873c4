/*
 * What a template can say of the person it goes to (practice P11). The whole syntax:
 *
 *   {{company}}                                      the company; stays as it is, and is told, when it is not known
 *   {{firstName | there}}                            the first name, or "there"; nothing after the bar leaves it out
 *   {{#if need}}You said: {{need}}{{else}}…{{/if}}   one of two parts; the second may be left out, neither holds another one
 *
 * A tag that stands alone on its line takes the line with it. Case does not count in names.
 */

/** Everything that a message can name, in the order in which the menu offers it. */
export const mergeFieldNames = ['firstName', 'name', 'company', 'role', 'industry', 'leadTitle', 'need', 'nextMeeting', 'tomorrow', 'valueItem', 'valueLink', 'myName'] as const
export type MergeFieldName = (typeof mergeFieldNames)[number]

/** What is known of the person it goes to, of the lead and of the one who writes; empty where it is not known. */
export type MergeFields = Readonly<Record<MergeFieldName, string>>

/** What is wrong with a template. */
export type FaultKind = 'unknown-field' | 'not-a-field' | 'not-closed' | 'not-opened' | 'part-in-part' | 'else-alone' | 'else-twice' | 'end-alone' | 'part-not-ended'

export interface TemplateFault {
  kind: FaultKind
  /** Where it begins: an index into the text, and as a person counts, from 1. */
  at: number
  line: number
  column: number
  /** What stands there. */
  what: string
}

/** A text with its fields filled in. */
export interface Filled {
  text: string
  /** The fields that have neither a value nor words to stand in for it, as they still stand in the text; each once. */
  unfilled: string[]
}

type Fault = Pick<TemplateFault, 'kind' | 'at' | 'what'>

interface Field {
  kind: 'field'
  raw: string
  name: MergeFieldName | null
  /** The words that stand in for it; null when there are none. */
  otherwise: string | null
}
type Piece = { kind: 'text'; text: string } | Field
interface Part {
  kind: 'part'
  name: MergeFieldName | null
  known: Piece[]
  unknown: Piece[]
}

interface Tag {
  /** Where it begins and ends, its line included where it stands alone. */
  from: number
  to: number
  at: number
  raw: string
  inside: string
}

const known = new Map<string, MergeFieldName>(mergeFieldNames.map((name) => [name.toLowerCase(), name]))

/** More faults than this are not told; they come up as the first ones are put right. */
const mostFaults = 20

/** What is wrong with a template, from its beginning on; twenty faults at most. Never throws. */
export function faultsIn(template: string): TemplateFault[] {
  const faults = parse(template).faults.toSorted((a, b) => a.at - b.at)
  return faults.slice(0, mostFaults).map((fault) => ({ ...fault, ...placeOf(template, fault.at) }))
}

/**
 * A template with its fields filled in, in one pass: what a value says is never taken for a field. What is wrong in it
 * stays as it is, so that it is seen. Never throws.
 */
export function filled(template: string, fields: MergeFields): Filled {
  const unfilled = new Set<string>()
  const said = (piece: Piece): string => {
    if (piece.kind === 'text') return piece.text
    const text = (piece.name === null ? '' : fields[piece.name]) || piece.otherwise
    if (text === null) unfilled.add(piece.raw)
    return text ?? piece.raw
  }
  const text = parse(template)
    .pieces.flatMap((piece) => {
      if (piece.kind !== 'part') return said(piece)
      const holds = piece.name !== null && fields[piece.name] !== ''
      return (holds ? piece.known : piece.unknown).map(said)
    })
    .join('')
  return { text, unfilled: [...unfilled] }
}

function parse(template: string): Pick<Parser, 'pieces' | 'faults'> {
  const parser = new Parser(template)
  let end = 0
  for (const tag of tagsIn(template)) {
    parser.text(end, tag.from)
    parser.tag(tag)
    end = tag.to
  }
  parser.text(end, template.length)
  parser.end()
  return parser
}

/** Puts the pieces of a template together, one after the other. */
class Parser {
  readonly pieces: (Piece | Part)[] = []
  readonly faults: Fault[] = []
  readonly #template: string
  /** The part that is open, with its tags so far. */
  #open: { part: Part; begin: Tag; middle: Tag | null } | null = null

  constructor(template: string) {
    this.#template = template
  }

  /** What stands between two tags; braces in it are tags that do not begin or end. */
  text(from: number, to: number): void {
    const text = this.#template.slice(from, to)
    if (text === '') return
    this.#add({ kind: 'text', text })
    for (const { 0: what, index } of text.matchAll(/\{\{|\}\}/g)) this.#fault(what === '{{' ? 'not-closed' : 'not-opened', from + index, what)
  }

  tag(tag: Tag): void {
    const condition = /^#if\s+(\w+)$/.exec(tag.inside)?.[1]
    const field = /^(\w+)\s*(?:\|([^]*))?$/.exec(tag.inside)
    if (condition !== undefined) this.#begin(tag, condition)
    else if (tag.inside === 'else') this.#turn(tag)
    else if (tag.inside === '/if') this.#finish(tag)
    else if (field) this.#add({ kind: 'field', raw: tag.raw, name: this.#nameIn(tag, field[1] ?? ''), otherwise: field[2]?.trim() ?? null })
    else this.#refuse('not-a-field', tag)
  }

  /** A part that never ends is no part: all of it stays as it is written. */
  end(): void {
    if (this.#open === null) return
    const { part, begin, middle } = this.#open
    this.#open = null
    this.#refuse('part-not-ended', begin)
    this.pieces.push(...part.known)
    if (middle) this.#asWritten(middle)
    this.pieces.push(...part.unknown)
  }

  #begin(tag: Tag, name: string): void {
    if (this.#open !== null) return this.#refuse('part-in-part', tag)
    this.#open = { part: { kind: 'part', name: this.#nameIn(tag, name), known: [], unknown: [] }, begin: tag, middle: null }
  }

  #turn(tag: Tag): void {
    if (this.#open?.middle === null) this.#open.middle = tag
    else this.#refuse(this.#open === null ? 'else-alone' : 'else-twice', tag)
  }

  #finish(tag: Tag): void {
    if (this.#open === null) return this.#refuse('end-alone', tag)
    this.pieces.push(this.#open.part)
    this.#open = null
  }

  #add(piece: Piece): void {
    if (this.#open === null) this.pieces.push(piece)
    else this.#open.part[this.#open.middle === null ? 'known' : 'unknown'].push(piece)
  }

  #refuse(kind: FaultKind, tag: Tag): void {
    this.#fault(kind, tag.at, tag.raw)
    this.#asWritten(tag)
  }

  #asWritten({ from, to }: Tag): void {
    this.#add({ kind: 'text', text: this.#template.slice(from, to) })
  }

  #nameIn(tag: Tag, written: string): MergeFieldName | null {
    const name = known.get(written.toLowerCase()) ?? null
    if (name === null) this.#fault('unknown-field', tag.at, written)
    return name
  }

  #fault(kind: FaultKind, at: number, what: string): void {
    this.faults.push({ kind, at, what })
  }
}

function* tagsIn(template: string): Generator<Tag> {
  let end = 0
  for (const { 0: raw, index: at } of template.matchAll(/\{\{[^{}]*\}\}/g)) {
    const inside = raw.slice(2, -2).trim()
    const tag = { from: at, to: at + raw.length, at, raw, inside }
    const whole = /^(?:#if\b|else$|\/if$)/.test(inside) ? wholeLine(template, tag, end) : tag
    end = whole.to
    yield whole
  }
}

/** The tag with its line, where nothing else stands on that. */
function wholeLine(template: string, tag: Tag, end: number): Tag {
  const start = Math.max(end, template.lastIndexOf('\n', tag.from - 1) + 1)
  const isFirst = start === 0 || template[start - 1] === '\n'
  const after = /[^\S\n]*(?:\n|$)/y
  after.lastIndex = tag.to
  const rest = after.exec(template)
  if (!isFirst || rest === null || template.slice(start, tag.from).trim() !== '') return tag
  return { ...tag, from: start, to: tag.to + rest[0].length }
}

function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at)
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') }
}
