import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../../tests/support/core.ts'
import { failingDisk, mixOfSectors } from '../../../tests/support/disk.ts'
import { realDisk } from './disk.ts'
import { decodeJournal, encodeEntry, Journal, type JournalEntry } from './journal.ts'

function anEntry(sequence: number, text = ''): JournalEntry {
  const change = { table: 'leads', id: 'lead', before: { title: '' }, after: { title: text } } as const
  return { sequence, id: `id-${sequence}`, version: 1, at: '2026-11-23T09:00:00.000Z', device: 'this', command: 'editLead', changes: [change] }
}

async function aJournal(entries: JournalEntry[]): Promise<{ journal: Journal; path: string }> {
  const path = join(await temporaryFolder(), 'journal')
  const journal = await Journal.open(realDisk, path, 0)
  for (const entry of entries) await journal.append(encodeEntry(entry))
  return { journal, path }
}

describe('the room at the end of a journal', () => {
  test('is taken by lines without making the file longer, is no damage, and is given back on a proper end', async () => {
    const { journal, path } = await aJournal([anEntry(1)])
    const { size } = await stat(path)
    await journal.append(encodeEntry(anEntry(2)))
    expect((await stat(path)).size).toBe(size)
    expect(decodeJournal(await readFile(path))).toEqual({ entries: [anEntry(1), anEntry(2)], whole: true, tornBytes: 0, goodBytes: journal.size })
    await journal.close()
    expect((await stat(path)).size).toBe(journal.size)
  })

  test('is made anew for a line that does not fit, however long', async () => {
    const entries = [anEntry(1), anEntry(2, 'x'.repeat(200_000)), anEntry(3), anEntry(4, 'y'.repeat(65_000)), anEntry(5)]
    const { path } = await aJournal(entries)
    expect(decodeJournal(await readFile(path)).entries).toEqual(entries)
  })

  test('is done without where the disk has no space for it, but for the line', async () => {
    const path = join(await temporaryFolder(), 'journal')
    const full = failingDisk('ENOSPC')
    const journal = await Journal.open(full.disk, path, 0)
    const line = encodeEntry(anEntry(1))
    full.failAfter(line.length + 10)
    await journal.append(line)
    expect(decodeJournal(await readFile(path)).entries).toEqual([anEntry(1)])
    await expect(journal.append(encodeEntry(anEntry(2)))).rejects.toMatchObject({ code: 'ENOSPC' })
    expect(decodeJournal(await readFile(path))).toMatchObject({ entries: [anEntry(1)], whole: true, tornBytes: 0 })
    await journal.close()
  })

  test('left behind by a crash is passed over at the next start, which goes on after the last line', async () => {
    const { journal, path } = await aJournal([anEntry(1)])
    const { goodBytes } = decodeJournal(await readFile(path))
    const again = await Journal.open(realDisk, path, goodBytes)
    await again.append(encodeEntry(anEntry(2)))
    await again.close()
    expect(decodeJournal(await readFile(path)).entries).toEqual([anEntry(1), anEntry(2)])
    await journal.close()
  })
})

test('of a line whose sectors arrived in part nothing is read, and nothing before it is lost', async () => {
  const before = [anEntry(1), anEntry(2, 'a line that is on disk')]
  const { journal, path } = await aJournal(before)
  const old = await readFile(path)
  const line = encodeEntry(anEntry(3, 'z'.repeat(3000)))
  await journal.append(line)
  const written = await readFile(path)
  fc.assert(
    fc.property(fc.infiniteStream(fc.boolean()), (arrived) => {
      const mixed = mixOfSectors(old, written, () => arrived.next().value)
      const { entries, whole, tornBytes } = decodeJournal(mixed)
      expect(whole).toBe(true)
      expect(entries.slice(0, 2)).toEqual(before)
      // Whole or not at all: what is not there as a line is told as torn, unless no byte of it came.
      const sawAll = mixed.subarray(0, journal.size).equals(written.subarray(0, journal.size))
      expect(entries).toHaveLength(sawAll ? 3 : 2)
      if (sawAll) expect(tornBytes).toBe(0)
    }),
  )
  await journal.close()
})
