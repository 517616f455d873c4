import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startWords } from '../shared/strings/shell-words.ts'
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
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const flags = flagsOfThisProcess()
endWithNpm()
if (isStale()) {
  console.error(startWords.building)
  if (!(await build())) {
    console.error(startWords.notBuilt)
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
    console.error(startWords.fetching)
    const problem = await fetchDesktopRuntime(fetchLimit)
    if (problem !== null) return startWords.noRuntime(problem)
  }
  const runtime = findDesktopRuntime()
  if (runtime === null) return startWords.cannotRun
  const added = desktopArguments()
  if (added.includes('--no-sandbox')) console.error(startWords.noSandbox)
  const { code, signal, shown, asked } = await runProgram(runtime, added)
  if (!shown && !asked) {
    // 127: the system's loader lacks a library that Electron needs.
    if (code === 127) return startWords.cannotRun
    if (signal !== null) return startWords.died(signal)
    if (code !== 0) return startWords.ended(code ?? 1)
  }
  // A signal counts as shells count it.
  process.exitCode = signal === null ? (code ?? 1) : 128 + constants.signals[signal]
  return null
}

/** How the desktop app ended. */
interface DesktopEnd {
  code: number | null
  signal: NodeJS.Signals | null
  /** It had shown its window. */
  shown: boolean
  /** It was asked to end. */
  asked: boolean
}

function runProgram(runtime: string, added: string[]): Promise<DesktopEnd> {
  // An environment in which Electron is to be plain Node would show no window.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const data = ['--data', flags.dataDir, ...(flags.sample ? ['--sample'] : [])]
  return new Promise((resolve) => {
    let shown = false
    let asked = false
    const passOn = (signal: NodeJS.Signals) => {
      asked = true
      app.kill(signal)
    }
    // Listened to beforehand: the app may run, and the person press Ctrl-C, before `spawn` returns.
    for (const signal of endings) process.on(signal, passOn)
    const app = spawn(runtime, [...added, root, ...data], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env })
    app.once('message', () => (shown = true))
    const end = (code: number | null, signal: NodeJS.Signals | null) => {
      for (const ending of endings) process.off(ending, passOn)
      resolve({ code, signal, shown, asked })
    }
    app.on('error', () => end(127, null))
    app.on('close', end)
  })
}
