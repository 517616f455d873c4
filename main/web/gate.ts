import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { webWords } from '../../shared/strings/shell-words.ts'

/** Why a request is turned away: the HTTP status and the sentence that goes with it. */
export interface Refused {
  status: 401 | 403 | 404
  message: string
}

export interface Gate {
  /** Null when the request comes from this machine under a name that is ours; checked for everything that is served. */
  refuseHost(request: IncomingMessage): Refused | null
  /** Null when the request may open the socket: our host, our own page or no page at all, and the launch token. */
  refuseSocket(request: IncomingMessage): Refused | null
}

/** A launch token: 32 random bytes, base64url. Whoever knows it may use the socket until this process ends. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * What keeps other web pages and other people of this machine out. A foreign Host is a name that was pointed at this
 * machine (DNS rebinding); a foreign Origin is another page; the token keeps out programs of other people.
 * @param pageOrigins the origins of our own page beside the server's, such as the development server's
 */
export function createGate(port: number, token: string, pageOrigins: string[]): Gate {
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`])
  const origins = new Set([...[...hosts].map((host) => `http://${host}`), ...pageOrigins])

  const refuseHost = (request: IncomingMessage): Refused | null =>
    hosts.has(request.headers.host ?? '') ? null : { status: 403, message: webWords.foreignHost }

  return {
    refuseHost,
    refuseSocket: (request) => {
      const refused = refuseHost(request)
      if (refused) return refused
      // Every browser sends an Origin; a program that is none needs the token alone.
      const { origin } = request.headers
      if (origin !== undefined && !origins.has(origin)) return { status: 403, message: webWords.foreignOrigin }
      const given = addressOf(request)?.searchParams.get('token') ?? null
      if (given === null) return { status: 401, message: webWords.noToken }
      return sameToken(given, token) ? null : { status: 401, message: webWords.wrongToken }
    },
  }
}

/** The address that was asked for; null when it is none. */
export function addressOf(request: IncomingMessage): URL | null {
  return URL.parse(request.url ?? '', 'http://127.0.0.1')
}

/** Compares in a time that tells nothing about how much of the token was right. */
function sameToken(given: string, token: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(token)
  return a.length === b.length && timingSafeEqual(a, b)
}
