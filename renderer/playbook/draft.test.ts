import { describe, expect, it } from 'vitest'
import type { CadenceFacts } from '../../shared/cadence.ts'
import { blankDraft, draftOf, factsOf, problemOf, withCopy, withoutStep, withStep, withStepAt, withStepMoved, type Draft } from './draft.ts'

const facts: CadenceFacts = {
  name: 'After a fair',
  purpose: 'For people from the fair',
  steps: [
    { id: 'a', after: { unit: 'minutes', count: 5 }, channel: 'call', time: null, clock: 'mine', purpose: 'Say hello', message: '', brings: null },
    { id: 'b', after: { unit: 'working-days', count: 2 }, channel: 'email', time: '08:30', clock: 'theirs', purpose: '', message: 'Hello', brings: 'article' },
    { id: 'c', after: { unit: 'working-days', count: 3 }, channel: 'call', time: null, clock: 'mine', purpose: '', message: '', brings: null },
  ],
}
const draft = draftOf(facts)
const order = ({ steps }: Draft) => steps.map(({ id }) => id).join('')
const waiting = (unit: 'minutes' | 'working-days', count: string): Draft => ({ ...draft, steps: [{ ...blankDraft('x').steps[0]!, unit, count }] })

describe('a draft', () => {
  it('becomes the very cadence it was made of', () => {
    expect(factsOf(draft)).toEqual(facts)
  })

  it('has no problem when it is whole', () => {
    expect(problemOf(draft, ['Inbound lead'])).toBeNull()
  })

  it('needs a name of its own', () => {
    expect(problemOf({ ...draft, name: '  ' }, [])).toBe('Give the cadence a name.')
    expect(problemOf({ ...draft, name: ' Inbound lead ' }, ['Inbound lead'])).toBe('Another cadence has this name.')
  })

  it('needs one step, and takes fifty', () => {
    const many = (count: number) => ({ ...draft, steps: Array.from({ length: count }, (_, index) => ({ ...draft.steps[0]!, id: String(index) })) })
    expect(problemOf({ ...draft, steps: [] }, [])).toBe('A cadence needs at least one step.')
    expect(problemOf(many(50), [])).toBeNull()
    expect(problemOf(many(51), [])).toBe('A cadence has at most 50 steps. Remove some.')
  })

  it.each(['', 'two', '-1', '1.5', '367', '1e2'])('does not take “%s” for a wait in working days', (count) => {
    expect(problemOf(waiting('working-days', count), [])).toBe('Say how long to wait before step 1.')
  })

  it('waits a day of minutes at the most', () => {
    expect(problemOf(waiting('minutes', '1440'), [])).toBeNull()
    expect(problemOf(waiting('minutes', '1441'), [])).not.toBeNull()
  })
})

describe('the steps of a draft', () => {
  it('are added with a wider gap than the one before', () => {
    expect(withStep(draft, 'd').steps.at(-1)).toMatchObject({ id: 'd', count: '4', unit: 'working-days' })
    expect(withStep(waiting('minutes', '5'), 'd').steps.at(-1)).toMatchObject({ count: '1', unit: 'working-days' })
  })

  it('are copied behind themselves, removed and put back', () => {
    expect(order(withCopy(draft, 'a', 'z'))).toBe('azbc')
    expect(order(withoutStep(draft, 'b'))).toBe('ac')
    expect(withStepAt(withoutStep(draft, 'b'), draft.steps[1]!, 1)).toEqual(draft)
  })

  it('are moved, but not beyond the ends', () => {
    expect(order(withStepMoved(draft, 'a', 1))).toBe('bac')
    expect(order(withStepMoved(draft, 'c', 0))).toBe('cab')
    expect(order(withStepMoved(draft, 'a', -1))).toBe('abc')
    expect(order(withStepMoved(draft, 'a', 9))).toBe('bca')
    expect(withStepMoved(draft, 'gone', 1)).toBe(draft)
  })
})
