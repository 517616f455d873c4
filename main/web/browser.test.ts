import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { temporaryFolder } from '../../tests/support/core.ts'
import { createLauncher } from './browser.ts'

const address = 'http://127.0.0.1:4321/#token=a-secret_1'
const pageName = 'followthrough-open.html'

let folder: string
let home: string
let logged: unknown[]

/** A program on the path, which runs these lines of shell. */
async function aProgram(name: string, lines: string) {
  await writeFile(join(home, name), `#!/bin/sh\n${lines}\n`)
  await chmod(join(home, name), 0o755)
}

beforeEach(async () => {
  folder = await temporaryFolder()
  home = await temporaryFolder()
  logged = []
  await aProgram('xdg-open', `echo "$*" > ${home}/opened.part; mv ${home}/opened.part ${home}/opened`)
  await aProgram('xdg-settings', 'echo firefox.desktop')
  vi.stubEnv('PATH', `${home}${delimiter}${process.env['PATH'] ?? ''}`)
  vi.stubEnv('HOME', home)
  vi.stubEnv('DISPLAY', ':99')
})

afterEach(() => void vi.unstubAllEnvs())

const aLauncher = () => createLauncher(folder, { error: (...said) => logged.push(said) })

/** The command line that the browser was opened with. */
async function opened(): Promise<string> {
  return vi.waitFor(async () => (await readFile(join(home, 'opened'), 'utf8')).trim(), 20_000)
}

describe.skipIf(process.platform !== 'linux')('the browser on a Linux desktop', () => {
  test('is given a page for this person alone that leads to the address, and no command line has the token in it', async () => {
    const launcher = aLauncher()
    launcher.open(address)
    expect(await opened()).toBe(`file://${join(folder, pageName)}`)
    expect(await readFile(join(folder, pageName), 'utf8')).toContain(`content="0;url=${address}"`)
    expect((await stat(join(folder, pageName))).mode & 0o777).toBe(0o600)
    launcher.remove()
    expect(await readdir(folder)).toEqual([])
    expect(logged).toEqual([])
  })

  test('is never led by a page that lay there before, nor by its mode', async () => {
    await writeFile(join(folder, pageName), 'an older start', { mode: 0o644 })
    aLauncher().open(address)
    await opened()
    expect(await readFile(join(folder, pageName), 'utf8')).not.toContain('an older start')
    expect((await stat(join(folder, pageName))).mode & 0o777).toBe(0o600)
  })

  test('finds the page where a snap can read it, when it is one', async () => {
    await aProgram('xdg-settings', 'echo firefox_firefox.desktop')
    const common = join(home, 'snap', 'firefox', 'common')
    await mkdir(common, { recursive: true })
    const launcher = aLauncher()
    launcher.open(address)
    expect(await opened()).toBe(`file://${join(common, pageName)}`)
    launcher.remove()
    expect([await readdir(common), await readdir(folder)]).toEqual([[], []])
  })

  test('is not opened where there is no display, and nothing is written', async () => {
    vi.stubEnv('DISPLAY', '')
    vi.stubEnv('WAYLAND_DISPLAY', '')
    aLauncher().open(address)
    expect(await readdir(folder)).toEqual([])
  })

  test('is missed without harm where the page cannot be written, and the log does not tell the token', async () => {
    folder = join(folder, 'nowhere')
    aLauncher().open(address)
    expect(logged).toHaveLength(1)
    expect(String(logged)).not.toContain('a-secret_1')
  })
})
