import type { Bridge, CallInput, CallName, CallOutput, EventName, Events, Reply } from '../shared/api.ts'
import type { ErrorCode } from '../shared/errors.ts'
import { eventNames } from '../shared/events.ts'
import { words } from '../shared/strings/words.ts'

/*
 * The bridge over a WebSocket, for the browser window. The client sends {id, name, input}; the server answers
 * {id, reply} and tells {event, payload}. A close with code 1009 means that a message was too large.
 */

export type Connection = 'connecting' | 'open' | 'lost' | 'no-token'

export interface SocketBridge extends Bridge {
  connection(): Connection
  /** Listens to changes of {@link SocketBridge.connection}; the result stops listening. */
  onConnection(listener: () => void): () => void
}

const tooLarge = 1009
const longestWait = 5000

/** A bridge to `address` (ws: or wss:) that connects again by itself; without an address it only says so. */
export function socketBridge(address: string | null): SocketBridge {
  let connection: Connection = address === null ? 'no-token' : 'connecting'
  let socket: WebSocket | null = null
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
    for (const answer of failed) answer({ ok: false, error: { code, message } })
  }

  function connect(to: string) {
    socket = new WebSocket(to)
    socket.addEventListener('open', () => {
      attempts = 0
      for (const message of queued) socket?.send(message)
      queued = []
      become('open')
    })
    socket.addEventListener('message', (event) => receive(String(event.data)))
    socket.addEventListener('close', (event) => {
      socket = null
      if (event.code === tooLarge) failAll('too-large', words.connection.tooLarge)
      else failAll('disconnected', words.connection.disconnected)
      become('lost')
      setTimeout(() => connect(to), Math.min(longestWait, 250 * 2 ** attempts))
      attempts += 1
    })
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
    if (connection === 'lost' || connection === 'no-token') {
      const message = connection === 'lost' ? words.connection.disconnected : words.connection.noToken
      return Promise.resolve({ ok: false, error: { code: 'disconnected', message } })
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

/**
 * The socket's address from the page's own, with the launch token: taken from `#token=…`, kept for this tab and
 * removed from the address bar. Null when there never was one.
 */
export function socketAddress(): string | null {
  const given = /^#token=(.+)$/.exec(location.hash)?.[1]
  if (given !== undefined) {
    sessionStorage.setItem('token', decodeURIComponent(given))
    history.replaceState(null, '', `${location.pathname}${location.search}#/`)
  }
  const token = sessionStorage.getItem('token')
  if (token === null) return null
  return `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}/socket?token=${encodeURIComponent(token)}`
}
