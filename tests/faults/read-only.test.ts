import { spawnSync } from 'node:child_process'
import { constants } from 'node:fs'
import { chmod, copyFile, cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/core.ts'
import { bundleChanges } from './bundle.ts'

/** Somebody without rights: for root, whom no folder refuses, the program has to run as another user. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

test.skipIf(process.platform === 'win32')('a data folder that may not be written to is told in a sentence, and nothing in it is touched (not on Windows)', async () => {
  const root = await temporaryFolder()
  const programs = join(root, 'program')
  const program = await bundleChanges(programs)
  const dataDir = join(root, 'data')
  const acknowledged = join(root, 'acknowledged')
  await cp(join(import.meta.dirname, '../fixtures/versions/1'), dataDir, { recursive: true })
  const files = await readdir(dataDir)
  const before = await Promise.all(files.map(async (file) => readFile(join(dataDir, file), 'utf8')))
  for (const file of files) await chmod(join(dataDir, file), 0o444)
  await writeFile(acknowledged, '')
  // Node itself may lie where that user cannot go.
  const node = join(programs, 'node')
  await copyFile(process.execPath, node, constants.COPYFILE_FICLONE)
  for (const path of [root, programs, node]) await chmod(path, 0o755)
  await chmod(dataDir, 0o555)
  const { stdout, status } = spawnSync(node, [program, dataDir, acknowledged], { encoding: 'utf8', ...nobody })
  await chmod(dataDir, 0o755)
  expect(stdout).toBe(`FAILED Followthrough may not write to its data folder ${dataDir}, so nothing can be saved there. Your data was not touched. Allow writing to that folder, or start with another one.\n`)
  expect(status).toBe(1)
  expect(await readdir(dataDir)).toEqual(files)
  expect(await Promise.all(files.map(async (file) => readFile(join(dataDir, file), 'utf8')))).toEqual(before)
})
