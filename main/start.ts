import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { words } from '../shared/strings/words.ts'
import { build, isStale } from './build.ts'
import { desktopArguments, fetchDesktopRuntime, findDesktopRuntime, missingDisplay } from './desktop-runtime.ts'
import { flagsOfThisProcess } from './flags.ts'

/*
 * `npm start`: builds when needed, then runs the desktop app; where that cannot be had, says why in one sentence and
 * runs the web shell instead. Stdout is left to the one line of the web shell.
 */

const root = join(import.meta.dirname, '..')
/** A slow line gets its chance; where there is no network at all, the installer gives up by itself within seconds. */
const fetchLimit = 180_000

const flags = flagsOfThisProcess()
endWithNpm()
if (isStale()) {
  console.error(words.start.building)
  if (!(await build())) {
    console.error(words.start.notBuilt)
    process.exit(1)
  }
}

const obstacle = flags.browser ? '' : await runDesktop()
if (obstacle !== null) {
  if (obstacle) console.error(obstacle)
  await import(pathToFileURL(join(root, 'dist', 'main', 'serve.js')).href)
}

/**
 * npm passes a SIGTERM on to the shell that it runs its scripts with, and that shell dies of it without telling us. So
 * being left behind counts as the signal.
 */
function endWithNpm() {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 250).unref()
}

/** Runs the desktop app until it ends; resolves to the reason when it cannot run here, else to null. */
async function runDesktop(): Promise<string | null> {
  const display = missingDisplay()
  if (display !== null) return display
  if (findDesktopRuntime() === null) {
    console.error(words.start.fetching)
    const problem = await fetchDesktopRuntime(fetchLimit)
    if (problem !== null) return words.start.noRuntime(problem)
  }
  const runtime = findDesktopRuntime()
  const code = runtime === null ? 127 : await runProgram(runtime)
  // 127: the system's loader lacks a library that Electron needs.
  if (code === 127) return words.start.cannotRun
  process.exitCode = code
  return null
}

function runProgram(runtime: string): Promise<number> {
  // An environment in which Electron is to be plain Node would show no window.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const data = ['--data', flags.dataDir, ...(flags.sample ? ['--sample'] : [])]
  return new Promise((resolve) => {
    const app = spawn(runtime, [...desktopArguments(), root, ...data], { stdio: 'inherit', env })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.kill(signal))
    app.on('error', () => resolve(127))
    app.on('close', (code) => resolve(code ?? 1))
  })
}
