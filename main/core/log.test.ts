import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { temporaryFolder } from '../../tests/support/core.ts'
import { createLog } from './log.ts'

beforeEach(() => void vi.spyOn(process.stderr, 'write').mockReturnValue(true))
afterEach(() => void vi.restoreAllMocks())

test('what went on is in the data folder, with the time and the stack of an error', async () => {
  const dataDir = join(await temporaryFolder(), 'data')
  const log = createLog(dataDir)
  log.info('started')
  log.error('moveLead failed', new Error('why'))
  const text = await readFile(join(dataDir, 'followthrough.log'), 'utf8')
  expect(text).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z info started\n.* error moveLead failed: Error: why\n +at /)
})

test('a log that has grown large makes room, and keeps what it had once', async () => {
  const dataDir = await temporaryFolder()
  const file = join(dataDir, 'followthrough.log')
  await writeFile(file, 'x'.repeat(1_000_001))
  createLog(dataDir).info('started')
  expect((await stat(file)).size).toBeLessThan(100)
  expect((await stat(`${file}.old`)).size).toBe(1_000_001)
})

test('a folder that cannot be written to costs the file, not the app', async () => {
  const file = join(await temporaryFolder(), 'a-file')
  await writeFile(file, '')
  expect(() => createLog(join(file, 'data')).info('started')).not.toThrow()
})
