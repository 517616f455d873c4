import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { app, desktop } from '../../tests/packaging/fake-electron.ts'
import type { Log } from '../core/core.ts'
import { pdfPress } from './pdf.ts'

vi.mock('electron', () => import('../../tests/packaging/fake-electron.ts'))

let folder = ''
beforeEach(async () => {
  desktop.reset()
  folder = await mkdtemp(join(tmpdir(), 'followthrough-pdf-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const html = '<!doctype html><html><head><title>Our talk</title></head><body><p>Hi &lt;b&gt;</p></body></html>'

function aPress() {
  const errors: string[] = []
  const log: Log = { info: () => undefined, error: (message) => errors.push(message) }
  return { savePdf: pdfPress(() => null, log), errors }
}

test('a document is saved where the person says, on the paper of their country, with its structure', async () => {
  const path = (desktop.savesTo = join(folder, 'Recap.pdf'))
  const { savePdf } = aPress()
  expect(await savePdf({ name: 'Recap Priya.pdf', html })).toBe(true)
  expect(await readFile(path, 'utf8')).toBe(`%PDF ${html}`)
  expect(desktop.saveDialogs).toEqual([{ defaultPath: join(app.getPath('documents'), 'Recap Priya.pdf'), filters: [{ name: 'PDF document', extensions: ['pdf'] }] }])
  expect(desktop.printed).toMatchObject([{ pageSize: 'A4', generateTaggedPDF: true }])
  app.country = 'US'
  await savePdf({ name: 'Recap.pdf', html: 'other' })
  expect(await readFile(path, 'utf8')).toBe('%PDF other')
  expect(desktop.printed).toMatchObject([{ pageSize: 'A4' }, { pageSize: 'Letter' }])
})

test('it is printed from a window that nobody sees, runs nothing, may do nothing, and is gone afterwards', async () => {
  desktop.savesTo = join(folder, 'Recap.pdf')
  await aPress().savePdf({ name: 'Recap.pdf', html })
  const [window] = desktop.windows
  expect(desktop.windows).toHaveLength(1)
  expect(window?.isVisible()).toBe(false)
  expect(window?.options.webPreferences).toMatchObject({ javascript: false, sandbox: true, contextIsolation: true, nodeIntegration: false })
  expect(window?.options.webPreferences).not.toHaveProperty('preload')
  expect(window?.webContents.policy).toBe("default-src 'none'; style-src 'unsafe-inline'")
  expect(window?.isDestroyed()).toBe(true)

  const { session, url } = window!.webContents
  expect(session.check?.(null, 'clipboard-read', '', { isMainFrame: true })).toBe(false)
  expect(window?.webContents.openHandler?.({ url: 'followthrough://app/index.html' } as never)).toEqual({ action: 'deny' })
  // What was printed is served to nobody any more, and the app's own page not at all.
  expect(session.protocol?.served.size).toBe(1)
  expect((await desktop.fetch(url, undefined, session.protocol ?? undefined)).status).toBe(404)
})

test('nothing is printed for a person who thinks better of it', async () => {
  desktop.savesTo = null
  expect(await aPress().savePdf({ name: 'Recap.pdf', html })).toBe(false)
  expect([desktop.printed, desktop.windows]).toEqual([[], []])
})

test('a file that was there stays whole when the new one cannot be printed or written', async () => {
  const path = (desktop.savesTo = join(folder, 'Recap.pdf'))
  await writeFile(path, 'old')
  desktop.failsToPrint = true
  const { savePdf, errors } = aPress()
  await expect(savePdf({ name: 'Recap.pdf', html })).rejects.toMatchObject({ code: 'not-saved' })
  expect(desktop.windows.every((window) => window.isDestroyed())).toBe(true)
  desktop.failsToPrint = false
  desktop.savesTo = join(folder, 'gone', 'Recap.pdf')
  await expect(savePdf({ name: 'Recap.pdf', html })).rejects.toMatchObject({ code: 'not-saved' })
  expect(errors).toHaveLength(2)
  expect([await readFile(path, 'utf8'), await readdir(folder)]).toEqual(['old', ['Recap.pdf']])
})
