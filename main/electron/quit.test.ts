import { beforeEach, expect, test, vi } from 'vitest'
import { app, BrowserWindow, desktop } from '../../tests/packaging/fake-electron.ts'
import { stopBeforeQuit } from './quit.ts'

vi.mock('electron', () => import('../../tests/packaging/fake-electron.ts'))
beforeEach(() => desktop.reset())

const log = { info: () => undefined, error: () => undefined }

test('a quit closes the windows, stops once, and only then ends', async () => {
  const happened: string[] = []
  const isQuitting = stopBeforeQuit(async () => {
    happened.push('stopping')
    await new Promise((resolve) => setTimeout(resolve, 20))
    happened.push('stopped')
  }, log)
  new BrowserWindow().on('closed', () => happened.push('closed'))
  desktop.onExit = () => happened.push('ended')

  expect(isQuitting()).toBe(false)
  app.quit()
  app.quit()
  expect(isQuitting()).toBe(true)
  expect(desktop.exitCode).toBeNull()
  await vi.waitFor(() => expect(desktop.exitCode).toBe(0), 10_000)
  expect(happened).toEqual(['closed', 'stopping', 'stopped', 'ended'])
})

test('the app ends also when stopping fails', async () => {
  stopBeforeQuit(() => Promise.reject(new Error('the disk is gone')), log)
  app.quit()
  await vi.waitFor(() => expect(desktop.exitCode).toBe(0), 10_000)
})
