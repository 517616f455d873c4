import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contactSchema } from '../../shared/contact.ts'
import { dayGroup, dueInstant, localDateAt } from '../../shared/dates.ts'
import { leadSchema } from '../../shared/lead.ts'
import { promiseSchema, promiseStanding } from '../../shared/promise.ts'
import { questionSchema } from '../../shared/question.ts'
import { recapSchema, recapState, recapVersionSchema } from '../../shared/recap.ts'
import { defaultSettings } from '../../shared/settings.ts'
import { defaultStages } from '../../shared/stage.ts'
import { justNow, reminderKey } from '../../shared/reminder-times.ts'
import { nextTouch, touchSchema } from '../../shared/touch.ts'
import { valueItemSchema } from '../../shared/value.ts'
import { sampleData, samplePrefix } from './sample.ts'

const now = Date.parse('2026-11-24T09:10:00Z')
const zone = 'Europe/Berlin'
const data = sampleData(now, zone)
const moments = fc.record({
  at: fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true }).map((date) => date.getTime()),
  in: fc.constantFrom('Europe/Berlin', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Apia', 'Australia/Lord_Howe'),
})

describe('The sample data', () => {
  test('is the same for the same moment and zone', () => {
    expect(sampleData(now, zone)).toEqual(data)
  })

  test('is valid, has one owner and one id per record, and happens in order, whenever and wherever it is added', () => {
    fc.assert(
      fc.property(moments, ({ at, in: where }) => {
        const { contacts, leads, touches, recaps, recapVersions, promises, questions, valueItems } = sampleData(at, where)
        for (const contact of contacts) expect(contactSchema.parse(contact)).toEqual(contact)
        for (const lead of leads) expect(leadSchema.parse(lead)).toEqual(lead)
        for (const touch of touches) expect(touchSchema.parse(touch)).toEqual(touch)
        for (const recap of recaps) expect(recapSchema.parse(recap)).toEqual(recap)
        for (const version of recapVersions) expect(recapVersionSchema.parse(version)).toEqual(version)
        for (const promise of promises) expect(promiseSchema.parse(promise)).toEqual(promise)
        for (const question of questions) expect(questionSchema.parse(question)).toEqual(question)
        for (const item of valueItems) expect(valueItemSchema.parse(item)).toEqual(item)
        const items = new Map(valueItems.map((item) => [item.id, item]))
        for (const { valueItemId, completedAt, createdAt } of touches) {
          if (valueItemId !== null) expect(items.get(valueItemId)!.createdAt < (completedAt ?? createdAt)).toBe(true)
        }
        const ids = [...contacts, ...leads, ...touches, ...recaps, ...recapVersions, ...promises, ...questions, ...valueItems].map((record) => record.id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids.every((id) => id.startsWith(samplePrefix))).toBe(true)
        const people = new Set(contacts.map((contact) => contact.id))
        expect(leads.every((lead) => people.has(lead.contactId))).toBe(true)
        const created = new Map(leads.map((lead) => [lead.id, lead.createdAt]))
        for (const lead of leads) expect(lead.createdAt <= lead.stageSince).toBe(true)
        for (const { leadId, createdAt, completedAt } of touches) {
          expect(createdAt >= created.get(leadId)!).toBe(true)
          expect(completedAt === null || (completedAt >= createdAt && Date.parse(completedAt) <= at)).toBe(true)
        }
        expect(recaps.every((recap) => created.has(recap.leadId) && recap.createdAt <= recap.updatedAt)).toBe(true)
        const known = new Set(touches.map((touch) => touch.id))
        expect(recaps.every((recap) => known.has(recap.touchId!) && known.has(recap.nextTouchId!))).toBe(true)
        for (const promise of promises) expect([promise.by! > localDateAt(at, where) ? 'later' : promise.state, promiseStanding(promise, { today: localDateAt(at, where), zone: where }).kind]).toEqual(promise.state === 'kept' ? ['kept', 'kept'] : ['later', 'later'])
      }),
      { numRuns: 40 },
    )
  })

  test('fills every default stage, with ranks that differ within each', () => {
    const columns = Map.groupBy(data.leads, (lead) => lead.stageId)
    expect([...columns.keys()].toSorted()).toEqual(defaultStages.map((stage) => stage.id).toSorted())
    for (const column of columns.values()) expect(new Set(column.map((lead) => lead.rank)).size).toBe(column.length)
    expect(data.leads).toHaveLength(24)
  })

  test('has something overdue, for today, for tomorrow, for later and without a next step', () => {
    const groups = data.leads.map((lead) => {
      const next = nextTouch(data.touches.filter((touch) => touch.leadId === lead.id), zone)
      return next ? dayGroup(next.due, now, zone) : 'none'
    })
    const count = (group: string) => groups.filter((other) => other === group).length
    expect(['overdue', 'today', 'tomorrow', 'later', 'none'].map(count)).toEqual([3, 5, 3, 9, 4])
  })

  test('has one recap to finish, and one that was sent, with what it promised and what was asked', () => {
    expect(data.recaps.map(recapState)).toEqual(['draft', 'sent'])
    expect(data.promises.map(({ side, state }) => [side, state])).toEqual([['mine', 'kept'], ['theirs', 'open']])
    expect([data.questions.length, data.recapVersions.length]).toEqual([1, 1])
  })

  test('rings for nothing that was due before it was added', () => {
    fc.assert(
      fc.property(moments, ({ at, in: where }) => {
        for (const touch of sampleData(at, where).touches) {
          const isPast = touch.state === 'due' && dueInstant(touch.due, defaultSettings.startOfDay, where) < at - justNow
          if (isPast) expect(touch.remindedFor).toBe(`${reminderKey(touch)}+unsaid`)
          else expect(touch.remindedFor).toBeNull()
        }
      }),
      { numRuns: 40 },
    )
  })
})
