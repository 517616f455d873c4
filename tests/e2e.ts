import { existsSync, rmSync } from 'node:fs'
import { build, isStale } from '../main/build.ts'
import { findBrowser } from './browser.ts'
import { describeResults, e2eReport, readE2eResults } from './results.ts'
import { runCommand, runScript } from './run.ts'

/*
 * `npm run e2e [-- file]`: the one suite over the web shell, and over the desktop app where Electron's runtime is. Finds
 * a browser or installs one. No tests at all is a failure, and so is no browser.
 */

rmSync(e2eReport, { force: true })
if (!findBrowser()) installBrowser()
if (!findBrowser()) {
  console.error(
    'The e2e tests need Chromium, Chrome or Edge, and none was found or could be installed. Install one ' +
      '(Debian and Ubuntu: "apt-get install chromium"; elsewhere: "npx playwright install chromium"), or name its ' +
      'program in PLAYWRIGHT_CHROMIUM.',
  )
  process.exit(1)
}
if (isStale() && !(await build())) process.exit(1)

const playwright = ['test', '--reporter=list,json', ...process.argv.slice(2)]
const ended = runScript('node_modules/@playwright/test/cli.js', playwright, { PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport })
const results = readE2eResults()
if (results) console.log(describeResults(results))
if (!ended || results === null || results.passed === 0 || results.failed.length > 0) process.exitCode = 1

/** Debian's package brings the libraries that a browser needs along; Playwright's own build is for the others. */
function installBrowser() {
  console.error('No Chromium, Chrome or Edge was found; installing one…')
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  if (isRootOnDebian) {
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
    runCommand('apt-get', ['update', '-q'], quiet)
    runCommand('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'], quiet)
  }
  if (!findBrowser()) runScript('node_modules/@playwright/test/cli.js', ['install', 'chromium'])
}
