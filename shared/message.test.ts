import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeFieldNames, type MergeFields } from './merge-fields.ts'
import { messageFrom, messageIn, messageText, obstaclesTo, othersNamed } from './message.ts'

const nothing = Object.fromEntries(mergeFieldNames.map((name) => [name, ''])) as MergeFields
const template = { id: 't', kind: 'email', subject: 'For {{company | you}}', body: 'Hello {{firstName | there}}. Friday?' } as const
const jane = { ...nothing, firstName: 'Jane', name: 'Jane Doe', company: 'Acme' }
const person = (name: string, ...addresses: string[]) => ({ name, emails: addresses.map((address) => ({ label: '', address })) })

describe('a message', () => {
  it('is a template with the fields of one lead, and remembers whose they are', () => {
    expect(messageFrom(template, 'jane', jane)).toEqual({ kind: 'email', templateId: 't', filledFor: 'jane', subject: 'For Acme', body: 'Hello Jane. Friday?' })
  })

  it('keeps its subject on one line, whatever a field says', () => {
    expect(messageFrom(template, 'jane', { ...jane, company: 'Acme\r\nBcc: all@example.com' }).subject).toBe('For Acme Bcc: all@example.com')
  })

  it('leaves by itself only for the lead that it was filled in for', () => {
    const message = messageFrom(template, 'jane', jane)
    expect(obstaclesTo(message, 'jane', [])).toEqual([])
    expect(obstaclesTo(message, 'priya', [])).toEqual([{ kind: 'other-lead', leadId: 'jane' }])
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (leadId, other, subject, body) => {
        const own = messageFrom({ ...template, subject, body }, leadId, jane)
        const kinds = obstaclesTo(own, other, []).map(({ kind }) => kind)
        expect(kinds.includes('other-lead')).toBe(leadId !== other)
      }),
    )
  })

  it('is held up by what is still to be filled in, and by somebody else who is named in it', () => {
    const message = { subject: '', body: 'For {{company}} on [day]', filledFor: null }
    expect(obstaclesTo(message, 'jane', [{ name: 'Priya Nair', by: 'name', what: 'Priya Nair' }]).map(({ kind }) => kind)).toEqual(['other-person', 'unfilled', 'unfilled'])
  })

  it('comes back from one text as it went in', () => {
    expect(messageText({ subject: 'Our talk', body: 'Hello' })).toBe('Subject: Our talk\n\nHello')
    expect(messageIn('subject: Our talk\n\nHello\nJane')).toEqual({ subject: 'Our talk', body: 'Hello\nJane' })
    expect(messageIn('Hello\nSubject: no')).toEqual({ subject: '', body: 'Hello\nSubject: no' })
    const line = fc.string({ minLength: 1, maxLength: 80 }).map((text) => text.trim()).filter((text) => text !== '')
    fc.assert(
      fc.property(line, fc.string({ unit: 'grapheme' }), (subject, body) => {
        expect(messageIn(messageText({ subject, body }))).toEqual({ subject, body })
      }),
    )
  })
})

describe('who else is named in a message', () => {
  const others = [person('Priya Nair', 'priya@nair.example'), person('Al', 'al@example.com'), person('', 'info@acme.example'), person('Jan de Boer')]
  const named = (text: string) => othersNamed(text, others, 5).map(({ by, what }) => `${by} ${what}`)

  it('is told by a whole name or an address, without case', () => {
    expect(named('Hello PRIYA  nair, how are you?')).toEqual(['name Priya Nair'])
    expect(named('Write to Info@Acme.example.')).toEqual(['address info@acme.example'])
    expect(named('Priya is well, and Al as well')).toEqual([])
  })

  it('is not told by a part of another word', () => {
    expect(named('Jan de Boerse')).toEqual([])
    expect(named('al@example.commerce')).toEqual([])
    expect(named('Jan de Boerse, Jan de Boer')).toEqual(['name Jan de Boer'])
  })

  it('is told up to a limit', () => {
    expect(othersNamed('A B A B', Array.from({ length: 10 }, () => person('A B')), 3)).toHaveLength(3)
  })
})
