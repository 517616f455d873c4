import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reader } from './format.ts'
import { meetingWords, renderRecap, type RecapInput } from './recap-text.ts'
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

/** What a reader sees of the HTML: no tags, entities resolved, one space between words. */
function seen(html: string): string {
  return html
    .replace(/<li[^>]*>/g, ' - ')
    .replace(/<\/?(?:p|ul|li|div|br)\b[^>]*>/g, ' ')
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
    fc.constantFrom('<script>alert(1)</script>', '" onmouseover="x', "' style='x", '&lt;b&gt;', '</li></ul>', '{what}', '<img src=x onerror=y>', '\u0000\u2028]]>', '$&', '\ud800'),
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
      greeting: fc.constantFrom('', 'Hi <b>'),
      signOff: fc.constantFrom('', 'Cheers & <i>'),
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
    const ours = /<(?:div|p|ul|li|span|strong|br)(?: dir="auto")?(?: style="[a-zA-Z0-9:;,. -]*")?>|<\/(?:div|p|ul|li|span|strong)>/g
    fc.assert(
      fc.property(anyInput, (input) => {
        const rest = renderRecap(input).html.replace(ours, '')
        expect(rest).not.toMatch(/[<>"']/)
        expect(rest).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;)/)
      }),
      { numRuns: 300 },
    )
  })

  it('says exactly what the plain text says', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { html, text } = renderRecap(input)
        expect(seen(html)).toBe(text.replace(/\s+/g, ' ').trim())
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
