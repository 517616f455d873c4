import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlanPolicy } from './cadence-plan.ts'
import { channelSchema, type Channel } from './channel.ts'
import { addDays, daysBetween } from './dates.ts'
import { answeredMost, proposeNext, type Known } from './proposal.ts'
import { outcomeSchema, type Outcome } from './touch.ts'
import { workDaysOf } from './work-days.ts'

const policy: PlanPolicy = {
  work: workDaysOf([1, 2, 3, 4, 5], [{ from: '2026-12-24', to: '2027-01-03' }]),
  startOfDay: '09:00',
  endOfDay: '17:00',
  zone: 'Europe/Berlin',
  theirZone: null,
  minimumGap: 1,
  notBefore: null,
  until: null,
  channels: [],
  others: [],
  isFull: () => false,
}
const nobody: Known = { preferredChannel: null, touches: [], unanswered: 1 }
const on = (today: string) => ({ now: Date.parse(`${today}T10:00:00Z`), from: today, previous: today })
const monday = on('2026-11-23')

/** Touches of one channel, an hour after each other from the start of a date. */
function saidFrom(date: string, channel: Channel, ...outcomes: Outcome[]): Known['touches'] {
  return outcomes.map((outcome, hour) => ({ state: 'done', channel, outcome, completedAt: `${date}T0${hour}:00:00.000Z` }))
}
const said = (channel: Channel, ...outcomes: Outcome[]) => saidFrom('2026-11-02', channel, ...outcomes)

describe('The proposed next step', () => {
  test('comes after working days that widen with each unanswered touch', () => {
    const dates = [0, 1, 2, 3, 4, 5, 6, 100].map((unanswered) => proposeNext({ channel: 'call', outcome: 'no-answer' }, { ...nobody, unanswered }, monday, policy).planned.due.date)
    expect(dates).toEqual(['2026-11-24', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-30', '2026-12-02', '2026-12-02', '2026-12-02'])
  })

  test('waits for a day with room, and says so', () => {
    const proposal = proposeNext({ channel: 'call', outcome: 'talked' }, nobody, monday, { ...policy, isFull: (date) => date === '2026-11-24' })
    expect(proposal).toMatchObject({ planned: { due: { date: '2026-11-25' } }, shifts: ['full'], conflicts: [] })
  })

  test('keeps the channel, but calls after a bounce and meets by video once a meeting is booked', () => {
    const by = (outcome: Outcome) => proposeNext({ channel: 'email', outcome }, nobody, monday, policy)
    expect(by('replied')).toMatchObject({ planned: { channel: 'email' }, channelReason: 'same' })
    expect(by('bounced')).toMatchObject({ planned: { channel: 'call' }, channelReason: 'bounced' })
    expect(by('meeting-booked')).toMatchObject({ planned: { channel: 'video' }, channelReason: 'meeting' })
  })

  test('takes the channel they said they prefer, else the one they answer to, with the count it rests on', () => {
    const touches = [...said('call', 'no-answer', 'no-answer', 'talked'), ...said('email', 'replied', 'no-answer', 'replied')]
    const done = { channel: 'call', outcome: 'no-answer' } as const
    expect(proposeNext(done, { ...nobody, touches }, monday, policy)).toMatchObject({ planned: { channel: 'email' }, channelReason: 'answers', answers: { answered: 2, of: 3 } })
    expect(proposeNext(done, { ...nobody, touches, preferredChannel: 'text' }, monday, policy)).toMatchObject({ planned: { channel: 'text' }, channelReason: 'said' })
  })

  test('never takes a channel that they did not agree to', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...channelSchema.options),
        fc.constantFrom(...outcomeSchema.options),
        fc.option(fc.constantFrom(...channelSchema.options)),
        fc.subarray([...channelSchema.options], { minLength: 1 }),
        (channel, outcome, preferredChannel, channels) => {
          const { planned } = proposeNext({ channel, outcome }, { ...nobody, preferredChannel }, monday, { ...policy, channels })
          expect(channels).toContain(planned.channel)
        },
      ),
    )
  })

  test('never comes sooner for more unanswered touches, and always on a later working day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...channelSchema.options), fc.constantFrom(...outcomeSchema.options), fc.nat({ max: 2000 }), fc.nat({ max: 12 }), (channel, outcome, day, unanswered) => {
        const today = addDays('2026-01-01', day)
        const dueAfter = (count: number) => proposeNext({ channel, outcome }, { ...nobody, unanswered: count }, on(today), policy).planned.due
        const due = dueAfter(unanswered)
        expect(policy.work.isWorkingDay(due.date)).toBe(true)
        expect(due.date > today && due.time === null && due.zone === null).toBe(true)
        expect(daysBetween(due.date, dueAfter(unanswered + 1).date)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('The channel they answer to', () => {
  const best = (touches: Known['touches'], permitted: Channel[] = []) => answeredMost(touches, permitted)?.channel ?? null

  test('is told only from two answers on, and by the better rate', () => {
    expect(best(said('call', 'talked'))).toBeNull()
    expect(answeredMost([...said('call', 'talked', 'talked', 'no-answer', 'no-answer'), ...said('text', 'replied', 'replied', 'bounced')], [])).toEqual({ channel: 'text', answered: 2, of: 3 })
  })

  test('is one on which they answer every other time at the least', () => {
    expect(best(said('call', 'talked', 'talked', 'no-answer', 'no-answer'))).toBe('call')
    expect(best(said('call', 'talked', 'talked', 'no-answer', 'left-message', 'no-answer'))).toBeNull()
  })

  test('is the one of more touches where the rates are the same, then the one they answered on last', () => {
    expect(best([...said('text', 'replied', 'replied'), ...said('call', 'talked', 'talked', 'talked')])).toBe('call')
    const early = saidFrom('2026-11-02', 'email', 'replied', 'replied')
    const late = saidFrom('2026-11-03', 'text', 'replied', 'replied')
    expect([best([...early, ...late]), best([...late, ...early])]).toEqual(['text', 'text'])
    // A later touch without an answer does not count as one.
    const unheard = { state: 'done', channel: 'email', outcome: 'no-answer', completedAt: '2026-11-09T09:00:00.000Z' } as const
    expect(best([...early, unheard, ...late, { ...unheard, channel: 'text', completedAt: '2026-11-04T09:00:00.000Z' }])).toBe('text')
  })

  test('gives way to the next best where they did not agree to it', () => {
    const touches = [...said('call', 'talked', 'talked'), ...said('text', 'replied', 'replied', 'no-answer'), ...said('email', 'replied', 'no-answer')]
    expect(best(touches, ['text', 'email'])).toBe('text')
    expect(best(touches, ['email'])).toBeNull()
    expect(proposeNext({ channel: 'email', outcome: 'replied' }, { ...nobody, touches }, monday, { ...policy, channels: ['text', 'email'] })).toMatchObject({
      planned: { channel: 'text' },
      channelReason: 'answers',
      answers: { answered: 2, of: 3 },
    })
  })
})
