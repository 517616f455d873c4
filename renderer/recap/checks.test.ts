import { describe, expect, it } from 'vitest'
import { blankContent, type RecapContent } from '../../shared/recap.ts'
import { checkRecap } from './checks.ts'

function aRecap(changes: Partial<RecapContent> = {}): RecapContent {
  return { ...blankContent, mine: [{ what: 'Send it', by: '2026-11-25' }], ...changes }
}

function troubles(content: RecapContent, subject = 'Our talk today'): string[] {
  return checkRecap(content, subject, true)
    .filter((check) => !check.ok)
    .map((check) => check.name)
}

describe('the checks of a recap', () => {
  it('are all well for a short subject and a dated promise', () => {
    expect(checkRecap(aRecap(), 'Our talk today', true).map((check) => check.ok)).toEqual([true, true, true, true])
  })

  it('miss a next step when nobody promised anything and no time to speak is set', () => {
    expect(troubles(aRecap({ mine: [{ what: ' ', by: null }] }))).toEqual(['next-step'])
  })

  it('count the promises without a date', () => {
    const checks = checkRecap(aRecap({ theirs: [{ what: 'Answer', by: null }] }), 'Our talk', true)
    expect(checks.find((check) => check.name === 'dates')).toEqual({ name: 'dates', ok: false, words: '1 promise without a date' })
  })

  it('remember the name to sign with', () => {
    expect(checkRecap(aRecap(), 'Our talk', false).at(-1)).toMatchObject({ name: 'signature', ok: false })
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
