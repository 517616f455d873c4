import * as fc from 'fast-check'
import ICAL from 'ical.js'
import PostalMime, { type Email } from 'postal-mime'
import { describe, expect, test } from 'vitest'
import type { RecapContent } from '../../shared/recap.ts'
import { letterDocument, renderRecap } from '../../shared/recap-text.ts'
import { testCore, type TestCore } from '../../tests/support/core.ts'
import { letterFile } from './export/mail.ts'

const locale = 'en-GB'
const next: RecapContent['next'] = { channel: 'video', due: { date: '2026-12-01', time: '15:30', zone: 'Asia/Kolkata' }, minutes: 30 }

async function aRecap(core: TestCore, contact: { name: string; emails?: { label: string; address: string }[] }, changes: Partial<RecapContent>) {
  const { leadId } = await core.call('addLead', { contact: { emails: [{ label: '', address: 'priya@nair.example' }], ...contact }, contactId: null, lead: {}, stageId: null, next: null })
  const { id } = await core.call('startRecap', { leadId, touchId: null })
  await core.call('editRecap', { id, changes })
  return { id, leadId }
}

/** A part without the line break before the boundary, which is the boundary's own (RFC 2046, 5.1.1) and which the parser leaves in. */
function ended(part: string | undefined): string | undefined {
  return part?.replace(/\n$/, '')
}

/** The names of a message's own headers, as they stand before the first empty line. */
function headersOf(text: string): string[] {
  const head = text.slice(0, text.indexOf('\r\n\r\n'))
  return head.split(/\r\n(?![ \t])/).map((line) => line.slice(0, line.indexOf(':')).toLowerCase())
}

/** The appointment, which stands in the message twice; the parser gives its lines back with `\n`. */
function calendarOf(email: Email): string {
  const [shown, file] = ['text/calendar', 'application/ics'].map((type) => email.attachments.find(({ mimeType }) => mimeType === type))
  expect([shown?.method, file?.filename]).toEqual(['PUBLISH', 'meeting.ics'])
  const [text, saved] = [shown, file].map((part) => new TextDecoder().decode(part?.content as ArrayBuffer))
  expect(text).toBe(saved)
  return (text ?? '').replaceAll('\n', '\r\n')
}

function eventOf(text: string): ICAL.Event {
  return new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')!)
}

describe('a recap as a message', () => {
  test('says what the composer shows, to the one it is for, with the meeting in it, and is not sent yet', async () => {
    const core = await testCore({ settings: { name: 'Elena', signature: 'Weberei Nord' } })
    const content = { subject: 'Our talk: “one dye lot”', problems: ['Dye varies <b>'], mine: [{ what: 'Send samples', by: '2026-11-27' }], next } satisfies Partial<RecapContent>
    const { id } = await aRecap(core, { name: 'Priya Nair' }, content)
    const file = await core.call('recapFile', { id, locale })
    expect(file).toMatchObject({ name: 'Recap Priya Nair 2026-11-23.eml', type: 'message/rfc822' })

    const { recap, talkedOn } = await core.call('getRecap', { id })
    const reader = { locale, zone: 'Europe/Berlin', now: core.clock.now() }
    const letter = renderRecap({ content: recap, firstName: 'Priya', sender: { name: 'Elena', signature: 'Weberei Nord' }, talkedOn, reader })
    const email = await PostalMime.parse(file.text)
    expect(email.subject).toBe(letter.subject)
    expect(ended(email.text)).toBe(letter.text)
    expect(ended(email.html)).toBe(letterDocument(letter.subject, letter.html))
    expect(email.to).toEqual([{ name: 'Priya Nair', address: 'priya@nair.example' }])
    expect(email.from).toBeUndefined()
    expect(headersOf(file.text).toSorted()).toEqual(['content-type', 'date', 'message-id', 'mime-version', 'subject', 'to', 'x-unsent'])
    expect(file.text).toMatch(/^X-Unsent: 1\r$/m)
    expect(file.text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)

    const event = eventOf(calendarOf(email))
    expect(event.summary).toBe('Elena and Priya Nair: video call')
    expect(event.startDate.toJSDate().toISOString()).toBe('2026-12-01T10:00:00.000Z')
    expect(event.startDate.zone.tzid).toBe('Asia/Kolkata')
    expect(event.duration.toSeconds()).toBe(1800)
    expect(file.text).toMatch(/content-type: text\/calendar; charset=utf-8; method=PUBLISH/i)
    expect(calendarOf(email)).toMatch(/METHOD:PUBLISH/)
    expect(calendarOf(email)).not.toMatch(/ORGANIZER|ATTENDEE|VALARM/)
  })

  test('has no appointment without one, nobody to go to without an address, and no time for a whole day', async () => {
    const core = await testCore()
    const plain = await aRecap(core, { name: 'Bo', emails: [{ label: '', address: 'not an address' }] }, { subject: 'Hi' })
    const email = await PostalMime.parse((await core.call('recapFile', { id: plain.id, locale })).text)
    expect(email.to ?? []).toEqual([])
    expect(email.attachments).toEqual([])

    const whole = await aRecap(core, { name: 'Cy', emails: [{ label: '', address: 'no\u0000@x' }, { label: '', address: 'cy@cy.example' }] }, { next: { channel: 'in-person', due: { date: '2026-12-01', time: null, zone: null }, minutes: 60 } })
    const dated = await PostalMime.parse((await core.call('recapFile', { id: whole.id, locale })).text)
    expect(dated.to).toEqual([{ name: 'Cy', address: 'cy@cy.example' }])
    const event = eventOf(calendarOf(dated))
    expect([event.startDate.isDate, event.startDate.toString()]).toEqual([true, '2026-12-01'])
    expect(event.summary).toBe('Cy: meeting')
  })

  test('is the same appointment in every calendar, before and after it is sent, and a later one once it moved', async () => {
    const core = await testCore()
    const { id, leadId } = await aRecap(core, { name: 'Priya Nair' }, { next })
    const appointment = async () => eventOf(calendarOf(await PostalMime.parse((await core.call('recapFile', { id, locale })).text)))
    await core.clock.advance(90_000)
    await core.call('editRecap', { id, changes: { subject: 'Later' } })
    const first = await appointment()
    await core.call('sendRecap', { id })
    const sent = await appointment()
    expect(sent.uid).toBe(first.uid)
    expect(sent.sequence).toBeGreaterThanOrEqual(first.sequence)
    const { text } = await core.call('exportCalendar', { from: '2026-12-01', to: '2026-12-01' })
    expect(eventOf(text).uid).toBe(first.uid)
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1)

    const touch = (await core.call('getLead', { id: leadId })).touches.find(({ state }) => state === 'due')
    await core.call('editRecap', { id, changes: { next: { ...next, due: { ...next.due, date: '2026-12-02' } } } })
    const moved = await appointment()
    expect(moved.sequence).toBeGreaterThan(sent.sequence)
    await core.call('sendRecap', { id })
    expect((await core.call('getLead', { id: leadId })).touches.find((other) => other.id === touch?.id)?.due.date).toBe('2026-12-02')
    expect((await appointment()).sequence).toBe(moved.sequence)
  })

  test('takes only a locale in which dates can be written', async () => {
    const core = await testCore()
    const { id } = await aRecap(core, { name: 'Bo' }, {})
    for (const wrong of ['', 'x', 'en\r\nBcc: x', '../..', 'tlh']) {
      expect(await core.ask('recapFile', { id, locale: wrong })).toMatchObject({ ok: false, error: { code: 'invalid-input', field: 'locale' } })
    }
    expect(await core.ask('recapFile', { id, locale: 'en-GB-u-fw-mon-hc-h23-x-region-de' })).toMatchObject({ ok: true })
    expect(await core.ask('recapFile', { id: 'gone', locale })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })

  test('gets a name that every system takes', async () => {
    const core = await testCore()
    for (const name of ['a/b\\c:d*e?f"g<h>i|j', '..\u202e\u0000 x', '😀'.repeat(60), 'é'.repeat(200)]) {
      const { id } = await aRecap(core, { name }, {})
      const file = (await core.call('recapFile', { id, locale })).name
      expect(file).toMatch(/^Recap .* 2026-11-23\.eml$/u)
      expect(file).not.toMatch(/[\p{Cc}\p{Cf}<>:"/\\|?*]/u)
      expect(Buffer.byteLength(file)).toBeLessThanOrEqual(255)
    }
  })
})

describe('a recap as a PDF', () => {
  test('is the document that a message holds, in the desktop app alone', async () => {
    const printed: { name: string; html: string }[] = []
    const desktop = await testCore({ savePdf: (document) => Promise.resolve(printed.push(document) === 1) })
    const { id } = await aRecap(desktop, { name: 'Priya Nair' }, { subject: 'Our <talk>', problems: ['Dye varies'] })
    expect(await desktop.call('saveRecapPdf', { id, locale })).toEqual({ saved: true })
    const email = await PostalMime.parse((await desktop.call('recapFile', { id, locale })).text)
    expect(printed).toEqual([{ name: 'Recap Priya Nair 2026-11-23.pdf', html: ended(email.html) }])
    expect(await desktop.call('saveRecapPdf', { id, locale })).toEqual({ saved: false })

    const browser = await testCore()
    const other = await aRecap(browser, { name: 'Bo' }, {})
    expect(await browser.ask('saveRecapPdf', { id: other.id, locale })).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
  })
})

describe('a message, whatever is in it', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.constantFrom('a\r\nBcc: eve@evil.example', 'x\nSubject: other', '"quoted" <eve@evil.example>', '=?utf-8?Q?=0D=0ABcc:_x?=', '😀😀', 'محمد', 'a, b; c:', '\\', '(comment)', 'é'.repeat(300), 'w'.repeat(1200), '\u2028Bcc: x', 'From me', '.'),
  )
  const line = hostile.map((text) => text.toWellFormed().replace(/[\s\p{Cc}]+/gu, ' ').trim())

  /** As much as a recap and a contact hold. */
  const upTo = (most: number) => line.map((text) => text.slice(0, most).toWellFormed().trim())

  test('reads back as it was: subject, text, HTML, recipient and appointment, and not one header more', async () => {
    await fc.assert(
      fc.asyncProperty(upTo(500), fc.oneof(upTo(200), hostile.map((text) => text.slice(0, 200))), fc.array(line, { maxLength: 5 }), line, async (subject, name, lines, summary) => {
        const text = `${lines.join('\n')}\nend\n`
        const html = letterDocument(subject, lines.map((said) => said.replace(/[&<>]/g, '')).join('<br>'))
        const meeting = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-T:${summary}\r\nEND:VCALENDAR\r\n`
        const file = await letterFile({ to: { name, address: 'priya@nair.example' }, subject, text, html, meeting: { name: 'meeting.ics', text: meeting }, id: 'one', at: 0 })
        expect(headersOf(file).toSorted()).toEqual(['content-type', 'date', 'message-id', 'mime-version', ...(subject === '' ? [] : ['subject']), 'to', 'x-unsent'])
        expect(file.slice(0, file.indexOf('\r\n\r\n')).split('\r\n').every((row) => /^[\x20-\x7e\t]*$/.test(row) && row.length <= 998)).toBe(true)
        const email = await PostalMime.parse(file)
        expect(email.subject ?? '').toBe(subject)
        expect(ended(email.text)).toBe(text)
        expect(ended(email.html)).toBe(html)
        expect(email.to?.map(({ address }) => address)).toEqual(['priya@nair.example'])
        const called = name.toWellFormed().replace(/[\s\p{Cc}=?"\\]+/gu, '')
        expect(email.to?.[0]?.name?.replace(/[\s\p{Cc}=?"\\]+/gu, '')).toBe(called)
        expect([email.cc, email.bcc].flatMap((list) => list ?? [])).toEqual([])
        expect(calendarOf(email)).toBe(meeting)
      }),
      { numRuns: 150 },
    )
  })
})
