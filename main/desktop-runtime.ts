import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startWords } from '../shared/strings/shell-words.ts'

const electronDir = join(import.meta.dirname, '..', 'node_modules', 'electron')

/**
 * Electron's program, or null where its runtime is not installed: npm installs the package without it. Asking the
 * package itself (`require('electron')`) would start a download.
 */
export function findDesktopRuntime(): string | null {
  const pathFile = join(electronDir, 'path.txt')
  const program = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : null
  const elsewhere = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (!elsewhere && program === null) return null
  const file = elsewhere ? join(elsewhere, program ?? 'electron') : join(electronDir, 'dist', program ?? '')
  return existsSync(file) ? file : null
}

/** Why no window can be shown here at all, in one sentence; null when one can. */
export function missingDisplay(): string | null {
  const display = process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']
  return process.platform === 'linux' && !display ? startWords.noDisplay : null
}

/**
 * Fetches Electron's runtime with its own installer, which fails within seconds where there is no network.
 * @param limit milliseconds after which it is given up
 * @returns null when it is there, else why not, in a few words
 */
export function fetchDesktopRuntime(limit: number): Promise<string | null> {
  return new Promise((resolve) => {
    const installer = spawn(process.execPath, [join(electronDir, 'install.js')], { stdio: ['ignore', 'ignore', 'pipe'], timeout: limit })
    let problem = ''
    installer.stderr.setEncoding('utf8').on('data', (text: string) => (problem += text))
    installer.on('error', (error) => resolve(error.message))
    installer.on('close', (code, signal) => {
      if (code === 0 && findDesktopRuntime() !== null) resolve(null)
      else resolve(signal ? startWords.tooSlow : (problem.split('\n', 1)[0] ?? '').replace(/^\w*Error: /, ''))
    })
  })
}

/** What Electron's program has to be told besides the app's own flags. */
export function desktopArguments(): string[] {
  // Chromium's sandbox refuses to run as root.
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}
