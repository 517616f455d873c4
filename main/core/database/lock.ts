import { createHash } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lock as lockFile } from 'proper-lockfile'
import { errorCode, realDisk } from './disk.ts'

/** The hold on a data folder; `release` gives it up. */
export interface FolderLock {
  release(): Promise<void>
}

const greeting = 'followthrough\n'
/** Unix socket paths may be no longer than about 104 bytes. */
const longestSocketPath = 100
const answerWithin = 2000

/**
 * Takes a data folder for this process. The hold is a local socket (a named pipe on Windows), which the system gives
 * up with the process, however it ends: after a crash or a power cut the next start is not kept waiting, and no clock
 * or sleep can make the hold look abandoned.
 * @param onKnock runs when another process tried to take the same folder: show the window
 * @returns the lock, or null when another process holds the folder; it was told that we knocked
 */
export async function lockFolder(root: string, onKnock: () => void): Promise<FolderLock | null> {
  const folder = await realpath(root)
  const address = socketAddress(folder)
  // Only one process at a time may look whether a socket is abandoned and take its place.
  const releaseTurn = await lockFile(folder, {
    lockfilePath: join(folder, 'followthrough.starting'),
    stale: 5000,
    retries: { retries: 40, minTimeout: 50, maxTimeout: 250 },
    // The turn lasts milliseconds; by default, losing it to a clock change would end the process.
    onCompromised: () => undefined,
  })
  try {
    return await take(address, onKnock)
  } finally {
    await releaseTurn().catch(() => undefined)
  }
}

async function take(address: string, onKnock: () => void): Promise<FolderLock | null> {
  const first = await listen(address, onKnock)
  if (first) return hold(first)
  if (await knock(address)) return null
  await realDisk.remove(address)
  const second = await listen(address, onKnock)
  return second ? hold(second) : null
}

function socketAddress(folder: string): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 32)
  if (process.platform === 'win32') return `\\\\.\\pipe\\followthrough-${name}`
  const beside = join(folder, 'followthrough.lock')
  return Buffer.byteLength(beside) <= longestSocketPath ? beside : join(tmpdir(), `followthrough-${name}.lock`)
}

/** Listens at the address, or null when something is there already. */
async function listen(address: string, onKnock: () => void): Promise<Server | null> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.end(greeting)
    onKnock()
  })
  return new Promise((resolve, reject) => {
    server.once('error', (error) => (errorCode(error) === 'EADDRINUSE' ? resolve(null) : reject(error)))
    server.listen(address, () => resolve(server))
  })
}

/** True when somebody holds the address: it answers, or is too busy to. False when nobody listens any more. */
async function knock(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address)
    socket.setTimeout(answerWithin)
    socket.once('data', () => answer(true))
    socket.once('timeout', () => answer(true))
    // Only these two say that nobody listens; a listener with a full queue, or of another user, is somebody.
    socket.once('error', (error) => answer(!['ECONNREFUSED', 'ENOENT'].includes(errorCode(error))))
    function answer(held: boolean): void {
      socket.destroy()
      resolve(held)
    }
  })
}

function hold(server: Server): FolderLock {
  // The socket alone must not keep the process running.
  server.unref()
  return {
    release: async () =>
      new Promise((resolve) => {
        server.close(() => resolve())
      }),
  }
}
