import { expect, test } from 'vitest'
import type { Bridge, Events } from './api.ts'
import { whenOver } from './reminder.ts'

/** An app that tells its listeners which touches are over. */
function anApp() {
  const listeners = new Set<(payload: Events['reminderOver']) => void>()
  const on = (_: string, listener: (payload: Events['reminderOver']) => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const over = (...touchIds: string[]) => {
    for (const listener of listeners) listener({ touchIds })
  }
  return { app: { on } as Pick<Bridge, 'on'>, over, listeners }
}

const digest = { title: '', body: '', touches: ['a', 'b'].map((touchId) => ({ touchId, leadId: `lead of ${touchId}` })) }

test('a digest is over with the last of its touches, once', () => {
  const { app, over, listeners } = anApp()
  let ends = 0
  whenOver(digest, app, () => (ends += 1))
  over('a', 'x')
  expect(ends).toBe(0)
  over('b')
  over('a', 'b')
  expect([ends, listeners.size]).toEqual([1, 0])
})

test('whoever stops waiting is told nothing', () => {
  const { app, over } = anApp()
  let ends = 0
  const stop = whenOver(digest, app, () => (ends += 1))
  stop()
  over('a', 'b')
  expect(ends).toBe(0)
})
