/** Letters that no decomposition takes apart, and what a keyboard without them types instead. */
const plain: Record<string, string> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i' }

/** The text as a search compares it: without case and accents, "Novák" as "novak". */
export function fold(text: string): string {
  const folded = text.toLowerCase()
  // Most words are plain already, and taking letters apart is what costs.
  if (/^\p{ASCII}*$/u.test(folded)) return folded
  return folded
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßøłđðþæœı]/g, (letter) => plain[letter] ?? letter)
}

const betweenWords = /[\p{Z}\p{P}\p{S}\p{C}]+/u

/** The words of a text, folded, as a search knows them. */
export function foldedWords(text: string): string[] {
  return text.split(betweenWords).filter((word) => word !== '').map(fold)
}

/** Whether a word is long enough to be known by all of its letters but one; numbers are not. */
export function mayBeMistyped(word: string): boolean {
  return word.length >= 4 && !/\d/.test(word)
}

/** Whether a word begins as typed, but for one letter more, less or other, or two neighbours swapped; both are folded. */
export function beginsNearly(word: string, typed: string): boolean {
  if (!mayBeMistyped(typed)) return word.startsWith(typed)
  let same = 0
  while (same < typed.length && word[same] === typed[same]) same += 1
  const [rest, left] = [word.slice(same), typed.slice(same)]
  const swapped = `${left.charAt(1)}${left.charAt(0)}${left.slice(2)}`
  return rest.startsWith(swapped) || rest.startsWith(left.slice(1)) || rest.slice(1).startsWith(left) || rest.slice(1).startsWith(left.slice(1))
}

/** A run of a text, and whether it is what was searched for. */
export interface MarkedRun {
  text: string
  /** Where it begins. */
  start: number
  marked: boolean
}

/**
 * The text in runs, with what was found marked: the beginning of a word that was typed, or the whole word where the
 * search forgave a letter.
 * @param typed the folded words that were searched for
 * @param found the folded words that the search took for them
 */
export function markedRuns(text: string, typed: readonly string[], found: readonly string[]): MarkedRun[] {
  const runs: MarkedRun[] = []
  let end = 0
  for (const match of text.matchAll(/[^\p{Z}\p{P}\p{S}\p{C}]+/gu)) {
    const length = markedLength(match[0], typed, found)
    if (length === 0) continue
    if (match.index > end) runs.push({ text: text.slice(end, match.index), start: end, marked: false })
    end = match.index + length
    runs.push({ text: text.slice(match.index, end), start: match.index, marked: true })
  }
  if (end < text.length) runs.push({ text: text.slice(end), start: end, marked: false })
  return runs
}

function markedLength(word: string, typed: readonly string[], found: readonly string[]): number {
  const folded = fold(word)
  const beginning = typed.filter((part) => folded.startsWith(part)).toSorted((a, b) => b.length - a.length)[0]
  if (beginning === undefined) return found.includes(folded) ? word.length : 0
  let length = 1
  while (length < word.length && !fold(word.slice(0, length)).startsWith(beginning)) length += 1
  return length
}
