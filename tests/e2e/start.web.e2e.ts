import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startWords } from '../../shared/strings/shell-words.ts'

/*
 * How `npm start` chooses its shell. A script stands in for Electron's program, where one would be.
 */

const root = join(import.meta.dirname, '..', '..')

test.skip(process.platform !== 'linux', 'the choice hangs on displays and loaders of Linux')

let folder: string
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'followthrough-start-'))
})
test.afterEach(async () => rm(folder, { recursive: true, force: true }))

/** Runs `npm start`'s entry until it says that it serves, or ends; then ends it. */
async function start(args: string[], env: Record<string, string>) {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...rest } = process.env
  const all = [join(root, 'main', 'start.ts'), '--data', join(folder, 'data'), '--no-open', ...args]
  const child = spawn(process.execPath, all, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...rest, ...env } })
  let stdout = ''
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    if (stdout.includes('running at')) child.kill('SIGTERM')
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout, stderr }
}

/** A folder with a program in the place of Electron's, which runs these lines of shell. */
async function aRuntime(lines: string): Promise<Record<string, string>> {
  const program = join(folder, 'electron')
  await writeFile(program, `#!/bin/sh\n${lines}\n`)
  await chmod(program, 0o755)
  return { ELECTRON_OVERRIDE_DIST_PATH: folder, DISPLAY: ':99' }
}

/** As root the desktop app runs without its sandbox, and a sentence says so. */
const asRoot = process.getuid?.() === 0 ? `${startWords.noSandbox}\n` : ''

const serving = expect.stringMatching(/^Followthrough is running at http:\S+\n$/)

test('without a display the web shell runs, and one sentence says why', async () => {
  expect(await start([], {})).toEqual({ code: 0, stdout: serving, stderr: `${startWords.noDisplay}\n` })
})

test('--browser runs the web shell without a word, also where the desktop app could run', async () => {
  expect(await start(['--browser'], await aRuntime('echo desktop'))).toEqual({ code: 0, stdout: serving, stderr: '' })
})

/** What the app does once its window is there. */
const showWindow = `echo '"shown"' >&"$NODE_CHANNEL_FD"`

test('with a display and a runtime the desktop app runs, with the data folder and the sample flag', async () => {
  const { code, stdout, stderr } = await start(['--sample'], await aRuntime('echo "$@"'))
  expect(stdout.trim().replace(/^--no-sandbox /, '')).toBe(`${root} --data ${join(folder, 'data')} --sample`)
  expect([code, stderr]).toEqual([0, asRoot])
})

test('once its window was there, the way in which the desktop app ends counts, and nothing opens in its place', async () => {
  expect(await start([], await aRuntime(`${showWindow}; exit 3`))).toEqual({ code: 3, stdout: '', stderr: asRoot })
  expect(await start([], await aRuntime(`${showWindow}; kill -TRAP $$`))).toEqual({ code: 133, stdout: '', stderr: asRoot })
})

for (const [what, lines, reason] of [
  ['lacks a library of the system', 'exit 127', startWords.cannotRun],
  ['is stopped by the system', 'kill -TRAP $$', startWords.died('SIGTRAP')],
  ['gives up', 'exit 1', startWords.ended(1)],
] as const) {
  test(`where Electron ${what} before its window is there the web shell runs, and one sentence says why`, async () => {
    expect(await start([], await aRuntime(lines))).toEqual({ code: 0, stdout: serving, stderr: `${asRoot}${reason}\n` })
  })
}

test('a desktop app that is asked to end before its window is there ends, and nothing opens in its place', async () => {
  const runtime = await aRuntime('echo running at; exec sleep 20')
  expect(await start([], runtime)).toEqual({ code: 143, stdout: 'running at\n', stderr: asRoot })
})
