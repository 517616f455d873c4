import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Bridge, CallName, EventName } from '../../shared/api.ts'
import type { Sender } from './fake-electron.ts'

/*
 * Runs in a process of its own: starts the packed main (argument 1) on plain Node with `electron` mapped to the fake,
 * the rest of the arguments being the app's, and does what the test asks for through the process's channel.
 */

const [main = '', ...flags] = process.argv.slice(2)
const fake = pathToFileURL(join(import.meta.dirname, 'fake-electron.ts')).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: fake, format: 'module-typescript', shortCircuit: true } : next(specifier, context),
})
const { app, desktop, ipcMain, nativeTheme } = (await import(fake)) as typeof import('./fake-electron.ts')

const heard: unknown[] = []
let stopHearing: (() => void) | null = null
const bridge = () => desktop.page.get('followthrough') as Bridge
const window = () => {
  const last = desktop.windows.findLast((each) => !each.isDestroyed())
  if (last === undefined) throw new Error('there is no window')
  return last
}
const tray = () => {
  const last = desktop.trays.at(-1)
  if (last === undefined) throw new Error('there is no tray')
  return last
}

/** What a test can look at and do. */
const hands = {
  call: ({ name, input }: { name: CallName; input: unknown }): Promise<unknown> => bridge().call(name, input as never),
  callAs: ({ sender, name }: { sender: Sender; name: string }) => desktop.invoke(sender, 'call', name, {}),
  bridge: () => Object.fromEntries([...desktop.page].map(([name, value]) => [name, Object.keys(value as object)])),
  listen(event: EventName) {
    stopHearing = bridge().on(event, (payload) => heard.push(payload))
    return null
  },
  stopListening() {
    stopHearing?.()
    return null
  },
  listenTo(event: string) {
    try {
      bridge().on(event as EventName, () => undefined)
      return 'listening'
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  },
  heard: () => heard,
  channels: () => ({ handled: [...ipcMain.handlers.keys()], listened: ipcMain.eventNames() }),
  window() {
    const { options, visible, focused, background, webContents } = window()
    return { options, visible, focused, background, url: webContents.url, open: desktop.windows.filter((each) => !each.isDestroyed()).length }
  },
  closeWindow() {
    window().close()
    return null
  },
  startAgain(given: string[]) {
    app.emit('second-instance', {}, [process.execPath, ...given], '', null)
    return null
  },
  notifications: () => desktop.notifications.map(({ options, shown }) => ({ ...options, shown })),
  clickNotification(index: number) {
    desktop.notifications.at(index)?.click()
    return null
  },
  pressNotification({ index, button }: { index: number; button: number }) {
    desktop.notifications.at(index)?.press(button)
    return null
  },
  tray() {
    const { image, toolTip, menu } = tray()
    return { image: image.path, found: !image.isEmpty(), toolTip, labels: (menu?.template ?? []).map((entry) => entry.label ?? '') }
  },
  chooseInTray(label: string) {
    tray().menu?.choose(label)
    return null
  },
  menu: () => desktop.applicationMenu?.entries().map((entry) => entry.label ?? entry.role ?? '') ?? [],
  chooseInMenu(label: string) {
    desktop.applicationMenu?.choose(label)
    return null
  },
  async fetch(url: string) {
    const answer = await desktop.fetch(url)
    return { status: answer.status, policy: answer.headers.get('content-security-policy'), body: await answer.text() }
  },
  sandboxed: () => app.sandboxed,
  theme: () => nativeTheme.themeSource,
  quit() {
    app.quit()
    return null
  },
}

export type Hands = typeof hands

process.on('message', ({ id, ask, given }: { id: number; ask: keyof Hands; given: unknown }) => {
  void (async () => {
    try {
      const answer = (hands[ask] as (given: unknown) => unknown)(given)
      process.send?.({ id, answer: (await answer) ?? null })
    } catch (error) {
      process.send?.({ id, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })()
})
desktop.onExit = (code) => {
  for (const error of desktop.errors) process.stderr.write(`${error}\n`)
  process.exit(code)
}
desktop.holdsLock = process.env['FOLLOWTHROUGH_TEST_LOCKED'] === undefined
process.argv = [process.execPath, ...flags]
await import(pathToFileURL(main).href)
process.send?.({ started: true })
