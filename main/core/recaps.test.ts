import { describe, expect, test } from 'vitest'
import type { CallInput } from '../../shared/api.ts'
import type { NextMeeting, RecapContent } from '../../shared/recap.ts'
import { aLead, testCore, type TestCore } from '../../tests/support/core.ts'

/** Monday, 9:00 in Berlin. */
const berlin = 'Europe/Berlin'
const next: NextMeeting = { channel: 'video', due: { date: '2026-12-01', time: '15:30', zone: 'Asia/Kolkata' }, minutes: 30 }
const nothingAfter = { next: 'proposed', instead: null } as const

/** A lead with a meeting that was just held, with these notes. */
async function aMeeting(core: TestCore, notes: string, lead: string | null = null) {
  const leadId = lead ?? (await aLead(core, 'Priya Nair'))
  const touch = await core.call('scheduleTouch', { leadId, channel: 'video', purpose: 'Demo', due: { date: '2026-11-23', time: '08:30', zone: berlin } })
  await core.call('completeTouch', { id: touch.id, outcome: 'talked', notes, ...nothingAfter })
  return { leadId, touchId: touch.id }
}

async function aRecap(core: TestCore, leadId: string, changes: Partial<RecapContent> & { nextTouchId?: string | null } = {}, touchId: string | null = null) {
  const { id } = await core.call('startRecap', { leadId, touchId })
  await core.call('editRecap', { id, changes })
  return id
}

async function touchesOf(core: TestCore, leadId: string) {
  return (await core.call('getLead', { id: leadId })).touches
}

async function said(core: TestCore, id: string) {
  return (await core.call('getRecap', { id })).recap
}

describe('a recap that is started', () => {
  test('has the meeting’s notes in its slots, and as they were', async () => {
    const core = await testCore()
    const notes = "Dye varies\nAgreed: one lot\nI'll send samples by Fri\nPriya will share the returns in 2 weeks\nHow long is delivery?"
    const { leadId, touchId } = await aMeeting(core, notes)
    const { id } = await core.call('startRecap', { leadId, touchId, region: 'DE' })
    expect(await said(core, id)).toMatchObject({
      touchId,
      problems: ['Dye varies'],
      solutions: ['one lot'],
      mine: [{ what: 'Send samples', by: '2026-11-27' }],
      theirs: [{ what: 'Share the returns', by: '2026-12-07' }],
      questions: ['How long is delivery?'],
      notes,
    })
  })

  test('begins with what is still open, and with needs that no recap named yet', async () => {
    const core = await testCore()
    const leadId = await aLead(core, 'Priya Nair')
    await core.call('editLead', { id: leadId, changes: { needs: ['Faster answers', 'One dye lot'] } })
    await core.call('addPromise', { leadId, side: 'mine', what: 'Send the price list', by: '2026-11-30' })
    await core.call('addPromise', { leadId, side: 'theirs', what: 'Sign', by: null })
    await core.call('addQuestion', { leadId, text: 'Is there a discount?' })
    const first = await aRecap(core, leadId)
    expect(await said(core, first)).toMatchObject({
      problems: ['Faster answers', 'One dye lot'],
      mine: [{ what: 'Send the price list', by: '2026-11-30' }],
      theirs: [{ what: 'Sign', by: null }],
      questions: ['Is there a discount?'],
    })
    await core.call('editRecap', { id: first, changes: { problems: ['faster answers!'] } })
    await core.call('markRecapCopied', { id: first })
    const { touchId } = await aMeeting(core, 'I will send the price list.\nHardware is old', leadId)
    const second = await aRecap(core, leadId, {}, touchId)
    expect(await said(core, second)).toMatchObject({ problems: ['One dye lot', 'Hardware is old'], mine: [{ what: 'Send the price list', by: '2026-11-30' }] })
  })

  test('takes the next call or meeting that has a time, but no step of a cadence, for the next time to speak', async () => {
    const core = await testCore()
    const { leadId, touchId } = await aMeeting(core, '')
    await core.call('scheduleTouch', { leadId, channel: 'call', purpose: '', due: { date: '2026-11-24', time: null, zone: null } })
    await core.call('scheduleTouch', { leadId, channel: 'email', purpose: '', due: { date: '2026-11-24', time: '09:00', zone: berlin } })
    const meeting = await core.call('scheduleTouch', { leadId, channel: 'in-person', purpose: 'Visit', due: { date: '2026-12-02', time: '10:00', zone: berlin } })
    const { id } = await core.call('startRecap', { leadId, touchId })
    expect(await said(core, id)).toMatchObject({ nextTouchId: meeting.id, next: { channel: 'in-person', due: meeting.due, minutes: 60 } })
    expect((await core.call('getRecap', { id })).meetings.map((touch) => touch.id)).toContain(meeting.id)

    await core.call('editRecap', { id, changes: { next: null } })
    expect(await said(core, id)).toMatchObject({ next: null, nextTouchId: null })
    const stranger = await core.call('scheduleTouch', { leadId: await aLead(core, 'Bo'), channel: 'call', purpose: '', due: next.due })
    expect(await core.ask('editRecap', { id, changes: { next, nextTouchId: stranger.id } })).toMatchObject({ ok: false, error: { field: 'changes.nextTouchId' } })
  })

  test('is the one that is there: that of the meeting, or the draft of the lead', async () => {
    const core = await testCore()
    const { leadId, touchId } = await aMeeting(core, 'Dye varies')
    const { id } = await core.call('startRecap', { leadId, touchId: null })
    expect(await said(core, id)).toMatchObject({ touchId, problems: ['Dye varies'] })
    expect(await core.call('startRecap', { leadId, touchId })).toEqual({ id })
    await core.call('markRecapCopied', { id })
    expect(await core.call('startRecap', { leadId, touchId })).toEqual({ id })
    const other = await core.call('startRecap', { leadId, touchId: null })
    expect(other).not.toEqual({ id })
    expect((await said(core, other.id)).touchId).toBeNull()
  })

  test('fills a draft in which nothing was written, and leaves one in which something was', async () => {
    const core = await testCore()
    const leadId = await aLead(core, 'Priya Nair')
    const blank = await core.call('startRecap', { leadId, touchId: null })
    const { touchId } = await aMeeting(core, 'Dye varies', leadId)
    expect(await core.call('startRecap', { leadId, touchId })).toEqual(blank)
    expect(await said(core, blank.id)).toMatchObject({ touchId, problems: ['Dye varies'] })
    await core.call('undo', { transaction: null })
    expect(await said(core, blank.id)).toMatchObject({ touchId: null, problems: [] })
    await core.call('editRecap', { id: blank.id, changes: { subject: 'Mine' } })
    expect(await core.call('startRecap', { leadId, touchId })).toEqual(blank)
    expect(await said(core, blank.id)).toMatchObject({ subject: 'Mine', problems: [] })
  })

  test('takes the day that was told last, keeps the order, and no meeting that is over', async () => {
    const core = await testCore()
    const { leadId, touchId } = await aMeeting(core, 'One\nTwo\none!\nI will send the price list by Fri\nI will call Sam')
    await core.call('addPromise', { leadId, side: 'mine', what: 'Send the price list', by: null })
    await core.call('scheduleTouch', { leadId, channel: 'call', purpose: '', due: { date: '2026-11-23', time: '08:45', zone: berlin } })
    const { id } = await core.call('startRecap', { leadId, touchId })
    expect(await said(core, id)).toMatchObject({
      problems: ['One', 'Two'],
      mine: [{ what: 'Send the price list', by: '2026-11-27' }, { what: 'Call Sam', by: null }],
      next: null,
    })
  })

  test('keeps a megabyte of notes, and sorts as much of them as it takes', async () => {
    const core = await testCore()
    const leadId = await aLead(core, 'Priya Nair')
    const text = "I'll send it by Fri\n".repeat(50_000)
    const started = performance.now()
    const { lines, left } = await core.call('sortNotes', { text, leadId, region: 'DE' })
    expect(performance.now() - started).toBeLessThan(1000)
    expect([lines.length, left]).toEqual([500, 49_500])
    const id = await aRecap(core, leadId, { notes: text, mine: lines.map(({ what, by }) => ({ what, by })) })
    expect((await said(core, id)).notes).toBe(text)
  })

  test('reads a day in plain words', async () => {
    const core = await testCore()
    expect(await core.call('readDay', { text: 'in 2 weeks', region: null })).toEqual({ date: '2026-12-07' })
    expect(await core.call('readDay', { text: 'soon', region: null })).toEqual({ date: null })
  })
})

describe('a recap that was sent', () => {
  const full = {
    subject: 'Our talk',
    problems: ['Dye varies'],
    mine: [{ what: 'Send samples', by: '2026-11-27' }, { what: 'Write to Sam', by: null }, { what: 'send samples.', by: null }],
    theirs: [{ what: 'Share the returns', by: '2026-12-07' }],
    questions: ['How long is delivery?'],
    next,
  } satisfies Partial<RecapContent>

  test('logs itself, and writes down its promises, its questions and the next meeting, in one step that undo takes back', async () => {
    const core = await testCore()
    const { leadId, touchId } = await aMeeting(core, '')
    const before = await touchesOf(core, leadId)
    const id = await aRecap(core, leadId, full, touchId)
    const reply = await core.ask('sendRecap', { id })
    expect(reply).toMatchObject({ ok: true, data: { promises: 3, questions: 1, proposed: null } })

    const lead = await core.call('getLead', { id: leadId })
    const meeting = lead.touches.find(({ purpose }) => purpose === 'As agreed in the recap')
    expect(meeting).toMatchObject({ channel: 'video', state: 'due', due: next.due, minutes: 30 })
    expect(await said(core, id)).toMatchObject({ sentAt: '2026-11-23T08:00:00.000Z', nextTouchId: meeting?.id })
    expect(lead.promises.map(({ side, what, by, recapId }) => [side, what, by, recapId])).toEqual([
      ['mine', 'Send samples', '2026-11-27', id],
      ['theirs', 'Share the returns', '2026-12-07', id],
      ['mine', 'Write to Sam', null, id],
    ])
    expect(lead.questions.map(({ text }) => text)).toEqual(['How long is delivery?'])
    expect(lead.touches.find(({ purpose }) => purpose === 'Recap sent')).toMatchObject({ channel: 'email', state: 'done', completedAt: '2026-11-23T08:00:00.000Z' })
    expect(lead.recaps).toMatchObject([{ id, sentAt: '2026-11-23T08:00:00.000Z', copiedAt: null, versions: 1 }])

    if (!reply.ok) throw new Error('refused')
    await core.call('undo', { transaction: reply.transaction ?? null })
    const undone = await core.call('getLead', { id: leadId })
    expect(undone.touches.map(({ id: touch, state }) => [touch, state])).toEqual(before.map(({ id: touch, state }) => [touch, state]))
    expect([undone.promises, undone.questions]).toEqual([[], []])
    expect(await said(core, id)).toMatchObject({ sentAt: null, nextTouchId: null, mine: full.mine.map(({ what, by }) => ({ what, by })) })
    expect((await core.call('getRecap', { id })).versions).toEqual([])
    await core.call('redo', {})
    expect((await core.call('getLead', { id: leadId })).promises).toHaveLength(3)
  })

  test('adds only what is new when it is sent again', async () => {
    const core = await testCore()
    const leadId = await aLead(core, 'Priya Nair')
    const id = await aRecap(core, leadId, full)
    await core.call('sendRecap', { id })
    const [kept] = (await core.call('getLead', { id: leadId })).promises
    await core.call('keepPromise', { id: kept!.id })
    const [question] = (await core.call('getLead', { id: leadId })).questions
    await core.call('answerQuestion', { id: question!.id, answer: 'Six weeks' })
    await core.clock.advance(60_000)
    await core.call('editRecap', { id, changes: { theirs: [...full.theirs, { what: 'Sign', by: null }] } })
    expect(await core.call('sendRecap', { id })).toMatchObject({ promises: 1, questions: 0 })
    const lead = await core.call('getLead', { id: leadId })
    expect(lead.promises).toHaveLength(4)
    expect(lead.touches.filter(({ channel, state }) => channel === 'video' && state === 'due')).toHaveLength(1)
    expect((await core.call('getRecap', { id })).versions.map(({ how }) => how)).toEqual(['sent', 'sent'])
  })

  test('puts an open promise off, counts the move, and leaves its day where the line has none', async () => {
    const core = await testCore()
    const leadId = await aLead(core, 'Priya Nair')
    const moved = await core.call('addPromise', { leadId, side: 'mine', what: 'Send samples', by: '2026-11-24' })
    const undated = await core.call('addPromise', { leadId, side: 'theirs', what: 'Sign', by: '2026-11-30' })
    const id = await aRecap(core, leadId)
    await core.call('editRecap', { id, changes: { mine: [{ what: 'I will send samples', by: '2026-11-27' }], theirs: [{ what: 'sign', by: null }] } })
    expect(await core.call('sendRecap', { id })).toMatchObject({ promises: 0 })
    const { promises } = await core.call('getLead', { id: leadId })
    expect(promises.find((promise) => promise.id === moved.id)).toMatchObject({ by: '2026-11-27', moves: 1 })
    expect(promises.find((promise) => promise.id === undated.id)).toMatchObject({ by: '2026-11-30', moves: 0 })
  })

  test('makes nothing anew of a promise that was kept while it was written', async () => {
    const core = await testCore()
    const leadId = await aLead(core, 'Priya Nair')
    const { id: promise } = await core.call('addPromise', { leadId, side: 'mine', what: 'Send samples', by: '2026-11-24' })
    const id = await aRecap(core, leadId)
    await core.call('keepPromise', { id: promise })
    expect(await core.call('sendRecap', { id })).toMatchObject({ promises: 0 })
    expect((await core.call('getLead', { id: leadId })).promises).toMatchObject([{ id: promise, state: 'kept' }])
  })

  test('takes a promise with a day that is over, and one of both sides in the same words', async () => {
    const core = await testCore()
    const leadId = await aLead(core, 'Priya Nair')
    const line = { what: 'Call the mill', by: '2026-11-20' }
    const id = await aRecap(core, leadId, { mine: [line], theirs: [line] })
    expect(await core.call('sendRecap', { id })).toMatchObject({ promises: 2 })
    await core.call('editRecap', { id, changes: { mine: [{ ...line, by: '2026-11-21' }] } })
    await core.call('sendRecap', { id })
    expect((await core.call('getLead', { id: leadId })).promises.map(({ side, by }) => [side, by])).toEqual([['theirs', '2026-11-20'], ['mine', '2026-11-21']])
  })

  test('moves the touch that stands for the next time to speak, and leaves one that was held', async () => {
    const core = await testCore()
    const { leadId, touchId } = await aMeeting(core, '')
    const meeting = await core.call('scheduleTouch', { leadId, channel: 'call', purpose: 'Terms', due: { date: '2026-11-25', time: '10:00', zone: berlin } })
    const id = await aRecap(core, leadId, {}, touchId)
    await core.call('editRecap', { id, changes: { next } })
    expect(await core.call('sendRecap', { id })).toMatchObject({ nextTouchId: meeting.id, proposed: null })
    expect((await touchesOf(core, leadId)).find((touch) => touch.id === meeting.id)).toMatchObject({ channel: 'video', due: next.due, purpose: 'Terms', state: 'due' })

    core.clock.jump('2026-12-02T08:00:00Z')
    await core.call('completeTouch', { id: meeting.id, outcome: 'talked', notes: '', ...nothingAfter })
    await core.call('editRecap', { id, changes: { subject: 'Once more' } })
    expect(await core.call('sendRecap', { id })).toMatchObject({ nextTouchId: meeting.id })
  })

  test('is refused again while it says the same, and logged once', async () => {
    const core = await testCore()
    const leadId = await aLead(core, 'Priya Nair')
    const id = await aRecap(core, leadId, full)
    const [first, again] = await Promise.all([core.ask('sendRecap', { id }), core.ask('sendRecap', { id })])
    expect([first, again]).toMatchObject([{ ok: true }, { ok: false, error: { code: 'conflict' } }])
    expect((await touchesOf(core, leadId)).filter(({ channel, state }) => channel === 'email' && state === 'done')).toHaveLength(1)
    await core.call('undo', { transaction: null })
    await core.call('sendRecap', { id })
    await core.call('editRecap', { id, changes: { notes: 'Only for me' } })
    expect(await core.ask('sendRecap', { id })).toMatchObject({ ok: false })
    await core.call('editRecap', { id, changes: { tone: 'formal' } })
    expect(await core.ask('sendRecap', { id })).toMatchObject({ ok: true })
  })

  test('leaves what is being noted of the lead meanwhile where it is', async () => {
    const core = await testCore()
    const leadId = await aLead(core, 'Priya Nair')
    const id = await aRecap(core, leadId, full)
    await core.call('saveNoteDraft', { id: leadId, leadId, notes: 'She called about the van' })
    await core.call('sendRecap', { id })
    expect((await touchesOf(core, leadId)).find(({ purpose }) => purpose === 'Recap sent')).toMatchObject({ notes: '' })
    expect(await core.call('getNoteDrafts', {})).toMatchObject([{ id: leadId, notes: 'She called about the van' }])
  })

  test('taken back, leaves the whole lead as it was: days that were moved, the meeting, the cadence and the touch that asks', async () => {
    const core = await testCore()
    const leadId = await aLead(core, 'Priya Nair')
    const theirs = await core.call('addPromise', { leadId, side: 'theirs', what: 'Sign', by: '2026-11-20' })
    await core.call('askAboutPromise', { id: theirs.id })
    await core.call('addPromise', { leadId, side: 'mine', what: 'Send samples', by: '2026-11-24' })
    const [cadence] = await core.call('getCadences', {})
    await core.call('enrol', { leadIds: [leadId], cadenceId: cadence!.id, startOn: '2026-11-23', perDay: null })
    const id = await aRecap(core, leadId, { ...full, theirs: [{ what: 'Sign', by: '2026-12-07' }] })
    const stands = async () => {
      const { touches, ...lead } = await core.call('getLead', { id: leadId })
      // Calendars that heard of the move have to hear that it was taken back.
      return { ...lead, touches: touches.map((touch) => ({ ...touch, revision: 0 })), recap: await core.call('getRecap', { id }) }
    }
    const before = await stands()
    await core.call('sendRecap', { id })
    const after = await stands()
    expect(after.promises.filter(({ moves }) => moves === 1)).toHaveLength(2)
    expect(after.enrolments[0]?.enrolment.state).toBe('ended')
    await core.call('undo', { transaction: null })
    expect(await stands()).toEqual(before)
  })

  test('plans a new one where the named touch is off', async () => {
    const core = await testCore()
    const leadId = await aLead(core, 'Priya Nair')
    const meeting = await core.call('scheduleTouch', { leadId, channel: 'call', purpose: '', due: next.due })
    const id = await aRecap(core, leadId)
    await core.call('cancelTouch', { id: meeting.id })
    const { nextTouchId } = await core.call('sendRecap', { id })
    expect(nextTouchId).not.toBe(meeting.id)
    expect((await touchesOf(core, leadId)).find((touch) => touch.id === nextTouchId)).toMatchObject({ state: 'due', due: next.due })
  })

  test.each([
    ['a time', { date: '2026-11-23', time: '08:59', zone: berlin }],
    ['a time on another wall', { date: '2026-11-23', time: '13:00', zone: 'Asia/Kolkata' }],
    ['a day', { date: '2026-11-22', time: null, zone: null }],
  ])('is refused with a next time to speak that is over: %s', async (_what, due) => {
    const core = await testCore()
    const leadId = await aLead(core, 'Priya Nair')
    const id = await aRecap(core, leadId, { ...full, next: { ...next, due } })
    expect(await core.ask('sendRecap', { id })).toMatchObject({ ok: false, error: { code: 'invalid-input', field: 'next' } })
    expect(await said(core, id)).toMatchObject({ sentAt: null })
    expect((await core.call('getLead', { id: leadId })).promises).toEqual([])
  })

  test('leaves no open lead without a next step, and presses none on one at rest (P2, P9)', async () => {
    const core = await testCore()
    const leadId = await aLead(core, 'Priya Nair')
    const { proposed } = await core.call('sendRecap', { id: await aRecap(core, leadId, { ...full, next: null }) })
    expect(proposed).toMatchObject({ leadId, state: 'due' })

    const other = await aLead(core, 'Bo')
    const [contact] = await core.call('findContacts', { text: 'Bo', limit: 1, without: null })
    const permission = (await core.call('getContact', { id: contact!.id })).contact.permission
    await core.call('editContact', { id: contact!.id, changes: { permission: { ...permission, status: 'declined' } } })
    expect(await core.call('sendRecap', { id: await aRecap(core, other, { ...full, next: null }) })).toMatchObject({ proposed: null })
  })

  test('does not complete a meeting that is still to be', async () => {
    const core = await testCore()
    const leadId = await aLead(core, 'Priya Nair')
    const touch = await core.call('scheduleTouch', { leadId, channel: 'video', purpose: '', due: { date: '2026-11-23', time: '09:30', zone: berlin } })
    const id = await aRecap(core, leadId, { next: null }, touch.id)
    await core.call('sendRecap', { id })
    expect((await touchesOf(core, leadId)).find((other) => other.id === touch.id)?.state).toBe('due')
  })

  test('ends a cadence by the meeting that it brought about', async () => {
    const core = await testCore()
    const leadId = await aLead(core, 'Priya Nair')
    const [cadence] = await core.call('getCadences', {})
    await core.call('enrol', { leadIds: [leadId], cadenceId: cadence!.id, startOn: '2026-11-23', perDay: null })
    await core.call('sendRecap', { id: await aRecap(core, leadId, { next: null }) })
    expect((await core.call('getLead', { id: leadId })).enrolments[0]?.enrolment.state).toBe('running')
    await core.call('sendRecap', { id: await aRecap(core, leadId, full) })
    expect((await core.call('getLead', { id: leadId })).enrolments[0]?.enrolment).toMatchObject({ state: 'ended', ended: { reason: 'meeting-booked' } })
  })
})

describe('the versions of a recap', () => {
  test('are kept each time that it leaves with other words, the latest first', async () => {
    const core = await testCore()
    const leadId = await aLead(core, 'Priya Nair')
    const id = await aRecap(core, leadId, { subject: 'One', notes: 'raw' })
    const leave = async (how: CallInput<'markRecapCopied'>['how'], changes: Partial<RecapContent> = {}) => {
      await core.clock.advance(1000)
      await core.call('editRecap', { id, changes })
      await core.call('markRecapCopied', { id, how })
    }
    await leave('copied')
    await leave('mailed')
    await leave('saved', { subject: 'Two' })
    await leave('copied', { notes: 'other notes' })
    const { versions } = await core.call('getRecap', { id })
    expect(versions.map(({ how, at, subject }) => [how, at, subject])).toEqual([
      ['saved', '2026-11-23T08:00:03.000Z', 'Two'],
      ['copied', '2026-11-23T08:00:01.000Z', 'One'],
    ])
    const first = await core.call('getRecapVersion', { id: versions[1]!.id })
    expect(first.content).toMatchObject({ subject: 'One' })
    expect(first.content).not.toHaveProperty('notes')
    expect((await core.call('getRecaps', {}))[0]).toMatchObject({ id, versions: 2, copiedAt: '2026-11-23T08:00:04.000Z' })
  })

  test('do not keep its start from being taken back, and are there again when it is', async () => {
    const core = await testCore()
    const leadId = await aLead(core, 'Priya Nair')
    const id = await aRecap(core, leadId, { subject: 'One' })
    await core.call('markRecapCopied', { id })
    await core.call('undo', { transaction: null })
    expect(await core.ask('getRecap', { id })).toMatchObject({ ok: false, error: { code: 'not-found' } })
    await core.call('redo', {})
    expect((await core.call('getRecap', { id })).versions).toHaveLength(1)
  })

  test('go with a deleted recap, whose promises stay', async () => {
    const core = await testCore()
    const leadId = await aLead(core, 'Priya Nair')
    const id = await aRecap(core, leadId, { mine: [{ what: 'Send samples', by: null }] })
    await core.call('sendRecap', { id })
    const [version] = (await core.call('getRecap', { id })).versions
    await core.call('deleteRecap', { id })
    expect(await core.ask('getRecapVersion', { id: version!.id })).toMatchObject({ ok: false })
    expect((await core.call('getLead', { id: leadId })).promises).toMatchObject([{ what: 'Send samples', recapId: null }])
    await core.call('undo', { transaction: null })
    expect((await core.call('getRecap', { id })).versions).toHaveLength(1)
    await core.call('deleteLeads', { ids: [leadId] })
    expect(await core.call('getRecaps', {})).toEqual([])
  })
})
