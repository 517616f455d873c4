import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultDataFolder } from '../core/data-folder.ts'

export interface DesktopFlags {
  /** The data folder, absolute. */
  dataDir: string
  /** Put sample data into an empty data folder. */
  sample: boolean
  /** Start in the tray, without showing the window, as at login. */
  hidden: boolean
}

/**
 * The app's own flags in a command line. Electron, Chromium and the system add theirs, so what is unknown is passed
 * over; a `--data` without a folder counts as not given.
 */
export function readDesktopFlags(args: string[]): DesktopFlags {
  const { values } = parseArgs({
    args,
    options: { data: { type: 'string' }, sample: { type: 'boolean' }, hidden: { type: 'boolean' } },
    strict: false,
    allowPositionals: true,
  })
  const named = typeof values.data === 'string' && values.data !== ''
  return { dataDir: named ? resolve(String(values.data)) : defaultDataFolder(), sample: values.sample === true, hidden: values.hidden === true }
}
