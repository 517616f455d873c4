import { copyFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder, testCore } from '../../../tests/support/core.ts'
import { currentVersion, migrate, steps } from './migrations.ts'

const versions = join(import.meta.dirname, '../../../tests/fixtures/versions')

describe('a data folder written by', () => {
  test.each(Array.from({ length: currentVersion }, (_, index) => index + 1))('version %i opens with everything in it, its journal too', async (version) => {
    const dataDir = await temporaryFolder()
    for (const file of await readdir(join(versions, String(version)))) await copyFile(join(versions, String(version), file), join(dataDir, file))
    const core = await testCore({ dataDir })
    const { cards } = await core.call('getBoard', { limit: null })
    const facts = cards.map(({ name, stageId, next, value }) => ({ name, stageId, next: next?.due, value: value?.amount }))
    expect(facts.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      { name: 'Ines Duarte', stageId: 'contacted', next: { date: '2026-11-24', time: '09:00', zone: 'Europe/Lisbon' }, value: 12000 },
      { name: 'Tom Ferris', stageId: 'meeting', next: { date: '2026-11-30', time: '15:00', zone: 'Europe/Berlin' }, value: 12000 },
    ])
    const [summary] = await core.call('getRecaps', {})
    const { recap } = await core.call('getRecap', { id: summary?.id ?? '' })
    expect(recap).toMatchObject({ subject: 'Our talk', problems: ['Dye lots vary'], mine: [{ what: 'Send samples', by: '2026-11-25' }] })
  })
})

describe('migrating', () => {
  const rename = (tables: Record<string, readonly Record<string, unknown>[]>) => ({ people: tables['contacts'] ?? [] })
  const count = (tables: Record<string, readonly Record<string, unknown>[]>) => ({ ...tables, total: [{ id: String(tables['people']?.length) }] })

  test('takes one step after the other', () => {
    const snapshot = { version: 1, tables: { contacts: [{ id: 'a' }] } }
    expect(migrate(snapshot, 3, { 1: rename, 2: count })).toEqual({ people: [{ id: 'a' }], total: [{ id: '1' }] })
    expect(migrate(snapshot, 1, {})).toEqual(snapshot.tables)
  })

  test('refuses to skip a version', () => {
    expect(() => migrate({ version: 1, tables: {} }, 3, { 1: rename })).toThrow('no step from version 2')
  })

  test('has a step for each version before the current one', () => {
    expect(Object.keys(steps)).toEqual(Array.from({ length: currentVersion - 1 }, (_, index) => String(index + 1)))
  })
})
