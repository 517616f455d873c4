import type { CallOutput } from '../../shared/api.ts'
import type { Clock, Core } from '../core/core.ts'

/** Today as it is now; null while the data is not open. */
export type TodayNow = CallOutput<'getToday'> | null

/** Within how many milliseconds a change shows, so that a burst is drawn once; and how often time itself is looked at. */
const burst = 250
const minute = 60_000

/** Asks for Today at once, after each change and with each minute, and hands it to all who show something of it. */
export function followToday(core: Core, clock: Clock, show: readonly ((today: TodayNow) => void)[]): void {
  let cancel: (() => void) | null = null
  let next = Infinity
  const askWithin = (ms: number) => {
    const at = clock.now() + ms
    if (at >= next) return
    cancel?.()
    next = at
    cancel = clock.after(ms, () => {
      next = Infinity
      askWithin(minute)
      void ask()
    })
  }
  const ask = async () => {
    const reply = await core.call('getToday', {})
    const today = reply.ok ? (reply.data as CallOutput<'getToday'>) : null
    for (const each of show) each(today)
  }
  // A note that is being written changes nothing in Today, and comes letter by letter.
  core.on('changed', ({ command }) => command !== 'saveNoteDraft' && askWithin(burst))
  core.on('settings', () => askWithin(burst))
  askWithin(0)
}
