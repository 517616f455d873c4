import { spawn, type ChildProcess } from 'node:child_process'
import { createServer as createProbe, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { build, createServer } from 'vite'
import { defaultDataFolder, makeDataFolder } from './core/data-folder.ts'
import { desktopArguments, findDesktopRuntime, missingDisplay } from './desktop-runtime.ts'
import { flagsOfThisProcess } from './flags.ts'
import { createLauncher } from './web/browser.ts'
import { makeToken } from './web/gate.ts'

/*
 * `npm run dev`: the renderer from Vite's development server, with hot reload, and main restarted when its sources
 * change: the desktop app where Electron's runtime is, else the web shell. FOLLOWTHROUGH_DEV_URL tells either of them the
 * address of the page. Data goes to a folder of its own, never to the person's, unless --data says otherwise.
 */

const root = join(import.meta.dirname, '..')
const flags = flagsOfThisProcess()
const dataDir = flags.dataDir === defaultDataFolder() ? join(flags.dataDir, '..', 'development') : flags.dataDir
const desktop = !flags.browser && missingDisplay() === null ? findDesktopRuntime() : null

const socketPort = await freePort()
const page = await createServer({
  configFile: join(root, 'vite.renderer.config.ts'),
  root: join(root, 'renderer'),
  server: {
    host: '127.0.0.1',
    ...(flags.port > 0 ? { port: flags.port, strictPort: true } : {}),
    proxy: { '/socket': { target: `ws://127.0.0.1:${socketPort}`, ws: true, changeOrigin: true } },
  },
})
await page.listen()
const origin = new URL(page.resolvedUrls?.local[0] ?? '').origin
// Main keeps the token of the first start, so that open pages find it again after a restart.
const address = `${origin}/#token=${makeToken()}`
const env = { ...process.env, FOLLOWTHROUGH_DEV_URL: address }
const own = ['--data', dataDir, ...(flags.sample ? ['--sample'] : [])]

let main: ChildProcess | null = null
if (desktop === null) {
  const watched = ['--watch', '--watch-preserve-output', join(root, 'main', 'serve.ts')]
  main = spawn(process.execPath, [...watched, ...own, '--port', String(socketPort), '--no-open'], { stdio: 'inherit', env })
  if (flags.open) openPage()
} else {
  for (const config of ['vite.preload.config.ts', 'vite.main.config.ts']) await rebuildOnChange(config, desktop)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    if (main === null) process.exit(0)
    main.removeAllListeners('close').on('close', () => process.exit(0)).kill('SIGTERM')
  })
}

function openPage() {
  makeDataFolder(dataDir)
  const launcher = createLauncher(dataDir, console)
  process.on('exit', () => launcher.remove())
  launcher.open(address)
}

/** Builds once and then on every change; each time, once both builds have been made, the desktop app starts anew. */
async function rebuildOnChange(config: string, program: string) {
  const watcher = await build({ configFile: join(root, config), root, logLevel: 'warn', build: { watch: {} } })
  if (!('on' in watcher)) return
  await new Promise<void>((resolve) => {
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') console.error(event.error.message)
      if (event.code !== 'END') return
      if (main !== null || config === 'vite.main.config.ts') restartDesktop(program)
      resolve()
    })
  })
}

function restartDesktop(program: string) {
  const before = main
  const start = () => {
    main = spawn(program, [...desktopArguments(), root, ...own], { stdio: 'inherit', env })
    // Closing the window ends development, a restart does not.
    main.on('close', () => process.exit(0))
  }
  if (before === null) start()
  else before.removeAllListeners('close').on('close', start).kill('SIGTERM')
}

/** A port that nobody uses now. The web shell keeps it over its restarts. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createProbe().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
