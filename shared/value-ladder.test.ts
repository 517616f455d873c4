import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from './dates.ts'
import { valueKindSchema } from './value.ts'
import { rankValue, type LadderItem, type Recipient } from './value-ladder.ts'

const today = '2026-11-23'

function anItem(id: string, said: Partial<LadderItem> = {}): LadderItem {
  return { id, kind: 'article', title: id, tags: [], industries: [], stageIds: [], objections: [], publishedOn: null, bestBefore: null, createdAt: '2026-01-01T00:00:00.000Z', ...said }
}

function somebody(known: Partial<Recipient> = {}): Recipient {
  return { stageId: 'proposal', stages: new Map([['new', 'New'], ['proposal', 'Proposal']]), industry: '', tags: [], needs: [], noes: [], given: new Set(), kind: null, ...known }
}

function ranked(items: LadderItem[], known: Partial<Recipient> = {}) {
  return rankValue(items, somebody(known), today).map(({ item, reasons }) => ({ id: item.id, reasons }))
}

describe('What to bring next', () => {
  test('answers what they said against it before anything else', () => {
    const items = [anItem('for the stage', { stageIds: ['proposal'] }), anItem('price', { objections: ['Too expensive for us'] })]
    expect(ranked(items, { noes: ['He finds it expensive, and is in no hurry.'] })).toEqual([
      { id: 'price', reasons: [{ why: 'objection', objection: 'Too expensive for us' }] },
      { id: 'for the stage', reasons: [{ why: 'stage', stage: 'Proposal' }] },
    ])
  })

  test('is of the kind that the step of their cadence asks for', () => {
    const [first] = ranked([anItem('tool', { kind: 'tool' }), anItem('story', { kind: 'story' })], { kind: 'story' })
    expect(first).toEqual({ id: 'story', reasons: [{ why: 'step' }] })
  })

  test('speaks of what they need, in two of their words at least', () => {
    const items = [anItem('One dye lot for every batch'), anItem('Choosing a dye')]
    const [first, second] = ranked(items, { needs: ['Dye lots vary between batches'] })
    expect(first).toEqual({ id: 'One dye lot for every batch', reasons: [{ why: 'need', words: ['dye', 'batches'] }] })
    expect(second?.reasons).toEqual([])
  })

  test('suits their industry and tags, case and accents aside', () => {
    const items = [anItem('other', { industries: ['Furniture'] }), anItem('any'), anItem('theirs', { industries: ['Textílie'], tags: ['Trial', 'mill'] })]
    expect(ranked(items, { industry: 'textilie', tags: ['trial'] })).toEqual([
      { id: 'theirs', reasons: [{ why: 'industry', industry: 'textilie' }, { why: 'tags', tags: ['Trial'] }] },
      { id: 'any', reasons: [] },
      { id: 'other', reasons: [] },
    ])
  })

  test('suits any stage when the stages it was meant for are gone, and comes later when it was meant for others', () => {
    const items = [anItem('others', { stageIds: ['new'], publishedOn: '2026-01-02' }), anItem('gone', { stageIds: ['deleted'] })]
    expect(ranked(items).map(({ id }) => id)).toEqual(['gone', 'others'])
  })

  test('is what came out lately, and not what is still to come out', () => {
    const items = [anItem('old', { publishedOn: '2026-09-01' }), anItem('to come', { publishedOn: '2026-12-01' }), anItem('new', { publishedOn: '2026-11-01' })]
    expect(ranked(items)[0]).toEqual({ id: 'new', reasons: [{ why: 'fresh', publishedOn: '2026-11-01' }] })
    expect(ranked(items).flatMap(({ reasons }) => reasons)).toHaveLength(1)
  })
})

const word = fc.constantFrom('price', 'dye', 'lots', 'mill', 'Textiles', 'new', 'proposal', 'gone', '')
const someWords = fc.array(word, { maxLength: 4 })
const aText = someWords.map((list) => list.join(' '))
const aDate = fc.option(fc.integer({ min: -100, max: 100 }).map((days) => addDays(today, days)))
const someItems = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 3 }),
    kind: fc.constantFrom(...valueKindSchema.options),
    title: aText,
    tags: someWords,
    industries: someWords,
    stageIds: someWords,
    objections: fc.array(aText, { maxLength: 3 }),
    publishedOn: aDate,
    bestBefore: aDate,
    createdAt: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'),
  }),
  { maxLength: 12, selector: ({ id }) => id },
)
const aCase = someItems.chain((items) =>
  fc.record({
    items: fc.constant(items),
    shuffled: fc.shuffledSubarray(items, { minLength: items.length }),
    recipient: fc.record({
      stageId: word,
      stages: someWords.map((list) => new Map(list.map((one) => [one, one]))),
      industry: word,
      tags: someWords,
      needs: fc.array(aText, { maxLength: 3 }),
      noes: fc.array(aText, { maxLength: 3 }),
      given: fc.subarray(items.map(({ id }) => id)).map((ids) => new Set(ids)),
      kind: fc.option(fc.constantFrom(...valueKindSchema.options)),
    }),
  }),
)

describe('Whatever the library holds, what to bring', () => {
  test('is never a repeat, and is everything else exactly once', () => {
    fc.assert(
      fc.property(aCase, ({ items, recipient }) => {
        const ids = rankValue(items, recipient, today).map(({ item }) => item.id)
        expect(ids.toSorted()).toEqual(items.map(({ id }) => id).filter((id) => !recipient.given.has(id)).toSorted())
      }),
    )
  })

  test('is past its date only behind all that is fresh, and marked so', () => {
    fc.assert(
      fc.property(aCase, ({ items, recipient }) => {
        const list = rankValue(items, recipient, today)
        for (const { item, isPast } of list) expect(isPast).toBe(item.bestBefore !== null && item.bestBefore < today)
        const firstPast = list.findIndex(({ isPast }) => isPast)
        if (firstPast >= 0) expect(list.slice(firstPast).every(({ isPast }) => isPast)).toBe(true)
      }),
    )
  })

  test('comes in the same order however the library is stored', () => {
    fc.assert(
      fc.property(aCase, ({ items, shuffled, recipient }) => {
        expect(rankValue(shuffled, recipient, today)).toEqual(rankValue(items, recipient, today))
      }),
    )
  })
})
