import { app, globalShortcut } from 'electron'
import type { Core, ShortcutState, SettingsStore } from '../core/core.ts'

/** The shortcut that opens quick add whichever program is in front. */
export interface QuickAddShortcut {
  /** How it stands: another program may own the keys. */
  state(): ShortcutState
  /** Registers the keys of the settings, and anew each time they change. */
  follow(core: Core): void
}

/** The shortcut of the settings, not yet registered. */
export function quickAddShortcut(settings: SettingsStore): QuickAddShortcut {
  let state: ShortcutState = 'off'
  let keys: string | null = null

  function set(core: Core, wanted: string | null): void {
    if (wanted === keys && state !== 'taken') return
    if (keys !== null && state === 'on') globalShortcut.unregister(keys)
    keys = wanted
    state = wanted === null ? 'off' : register(wanted, () => core.show({ place: 'quick-add', leadId: null })) ? 'on' : 'taken'
  }

  return {
    state: () => state,
    follow(core) {
      set(core, settings.get().quickAddShortcut)
      core.on('settings', ({ quickAddShortcut: wanted }) => set(core, wanted))
      app.on('will-quit', () => globalShortcut.unregisterAll())
    },
  }
}

/** False when another program owns the keys, and for keys that Electron does not know: then it throws. */
function register(keys: string, callback: () => void): boolean {
  try {
    return globalShortcut.register(keys, callback)
  } catch {
    return false
  }
}
