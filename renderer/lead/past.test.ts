import { expect, test } from 'vitest'
import type { LeadEnrolment } from '../../shared/api.ts'
import { blankTouch, type Touch } from '../../shared/touch.ts'
import { pastOf } from './past.ts'

function aTouch(id: string, facts: Partial<Touch>): Touch {
  const due = { date: '2026-11-20', time: null, zone: null }
  return { ...blankTouch, id, leadId: 'lead', channel: 'call', purpose: '', due, createdAt: '2026-11-19T09:00:00.000Z', ...facts }
}

function anEnrolment(id: string, endedAt: string | null): LeadEnrolment {
  const ended = endedAt === null ? null : { at: endedAt, reason: 'replied' as const }
  const enrolment = { id, leadId: 'lead', cadenceId: 'c', state: ended ? ('ended' as const) : ('running' as const), stepId: 's', startedOn: '2026-11-19', paused: null, ended, createdAt: '2026-11-19T09:00:00.000Z' }
  return { enrolment, cadence: 'After a meeting', number: 1, of: 3, later: [] }
}

test('what happened reads from the latest on; what is still to be done and what still runs are not in it', () => {
  const touches = [
    aTouch('due', {}),
    aTouch('held', { state: 'held' }),
    aTouch('done', { state: 'done', completedAt: '2026-11-21T10:00:00.000Z' }),
    aTouch('later', { state: 'done', completedAt: '2026-11-22T10:00:00.000Z' }),
    aTouch('skipped', { state: 'skipped' }),
  ]
  const past = pastOf(touches, [anEnrolment('running', null), anEnrolment('over', '2026-11-21T10:00:00.000Z')])
  expect(past.map((event) => ('touch' in event ? event.touch.id : event.ended.enrolment.id))).toEqual(['later', 'over', 'done', 'skipped'])
})
