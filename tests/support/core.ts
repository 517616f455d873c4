import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { api, type CallInput, type CallName, type CallOutput, type Reply } from '../../shared/api.ts'
import { defaultSettings, type Settings } from '../../shared/settings.ts'
import { createCore, type Clock, type Core, type CoreOptions, type Notify, type ReminderNotification } from '../../main/core/core.ts'
import { realDisk, type Disk } from '../../main/core/database/disk.ts'

/** A clock that stands until it is moved; what comes due on the way runs in order. */
export class FakeClock implements Clock {
  #now: number
  #zone: string
  #timers: { at: number; callback: () => void | Promise<void> }[] = []

  constructor(now: string, zone = 'Europe/Berlin') {
    this.#now = Date.parse(now)
    this.#zone = zone
  }

  now(): number {
    return this.#now
  }

  zone(): string {
    return this.#zone
  }

  after(ms: number, callback: () => void | Promise<void>): () => void {
    const timer = { at: this.#now + ms, callback }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer)
    }
  }

  /** Lets time pass as it does while the computer is awake. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms
    for (;;) {
      const next = this.#timers.toSorted((a, b) => a.at - b.at)[0]
      if (!next || next.at > end) break
      this.#timers = this.#timers.filter((timer) => timer !== next)
      this.#now = Math.max(this.#now, next.at)
      await next.callback()
    }
    this.#now = end
  }

  /** The computer is in another zone from now on. */
  travel(zone: string): void {
    this.#zone = zone
  }

  /** Sets the clock without running anything, as sleep or a person does. */
  jump(to: string): void {
    this.#now = Date.parse(to)
  }
}

export interface TestCore {
  core: Core
  clock: FakeClock
  dataDir: string
  /** What the operating system was asked to show. */
  shown: ReminderNotification[]
  settings: Settings
  /** Calls and expects success; the answer is checked against the call table. */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>
  /** Calls and hands back whatever comes. */
  ask<N extends CallName>(name: N, input: CallInput<N>): Promise<Reply<CallOutput<N>>>
}

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'followthrough-test-'))
  onTestFinished(async () => rm(folder, { recursive: true, force: true }))
  return folder
}

/** The real core on real files in a temporary folder; only the clock, and on demand the disk's faults, are not real. */
export async function testCore(options: { dataDir?: string; clock?: FakeClock; disk?: Disk; settings?: Partial<Settings>; start?: boolean; notify?: Notify; savePdf?: CoreOptions['savePdf'] } = {}): Promise<TestCore> {
  const dataDir = options.dataDir ?? (await temporaryFolder())
  const clock = options.clock ?? new FakeClock('2026-11-23T08:00:00Z')
  const shown: ReminderNotification[] = []
  const settings = { ...defaultSettings, ...options.settings }
  const core = createCore(
    {
      dataDir,
      clock,
      settings: { get: () => settings, change: (changes) => Object.assign(settings, changes) },
      notify: options.notify ?? ((reminder) => shown.push(reminder)),
      log: { info: () => undefined, error: () => undefined },
      version: '0.0.0-test',
      shell: 'browser',
      ...(options.savePdf && { savePdf: options.savePdf }),
    },
    options.disk ?? realDisk,
  )
  if (options.start !== false) expect(await core.start()).toEqual({ started: true })
  onTestFinished(async () => core.stop())
  const ask = async <N extends CallName>(name: N, input: CallInput<N>) => (await core.call(name, input)) as Reply<CallOutput<N>>
  const call = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const reply = await ask(name, input)
    if (!reply.ok) throw new Error(`${name} was refused: ${reply.error.code} ${reply.error.field ?? ''} ${reply.error.message}`)
    return api[name].output.parse(reply.data) as CallOutput<N>
  }
  return { core, clock, dataDir, shown, settings, call, ask }
}

/**
 * An answer without the revisions of touches: taking a change back gives back all but those, which only ever go up, so
 * that calendars elsewhere take the touch as it was for the newest (RFC 5545, SEQUENCE).
 */
export function withoutRevisions<T>(answer: T): T {
  return JSON.parse(JSON.stringify(answer, (key, value: unknown) => (key === 'revision' ? undefined : value))) as T
}

/** A lead with this name in the default database, and its id. */
export async function aLead(test: TestCore, name: string, next: CallInput<'addLead'>['next'] = null): Promise<string> {
  const { leadId } = await test.call('addLead', { contact: { name }, contactId: null, lead: {}, stageId: null, next })
  return leadId
}
