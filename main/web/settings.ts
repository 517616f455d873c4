import Conf from 'conf'
import type { Settings } from '../../shared/settings.ts'
import type { Log, SettingsStore } from '../core/core.ts'
import { createSettingsStore, settingsFileName } from '../core/settings-store.ts'

/** The settings of the web shell, kept by `conf` in the data folder; see {@link createSettingsStore}. */
export function openSettings(dataDir: string, log: Log): SettingsStore {
  return createSettingsStore(
    dataDir,
    log,
    () => new Conf<Settings>({ cwd: dataDir, configName: settingsFileName, accessPropertiesByDotNotation: false, configFileMode: 0o600 }),
  )
}
