import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from './host.ts'

const largest = 1_000_000

/**
 * A log on stderr and in `followthrough.log` in the data folder. At 1 MB the file becomes `followthrough.log.old`, in
 * place of the one before, so that both stay small. A folder that cannot be written to costs the file, never the app.
 */
export function createLog(dataDir: string): Log {
  const file = join(dataDir, 'followthrough.log')
  const write = (level: string, message: string) => {
    const line = `${new Date().toISOString()} ${level} ${message}\n`
    process.stderr.write(line)
    try {
      mkdirSync(dataDir, { recursive: true, mode: 0o700 })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(file, `${file}.old`)
      appendFileSync(file, line)
    } catch {
      // Already on stderr.
    }
  }
  return {
    info: (message) => write('info', message),
    error: (message, error) => write('error', error === undefined ? message : `${message}: ${describe(error)}`),
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
