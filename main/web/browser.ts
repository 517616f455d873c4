import { spawn, spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { webWords } from '../../shared/strings/shell-words.ts'
import { words } from '../../shared/strings/words.ts'
import type { Log } from '../core/core.ts'

/** The way to the app's page in the person's browser. */
export interface Launcher {
  /**
   * Opens the browser at `address`, which has the launch token in it. Where there is no browser to open, nothing
   * happens: the address is printed anyway. Never throws.
   */
  open(address: string): void
  /** Removes what `open` left on disk. */
  remove(): void
}

/**
 * Everybody on a computer can read the command lines of its programs, so the browser is not told the address there: it
 * is given a page that this person alone can read, and that page leads on (as Jupyter does it).
 * @param folder where the page goes, unless the browser cannot read it there
 */
export function createLauncher(folder: string, log: Pick<Log, 'error'>): Launcher {
  const written = new Set<string>()
  return {
    open: (address) => {
      if (!canOpen()) return
      try {
        const page = join(snapFolder() ?? folder, 'followthrough-open.html')
        // Written anew, since an older file would keep its own mode and its own readers.
        rmSync(page, { force: true })
        writeFileSync(page, launchPage(address), { mode: 0o600, flag: 'wx' })
        written.add(page)
        run(opener(pathToFileURL(page).href))
      } catch (error) {
        log.error('the browser could not be opened', error)
      }
    },
    remove: () => {
      for (const page of written) rmSync(page, { force: true })
    },
  }
}

function launchPage(address: string): string {
  const { name } = words.app
  return `<!doctype html>
<html lang="${words.locale}"><meta charset="utf-8"><title>${name}</title>
<meta http-equiv="refresh" content="0;url=${address}">
<p><a href="${address}">${webWords.openPage}</a></p></html>
`
}

/** Without a display xdg-open would start a text browser in this terminal. */
function canOpen(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

/** The command that opens an address, without a shell to read it. */
function opener(address: string): [command: string, ...args: string[]] {
  if (process.platform === 'darwin') return ['open', address]
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address]
  return ['xdg-open', address]
}

function run([command, ...args]: [command: string, ...args: string[]]) {
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}

/**
 * The folder that the default browser can read when it is a snap, as on Ubuntu: snaps see no hidden folders, and the
 * data folder usually lies in one. Null for every other browser.
 */
function snapFolder(): string | null {
  if (process.platform !== 'linux') return null
  const asked = spawnSync('xdg-settings', ['get', 'default-web-browser'], { encoding: 'utf8', timeout: 2000 })
  // A snap's desktop entry is named after the snap and its program: firefox_firefox.desktop.
  const snap = /^([a-z\d-]+)_[\w.-]+\.desktop\s*$/.exec(asked.stdout ?? '')?.[1]
  const folder = snap === undefined ? null : join(homedir(), 'snap', snap, 'common')
  return folder !== null && existsSync(folder) ? folder : null
}
