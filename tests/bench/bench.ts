import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build, isStale } from '../../main/build.ts'
import { measureBoard } from './board.ts'
import { measureCalendar } from './calendar.ts'
import { benchData, writeDataFolder } from './data.ts'
import { measureDurable } from './durable.ts'
import { measureEnrolment } from './enrolment.ts'
import { measureImport } from './import.ts'
import { measureProcesses } from './processes.ts'
import { measureRecap } from './recap.ts'
import { measureReminders } from './reminders.ts'
import { table, verdictOf, type Row } from './report.ts'
import { measureScreens } from './screens.ts'
import { measureSearch } from './search.ts'

/*
 * `npm run bench`: the budgets, each against a named reference in the same run; see report.ts for what counts as
 * noise. Ends with an error when a budget is broken. `npm run bench -- durable` (or processes, import, enrolment, reminders, search, board, screens, calendar, recap) runs one part.
 */

const root = join(import.meta.dirname, '../..')
// Beside the build, on the disk that the project lies on: a folder for temporary files may be in memory.
const folder = join(root, 'dist/bench')
const source = join(folder, 'source')
const now = Date.now()
const data = benchData(10_000, now)

const parts: Record<string, () => Promise<Row[]>> = {
  durable: async () => measureDurable(join(folder, 'durable'), source, data),
  processes: async () => measureProcesses(join(folder, 'processes'), source),
  import: async () => measureImport(join(folder, 'import'), now),
  enrolment: async () => measureEnrolment(join(folder, 'enrolment'), source, data),
  reminders: async () => measureReminders(join(folder, 'reminders'), source, data),
  search: async () => measureSearch(join(folder, 'search'), source),
  board: async () => {
    if (isStale()) await build()
    return measureBoard(join(folder, 'board'), source, now)
  },
  screens: async () => {
    if (isStale()) await build()
    return measureScreens(join(folder, 'screens'), source, data)
  },
  calendar: async () => {
    if (isStale()) await build()
    return measureCalendar(join(folder, 'calendar'), now)
  },
  recap: async () => {
    if (isStale()) await build()
    return measureRecap(join(folder, 'recap'))
  },
}
const chosen = process.argv.slice(2)
const unknown = chosen.find((name) => !Object.hasOwn(parts, name))
if (unknown !== undefined) throw new Error(`There is no part "${unknown}"; there are ${Object.keys(parts).join(', ')}.`)

await rm(folder, { recursive: true, force: true })
await mkdir(folder, { recursive: true })
const bytes = await writeDataFolder(source, data, now)
console.log(`${data.leads.length} leads, ${data.touches.length} touches, ${(bytes / 1e6).toFixed(1)} MB of JSON\n`)
const rows: Row[] = []
for (const [name, measure] of Object.entries(parts)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  console.error(`Measuring: ${name}…`)
  rows.push(...(await measure()))
}
await rm(folder, { recursive: true, force: true })

console.log(table(rows))
const broken = rows.filter((row) => verdictOf(row) === 'over')
const close = rows.filter((row) => verdictOf(row) === 'noise')
if (close.length > 0) console.log(`\nOver budget, within noise: ${namesOf(close)}.`)
console.log(broken.length === 0 ? '\nNo budget is broken.' : `\nOver budget: ${namesOf(broken)}.`)
if (broken.length > 0) process.exitCode = 1

function namesOf(some: readonly Row[]): string {
  return some.map((row) => row.name.trim()).join('; ')
}
