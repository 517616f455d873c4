import { rmSync } from 'node:fs'
import { readUnitResults, unitReport } from './results.ts'
import { runScript } from './run.ts'

/* `npm run unit [-- path]`: the unit tests, with a report for `npm test` to sum up. No tests at all is a failure. */

rmSync(unitReport, { force: true })
const arguments_ = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`, ...process.argv.slice(2)]
const ended = runScript('node_modules/vitest/vitest.mjs', arguments_)
const results = readUnitResults()
if (!ended || results === null || results.passed === 0 || results.failed.length > 0) process.exitCode = 1
