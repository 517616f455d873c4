import { spawn } from 'node:child_process'
import { copyFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Measured, Task } from './child.ts'
import { median, milliseconds, type Row } from './report.ts'

/*
 * Memory and opening time, each figure from processes of their own, so that nothing of one is left in the other.
 */

const changes = 200
/** lowdb writes its whole file at each change; a few show what it holds on to. */
const lowdbChanges = 5
const rounds = 5

/**
 * The memory of a process that has the database open and made 200 changes, and how long opening it takes: against a
 * process that only reads and parses the same bytes. Heap and external memory after a garbage collection.
 */
export async function measureProcesses(folder: string, source: string): Promise<Row[]> {
  const runs: Record<Task, Measured[]> = { parse: [], core: [], lowdb: [] }
  for (let round = 0; round < rounds; round += 1) {
    runs.parse.push(await runChild(folder, source, 'parse', 0))
    runs.core.push(await runChild(folder, source, 'core', changes))
  }
  runs.lowdb.push(await runChild(folder, source, 'lowdb', lowdbChanges))
  const held = (task: Task) => median(runs[task].map((run) => run.held))
  const opened = (task: Task) => median(runs[task].map((run) => run.opened))
  const resident = (task: Task) => `${task} ${Math.round(median(runs[task].map((run) => run.resident)) / 1e6)} MB`
  const heap = (task: Task) => `${task} ${Math.round(held(task) / 1e6)} MB`
  return [
    { name: `memory after ${changes} changes / parsed data alone`, value: held('core') / held('parse'), unit: '×', budget: { most: 1.2 }, from: `${heap('core')}, ${heap('parse')}; resident ${resident('core')}, ${resident('parse')}` },
    { name: 'lowdb whole-file memory / parsed data alone', value: held('lowdb') / held('parse'), unit: '×', from: `${heap('lowdb')}; resident ${resident('lowdb')}` },
    { name: 'open and first query / read + JSON.parse', value: opened('core') / opened('parse'), unit: '×', budget: { most: 2 }, from: `core ${milliseconds(opened('core'))}, parse ${milliseconds(opened('parse'))}` },
  ]
}

async function runChild(folder: string, source: string, task: Task, count: number): Promise<Measured> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await copyFile(join(source, 'followthrough.json'), join(folder, 'followthrough.json'))
  const child = spawn(process.execPath, ['--expose-gc', join(import.meta.dirname, 'child.ts'), task, folder, String(count)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  for await (const chunk of child.stdout.setEncoding('utf8')) output += String(chunk)
  return JSON.parse(output) as Measured
}
