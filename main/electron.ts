import { join } from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'
import packageJson from '../package.json' with { type: 'json' }
import { desktopWords } from '../shared/strings/shell-words.ts'
import { words } from '../shared/strings/words.ts'
import { systemClock } from './core/clock.ts'
import { createCore } from './core/core.ts'
import { defaultDataFolder } from './core/data-folder.ts'
import { createLog } from './core/log.ts'
import { developmentPage } from './development-page.ts'
import { readDesktopFlags } from './electron/flags.ts'
import { followToday } from './electron/follow-today.ts'
import { countOnIcon } from './electron/icon-count.ts'
import { pageJoin } from './electron/ipc.ts'
import { followLoginSetting, loginItem, startedAtLogin } from './electron/login-item.ts'
import { setMenu } from './electron/menu.ts'
import { showNotice, showReminder } from './electron/notifications.ts'
import { pageToShow } from './electron/page.ts'
import { pdfPress } from './electron/pdf.ts'
import { followPower } from './electron/power.ts'
import { prepareDataFolder } from './electron/profile.ts'
import { registerScheme, serveRenderer } from './electron/protocol.ts'
import { stopBeforeQuit } from './electron/quit.ts'
import { reminderWindow } from './electron/reminder-window.ts'
import { openSettings } from './electron/settings.ts'
import { quickAddShortcut } from './electron/shortcut.ts'
import { followThemeSetting } from './electron/theme.ts'
import { showInTray } from './electron/tray.ts'
import { bringToFront, openWindow } from './electron/window.ts'

/*
 * The desktop app: one core, one window, one place in the tray. The built entry is dist/main/electron.js.
 */

const root = join(import.meta.dirname, '..', '..')
const { dataDir, sample, hidden } = readDesktopFlags(process.argv.slice(1))
const hasFolder = prepareDataFolder(dataDir)
const log = createLog(dataDir)

// Windows tells by it whose notifications and windows are one program's.
if (process.platform === 'win32') app.setAppUserModelId('app.followthrough.desktop')
app.enableSandbox()
registerScheme()
// `ready` is not awaited up here: Electron gets ready only after this module has run to its end. An instance without
// the lock has brought the other one to the front, and leaves.
if (!hasFolder) void app.whenReady().then(() => endWith(words.errors.readOnly(dataDir)))
else if (app.requestSingleInstanceLock()) app.whenReady().then(run).catch(giveUp)
else app.quit()

async function run() {
  const settings = openSettings(dataDir, log)
  const shortcut = quickAddShortcut(settings)
  const core = createCore({
    dataDir,
    settings,
    clock: systemClock,
    notify: (reminder) => showReminder(reminder, { core, log, small, isInFront: () => front?.isFocused() ?? false }),
    log,
    version: packageJson.version,
    shell: 'desktop',
    shortcut: () => shortcut.state(),
    savePdf: pdfPress(() => front, log),
  })
  let front: BrowserWindow | null = null
  const page = pageToShow(app.isPackaged ? null : developmentPage())
  serveRenderer(join(root, 'dist', 'renderer'))
  followThemeSetting(core, settings)
  const preload = join(root, 'dist', 'preload', 'preload.cjs')
  const joinPage = pageJoin(core, page)
  // A start has reminders to give before there is a window to show them in.
  const small = reminderWindow({ core, page, preload, join: joinPage, log })
  const start = await core.start()
  if (!start.started) {
    endWith(start.message, start.reason === 'elsewhere' ? 0 : 1)
    return
  }
  const isQuitting = stopBeforeQuit(() => core.stop(), log)
  if (sample) await addSample(core)

  const startsHidden = hidden || startedAtLogin()
  const window = openWindow({ page, preload, settings, log, hidden: startsHidden, isQuitting })
  front = window
  followPower(core, window)
  if (startsHidden) window.once('ready-to-show', tellStarted)
  else window.once('show', tellStarted)
  const part = joinPage(window.webContents)
  window.once('closed', () => {
    part()
    small.close()
  })

  const open = () => bringToFront(window)
  core.on('show', open)
  // A start at login finds the app running already where the person was quicker.
  app.on('second-instance', (_event, args) => readDesktopFlags(args.slice(1)).hidden || open())
  app.on('activate', open)
  app.on('window-all-closed', () => app.quit())
  setMenu(core, dataDir)
  shortcut.follow(core)
  const dataArguments = dataDir === defaultDataFolder() ? [] : ['--data', dataDir]
  followLoginSetting(core, settings, loginItem(dataArguments), log, () => showNotice(desktopWords.loginRefused, open, log))
  const imagesDir = join(root, 'build', 'tray')
  followToday(core, systemClock, [showInTray({ core, settings, clock: systemClock, imagesDir, open }), countOnIcon(window, imagesDir)])
}

/** Whoever started the app, as `npm start` does, may want to know that it came this far. */
function tellStarted() {
  process.send?.('shown')
}

/** An app that has data already starts with it: the flag is a wish for a first look, no reason to stay shut. */
async function addSample(core: ReturnType<typeof createCore>) {
  const reply = await core.call('addSample', {})
  if (!reply.ok) log.info(`started without sample data: ${reply.error.code}`)
}

/** Quits in good order, since the data may be open already. */
function giveUp(error: unknown) {
  log.error('the app could not start', error)
  dialog.showErrorBox(words.app.name, desktopWords.startFailed(dataDir))
  app.quit()
}

/** Says why there will be no window, and ends. */
function endWith(message: string, code = 1) {
  dialog.showErrorBox(words.app.name, message)
  app.exit(code)
}
