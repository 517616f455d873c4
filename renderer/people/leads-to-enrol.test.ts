import { expect, it } from 'vitest'
import { leadsToEnrol } from './leads-to-enrol.ts'

const stages = [{ id: 'new', kind: 'open' }, { id: 'won', kind: 'won' }] as const
const person = (...leads: [id: string, stageId: string][]) => ({ leads: leads.map(([id, stageId]) => ({ id, stageId, title: '' })) })

it('takes the newest open lead of each person, else the newest', () => {
  const people = [person(['a2', 'won'], ['a1', 'new']), person(['b2', 'won'], ['b1', 'won']), person(['c2', 'new'], ['c1', 'new'])]
  expect(leadsToEnrol(people, stages)).toEqual(['a1', 'b2', 'c2'])
})

it('leaves out who has no lead', () => {
  expect(leadsToEnrol([person(), person(['a', 'new'])], stages)).toEqual(['a'])
})
