import { defineConfig } from 'vitest/config'
import { root } from './results.ts'

/** With whole hours, a half, beyond the date line, and one that moves by half an hour. */
const zones = ['UTC', 'America/Los_Angeles', 'Europe/Berlin', 'Asia/Kolkata', 'Pacific/Apia', 'Australia/Lord_Howe']

/**
 * The tests of every rule, and of what the core makes of dates and times; whatever else there is knows none. Those of
 * cadences have zones of their own in each run, whichever the computer's is.
 */
const aboutTime = [
  'shared/**/*.test.ts',
  'main/core/{backlog,calendar,days-off,moves,quick-add,reminders,sample,today,zones}.test.ts',
  'main/core/quick-add/*.test.ts',
  'main/core/export/calendar.test.ts',
  'main/electron/tray.test.ts',
  'renderer/**/*.test.ts',
]

/* Each zone is a project of one run, so that everything is read and compiled once. */
export default defineConfig({
  root,
  test: {
    maxWorkers: '100%',
    projects: zones.map((TZ) => ({ test: { name: TZ, env: { TZ }, pool: 'forks', isolate: false, testTimeout: 60_000, include: aboutTime } })),
  },
})
