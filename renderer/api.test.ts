import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Bridge, EventName } from '../shared/api.ts'
import { defaultSettings, type Settings } from '../shared/settings.ts'
import type { ReadName } from './api.ts'

/** What main tells the page, by event. */
const told = new Map<EventName, (payload: never) => void>()
const bridge: Bridge = {
  call: async () => new Promise(() => undefined),
  on(event, listener) {
    told.set(event, listener)
    return () => told.delete(event)
  },
}
// A file of tests before this one may have brought the page up with another bridge.
vi.resetModules()
// Without a window of its own React Aria takes no part in the page; after that the page of the desktop app is there.
await import('./ui/Toast.tsx')
vi.stubGlobal('window', { followthrough: bridge })
const { followChanges, queryClient } = await import('./api.ts')
const stop = followChanges()
afterAll(() => {
  stop()
  queryClient.clear()
  vi.unstubAllGlobals()
})

const plans = ['getBoard', 'getCards', 'getLead', 'getBacklog', 'getCalendar', 'proposeNext', 'previewCadence', 'previewEnrolment'] satisfies ReadName[]
/** What shows something of any setting, such as a name that is to be hidden. */
const always = ['getState', 'getCounts', 'getToday', 'getReminder'] satisfies ReadName[]
const others = ['getPeople', 'getCadences', 'getSegments', 'getDaysOff', 'getRecaps', 'listBackups'] satisfies ReadName[]

beforeEach(() => {
  queryClient.clear()
  queryClient.setQueryData(['getSettings', {}], defaultSettings)
  for (const name of [...plans, ...others, ...always]) queryClient.setQueryData([name, {}], { of: name })
})

/** The calls that are asked anew after the settings changed so. */
function askedAnewAfter(changes: Partial<Settings>): unknown[] {
  const listener = told.get('settings') as (settings: Settings) => void
  // As they arrive: another object each time, whatever is in it.
  listener(structuredClone({ ...defaultSettings, ...changes }))
  return queryClient
    .getQueryCache()
    .getAll()
    .filter(({ state }) => state.isInvalidated)
    .map(({ queryKey: [name] }) => name)
}

describe('After a change of settings', () => {
  test.each<Partial<Settings>>([
    { zone: 'Asia/Tokyo' },
    { startOfDay: '08:00' },
    { endOfDay: '18:00' },
    { workingDays: [1, 2, 3] },
    { dailyLoad: 7 },
    { minimumGap: 3 },
    { response: { ...defaultSettings.response, warn: 90 } },
  ])('open pages show plans anew where these are made by what changed: %j', (changes) => {
    const anew = askedAnewAfter(changes)
    expect(anew).toEqual(expect.arrayContaining([...plans, ...always]))
    for (const name of others) expect(anew).not.toContain(name)
  })

  test.each<Partial<Settings>>([{ theme: 'dark' }, { name: 'Robin' }, { hideNames: true }, {}])('plans stay where they are made by nothing that changed: %j', (changes) => {
    const anew = askedAnewAfter(changes)
    expect(anew).toEqual(expect.arrayContaining(always))
    for (const name of [...plans, ...others]) expect(anew).not.toContain(name)
  })

  test('the page knows the new settings at once, without asking', () => {
    expect(askedAnewAfter({ theme: 'dark' })).not.toContain('getSettings')
    expect(queryClient.getQueryData(['getSettings', {}])).toMatchObject({ theme: 'dark' })
  })
})
