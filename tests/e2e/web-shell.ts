import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import type { CallInput, CallName, CallOutput, Reply } from '../../shared/api.ts'

/** The built entry of the web shell. */
export const webShellEntry = join(import.meta.dirname, '..', '..', 'dist', 'main', 'serve.js')

/** The built web shell as a process of its own. */
export interface WebShell {
  /** The address that it printed, token included. */
  address: string
  process: ChildProcess
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>
  /** Asks it to end (by SIGTERM unless told otherwise) and resolves to its exit code. */
  stop(signal?: 'SIGTERM' | 'SIGINT' | 'SIGHUP'): Promise<number | null>
  output(): string
}

/**
 * Starts the web shell on `dataDir` and waits for its address. Rejects with what it said when it ends before that.
 * @param env changes to the environment of this process
 */
export async function startWebShell(dataDir: string, args: string[] = [], env: NodeJS.ProcessEnv = {}): Promise<WebShell> {
  const child = spawn(process.execPath, [webShellEntry, '--data', dataDir, '--no-open', ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
  const exit = once(child, 'exit').then(([code]) => code as number | null)
  let output = ''
  const address = await new Promise<string>((resolve, reject) => {
    const read = (text: string) => {
      output += text
      const line = /running at (http:\S+)\n/.exec(output)
      if (line?.[1] !== undefined) resolve(line[1])
    }
    child.stdout.setEncoding('utf8').on('data', read)
    child.stderr.setEncoding('utf8').on('data', read)
    child.once('error', reject)
    child.once('close', (code) => reject(new Error(`the web shell ended with code ${String(code)} and said:\n${output}`)))
  })
  return {
    address,
    process: child,
    call: (name, input) => callOver(address, name, input),
    stop: (signal = 'SIGTERM') => {
      child.kill(signal)
      return exit
    },
    output: () => output,
  }
}

/** One call over a socket of its own, as a page would make it. Rejects with the sentence of a refusal. */
async function callOver<N extends CallName>(address: string, name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const { host, origin, hash } = new URL(address)
  const socket = new WebSocket(`ws://${host}/socket?${hash.slice(1)}`, { origin })
  await once(socket, 'open')
  const reply = new Promise<Reply<CallOutput<N>>>((resolve, reject) => {
    socket.on('message', (data) => {
      const message = JSON.parse((data as Buffer).toString()) as { id?: number; reply: Reply<CallOutput<N>> }
      if (message.id === 1) resolve(message.reply)
    })
    socket.once('close', (code, reason) => reject(new Error(`${name}: the socket was closed (${code} ${reason.toString()})`)))
  })
  socket.send(JSON.stringify({ id: 1, name, input }))
  const answer = await reply.finally(() => socket.close())
  if (!answer.ok) throw new Error(`${name} was refused: ${answer.error.message}`)
  return answer.data
}
