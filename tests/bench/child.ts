import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import type { Lead } from '../../shared/lead.ts'
import { call, openCore } from './open-core.ts'

/*
 * What is measured in a process of its own: `node --expose-gc child.ts TASK FOLDER CHANGES` prints one line of JSON.
 */

/** What a child tells: how long opening took (milliseconds), and its memory at the end (bytes). */
export interface Measured {
  opened: number
  held: number
  resident: number
}

export type Task = 'parse' | 'core' | 'lowdb'

interface Opened {
  /** Makes the change with this number. */
  change(number: number): Promise<void>
  close(): Promise<void>
}

const [task, folder = '', changes = '0'] = process.argv.slice(2)
const tasks: Record<Task, () => Promise<Opened>> = { parse, core, lowdb }
const started = performance.now()
const opened = await tasks[task as Task]()
const openedAfter = performance.now() - started
for (let number = 0; number < Number(changes); number += 1) await opened.change(number)
// The second collection takes what the first one's finalizers let go.
for (let round = 0; round < 2; round += 1) {
  globalThis.gc?.()
  await new Promise((resolve) => setTimeout(resolve, 50))
}
const { heapUsed, external, rss } = process.memoryUsage()
console.log(JSON.stringify({ opened: openedAfter, held: heapUsed + external, resident: rss } satisfies Measured))
await opened.close()

/** The reference: the bytes read and parsed, and nothing else. */
async function parse(): Promise<Opened> {
  const data: unknown = JSON.parse(await readFile(join(folder, 'followthrough.json'), 'utf8'))
  return {
    change: () => Promise.reject(new Error('the parsed data is only read')),
    async close() {
      // Naming it here keeps it in memory until here.
      if (data === null) throw new Error('nothing was parsed')
    },
  }
}

/** The real core: opened, and it has answered its first query. */
async function core(): Promise<Opened> {
  const running = await openCore(folder)
  await call(running, 'getCards', { leadIds: [] })
  const { cards } = await call<{ cards: { id: string }[] }>(running, 'getBoard', { limit: 50 })
  return {
    async change(number) {
      await call(running, 'editLead', { id: cards[number % cards.length]?.id, changes: { title: `Changed ${number}` } })
    },
    close: () => running.stop(),
  }
}

/** lowdb as it is used everywhere: the whole file is written at each change. */
async function lowdb(): Promise<Opened> {
  const low = new Low<{ tables: { leads: Lead[] } }>(new JSONFile(join(folder, 'followthrough.json')), { tables: { leads: [] } })
  await low.read()
  return {
    async change(number) {
      const lead = low.data.tables.leads[number]
      if (lead) lead.title = `Changed ${number}`
      await low.write()
    },
    close: () => Promise.resolve(),
  }
}
