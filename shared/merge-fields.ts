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
  then: Piece[]
  otherwise: Piece[]
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
      return (holds ? piece.then : piece.otherwise).map(said)
    })
    .join('')
  return { text, unfilled: [...unfilled] }
}

function parse(template: string): { pieces: (Piece | Part)[]; faults: Fault[] } {
  const pieces: (Piece | Part)[] = []
  const faults: Fault[] = []
  const fault = (kind: FaultKind, at: number, what: string) => faults.push({ kind, at, what })
  let part: { tag: Tag; name: MergeFieldName | null; then: Piece[]; middle: Tag | null; otherwise: Piece[] } | null = null
  const add = (piece: Piece) => (part === null ? pieces : part.middle === null ? part.then : part.otherwise).push(piece)
  const addText = (from: number, to: number) => {
    const text = template.slice(from, to)
    if (text === '') return
    add({ kind: 'text', text })
    for (const { 0: what, index } of text.matchAll(/\{\{|\}\}/g)) fault(what === '{{' ? 'not-closed' : 'not-opened', from + index, what)
  }
  const asText = ({ from, to }: Tag) => add({ kind: 'text', text: template.slice(from, to) })
  const nameIn = (tag: Tag, written: string): MergeFieldName | null => {
    const name = known.get(written.toLowerCase()) ?? null
    if (name === null) fault('unknown-field', tag.at, written)
    return name
  }

  let end = 0
  for (const tag of tagsIn(template)) {
    addText(end, tag.from)
    end = tag.to
    const opening = /^#if\s+(\w+)$/.exec(tag.inside)
    const field = /^(\w+)\s*(?:\|([^]*))?$/.exec(tag.inside)
    if (opening) {
      if (part !== null) {
        fault('part-in-part', tag.at, tag.raw)
        asText(tag)
      } else part = { tag, name: nameIn(tag, opening[1] ?? ''), then: [], middle: null, otherwise: [] }
    } else if (tag.inside === 'else') {
      if (part === null || part.middle !== null) {
        fault(part === null ? 'else-alone' : 'else-twice', tag.at, tag.raw)
        asText(tag)
      } else part.middle = tag
    } else if (tag.inside === '/if') {
      if (part === null) {
        fault('end-alone', tag.at, tag.raw)
        asText(tag)
      } else {
        pieces.push({ kind: 'part', name: part.name, then: part.then, otherwise: part.otherwise })
        part = null
      }
    } else if (field) {
      add({ kind: 'field', raw: tag.raw, name: nameIn(tag, field[1] ?? ''), otherwise: field[2]?.trim() ?? null })
    } else {
      fault('not-a-field', tag.at, tag.raw)
      asText(tag)
    }
  }
  addText(end, template.length)
  return { pieces: part === null ? pieces : [...pieces, ...leftOpen(part, template, fault)], faults }
}

/** A part that never ends is no part: all of it stays as it is written. */
function leftOpen(part: { tag: Tag; then: Piece[]; middle: Tag | null; otherwise: Piece[] }, template: string, fault: (kind: FaultKind, at: number, what: string) => void): Piece[] {
  const { tag, then, middle, otherwise } = part
  fault('part-not-ended', tag.at, tag.raw)
  const raw = (from: number, to: number): Piece => ({ kind: 'text', text: template.slice(from, to) })
  return [raw(tag.from, tag.to), ...then, ...(middle === null ? [] : [raw(middle.from, middle.to)]), ...otherwise]
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
