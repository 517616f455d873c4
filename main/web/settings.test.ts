import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../tests/support/core.ts'
import { defaultSettings } from '../../shared/settings.ts'
import { openSettings } from './settings.ts'

const silent = { info: () => undefined, error: () => undefined }

test('a first start has the defaults and writes nothing', async () => {
  const dataDir = join(await temporaryFolder(), 'data')
  expect(openSettings(dataDir, silent).get()).toEqual(defaultSettings)
})

test('a change is there at the next start', async () => {
  const dataDir = await temporaryFolder()
  expect(openSettings(dataDir, silent).change({ theme: 'dark', name: 'Robin' })).toMatchObject({ theme: 'dark', name: 'Robin' })
  expect(openSettings(dataDir, silent).get()).toEqual({ ...defaultSettings, theme: 'dark', name: 'Robin' })
})

test('a setting that is not valid counts as its default, and the others are kept', async () => {
  const dataDir = await temporaryFolder()
  await writeFile(join(dataDir, 'settings.json'), '{"theme":"plaid","name":"Robin","unheardOf":true}')
  expect(openSettings(dataDir, silent).get()).toEqual({ ...defaultSettings, name: 'Robin' })
})

test('a damaged file is set aside, and the defaults go on', async () => {
  const dataDir = await temporaryFolder()
  await writeFile(join(dataDir, 'settings.json'), '{"theme":"dark","na')
  const store = openSettings(dataDir, silent)
  expect(store.get()).toEqual(defaultSettings)
  store.change({ name: 'Robin' })
  expect(await readdir(dataDir)).toEqual(expect.arrayContaining(['settings.json', 'settings.json.damaged']))
  expect(await readFile(join(dataDir, 'settings.json.damaged'), 'utf8')).toBe('{"theme":"dark","na')
  expect(openSettings(dataDir, silent).get().name).toBe('Robin')
})

test('a change that cannot be written is refused and not pretended', async () => {
  const dataDir = await temporaryFolder()
  await mkdir(join(dataDir, 'settings.json'))
  const store = openSettings(dataDir, silent)
  expect(() => store.change({ name: 'Robin' })).toThrow()
  expect(store.get()).toEqual(defaultSettings)
})
