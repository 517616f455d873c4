import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { permissionNotAsked } from './contact.ts'
import { addDays, daysBetween, instantOf, localDateAt, toInstant } from './dates.ts'
import { notContacted, outOfTouch, withTouch } from './keep-in-touch.ts'
import { touchStateSchema, type Touch } from './touch.ts'

const zone = 'Europe/Berlin'
const noon = (date: string) => toInstant(instantOf(date, '12:00', zone))
const since = '2026-01-01'
const someone = { keepInTouchDays: 90, createdAt: noon(since), permission: permissionNotAsked, doNotContact: false }
const done = (date: string) => ({ state: 'done', completedAt: noon(date) }) as const
const owed = (contact: typeof someone, touches: readonly Pick<Touch, 'state' | 'completedAt'>[], today: string) =>
  outOfTouch(contact, touches.reduce(withTouch, notContacted), today, zone)

describe('A word is owed to a person', () => {
  test('once the interval is over since they were written down, when there was no contact yet', () => {
    expect(owed(someone, [], addDays(since, 89))).toBeNull()
    expect(owed(someone, [], addDays(since, 90))).toEqual({ days: 90, every: 90 })
  })

  test('not before the interval is over again since the latest contact, whichever lead it was about', () => {
    const touches = [done('2026-05-02'), done('2026-03-01')]
    expect(owed(someone, touches, '2026-07-30')).toBeNull()
    expect(owed(someone, touches, '2026-08-04')).toEqual({ days: 94, every: 90 })
  })

  test('not while a touch with them is due, but also when the planned one was skipped, called off or waits', () => {
    expect(owed(someone, [{ state: 'due', completedAt: null }], '2027-01-01')).toBeNull()
    for (const state of ['skipped', 'cancelled', 'held'] as const) expect(owed(someone, [{ state, completedAt: null }], '2027-01-01')).not.toBeNull()
  })

  test('never when they declined, are not to be contacted, asked for a later date, or no interval was agreed', () => {
    const permission = (changes: object) => ({ ...someone, permission: { ...permissionNotAsked, ...changes } })
    for (const contact of [permission({ status: 'declined' }), { ...someone, doNotContact: true }, permission({ notBefore: '2027-02-01' }), { ...someone, keepInTouchDays: null }]) {
      expect(outOfTouch(contact, notContacted, '2027-01-01', zone)).toBeNull()
    }
    expect(outOfTouch(permission({ notBefore: '2027-01-01' }), notContacted, '2027-01-01', zone)).not.toBeNull()
  })
})

test('for whatever touches there are, in whatever order: owed exactly when nothing is due and the latest contact is as long ago as agreed', () => {
  const aTouch = fc.record({ state: fc.constantFrom(...touchStateSchema.options), day: fc.integer({ min: 0, max: 900 }), minute: fc.integer({ min: 0, max: 1439 }) })
  fc.assert(
    fc.property(fc.array(aTouch, { maxLength: 12 }), fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 1000 }), fc.constantFrom('Europe/Berlin', 'Pacific/Apia', 'America/Los_Angeles'), (list, every, day, at) => {
      const touches = list.map(({ state, day: on, minute }) => ({ state, completedAt: state === 'done' ? toInstant(instantOf(addDays(since, on), '00:00', at) + minute * 60_000) : null }))
      const today = addDays(since, day)
      const contact = { ...someone, keepInTouchDays: every, createdAt: toInstant(instantOf(since, '00:00', at)) }
      const answer = outOfTouch(contact, touches.reduce(withTouch, notContacted), today, at)
      const latest = touches.flatMap(({ completedAt }) => completedAt ?? []).toSorted().at(-1) ?? contact.createdAt
      const days = daysBetween(localDateAt(Date.parse(latest), at), today)
      expect(answer).toEqual(touches.some(({ state }) => state === 'due') || days < every ? null : { days, every })
      // Another contact today resets it, whatever was before.
      expect(outOfTouch(contact, [...touches, { state: 'done' as const, completedAt: toInstant(instantOf(today, '09:00', at)) }].reduce(withTouch, notContacted), today, at)).toBeNull()
    }),
  )
})
