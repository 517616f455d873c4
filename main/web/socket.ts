import { WebSocket, WebSocketServer, type RawData } from 'ws'
import { z } from 'zod'
import type { Events } from '../../shared/api.ts'
import { refused } from '../../shared/errors.ts'
import { eventNames } from '../../shared/events.ts'
import { webWords } from '../../shared/strings/shell-words.ts'
import type { Core } from '../core/core.ts'

/** The largest message that is taken: a whole exported database (96 MB) with room for what a message makes of its quotes. */
export const largestMessage = 136 * 1024 * 1024

/** A page that does not answer the end of its connection within so many milliseconds, such as a suspended tab, is cut off. */
const answerWithin = 1000

const requestSchema = z.strictObject({ id: z.number().int(), name: z.string(), input: z.unknown() })

/** A socket that says why when it ends a connection over a message that is too large, as ws itself does not. */
class ExplainingSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer) {
    super.close(code, reason ?? (code === 1009 ? webWords.tooLarge : undefined))
  }
}

/** The open pages, over one WebSocket each: calls come in as `{id, name, input}`, `{id, reply}` and `{event, payload}` go out. */
export interface Pages {
  server: WebSocketServer
  /** Ends every connection, in good order or within a second, and stops listening to the core. */
  close(): void
}

/**
 * Joins pages to the core.
 * @param openPage called when the core wants to show something and no page is open: the page that opens then shows it.
 * Called too when a second start asks for the window, since a page cannot come to the front by itself
 */
export function joinPages(core: Core, openPage: () => void): Pages {
  const server = new WebSocketServer({ noServer: true, maxPayload: largestMessage, WebSocket: ExplainingSocket })
  let unseen: Events['show'] | null = null

  server.on('connection', (page) => {
    // A broken frame ends that connection by itself; it is no reason to end the process.
    page.on('error', () => {})
    page.on('message', (data, isBinary) => void answer(core, page, data, isBinary))
    if (unseen) send(page, { event: 'show', payload: unseen })
    unseen = null
  })

  const stops = eventNames.map((event) =>
    core.on(event, (payload) => {
      for (const page of server.clients) send(page, { event, payload })
    }),
  )
  stops.push(
    core.on('show', (place) => {
      const noneOpen = server.clients.size === 0
      if (noneOpen) unseen = place
      if (noneOpen || place.place === 'window') openPage()
    }),
  )

  return {
    server,
    close: () => {
      for (const stop of stops) stop()
      for (const page of server.clients) page.close(1001, webWords.stopped)
      server.close()
      setTimeout(() => {
        for (const page of server.clients) page.terminate()
      }, answerWithin).unref()
    },
  }
}

async function answer(core: Core, page: WebSocket, data: RawData, isBinary: boolean) {
  const request = isBinary ? null : readRequest(data)
  if (request) {
    send(page, { id: request.id, reply: await core.call(request.name, request.input) })
  } else {
    send(page, { id: null, reply: refused('invalid-input', webWords.malformed) })
  }
}

function readRequest(data: RawData) {
  try {
    return requestSchema.parse(JSON.parse((data as Buffer).toString()))
  } catch {
    return null
  }
}

function send(page: WebSocket, message: object) {
  if (page.readyState === WebSocket.OPEN) page.send(JSON.stringify(message))
}
