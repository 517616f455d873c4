import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkMessage, leftToFill, messageSize, openRuns, subjectTrouble } from './message-checks.ts'
import { readyTemplates } from './strings/en-templates.ts'
import type { TemplateKind } from './template.ts'

const names = (kind: TemplateKind, body: string, subject = 'Our talk') => checkMessage(kind, { subject, body }).map(({ name }) => name)
const well = 'Hello Jane, does Friday at 10:00 suit you?'

describe('the checks of a message', () => {
  it('have nothing to say of a short subject, a question and a day', () => {
    expect(names('email', well)).toEqual([])
    expect(names('text', well)).toEqual([])
  })

  it('look at the subject of mail only', () => {
    expect(names('email', well, '')).toEqual(['subject-empty'])
    expect(names('email', well, 'IMPORTANT OFFER')).toEqual(['subject-capitals'])
    expect(checkMessage('email', { subject: 'a'.repeat(61), body: well })[0]?.words).toBe('Subject 61 characters, more than 60')
    expect(names('text', well, '')).toEqual([])
    expect(subjectTrouble('打ち合わせの要約と次の一歩')).toBeNull()
  })

  it('miss something to do and a next step', () => {
    expect(names('email', 'Hello Jane, it was nice to meet you.')).toEqual(['no-ask', 'no-next-step'])
    expect(names('email', 'Hello Jane, please have a look.')).toEqual(['no-next-step'])
    expect(names('email', 'Hello Jane, I will call on Monday.')).toEqual(['no-ask'])
    expect(names('social', 'How do you go about it?')).toEqual([])
    expect(names('email', 'What about the Monetary Fund?')).toEqual(['no-next-step'])
  })

  it('count links', () => {
    expect(names('email', `${well} https://a.example https://b.example`)).toEqual([])
    expect(names('email', `${well} https://a.example https://b.example www.c.example`)).toEqual(['many-links'])
  })

  it('say how many text messages it takes, and which character makes it more', () => {
    expect(names('text', `${well}${'a'.repeat(160)}`)).toEqual(['several-texts'])
    expect(checkMessage('text', { subject: '', body: `${well}${'–'.repeat(40)}` })[0]).toMatchObject({ words: 'Takes 2 text messages', why: expect.stringContaining('“–”') })
    expect(messageSize('text', 'a'.repeat(294), 'en')).toBe('2 messages, 12 characters left')
    expect(messageSize('text', '', 'en')).toBe('1 message, 160 characters left')
  })

  it('say how long it takes to read', () => {
    expect(messageSize('email', 'word '.repeat(120), 'en')).toBe('120 words, about 30 seconds to read')
    expect(messageSize('email', 'word '.repeat(1190), 'en')).toBe('1,190 words, about 5 minutes to read')
    expect(messageSize('email', "It's one", 'en')).toBe('2 words, about 5 seconds to read')
  })

  it('have nothing to dismiss about what is still to be filled in', () => {
    expect(checkMessage('email', { subject: 'For {{company}}', body: `${well} [link]` })).toMatchObject([
      { name: 'unfilled', words: 'Still to fill in: {{company}} and [link]', isDismissable: false },
    ])
  })

  it.each(['Hello [name]', '{{company}}', '{{role', 'Price ___', 'When: TBD', 'Ask <person name>', 'XX pieces', '???', '{name}'])('find what is still to fill in in “%s”', (text) => {
    expect(leftToFill(text)).toHaveLength(1)
  })

  it.each(['Batch [12]', 'a < b and c > d', 'snake_case', 'really??', 'XL shirts', ''])('leave “%s” alone', (text) => {
    expect(leftToFill(text)).toEqual([])
  })

  it('tell apart what is still to fill in, and lose nothing of the rest', () => {
    expect(openRuns('For {{company}} on [day].').map(({ text, isOpen }) => (isOpen ? `<${text}>` : text))).toEqual(['For ', '<{{company}}>', ' on ', '<[day]>', '.'])
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(openRuns(text).map((run) => run.text).join('')).toBe(text)
      }),
    )
  })

  it('never fail, whatever is written', () => {
    fc.assert(
      fc.property(fc.constantFrom<TemplateKind>('email', 'text', 'social', 'script'), fc.string(), fc.string({ unit: 'binary' }), (kind, subject, body) => {
        expect(checkMessage(kind, { subject, body })).toBeInstanceOf(Array)
        expect(messageSize(kind, body, 'en')).not.toBe('')
      }),
    )
  })
})

describe('the templates that come with the app', () => {
  it.each(readyTemplates)('$name has nothing to be told but what is to be filled in', ({ kind, subject, body }) => {
    expect(checkMessage(kind, { subject, body }).filter(({ name }) => name !== 'unfilled')).toEqual([])
  })
})
