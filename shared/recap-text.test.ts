import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reader } from './format.ts'
import { columnsOf } from './columns.ts'
import { letterDocument, meetingWords, renderRecap, type RecapInput } from './recap-text.ts'
import { blankContent, recapContentSchema, type RecapContent } from './recap.ts'

const reader: Reader = { locale: 'en-GB', zone: 'Europe/Berlin', now: Date.parse('2026-11-22T09:00:00Z') }

const talk: RecapContent = {
  ...blankContent,
  subject: 'Our talk today: one dye lot, samples by Wednesday',
  problems: ['Dye lots vary between batches; two returns last month', 'Current supplier answers in a week'],
  solutions: ['Trial order of 40 m, one dye lot, tested before shipping'],
  mine: [{ what: 'Send colour samples and the test report', by: '2026-11-25' }],
  theirs: [{ what: 'Share the returns data from October', by: '2026-11-27' }],
  next: { channel: 'video', due: { date: '2026-12-01', time: '15:30', zone: 'Asia/Kolkata' }, minutes: 30 },
  tone: 'warm',
}

const nothing: RecapContent = { ...blankContent, tone: 'plain' }

function anInput(changes: Partial<RecapContent> = {}, rest: Partial<RecapInput> = {}): RecapInput {
  return {
    content: { ...talk, ...changes },
    firstName: 'Priya',
    sender: { name: 'Elena', signature: '' },
    talkedOn: '2026-11-22',
    reader,
    ...rest,
  }
}

/** The table around the letter; its style holds nothing that was typed. */
const layout =
  '<table role="presentation" border="0" cellpadding="0" cellspacing="0" width="100%" style="width:100%;max-width:640px;border-collapse:collapse"><tbody><tr>' +
  '<td align="left" valign="top" style="font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:1.5;padding:0;text-align:start;overflow-wrap:anywhere">'

/** What a reader sees of the HTML: no tags, entities resolved, one space between words. */
function seen(html: string): string {
  return html
    .replace(/<li[^>]*>/g, ' - ')
    .replace(/<\/?(?:p|ul|li|table|tbody|tr|td|br)\b[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()
}

describe('a recap as plain text', () => {
  it('says what was told, agreed and promised, and when we speak next in the reader’s time', () => {
    expect(renderRecap(anInput()).text).toBe(`Hi Priya,

Thank you for your time today. Here is what I took away.

What you told me
- Dye lots vary between batches; two returns last month
- Current supplier answers in a week

What we agreed
- Trial order of 40 m, one dye lot, tested before shipping

Next steps
- I will send colour samples and the test report by Wed 25 Nov
- You will share the returns data from October by Fri 27 Nov

We speak next on Tuesday 1 December, 15:30 your time (11:00 mine), by
video call, for 30 minutes.

Best,
Elena
`)
  })

  it('leaves out every section that has nothing in it', () => {
    expect(renderRecap(anInput({ ...nothing, problems: ['  ', ''], mine: [{ what: ' ', by: '2026-11-25' }] })).text).toBe(
      'Hello Priya,\n\nHere is a short summary of our talk today.\n\nRegards,\nElena\n',
    )
  })

  it('greets nobody by name when there is none', () => {
    expect(renderRecap(anInput({ tone: 'formal' }, { firstName: null })).text).toMatch(/^Good day,\n/)
  })

  it('names the day of a conversation that was not today', () => {
    expect(renderRecap(anInput({}, { talkedOn: '2026-11-21' })).text).toContain('your time yesterday.')
    expect(renderRecap(anInput({}, { talkedOn: '2026-11-19' })).text).toContain('your time on Thursday 19 November.')
  })

  it('names the year of a date in another year', () => {
    expect(renderRecap(anInput({ mine: [{ what: 'Call', by: '2027-01-04' }] })).text).toMatch(/I will call by Mon,? 4 Jan 2027/)
  })

  it('reads a promise that was typed as a whole sentence as one', () => {
    const text = renderRecap(anInput({ mine: [{ what: 'I will send it.', by: null }], theirs: [{ what: 'IBM contract review', by: null }] })).text
    expect(text).toContain('- I will send it\n')
    expect(text).toContain('- You will IBM contract review\n')
  })

  it('wraps at 72 columns, with the rows of one item under its first word', () => {
    const text = renderRecap(anInput({ problems: ['word '.repeat(40)] })).text
    expect(text.split('\n').every((row) => row.length <= 72)).toBe(true)
    expect(text).toMatch(/\n- word word.*\n {2}word word/)
  })

  it('keeps a word that is longer than a row whole', () => {
    const address = `https://example.com/${'a'.repeat(120)}`
    expect(renderRecap(anInput({ problems: [`see ${address} please`] })).text).toContain(`\n- see\n  ${address}\n  please\n`)
  })

  it('signs with the name and the lines below it, the name once', () => {
    const signed = renderRecap(anInput({}, { sender: { name: 'Elena', signature: 'Elena\r\nWeberei Nord\n\n+49 30 1234' } }))
    expect(signed.text).toMatch(/\nBest,\nElena\nWeberei Nord\n\+49 30 1234\n$/)
  })
})

describe('a recap in the person’s own words', () => {
  it('greets and closes as they wrote it, in each tone', () => {
    for (const tone of ['warm', 'plain', 'formal'] as const) {
      const { text } = renderRecap(anInput({ ...nothing, tone, greeting: 'Cara Priya,', signOff: 'A presto,' }))
      expect(text).toMatch(/^Cara Priya,\n\n/)
      expect(text).toMatch(/\n\nA presto,\nElena\n$/)
    }
  })

  it('lists what they asked under the tone’s own heading, after the next steps', () => {
    const headings = { warm: 'Still open', plain: 'Open questions', formal: 'Questions still open' }
    for (const [tone, heading] of Object.entries(headings)) {
      const { text } = renderRecap(anInput({ tone: tone as RecapContent['tone'], questions: ['How long does delivery take?', ' '] }))
      expect(text).toMatch(new RegExp(`by Fri 27 Nov\\n\\n${heading}\\n- How long does delivery take\\?\\n\\n(We speak|Our next)`))
    }
  })
})

describe('plain text of other writings', () => {
  it('counts the wide characters of East Asia and emoji as two columns', () => {
    expect(['abc', '日本', 'ｱ', '👍', '한', 'é', '❤️', ''].map(columnsOf)).toEqual([3, 4, 2, 2, 2, 1, 2, 0])
  })

  it('breaks writing without spaces anywhere but before a mark that begins no row', () => {
    const rows = renderRecap(anInput({ problems: ['染料のロットが安定しないため、先月は二回も返品がありました。'.repeat(4)] })).text.split('\n')
    expect(rows.every((row) => columnsOf(row) <= 72)).toBe(true)
    const item = rows.slice(rows.findIndex((row) => row.startsWith('- 染')), rows.indexOf('What we agreed') - 1)
    expect(item.length).toBeGreaterThan(3)
    expect(item.map((row) => row.slice(0, 2))).toEqual(['- ', ...item.slice(1).map(() => '  ')])
    expect(item.every((row) => !/^ {2}[、。ー」]/.test(row))).toBe(true)
    expect(item.map((row) => row.slice(2)).join('')).toBe('染料のロットが安定しないため、先月は二回も返品がありました。'.repeat(4))
  })

  it('begins no row within an item with what looks like another item', () => {
    const { text } = renderRecap(anInput({ problems: [`${'word '.repeat(13)}end - one - two 3. three`] }))
    expect(text).not.toMatch(/\n {2}(?:-|3\.) /)
  })

  it('says a name of any kind as it is', () => {
    expect(renderRecap(anInput({}, { firstName: '🌸🌸' })).text).toMatch(/^Hi 🌸🌸,\n/)
    expect(renderRecap(anInput({}, { firstName: 'محمد' })).html).toContain('Hi <span dir="auto">محمد</span>,')
  })
})

describe('the next time to speak', () => {
  it('is told once when both walls show the same', () => {
    const due = { date: '2026-12-01', time: '10:00', zone: 'Europe/Paris' }
    expect(meetingWords(due, reader)).toEqual({ when: 'Tuesday 1 December, 10:00', mine: '' })
  })

  it('names my time, and my date too when it is another one', () => {
    const due = { date: '2026-12-01', time: '18:30', zone: 'Asia/Tokyo' }
    expect(meetingWords(due, reader)).toEqual({
      when: 'Tuesday 1 December, 18:30 your time',
      mine: ' (10:30 mine)',
    })
    expect(meetingWords({ ...due, time: '08:45' }, { ...reader, zone: 'America/New_York' }).mine).toBe(' (Mon 30 Nov, 18:45 mine)')
  })

  it('is a date alone when no time is agreed', () => {
    expect(meetingWords({ date: '2026-12-01', time: null, zone: null }, reader).when).toBe('Tuesday 1 December')
  })
})

describe('the subject', () => {
  it('is the one that was written', () => {
    expect(renderRecap(anInput()).subject).toBe(talk.subject)
  })

  it('is proposed from what comes next when none is written', () => {
    expect(renderRecap(anInput({ subject: ' ' })).subject).toBe('Our talk today, and our video call on Tue 1 Dec')
    expect(renderRecap(anInput({ subject: '', next: null })).subject).toBe('Our talk today, next step by Wed 25 Nov')
    expect(renderRecap(anInput({ ...nothing, mine: [{ what: 'Call', by: null }] })).subject).toBe('Recap of our talk today, and next steps')
    expect(renderRecap(anInput({ ...nothing, tone: 'formal' })).subject).toBe('Summary of our conversation today')
  })
})

describe('a recap as HTML', () => {
  it('lets Arabic and Hebrew run their own way inside an English sentence', () => {
    const { html } = renderRecap(anInput({ problems: ['מחיר'], mine: [{ what: 'لون العينة', by: null }] }))
    expect(html).toMatch(/<li dir="auto"[^>]*><span dir="auto">מחיר<\/span><\/li>/)
    expect(html).toMatch(/I will <span dir="auto">لون العينة<\/span>/)
  })

  it('names no class, id, script, colour or anything to load', () => {
    expect(renderRecap(anInput()).html).not.toMatch(/class=|id=|<script|color:|url\(|src=|href=/)
  })

  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('<script>alert(1)</script>', '" onmouseover="x', "' style='x", '&lt;b&gt;', '</li></ul>', '{what}', '<img src=x onerror=y>', '\u0000\u2028]]>', '$&', '\ud800', '<a href="javascript:x()">', 'expression(x)', '</table></td>', '<!-- -->', '<![if mso]>', '\u202e<b>', '日本語'.repeat(20)),
  )
  const promise = fc.record({ what: hostile, by: fc.constantFrom(null, '2026-11-25', '2027-02-01') })
  const anyInput: fc.Arbitrary<RecapInput> = fc.record({
    content: fc.record({
      subject: hostile,
      problems: fc.array(hostile, { maxLength: 5 }),
      solutions: fc.array(hostile, { maxLength: 5 }),
      mine: fc.array(promise, { maxLength: 4 }),
      theirs: fc.array(promise, { maxLength: 4 }),
      next: fc.constantFrom(null, talk.next),
      questions: fc.array(hostile, { maxLength: 4 }),
      tone: fc.constantFrom('warm', 'plain', 'formal'),
      greeting: hostile,
      signOff: hostile,
      notes: fc.constant(''),
    }),
    firstName: fc.option(hostile),
    sender: fc.record({ name: hostile, signature: hostile }),
    talkedOn: fc.constantFrom('2026-11-22', '2026-11-02'),
    reader: fc.record({
      locale: fc.constantFrom('en', 'en-GB', 'de', 'ar'),
      zone: fc.constantFrom('Europe/Berlin', 'America/New_York'),
      now: fc.constant(reader.now),
    }),
  })

  it('never lets a person’s text become markup, whatever it holds', () => {
    const ours = /<(?:p|ul|li|span|strong|br)(?: dir="auto")?(?: style="[a-zA-Z0-9:;,. -]*")?>|<\/(?:p|ul|li|span|strong)>/g
    fc.assert(
      fc.property(anyInput, (input) => {
        const { html, subject } = renderRecap(input)
        expect(html.startsWith(layout) && html.endsWith('</td></tr></tbody></table>')).toBe(true)
        const rest = html.slice(layout.length, -'</td></tr></tbody></table>'.length).replace(ours, '')
        expect(rest).not.toMatch(/[<>"']/)
        expect(rest).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;)/)
        expect(letterDocument(subject, '')).toMatch(/^<!doctype html><html lang="en"><head><meta charset="utf-8"><title>[^<>"']*<\/title><\/head><body><\/body><\/html>$/)
      }),
      { numRuns: 300 },
    )
  })

  it('says exactly what the plain text says', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { html, text } = renderRecap(input)
        expect(seen(html).replaceAll(' ', '')).toBe(text.replace(/\s+/g, ''))
      }),
      { numRuns: 300 },
    )
  })

  it('never runs, follows or loads anything', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const tags = renderRecap(input).html.match(/<[^>]*>/g) ?? []
        expect(tags.filter((tag) => /script|\son\w|javascript:|href|src|url\(|expression|@import|http/i.test(tag))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('keeps every row of the plain text within 72 columns but for a single long word', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const row of renderRecap(input).text.split('\n')) {
          if (columnsOf(row) > 72) expect(row.replace(/^- |^ {2}/, '').split(' ').filter((word) => columnsOf(word) > 30).length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is the same every time', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        expect(renderRecap(input)).toEqual(renderRecap(structuredClone(input)))
      }),
    )
  })

  it('renders two hundred lines in a few milliseconds', () => {
    const many = anInput({ problems: Array.from({ length: 200 }, (_, index) => `Point ${index} ${'word '.repeat(30)}`) })
    renderRecap(many)
    const start = performance.now()
    renderRecap(many)
    expect(performance.now() - start).toBeLessThan(50)
  })
})

it('renders whatever the schema lets through', () => {
  const content = recapContentSchema.parse({ ...nothing, problems: ['a'.repeat(2000)], mine: [{ what: '.', by: null }] })
  expect(renderRecap(anInput(content)).text).toContain('I will .')
})
