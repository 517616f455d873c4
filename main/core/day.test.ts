import { expect, test } from 'vitest'
import { aLead, FakeClock, testCore } from '../../tests/support/core.ts'

const wholeDay = (date: string) => ({ date, time: null, zone: null })
const at = (time: string) => ({ date: '2026-11-23', time, zone: 'Europe/Berlin' })

test('the day tells its conversations in order, how much is done and left, and the promises of both sides', async () => {
  const core = await testCore({ clock: new FakeClock('2026-11-23T08:00:00Z') })
  const ada = await aLead(core, 'Ada', { channel: 'video', purpose: 'Show the plan', due: at('15:00') })
  await aLead(core, 'Ben', { channel: 'call', purpose: '', due: { date: '2026-11-23', time: '09:30', zone: 'Europe/Lisbon' } })
  await aLead(core, 'No time', { channel: 'call', purpose: '', due: wholeDay('2026-11-23') })
  await aLead(core, 'No conversation', { channel: 'email', purpose: '', due: at('11:00') })
  await aLead(core, 'Tomorrow', { channel: 'video', purpose: '', due: { ...at('11:00'), date: '2026-11-24' } })
  const late = await aLead(core, 'Late', { channel: 'call', purpose: '', due: wholeDay('2026-11-20') })
  await core.call('logTouch', { leadId: late, channel: 'email', outcome: null, notes: '', next: null })
  await core.call('noteReply', { leadId: late, channel: 'email', notes: '' })
  for (const [side, what, by] of [['mine', 'Send the plan', '2026-11-24'], ['theirs', 'Budget', '2026-11-20'], ['mine', 'Far away', '2026-12-24'], ['mine', 'Some day', null]] as const) {
    await core.call('addPromise', { leadId: ada, side, what, by })
  }

  const day = await core.call('getDay', {})
  expect(day.meetings.map(({ contactName, at: wall, channel, minutes }) => [contactName, wall, channel, minutes])).toEqual([
    ['Ben', '2026-11-23T10:30', 'call', 15],
    ['Ada', '2026-11-23T15:00', 'video', 30],
  ])
  // Answering the reply came on top of the five.
  expect(day.load).toEqual({ done: 1, left: 6, limit: 20 })
  expect(day.promises.map(({ what, contactName, side, standing }) => [what, contactName, side, standing.kind])).toEqual([
    ['Budget', 'Ada', 'theirs', 'late'],
    ['Send the plan', 'Ada', 'mine', 'later'],
  ])
})
