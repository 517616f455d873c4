import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { ipcMain } from 'electron'
import ElectronStore from 'electron-store'
import { readSettings, type Settings } from '../../shared/settings.ts'
import type { Log, SettingsStore } from '../core/core.ts'

/**
 * The settings of the desktop app, kept by `electron-store` in the very `settings.json` of the data folder that the
 * web shell keeps through `conf`, and read once, at the start. A setting that is not valid counts as its default; a
 * file that is no JSON at all is set aside as `settings.json.damaged`. `change` throws when the file cannot be
 * written, and nothing is changed then.
 */
export function openSettings(dataDir: string, log: Log): SettingsStore {
  let file: ElectronStore<Settings> | null = null
  let settings = readSettings(null)
  try {
    file = openFile(dataDir)
    settings = readSettings(file.store)
  } catch (error) {
    log.error('settings.json could not be read; the defaults are in use', error)
    if (error instanceof SyntaxError) setAside(join(dataDir, 'settings.json'))
  }
  return {
    get: () => settings,
    change: (changes) => {
      const changed = { ...settings, ...changes }
      file ??= openFile(dataDir)
      file.store = changed
      settings = changed
      return settings
    },
  }
}

function openFile(dataDir: string): ElectronStore<Settings> {
  const file = new ElectronStore<Settings>({ cwd: dataDir, name: 'settings', accessPropertiesByDotNotation: false })
  // electron-store tells any page that asks where the app keeps its files; ours does not ask.
  ipcMain.removeAllListeners('electron-store-get-data')
  return file
}

function setAside(file: string) {
  try {
    renameSync(file, `${file}.damaged`)
  } catch {
    // It cannot be moved either: it stays as it is, and so it is not overwritten.
  }
}
