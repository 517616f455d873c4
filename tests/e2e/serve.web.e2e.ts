import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { WebSocket } from 'ws'
import { webWords } from '../../shared/strings/shell-words.ts'
import { words } from '../../shared/strings/words.ts'
import { startWebShell, webShellEntry } from './web-shell.ts'

/* What `npm start` runs where there is no desktop app, as a process: nothing here has a page. */

let dataDir: string
test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'followthrough-serve-'))
})
test.afterEach(async () => rm(dataDir, { recursive: true, force: true }))

/** Runs the web shell until it ends by itself. */
async function runToItsEnd(args: string[]) {
  const child = spawn(process.execPath, [webShellEntry, '--data', dataDir, '--no-open', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout, stderr }
}

/** The connection of a page that is open. */
async function openPage(address: string): Promise<WebSocket> {
  const { host, hash } = new URL(address)
  const page = new WebSocket(`ws://${host}/socket?${hash.slice(1)}`)
  await once(page, 'open')
  return page
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  test(`${signal} writes everything down, gives the folder up and exits with 0`, async () => {
    test.skip(process.platform === 'win32', 'Windows has no signals')
    const shell = await startWebShell(dataDir)
    await shell.call('addLead', { contact: { name: 'Jane Doe' }, contactId: null, lead: {}, stageId: null, next: null })
    expect(await shell.stop(signal)).toBe(0)
    expect(await readdir(dataDir)).toEqual(expect.arrayContaining(['followthrough.json']))
    expect(await readdir(dataDir)).not.toContain('followthrough.lock')
    const again = await startWebShell(dataDir)
    expect((await again.call('getCounts', {})).leads).toBe(1)
    await again.stop()
  })
}

test('a page that does not answer holds the end up for a second, and no longer once it is asked for again', async () => {
  test.skip(process.platform === 'win32', 'Windows has no signals')
  const took: number[] = []
  for (const again of [false, true]) {
    const shell = await startWebShell(dataDir)
    const page = await openPage(shell.address)
    page.pause()
    const before = performance.now()
    const ended = shell.stop('SIGINT')
    if (again) {
      // The folder is given up when everything is on disk.
      await expect.poll(() => readdir(dataDir)).not.toContain('followthrough.lock')
      shell.process.kill('SIGINT')
    }
    expect(await ended).toBe(0)
    took.push(performance.now() - before)
    page.terminate()
  }
  expect(took[0]).toBeGreaterThan(900)
  expect(took[0]).toBeLessThan(5000)
  expect(took[1]).toBeLessThan(took[0] ?? 0)
})

test('one line on stdout says where it runs', async () => {
  const shell = await startWebShell(dataDir)
  await shell.stop()
  expect(shell.output()).toMatch(/^Followthrough is running at http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}\n$/)
})

test('a second start with the same folder asks the first one for its window, says so and exits with 0', async () => {
  const shell = await startWebShell(dataDir)
  const page = await openPage(shell.address)
  const asked = once(page, 'message')
  const second = await runToItsEnd([])
  expect(second).toEqual({ code: 0, stdout: '', stderr: expect.stringContaining(words.errors.running(dataDir)) })
  const [data] = (await asked) as [Buffer]
  expect(JSON.parse(data.toString())).toEqual({ event: 'show', payload: { place: 'window', leadId: null } })
  page.close()
  await shell.stop()
})

test('--sample fills an empty folder, and opens one that is not empty as it is', async () => {
  const first = await startWebShell(dataDir, ['--sample'])
  const counts = await first.call('getCounts', {})
  const { hasSample } = await first.call('getState', {})
  expect(hasSample).toBe(true)
  expect(counts.leads).toBeGreaterThan(5)
  await first.stop()

  const second = await startWebShell(dataDir, ['--sample'])
  expect(second.output()).toContain(webWords.sampleNotAdded)
  expect(await second.call('getCounts', {})).toEqual(counts)
  await second.stop()
})

test('a port that is taken is refused in a sentence, and the folder is free again', async () => {
  const shell = await startWebShell(dataDir)
  const port = new URL(shell.address).port
  const other = await mkdtemp(join(tmpdir(), 'followthrough-serve-'))
  expect(await runToItsEnd(['--data', other, '--port', port])).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(port) })
  expect(await readdir(other)).not.toContain('followthrough.lock')
  await rm(other, { recursive: true })
  await shell.stop()
})

test('a flag that does not exist is refused in a sentence with exit code 2', async () => {
  expect(await runToItsEnd(['--frobnicate'])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('--frobnicate') })
})
