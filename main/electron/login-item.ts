import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { app } from 'electron'
import { words } from '../../shared/strings/words.ts'
import type { Core, Log, SettingsStore } from '../core/core.ts'
import { autostartEntry, isAutostarted } from './autostart-entry.ts'

/** What the system starts at login. */
export interface LoginItem {
  isSet(): boolean
  /** Throws when the system does not take it. */
  set(wanted: boolean): void
}

/**
 * Lets the setting and the system agree on whether the app starts at login. The system has the first word, since the
 * person may have changed it there. Where the system refuses the change, the setting goes back and `tell` says so.
 */
export function followLoginSetting(core: Core, settings: SettingsStore, item: LoginItem, log: Log, tell: () => void): void {
  let isSet = settings.get().openAtLogin
  try {
    isSet = item.isSet()
    // The program may have moved since, as an AppImage does with each version.
    if (isSet) item.set(true)
    if (settings.get().openAtLogin !== isSet) settings.change({ openAtLogin: isSet })
  } catch (error) {
    log.error('whether the app starts at login could not be made sure of', error)
  }
  core.on('settings', ({ openAtLogin }) => {
    if (openAtLogin === isSet) return
    try {
      item.set(openAtLogin)
      isSet = openAtLogin
    } catch (error) {
      log.error('the start at login could not be changed', error)
      void core.call('changeSettings', { openAtLogin: isSet })
      tell()
    }
  })
}

/** The start of this program at login, hidden, on these data. */
export function loginItem(dataArguments: readonly string[], platform = process.platform): LoginItem {
  // Run from its sources, the program is Electron and the app its first argument.
  const args = [...(app.isPackaged ? [] : [app.getAppPath()]), ...dataArguments, '--hidden']
  return platform === 'linux' ? autostart(args) : ofSystem(args, platform)
}

/** macOS starts no arguments; the app asks it instead whether this is a start at login. */
function ofSystem(args: readonly string[], platform: NodeJS.Platform): LoginItem {
  const given = platform === 'win32' ? { args: args.map((arg) => (/\s/.test(arg) ? `"${arg}"` : arg)) } : {}
  return {
    isSet() {
      const { openAtLogin, executableWillLaunchAtLogin } = app.getLoginItemSettings(given)
      // On Windows the Task Manager can switch it off without taking it away.
      return openAtLogin && (platform !== 'win32' || executableWillLaunchAtLogin)
    },
    set: (wanted) => app.setLoginItemSettings({ openAtLogin: wanted, ...given }),
  }
}

/** Linux desktops start what has an entry in the folder `autostart` (freedesktop.org, Desktop Application Autostart). */
function autostart(args: readonly string[]): LoginItem {
  // On Linux this is $XDG_CONFIG_HOME, or ~/.config.
  const file = join(app.getPath('appData'), 'autostart', 'followthrough.desktop')
  return {
    isSet: () => existsSync(file) && isAutostarted(readFileSync(file, 'utf8')),
    set(wanted) {
      if (!wanted) return rmSync(file, { force: true })
      // An AppImage runs from a place that is another one each time.
      const command = [process.env['APPIMAGE'] ?? process.execPath, ...args]
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(`${file}.new`, autostartEntry(words.app.name, command), { flush: true })
      renameSync(`${file}.new`, file)
    },
  }
}

/** Whether this is a start at login, as macOS tells it; elsewhere the flag `--hidden` does. */
export function startedAtLogin(platform = process.platform): boolean {
  return platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin
}
