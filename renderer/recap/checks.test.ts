import { describe, expect, it } from 'vitest'
import { permissionNotAsked } from '../../shared/contact.ts'
import type { Reader } from '../../shared/format.ts'
import { blankContent, type RecapContent } from '../../shared/recap.ts'
import { checkRecap, unfilledFields, type Check, type Checked } from './checks.ts'

function aRecap(changes: Partial<RecapContent> = {}): RecapContent {
  return { ...blankContent, mine: [{ what: 'Send it', by: '2026-11-25' }], ...changes }
}

const anybody = { doNotContact: false, permission: permissionNotAsked }
const reader: Reader = { locale: 'en-GB', zone: 'Europe/Berlin', now: Date.parse('2026-11-22T09:00:00Z') }

function checked(content: RecapContent, subject: string, signed: boolean, contact: Checked['contact'] = anybody): Check[] {
  return checkRecap({ content, contact, subject, signed, reader })
}

function troubles(content: RecapContent, subject = 'Our talk today'): string[] {
  return checked(content, subject, true)
    .filter((check) => !check.ok)
    .map((check) => check.name)
}

describe('the checks of a recap', () => {
  it('are all well for a short subject and a dated promise', () => {
    expect(checked(aRecap(), 'Our talk today', true).map((check) => check.ok)).toEqual([true, true, true, true])
  })

  it('miss a next step when nobody promised anything and no time to speak is set', () => {
    expect(troubles(aRecap({ mine: [{ what: ' ', by: null }] }))).toEqual(['next-step'])
  })

  it('count the promises without a date', () => {
    const checks = checked(aRecap({ theirs: [{ what: 'Answer', by: null }] }), 'Our talk', true)
    expect(checks.find((check) => check.name === 'dates')).toEqual({ name: 'dates', ok: false, words: '1 promise without a date' })
  })

  it('look at every part of the letter for what was left to fill in', () => {
    for (const part of [{ greeting: 'Dear [name],' }, { questions: ['what of {{company}}?'] }, { signOff: '___' }]) expect(troubles(aRecap(part))).toEqual(['fields'])
  })

  it('warn of a next time to speak that is over, a whole day only once it has passed', () => {
    const at = (date: string, time: string | null) => aRecap({ next: { channel: 'video', due: { date, time, zone: time === null ? null : 'Europe/Berlin' }, minutes: 30 } })
    expect([at('2026-11-22', '09:59'), at('2026-11-21', null)].map((recap) => troubles(recap))).toEqual([['meeting'], ['meeting']])
    expect([at('2026-11-22', '10:01'), at('2026-11-22', null)].map((recap) => troubles(recap))).toEqual([[], []])
  })

  it('remember the name to sign with', () => {
    expect(checked(aRecap(), 'Our talk', false).at(-1)).toMatchObject({ name: 'signature', ok: false })
  })

  it('warn of somebody who wants to hear no more (P9)', () => {
    const barred = (contact: Partial<Checked['contact']>) => checked(aRecap(), 'Our talk', true, { ...anybody, ...contact }).filter((check) => !check.ok)
    expect(barred({ doNotContact: true })).toEqual([{ name: 'permission', ok: false, words: 'They are not to be contacted' }])
    expect(barred({ permission: { ...permissionNotAsked, status: 'declined' } })).toEqual([{ name: 'permission', ok: false, words: 'They want no follow-up' }])
    expect(barred({ permission: { ...permissionNotAsked, status: 'granted' } })).toEqual([])
  })

  it('name all that was left to fill in, each once, and nothing across lines', () => {
    expect(unfilledFields(aRecap({ problems: ['For [name] in [city]', 'of [name]'], questions: ['open {', 'shut }'] }), '___')).toEqual(['___', '[name]', '[city]'])
  })

  it('find a subject that is too long or shouts', () => {
    expect(troubles(aRecap(), 'a'.repeat(61))).toEqual(['subject'])
    expect(troubles(aRecap(), 'IMPORTANT OFFER')).toEqual(['subject'])
    expect(troubles(aRecap(), '打ち合わせの要約と次の一歩')).toEqual([])
  })

  it.each(['Hello [name]', 'For {{company}}', 'Price ___', 'When: TBD', 'Ask <person name>', 'XX pieces', '???'])('find the unfilled field in “%s”', (text) => {
    expect(troubles(aRecap({ problems: [text] }))).toEqual(['fields'])
  })

  it.each(['Batch [12]', 'a < b and c > d', 'snake_case', 'really??', 'XL shirts'])('leave “%s” alone', (text) => {
    expect(troubles(aRecap({ problems: [text] }))).toEqual([])
  })
})
