import { describe, expect, it } from 'vitest'
import { cadenceFactsSchema } from '../cadence.ts'
import { readyCadences } from './en-cadences.ts'

const short = new Set(['Break-up', 'Referral ask'])

describe('the cadences that come with the app', () => {
  it.each(readyCadences)('$name is a whole cadence once its steps have ids', (cadence) => {
    const facts = { ...cadence, steps: cadence.steps.map((step, index) => ({ ...step, id: `step-${index}` })) }
    expect(cadenceFactsSchema.parse(facts)).toEqual(facts)
  })

  it('have a name of their own each', () => {
    expect(new Set(readyCadences.map(({ name }) => name)).size).toBe(readyCadences.length)
  })

  it.each(readyCadences.filter(({ name }) => !short.has(name)))('$name has 7 to 10 touches over several channels', ({ steps }) => {
    expect(steps.length).toBeGreaterThanOrEqual(7)
    expect(steps.length).toBeLessThanOrEqual(10)
    expect(new Set(steps.map(({ channel }) => channel)).size).toBeGreaterThanOrEqual(3)
  })

  it.each(readyCadences)('$name never narrows its gaps in working days', ({ steps }) => {
    const gaps = steps.flatMap(({ after }) => (after.unit === 'working-days' ? [after.count] : []))
    expect(gaps).toEqual(gaps.toSorted((a, b) => a - b))
  })

  it.each(readyCadences)('$name says with each step what it is for and what to say, without a statistic', ({ purpose, steps }) => {
    for (const step of steps) {
      expect(step.purpose).not.toBe('')
      expect(step.message).not.toBe('')
    }
    expect([purpose, ...steps.flatMap((step) => [step.purpose, step.message])].join('\n')).not.toMatch(/\d\s*%|percent|per cent/)
  })

  it.each(readyCadences)('$name gives each email a subject and one question to answer', ({ steps }) => {
    for (const { channel, message } of steps) {
      if (channel !== 'email') continue
      expect(message).toMatch(/^Subject: .+\n\n/)
      expect(message.slice(message.indexOf('\n'))).toContain('?')
    }
  })

  it('answer an inbound lead within five minutes, and stay with it for ten working days', () => {
    const steps = readyCadences.find(({ name }) => name === 'Inbound lead')?.steps ?? []
    expect(steps[0]?.after).toEqual({ unit: 'minutes', count: 5 })
    expect(steps.reduce((sum, { after }) => sum + (after.unit === 'working-days' ? after.count : 0), 0)).toBe(10)
  })
})
