import { describe, expect, it } from 'vitest'
import type { Reply } from '../../shared/api.ts'
import { createSaver } from './saver.ts'

interface Text {
  title: string
  lines: string[]
}

/** A store whose saves end when the test says so. */
function aStore() {
  const saves: { changes: Partial<Text>; end: (ok: boolean) => void }[] = []
  const save = (changes: Partial<Text>) =>
    new Promise<Reply<null>>((resolve) => {
      saves.push({ changes, end: (ok) => resolve(ok ? { ok: true, data: null } : { ok: false, error: { code: 'not-saved', message: 'No room.' } }) })
    })
  return { saves, save }
}

/** Lets everything that waits for nothing go on. */
async function settled() {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}

const start: Text = { title: '', lines: [] }

describe('what is typed', () => {
  it('is on its way with its first letter, not after a rest', async () => {
    const { saves, save } = aStore()
    createSaver(start, save, () => {}).take({ ...start, title: 'a' })
    await settled()
    expect(saves.map(({ changes }) => changes)).toEqual([{ title: 'a' }])
  })

  it('goes in one save after the one underway, with only what changed', async () => {
    const { saves, save } = aStore()
    const saver = createSaver(start, save, () => {})
    saver.take({ title: 'a', lines: [] })
    await settled()
    saver.take({ title: 'ab', lines: [] })
    saver.take({ title: 'abc', lines: [] })
    saver.take({ title: 'abc', lines: ['x'] })
    await settled()
    expect(saves).toHaveLength(1)
    saves[0]?.end(true)
    await settled()
    expect(saves.slice(1).map(({ changes }) => changes)).toEqual([{ title: 'abc', lines: ['x'] }])
  })

  it('counts as saved only once all of it is', async () => {
    const { saves, save } = aStore()
    const states: unknown[] = []
    const saver = createSaver(start, save, (state) => states.push(state))
    const last = { title: 'ab', lines: [] }
    saver.take({ title: 'a', lines: [] })
    await settled()
    saver.take(last)
    const flushed = saver.flush()
    saves[0]?.end(true)
    await settled()
    expect(states).toEqual([])
    saves[1]?.end(true)
    expect(await flushed).toBe(true)
    expect(states).toEqual([{ stored: last, error: null }])
  })

  it('is kept when a save fails, and goes with the next change', async () => {
    const { saves, save } = aStore()
    const errors: (string | null)[] = []
    const saver = createSaver(start, save, ({ error }) => errors.push(error))
    saver.take({ title: 'a', lines: [] })
    const flushed = saver.flush()
    await settled()
    saves[0]?.end(false)
    expect(await flushed).toBe(false)
    saver.take({ title: 'a', lines: ['x'] })
    await settled()
    expect(saves[1]?.changes).toEqual({ title: 'a', lines: ['x'] })
    saves[1]?.end(true)
    await settled()
    expect(errors).toEqual(['No room.', null])
  })

  it('is not sent when it says what is stored', async () => {
    const { saves, save } = aStore()
    const saver = createSaver(start, save, () => {})
    saver.take({ title: '', lines: [] })
    expect(await saver.flush()).toBe(true)
    expect(saves).toEqual([])
  })
})
