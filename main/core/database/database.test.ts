import { appendFile, copyFile, cp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aLead, FakeClock, temporaryFolder, testCore, type TestCore } from '../../../tests/support/core.ts'
import { failingDisk } from '../../../tests/support/disk.ts'
import { errorCode } from './disk.ts'
import { decodeJournal, encodeEntry } from './journal.ts'
import { checksumFits, decodeSnapshot } from './snapshot.ts'

const everything = { limit: null }

async function names(core: TestCore): Promise<string[]> {
  return (await core.call('getBoard', everything)).cards.map((card) => card.name).toSorted()
}

async function filesOf(folder: string): Promise<string[]> {
  return (await readdir(folder)).toSorted()
}

async function copyFolder(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, filter: (path) => !path.endsWith('followthrough.lock') })
}

async function restoreNewest(core: TestCore): Promise<void> {
  const { database } = await core.call('getState', {})
  const [newest] = database.backups
  if (!newest) throw new Error('no backup is offered')
  await core.call('restoreBackup', { file: newest.file })
}

async function damagedFolder(damage: (dataDir: string) => Promise<void>): Promise<string> {
  const core = await testCore()
  await aLead(core, 'Ines Duarte')
  await core.call('makeBackup', {})
  await aLead(core, 'Tom Ferris')
  await core.core.stop()
  const again = await testCore({ dataDir: core.dataDir })
  await aLead(again, 'Sam Okafor')
  const copy = await temporaryFolder()
  await copyFolder(core.dataDir, copy)
  await damage(copy)
  return copy
}

describe('a change', () => {
  test('is on disk as one whole line of the journal when it is acknowledged', async () => {
    const core = await testCore()
    const id = await aLead(core, 'Ines Duarte')
    await core.call('moveLeads', { ids: [id], stageId: 'meeting', before: null })
    const { entries, whole, tornBytes } = decodeJournal(await readFile(join(core.dataDir, 'followthrough.journal')))
    expect({ whole, tornBytes }).toEqual({ whole: true, tornBytes: 0 })
    expect(entries.map(({ command }) => command)).toEqual(['start', 'addLead', 'moveLeads'])
    const changes = entries[2]?.changes
    expect(changes).toHaveLength(1)
    expect(changes?.[0]).toMatchObject({ table: 'leads', id, before: { stageId: 'new' }, after: { stageId: 'meeting' } })
    expect(changes?.[0]?.after).not.toHaveProperty('contactId')
  })

  test('that changes nothing writes nothing and is no step to undo', async () => {
    const core = await testCore()
    const id = await aLead(core, 'Ines Duarte')
    const before = await readFile(join(core.dataDir, 'followthrough.journal'))
    await core.call('editLead', { id, changes: { title: '' } })
    expect(await readFile(join(core.dataDir, 'followthrough.journal'))).toEqual(before)
    expect((await core.call('getState', {})).undo).toBe('addLead')
  })

  test('survives a restart without a proper end', async () => {
    const dataDir = await temporaryFolder()
    const first = await testCore({ dataDir })
    await aLead(first, 'Ines Duarte')
    const copy = await temporaryFolder()
    for (const file of ['followthrough.json', 'followthrough.journal']) await copyFile(join(dataDir, file), join(copy, file))
    const second = await testCore({ dataDir: copy })
    expect(await names(second)).toEqual(['Ines Duarte'])
  })
})

describe('the snapshot', () => {
  test('takes the journal over on a proper end, with a checksum that fits', async () => {
    const core = await testCore()
    await aLead(core, 'Ines Duarte')
    await core.core.stop()
    const bytes = await readFile(join(core.dataDir, 'followthrough.json'))
    expect(checksumFits(bytes)).toBe(true)
    expect(decodeSnapshot(bytes).snapshot.tables['leads']).toHaveLength(1)
    expect(await filesOf(core.dataDir)).toEqual(['backups', 'followthrough.journal', 'followthrough.json'])
  })

  test('loses nothing to changes made while it is written', async () => {
    const core = await testCore()
    for (let index = 0; index < 50; index += 1) await aLead(core, `Lead ${index}`)
    const backup = core.call('makeBackup', {})
    for (let index = 50; index < 100; index += 1) await aLead(core, `Lead ${index}`)
    await backup
    await core.core.stop()
    expect(await names(await testCore({ dataDir: core.dataDir }))).toHaveLength(100)
  })

  test('that was changed by another program is checked record by record and accepted', async () => {
    const core = await testCore()
    await aLead(core, 'Ines Duarte')
    await core.core.stop()
    const path = join(core.dataDir, 'followthrough.json')
    await writeFile(path, (await readFile(path, 'utf8')).replace('Ines Duarte', 'Inês Duarte'))
    const again = await testCore({ dataDir: core.dataDir })
    expect(await names(again)).toEqual(['Inês Duarte'])
    expect((await again.call('getState', {})).notices.map(({ id }) => id)).toEqual(['edited'])
  })
})

describe('a torn last line', () => {
  test.each([1, 20, 200])('of %i bytes is dropped, kept aside and told; all before it is there', async (bytes) => {
    const core = await testCore()
    await aLead(core, 'Ines Duarte')
    const copy = await temporaryFolder()
    for (const file of ['followthrough.json', 'followthrough.journal']) await copyFile(join(core.dataDir, file), join(copy, file))
    const journal = join(copy, 'followthrough.journal')
    const whole = await readFile(journal)
    await appendFile(journal, whole.subarray(0, bytes))
    const again = await testCore({ dataDir: copy })
    expect(await names(again)).toEqual(['Ines Duarte'])
    expect((await again.call('getState', {})).notices.map(({ id }) => id)).toEqual(['torn'])
    expect((await filesOf(copy)).filter((file) => file.includes('.torn-'))).toHaveLength(1)
    await aLead(again, 'Tom Ferris')
    expect(decodeJournal(await readFile(journal)).whole).toBe(true)
  })
})

describe('damage', () => {
  test.each([
    ['overwritten', async (dir: string) => writeFile(join(dir, 'followthrough.json'), 'garbage')],
    ['emptied', async (dir: string) => truncate(join(dir, 'followthrough.json'), 0)],
    ['cut in half', async (dir: string) => truncate(join(dir, 'followthrough.json'), 700)],
    ['deleted', async (dir: string) => rm(join(dir, 'followthrough.json'))],
  ])('of a snapshot that was %s is told, opens nothing, and the newest backup with all later lines brings everything back', async (_how, damage) => {
    const dataDir = await damagedFolder(damage)
    const core = await testCore({ dataDir })
    const state = await core.call('getState', {})
    expect(state.database.status).toBe('damaged')
    expect(state.database.message).toMatch(/Choose a backup/)
    expect(await core.ask('getBoard', everything)).toMatchObject({ ok: false, error: { code: 'database-unavailable' } })
    await restoreNewest(core)
    expect(await names(core)).toEqual(['Ines Duarte', 'Sam Okafor', 'Tom Ferris'])
    await aLead(core, 'After')
    await core.core.stop()
    expect(await names(await testCore({ dataDir }))).toEqual(['After', 'Ines Duarte', 'Sam Okafor', 'Tom Ferris'])
  })

  test('of the snapshot on the first day loses nothing either', async () => {
    const core = await testCore()
    await aLead(core, 'Ines Duarte')
    const copy = await temporaryFolder()
    await copyFolder(core.dataDir, copy)
    await writeFile(join(copy, 'followthrough.json'), '')
    const again = await testCore({ dataDir: copy })
    await restoreNewest(again)
    expect(await names(again)).toEqual(['Ines Duarte'])
    expect((await filesOf(copy)).filter((file) => file.includes('.damaged-'))).toHaveLength(2)
  })

  test('of a line in the middle of the journal is told, and what stands before it comes back', async () => {
    const core = await testCore()
    for (const name of ['Ines Duarte', 'Tom Ferris', 'Sam Okafor']) await aLead(core, name)
    const copy = await temporaryFolder()
    await copyFolder(core.dataDir, copy)
    const journal = join(copy, 'followthrough.journal')
    await writeFile(journal, (await readFile(journal, 'utf8')).replace('Tom Ferris', 'Tom Ferrix'))
    const again = await testCore({ dataDir: copy })
    expect((await again.call('getState', {})).database.status).toBe('damaged')
    await restoreNewest(again)
    expect(await names(again)).toEqual(['Ines Duarte'])
    expect((await filesOf(copy)).some((file) => file.startsWith('followthrough.journal.damaged-'))).toBe(true)
  })

  test('by a line of another database that follows on in number is told, and what stands before it comes back', async () => {
    const core = await testCore()
    await aLead(core, 'Ines Duarte')
    const other = await testCore()
    await other.call('moveLeads', { ids: [await aLead(other, 'Tom Ferris')], stageId: 'meeting', before: null })
    const copy = await temporaryFolder()
    await copyFolder(core.dataDir, copy)
    const [own, foreign] = await Promise.all([core, other].map(async ({ dataDir }) => decodeJournal(await readFile(join(dataDir, 'followthrough.journal'))).entries))
    const following = foreign?.find(({ sequence }) => sequence === (own?.length ?? 0) + 1)
    await writeFile(join(copy, 'followthrough.journal'), Buffer.concat([...(own ?? []), ...(following ? [following] : [])].map(encodeEntry)))
    const again = await testCore({ dataDir: copy })
    expect((await again.call('getState', {})).database.status).toBe('damaged')
    await restoreNewest(again)
    expect(await names(again)).toEqual(['Ines Duarte'])
  })

  test('with no backup beside it says so and starts nothing empty', async () => {
    const dataDir = await temporaryFolder()
    await writeFile(join(dataDir, 'followthrough.json'), '{"format":"followthr')
    const core = await testCore({ dataDir })
    const { database } = await core.call('getState', {})
    expect(database).toMatchObject({ status: 'damaged', backups: [] })
    expect(database.message).toMatch(/Nothing was overwritten/)
    await core.core.stop()
    expect(await readFile(join(dataDir, 'followthrough.json'), 'utf8')).toBe('{"format":"followthr')
  })
})

describe('a file from a newer version', () => {
  test('is refused with a sentence and not touched', async () => {
    const core = await testCore()
    await aLead(core, 'Ines Duarte')
    await core.core.stop()
    const path = join(core.dataDir, 'followthrough.json')
    const newer = (await readFile(path, 'utf8')).replace(/"version":\d+/, '"version":999')
    await writeFile(path, newer)
    const again = await testCore({ dataDir: core.dataDir })
    expect((await again.call('getState', {})).database).toMatchObject({ status: 'newer', message: expect.stringMatching(/newer version/) as unknown })
    expect(await again.ask('addSample', {})).toMatchObject({ ok: false, error: { code: 'database-unavailable' } })
    await again.core.stop()
    expect(await readFile(path, 'utf8')).toBe(newer)
  })
})

describe('a disk that refuses', () => {
  test.each([0, 1, 100])('as full after %i bytes takes the change back whole, says so, and goes on once there is room', async (bytes) => {
    const faults = failingDisk('ENOSPC')
    const core = await testCore({ disk: faults.disk })
    await aLead(core, 'Ines Duarte')
    faults.failAfter(bytes)
    const reply = await core.ask('addLead', { contact: { name: 'Tom Ferris' }, contactId: null, lead: {}, stageId: null, next: null })
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-saved', message: expect.stringMatching(/disk is full/) as unknown } })
    expect(await names(core)).toEqual(['Ines Duarte'])
    faults.heal()
    await aLead(core, 'Sam Okafor')
    await core.core.stop()
    expect(await names(await testCore({ dataDir: core.dataDir }))).toEqual(['Ines Duarte', 'Sam Okafor'])
  })

  test('while the snapshot is written keeps the old one and every line', async () => {
    const faults = failingDisk('ENOSPC')
    const core = await testCore({ disk: faults.disk })
    await aLead(core, 'Ines Duarte')
    faults.failAfter(100)
    await core.core.stop()
    expect(await names(await testCore({ dataDir: core.dataDir }))).toEqual(['Ines Duarte'])
  })

  test('an undo leaves the step to be undone later', async () => {
    const faults = failingDisk('EIO')
    const core = await testCore({ disk: faults.disk })
    await aLead(core, 'Ines Duarte')
    faults.failAfter(0)
    expect(await core.ask('undo', { transaction: null })).toMatchObject({ ok: false, error: { code: 'not-saved' } })
    faults.heal()
    await core.call('undo', { transaction: null })
    expect(await names(core)).toEqual([])
  })
})

describe('a data folder', () => {
  test('that is in use is refused, and the one who uses it hears of it', async () => {
    const first = await testCore()
    const heard: string[] = []
    first.core.on('show', ({ place }) => heard.push(place))
    const second = await testCore({ dataDir: first.dataDir, start: false })
    expect(await second.core.start()).toMatchObject({ started: false, reason: 'elsewhere', message: expect.stringMatching(/already running/) as unknown })
    expect(heard).toEqual(['window'])
    await first.core.stop()
    expect(await second.core.start()).toEqual({ started: true })
  })

  test('where the way to it is a file is refused with a sentence', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'file'), '')
    const core = await testCore({ dataDir: join(folder, 'file', 'data'), start: false })
    expect(await core.core.start()).toMatchObject({ started: false, message: expect.stringMatching(/could not be opened/) as unknown })
  })

  test('can be taken at once after the process that held it was killed', async () => {
    const dataDir = await temporaryFolder()
    const core = await testCore({ dataDir })
    await core.core.stop()
    // What a killed process leaves: a socket's name that nobody listens to.
    await writeFile(join(dataDir, 'followthrough.lock'), '')
    await testCore({ dataDir, clock: new FakeClock('2026-11-23T09:00:00Z') })
  })
})

describe('a backup', () => {
  test('is gone back to exactly, and what was there before is kept as a backup itself', async () => {
    const core = await testCore()
    await aLead(core, 'Ines Duarte')
    const backup = await core.call('makeBackup', {})
    expect(backup).toMatchObject({ leads: 1, contacts: 1 })
    core.clock.jump('2026-11-23T10:00:00Z')
    await aLead(core, 'Tom Ferris')
    await core.call('restoreBackup', { file: backup.file })
    expect(await names(core)).toEqual(['Ines Duarte'])
    await aLead(core, 'Sam Okafor')
    await core.core.stop()
    const again = await testCore({ dataDir: core.dataDir })
    expect(await names(again)).toEqual(['Ines Duarte', 'Sam Okafor'])
    const before = (await again.call('listBackups', {})).find(({ leads }) => leads === 2)
    if (!before) throw new Error('the state before going back is not among the backups')
    await again.call('restoreBackup', { file: before.file })
    expect(await names(again)).toContain('Tom Ferris')
  })

  test.each(['../followthrough.json', 'followthrough.json', 'nothing.json', ''])('named %j is refused', async (file) => {
    const core = await testCore()
    expect(await core.ask('restoreBackup', { file })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })
})

test('the system code of an error that has none is empty', () => {
  expect(errorCode(new Error('plain'))).toBe('')
})
