import { join } from 'node:path'
import { app, nativeImage, type BrowserWindow } from 'electron'
import { words } from '../../shared/strings/words.ts'
import type { TodayNow } from './follow-today.ts'

/**
 * Shows how much Today holds on the app's icon: as a number in the dock (macOS) and in launchers that know one (Linux),
 * on Windows, which knows none, as a sign on the taskbar that tells overdue from due.
 * @returns what shows another Today there
 */
export function countOnIcon(window: BrowserWindow, imagesDir: string, platform = process.platform): (today: TodayNow) => void {
  if (platform !== 'win32') return (today) => app.setBadgeCount(today?.counts.waiting ?? 0)

  let shown: TodayNow = null
  const draw = () => {
    if (window.isDestroyed()) return
    const count = shown?.counts.waiting ?? 0
    if (count === 0) return window.setOverlayIcon(null, '')
    const name = shown && shown.counts.late > 0 ? 'overdueOverlay.png' : 'dueOverlay.png'
    window.setOverlayIcon(nativeImage.createFromPath(join(imagesDir, name)), words.ui.dueCount(count))
  }
  // A window that comes out of the tray gets a new place on the taskbar, without a sign.
  window.on('show', draw)
  return (today) => {
    shown = today
    draw()
  }
}
