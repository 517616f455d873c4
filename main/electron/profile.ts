import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { defaultDataFolder } from '../core/data-folder.ts'

/**
 * Gives a data folder other than the usual one a browser profile of its own, in it. The single-instance lock hangs on
 * the profile, so each data folder has one instance, and several folders can be open side by side. Before `ready`.
 * @returns false when the folder cannot be written to
 */
export function setProfileFor(dataDir: string): boolean {
  if (dataDir === defaultDataFolder()) return true
  const profile = join(dataDir, 'browser-profile')
  try {
    mkdirSync(profile, { recursive: true })
  } catch {
    return false
  }
  app.setPath('userData', profile)
  return true
}
