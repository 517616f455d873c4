import { systemClock } from '../../main/core/clock.ts'
import { createCore, type Core } from '../../main/core/core.ts'
import { defaultSettings } from '../../shared/settings.ts'

/** The real core on a data folder, started; the person's zone is UTC, as the bench's data has it. */
export async function openCore(dataDir: string): Promise<Core> {
  const settings = { ...defaultSettings, zone: 'UTC' }
  const core = createCore({
    dataDir,
    clock: systemClock,
    settings: { get: () => settings, change: (changes) => Object.assign(settings, changes) },
    notify: () => undefined,
    log: { info: () => undefined, error: (message, error) => console.error(message, error) },
    version: '0.0.0-bench',
    shell: 'browser',
  })
  const result = await core.start()
  if (!result.started) throw new Error(result.message)
  return core
}

/** Calls and hands back the data; anything else ends the bench. */
export async function call<T>(core: Core, name: string, input: unknown): Promise<T> {
  const reply = await core.call(name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`)
  return reply.data as T
}
