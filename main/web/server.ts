import { createServer, STATUS_CODES, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import sirv from 'sirv'
import { webWords } from '../../shared/strings/shell-words.ts'
import type { Core } from '../core/core.ts'
import { addressOf, createGate, makeToken, type Gate, type Refused } from './gate.ts'
import { joinPages, type Pages } from './socket.ts'

export interface WebServerOptions {
  core: Core
  /** The folder of the built renderer. */
  rendererDir: string
  /** 0 takes a free one. */
  port: number
  /** The page as a development server gives it, with the token to use: `http://127.0.0.1:5173/#token=…`. */
  developmentPage: URL | null
  /** Opens the page in the person's browser: the core wants to show something that no open page can. */
  openPage(): void
}

export interface WebServer {
  /** The address of the page, launch token included. */
  address: string
  /** Ends every connection, within a second also those whose page does not answer. */
  close(): Promise<void>
}

/**
 * Serves the renderer and the core on the loopback interface, to this machine alone.
 * Rejects with Node's error when the port is taken (`EADDRINUSE`) or not allowed (`EACCES`).
 */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const development = options.developmentPage
  const token = (development && new URLSearchParams(development.hash.slice(1)).get('token')) ?? makeToken()
  const http = createServer()
  const port = await listen(http, options.port)
  const gate = createGate(port, token, development ? [development.origin] : [])
  const pages = joinPages(options.core, () => options.openPage())

  servePage(http, options.rendererDir, port, gate)
  serveSocket(http, pages, gate)

  return {
    address: development?.href ?? `http://127.0.0.1:${port}/#token=${token}`,
    close: () =>
      new Promise((resolve) => {
        pages.close()
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
}

function listen(http: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, '127.0.0.1', () => {
      http.removeListener('error', reject)
      resolve((http.address() as AddressInfo).port)
    })
  })
}

function servePage(http: Server, rendererDir: string, port: number, gate: Gate) {
  const headers = new Headers(securityHeaders(port))
  const files = sirv(rendererDir, {
    etag: true,
    setHeaders: (response, path) => {
      response.setHeaders(headers)
      // File names under assets/ change with their content; the page that names them must always be the newest.
      response.setHeader('cache-control', path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store')
    },
  })
  http.on('request', (request, response) => {
    // The socket's address answers a plain request with the reason for which it would not open.
    const atSocket = addressOf(request)?.pathname === '/socket'
    const refused = atSocket ? gate.refuseSocket(request) : gate.refuseHost(request)
    if (refused) refuse(response, headers, refused.status, refused.message)
    else if (atSocket) refuse(response, headers, 426, webWords.socketOnly)
    else if (request.method !== 'GET' && request.method !== 'HEAD') refuse(response, headers, 405, webWords.readOnly)
    else files(request, response, () => refuse(response, headers, 404, webWords.noSuchPage))
  })
}

/** Nothing but our own files runs; React Aria needs inline styles, and nothing else is loosened. */
function securityHeaders(port: number): Record<string, string> {
  return {
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; " +
      `connect-src 'self' ws://127.0.0.1:${port} ws://localhost:${port}; base-uri 'none'; frame-ancestors 'none'; form-action 'none'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  }
}

function refuse(response: ServerResponse, headers: Headers, status: number, message: string) {
  response.setHeaders(headers)
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  response.end(`${message}\n`)
}

function serveSocket(http: Server, pages: Pages, gate: Gate) {
  http.on('upgrade', (request, socket, head) => {
    // A connection that breaks off here concerns nobody else.
    socket.on('error', () => {})
    const atSocket = addressOf(request)?.pathname === '/socket'
    const refused = gate.refuseSocket(request) ?? (atSocket ? null : { status: 404 as const, message: webWords.noSuchPage })
    if (refused) refuseUpgrade(socket, refused)
    else pages.server.handleUpgrade(request, socket, head, (page) => pages.server.emit('connection', page, request))
  })
}

function refuseUpgrade(socket: Duplex, { status, message }: Refused) {
  const body = `${message}\n`
  socket.once('finish', () => socket.destroy())
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-type: text/plain; charset=utf-8\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}
