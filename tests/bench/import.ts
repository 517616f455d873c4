import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImportResult } from '../../shared/api.ts'
import type { ImportReading } from '../../shared/import.ts'
import { importInput } from '../support/import.ts'
import { benchData, writeDataFolder } from './data.ts'
import { call, openCore } from './open-core.ts'
import { milliseconds, type Row } from './report.ts'

const rows = 10_000

/** A file of 10,000 people, half of whom are there already, previewed and then taken over with a lead each. */
export async function measureImport(folder: string, now: number): Promise<Row[]> {
  await rm(folder, { recursive: true, force: true })
  const data = benchData(rows / 2, now)
  await writeDataFolder(join(folder, 'data'), data, now)
  const known = data.contacts.map(({ name, company, emails }) => [name, company, emails[0]?.address ?? ''])
  const fresh = known.map(([name, company], index) => [name, company, `new.${index}@import.example`])
  const text = [['Full name', 'Company', 'E-mail', 'Notes'], ...known, ...fresh].map((cells) => [...cells, '"Met, and ""talked"" at the fair"'].join(',')).join('\r\n')
  const core = await openCore(join(folder, 'data'))
  const started = performance.now()
  const file = importInput(text, { stageId: 'new' })
  const preview = await call<ImportReading>(core, 'readImport', file)
  const previewed = performance.now()
  const done = await call<ImportResult>(core, 'importFile', file)
  const ended = performance.now()
  await core.stop()
  if (preview.newPeople !== rows / 2 || preview.knownPeople !== rows / 2 || done.leads !== rows / 2) throw new Error('the import did not take over whom it should')
  return [
    { name: `import of ${rows} rows, preview and duplicates included`, value: ended - started, unit: 'ms', budget: { most: 3000 }, from: `preview ${milliseconds(previewed - started)}, import ${milliseconds(ended - previewed)}` },
  ]
}
