import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortNotes, type SortedNote } from './recap-notes.ts'
import { longestLine, mostLines, promiseLineSchema } from './recap.ts'

/** Without an eye for days, which is main's. */
const undated = (what: string) => ({ what, by: null })

function sorted(text: string, firstName: string | null = 'Priya'): string[] {
  return sortNotes(text, firstName, undated).lines.map(({ slot, what }) => `${slot}: ${what}`)
}

function whyOf(text: string): SortedNote['why'] | undefined {
  return sortNotes(text, 'Priya', undated).lines[0]?.why
}

describe('notes sorted into the slots of a recap', () => {
  it('takes each line for what it says', () => {
    const notes = [
      'Dye lots vary between batches',
      'They need 40 m by spring',
      'Agreed: a trial order from one lot',
      'ok to test before shipping',
      "I'll send colour samples",
      'we will hold the price',
      'Let me ask the lab',
      'me: book the room',
      "They'll share the returns data",
      'You will confirm the size of the van',
      'Priya will call the mill',
      'How long does delivery take?',
      'What about the hinges',
    ]
    expect(sorted(notes.join('\n'))).toEqual([
      'problems: Dye lots vary between batches',
      'problems: They need 40 m by spring',
      'solutions: a trial order from one lot',
      'solutions: ok to test before shipping',
      'mine: Send colour samples',
      'mine: Hold the price',
      'mine: Ask the lab',
      'mine: book the room',
      'theirs: Share the returns data',
      'theirs: Confirm the size of the van',
      'theirs: Call the mill',
      'questions: How long does delivery take?',
      'questions: What about the hinges',
    ])
  })

  it('says of each line why it stands where it does', () => {
    expect(whyOf('Really?')).toBe('question-mark')
    expect(whyOf('is there a discount')).toBe('asks')
    expect(whyOf('I’ll write')).toBe('mine')
    expect(whyOf('she will write')).toBe('theirs')
    expect(whyOf('decided on oak')).toBe('agreed')
    expect(whyOf('struggling with returns')).toBe('problem')
    expect(whyOf('Questions:\nprice')).toBe('heading')
    expect(whyOf('forty people')).toBe('rest')
  })

  it('lets a heading hold for the lines under it, up to the next one or an empty line', () => {
    const notes = '## Open questions\n\n1. delivery\n2. price\n\nforty people\n**Next steps**\n- send the report\n- Priya: check the budget\n- you’ll sign\n- when is it due?\nAttendees:\nAnn'
    expect(sorted(notes)).toEqual([
      'questions: delivery',
      'questions: price',
      'problems: forty people',
      'mine: send the report',
      'theirs: check the budget',
      'theirs: Sign',
      'questions: when is it due?',
      'problems: Ann',
    ])
  })

  it('takes bullets, numbers and boxes away, and lines that say nothing', () => {
    expect(sorted('- [x] one\n  * two\n3) three\n• four\n-----\n> - five\n- \n#\n-6 degrees')).toEqual(['one', 'two', 'three', 'four', 'five', '-6 degrees'].map((what) => `problems: ${what}`))
  })

  it('cuts a line only between sentences that part ways', () => {
    expect(sorted("Dye varies. Two returns came back. I'll send samples. Can we do 40 m? We met Dr. Bell.")).toEqual([
      'problems: Dye varies. Two returns came back.',
      'mine: Send samples.',
      'questions: Can we do 40 m?',
      'problems: We met Dr. Bell.',
    ])
  })

  it('takes the first of two promises in one sentence for whose it is, and a refusal for none', () => {
    expect(sorted("I'll send it once they will pay\nThey'll call and I'll listen\nI will not do that\nwe'll see")).toEqual([
      'mine: Send it once they will pay',
      "theirs: Call and I'll listen",
      'problems: I will not do that',
      "problems: we'll see",
    ])
  })

  it('knows them by a name of any kind, or by none', () => {
    expect(sorted('Ünal will pay', 'Ünal')).toEqual(['theirs: Pay'])
    expect(sorted('محمد will pay', 'محمد')).toEqual(['theirs: Pay'])
    expect(sorted('🌸 will pay', '🌸')).toEqual(['theirs: Pay'])
    expect(sorted('A.* will pay\nAnn will pay', 'A.*')).toEqual(['theirs: Pay', 'problems: Ann will pay'])
    expect(sorted('Ann will pay', null)).toEqual(['problems: Ann will pay'])
  })

  it('goes on in the next line where one is too long, and counts what finds its slot full', () => {
    const word = 'abcdefghi '
    const { lines } = sortNotes(word.repeat(500), null, undated)
    expect(lines.map(({ what }) => what.length <= longestLine)).toEqual([true, true, true])
    expect(lines.map(({ what }) => what).join(' ')).toBe(word.repeat(500).trim())
    expect(sortNotes('😀'.repeat(3000), null, undated).lines.every(({ what }) => what.isWellFormed())).toBe(true)

    const many = sortNotes(Array.from({ length: mostLines + 3 }, (_, index) => `point ${index}`).join('\n'), null, undated)
    expect([many.lines.length, many.left]).toEqual([mostLines, 3])
  })

  const row = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom("I'll send it by Fri", 'Next steps:', 'Questions', '- [ ] ', '1. ', 'Agreed: oak', 'Why? Because. They will.', '', '## Plan', '\u0000', '?"', 'me:', 'a'.repeat(4100)),
  )

  it('loses no word but those of headings, of “I will”, and the marks of lists', () => {
    const dropped = /^(?:#{1,6} |[*_]+)?[^.?!]{0,80}[:：]?[*_]*$/u
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const { lines } = sortNotes(rows.join('\n'), 'Priya', undated)
        const kept = lines.map(({ what }) => what).join('').replace(/\s+/g, '').toLowerCase()
        for (const said of rows.flatMap((text) => text.split(/[\r\n\v\f\u0085\u2028\u2029]/))) {
          const plain = said.replace(/[\s\p{Cc}]+/gu, ' ').trim()
          // Only letters are followed: what is left of a row is either all of it or none, since it is a heading.
          const last = /[\p{L}\p{N}]+$/u.exec(plain)?.[0].toLowerCase() ?? ''
          if (!kept.includes(last.replace(/\s+/g, ''))) expect(plain).toMatch(dropped)
        }
      }),
    )
  })

  it('gives lines that a recap takes, whatever was pasted', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), fc.option(fc.string({ unit: 'grapheme', maxLength: 10 })), (rows, name) => {
        const { lines } = sortNotes(rows.join('\n'), name === null || name.trim() === '' ? null : name.trim(), undated)
        for (const { what, by } of lines) {
          expect(promiseLineSchema.parse({ what, by })).toEqual({ what, by })
          expect(what).not.toBe('')
        }
      }),
    )
  })

  it('reads a megabyte in a blink, whatever it is made of', () => {
    for (const part of ['word and more. ', "I'll send it\n", '?"', '. ', '- ', 'a: ', '\n', '我会发送。', '????', 'Ab. Cd. ', "I'll "]) {
      const text = part.repeat(Math.ceil(1_000_000 / part.length))
      const start = performance.now()
      sortNotes(text, 'Priya', undated)
      expect(performance.now() - start, JSON.stringify(part)).toBeLessThan(1000)
    }
  })
})
