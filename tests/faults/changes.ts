import { readFileSync } from 'node:fs'
import type { Reply, Board } from '../../shared/api.ts'
import { defaultSettings } from '../../shared/settings.ts'
import { systemClock } from '../../main/core/clock.ts'
import { createCore } from '../../main/core/core.ts'

/*
 * Makes changes in a data folder as fast as the disk takes them, until it is killed. Before the first one it checks
 * that every change acknowledged to its forerunners is there. One change is two calls: a new lead, and an edit of the
 * lead before it. Printed: `checked` once, then `<number>` for each acknowledged change.
 *
 *   node changes.ts <data folder> <file of acknowledged numbers>
 */
const [dataDir = '', acknowledgedFile = ''] = process.argv.slice(2)
const core = createCore({
  dataDir,
  settings: { get: () => defaultSettings, change: () => defaultSettings },
  clock: systemClock,
  notify: () => undefined,
  log: { info: () => undefined, error: (message, error) => console.error(message, error) },
  version: '0.0.0-test',
  shell: 'browser',
})

function fail(why: string): never {
  console.log(`FAILED ${why}`)
  process.exit(1)
}

async function call(name: string, input: unknown): Promise<unknown> {
  const reply: Reply<unknown> = await core.call(name, input)
  return reply.ok ? reply.data : fail(`${name}: ${reply.error.message}`)
}

const started = await core.start()
if (!started.started) fail(started.message)
const state = (await call('getState', {})) as { database: { status: string; message: string } }
if (state.database.status !== 'open') fail(state.database.message)

const { cards } = (await call('getBoard', { limit: null })) as Board
const leads = new Map(cards.map((card) => [Number(card.title), card]))
const acknowledged = readFileSync(acknowledgedFile, 'utf8').split('\n').filter(Boolean).map(Number)
for (const number of acknowledged) {
  if (!leads.has(number)) fail(`lead ${number} is missing`)
  const previous = leads.get(number - 1)
  if (previous && previous.source !== `edited by ${number}`) fail(`the edit ${number} is missing`)
}
console.log('checked')

let number = Math.max(0, ...leads.keys()) + 1
let previousId = leads.get(number - 1)?.id
for (;;) {
  const added = (await call('addLead', {
    contact: { name: `Person ${number}` },
    contactId: null,
    lead: { title: String(number) },
    stageId: null,
    next: null,
  })) as { leadId: string }
  if (previousId !== undefined) await call('editLead', { id: previousId, changes: { source: `edited by ${number}` } })
  console.log(number)
  // Snapshots are written all along, so that the kill finds every step of one.
  if (number % 5 === 0) void core.call('makeBackup', {})
  previousId = added.leadId
  number += 1
}
