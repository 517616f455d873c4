import { shell, type Session, type WebContents } from 'electron'
import type { Log } from '../core/core.ts'
import { documentOf, type Page } from './page.ts'

/** `mailto:` breaks beyond this in Windows and in some mail programs. */
const longestAddress = 2000

/**
 * The address to hand to the browser or the mail program, or null when it is not one to open: only web addresses
 * without a password in them, and mail addresses.
 */
export function addressOutside(url: string): string | null {
  if (url.length > longestAddress || !URL.canParse(url)) return null
  const { protocol, username, password, href } = new URL(url)
  if (protocol === 'mailto:') return href
  if (protocol !== 'https:' && protocol !== 'http:') return null
  return username === '' && password === '' ? href : null
}

/**
 * Keeps the window on its own page: it opens no windows, goes nowhere (a reload stays), and hosts no other content. A
 * link to the web or to a mail address opens outside.
 */
export function keepOnPage(contents: WebContents, log: Log): void {
  const openOutside = (url: string) => {
    const address = addressOutside(url)
    if (address === null) log.error('a link that is no web or mail address was not opened')
    else shell.openExternal(address).catch((error: unknown) => log.error('a link could not be opened', error))
  }
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url)
    return { action: 'deny' }
  })
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame && documentOf(event.url) === documentOf(contents.getURL())) return
    event.preventDefault()
    if (event.isMainFrame) openOutside(event.url)
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** Denies the page every permission but writing to the clipboard, which copying a recap needs. */
export function denyPermissions(session: Session, page: Page): void {
  const isGranted = (permission: string, url: string) =>
    permission === 'clipboard-sanitized-write' && (url === page.origin || url.startsWith(`${page.origin}/`))
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(details.isMainFrame && isGranted(permission, details.requestingUrl)),
  )
  session.setPermissionCheckHandler(
    (_contents, permission, origin, details) => details.isMainFrame && isGranted(permission, origin),
  )
}
