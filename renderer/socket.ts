import type { Bridge, CallInput, CallName, CallOutput, EventName, Events, Reply } from '../shared/api.ts'
import { refused, type ErrorCode } from '../shared/errors.ts'
import { eventNames } from '../shared/events.ts'
import { words } from '../shared/strings/words.ts'

/*
 * The bridge over a WebSocket, for the browser window. The client sends {id, name, input}; the server answers
 * {id, reply} and tells {event, payload}. A close with code 1009 means that a message was too large.
 */

/**
 * `closed`: the application said that it ends. `outdated`: it runs, and knows our token no more, for it was started
 * anew. `noToken`: there never was one.
 */
export type Connection = 'connecting' | 'open' | 'lost' | 'closed' | 'outdated' | 'noToken'

export interface SocketBridge extends Bridge {
  connection(): Connection
  /** Listens to changes of {@link SocketBridge.connection}; the result stops listening. */
  onConnection(listener: () => void): () => void
}

/** Close codes (RFC 6455, section 7.4.1). */
const goingAway = 1001
const tooLarge = 1009

const longestWait = 5000

/**
 * A bridge to `address` (ws: or wss:) that connects again by itself, and with the new token when a newer address is
 * entered into this tab. Without an address it only says so.
 */
export function socketBridge(address: string | null): SocketBridge {
  let connection: Connection = address === null ? 'noToken' : 'connecting'
  let socket: WebSocket | null = null
  let retry: ReturnType<typeof setTimeout> | undefined
  let nextId = 1
  let attempts = 0
  let queued: string[] = []
  const waiting = new Map<number, (reply: Reply<never>) => void>()
  const watchers = new Set<() => void>()
  type Listeners = { [E in EventName]: Set<(payload: Events[E]) => void> }
  const listeners = Object.fromEntries(eventNames.map((event) => [event, new Set()])) as Listeners

  function become(next: Connection) {
    connection = next
    for (const watch of watchers) watch()
  }

  function failAll(code: ErrorCode, message: string) {
    const failed = [...waiting.values()]
    waiting.clear()
    queued = []
    for (const answer of failed) answer(refused(code, message))
  }

  function connect(to: string) {
    const opening = new WebSocket(to)
    socket = opening
    opening.addEventListener('open', () => {
      attempts = 0
      for (const message of queued) opening.send(message)
      queued = []
      become('open')
    })
    opening.addEventListener('message', (event) => receive(String(event.data)))
    opening.addEventListener('close', (event) => {
      if (socket === opening) void lose(to, event.code)
    })
  }

  async function lose(to: string, code: number) {
    const wasOpen = connection === 'open'
    socket = null
    if (code === tooLarge) failAll('too-large', words.connection.tooLarge)
    else failAll('disconnected', words.connection.disconnected)
    if (code === goingAway) become('closed')
    else if (connection !== 'closed') become('lost')
    // A socket that does not open never says why; the same address does, when it is asked plainly.
    const outdated = !wasOpen && (await isRefused(to))
    if (socket !== null) return
    if (outdated) become('outdated')
    else retry = setTimeout(() => connect(to), Math.min(longestWait, 250 * 2 ** attempts))
    attempts += 1
  }

  /** Leaves whatever there is for another address. */
  function connectAnew(to: string) {
    const old = socket
    clearTimeout(retry)
    failAll('disconnected', words.connection.disconnected)
    become('connecting')
    connect(to)
    old?.close()
  }

  function receive(text: string) {
    const message = JSON.parse(text) as { id: number; reply: Reply<never> } | { event: EventName; payload: never }
    if ('event' in message) {
      for (const listener of listeners[message.event]) listener(message.payload)
    } else {
      waiting.get(message.id)?.(message.reply)
      waiting.delete(message.id)
    }
  }

  function call<N extends CallName>(name: N, input: CallInput<N>): Promise<Reply<CallOutput<N>>> {
    if (connection !== 'open' && connection !== 'connecting') {
      const { disconnected, outdated, noToken } = words.connection
      const message = connection === 'outdated' ? outdated : connection === 'noToken' ? noToken : disconnected
      return Promise.resolve(refused('disconnected', message))
    }
    const id = nextId++
    const message = JSON.stringify({ id, name, input })
    return new Promise((resolve) => {
      waiting.set(id, resolve)
      if (socket?.readyState === WebSocket.OPEN) socket.send(message)
      else queued.push(message)
    })
  }

  if (address !== null) connect(address)
  onNewAddress(connectAnew)
  return {
    call,
    on(event, listener) {
      listeners[event].add(listener)
      return () => listeners[event].delete(listener)
    },
    connection: () => connection,
    onConnection(listener) {
      watchers.add(listener)
      return () => watchers.delete(listener)
    },
  }
}

/** Whether the application at a socket's address runs, and refuses the token in it. */
async function isRefused(address: string): Promise<boolean> {
  const { pathname, search } = new URL(address)
  try {
    return (await fetch(pathname + search, { cache: 'no-store' })).status === 401
  } catch {
    return false
  }
}

const tokenInHash = /^#token=(.+)$/

/** Hears of the address that the application printed at a newer start, when it is entered into this tab. */
function onNewAddress(listener: (address: string) => void) {
  window.addEventListener('hashchange', (event) => {
    if (!tokenInHash.test(location.hash)) return
    const address = socketAddress(new URL(event.oldURL).hash)
    if (address !== null) listener(address)
  })
}

/**
 * The socket's address from the page's own, with the launch token: taken from `#token=…`, kept for this tab and
 * removed from the address bar. Null when there never was one.
 * @param place what the address bar shows instead of the token
 */
export function socketAddress(place = '#/'): string | null {
  const given = tokenInHash.exec(location.hash)?.[1]
  if (given !== undefined) {
    sessionStorage.setItem('token', decodeURIComponent(given))
    history.replaceState(null, '', `${location.pathname}${location.search}${place}`)
  }
  const token = sessionStorage.getItem('token')
  if (token === null) return null
  return `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}/socket?token=${encodeURIComponent(token)}`
}
