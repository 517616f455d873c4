import { defineConfig } from 'vitest/config'

const testTimeout = 60_000

/* What needs nothing of its own shares its modules with the files before it, which are read once; the shells put a stand-in
 * in Electron's place, so each of their files begins anew. */
export default defineConfig({
  test: {
    // Much of the time goes by waiting for disks and processes.
    maxWorkers: '100%',
    projects: [
      { test: { name: 'rules', include: ['shared/**/*.test.ts', 'main/core/**/*.test.ts', 'renderer/**/*.test.{ts,tsx}'], isolate: false, testTimeout } },
      { test: { name: 'shells', include: ['main/*.test.ts', 'main/{electron,web}/**/*.test.ts', 'tests/**/*.test.ts'], testTimeout } },
    ],
  },
})
