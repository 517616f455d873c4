/** One property of a card: `item1.TEL;TYPE=work:+49…` has the group item1, the name TEL and the types work. */
export interface Property {
  group: string
  name: string
  /** In upper case: the bare words of vCard 2.1 and the values of TYPE alike. */
  types: string[]
  parameters: ReadonlyMap<string, string>
  /** Unfolded and decoded, escapes still in place. */
  value: string
}

export interface Card {
  /** The line of BEGIN:VCARD, from 1. */
  line: number
  text: string
  properties: Property[]
  /** False when the next card or the end of the file comes before its END:VCARD. */
  isWhole: boolean
}

/** The cards of a file (RFC 6350; vCard 2.1 and 3.0 too), one by one. What stands outside of cards is passed over. */
export function* cardsIn(text: string): Generator<Card, void> {
  const lines = text.split(/\r\n|\r|\n/)
  let card: Card | null = null
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (/^BEGIN:VCARD\s*$/i.test(line)) {
      if (card) yield card
      card = { line: at + 1, text: line, properties: [], isWhole: false }
    } else if (card && /^END:VCARD\s*$/i.test(line)) {
      yield { ...card, text: `${card.text}\n${line}`, isWhole: true }
      card = null
    } else if (card) {
      const { whole, last } = unfold(lines, at)
      card.text += `\n${lines.slice(at, last + 1).join('\n').slice(0, 2000)}`
      at = last
      const property = propertyOf(whole)
      if (property) card.properties.push(property)
    }
  }
  if (card) yield card
}

/** Joins a line with those that go on with it: indented (folding), or after a `=` at its end (quoted-printable). */
function unfold(lines: readonly string[], at: number): { whole: string; last: number } {
  const parts = [lines[at] ?? '']
  const isQuoted = /^[^:]*QUOTED-PRINTABLE[^:]*:/i.test(parts[0] ?? '')
  let last = at
  for (;;) {
    const next = lines[last + 1]
    const part = parts[parts.length - 1] ?? ''
    if (next === undefined) break
    if (isQuoted && part.endsWith('=')) {
      parts[parts.length - 1] = part.slice(0, -1)
      parts.push(next)
    } else if (/^[ \t]/.test(next)) parts.push(next.slice(1))
    else break
    last += 1
  }
  return { whole: parts.join(''), last }
}

function propertyOf(line: string): Property | null {
  const colon = colonIn(line)
  if (colon < 0) return null
  const [head = '', ...given] = splitOutsideQuotes(line.slice(0, colon), ';')
  const dot = head.indexOf('.')
  const parameters = new Map<string, string>()
  const types: string[] = []
  for (const parameter of given) {
    const equals = parameter.indexOf('=')
    const name = parameter.slice(0, Math.max(0, equals)).toUpperCase()
    const value = parameter.slice(equals + 1).replaceAll('"', '')
    if (equals < 0 || name === 'TYPE') types.push(...value.toUpperCase().split(','))
    else parameters.set(name, value)
  }
  const raw = line.slice(colon + 1)
  const isQuoted = types.includes('QUOTED-PRINTABLE') || parameters.get('ENCODING')?.toUpperCase() === 'QUOTED-PRINTABLE'
  const value = isQuoted ? fromQuotedPrintable(raw, parameters.get('CHARSET') ?? 'utf-8') : raw
  return { group: dot < 0 ? '' : head.slice(0, dot).toLowerCase(), name: head.slice(dot + 1).toUpperCase(), types, parameters, value }
}

function colonIn(line: string): number {
  let quoted = false
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"') quoted = !quoted
    if (line[at] === ':' && !quoted) return at
  }
  return -1
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  const parts = ['']
  let quoted = false
  for (const character of text) {
    if (character === '"') quoted = !quoted
    if (character === separator && !quoted) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts
}

function fromQuotedPrintable(text: string, charset: string): string {
  const pieces = text.split(/((?:=[0-9A-Fa-f]{2})+)/)
  const decoder = decoderOf(charset)
  // Every second piece is a run of encoded bytes; the others stand for themselves.
  return pieces.map((piece, index) => (index % 2 === 0 ? piece : decoder.decode(Buffer.from(piece.replaceAll('=', ''), 'hex')))).join('')
}

function decoderOf(charset: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(charset)
  } catch {
    return new TextDecoder('windows-1252')
  }
}

/** The parts of a structured value, unescaped: `Doe;Jane` is Doe and Jane, `a\;b` is one. */
export function partsOf(value: string, separator: ';' | ','): string[] {
  const parts = ['']
  for (let at = 0; at < value.length; at += 1) {
    const character = value[at] ?? ''
    if (character === separator) parts.push('')
    else if (character === '\\') {
      at += 1
      const escaped = value[at] ?? ''
      parts[parts.length - 1] += escaped === 'n' || escaped === 'N' ? '\n' : escaped
    } else parts[parts.length - 1] += character
  }
  return parts
}

/** A text value, unescaped. */
export function textOf(value: string): string {
  return value.replace(/\\(.)/gs, (_, escaped: string) => (escaped === 'n' || escaped === 'N' ? '\n' : escaped))
}
