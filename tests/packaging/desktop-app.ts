import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { CallInput, CallName, CallOutput, Reply } from '../../shared/api.ts'
import type { Hands } from './driver.ts'

type Given<H> = H extends (...given: infer G) => unknown ? G : never
type Answer<H> = H extends (...given: never[]) => infer A ? Awaited<A> : never

/** The packed app, running on plain Node in front of a made-up desktop. */
export class DesktopApp {
  readonly #process: ChildProcess
  readonly #waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (problem: Error) => void }>()
  #last = 0
  output = ''
  /** It told whoever started it that its window is there. */
  shown = false
  /** Resolves to the exit code. */
  readonly ended: Promise<number | null>
  readonly started: Promise<void>

  constructor(main: string, flags: string[], env: NodeJS.ProcessEnv = {}) {
    this.#process = fork(join(import.meta.dirname, 'driver.ts'), [main, ...flags], { silent: true, env: { ...process.env, ...env } })
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text))
    }
    this.ended = new Promise((resolve) => {
      this.#process.on('exit', (code) => {
        for (const id of this.#waiting.keys()) this.#settle(id, undefined, `the app ended:\n${this.output}`)
        resolve(code)
      })
    })
    this.started = new Promise((resolve) => {
      this.#process.on('message', (message: 'shown' | { id?: number; answer?: unknown; problem?: string }) => {
        if (message === 'shown') this.shown = true
        else if (message.id === undefined) resolve()
        else this.#settle(message.id, message.answer, message.problem)
      })
    })
  }

  ask<H extends keyof Hands>(ask: H, ...[given]: Given<Hands[H]>): Promise<Answer<Hands[H]>> {
    const id = (this.#last += 1)
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: (answer) => resolve(answer as Answer<Hands[H]>), reject })
      this.#process.send({ id, ask, given })
    })
  }

  /** A call of the page, through preload and ipc, expected to succeed. */
  async call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
    const reply = (await this.ask('call', { name, input })) as Reply<CallOutput<N>>
    if (!reply.ok) throw new Error(`${name} was refused: ${reply.error.message}`)
    return reply.data
  }

  kill(): void {
    this.#process.kill('SIGKILL')
  }

  #settle(id: number, answer: unknown, problem: string | undefined) {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (problem === undefined) waiting?.resolve(answer)
    else waiting?.reject(new Error(problem))
  }
}
