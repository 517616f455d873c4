import { nativeTheme, type BrowserWindow } from 'electron'
import type { Core, SettingsStore } from '../core/core.ts'

/** The page's own background (token `bg`), so that the window does not flash before the page is drawn. */
const backgrounds = { light: '#f6f5f2', dark: '#161614' }

/** The background for the theme as it is now, whoever decides it: the settings or the system. */
export function backgroundColor(): string {
  return nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light
}

/** Keeps menus, frames and `prefers-color-scheme` on the theme of the settings. */
export function followThemeSetting(core: Core, settings: SettingsStore): void {
  nativeTheme.themeSource = settings.get().theme
  core.on('settings', ({ theme }) => {
    nativeTheme.themeSource = theme
  })
}

/** Keeps the background of `window` on the theme for as long as it lives. */
export function followThemeInWindow(window: BrowserWindow): void {
  const repaint = () => window.setBackgroundColor(backgroundColor())
  nativeTheme.on('updated', repaint)
  window.once('closed', () => nativeTheme.removeListener('updated', repaint))
}
