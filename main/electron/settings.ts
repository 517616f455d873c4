import { ipcMain } from 'electron'
import ElectronStore from 'electron-store'
import type { Settings } from '../../shared/settings.ts'
import type { Log, SettingsStore } from '../core/core.ts'
import { createSettingsStore, settingsFileName } from '../core/settings-store.ts'

/**
 * The settings of the desktop app, kept by `electron-store` in the very file that the web shell keeps through `conf`;
 * see {@link createSettingsStore}.
 */
export function openSettings(dataDir: string, log: Log): SettingsStore {
  return createSettingsStore(dataDir, log, () => {
    const file = new ElectronStore<Settings>({ cwd: dataDir, name: settingsFileName, accessPropertiesByDotNotation: false, configFileMode: 0o600 })
    // electron-store tells any page that asks where the app keeps its files; ours does not ask.
    ipcMain.removeAllListeners('electron-store-get-data')
    return file
  })
}
