import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * The data folder when none is named, the same one for both shells: `Followthrough/data` where this system keeps what
 * applications write (XDG base directories on Linux, Application Support on macOS, %APPDATA% on Windows).
 */
export function defaultDataFolder(): string {
  return join(applicationData(), 'Followthrough', 'data')
}

/**
 * Makes a folder for this person alone to read, with the folders above it that are missing.
 * @returns false when it cannot be made
 */
export function makeDataFolder(path: string): boolean {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    return true
  } catch {
    return false
  }
}

function applicationData(): string {
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  const configured = process.env['XDG_CONFIG_HOME']
  return configured !== undefined && configured.startsWith('/') ? configured : join(homedir(), '.config')
}
