import { beforeEach, expect, test, vi } from 'vitest'
import { BrowserWindow, desktop, ipcRenderer } from '../../tests/packaging/fake-electron.ts'
import { aLead, testCore } from '../../tests/support/core.ts'
import { pageJoin } from './ipc.ts'
import { pageToShow } from './page.ts'

vi.mock('electron', () => import('../../tests/packaging/fake-electron.ts'))
beforeEach(() => desktop.reset())

async function aJoinedPage() {
  const app = await testCore()
  const page = pageToShow(null)
  const { webContents } = new BrowserWindow()
  webContents.url = page.url
  const part = pageJoin(app.core, page)(webContents as never)
  const leads = async () => (await app.call('getCounts', {})).leads
  return { app, webContents, part, leads }
}

const newLead = ['addLead', { contact: { name: 'Ines' }, contactId: null, lead: {}, stageId: null, next: null }] as const

test('a call of the page reaches the core, and its reply the page', async () => {
  const { leads } = await aJoinedPage()
  expect(await desktop.invoke({}, 'call', ...newLead)).toMatchObject({ ok: true, data: { leadId: expect.any(String) } })
  expect(await leads()).toBe(1)
})

test('a name that is no call is refused by the core', async () => {
  await aJoinedPage()
  for (const name of ['eval', '__proto__', 'constructor']) {
    expect(await desktop.invoke({}, 'call', name, {})).toMatchObject({ ok: false, error: { code: 'unknown-call' } })
  }
})

test.each([
  ['another window', { foreignContents: true }],
  ['a frame within the page', { frame: { origin: 'followthrough://app', isMain: false } }],
  ['another origin', { frame: { origin: 'https://example.com', isMain: true } }],
  ['an origin that only begins like ours', { frame: { origin: 'followthrough://app.example.com', isMain: true } }],
  ['a page without an origin', { frame: { origin: 'null', isMain: true } }],
  ['a frame that is gone', { frame: null }],
])('%s is refused, and nothing done', async (_, sender) => {
  const { leads } = await aJoinedPage()
  expect(await desktop.invoke(sender, 'call', ...newLead)).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
  expect(await leads()).toBe(0)
})

test.each([[[]], [['getState']], [['getState', {}, 'more']], [[{ name: 'getState' }, {}]], [[null, {}]]])(
  'the arguments %j are refused',
  async (given) => {
    await aJoinedPage()
    expect(await desktop.invoke({}, 'call', ...given)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  },
)

test('every event is handed on, until the window is gone or the page is parted', async () => {
  const { app, webContents, part } = await aJoinedPage()
  const heard: unknown[] = []
  ipcRenderer.on('event:changed', (_event, payload) => heard.push(payload))
  const first = await aLead(app, 'Ann')
  expect(heard).toEqual([{ command: 'addLead', leads: [first] }])

  webContents.destroyed = true
  await aLead(app, 'Bo')
  webContents.destroyed = false
  part()
  await aLead(app, 'Cy')
  expect(heard).toHaveLength(1)
  expect(await desktop.invoke({}, 'call', 'getState', {})).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
})

test('a second page is answered and told as the first one is', async () => {
  const app = await testCore()
  const page = pageToShow(null)
  const join = pageJoin(app.core, page)
  const parts = [0, 1].map(() => {
    const { webContents } = new BrowserWindow()
    webContents.url = page.url
    return join(webContents as never)
  })
  for (const window of [0, 1]) expect(await desktop.invoke({ window }, 'call', 'getState', {})).toMatchObject({ ok: true })
  parts[1]?.()
  expect(await desktop.invoke({ window: 0 }, 'call', 'getState', {})).toMatchObject({ ok: true })
  expect(await desktop.invoke({ window: 1 }, 'call', 'getState', {})).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
})
