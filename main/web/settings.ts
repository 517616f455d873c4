import { renameSync } from 'node:fs'
import { join } from 'node:path'
import Conf from 'conf'
import { readSettings, type Settings } from '../../shared/settings.ts'
import type { Log, SettingsStore } from '../core/core.ts'

/**
 * The settings of the web shell, kept by `conf` as `settings.json` in the data folder and read once, at the start. A
 * setting that is not valid counts as its default; a file that is no JSON at all is set aside as
 * `settings.json.damaged`. `change` throws when the file cannot be written, and nothing is changed then.
 */
export function createSettingsStore(dataDir: string, log: Log): SettingsStore {
  const open = () => new Conf<Settings>({ cwd: dataDir, configName: 'settings', accessPropertiesByDotNotation: false })
  let conf: Conf<Settings> | null = null
  let settings = readSettings(null)
  try {
    conf = open()
    settings = readSettings(conf.store)
  } catch (error) {
    log.error('settings.json could not be read; the defaults are in use', error)
    if (error instanceof SyntaxError) setAside(join(dataDir, 'settings.json'))
  }
  return {
    get: () => settings,
    change: (changes) => {
      const changed = { ...settings, ...changes }
      conf ??= open()
      conf.store = changed
      settings = changed
      return settings
    },
  }
}

function setAside(file: string) {
  try {
    renameSync(file, `${file}.damaged`)
  } catch {
    // It cannot be moved either: it stays as it is, and so it is not overwritten.
  }
}
