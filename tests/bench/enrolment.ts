import { copyFile, mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { CallOutput } from '../../shared/api.ts'
import type { BenchData } from './data.ts'
import { call, openCore } from './open-core.ts'
import { median, milliseconds, type Row } from './report.ts'

const leads = 1000
const rounds = 5

/** 1,000 leads go into the longest cadence, in one command that is one line of the journal, and out of it again. */
export async function measureEnrolment(folder: string, source: string, data: BenchData): Promise<Row[]> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await copyFile(join(source, 'followthrough.json'), join(folder, 'followthrough.json'))
  const core = await openCore(folder)
  await call(core, 'addReadyCadences', {})
  const cadences = await call<CallOutput<'getCadences'>>(core, 'getCadences', {})
  const [longest] = cadences.toSorted((a, b) => b.steps.length - a.steps.length)
  const resting = new Set(['lost', 'parked'])
  const leadIds = data.leads.filter(({ stageId }) => !resting.has(stageId)).slice(0, leads).map(({ id }) => id)
  const input = { leadIds, cadenceId: longest?.id, startOn: new Date().toISOString().slice(0, 10), perDay: null }
  const previews: number[] = []
  const enrolments: number[] = []
  const lines: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now()
    await call(core, 'previewEnrolment', input)
    const previewed = performance.now()
    const before = await linesOf(folder)
    const began = performance.now()
    const { enrolled } = await call<CallOutput<'enrol'>>(core, 'enrol', input)
    enrolments.push(performance.now() - began)
    lines.push((await linesOf(folder)) - before)
    previews.push(previewed - started)
    if (enrolled !== leads) throw new Error(`${enrolled} leads were enrolled`)
    await call(core, 'undo', { transaction: null })
  }
  await core.stop()
  return [
    { name: `enrolling ${leads} leads, durable`, value: median(enrolments), unit: 'ms', budget: { most: 1000 }, from: `preview ${milliseconds(median(previews))}, ${longest?.steps.length ?? 0} steps each` },
    { name: '  lines of the journal for it', value: Math.max(...lines), unit: '', budget: { most: 1 }, from: `${rounds} rounds` },
  ]
}

async function linesOf(folder: string): Promise<number> {
  return (await readFile(join(folder, 'followthrough.journal'), 'utf8')).split('\n').length - 1
}
