import { join } from 'node:path'
import { app, Menu, nativeImage, Tray, type MenuItemConstructorOptions } from 'electron'
import { readerLocale } from '../../shared/locale.ts'
import { pauseEnd } from '../../shared/reminder-times.ts'
import { desktopWords } from '../../shared/strings/shell-words.ts'
import type { Clock, Core, SettingsStore } from '../core/core.ts'
import type { TodayNow } from './follow-today.ts'
import { emptyTray, trayPicture, type TrayPicture, type TrayState } from './tray-menu.ts'

export interface TrayOptions {
  core: Core
  settings: SettingsStore
  clock: Clock
  /** The folder of the tray's images. */
  imagesDir: string
  /** Shows the window as it is. */
  open: () => void
}

/**
 * Puts the app into the tray, where it shows the next touches for as long as the app runs.
 * @returns what shows another Today there
 */
export function showInTray(options: TrayOptions): (today: TodayNow) => void {
  const { imagesDir, open } = options
  const tray = new Tray(imageFor('calm', imagesDir))
  tray.on('click', () => {
    // On macOS a click opens the menu.
    if (process.platform !== 'darwin') open()
  })
  let drawn = ''
  const draw = (picture: TrayPicture) => {
    // An open menu closes when it is replaced, so it is replaced only when it says something new.
    if (JSON.stringify(picture) === drawn) return
    drawn = JSON.stringify(picture)
    tray.setImage(imageFor(picture.state, imagesDir))
    tray.setToolTip(picture.toolTip)
    tray.setContextMenu(Menu.buildFromTemplate(menuOf(picture, options)))
  }
  draw(emptyTray)
  return (today) => draw(pictureOf(today, options))
}

function pictureOf(today: TodayNow, { settings, clock }: TrayOptions): TrayPicture {
  if (today === null) return emptyTray
  const choices = settings.get()
  const locale = readerLocale(app.getPreferredSystemLanguages(), choices)
  return trayPicture(today, { locale, zone: choices.zone ?? clock.zone(), now: clock.now() }, choices)
}

function menuOf({ lines, more, late, isPaused }: TrayPicture, options: TrayOptions): MenuItemConstructorOptions[] {
  const { core, open } = options
  const { tray } = desktopWords
  const showToday = () => core.show({ place: 'today', leadId: null })
  const touches: MenuItemConstructorOptions[] = lines.map(({ label, leadId }) => ({
    label: withoutMnemonic(label),
    click: () => core.show({ place: 'lead', leadId }),
  }))
  if (late > 0) touches.unshift({ label: tray.overdue(late), click: showToday })
  if (more > 0) touches.push({ label: lines.length > 0 ? tray.more(more) : tray.inToday(more), click: showToday })
  if (touches.length === 0) touches.push({ label: tray.nothing, enabled: false })
  return [
    ...touches,
    { type: 'separator' },
    { label: tray.open, click: open },
    { label: tray.newLead, click: () => core.show({ place: 'quick-add', leadId: null }) },
    isPaused ? { label: tray.resume, click: () => pause(options, null) } : { label: tray.pause, submenu: pauses(options) },
    { type: 'separator' },
    { label: tray.quit, click: () => app.quit() },
  ]
}

function pauses(options: TrayOptions): MenuItemConstructorOptions[] {
  const { clock, settings } = options
  return (['hour', 'tomorrow'] as const).map((length) => ({
    label: desktopWords.tray.pauseFor[length],
    click: () => {
      const { zone, startOfDay } = settings.get()
      pause(options, pauseEnd(length, clock.now(), zone ?? clock.zone(), startOfDay))
    },
  }))
}

function pause({ core }: TrayOptions, remindersPausedUntil: string | null) {
  void core.call('changeSettings', { remindersPausedUntil })
}

/** A lone `&` would underline the next letter instead of showing. */
function withoutMnemonic(label: string): string {
  return label.replaceAll('&', '&&')
}

function imageFor(state: TrayState, imagesDir: string) {
  const name = process.platform === 'darwin' ? `${state}Template.png` : `${state}.png`
  return nativeImage.createFromPath(join(imagesDir, name))
}
