import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as Real from 'electron'

/*
 * Electron without Electron: the parts of its API that the desktop shell uses, each bound to its type in electron.d.ts,
 * behaving as its documentation says. What crosses between page and main is cloned as structured clone does. The names
 * that Electron does not have (`desktop`) are the hands of the person in front of it.
 */

type PreventableEvent = Real.Event

function anEvent(): PreventableEvent {
  const event = {
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
  }
  return event
}

class FakeApp
  extends EventEmitter
  implements
    Pick<
      Real.App,
      | 'enableSandbox'
      | 'exit'
      | 'getAppPath'
      | 'getLocaleCountryCode'
      | 'getLoginItemSettings'
      | 'getPath'
      | 'getPreferredSystemLanguages'
      | 'getVersion'
      | 'isPackaged'
      | 'quit'
      | 'requestSingleInstanceLock'
      | 'setAppUserModelId'
      | 'setBadgeCount'
      | 'setLoginItemSettings'
      | 'setPath'
      | 'whenReady'
    >
{
  isPackaged = true
  readonly paths = new Map<string, string>()
  sandboxed = false

  getPath(name: string): string {
    return this.paths.get(name) ?? join(tmpdir(), 'followthrough-fake-electron', name)
  }
  setPath(name: string, path: string): void {
    this.paths.set(name, path)
  }
  /** The country of the person's system. */
  country = 'DE'
  getLocaleCountryCode(): string {
    return this.country
  }
  getVersion(): string {
    return '0.0.0'
  }
  getPreferredSystemLanguages(): string[] {
    return ['en-GB']
  }
  setAppUserModelId(id: string): void {
    desktop.appUserModelId = id
  }
  getAppPath(): string {
    return '/source/followthrough'
  }
  /** What the system starts at login, as it was asked; null for nothing. A person can put it away in the system's own list. */
  loginItem: Real.Settings | null = null
  setLoginItemSettings(settings: Real.Settings): void {
    if (desktop.refusesLoginItems) throw new Error('SMAppService refused')
    this.loginItem = settings.openAtLogin === true ? settings : null
  }
  getLoginItemSettings(options: Real.LoginItemSettingsOptions = {}): Real.LoginItemSettings {
    const isSame = this.loginItem !== null && JSON.stringify(this.loginItem.args ?? []) === JSON.stringify(options.args ?? [])
    return {
      openAtLogin: isSame,
      wasOpenedAtLogin: desktop.openedAtLogin,
      status: isSame ? 'enabled' : 'not-registered',
      executableWillLaunchAtLogin: this.loginItem !== null && !desktop.loginItemSwitchedOff,
      launchItems: [],
    }
  }
  setBadgeCount(count = 0): boolean {
    desktop.badgeCount = count
    return true
  }
  enableSandbox(): void {
    this.sandboxed = true
  }
  requestSingleInstanceLock(): boolean {
    return desktop.holdsLock
  }
  async whenReady(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
  }
  quit(): void {
    const beforeQuit = anEvent()
    this.emit('before-quit', beforeQuit)
    if (beforeQuit.defaultPrevented) return
    for (const window of desktop.windows) if (!window.isDestroyed()) window.close()
    if (desktop.windows.some((window) => !window.isDestroyed())) return
    const willQuit = anEvent()
    this.emit('will-quit', willQuit)
    if (!willQuit.defaultPrevented) this.exit(0)
  }
  exit(code = 0): void {
    desktop.exitCode = code
    desktop.onExit(code)
  }
}

type OpenHandler = Parameters<Real.WebContents['setWindowOpenHandler']>[0]
type CheckHandler = Parameters<Real.Session['setPermissionCheckHandler']>[0]
type RequestHandler = Parameters<Real.Session['setPermissionRequestHandler']>[0]

class FakeSession implements Pick<Real.Session, 'setPermissionCheckHandler' | 'setPermissionRequestHandler'> {
  /** What it serves beside the app's own protocol; null for the session of all windows. */
  readonly protocol: FakeProtocol | null
  constructor(protocolOfItsOwn: FakeProtocol | null = null) {
    this.protocol = protocolOfItsOwn
  }
  check: CheckHandler = null
  request: RequestHandler = null
  setPermissionCheckHandler(handler: CheckHandler): void {
    this.check = handler
  }
  setPermissionRequestHandler(handler: RequestHandler): void {
    this.request = handler
  }
}

class FakeWebContents
  extends EventEmitter
  implements Pick<Real.WebContents, 'getURL' | 'isDestroyed' | 'printToPDF' | 'reload' | 'send' | 'setWindowOpenHandler'>
{
  readonly session: FakeSession
  constructor(sessionOfItsOwn: FakeSession = new FakeSession()) {
    super()
    this.session = sessionOfItsOwn
  }
  url = ''
  /** The document that was loaded, and what it may load by its policy. */
  body = ''
  policy: string | null = null
  destroyed = false
  reloads = 0
  openHandler: OpenHandler | null = null

  getURL(): string {
    return this.url
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  reload(): void {
    this.reloads += 1
  }
  send(channel: string, ...args: unknown[]): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed')
    ipcRenderer.emit(channel, anEvent(), ...structuredClone(args))
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }
  async printToPDF(options: Real.PrintToPDFOptions): Promise<Buffer> {
    await Promise.resolve()
    if (desktop.failsToPrint) throw new Error('Failed to generate PDF')
    desktop.printed.push(options)
    return Buffer.from(`%PDF ${this.body}`)
  }
}

class FakeBrowserWindow
  extends EventEmitter
  implements
    Pick<
      Real.BrowserWindow,
      | 'close'
      | 'destroy'
      | 'focus'
      | 'getNormalBounds'
      | 'hide'
      | 'isDestroyed'
      | 'isFocused'
      | 'isMaximized'
      | 'isMinimized'
      | 'isVisible'
      | 'loadURL'
      | 'maximize'
      | 'restore'
      | 'setBackgroundColor'
      | 'setOverlayIcon'
      | 'show'
      | 'showInactive'
    >
{
  readonly options: Real.BrowserWindowConstructorOptions
  readonly webContents: FakeWebContents
  visible: boolean
  minimized = false
  maximized = false
  focused = false
  background: string | undefined

  constructor(options: Real.BrowserWindowConstructorOptions = {}) {
    super()
    this.options = options
    this.webContents = new FakeWebContents(options.webPreferences?.session as FakeSession | undefined)
    this.visible = options.show ?? true
    this.background = options.backgroundColor
    desktop.windows.push(this)
  }
  /** Loads through the app's own protocol, runs the preload script as a page would, and is then ready to show. */
  async loadURL(url: string): Promise<void> {
    const { preload } = this.options.webPreferences ?? {}
    const response = await desktop.fetch(url, undefined, this.webContents.session.protocol ?? protocol)
    if (!response.ok) throw new Error(`ERR_FAILED (${response.status}) loading '${url}'`)
    this.webContents.url = url
    this.webContents.policy = response.headers.get('content-security-policy')
    this.webContents.body = await response.text()
    if (preload !== undefined) createRequire(preload)(preload)
    this.emit('ready-to-show')
  }
  close(): void {
    const event = anEvent()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }
  destroy(): void {
    this.webContents.destroyed = true
    this.visible = false
    this.emit('closed')
    if (desktop.windows.every((window) => window.isDestroyed())) app.emit('window-all-closed')
  }
  isDestroyed(): boolean {
    return this.webContents.destroyed
  }
  show(): void {
    this.visible = true
    this.focused = true
    this.emit('show')
  }
  showInactive(): void {
    this.visible = true
    this.emit('show')
  }
  hide(): void {
    this.visible = false
    // With its place on the taskbar goes what was put there.
    this.overlay = null
    this.focused = false
  }
  focus(): void {
    this.focused = true
  }
  restore(): void {
    this.minimized = false
  }
  maximize(): void {
    this.maximized = true
    if (!this.visible) this.show()
  }
  overlay: { path: string; description: string } | null = null
  setOverlayIcon(overlay: Real.NativeImage | null, description: string): void {
    this.overlay = overlay === null ? null : { path: (overlay as unknown as FakeImage).path, description }
  }
  isFocused(): boolean {
    return this.focused
  }
  isVisible(): boolean {
    return this.visible
  }
  isMinimized(): boolean {
    return this.minimized
  }
  isMaximized(): boolean {
    return this.maximized
  }
  getNormalBounds(): Real.Rectangle {
    const { x = 40, y = 30, width = 800, height = 600 } = this.options
    return { x, y, width, height }
  }
  setBackgroundColor(color: string): void {
    this.background = color
  }
}

class FakeNotification extends EventEmitter implements Pick<Real.Notification, 'close' | 'show'> {
  readonly options: Real.NotificationConstructorOptions
  shown = false

  constructor(options: Real.NotificationConstructorOptions = {}) {
    super()
    this.options = options
  }
  static isSupported(): boolean {
    return desktop.supportsNotifications
  }
  show(): void {
    this.shown = true
    desktop.notifications.push(this)
    this.emit('show', anEvent())
  }
  close(): void {
    this.shown = false
    this.emit('close', { ...anEvent(), reason: 'applicationHidden' } satisfies Real.Event<Real.NotificationCloseEventParams>)
  }
  click(): void {
    this.emit('click', anEvent())
  }
  press(actionIndex: number): void {
    const details: Real.Event<Real.NotificationActionEventParams> = { ...anEvent(), actionIndex, selectionIndex: -1 }
    this.emit('action', details, actionIndex, -1)
  }
}

class FakeImage implements Pick<Real.NativeImage, 'isEmpty'> {
  readonly path: string
  constructor(path: string) {
    this.path = path
  }
  isEmpty(): boolean {
    return !existsSync(this.path)
  }
}

class FakeMenu {
  readonly template: Real.MenuItemConstructorOptions[]
  constructor(template: Real.MenuItemConstructorOptions[]) {
    this.template = template
  }
  static buildFromTemplate(template: Real.MenuItemConstructorOptions[]): FakeMenu {
    return new FakeMenu(template)
  }
  static setApplicationMenu(menu: FakeMenu | null): void {
    desktop.applicationMenu = menu
  }
  /** Chooses the entry with this label, in whichever submenu it is. */
  choose(label: string): void {
    const entry = this.entries().find((candidate) => candidate.label === label)
    if (entry?.click === undefined) throw new Error(`no entry "${label}" to choose`)
    ;(entry.click as () => void)()
  }
  entries(): Real.MenuItemConstructorOptions[] {
    return this.template.flatMap((entry) =>
      Array.isArray(entry.submenu) ? [entry, ...new FakeMenu(entry.submenu).entries()] : [entry],
    )
  }
}

class FakeTray extends EventEmitter {
  image: FakeImage
  toolTip = ''
  menu: FakeMenu | null = null
  /** How often the menu was replaced. */
  redrawn = 0

  constructor(image: FakeImage) {
    super()
    this.image = image
    desktop.trays.push(this)
  }
  setImage(image: FakeImage): void {
    this.image = image
  }
  setToolTip(toolTip: string): void {
    this.toolTip = toolTip
  }
  setContextMenu(menu: FakeMenu | null): void {
    this.menu = menu
    this.redrawn += 1
  }
}

type Handler = Parameters<Real.IpcMain['handle']>[1]

class FakeIpcMain extends EventEmitter implements Pick<Real.IpcMain, 'handle' | 'removeHandler'> {
  readonly handlers = new Map<string, Handler>()
  handle(channel: string, listener: Handler): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.handlers.set(channel, listener)
  }
  removeHandler(channel: string): void {
    this.handlers.delete(channel)
  }
}

/** Who asks through ipc: the page itself unless a test says otherwise. */
export interface Sender {
  /** Which window asks, by its place in their order; the latest one that is open unless told. */
  window?: number
  /** A page that is in none of the app's windows. */
  foreignContents?: boolean
  /** Null: the frame is gone already. */
  frame?: { origin: string; isMain: boolean } | null
}

class FakeIpcRenderer extends EventEmitter implements Pick<Real.IpcRenderer, 'invoke'> {
  invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    return desktop.invoke({}, channel, ...args)
  }
}

type Served = Parameters<Real.Protocol['handle']>[1]

class FakeProtocol implements Pick<Real.Protocol, 'handle' | 'registerSchemesAsPrivileged'> {
  schemes: Real.CustomScheme[] = []
  readonly served = new Map<string, Served>()
  registerSchemesAsPrivileged(schemes: Real.CustomScheme[]): void {
    this.schemes = schemes
  }
  handle(scheme: string, handler: Served): void {
    this.served.set(scheme, handler)
  }
}

class FakeNativeTheme extends EventEmitter implements Pick<Real.NativeTheme, 'shouldUseDarkColors' | 'themeSource'> {
  themeSource: Real.NativeTheme['themeSource'] = 'system'
  get shouldUseDarkColors(): boolean {
    return this.themeSource === 'dark'
  }
}

const shellOfSystem: Pick<Real.Shell, 'openExternal' | 'openPath'> = {
  openExternal: (url) => {
    desktop.opened.push(url)
    return Promise.resolve()
  },
  openPath: (path) => {
    desktop.opened.push(path)
    return Promise.resolve('')
  },
}

function aDisplay(workArea: Real.Rectangle): Real.Display {
  return { workArea } as Real.Display
}

const screenOfSystem: Pick<Real.Screen, 'getAllDisplays' | 'getCursorScreenPoint' | 'getDisplayNearestPoint' | 'getPrimaryDisplay'> = {
  getAllDisplays: () => desktop.workAreas.map((area) => aDisplay(area)),
  getCursorScreenPoint: () => desktop.pointer,
  getDisplayNearestPoint: ({ x, y }) => {
    const within = (area: Real.Rectangle) => x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height
    return aDisplay(desktop.workAreas.find(within) ?? screenOfSystem.getPrimaryDisplay().workArea)
  },
  getPrimaryDisplay: () => aDisplay(desktop.workAreas[0] ?? { x: 0, y: 0, width: 0, height: 0 }),
}

const dialogOfSystem: Pick<Real.Dialog, 'showErrorBox' | 'showSaveDialog'> = {
  showErrorBox: (title, content) => {
    desktop.errors.push(`${title}: ${content}`)
  },
  showSaveDialog: (...given: (Real.BaseWindow | Real.SaveDialogOptions)[]) => {
    desktop.saveDialogs.push(given.at(-1) as Real.SaveDialogOptions)
    return Promise.resolve({ canceled: desktop.savesTo === null, filePath: desktop.savesTo ?? '' })
  },
}

const sessions = new Map<string, FakeSession>()
const sessionOfSystem = {
  fromPartition(partition: string): FakeSession {
    const own = sessions.get(partition) ?? new FakeSession(new FakeProtocol())
    sessions.set(partition, own)
    return own
  },
}

/** The person and the computer: what they see, and what they can do. */
export const desktop = {
  appUserModelId: '',
  holdsLock: true,
  supportsNotifications: true,
  windows: [] as FakeBrowserWindow[],
  notifications: [] as FakeNotification[],
  trays: [] as FakeTray[],
  applicationMenu: null as FakeMenu | null,
  /** What was opened outside of the app. */
  opened: [] as string[],
  /** What error boxes said. */
  errors: [] as string[],
  /** Where the person saves what they are asked about; null when they think better of it. */
  savesTo: null as string | null,
  saveDialogs: [] as Real.SaveDialogOptions[],
  /** What was printed to PDF, and whether that fails. */
  printed: [] as Real.PrintToPDFOptions[],
  failsToPrint: false,
  workAreas: [{ x: 0, y: 0, width: 1920, height: 1040 }] as Real.Rectangle[],
  pointer: { x: 0, y: 0 },
  /** What the preload script gave the page, by name. */
  page: new Map<string, unknown>(),
  /** The global shortcuts of this app, and those that another program owns. */
  shortcuts: new Map<string, () => void>(),
  takenShortcuts: new Set<string>(),
  badgeCount: 0,
  /** The system's list of what starts at login: it takes nothing, or the person switched the app off there. */
  refusesLoginItems: false,
  loginItemSwitchedOff: false,
  openedAtLogin: false,
  exitCode: null as number | null,
  onExit: (_code: number): void => {},

  /** An `invoke` as it arrives in main, from whoever `sender` is. */
  async invoke(sender: Sender, channel: string, ...args: unknown[]): Promise<unknown> {
    const handler = ipcMain.handlers.get(channel)
    if (handler === undefined) throw new Error(`Error invoking remote method '${channel}': no handler registered`)
    const contents = sender.foreignContents === true ? new FakeWebContents() : openWindow(sender.window)?.webContents
    const own = { origin: originOf(contents?.url ?? ''), isMain: true }
    const frame = sender.frame === undefined ? own : sender.frame
    const event = {
      ...anEvent(),
      sender: contents,
      senderFrame: frame && { origin: frame.origin, parent: frame.isMain ? null : own },
    }
    const reply: unknown = await handler(event as unknown as Real.IpcMainInvokeEvent, ...structuredClone(args))
    return structuredClone(reply)
  },

  /** What the app serves at an address of its own scheme. */
  fetch(url: string, init?: RequestInit, by: FakeProtocol = protocol): Promise<Response> {
    const handler = by.served.get(url.split(':', 1)[0] ?? '')
    if (handler === undefined) return Promise.resolve(new Response(null, { status: 502 }))
    return Promise.resolve(handler(new Request(url, init)))
  },

  /** The keys pressed while any program is in front. */
  press(accelerator: string): void {
    desktop.shortcuts.get(accelerator)?.()
  },

  /** Forgets everything, for the next test. */
  reset(): void {
    for (const emitter of [app, ipcMain, ipcRenderer, nativeTheme, powerMonitor]) emitter.removeAllListeners()
    ipcMain.handlers.clear()
    nativeTheme.themeSource = 'system'
    app.isPackaged = true
    app.loginItem = null
    app.country = 'DE'
    sessions.clear()
    Object.assign(desktop, {
      holdsLock: true,
      supportsNotifications: true,
      windows: [],
      notifications: [],
      trays: [],
      applicationMenu: null,
      opened: [],
      errors: [],
      savesTo: null,
      saveDialogs: [],
      printed: [],
      failsToPrint: false,
      workAreas: [{ x: 0, y: 0, width: 1920, height: 1040 }],
      pointer: { x: 0, y: 0 },
      page: new Map(),
      shortcuts: new Map(),
      takenShortcuts: new Set(),
      badgeCount: 0,
      refusesLoginItems: false,
      loginItemSwitchedOff: false,
      openedAtLogin: false,
      exitCode: null,
    })
  },
}

function openWindow(index: number | undefined): FakeBrowserWindow | undefined {
  return index === undefined ? desktop.windows.findLast((window) => !window.isDestroyed()) : desktop.windows[index]
}

/** As Chromium serialises the origin of a standard scheme, which Node's URL does not know as one. */
function originOf(url: string): string {
  return /^[a-z]+:\/\/[^/]+/.exec(url)?.[0] ?? 'null'
}

export const app = new FakeApp()
export const ipcMain = new FakeIpcMain()
export const ipcRenderer = new FakeIpcRenderer()
export const protocol = new FakeProtocol()
export const nativeTheme = new FakeNativeTheme()
export const powerMonitor = new EventEmitter()
export const contextBridge: Pick<Real.ContextBridge, 'exposeInMainWorld'> = {
  exposeInMainWorld: (name: string, value: unknown) => {
    desktop.page.set(name, value)
  },
}
const knownKey = /^(?:CommandOrControl|CmdOrCtrl|Control|Command|Super|Alt|Shift|[A-Z0-9]|F\d{1,2}|Space|Up|Down|Left|Right|Home|End|PageUp|PageDown|Insert)$/
export const globalShortcut: Pick<Real.GlobalShortcut, 'register' | 'unregister' | 'unregisterAll'> = {
  register: (accelerator, callback) => {
    if (!accelerator.split('+').every((key) => knownKey.test(key))) throw new TypeError(`Error processing argument at index 0, conversion failure from ${accelerator}`)
    if (desktop.takenShortcuts.has(accelerator)) return false
    desktop.shortcuts.set(accelerator, callback)
    return true
  },
  unregister: (accelerator) => {
    desktop.shortcuts.delete(accelerator)
  },
  unregisterAll: () => desktop.shortcuts.clear(),
}
export const nativeImage = { createFromPath: (path: string) => new FakeImage(path) }
export {
  dialogOfSystem as dialog,
  FakeBrowserWindow as BrowserWindow,
  FakeMenu as Menu,
  FakeNotification as Notification,
  FakeTray as Tray,
  screenOfSystem as screen,
  sessionOfSystem as session,
  shellOfSystem as shell,
}
export default { app, ipcMain, shell: shellOfSystem }
