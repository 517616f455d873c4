import { join } from 'node:path'
import { app } from 'electron'
import { defaultDataFolder, makeDataFolder } from '../core/data-folder.ts'

/**
 * Makes the data folder, for this person alone to read, and gives any but the usual one a browser profile of its own
 * in it. The single-instance lock hangs on the profile, so each data folder has one instance, and several folders can
 * be open side by side. Before `ready`.
 * @returns false when the folder cannot be made or written to
 */
export function prepareDataFolder(dataDir: string): boolean {
  const profile = join(dataDir, 'browser-profile')
  const usual = dataDir === defaultDataFolder()
  if (!makeDataFolder(usual ? dataDir : profile)) return false
  if (!usual) app.setPath('userData', profile)
  return true
}
