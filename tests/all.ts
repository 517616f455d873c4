import { rmSync } from 'node:fs'
import { describeResults, e2eReport, readE2eResults, readUnitResults, sum, unitReport, zonesReport, type Results } from './results.ts'
import { runScript } from './run.ts'

/*
 * `npm test`: types, lint with the import layers, unit tests, those about time once more in each of several zones, and
 * e2e tests, each of them whatever became of the others.
 * Ends with one line: `N passed, N failed`, and `, N skipped` when something was.
 */

const none: Results = { passed: 0, failed: [], skipped: [] }
const failing = (name: string): Results => ({ ...none, failed: [name] })
for (const report of [unitReport, zonesReport, e2eReport]) rmSync(report, { force: true })

const types = runScript('node_modules/typescript/bin/tsc', ['-b']) ? none : failing('types')
const lint = runScript('node_modules/oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']) ? none : failing('lint')
const unit = resultsOf('unit tests', runScript('tests/unit.ts', []), readUnitResults())
const inZones = resultsOf('unit tests in time zones', runScript('tests/zones.ts', []), readUnitResults(zonesReport))
const e2e = resultsOf('e2e tests', runScript('tests/e2e.ts', []), readE2eResults())

const all = sum(types, lint, unit, inZones, e2e)
console.log(`\n${describeResults(all)}`)
process.exitCode = all.failed.length === 0 ? 0 : 1

/** A run that did not end well fails also when its report names no failed test, or when there is none. */
function resultsOf(name: string, ended: boolean, results: Results | null): Results {
  const told = results ?? none
  return ended || told.failed.length > 0 ? told : sum(told, failing(`${name}, as a whole`))
}
