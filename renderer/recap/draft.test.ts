import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blankContent } from '../../shared/recap.ts'
import { changeDraft, draftContent, draftOf, neighbour, slotNames, type Content, type Draft, type DraftChange } from './draft.ts'
import { changeHistory, historyOf, type History } from './history.ts'

const nothing: Content = { ...blankContent, nextTouchId: null }

const talk: Content = {
  ...nothing,
  problems: ['late answers', 'dye lots vary'],
  mine: [{ what: 'send samples', by: '2026-11-25' }],
  questions: ['which dye?'],
}

describe('a draft of the composer', () => {
  it('says what was stored', () => {
    expect(draftContent(draftOf({ ...talk, greeting: 'Dear Priya,', signOff: 'Yours,', notes: 'raw' }))).toEqual({ ...talk, greeting: 'Dear Priya,', signOff: 'Yours,', notes: 'raw' })
  })

  it('moves a line to the end of another slot, with the caret where it was', () => {
    const draft = changeDraft(draftOf(talk), { kind: 'move', from: 'problems', key: 0, to: 'solutions', before: null, caret: 4 })
    expect(draftContent(draft)).toEqual({ ...talk, problems: ['dye lots vary'], solutions: ['late answers'] })
    expect(draft.slots.solutions.focus).toEqual({ key: 1, caret: 4 })
    expect(draft.moved).toEqual({ slot: 'solutions', place: 1, of: 1 })
  })

  it('moves a line before another one, in its own slot too', () => {
    const draft = changeDraft(draftOf(talk), { kind: 'move', from: 'problems', key: 1, to: 'problems', before: 0, caret: 0 })
    expect(draftContent(draft).problems).toEqual(['dye lots vary', 'late answers'])
    expect(draft.moved).toEqual({ slot: 'problems', place: 1, of: 2 })
  })

  it('keeps the date of a promise that passes through a slot without dates', () => {
    const there = changeDraft(draftOf(talk), { kind: 'move', from: 'mine', key: 0, to: 'questions', before: null, caret: 0 })
    const key = there.slots.questions.focus?.key ?? -1
    const back = changeDraft(there, { kind: 'move', from: 'questions', key, to: 'theirs', before: null, caret: 0 })
    expect(draftContent(back).theirs).toEqual([{ what: 'send samples', by: '2026-11-25' }])
  })

  it('leaves a line where it is when the other slot is full, or when it is the empty one', () => {
    const draft = draftOf({ ...talk, solutions: Array.from({ length: 500 }, (_, index) => `line ${index}`) })
    expect(changeDraft(draft, { kind: 'move', from: 'problems', key: 0, to: 'solutions', before: null, caret: 0 })).toBe(draft)
    expect(changeDraft(draft, { kind: 'move', from: 'problems', key: 2, to: 'mine', before: null, caret: 0 })).toBe(draft)
  })

  it('puts the lines of notes after those that are there, and the notes below the earlier ones', () => {
    const lines = [
      { slot: 'mine', what: 'call Tom', by: null },
      { slot: 'problems', what: 'no budget', by: null },
    ] as const
    const draft = changeDraft(draftOf({ ...talk, notes: 'before\n' }), { kind: 'notes', notes: 'after', lines })
    expect(draftContent(draft)).toMatchObject({ problems: ['late answers', 'dye lots vary', 'no budget'], mine: [...talk.mine, { what: 'call Tom', by: null }], notes: 'before\n\nafter' })
  })

  it('knows the slot above and below', () => {
    expect([neighbour('problems', -1), neighbour('problems', 1), neighbour('questions', 1)]).toEqual([null, 'solutions', null])
  })
})

describe('the history of a draft', () => {
  const edit = (key: number, what: string): DraftChange => ({ kind: 'slot', name: 'problems', change: { kind: 'edit', key, what } })
  const done = (history: History, change: DraftChange, now: number) => changeHistory(history, { kind: 'change', change, now })

  it('takes back what was typed without a rest in one step', () => {
    let history = historyOf(nothing)
    history = done(history, edit(0, 'f'), 0)
    history = done(history, edit(0, 'fi'), 300)
    history = done(history, edit(0, 'fi n'), 5000)
    history = changeHistory(history, { kind: 'undo' })
    expect(draftContent(history.draft).problems).toEqual(['fi'])
    history = changeHistory(history, { kind: 'undo' })
    expect(draftContent(history.draft).problems).toEqual([])
    history = changeHistory(changeHistory(history, { kind: 'redo' }), { kind: 'redo' })
    expect(draftContent(history.draft).problems).toEqual(['fi n'])
  })

  it('puts the caret into the line that came back', () => {
    const history = done(historyOf(talk), { kind: 'move', from: 'problems', key: 1, to: 'mine', before: null, caret: 0 }, 0)
    expect(changeHistory(history, { kind: 'undo' }).draft.slots.problems.focus).toEqual({ key: 1, caret: 'dye lots vary'.length })
  })

  const aChange: fc.Arbitrary<DraftChange> = fc.oneof(
    fc.record({ kind: fc.constant('slot' as const), name: fc.constantFrom(...slotNames), change: fc.record({ kind: fc.constant('edit' as const), key: fc.nat(4), what: fc.string({ maxLength: 3 }) }) }),
    fc.record({ kind: fc.constant('slot' as const), name: fc.constantFrom(...slotNames), change: fc.record({ kind: fc.constantFrom('below' as const, 'remove' as const), key: fc.nat(4) }) }),
    fc.record({ kind: fc.constant('move' as const), from: fc.constantFrom(...slotNames), key: fc.nat(4), to: fc.constantFrom(...slotNames), before: fc.option(fc.nat(4)), caret: fc.nat(3) }),
    fc.record({ kind: fc.constant('subject' as const), subject: fc.string({ maxLength: 4 }) }),
  )

  it('comes back to the very beginning, and forth to the very end, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(aChange, { maxLength: 30 }), (changes) => {
        let history = changes.reduce((before, change, index) => done(before, change, index * 5000), historyOf(talk))
        const end = draftContent(history.draft)
        while (history.past.length > 0) history = changeHistory(history, { kind: 'undo' })
        expect(draftContent(history.draft)).toEqual(talk)
        while (history.future.length > 0) history = changeHistory(history, { kind: 'redo' })
        expect(draftContent(history.draft)).toEqual(end)
      }),
    )
  })

  it('never loses a line by moving', () => {
    fc.assert(
      fc.property(fc.array(aChange.filter(({ kind }) => kind === 'move'), { maxLength: 20 }), (changes) => {
        const draft = changes.reduce<Draft>(changeDraft, draftOf(talk))
        expect(slotNames.flatMap((name) => draft.slots[name].lines.map(({ what }) => what)).filter(Boolean).toSorted()).toEqual(['dye lots vary', 'late answers', 'send samples', 'which dye?'])
        for (const name of slotNames) expect(draft.slots[name].lines.at(-1)?.what).toBe('')
      }),
    )
  })
})
