import type { SearchResult } from '../../shared/search.ts'
import { call, openCore } from './open-core.ts'

/*
 * `node --expose-gc search-child.ts FOLDER` prints one line of JSON: what the search of the real core takes.
 */

export interface Searched {
  /** From each keystroke to its results (milliseconds), with the index whole. */
  keystrokes: number[]
  /** How long other calls took while the index was made (milliseconds). */
  waits: number[]
  /** From the first search until the index was whole (milliseconds). */
  indexed: number
  /** What the index holds (bytes). */
  held: number
}

/** What is typed, letter by letter: names, a wrong letter, two words, what was written, both, nothing that is there. */
const typed = ['Marek Novák', 'Duarted', 'Okafor Solar', 'ines.42@', 'holidays', 'delivered before spring', 'Ceramics, order 12', 'left a message', 'Marek holidays', 'wqxz', '+1 555 0001']

const core = await openCore(process.argv[2] ?? '')
const before = await memory()
const started = performance.now()
const waits: number[] = []
while (!(await call<SearchResult>(core, 'search', { text: '', limit: 1 })).complete) {
  const asked = performance.now()
  await call(core, 'getCards', { leadIds: [] })
  waits.push(performance.now() - asked)
}
const indexed = performance.now() - started
const held = (await memory()) - before

const keystrokes: number[] = []
for (const text of typed) {
  for (let length = 1; length <= text.length; length += 1) {
    const asked = performance.now()
    const result = await call<SearchResult>(core, 'search', { text: text.slice(0, length), limit: 6 })
    keystrokes.push(performance.now() - asked)
    if (!result.complete) throw new Error('the index is not whole')
  }
}
console.log(JSON.stringify({ keystrokes, waits, indexed, held } satisfies Searched))
await core.stop()

async function memory(): Promise<number> {
  // The second collection takes what the first one's finalizers let go.
  for (let round = 0; round < 2; round += 1) {
    globalThis.gc?.()
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
