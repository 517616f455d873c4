import { expect, test } from 'vitest'
import type { Proposal } from '../../shared/proposal.ts'
import { doubtsAbout, reasonsFor } from './proposalWords.ts'

const plain: Proposal = {
  planned: { channel: 'email', purpose: '', due: { date: '2026-11-30', time: null, zone: null } },
  step: null,
  channelReason: 'same',
  answers: null,
  shifts: [],
  conflicts: [],
}
const reader = { locale: 'en-GB', zone: 'Europe/Berlin', now: Date.parse('2026-11-23T09:00:00Z') }

test('a proposal says what speaks for it: the step of its cadence, or the channel and the count that this rests on', () => {
  expect(reasonsFor({ ...plain, step: { cadence: 'After a meeting', number: 3, of: 7 }, channelReason: 'cadence', shifts: ['day-off'] })).toEqual(['Step 3 of 7 of After a meeting', 'Moved past a day off'])
  expect(reasonsFor({ ...plain, channelReason: 'answers', answers: { answered: 4, of: 5 } })).toEqual(['They answered 4 of 5 emails'])
  expect(reasonsFor({ ...plain, channelReason: 'said' })).toEqual(['They prefer it this way'])
  expect(reasonsFor(plain)).toEqual([])
})

test('what still speaks against it is told apart, with its day', () => {
  expect(doubtsAbout({ ...plain, conflicts: ['full', 'channel'] }, reader)).toEqual(['Mon 30 Nov is full already', 'They did not agree to this channel'])
})
