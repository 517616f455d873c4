import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll, listPackage } from '@electron/asar'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { systemClock } from '../../main/core/clock.ts'
import { localDateAt, timeOfDayAt, type Due } from '../../shared/dates.ts'
import { defaultSettings, readSettings } from '../../shared/settings.ts'
import { testCore } from '../support/core.ts'
import { DesktopApp } from './desktop-app.ts'
import { fusesOf, pack } from './pack.ts'

/*
 * The desktop app without Electron: packed by electron-builder around a made-up runtime, its archive checked and taken
 * apart, and its packed main run on plain Node in front of a fake of Electron that is bound to electron.d.ts.
 */

const folder = mkdtempSync(join(tmpdir(), 'followthrough-packaging-'))
const extracted = join(folder, 'extracted')
const main = join(extracted, 'dist', 'main', 'electron.js')
/** How long a whole app may take for one thing, in milliseconds, on a machine that does others besides. */
const patience = 20_000
let packed: string
let files: string[]

beforeAll(async () => {
  packed = await pack(folder)
  const archive = join(packed, 'resources', 'app.asar')
  files = listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/'))
  extractAll(archive, extracted)
}, 120_000)

const apps: DesktopApp[] = []
afterAll(() => {
  for (const app of apps) app.kill()
  rmSync(folder, { recursive: true, force: true })
})

async function start(flags: string[], env?: NodeJS.ProcessEnv): Promise<DesktopApp> {
  const app = new DesktopApp(main, flags, env)
  apps.push(app)
  await Promise.race([app.started, app.ended])
  return app
}

/** The app with its window on the screen. */
async function startWithWindow(flags: string[], env?: NodeJS.ProcessEnv): Promise<DesktopApp> {
  const app = await start(flags, env)
  await vi.waitFor(async () => expect(await app.ask('window')).toMatchObject({ visible: true }), { timeout: 20_000 })
  return app
}

const newFolder = () => mkdtempSync(join(folder, 'data-'))

describe('the archive', () => {
  test('holds what runs: main, preload, the page, the images of the tray', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/dist/main/electron.js',
        '/dist/preload/preload.cjs',
        '/dist/renderer/index.html',
        ...['calm', 'due', 'overdue'].flatMap((state) => [
          `/build/tray/${state}.png`,
          `/build/tray/${state}@2x.png`,
          `/build/tray/${state}Template.png`,
          `/build/tray/${state}Template@2x.png`,
        ]),
        ...['due', 'overdue'].flatMap((state) => [`/build/tray/${state}Overlay.png`, `/build/tray/${state}Overlay@2x.png`]),
      ]),
    )
  })

  test('holds nothing else: no sources, tests, packages, maps or drafts', () => {
    const folders = new Set(['/build', '/build/tray', '/dist', '/dist/main', '/dist/preload', '/dist/renderer'])
    const strangers = files.filter(
      (file) =>
        !folders.has(file) &&
        !/^\/(package\.json|build\/tray\/\w+(@2x)?\.png|dist\/preload\/preload\.cjs)$/.test(file) &&
        !/^\/dist\/main(\/electron\.js|\/chunks(\/[\w.-]+\.js)?)$/.test(file) &&
        !/^\/dist\/renderer\/(index\.html|assets(\/[\w.-]+\.(js|css|woff2|svg|png))?|[\w-]+\.(svg|png|ico))$/.test(file),
    )
    expect(strangers).toEqual([])
  })

  test('tells nothing of the machine that built it', () => {
    for (const file of files.filter((name) => /\.(c?js|css|html|json)$/.test(name))) {
      const text = readFileSync(join(extracted, file), 'utf8')
      expect(text.includes(join(import.meta.dirname, '..', '..')), `${file} names the folder it was built in`).toBe(false)
      expect(text, file).not.toMatch(/sourceMappingURL=data:/)
    }
  })

  test('the program around it cannot become a plain Node, and loads nothing but the archive', () => {
    // RunAsNode, cookies, NODE_OPTIONS, --inspect, archive integrity, archive only, snapshot (as it was), file:// rights
    expect(fusesOf(readFileSync(join(packed, 'followthrough')))).toMatch(/^0.0011.0$/)
  })
})

describe('the packed app', () => {
  let app: DesktopApp
  let dataDir: string
  beforeAll(async () => {
    dataDir = join(newFolder(), 'followthrough')
    // The packed app knows no development server.
    app = await startWithWindow(['--data', dataDir, '--no-sandbox'], { FOLLOWTHROUGH_DEV_URL: 'http://127.0.0.1:9/' })
  }, 60_000)

  test('opens a sandboxed, isolated window on the page that it serves itself', async () => {
    const window = await app.ask('window')
    expect(window.options.webPreferences).toMatchObject({
      preload: join(extracted, 'dist', 'preload', 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      devTools: false,
    })
    expect(window).toMatchObject({ url: 'followthrough://app/index.html', open: 1, options: { minWidth: 720, minHeight: 520 } })
    expect(await app.ask('sandboxed')).toBe(true)

    const page = await app.ask('fetch', window.url)
    expect(page.policy).toContain("default-src 'none'")
    const scripts = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => new URL(path ?? '', 'https://app/').pathname)
    expect(scripts.length).toBeGreaterThan(0)
    for (const script of scripts) expect(await app.ask('fetch', `followthrough://app${script}`), script).toMatchObject({ status: 200 })
    expect(await app.ask('fetch', 'followthrough://app/..%2f..%2fpackage.json')).toMatchObject({ status: 404, body: '' })
  })

  test('tells whoever started it that its window is there', async () => {
    await vi.waitFor(() => expect(app.shown).toBe(true), patience)
  })

  test('gives the page two functions and no other way in', async () => {
    expect(await app.ask('bridge')).toEqual({ followthrough: ['call', 'on'] })
    expect(await app.ask('channels')).toEqual({ handled: ['call'], listened: [] })
    expect(await app.ask('listenTo', 'electron-store-get-data')).toBe('There is no such event.')
    expect(await app.ask('listenTo', '__proto__')).toBe('There is no such event.')
  })

  test('refuses whoever is not its page', async () => {
    for (const sender of [
      { foreignContents: true },
      { frame: { origin: 'https://example.com', isMain: true } },
      { frame: { origin: 'followthrough://app', isMain: false } },
      { frame: null },
    ]) {
      expect(await app.ask('callAs', { sender, name: 'getState' })).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
    }
    expect(await app.ask('callAs', { sender: {}, name: 'getState' })).toMatchObject({ ok: true, data: { shell: 'desktop', dataDir } })
  })

  test('tells the page what changes, until the page stops listening', async () => {
    await app.ask('listen', 'settings')
    await app.call('changeSettings', { theme: 'dark' })
    expect(await app.ask('heard')).toMatchObject([{ theme: 'dark' }])
    expect(await app.ask('theme')).toBe('dark')
    await app.ask('stopListening')
    await app.call('changeSettings', { theme: 'system' })
    expect(await app.ask('heard')).toHaveLength(1)
  })

  test.skipIf(process.platform === 'win32')('keeps its data folder to its person', () => {
    expect(statSync(dataDir).mode & 0o077).toBe(0)
  })

  test('goes to the tray when it is closed, and a second start or the tray bring it back', async () => {
    await app.ask('closeWindow')
    expect(await app.ask('window')).toMatchObject({ visible: false, open: 1 })
    expect((await app.ask('notifications')).map((notice) => notice.title)).toEqual(['Followthrough keeps running'])
    await app.ask('startAgain', [])
    expect(await app.ask('window')).toMatchObject({ visible: true, focused: true })
    await app.ask('closeWindow')
    expect(await app.ask('notifications')).toHaveLength(1)
    await app.ask('chooseInTray', 'Open Followthrough')
    expect(await app.ask('window')).toMatchObject({ visible: true })
  })

  test('waits in the tray when it starts at login, and does not show itself for another such start', async () => {
    const hidden = await start(['--data', newFolder(), '--hidden'])
    await vi.waitFor(() => expect(hidden.shown).toBe(true), patience)
    await hidden.ask('startAgain', ['--hidden'])
    expect(await hidden.ask('window')).toMatchObject({ visible: false, open: 1 })
    await hidden.ask('startAgain', [])
    expect(await hidden.ask('window')).toMatchObject({ visible: true })
    await hidden.ask('quit')
    expect(await hidden.ended).toBe(0)
  })

  test('has a menu in which text fields find their undo', async () => {
    const menu = await app.ask('menu')
    expect(menu).toEqual(expect.arrayContaining(['File', 'New lead…', 'editMenu', 'View', 'Today', 'Board', 'Help']))
    expect(menu).not.toContain('toggleDevTools')
    await app.ask('listen', 'show')
    await app.ask('chooseInMenu', 'New lead…')
    expect((await app.ask('heard')).at(-1)).toEqual({ place: 'quick-add', leadId: null })
    await app.ask('stopListening')
  })
})

/** Notifications have buttons where Electron knows them; elsewhere a click brings up a small window that does. */
const hasButtons = process.platform !== 'linux'

/** Answers the latest reminder as its system lets a person do it. */
async function answer(app: DesktopApp, touchId: string, chosen: 'done' | 'snooze'): Promise<void> {
  if (hasButtons) {
    await app.ask('pressNotification', { index: -1, button: chosen === 'done' ? 0 : 1 })
    return
  }
  await app.ask('clickNotification', -1)
  await inSmallWindow(app, touchId, async () =>
    chosen === 'done' ? app.call('completeTouch', { id: touchId, outcome: null, notes: '', next: 'proposed' }) : app.call('snoozeTouch', { id: touchId, minutes: 15 }),
  )
}

async function inSmallWindow(app: DesktopApp, touchId: string, act: () => Promise<unknown>): Promise<void> {
  const small = { url: `followthrough://app/index.html#/reminder/${touchId}`, visible: true, focused: true, open: 2 }
  await vi.waitFor(async () => expect(await app.ask('window')).toMatchObject(small), patience)
  expect(await app.call('getReminder', { touchIds: [touchId] })).toMatchObject({ title: expect.stringContaining('Ines Duarte') })
  await act()
}

describe('the three daily actions, through the page’s own way', () => {
  test('a lead moves, a reminder is answered, a recap is copied, and all of it is on disk after a quit', async () => {
    const dataDir = newFolder()
    const app = await startWithWindow(['--data', dataDir])
    const zone = systemClock.zone()
    const now = Date.now()
    const dueNow: Due = { date: localDateAt(now, zone), time: timeOfDayAt(now, zone), zone }
    const add = async (name: string) =>
      (await app.call('addLead', { contact: { name }, contactId: null, lead: { title: 'Kiln' }, stageId: null, next: null })).leadId

    const leadId = await add('Ines Duarte')
    const [moved] = await app.call('moveLeads', { ids: [leadId], stageId: 'meeting', before: null })
    expect(moved?.stageId).toBe('meeting')

    // Reminded: one is put off, the next one done.
    const reminders = async () => (await app.ask('notifications')).filter(({ title }) => title?.endsWith('Ines Duarte'))
    const touch = await app.call('scheduleTouch', { leadId, channel: 'call', purpose: 'Glaze', due: dueNow })
    await vi.waitFor(async () => expect(await reminders()).toMatchObject([{ title: 'Call: Ines Duarte', shown: true }]), { timeout: 10_000 })
    await vi.waitFor(async () => expect((await app.ask('tray')).labels).toContainEqual(expect.stringMatching(/^Call: Ines Duarte · /)), { timeout: 5000 })
    expect(await app.ask('tray')).toMatchObject({ image: expect.stringMatching(/(over)?due(Template)?\.png$/), found: true })
    await answer(app, touch.id, 'snooze')
    const touchNow = async (id: string) => (await app.call('getLead', { id: leadId })).touches.find((each) => each.id === id)
    await vi.waitFor(async () => expect((await touchNow(touch.id))?.snoozedUntil).not.toBeNull(), patience)

    const second = await app.call('scheduleTouch', { leadId, channel: 'email', purpose: '', due: dueNow })
    await vi.waitFor(async () => expect(await reminders()).toHaveLength(2), { timeout: 10_000 })
    await answer(app, second.id, 'done')
    await vi.waitFor(async () => expect((await touchNow(second.id))?.state).toBe('done'), patience)

    // Opened, one leads to its lead; the small window then closes itself.
    const third = await app.call('scheduleTouch', { leadId, channel: 'video', purpose: '', due: dueNow })
    await vi.waitFor(async () => expect(await reminders()).toHaveLength(3), { timeout: 10_000 })
    await app.ask('closeWindow')
    await app.ask('listen', 'show')
    await app.ask('clickNotification', -2)
    if (!hasButtons) {
      await inSmallWindow(app, third.id, () => app.call('show', { place: 'lead', leadId }))
      await app.ask('closeWindow')
    }
    await vi.waitFor(async () => expect((await app.ask('heard')).at(-1)).toEqual({ place: 'lead', leadId }), patience)
    expect(await app.ask('window')).toMatchObject({ visible: true, url: 'followthrough://app/index.html' })

    const { id } = await app.call('startRecap', { leadId, touchId: null })
    await app.call('editRecap', { id, changes: { problems: ['The kiln cracks'], solutions: ['A slower curve'] } })
    await app.call('markRecapCopied', { id })

    await app.ask('quit')
    expect(await app.ended).toBe(0)

    const settings = JSON.parse(readFileSync(join(dataDir, 'settings.json'), 'utf8')) as unknown
    expect(readSettings(settings)).toMatchObject({ toldAboutTray: true, window: { width: 1280, height: 800 } })
    const again = await testCore({ dataDir })
    const lead = await again.call('getLead', { id: leadId })
    expect(lead).toMatchObject({ lead: { stageId: 'meeting', title: 'Kiln' }, contact: { name: 'Ines Duarte' } })
    expect(lead.touches.map(({ state }) => state).toSorted()).toEqual(['done', 'due', 'due'])
    const { recap } = await again.call('getRecap', { id })
    expect(recap).toMatchObject({ problems: ['The kiln cracks'], solutions: ['A slower curve'], copiedAt: expect.any(String) })
  }, 60_000)

  test('sample data goes into an empty folder on the first start, and the second one says nothing about it', async () => {
    const dataDir = newFolder()
    for (const _ of ['first', 'second']) {
      const app = await startWithWindow(['--data', dataDir, '--sample'])
      const state = await app.call('getState', {})
      expect(state.hasSample).toBe(true)
      expect((await app.call('getCounts', {})).leads).toBeGreaterThan(5)
      await app.ask('quit')
      expect(await app.ended).toBe(0)
    }
  }, 60_000)
})

describe('a start that cannot be', () => {
  test('leaves the data folder to the instance that has it', async () => {
    const first = await startWithWindow(['--data', newFolder()])
    const dataDir = (await first.call('getState', {})).dataDir
    await first.ask('closeWindow')
    const second = await start(['--data', dataDir])
    expect(await second.ended).toBe(0)
    expect(second.output).toContain('already running')
    await vi.waitFor(async () => expect(await first.ask('window')).toMatchObject({ visible: true }), patience)
    expect(await first.call('getState', {})).toMatchObject({ database: { status: 'open' } })
  }, 60_000)

  test('quits at once without the lock of its profile', async () => {
    const dataDir = newFolder()
    const app = await start(['--data', dataDir], { FOLLOWTHROUGH_TEST_LOCKED: '1' })
    expect(await app.ended).toBe(0)
    expect(() => readFileSync(join(dataDir, 'followthrough.json'))).toThrow()
  })

  test('says so when nothing can be written, and ends', async () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    const app = await start(['--data', join(file, 'data')])
    expect(await app.ended).toBe(1)
    expect(app.output).toContain('may not write to its data folder')
  })

  test('sets aside settings that are no settings, and starts with the usual ones', async () => {
    const dataDir = newFolder()
    writeFileSync(join(dataDir, 'settings.json'), '{ "theme": "da')
    const app = await startWithWindow(['--data', dataDir])
    expect(await app.call('getSettings', {})).toEqual(defaultSettings)
    expect(readFileSync(join(dataDir, 'settings.json.damaged'), 'utf8')).toBe('{ "theme": "da')
    await app.ask('quit')
    expect(await app.ended).toBe(0)
  })
})
