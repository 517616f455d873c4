import { copyFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Reminders } from '../../main/core/reminders.ts'
import { Database } from '../../main/core/database/database.ts'
import type { JournalEntry } from '../../main/core/database/journal.ts'
import type { Reader } from '../../main/core/database/store.ts'
import { systemClock } from '../../main/core/clock.ts'
import { localDateAt } from '../../shared/dates.ts'
import { defaultSettings } from '../../shared/settings.ts'
import type { BenchData } from './data.ts'
import { openCore } from './open-core.ts'
import { median, percentile, type Row } from './report.ts'

const changes = 300
const idleSeconds = 60

/** What reminders cost the main process: at each change of a touch, and while nothing happens. */
export async function measureReminders(folder: string, source: string, data: BenchData): Promise<Row[]> {
  const times = await rearmTimes(await copyOf(folder, source), data)
  const idle = await idleShare(await copyOf(folder, source))
  return [
    { name: 'reminders armed again after a change', value: percentile(times, 0.95), unit: 'ms', budget: { most: 1 }, from: `p95 of ${times.length}, median ${median(times).toFixed(3)} ms` },
    { name: 'processor of the idle main process, in percent of one core', value: idle * 100, unit: '', budget: { most: 0.5 }, from: `over ${idleSeconds} s, ${data.touches.length} touches` },
  ]
}

async function copyOf(folder: string, source: string): Promise<string> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await copyFile(join(source, 'followthrough.json'), join(folder, 'followthrough.json'))
  return folder
}

/** How long the reminders take over each transaction that moves a touch to a near day, without the transaction itself. */
async function rearmTimes(folder: string, data: BenchData): Promise<number[]> {
  const times: number[] = []
  const log = { info: () => undefined, error: (message: string, error?: unknown) => console.error(message, error) }
  const noteChange = (entry: JournalEntry, reader: Reader) => {
    const started = performance.now()
    reminders.noteChange(entry, reader)
    times.push(performance.now() - started)
  }
  const database = new Database({ root: folder, clock: systemClock, log, onCommit: noteChange })
  await database.open()
  const now = Date.now()
  const today = localDateAt(now, 'UTC')
  const settings = { ...defaultSettings, zone: 'UTC' }
  const reminders = new Reminders({
    database,
    clock: systemClock,
    log,
    settings: { get: () => settings, change: () => settings },
    context: () => ({ now, zone: 'UTC', today, settings, newId: () => '' }),
    give: () => undefined,
    beginDay: async () => undefined,
    over: () => undefined,
  })
  await reminders.start()
  times.length = 0
  for (const { id } of data.touches.filter(({ state }) => state === 'due').slice(0, changes)) {
    await database.transact('editTouch', true, (transaction) => transaction.change('touches', id, { due: { date: today, time: '23:59', zone: 'UTC' } }))
  }
  reminders.stop()
  await database.close()
  return times
}

/** The part of one core that an open core takes while nobody asks anything of it. */
async function idleShare(folder: string): Promise<number> {
  const core = await openCore(folder)
  // What a start leaves to be done afterwards is no idling.
  await pause(5000)
  const started = performance.now()
  const before = process.cpuUsage()
  await pause(idleSeconds * 1000)
  const { user, system } = process.cpuUsage(before)
  const share = (user + system) / 1000 / (performance.now() - started)
  await core.stop()
  return share
}
