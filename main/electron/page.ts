/** The page that the window shows, and the only origin that main listens to. */
export interface Page {
  url: string
  origin: string
}

/** The scheme under which the built renderer is served (see protocol.ts). */
export const appScheme = 'followthrough'
export const appHost = 'app'
const appOrigin = `${appScheme}://${appHost}`

/**
 * The built renderer, or the development server at `devUrl`. The server counts only on this computer's own loopback.
 * @throws when `devUrl` is anything else
 */
export function pageToShow(devUrl: string | undefined): Page {
  if (devUrl === undefined) return { url: `${appOrigin}/index.html`, origin: appOrigin }
  const { protocol, hostname, origin, href } = new URL(devUrl)
  if (protocol !== 'http:' || !['localhost', '127.0.0.1', '[::1]'].includes(hostname)) {
    throw new Error('FOLLOWTHROUGH_DEV_URL has to be an http address on this computer.')
  }
  return { url: href, origin }
}

/** The address without its fragment: what decides whether a navigation leaves the document. */
export function documentOf(url: string): string {
  return url.split('#', 1)[0] ?? ''
}
