import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { webShellEntry } from './web-shell.ts'

/* How the web shell opens the person's browser. A script stands in for the program that opens it. */

test.skip(process.platform !== 'linux', 'the stand-in takes the place of xdg-open')

let folder: string
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'followthrough-open-'))
})
test.afterEach(async () => rm(folder, { recursive: true, force: true }))

async function aProgram(name: string, lines: string) {
  await writeFile(join(folder, name), `#!/bin/sh\n${lines}\n`)
  await chmod(join(folder, name), 0o755)
}

test('the browser is led to the app without being told its token, and nothing of that is left at the end', async ({ page }) => {
  const dataDir = join(folder, 'data')
  await aProgram('xdg-open', `echo "$*" > ${folder}/opened`)
  await aProgram('xdg-settings', 'echo firefox.desktop')
  const env = { ...process.env, DISPLAY: ':99', PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` }
  const shell = spawn(process.execPath, [webShellEntry, '--data', dataDir], { stdio: ['ignore', 'pipe', 'pipe'], env })

  await expect.poll(() => readFile(join(folder, 'opened'), 'utf8').catch(() => ''), { timeout: 10_000 }).toContain('file://')
  const opened = (await readFile(join(folder, 'opened'), 'utf8')).trim()
  expect(opened).not.toContain('token')
  await page.goto(opened)
  await expect(page.getByRole('link', { name: 'Board' })).toBeVisible()
  expect(page.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#\/$/)

  shell.kill('SIGTERM')
  expect(await once(shell, 'exit')).toEqual([0, null])
  expect(await readdir(dataDir)).not.toContain('followthrough-open.html')
})
