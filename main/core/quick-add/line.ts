import type { QuickAddPart, QuickAddPiece } from '../../../shared/quick-add.ts'

/** Stands for each character that has been taken, so that no rule sees it and all places stay the same. */
const taken = '\u0000'

/** What stands between two pieces of a line and says nothing itself; the dash of "20.12. - 3.1." does. */
const separators = /[\p{Cc}\u2028\u2029,;|•·،、，；]+|\s[-–—/]\s(?<!\d\.(?:\d{4})?\s[-–—]\s(?=\d{1,2}\.\d))/gu

/** A stretch of a line, from `start` to before `end`. */
export interface Stretch {
  text: string
  start: number
  end: number
}

/** What stands between the last separator of a text and its end. */
export function behindSeparators(text: string): string {
  const last = [...text.matchAll(separators)].at(-1)
  return last ? text.slice(last.index + last[0].length) : text
}

/** A quick-add line while it is read: rules take pieces of it until nothing is left but separators. */
export class Line {
  readonly text: string
  /** The line with what was taken blotted out. */
  rest: string
  readonly #pieces: QuickAddPiece[] = []

  constructor(text: string) {
    this.text = text
    this.rest = text
  }

  /** The pieces taken so far, in the order of the line. */
  get pieces(): QuickAddPiece[] {
    return this.#pieces.toSorted((a, b) => a.start - b.start)
  }

  /** Takes a stretch for a part, without the spaces around it. */
  take(part: QuickAddPart, start: number, end: number): void {
    const text = this.text.slice(start, end)
    const from = start + (text.length - text.trimStart().length)
    const to = from + text.trim().length
    if (to <= from) return
    this.#pieces.push({ part, start: from, end: to })
    this.rest = this.rest.slice(0, from) + taken.repeat(to - from) + this.rest.slice(to)
  }

  /** What is left, in stretches between separators and pieces, each with a letter, digit or sign in it. */
  stretches(): Stretch[] {
    const found: Stretch[] = []
    let from = 0
    const add = (to: number) => {
      const text = this.rest.slice(from, to)
      const start = from + (text.length - text.trimStart().length)
      if (text.trim() !== '') found.push({ text: text.trim(), start, end: start + text.trim().length })
    }
    for (const match of this.rest.matchAll(separators)) {
      add(match.index)
      from = match.index + match[0].length
    }
    add(this.rest.length)
    return found
  }
}
