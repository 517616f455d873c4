import { spawn } from 'node:child_process'
import { copyFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Searched } from './search-child.ts'
import { milliseconds, percentile, spreadOf, type Row } from './report.ts'

/**
 * Any keystroke in the search until its results, over everything that was written at 10,000 leads, in a process of its
 * own; and how long another call waits at most while the index is made.
 */
export async function measureSearch(folder: string, source: string): Promise<Row[]> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await copyFile(join(source, 'followthrough.json'), join(folder, 'followthrough.json'))
  const child = spawn(process.execPath, ['--expose-gc', join(import.meta.dirname, 'search-child.ts'), folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  for await (const chunk of child.stdout.setEncoding('utf8')) output += String(chunk)
  const { keystrokes, waits, indexed, held } = JSON.parse(output) as Searched
  return [
    { name: 'keystroke in search → results, p95', value: percentile(keystrokes, 0.95), unit: 'ms', budget: { most: 50 }, from: spreadOf(`${keystrokes.length} keystrokes`, keystrokes) },
    { name: 'a call while the index is made, p95', value: percentile(waits, 0.95), unit: 'ms', budget: { most: 50 }, from: `${spreadOf(`${waits.length} calls`, waits)}, worst ${milliseconds(Math.max(...waits))}` },
    { name: '  the index whole', value: indexed, unit: 'ms', from: `from the first search on; it holds ${(held / 1e6).toFixed(0)} MB` },
  ]
}
