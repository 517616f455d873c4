import { rmSync } from 'node:fs'
import { readUnitResults, zonesReport } from './results.ts'
import { runScript } from './run.ts'

/* `npm run zones [-- path]`: the tests that have to do with time, once in each of several time zones. */

rmSync(zonesReport, { force: true })
const arguments_ = ['run', '--config', 'tests/zones.config.ts', '--reporter=dot', '--reporter=json', `--outputFile.json=${zonesReport}`, ...process.argv.slice(2)]
const ended = runScript('node_modules/vitest/vitest.mjs', arguments_)
const results = readUnitResults(zonesReport)
if (!ended || results === null || results.passed === 0 || results.failed.length > 0) process.exitCode = 1
