import { beforeEach, expect, test, vi } from 'vitest'
import { desktop, BrowserWindow } from '../../tests/packaging/fake-electron.ts'
import { aTodayItem, todayOf } from '../../tests/support/today.ts'
import type { TodayReason } from '../../shared/api.ts'
import type { TodayNow } from './follow-today.ts'
import { countOnIcon } from './icon-count.ts'

vi.mock('electron', () => import('../../tests/packaging/fake-electron.ts'))
beforeEach(() => desktop.reset())

function today(...reasons: TodayReason[]): TodayNow {
  return todayOf(reasons.map((reason) => aTodayItem({ reason })), '2026-11-23', 0)
}

function onWindows() {
  const window = new BrowserWindow()
  return { window, show: countOnIcon(window as never, 'build/tray', 'win32') }
}

test.each(['darwin', 'linux'] as const)('the icon has the number of things in Today, and none once nothing is left (%s)', (platform) => {
  const show = countOnIcon(new BrowserWindow() as never, 'build/tray', platform)
  show(today('overdue', 'today', 'no-next-step'))
  expect(desktop.badgeCount).toBe(3)
  show(today())
  expect(desktop.badgeCount).toBe(0)
})

test('on Windows a sign says whether something is overdue, and words say how much is due', () => {
  const { window, show } = onWindows()
  show(today('today', 'no-next-step'))
  expect(window.overlay).toMatchObject({ path: expect.stringMatching(/tray.dueOverlay\.png$/), description: '2 due' })
  show(today('overdue', 'today'))
  expect(window.overlay).toMatchObject({ path: expect.stringMatching(/tray.overdueOverlay\.png$/), description: '2 due' })
  show(null)
  expect(window.overlay).toBeNull()
  expect(desktop.badgeCount).toBe(0)
})

test('a window that comes back to the taskbar has its sign again', () => {
  const { window, show } = onWindows()
  show(today('today'))
  window.hide()
  expect(window.overlay).toBeNull()
  window.show()
  expect(window.overlay).not.toBeNull()
})

test('a window that is gone is let be', () => {
  const { window, show } = onWindows()
  window.close()
  show(today('today'))
  expect(window.overlay).toBeNull()
})
