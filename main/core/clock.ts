import type { Clock } from './host.ts'

/** The longest delay a Node timer takes; a longer one would fire at once. */
const longestTimer = 2 ** 31 - 1

/** The computer's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  zone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
  after: (ms, callback) => {
    const end = Date.now() + ms
    let timer = setTimeout(tick, Math.min(ms, longestTimer))
    function tick() {
      const rest = end - Date.now()
      // A delay over 24.8 days is waited for in pieces.
      if (ms > longestTimer && rest > 0) timer = setTimeout(tick, Math.min(rest, longestTimer))
      else void callback()
    }
    return () => clearTimeout(timer)
  },
}
