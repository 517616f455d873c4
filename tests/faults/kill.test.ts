import { spawn } from 'node:child_process'
import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { decodeJournal } from '../../main/core/database/journal.ts'
import { checksumFits } from '../../main/core/database/snapshot.ts'
import { temporaryFolder } from '../support/core.ts'
import { bundleChanges } from './bundle.ts'

const kills = Number(process.env['FOLLOWTHROUGH_KILLS'] ?? 200)
const longestLife = 60

/** Lets the changes run for a random moment, kills them, and returns what was acknowledged until then. */
async function liveAndDie(program: string, dataDir: string, acknowledgedFile: string): Promise<{ checked: boolean; acknowledged: string[]; said: string[] }> {
  const child = spawn(process.execPath, [program, dataDir, acknowledgedFile], { stdio: ['ignore', 'pipe', 'pipe'] })
  const acknowledged: string[] = []
  const said: string[] = []
  let checked = false
  child.stderr.on('data', (text: Buffer) => said.push(text.toString()))
  createInterface(child.stdout).on('line', (line) => {
    if (line === 'checked') {
      checked = true
      setTimeout(() => child.kill('SIGKILL'), Math.random() * longestLife)
    } else if (/^\d+$/.test(line)) {
      acknowledged.push(line)
    } else {
      said.push(line)
    }
  })
  await new Promise((resolve) => child.on('close', resolve))
  return { checked, acknowledged, said }
}

/** The backups that are not whole to the last byte, and the archived lines that do not read to the end. */
async function unreadableFiles(dataDir: string): Promise<string[]> {
  const unreadable: string[] = []
  for (const name of await readdir(join(dataDir, 'backups'))) {
    if (name.endsWith('.tmp')) continue
    const bytes = await readFile(join(dataDir, 'backups', name))
    const { whole, tornBytes } = decodeJournal(bytes)
    if (name.endsWith('.json') ? !checksumFits(bytes) : !whole || tornBytes > 0) unreadable.push(name)
  }
  return unreadable
}

test(`of ${kills} kills at random moments none loses an acknowledged change or leaves a file unreadable`, { timeout: 600_000 }, async () => {
  const program = await bundleChanges(await temporaryFolder())
  const dataDir = await temporaryFolder()
  const acknowledgedFile = join(await temporaryFolder(), 'acknowledged')
  await writeFile(acknowledgedFile, '')
  let changes = 0
  for (let kill = 0; kill < kills; kill += 1) {
    const { checked, acknowledged, said } = await liveAndDie(program, dataDir, acknowledgedFile)
    expect({ kill, checked, said }).toEqual({ kill, checked: true, said: [] })
    expect({ kill, unreadable: await unreadableFiles(dataDir) }).toEqual({ kill, unreadable: [] })
    if (acknowledged.length > 0) await appendFile(acknowledgedFile, `${acknowledged.join('\n')}\n`)
    changes += acknowledged.length
  }
  // The last life's changes are checked by one more start.
  expect((await liveAndDie(program, dataDir, acknowledgedFile)).checked).toBe(true)
  expect(changes).toBeGreaterThan(kills)
})
