import { mkdirSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { aLead, temporaryFolder, testCore, type TestCore } from '../../tests/support/core.ts'
import { webWords } from '../../shared/strings/shell-words.ts'
import { words } from '../../shared/strings/words.ts'
import { startWebServer, type WebServer } from './server.ts'
import { largestMessage } from './socket.ts'

let app: TestCore
let server: WebServer
let opened: number

beforeEach(async () => {
  const rendererDir = await temporaryFolder()
  mkdirSync(join(rendererDir, 'assets'))
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>the page</title>')
  writeFileSync(join(rendererDir, 'assets', 'page-1a2b.js'), 'export {}')
  app = await testCore()
  opened = 0
  server = await startWebServer({ core: app.core, rendererDir, port: 0, developmentPage: null, openPage: () => (opened += 1) })
})

afterEach(() => server.close())

const addressParts = () => {
  const address = new URL(server.address)
  return { port: address.port, token: new URLSearchParams(address.hash.slice(1)).get('token') ?? '' }
}

/** A plain request with any headers at all, as `fetch` would not send them. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port: addressParts().port, path, headers, method }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => (body += text))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    request.on('error', reject).end()
  })
}

/** Opens the socket; resolves to it, or to the refusal's status and sentence. */
function open(query: string, headers: Record<string, string> = {}) {
  return new Promise<WebSocket | { status: number; message: string }>((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${addressParts().port}/socket${query}`, { headers })
    socket.once('open', () => resolve(socket))
    socket.once('error', reject)
    socket.once('unexpected-response', (_request, response) => {
      let message = ''
      response.setEncoding('utf8').on('data', (text: string) => (message += text))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, message: message.trim() }))
    })
  })
}

async function openPage(): Promise<WebSocket> {
  const socket = await open(`?token=${addressParts().token}`, { origin: `http://127.0.0.1:${addressParts().port}` })
  if (!(socket instanceof WebSocket)) throw new Error(socket.message)
  return socket
}

function nextMessage(socket: WebSocket) {
  return new Promise<unknown>((resolve) => {
    socket.once('message', (data) => resolve(JSON.parse((data as Buffer).toString())))
  })
}

/** The next answer to a call; events in between are passed over. */
function nextReply(socket: WebSocket) {
  return new Promise<unknown>((resolve) => {
    socket.on('message', function read(data) {
      const message = JSON.parse((data as Buffer).toString()) as object
      if ('event' in message) return
      socket.off('message', read)
      resolve(message)
    })
  })
}

function previewOf(text: string): string {
  return JSON.stringify({ id: 1, name: 'readImport', input: { text } })
}

describe('the page', () => {
  test('is served with a policy that lets nothing but its own files run, and is never kept by a cache', async () => {
    const { status, headers, body } = await ask('/')
    expect(status).toBe(200)
    expect(body).toContain('the page')
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe-eval')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['cache-control']).toBe('no-store')
  })

  test('keeps its assets in the cache, since their names change with their content', async () => {
    expect((await ask('/assets/page-1a2b.js')).headers['cache-control']).toContain('immutable')
  })

  test('answers under localhost too, and to no other name', async () => {
    const { port } = addressParts()
    expect((await ask('/', { host: `localhost:${port}` })).status).toBe(200)
    for (const host of [`rebound.example:${port}`, '127.0.0.1', `127.0.0.1.example:${port}`, `192.168.0.1:${port}`]) {
      const { status, body } = await ask('/', { host })
      expect([host, status]).toEqual([host, 403])
      expect(body.trim()).toBe(webWords.foreignHost)
    }
  })

  test('gives out nothing outside the renderer', async () => {
    for (const path of ['/../../package.json', '/%2e%2e/%2e%2e/package.json', '/..%2f..%2fpackage.json', '//etc/passwd', '/nowhere.js']) {
      const { status, body } = await ask(path)
      expect([path, status]).toEqual([path, 404])
      expect(body.trim()).toBe(webWords.noSuchPage)
    }
  })

  test('cannot be posted to', async () => {
    expect((await ask('/', {}, 'POST')).status).toBe(405)
  })

  test('can ask in a plain request why the socket would not open', async () => {
    const { token } = addressParts()
    expect(await ask('/socket?token=old')).toMatchObject({ status: 401, body: `${webWords.wrongToken}\n` })
    expect((await ask(`/socket?token=${token}`)).status).toBe(426)
  })
})

describe('the socket', () => {
  test('opens for nobody without the token', async () => {
    expect(await open('')).toEqual({ status: 401, message: webWords.noToken })
  })

  test('opens for nobody with a wrong token', async () => {
    const { token } = addressParts()
    for (const wrong of ['', 'x', `${token}x`, token.slice(1), 'ä'.repeat(token.length), token.toUpperCase()]) {
      expect(await open(`?token=${encodeURIComponent(wrong)}`)).toEqual({ status: 401, message: webWords.wrongToken })
    }
  })

  test('opens for no foreign host, the right token or not', async () => {
    const { token, port } = addressParts()
    expect(await open(`?token=${token}`, { host: `rebound.example:${port}` })).toEqual({ status: 403, message: webWords.foreignHost })
  })

  test('opens for no foreign page, the right token or not', async () => {
    const { token } = addressParts()
    for (const origin of ['https://elsewhere.example', 'null', 'http://127.0.0.1:1', 'file://']) {
      expect(await open(`?token=${token}`, { origin })).toEqual({ status: 403, message: webWords.foreignOrigin })
    }
  })

  test('is nowhere but at its own path', async () => {
    const { token, port } = addressParts()
    const socket = new WebSocket(`ws://127.0.0.1:${port}/other?token=${token}`)
    const message = await new Promise<string>((resolve) => socket.once('error', (error) => resolve(error.message)))
    expect(message).toContain('404')
  })

  test('carries calls to the core and the replies back, each under its number', async () => {
    const page = await openPage()
    page.send(JSON.stringify({ id: 7, name: 'changeSettings', input: { name: 'Robin' } }))
    expect(await nextReply(page)).toMatchObject({ id: 7, reply: { ok: true, data: { name: 'Robin' } } })
    expect(await app.call('getSettings', {})).toMatchObject({ name: 'Robin' })
  })

  test('refuses a call that is unknown, a name that every object has among them', async () => {
    const page = await openPage()
    for (const name of ['frobnicate', '__proto__', 'constructor', 'toString', '']) {
      page.send(JSON.stringify({ id: 1, name, input: {} }))
      expect(await nextReply(page)).toEqual({ id: 1, reply: { ok: false, error: { code: 'unknown-call', message: words.errors.unknownCall } } })
    }
  })

  test('carries every event to every page', async () => {
    const pages = [await openPage(), await openPage()]
    const received = Promise.all(pages.map(nextMessage))
    const leadId = await aLead(app, 'Jane Doe')
    const event = { event: 'changed', payload: { command: 'addLead', leads: [leadId] } }
    expect(await received).toEqual([event, event])
  })

  test('answers a malformed message with a sentence and goes on', async () => {
    const page = await openPage()
    const malformed = ['', 'no json', 'null', '[]', '{"id":1}', '{"id":"1","name":"getState"}', '{"id":1,"name":"getState","input":{},"more":1}']
    for (const message of malformed) {
      page.send(message)
      expect(await nextMessage(page)).toEqual({ id: null, reply: { ok: false, error: { code: 'invalid-input', message: webWords.malformed } } })
    }
    page.send(Buffer.from('{"id":1,"name":"getState","input":{}}'), { binary: true })
    expect(await nextMessage(page)).toMatchObject({ id: null })
    page.send(JSON.stringify({ id: 2, name: 'getState', input: {} }))
    expect(await nextMessage(page)).toMatchObject({ id: 2 })
  })

  test('takes a message of the largest size and refuses a larger one with the reason', async () => {
    const page = await openPage()
    page.send(previewOf('a'.repeat(largestMessage - previewOf('').length)))
    expect(await nextMessage(page)).toMatchObject({ id: 1, reply: { ok: false, error: { code: 'invalid-input' } } })

    const closed = new Promise((resolve) => {
      page.once('close', (code, reason) => resolve([code, reason.toString()]))
    })
    page.send('a'.repeat(largestMessage + 1))
    expect(await closed).toEqual([1009, webWords.tooLarge])
    expect(await openPage()).toBeInstanceOf(WebSocket)
  })

  test('asks for a page when there is none to show something, and shows it to the next one', async () => {
    app.core.show({ place: 'today', leadId: null })
    expect(opened).toBe(1)
    const { token, port } = addressParts()
    const socket = new WebSocket(`ws://127.0.0.1:${port}/socket?token=${token}`)
    expect(await nextMessage(socket)).toEqual({ event: 'show', payload: { place: 'today', leadId: null } })
  })

  test('asks for no further page when one is open, unless a second start wants the window', async () => {
    const page = await openPage()
    app.core.show({ place: 'today', leadId: null })
    expect(await nextMessage(page)).toMatchObject({ event: 'show' })
    expect(opened).toBe(0)
    app.core.show({ place: 'window', leadId: null })
    expect(opened).toBe(1)
  })

  test('tells its pages when the app is closed', async () => {
    const page = await openPage()
    const closed = new Promise((resolve) => {
      page.once('close', (code, reason) => resolve([code, reason.toString()]))
    })
    await server.close()
    expect(await closed).toEqual([1001, webWords.stopped])
  })

  test('is closed within a second or so when a page does not answer the end of its connection', async () => {
    const page = await openPage()
    page.pause()
    const before = performance.now()
    await server.close()
    expect(performance.now() - before).toBeLessThan(3000)
    page.terminate()
  })
})

test('a port that is taken is refused with its error', async () => {
  const taken = { core: app.core, rendererDir: '.', port: Number(addressParts().port), developmentPage: null, openPage: () => {} }
  await expect(startWebServer(taken)).rejects.toMatchObject({ code: 'EADDRINUSE' })
})

test('a development page brings its own token and is let in by its origin', async () => {
  const developmentPage = new URL('http://127.0.0.1:5173/#token=of-the-development-server')
  const development = await startWebServer({ core: app.core, rendererDir: '.', port: 0, developmentPage, openPage: () => {} })
  expect(development.address).toBe(developmentPage.href)
  await development.close()
})
