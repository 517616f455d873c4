import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const configs = ['vite.main.config.ts', 'vite.preload.config.ts', 'vite.renderer.config.ts']
const outputs = ['dist/main/serve.js', 'dist/main/electron.js', 'dist/preload/preload.cjs', 'dist/renderer/index.html']
const sources = ['main', 'renderer', 'shared', 'package.json', 'package-lock.json', ...configs]

/** True when something that is built is missing or older than the sources. */
export function isStale(): boolean {
  const files = outputs.map((output) => join(root, output))
  if (!files.every((file) => existsSync(file))) return true
  const built = Math.min(...files.map((file) => statSync(file).mtimeMs))
  return sources.some((source) => newest(join(root, source)) > built)
}

/** When anything in `path` was last changed; a folder changes when something in it is added or removed. */
function newest(path: string): number {
  const status = statSync(path)
  if (!status.isDirectory()) return status.mtimeMs
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** Builds main, preload and renderer into `dist/`; what the builds say goes to stderr. False when one of them failed. */
export async function build(): Promise<boolean> {
  // Where tests run NODE_ENV is "test", which would build React for development.
  const env = { ...process.env, NODE_ENV: 'production' }
  for (const config of configs) {
    const code = await new Promise((resolve, reject) => {
      const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
      const args = [vite, 'build', '--config', config, '--logLevel', 'warn']
      spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2], env })
        .on('error', reject)
        .on('close', resolve)
    })
    if (code !== 0) return false
  }
  return true
}

if (import.meta.main && !(await build())) process.exitCode = 1
