import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'
import { appHost, appScheme } from './page.ts'

/** Tells Chromium that our scheme is like https: relative addresses, a real origin, a secure context. Before `ready`. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the built renderer in `rendererDir`, and nothing outside of it, to our scheme. After `ready`. */
export function serveRenderer(rendererDir: string): void {
  protocol.handle(appScheme, (request) => answer(request, rendererDir))
}

async function answer(request: Request, rendererDir: string): Promise<Response> {
  const file = request.method === 'GET' || request.method === 'HEAD' ? fileOf(request.url, rendererDir) : null
  const type = file === null ? undefined : types[extname(file)]
  if (file === null || type === undefined) return notFound()
  try {
    const body = request.method === 'HEAD' ? null : new Uint8Array(await readFile(file))
    return new Response(body, { headers: { ...securityHeaders, 'content-type': type } })
  } catch {
    return notFound()
  }
}

function notFound(): Response {
  return new Response(null, { status: 404, headers: securityHeaders })
}

/** The file that an address of ours names, or null when it names none inside `rendererDir`. */
export function fileOf(url: string, rendererDir: string): string | null {
  const prefix = `${appScheme}://${appHost}/`
  if (!url.startsWith(prefix)) return null
  let path: string
  try {
    path = decodeURIComponent(new URL(url).pathname)
  } catch {
    return null
  }
  if (path.includes('\0') || path.includes('\\')) return null
  const root = normalize(rendererDir) + sep
  const file = join(root, path === '/' ? 'index.html' : path)
  return file.startsWith(root) ? file : null
}

/** Nothing but our own files runs, and nothing is fetched; React Aria needs inline styles, nothing else is loosened. */
const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; " +
    "connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}
