import { describe, expect, it } from 'vitest'
import type { Due } from '../../shared/dates.ts'
import { words } from '../../shared/strings/words.ts'
import { aLead, FakeClock, testCore, type TestCore } from '../../tests/support/core.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }

function wholeDay(date: string): Due {
  return { date, time: null, zone: null }
}

/** The first touch of a lead. */
async function touchOf(test: TestCore, leadId: string) {
  return (await test.call('getLead', { id: leadId })).touches[0]!
}

async function aRecap(test: TestCore, leadId: string, changes: object): Promise<string> {
  const { id } = await test.call('startRecap', { leadId, touchId: null })
  await test.call('editRecap', { id, changes })
  return id
}

describe('The calendar', () => {
  it('shows touches that are due or done on the person’s own wall, whole days first, and none that are off', async () => {
    const test = await testCore()
    const ada = await aLead(test, 'Ada', { channel: 'call', purpose: 'Ask', due: wholeDay('2026-11-24') })
    await aLead(test, 'Ben', { channel: 'video', purpose: '', due: { date: '2026-11-23', time: '22:30', zone: 'America/Los_Angeles' } })
    const cleo = await aLead(test, 'Cleo', { channel: 'email', purpose: '', due: wholeDay('2026-11-25') })
    await test.call('cancelTouch', { id: (await touchOf(test, cleo)).id })
    await test.call('completeTouch', { id: (await touchOf(test, ada)).id, outcome: 'talked', notes: '', next: { channel: 'text', purpose: '', due: wholeDay('2026-12-01') } })
    const { items } = await test.call('getCalendar', november)
    expect(items.map((item) => [item.kind, item.at, item.name, item.kind === 'touch' && item.state])).toEqual([
      ['touch', '2026-11-24', 'Ada', 'done'],
      ['touch', '2026-11-24T07:30', 'Ben', 'due'],
    ])
  })

  it('gives the first of each day where no more are asked for, counts the others, and leaves out what the filter does', async () => {
    const test = await testCore()
    for (const name of ['Ada', 'Ben', 'Cleo']) await aLead(test, name, { channel: 'call', purpose: '', due: wholeDay('2026-11-24') })
    await aLead(test, 'Dan', { channel: 'email', purpose: '', due: wholeDay('2026-11-24') })
    await aLead(test, 'Eve', { channel: 'call', purpose: '', due: { date: '2026-11-25', time: '10:00', zone: 'Europe/Berlin' } })
    const ask = async (mostOfDay: number | null, channels: ('call' | 'email')[] = []) => {
      const { items, leftOut } = await test.call('getCalendar', { ...november, mostOfDay, filter: { channels, promises: true, planned: true } })
      return [items.map(({ name }) => name).join(' '), leftOut]
    }
    expect(await ask(null)).toEqual(['Ada Ben Cleo Dan Eve', []])
    expect(await ask(2)).toEqual(['Ada Ben Eve', [{ date: '2026-11-24', count: 2 }]])
    expect(await ask(2, ['call'])).toEqual(['Ada Ben Eve', [{ date: '2026-11-24', count: 1 }]])
    expect(await ask(2, ['email'])).toEqual(['Dan', []])
  })

  it('takes a touch at the edge of the days by the person’s own wall, not by that of its zone', async () => {
    const test = await testCore({ clock: new FakeClock('2026-11-23T08:00:00Z', 'Pacific/Apia') })
    await aLead(test, 'Ada', { channel: 'call', purpose: '', due: { date: '2026-11-29', time: '23:00', zone: 'America/Los_Angeles' } })
    expect((await test.call('getCalendar', { from: '2026-11-30', to: '2026-11-30' })).items.map(({ at }) => at)).toEqual(['2026-11-30T20:00'])
    expect((await test.call('getCalendar', { from: '2026-11-29', to: '2026-11-29' })).items).toEqual([])
  })

  it('shows promises with a date and the next meeting of a recap', async () => {
    const test = await testCore()
    const ada = await aLead(test, 'Ada')
    await aRecap(test, ada, {
      mine: [{ what: 'Send the samples', by: '2026-11-26' }, { what: 'Sometime', by: null }],
      theirs: [{ what: 'Ask the board', by: '2026-11-27' }],
      next: { channel: 'video', due: { date: '2026-11-30', time: '10:00', zone: 'Europe/Berlin' }, minutes: 45 },
    })
    const { items } = await test.call('getCalendar', november)
    expect(items.map((item) => [item.kind, item.at, item.kind === 'promise' ? [item.whose, item.what] : item.kind === 'meeting' && item.minutes])).toEqual([
      ['promise', '2026-11-26', ['mine', 'Send the samples']],
      ['promise', '2026-11-27', ['theirs', 'Ask the board']],
      ['meeting', '2026-11-30T10:00', 45],
    ])
  })

  it('shows a meeting once: as the touch of that day, and only that of the latest recap', async () => {
    const test = await testCore()
    const ada = await aLead(test, 'Ada')
    const next = { channel: 'video' as const, due: { date: '2026-11-26', time: '10:00', zone: 'Europe/Berlin' }, minutes: 45 }
    const recap = await aRecap(test, ada, { next })
    const touch = await test.call('scheduleTouch', { leadId: ada, channel: 'video', purpose: '', due: { date: '2026-11-26', time: '23:30', zone: 'America/Los_Angeles' } })
    const shown = async () => (await test.call('getCalendar', november)).items.map(({ kind, at }) => [kind, at])
    // Half past eleven in the evening there is the next morning here.
    expect(await shown()).toEqual([['meeting', '2026-11-26T10:00'], ['touch', '2026-11-27T08:30']])
    await test.call('editTouch', { id: touch.id, changes: { due: { ...next.due, time: '11:00' } } })
    expect(await shown()).toEqual([['touch', '2026-11-26T11:00']])
    await test.call('cancelTouch', { id: touch.id })
    expect(await shown()).toEqual([['meeting', '2026-11-26T10:00']])
    await test.call('markRecapCopied', { id: recap })
    await test.clock.advance(60_000)
    await aRecap(test, ada, { next: { ...next, due: { ...next.due, date: '2026-11-30' } } })
    expect(await shown()).toEqual([['meeting', '2026-11-30T10:00']])
  })

  it('shows a meeting that was planned as its touch alone, wherever that is put, and takes one undo back', async () => {
    const test = await testCore()
    const ada = await aLead(test, 'Ada')
    const next = { channel: 'video' as const, due: { date: '2026-11-26', time: '10:00', zone: 'Europe/Berlin' }, minutes: 45 }
    const recap = await aRecap(test, ada, { next })
    const shown = async () => (await test.call('getCalendar', november)).items.map(({ kind, at }) => [kind, at])
    const touch = await test.call('planMeeting', { id: recap })
    await test.call('editTouch', { id: touch.id, changes: { due: { ...next.due, date: '2026-11-30' } } })
    expect(await shown()).toEqual([['touch', '2026-11-30T10:00']])
    await test.call('undo', { transaction: null })
    await test.call('undo', { transaction: null })
    expect(await shown()).toEqual([['meeting', '2026-11-26T10:00']])
    await test.call('editRecap', { id: recap, changes: { next: null } })
    expect(await test.ask('planMeeting', { id: recap })).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  })

  it('shows promises by themselves once their recap was sent, as long as they are open', async () => {
    const test = await testCore()
    const ada = await aLead(test, 'Ada')
    const open = await test.call('addPromise', { leadId: ada, side: 'mine', what: 'Send the samples', by: '2026-11-26' })
    const recap = await aRecap(test, ada, { mine: [{ what: 'I will send the samples', by: '2026-11-28' }], theirs: [{ what: 'Ask the board', by: '2026-11-27' }] })
    const shown = async () => (await test.call('getCalendar', november)).items.flatMap((item) => (item.kind === 'promise' ? [[item.at, item.what, item.promiseId === null]] : []))
    expect(await shown()).toEqual([['2026-11-26', 'Send the samples', false], ['2026-11-27', 'Ask the board', true]])
    await test.call('sendRecap', { id: recap })
    expect(await shown()).toEqual([['2026-11-27', 'Ask the board', false], ['2026-11-28', 'Send the samples', false]])
    await test.call('keepPromise', { id: open.id })
    expect(await shown()).toEqual([['2026-11-27', 'Ask the board', false]])
  })

  it('keeps a meeting beside another touch on its channel, and beside the step of a cadence on its day', async () => {
    const test = await testCore()
    const ada = await aLead(test, 'Ada', { channel: 'video', purpose: 'Ask', due: wholeDay('2026-11-24') })
    await aRecap(test, ada, { next: { channel: 'video', due: { date: '2026-11-26', time: '10:00', zone: 'Europe/Berlin' }, minutes: 45 } })
    const shown = async () => (await test.call('getCalendar', november)).items.map(({ kind, at }) => [kind, at])
    expect(await shown()).toEqual([['touch', '2026-11-24'], ['meeting', '2026-11-26T10:00']])
    const step = { id: 'only', after: { unit: 'working-days' as const, count: 0 }, channel: 'video' as const, purpose: '', time: null, clock: 'mine' as const, message: '', brings: null }
    const { id: cadenceId } = await test.call('saveCadence', { id: null, facts: { name: 'One call', purpose: '', steps: [step] }, running: 'keep' })
    await test.call('enrol', { leadIds: [ada], cadenceId, startOn: '2026-11-26', perDay: null })
    expect(await shown()).toEqual([['touch', '2026-11-24'], ['touch', '2026-11-26'], ['meeting', '2026-11-26T10:00']])
  })

  it('shows the later steps of a cadence as they would come', async () => {
    const test = await testCore()
    const step = { time: null, clock: 'mine' as const, message: '', brings: null }
    const { id: cadenceId } = await test.call('saveCadence', {
      id: null,
      facts: {
        name: 'Two weeks',
        purpose: '',
        steps: [
          { ...step, id: 'first', after: { unit: 'working-days', count: 0 }, channel: 'call', purpose: 'Begin' },
          { ...step, id: 'second', after: { unit: 'working-days', count: 2 }, channel: 'email', purpose: 'Go on' },
          { ...step, id: 'third', after: { unit: 'working-days', count: 10 }, channel: 'text', purpose: 'End' },
        ],
      },
      running: 'keep',
    })
    await test.call('enrol', { leadIds: [await aLead(test, 'Ada')], cadenceId, startOn: '2026-11-24', perDay: null })
    const { items } = await test.call('getCalendar', november)
    expect(items.map((item) => [item.kind, item.at, item.kind === 'planned' && [item.cadence, item.channel, item.purpose, item.stepId]])).toEqual([
      ['touch', '2026-11-24', false],
      ['planned', '2026-11-26', ['Two weeks', 'email', 'Go on', 'second']],
    ])
  })

  it('counts how many touches are due on each day', async () => {
    const test = await testCore()
    for (const name of ['Ada', 'Ben']) await aLead(test, name, { channel: 'call', purpose: '', due: wholeDay('2026-11-24') })
    const done = await aLead(test, 'Cleo', { channel: 'call', purpose: '', due: wholeDay('2026-11-24') })
    await test.call('completeTouch', { id: (await touchOf(test, done)).id, outcome: null, notes: '', next: { channel: 'call', purpose: '', due: wholeDay('2026-12-23') } })
    await aLead(test, 'Dan', { channel: 'call', purpose: '', due: wholeDay('2026-12-24') })
    expect((await test.call('getCalendar', november)).load).toEqual([{ date: '2026-11-24', count: 2 }])
  })

  it('refuses an end before the start, more days than a calendar shows, and dates that nobody means', async () => {
    const test = await testCore()
    expect(await test.ask('getCalendar', { from: '2026-11-30', to: '2026-11-01' })).toEqual({
      ok: false,
      error: { code: 'invalid-input', message: words.errors.endBeforeStart, field: 'to' },
    })
    expect(await test.ask('getCalendar', { from: '2026-01-01', to: '2027-06-01' })).toMatchObject({ ok: false, error: { code: 'too-large', message: words.errors.calendarTooLong } })
    expect(await test.ask('getCalendar', { from: '9999-12-01', to: '9999-12-31' })).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    expect(await test.ask('getCalendar', { from: '2026-02-30', to: '2026-03-31' })).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  })
})
