import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')
export const unitReport = join(root, 'dist', 'reports', 'unit.json')
export const zonesReport = join(root, 'dist', 'reports', 'zones.json')
export const e2eReport = join(root, 'dist', 'reports', 'e2e.json')

/** How tests went. What was skipped has a name, so that nothing passes by being left out silently. */
export interface Results {
  passed: number
  /** The names of the tests that failed. */
  failed: string[]
  skipped: { name: string; count: number }[]
}

interface UnitReport {
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[]
}

interface E2eSuite {
  title: string
  suites?: E2eSuite[]
  specs: { title: string; file: string; tests: { projectName: string; status: 'expected' | 'unexpected' | 'flaky' | 'skipped' }[] }[]
}

/** What vitest's JSON report says; null when there is none. A file that could not even be loaded counts as one failure. */
export function readUnitResults(report: string = unitReport): Results | null {
  if (!existsSync(report)) return null
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as UnitReport
  const tests = testResults.flatMap((file) => file.assertionResults)
  const unloaded = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'))
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: [...tests.filter((test) => test.status === 'failed').map((test) => test.fullName), ...unloaded.map((file) => file.name)],
    skipped: tests.filter((test) => !['passed', 'failed'].includes(test.status)).map((test) => ({ name: test.fullName, count: 1 })),
  }
}

/** What Playwright's JSON report says; null when there is none. Without the desktop app, its share of the suite counts as skipped. */
export function readE2eResults(): Results | null {
  if (!existsSync(e2eReport)) return null
  const report = JSON.parse(readFileSync(e2eReport, 'utf8')) as { suites: E2eSuite[] }
  const tests = report.suites.flatMap(testsOf)
  const named = (status: string) => tests.filter((test) => test.status === status).map((test) => test.name)
  const desktop = tests.some((test) => test.project === 'desktop')
  const shared = tests.filter((test) => !test.file.endsWith('.web.e2e.ts')).length
  const withoutDesktop = { name: `${shared} tests of the e2e suite on Electron's real runtime (not installed here)`, count: shared }
  return {
    passed: named('expected').length,
    failed: [...named('unexpected'), ...named('flaky')],
    skipped: [...named('skipped').map((name) => ({ name, count: 1 })), ...(desktop || shared === 0 ? [] : [withoutDesktop])],
  }
}

function testsOf(suite: E2eSuite): { name: string; file: string; project: string; status: string }[] {
  const own = suite.specs.flatMap((spec) =>
    spec.tests.map(({ projectName, status }) => ({ name: `${spec.title} [${projectName}]`, file: spec.file, project: projectName, status })),
  )
  return [...own, ...(suite.suites ?? []).flatMap(testsOf)]
}

/** Both together. */
export function sum(...all: Results[]): Results {
  return {
    passed: all.reduce((count, results) => count + results.passed, 0),
    failed: all.flatMap((results) => results.failed),
    skipped: all.flatMap((results) => results.skipped),
  }
}

/** Names what failed and what was skipped, and ends with the one line that says how many. */
export function describeResults({ passed, failed, skipped }: Results): string {
  const left = skipped.reduce((count, skip) => count + skip.count, 0)
  return [
    ...failed.map((name) => `failed: ${name}`),
    ...skipped.map((skip) => `skipped: ${skip.name}`),
    `${passed} passed, ${failed.length} failed${left > 0 ? `, ${left} skipped` : ''}`,
  ].join('\n')
}
