import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aLead, temporaryFolder, testCore, type TestCore } from '../support/core.ts'
import { CountedDisk } from '../support/disk.ts'

/** What the person was told. */
class Ledger {
  acknowledged: string[] = []
  /** The backups that the person was told are made. */
  readonly backups: string[] = []

  /** Asks for something that, when it is done, leaves these names; whether it was done is up to the disk. */
  async ask(after: string[], call: () => Promise<{ ok: boolean }>): Promise<void> {
    const { ok } = await call()
    // A refusal is an answer too: the change is not there. Only a cut leaves it open.
    if (ok) this.acknowledged = after
  }
}

async function names(core: TestCore): Promise<string[]> {
  return (await core.call('getBoard', { limit: null })).cards.map((card) => card.name).toSorted()
}

async function add(core: TestCore, ledger: Ledger, name: string): Promise<void> {
  const input = { contact: { name }, contactId: null, lead: {}, stageId: null, next: null }
  await ledger.ask([...ledger.acknowledged, name].toSorted(), async () => core.ask('addLead', input))
}

async function backUp(core: TestCore, ledger: Ledger): Promise<string | null> {
  const reply = await core.ask('makeBackup', {})
  if (!reply.ok) return null
  ledger.backups.push(reply.data.file)
  return reply.data.file
}

/** A day's work in which the database does everything it does to a disk. */
async function aDay(core: TestCore, ledger: Ledger): Promise<void> {
  if (!(await core.core.start()).started) return
  await add(core, ledger, 'A')
  const backup = await backUp(core, ledger)
  const atBackup = ledger.acknowledged
  core.clock.jump('2026-11-23T09:00:00Z')
  await add(core, ledger, 'B')
  await backUp(core, ledger)
  core.clock.jump('2026-11-23T10:00:00Z')
  await add(core, ledger, 'C')
  if (backup) await ledger.ask(atBackup, async () => core.ask('restoreBackup', { file: backup }))
  await add(core, ledger, 'D')
  await core.core.stop()
}

/** Opens what is left with a sound disk; where it was damaged before, goes back to the newest backup as a person would. */
async function recovered(dataDir: string, isDamaged = false): Promise<string[]> {
  const core = await testCore({ dataDir })
  const { database } = await core.call('getState', {})
  if (!isDamaged) expect(database.status).toBe('open')
  else if (database.status === 'damaged') await core.call('restoreBackup', { file: database.backups[0]?.file ?? 'no backup is offered' })
  const found = await names(core)
  // It goes on from there as from anywhere.
  await aLead(core, 'Later')
  await core.core.stop()
  expect(await names(await testCore({ dataDir }))).toEqual([...found, 'Later'].toSorted())
  return found
}

describe('whatever the step of the disk at which it happens,', () => {
  test('a power cut leaves every acknowledged change, and nothing damaged', { timeout: 300_000 }, async () => {
    for (let step = 1, finished = false; !finished; step += 1) {
      const dataDir = await temporaryFolder()
      await mkdir(join(dataDir, 'backups'))
      const disk = new CountedDisk(dataDir)
      disk.cutAt(step)
      const core = await testCore({ dataDir, disk, start: false })
      const ledger = new Ledger()
      // What is asked for after the cut is refused by a disk that is no longer there; what counts is until then.
      const until = { acknowledged: [] as string[][] }
      await aDay(core, watching(ledger, disk, until))
      finished = !disk.isCut
      if (finished) break
      for (const arrived of [nothing, everything, everyOther()]) {
        const left = await temporaryFolder()
        await disk.leftAfterCut(left, arrived)
        const backups = await readdir(join(left, 'backups'))
        expect({ step, backups }).toEqual({ step, backups: expect.arrayContaining(ledger.backups) as unknown })
        expect({ step, allowed: until.acknowledged }).toEqual({ step, allowed: expect.arrayContaining([await recovered(left)]) as unknown })
      }
    }
  })

  test('a refusal loses nothing that is acknowledged, then or at the next start', { timeout: 300_000 }, async () => {
    for (let step = 1, finished = false; !finished; step += 1) {
      const dataDir = await temporaryFolder()
      await mkdir(join(dataDir, 'backups'))
      const disk = new CountedDisk(dataDir)
      disk.failAt(step)
      const core = await testCore({ dataDir, disk, start: false })
      const ledger = new Ledger()
      await aDay(core, ledger)
      finished = disk.steps < step
      expect({ step, found: await recovered(dataDir) }).toEqual({ step, found: ledger.acknowledged })
    }
  })

  test.each([
    ['has lost its last bytes', (bytes: Buffer) => bytes.subarray(0, bytes.length - 5)],
    ['has one byte flipped', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 900), Buffer.from([bytes[900]! ^ 1]), bytes.subarray(901)])],
    ['is empty', () => Buffer.alloc(0)],
  ])('a power cut while going back from a snapshot that %s can be recovered from again, with every line', { timeout: 300_000 }, async (_how, damage) => {
    const damaged = await damagedFolder(damage)
    for (let step = 1, finished = false; !finished; step += 1) {
      const dataDir = await temporaryFolder()
      await cp(damaged, dataDir, { recursive: true })
      const disk = new CountedDisk(dataDir)
      disk.cutAt(step)
      const core = await testCore({ dataDir, disk, start: false })
      await core.core.start()
      const state = await core.call('getState', {})
      const [newest] = state.database.backups
      if (newest) await core.ask('restoreBackup', { file: newest.file })
      await core.core.stop()
      finished = !disk.isCut
      const left = await temporaryFolder()
      await disk.leftAfterCut(left)
      expect({ step, found: await recovered(left, true) }).toEqual({ step, found: ['A', 'B', 'C'] })
    }
  })
})

/** Which sectors came to the disk of what no sync had asked for before the cut. */
const nothing = () => false
const everything = () => true
function everyOther(): () => boolean {
  let arrived = false
  return () => (arrived = !arrived)
}

/** The same ledger, which also notes what may be found at the moment of the cut. */
function watching(ledger: Ledger, disk: CountedDisk, until: { acknowledged: string[][] }): Ledger {
  const ask = ledger.ask.bind(ledger)
  until.acknowledged = [[]]
  ledger.ask = async (after, call) => {
    if (disk.isCut) return
    const before = ledger.acknowledged
    until.acknowledged = [before, after]
    await ask(after, call)
    if (!disk.isCut) until.acknowledged = [ledger.acknowledged]
  }
  return ledger
}

/** Three leads, of which the snapshot in use, a backup and the journal each have a part; then the snapshot is damaged. */
async function damagedFolder(damage: (bytes: Buffer) => Buffer): Promise<string> {
  const dataDir = await temporaryFolder()
  const core = await testCore({ dataDir })
  await aLead(core, 'A')
  await core.call('makeBackup', {})
  core.clock.jump('2026-11-23T09:00:00Z')
  await aLead(core, 'B')
  await core.core.stop()
  const again = await testCore({ dataDir, clock: core.clock })
  await aLead(again, 'C')
  const copy = await temporaryFolder()
  await cp(dataDir, copy, { recursive: true, filter: (path) => !path.endsWith('followthrough.lock') })
  const snapshot = join(copy, 'followthrough.json')
  await writeFile(snapshot, damage(await readFile(snapshot)))
  return copy
}
