import { existsSync } from 'node:fs'
import { join } from 'node:path'
import packageJson from '../package.json' with { type: 'json' }
import { webWords } from '../shared/strings/shell-words.ts'
import { systemClock } from './core/clock.ts'
import { createCore, type Core } from './core/core.ts'
import { makeDataFolder } from './core/data-folder.ts'
import { createLog } from './core/log.ts'
import { developmentPage } from './development-page.ts'
import { flagsOfThisProcess } from './flags.ts'
import { createLauncher } from './web/browser.ts'
import { createNotifier } from './web/notifications.ts'
import { startWebServer, type WebServer } from './web/server.ts'
import { openSettings } from './web/settings.ts'

/*
 * The application in plain Node: the same core as in the desktop app, its page served to a browser on this machine.
 */

/** Beside the built entry lies the built renderer; from the source it is one folder further. */
const rendererDir = join(import.meta.dirname, import.meta.filename.endsWith('.ts') ? '../dist/renderer' : '../renderer')

const flags = flagsOfThisProcess()
makeDataFolder(flags.dataDir)
const log = createLog(flags.dataDir)
const notifier = createNotifier(log)
const launcher = createLauncher(flags.dataDir, log)
const core = createCore({
  dataDir: flags.dataDir,
  settings: openSettings(flags.dataDir, log),
  clock: systemClock,
  notify: (reminder) => notifier.show(reminder, core),
  remindsInSystem: () => notifier.works(),
  log,
  version: packageJson.version,
  shell: 'browser',
})

process.exitCode = await run()

async function run(): Promise<number> {
  const development = developmentPage()
  if (development === null && !existsSync(join(rendererDir, 'index.html'))) return giveUp(webWords.notBuilt)
  const start = await core.start()
  if (!start.started) {
    console.error(start.message)
    return start.reason === 'elsewhere' ? 0 : 1
  }
  if (flags.sample) await addSample(core)

  let server: WebServer | null = null
  const open = () => {
    if (flags.open && server) launcher.open(server.address)
  }
  try {
    server = await startWebServer({ core, rendererDir, port: flags.port, developmentPage: development, openPage: open })
  } catch (error) {
    await core.stop()
    return giveUp(describeListenError(error))
  }
  console.log(webWords.running(server.address))
  open()

  await askedToEnd()
  launcher.remove()
  notifier.stop()
  await core.stop()
  // Everything is on disk. Pages get a moment to take their leave, unless the person asks again.
  await Promise.race([server.close(), askedToEnd().then(() => process.exit(0))])
  return 0
}

/**
 * Resolves when this process is asked to end from now on. One Ctrl-C asks several times within milliseconds: through
 * the terminal, through npm, and by packages that clean up on a signal and send it on. So the listeners stay, and none
 * of that ends us midway.
 */
function askedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
}

/** An app that has data already starts with it: the flag is a wish for a first look, no reason to stay shut. */
async function addSample(running: Core) {
  const reply = await running.call('addSample', {})
  if (reply.ok) return
  console.error(reply.error.code === 'not-empty' ? webWords.sampleNotAdded : reply.error.message)
}

function giveUp(message: string): number {
  console.error(message)
  return 1
}

function describeListenError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EADDRINUSE') return webWords.portTaken(flags.port)
  if (code === 'EACCES') return webWords.portNotAllowed(flags.port)
  throw error
}
