import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, session, type Session } from 'electron'
import { Refusal } from '../../shared/errors.ts'
import { words } from '../../shared/strings/words.ts'
import type { CoreOptions, Log } from '../core/core.ts'
import { keepOnPage } from './navigation.ts'
import { appHost, appScheme } from './page.ts'

/** The countries that print on letter paper; all others print on A4. */
const letterCountries = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'CR', 'GT', 'NI', 'PA', 'SV', 'VE', 'PR', 'DO'])
/** Around the text, in inches. */
const margin = 0.8

/**
 * Saves documents as PDF, where the person says. Each is printed from a window of its own that is never seen, in a
 * session of its own: it runs no script, loads nothing and goes nowhere.
 * @param parent the window that asks, or null while there is none
 */
export function pdfPress(parent: () => BrowserWindow | null, log: Log): NonNullable<CoreOptions['savePdf']> {
  const documents = new Map<string, string>()
  let printing: Session | null = null
  let count = 0

  async function print(html: string): Promise<Buffer> {
    printing ??= sessionFor(documents)
    count += 1
    const url = `${appScheme}://${appHost}/${count}.html`
    documents.set(url, html)
    const window = new BrowserWindow({ show: false, webPreferences: { session: printing, javascript: false, sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, devTools: false } })
    try {
      keepOnPage(window.webContents, log)
      await window.loadURL(url)
      const pageSize = letterCountries.has(app.getLocaleCountryCode()) ? 'Letter' : 'A4'
      return await window.webContents.printToPDF({ pageSize, margins: { top: margin, bottom: margin, left: margin, right: margin }, generateTaggedPDF: true })
    } finally {
      documents.delete(url)
      window.destroy()
    }
  }

  return async ({ name, html }) => {
    const path = await askWhere(parent(), name)
    if (path === null) return false
    try {
      await replace(path, await print(html))
    } catch (error) {
      log.error('a PDF could not be saved', error)
      throw new Refusal('not-saved', words.errors.pdfFailed)
    }
    return true
  }
}

/** Where the person wants the file, or null when they thought better of it. */
async function askWhere(parent: BrowserWindow | null, name: string): Promise<string | null> {
  const options = { defaultPath: join(app.getPath('documents'), name), filters: [{ name: words.recapFiles.pdf, extensions: ['pdf'] }] }
  const { canceled, filePath } = await (parent && !parent.isDestroyed() ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options))
  return canceled || filePath === '' ? null : filePath
}

/** Puts a file in place whole or not at all, since another one may be there. */
async function replace(path: string, content: Buffer): Promise<void> {
  const half = `${path}.part`
  try {
    await writeFile(half, content)
    await rename(half, path)
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
}

function sessionFor(documents: ReadonlyMap<string, string>): Session {
  const own = session.fromPartition('printing', { cache: false })
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  own.setPermissionCheckHandler(() => false)
  own.protocol.handle(appScheme, ({ url }) => {
    const html = documents.get(url)
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" }
    return html === undefined ? new Response(null, { status: 404 }) : new Response(html, { headers })
  })
  return own
}
