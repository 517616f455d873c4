import { defineConfig } from '@playwright/test'
import type { ShellOptions } from './tests/e2e/fixtures.ts'
import { findDesktopRuntime, missingDisplay } from './main/desktop-runtime.ts'
import { findBrowser } from './tests/browser.ts'

const executablePath = findBrowser()
const desktop = findDesktopRuntime() !== null && missingDisplay() === null

/**
 * One suite over both shells; over the desktop app only where Electron's runtime is. What a `.web.e2e.ts` file tests
 * concerns the web shell alone.
 */
export default defineConfig<ShellOptions>({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  // Ample, for a machine that does other things besides: how fast the app is, the bench says.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: !!process.env['CI'],
  // A test that passes only sometimes does not pass.
  retries: 0,
  use: {
    viewport: { width: 1280, height: 800 },
    // What was done and asked for, without a picture of each step, which takes a quarter of the time: `--trace on` adds those.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
    launchOptions: { ...(executablePath !== null && { executablePath }), args: ['--disable-gpu', '--disable-background-networking'] },
  },
  projects: [
    { name: 'browser', use: { browserName: 'chromium', shell: 'browser' } },
    ...(desktop ? [{ name: 'desktop', testIgnore: '**/*.web.e2e.ts', use: { shell: 'desktop' as const } }] : []),
  ],
})
