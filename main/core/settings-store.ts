import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { readSettings, type Settings } from '../../shared/settings.ts'
import type { Log, SettingsStore } from './host.ts'

/** The settings file as `conf` and `electron-store`, which is built on it, hand it over: read and written whole. */
export interface SettingsFile {
  store: Settings
}

/** The name of the settings file in the data folder, without its `.json`; the same one for both shells. */
export const settingsFileName = 'settings'

/**
 * The settings in a file that `open` opens, read once, at the start. A setting that is not valid counts as its default;
 * a file that is no JSON at all is set aside as `settings.json.damaged`. `change` throws when the file cannot be
 * written, and nothing is changed then.
 */
export function createSettingsStore(dataDir: string, log: Log, open: () => SettingsFile): SettingsStore {
  let file: SettingsFile | null = null
  let settings = readSettings(null)
  try {
    file = open()
    settings = readSettings(file.store)
  } catch (error) {
    log.error('settings.json could not be read; the defaults are in use', error)
    if (error instanceof SyntaxError) setAside(join(dataDir, `${settingsFileName}.json`))
  }
  return {
    get: () => settings,
    change: (changes) => {
      const changed = { ...settings, ...changes }
      file ??= open()
      file.store = changed
      settings = changed
      return settings
    },
  }
}

function setAside(path: string) {
  try {
    renameSync(path, `${path}.damaged`)
  } catch {
    // It cannot be moved either: it stays as it is, and so it is not overwritten.
  }
}
