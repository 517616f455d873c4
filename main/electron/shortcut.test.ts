import { beforeEach, expect, test, vi } from 'vitest'
import { app, desktop } from '../../tests/packaging/fake-electron.ts'
import { testCore } from '../../tests/support/core.ts'
import type { Settings } from '../../shared/settings.ts'
import { quickAddShortcut } from './shortcut.ts'

vi.mock('electron', () => import('../../tests/packaging/fake-electron.ts'))
beforeEach(() => desktop.reset())

async function following(settings: Partial<Settings> = {}) {
  const running = await testCore({ settings })
  const shown: string[] = []
  running.core.on('show', ({ place }) => shown.push(place))
  const shortcut = quickAddShortcut({ get: () => running.settings, change: () => running.settings })
  shortcut.follow(running.core)
  return { ...running, shown, shortcut }
}

test('the keys open quick add from whichever program is in front', async () => {
  const { shown, shortcut } = await following()
  expect(shortcut.state()).toBe('on')
  desktop.press('CommandOrControl+Shift+L')
  expect(shown).toEqual(['quick-add'])
})

test('other keys take their place as soon as the settings say so, and none when they are cleared', async () => {
  const { core, shown, shortcut } = await following()
  await core.call('changeSettings', { quickAddShortcut: 'Alt+Q' })
  desktop.press('CommandOrControl+Shift+L')
  expect(shown).toEqual([])
  desktop.press('Alt+Q')
  expect(shown).toEqual(['quick-add'])

  await core.call('changeSettings', { quickAddShortcut: null })
  expect(shortcut.state()).toBe('off')
  expect(desktop.shortcuts.size).toBe(0)
})

test('keys that another program owns, or that are none, are told as taken, and others are then free to choose', async () => {
  desktop.takenShortcuts.add('CommandOrControl+Shift+L')
  const { core, shortcut } = await following()
  expect(shortcut.state()).toBe('taken')
  await core.call('changeSettings', { quickAddShortcut: 'No+Such+Key' })
  expect(shortcut.state()).toBe('taken')
  await core.call('changeSettings', { quickAddShortcut: 'Alt+Q' })
  expect(shortcut.state()).toBe('on')
})

test('the end of the app gives the keys back', async () => {
  await following()
  app.emit('will-quit')
  expect(desktop.shortcuts.size).toBe(0)
})
