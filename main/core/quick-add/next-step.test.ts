import { describe, expect, test } from 'vitest'
import { readQuickAddLine } from '../../../tests/support/quick-add.ts'

/** What is read behind somebody and their company, today being Monday, 23 November 2026. */
function read(text: string) {
  const { name, company, ...rest } = readQuickAddLine(`Jane Doe, Acme, ${text}`)
  expect([name, company]).toEqual(['Jane Doe', 'Acme'])
  return rest
}

function step(channel: string | null, date: string | null, purpose = '', time: string | null = null) {
  return { next: { channel, purpose, due: date === null ? null : { date, time, zone: time === null ? null : 'Europe/Berlin' } } }
}

describe('of many dates, the one beside what to do is the next step’s', () => {
  test.each<[string, object]>([
    ['back on 5.12., call tomorrow', { ...step('call', '2026-11-24'), notes: 'back on 5.12.' }],
    ['back on Dec 5, call tomorrow', { ...step('call', '2026-11-24'), notes: 'back on Dec 5' }],
    ['back on 5.12., call him on +1 415 555 0132 tomorrow', { ...step('call', '2026-11-24'), phones: ['+1 415 555 0132'], notes: 'back on 5.12.' }],
    ['holiday 20.12. - 3.1., call tomorrow', { ...step('call', '2026-11-24'), notes: 'holiday 20.12. - 3.1.' }],
    ['fair 3.-5.12., call tomorrow', { ...step('call', '2026-11-24'), source: 'fair 3.-5.12.' }],
    ['the 2nd, larger order, call Friday', { ...step('call', '2026-11-27'), notes: 'the 2nd\nlarger order' }],
    ['her 2nd call, the 1st, went well, call Friday', { ...step('call', '2026-11-27'), notes: 'her 2nd call\nthe 1st\nwent well' }],
    ['is in by the 5th, call Friday', { ...step('call', '2026-11-27'), notes: 'is in by the 5th' }],
    ['is the 1st to answer, call Friday', { ...step('call', '2026-11-27'), notes: 'is the 1st to answer' }],
    ['floor 5.2., call tomorrow', { ...step('call', '2026-11-24'), notes: 'floor 5.2.' }],
    ['had a demo 5.11., call tomorrow', { ...step('call', '2026-11-24'), notes: 'had a demo 5.11.' }],
    ['wants a meeting in March, call tomorrow', { ...step('call', '2026-11-24'), notes: 'wants a meeting in March' }],
    ['wants a demo Friday', step('video', '2026-11-27', 'wants a demo')],
    ['send quote by Friday, call Monday', { ...step('email', '2026-11-27', 'send quote'), notes: 'call Monday' }],
    ['Friday, quote sent', { ...step(null, '2026-11-27'), notes: 'quote sent' }],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test('and the words beside another make no company', () => {
    expect(readQuickAddLine('Jane Doe, floor 5.2., call tomorrow')).toEqual({ name: 'Jane Doe', ...step('call', '2026-11-24'), notes: 'floor 5.2.' })
  })
})

describe('numbers that only look like a day stay in the notes', () => {
  test.each(['uses SAP 4.6., wants to switch', 'rated us 4.5.', 'moved to room 3.1.', '2.1. Overview', 'send version 3.1.'])('%s', (text) => {
    expect(read(text)).toEqual({ notes: text.replaceAll(', ', '\n') })
  })

  test.each<[string, object]>([
    ['call about SAP 4.6.', step('call', null, 'about SAP 4.6.')],
    ['call on the 3rd floor', step('call', null, 'on the 3rd floor')],
  ])('or in what a step is for: %s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('from one day to another is kept whole', () => {
  test.each(['quote 2.10.-5.10.', 'quote 2.10. - 5.10.', 'quote 2.10. bis 5.10.', 'away 1.12.–5.12.', 'away 20.12.-31.12.', 'away 1.12.2026 - 5.12.2026', 'away 3.-5.12.2026', '1.12.-5.12.'])('%s', (text) => {
    expect(read(text)).toEqual({ notes: text })
    expect(read(`${text}, call 7.12.`)).toEqual({ ...step('call', '2026-12-07'), notes: text })
  })

  test('in what a step is for, too', () => {
    expect(read('meet 1.12.-5.12.')).toEqual(step('in-person', null, '1.12.-5.12.'))
  })
})

describe('a day is understood with words behind it', () => {
  test.each<[string, object]>([
    ['call on the 5th about pricing', step('call', '2026-12-05', 'about pricing')],
    ['call on the 5th in the morning', step('call', '2026-12-05', '', '09:00')],
    ['call the 5th in the afternoon', step('call', '2026-12-05', '', '14:00')],
    ['call 5.12. in the afternoon', step('call', '2026-12-05', '', '14:00')],
    ['call on the 5th with a quote', step('call', '2026-12-05', 'with a quote')],
    ['am 24.12. Demo', step('video', '2026-12-24', 'Demo')],
    ['am 3.12. anrufen', step('call', '2026-12-03')],
    ['24.12. um 14:00 anrufen', step('call', '2026-12-24', '', '14:00')],
    ['24.12. um 14 Uhr anrufen', step('call', '2026-12-24', '', '14:00')],
    ['quote 24.12. 10:00', step(null, '2026-12-24', 'quote', '10:00')],
    ['24.12. 14 Uhr', step(null, '2026-12-24', '', '14:00')],
    ['meet 24.12. Hotel Adlon', { ...step('in-person', '2026-12-24'), notes: 'Hotel Adlon' }],
    ['24.12. call', step('call', '2026-12-24')],
    ['Mo 30.11. call', step('call', '2026-11-30')],
    ['Mon 30.11. call', step('call', '2026-11-30')],
    ['am Montag, 30.11. um 15 Uhr anrufen', step('call', '2026-11-30', '', '15:00')],
    ['send quote 24.12.', step('email', '2026-12-24', 'send quote')],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test('and right behind the name that a line begins with', () => {
    expect(readQuickAddLine('Jane Doe 24.12.')).toEqual({ name: 'Jane Doe', ...step(null, '2026-12-24') })
  })
})
