import { join } from 'node:path'
import { app, Menu, nativeImage, Tray, type MenuItemConstructorOptions } from 'electron'
import type { CallOutput } from '../../shared/api.ts'
import { readerLocale } from '../../shared/locale.ts'
import { pauseEnd } from '../../shared/reminder-times.ts'
import { words } from '../../shared/strings/words.ts'
import type { Clock, Core, SettingsStore } from '../core/core.ts'
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

/** Within how many milliseconds a change shows, so that a burst is drawn once; and how often time itself is looked at. */
const burst = 250
const minute = 60_000

/** Puts the app into the tray, where it shows the next touches for as long as the app runs. */
export function showInTray(options: TrayOptions): void {
  const { core, clock, imagesDir, open } = options
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
  let cancel: (() => void) | null = null
  let next = Infinity
  const drawWithin = (ms: number) => {
    const at = clock.now() + ms
    if (at >= next) return
    cancel?.()
    next = at
    cancel = clock.after(ms, () => {
      next = Infinity
      drawWithin(minute)
      void currentPicture(options).then(draw)
    })
  }
  core.on('changed', () => drawWithin(burst))
  core.on('settings', () => drawWithin(burst))
  draw(emptyTray)
  drawWithin(0)
}

async function currentPicture({ core, settings, clock }: TrayOptions): Promise<TrayPicture> {
  const today = await core.call('getToday', {})
  if (!today.ok) return emptyTray
  const choices = settings.get()
  const locale = readerLocale(app.getPreferredSystemLanguages(), choices)
  const reader = { locale, zone: choices.zone ?? clock.zone(), now: clock.now() }
  return trayPicture(today.data as CallOutput<'getToday'>, reader, choices)
}

function menuOf({ lines, more, isPaused }: TrayPicture, options: TrayOptions): MenuItemConstructorOptions[] {
  const { core, open } = options
  const { tray } = words.desktop
  const showToday = () => core.show({ place: 'today', leadId: null })
  const touches: MenuItemConstructorOptions[] = lines.map(({ label, leadId }) => ({
    label: withoutMnemonic(label),
    click: () => core.show({ place: 'lead', leadId }),
  }))
  if (more > 0) touches.push({ label: tray.more(more), click: showToday })
  if (lines.length === 0) touches.push({ label: tray.nothing, enabled: false })
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
    label: words.desktop.tray.pauseFor[length],
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
