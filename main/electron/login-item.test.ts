import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { app as electronApp, desktop } from '../../tests/packaging/fake-electron.ts'
import { temporaryFolder, testCore } from '../../tests/support/core.ts'
import type { Settings } from '../../shared/settings.ts'
import type { SettingsStore } from '../core/core.ts'
import { followLoginSetting, loginItem, startedAtLogin } from './login-item.ts'

vi.mock('electron', () => import('../../tests/packaging/fake-electron.ts'))
beforeEach(() => desktop.reset())

/** An app on this system that follows its setting, and how often it said that the system refused. */
async function follow(platform: NodeJS.Platform, own: Partial<Settings> = {}, dataArguments: string[] = []) {
  const app = await testCore({ settings: own })
  const settings: SettingsStore = { get: () => app.settings, change: (changes) => Object.assign(app.settings, changes) }
  const errors: string[] = []
  let told = 0
  const item = loginItem(dataArguments, platform)
  followLoginSetting(app.core, settings, item, { info: () => undefined, error: (message) => errors.push(message) }, () => (told += 1))
  const choose = async (openAtLogin: boolean) => app.call('changeSettings', { openAtLogin })
  return { app, item, errors, choose, told: () => told }
}

/** The folder of desktop entries that start at login, in a configuration folder of its own. */
async function autostartFolder() {
  const config = await temporaryFolder()
  electronApp.setPath('appData', config)
  return join(config, 'autostart')
}

test('Windows starts the app hidden, on its own data, with a path in quotes where it needs them', async () => {
  const { choose, item } = await follow('win32', {}, ['--data', 'C:\\My data'])
  await choose(true)
  expect(electronApp.loginItem).toEqual({ openAtLogin: true, args: ['--data', '"C:\\My data"', '--hidden'] })
  expect(item.isSet()).toBe(true)
  await choose(false)
  expect(electronApp.loginItem).toBeNull()
  expect(item.isSet()).toBe(false)
})

test('macOS takes no arguments, and says itself that a start is one at login', async () => {
  const { choose } = await follow('darwin')
  await choose(true)
  expect(electronApp.loginItem).toEqual({ openAtLogin: true })
  expect(startedAtLogin('darwin')).toBe(false)
  desktop.openedAtLogin = true
  expect([startedAtLogin('darwin'), startedAtLogin('linux')]).toEqual([true, false])
})

test('Linux gets a whole desktop entry in the folder for it, and loses it again', async () => {
  const folder = await autostartFolder()
  const { choose } = await follow('linux')
  expect(existsSync(folder)).toBe(false)
  await choose(true)
  expect(readdirSync(folder)).toEqual(['followthrough.desktop'])
  expect(readFileSync(join(folder, 'followthrough.desktop'), 'utf8')).toContain(`Exec="${process.execPath}" "--hidden"\n`)
  await choose(false)
  expect(readdirSync(folder)).toEqual([])
})

test('an AppImage is started by its own file, and an app run from its sources by Electron', async () => {
  const folder = await autostartFolder()
  const entry = () => readFileSync(join(folder, 'followthrough.desktop'), 'utf8')
  vi.stubEnv('APPIMAGE', '/home/ann/Followthrough-2.AppImage')
  await (await follow('linux')).choose(true)
  expect(entry()).toContain('Exec="/home/ann/Followthrough-2.AppImage" "--hidden"\n')

  // The next version lies elsewhere: its first start sets the entry right.
  vi.stubEnv('APPIMAGE', '/home/ann/Followthrough-3.AppImage')
  await follow('linux', { openAtLogin: true })
  expect(entry()).toContain('Followthrough-3')
  vi.unstubAllEnvs()
  electronApp.isPackaged = false
  await follow('linux', { openAtLogin: true })
  expect(entry()).toContain(`Exec="${process.execPath}" "/source/followthrough" "--hidden"\n`)
})

test('what the person chose in the system itself holds', async () => {
  const folder = await autostartFolder()
  mkdirSync(folder)
  writeFileSync(join(folder, 'followthrough.desktop'), '[Desktop Entry]\nType=Application\nExec=followthrough\nHidden=true\n')
  expect((await follow('linux', { openAtLogin: true })).app.settings.openAtLogin).toBe(false)

  const { choose } = await follow('win32')
  await choose(true)
  desktop.loginItemSwitchedOff = true
  expect((await follow('win32', { openAtLogin: true })).app.settings.openAtLogin).toBe(false)
})

test('where the system refuses, the setting goes back and the person is told', async () => {
  desktop.refusesLoginItems = true
  const { app, choose, told, errors } = await follow('darwin')
  await choose(true)
  await vi.waitFor(() => expect(app.settings.openAtLogin).toBe(false), 10_000)
  expect([told(), errors]).toEqual([1, ['the start at login could not be changed']])
})

test('a folder that cannot be read does not keep the app from starting', async () => {
  const folder = await autostartFolder()
  mkdirSync(join(folder, 'followthrough.desktop'), { recursive: true })
  const { errors, app } = await follow('linux')
  expect(errors).toEqual(['whether the app starts at login could not be made sure of'])
  expect(app.settings.openAtLogin).toBe(false)
})
