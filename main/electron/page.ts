/** The page that the window shows, and the only origin that main listens to. */
export interface Page {
  url: string
  origin: string
}

/** The scheme under which the built renderer is served (see protocol.ts). */
export const appScheme = 'followthrough'
export const appHost = 'app'
const appOrigin = `${appScheme}://${appHost}`

/** The built renderer, or the page of the development server. */
export function pageToShow(development: URL | null): Page {
  return development === null ? { url: `${appOrigin}/index.html`, origin: appOrigin } : { url: development.href, origin: development.origin }
}

/** The address without its fragment: what decides whether a navigation leaves the document. */
export function documentOf(url: string): string {
  return url.split('#', 1)[0] ?? ''
}
