/** A piece of a text that is not broken, how wide it is, and whether a space stands before it. */
export interface Piece {
  text: string
  /** In columns. */
  width: number
  gap: boolean
}

const eastAsian = '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Bopomofo}'
const wide = new RegExp(`[${eastAsian}\\p{scx=Hangul}\\p{scx=Yi}\\u3000-\\u303e\\uff01-\\uff60\\uffe0-\\uffe6\\p{Emoji_Presentation}]`, 'gu')
/** Marks on other characters, and what is not seen at all; but for the one that makes an emoji of a sign. */
const weightless = /(?!\ufe0f)[\p{Mn}\p{Me}\p{Cf}]/gu

/**
 * How many columns a text takes where each letter has the same width: the characters of East Asia and emoji take two
 * (Unicode, UAX 11), marks on others none. What a program draws as one out of several characters may take fewer.
 */
export function columnsOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  const halves = text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0
  return text.length - halves + (text.match(wide)?.length ?? 0) - (text.match(weightless)?.length ?? 0)
}

/** Writing without spaces between words, in which a row may end anywhere but before a mark that begins none. */
const unspaced = new RegExp(`[${eastAsian}]`, 'u')
const noBeginning = '\\p{Pe}\\p{Pf}\\p{Po}\\p{M}々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ'
const breaks = new RegExp(`(?<=[${eastAsian}])(?<!\\p{Ps})(?=[${eastAsian}])(?![${noBeginning}])`, 'u')

/** At the beginning of a row these would look like an item of a list, or like what somebody else wrote. */
const likeAMark = /^(?:[-–—*+•>#]+|\d{1,3}[.)])$/u
const widestHeld = 36

/** The pieces of a text between which a row may end: its words, and within writing without spaces its characters. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  for (const word of text.split(' ')) {
    const previous = pieces.at(-1)
    if (previous && likeAMark.test(word) && previous.width < widestHeld) {
      previous.text += ` ${word}`
      previous.width += 1 + columnsOf(word)
      continue
    }
    const parts = unspaced.test(word) ? word.split(breaks) : [word]
    for (const [place, part] of parts.entries()) pieces.push({ text: part, width: columnsOf(part), gap: place === 0 && pieces.length > 0 })
  }
  return pieces
}
