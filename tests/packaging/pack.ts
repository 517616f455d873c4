import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, isStale } from '../../main/build.ts'

const root = join(import.meta.dirname, '..', '..')

/**
 * What electron-builder needs to find in a runtime in order to pack an app for Linux. The program carries the wire of
 * fuses that Electron's own has (@electron/fuses, version 1, eight fuses, all on).
 */
function makeUpRuntime(folder: string): string {
  const runtime = join(folder, 'runtime')
  mkdirSync(join(runtime, 'locales'), { recursive: true })
  mkdirSync(join(runtime, 'resources'))
  writeFileSync(join(runtime, 'electron'), `#!/bin/sh\nexit 1\n# ${fuseSentinel}\u0001\u0008${'1'.repeat(8)}\n`)
  chmodSync(join(runtime, 'electron'), 0o755)
  for (const file of ['version', 'LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak']) writeFileSync(join(runtime, file), '')
  return runtime
}

const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** The fuses of a packed program, one character each: `0` off, `1` on. */
export function fusesOf(program: Buffer): string {
  const wire = program.indexOf(fuseSentinel) + fuseSentinel.length + 2
  return program.subarray(wire, wire + 8).toString('latin1')
}

/**
 * Packs the app as it is, building it first when it is older than its sources, into `folder`.
 * @returns the folder of the packed app
 */
export async function pack(folder: string): Promise<string> {
  if (isStale() && !(await build())) throw new Error('the app could not be built')
  const output = join(folder, 'packed')
  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js')
  const flags = ['--linux', 'dir', '--x64', '--publish', 'never', `-c.electronDist=${makeUpRuntime(folder)}`, `-c.directories.output=${output}`]
  await run([builder, ...flags])
  return join(output, 'linux-unpacked')
}

function run(args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`electron-builder ended with code ${String(code)}:\n${said}`))))
  })
}
