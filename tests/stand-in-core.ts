import type { EventName, Events, Reply } from '../shared/api.ts'
import type { Core } from '../main/core/core.ts'

/** A core that answers what it is told to, for tests of what lies around the core. */
export interface StandInCore extends Core {
  calls: { name: string; input: unknown }[]
  reply: Reply<unknown>
  emit<E extends EventName>(event: E, payload: Events[E]): void
}

export function aCore(): StandInCore {
  const listeners = new Map<string, Set<(payload: never) => void>>()
  const core: StandInCore = {
    calls: [],
    reply: { ok: true, data: null },
    call: (name: string, input: unknown) => {
      core.calls.push({ name, input })
      return Promise.resolve(core.reply)
    },
    on: (event, listener) => {
      const all = listeners.get(event) ?? new Set()
      listeners.set(event, all.add(listener))
      return () => all.delete(listener)
    },
    emit: (event, payload) => {
      for (const listener of listeners.get(event) ?? []) listener(payload as never)
    },
    show: (place) => core.emit('show', place),
    start: () => Promise.resolve({ started: true }),
    wake: () => {},
    stop: () => Promise.resolve(),
  }
  return core
}
