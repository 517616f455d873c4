import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysInStage, leadSchema, rankFirst, ranksBefore, type Placed } from './lead.ts'
import { byRank } from './stage.ts'

function column(...ranks: string[]): Placed[] {
  return ranks.map((rank, index) => ({ id: `lead-${index + 1}`, stageId: 'new', rank }))
}
function rankOf(leads: readonly Placed[], next: Placed | null, moved: string | null): string {
  return ranksBefore(leads, next, new Set(moved === null ? [] : [moved]), 1)[0]!
}
const idsOf = (leads: readonly Placed[]) => leads.toSorted(byRank).map((lead) => lead.id)

describe('The rank of a lead in its stage', () => {
  test('stands straight before the other lead', () => {
    const leads = column('a0', 'a1', 'a2')
    const rank = rankOf(leads, leads[1]!, null)
    expect(rank > 'a0' && rank < 'a1').toBe(true)
    expect(rankOf(leads, leads[0]!, null) < 'a0').toBe(true)
  })

  test('is last without another lead, and any in an empty stage', () => {
    expect(rankOf(column('a0', 'a1'), null, null) > 'a1').toBe(true)
    expect(rankOf([], null, null)).not.toBe('')
  })

  test('does not count the lead that moves away from between', () => {
    const leads = column('a0', 'a1', 'a2')
    const rank = rankOf(leads, leads[2]!, 'lead-2')
    expect(rank > 'a0' && rank < 'a2').toBe(true)
    expect(rankOf(leads, null, 'lead-3') > 'a1').toBe(true)
  })

  test('is found between leads that share a rank, too', () => {
    const leads = column('a0', 'a1', 'a1', 'a1')
    const rank = rankOf(leads, leads[2]!, null)
    expect(rank > 'a0' && rank < 'a1').toBe(true)
  })

  test('is on top for a new lead', () => {
    expect(rankFirst(column('a3', 'a1', 'a2')) < 'a1').toBe(true)
    expect(rankFirst([])).not.toBe('')
  })

  test('keeps a total order, the one a plain list would have, under any sequence of moves', () => {
    const aMove = fc.record({ moved: fc.nat(), before: fc.option(fc.nat()), fresh: fc.boolean() })
    fc.assert(
      fc.property(fc.array(aMove, { maxLength: 200 }), (moves) => {
        const leads = new Map<string, Placed>()
        let list: string[] = []
        for (const { moved, before, fresh } of moves) {
          const id = fresh || list.length === 0 ? `lead-${leads.size}` : list[moved % list.length]!
          const others = list.filter((other) => other !== id)
          const target = before === null || others.length === 0 ? null : others[before % others.length]!
          const rank = rankOf([...leads.values()].toSorted(byRank), target === null ? null : leads.get(target)!, id)
          leads.set(id, { id, stageId: 'new', rank })
          list = others.toSpliced(target === null ? others.length : others.indexOf(target), 0, id)
          expect(idsOf([...leads.values()])).toEqual(list)
        }
        expect(new Set([...leads.values()].map((lead) => lead.rank)).size).toBe(leads.size)
      }),
    )
  })

  test('stays short: a thousand drops into the same gap fit the schema', () => {
    let leads = column('a0', 'a1')
    for (let drop = 0; drop < 1000; drop += 1) {
      leads = [leads[0]!, { id: 'lead-2', stageId: 'new', rank: rankOf(leads, leads[1]!, null) }]
    }
    expect(leadSchema.shape.rank.safeParse(leads[1]!.rank).success).toBe(true)
  })
})

describe('The days a lead has stood in its stage', () => {
  const since = '2026-11-22T08:00:00.000Z'
  test.each([
    ['2026-11-22T08:00:00Z', 0],
    ['2026-11-23T07:59:59Z', 0],
    ['2026-11-23T08:00:00Z', 1],
    ['2026-12-06T09:00:00Z', 14],
  ])('are, at %s, %i', (now, days) => {
    expect(daysInStage({ stageSince: since }, Date.parse(now))).toBe(days)
  })

  test('are none when the clock was set back', () => {
    expect(daysInStage({ stageSince: since }, Date.parse('2026-11-20T08:00:00Z'))).toBe(0)
  })
})
