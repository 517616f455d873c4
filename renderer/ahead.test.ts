import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Bridge, CallName, EventName } from '../shared/api.ts'

/** What main was asked, and its way to tell the page something. */
let asked: CallName[] = []
let told = new Map<EventName, (payload: never) => void>()

const bridge: Bridge = {
  async call(name) {
    asked.push(name)
    return { ok: true, data: `${name} ${asked.length}` as never }
  },
  on(event, listener) {
    told.set(event, listener)
    return () => told.delete(event)
  },
}

async function pageAt(hash: string): Promise<typeof import('./ahead.ts')> {
  vi.resetModules()
  vi.stubGlobal('window', { followthrough: bridge })
  vi.stubGlobal('location', { hash })
  return import('./ahead.ts')
}

beforeEach(() => {
  asked = []
  told = new Map()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

describe('what the window asks for before its script is there', () => {
  test.each([
    ['', ['getState', 'getSettings', 'getBoard']],
    ['#/board', ['getState', 'getSettings', 'getBoard']],
    ['#/today', ['getState', 'getSettings']],
  ])('at the place "%s" is %j', async (hash, calls) => {
    const { askAhead } = await pageAt(hash)
    askAhead()
    expect(asked).toEqual(calls)
  })

  test('is answered once, to the very question that was asked', async () => {
    const { askAhead, firstPicture, takeAnswer } = await pageAt('')
    askAhead()
    expect(takeAnswer('getBoard', { limit: null })).toBeNull()
    expect(await takeAnswer('getBoard', firstPicture)).toEqual({ ok: true, data: 'getBoard 3' })
    expect(takeAnswer('getBoard', firstPicture)).toBeNull()
    expect(await takeAnswer('getState', {})).toEqual({ ok: true, data: 'getState 1' })
  })

  test('is not the place to show, which waits for the window and is told to it once', async () => {
    const { askAhead, takePlace } = await pageAt('')
    askAhead()
    told.get('show')?.({ place: 'lead', leadId: 'ada' } as never)
    expect(takePlace()).toEqual({ place: 'lead', leadId: 'ada' })
    expect(takePlace()).toBeNull()
    // The window listens itself from then on.
    expect(told.has('show')).toBe(false)
  })

  test.each(['changed', 'settings'] as const)('is out of date once main tells of "%s", and asked anew by whoever needs it', async (event) => {
    const { askAhead, takeAnswer } = await pageAt('')
    askAhead()
    told.get(event)?.({} as never)
    expect(takeAnswer('getState', {})).toBeNull()
  })
})
