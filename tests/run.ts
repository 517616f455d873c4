import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './results.ts'

/** Runs a program of a package with this Node, what it says going where ours goes; true when it ended well. */
export function runScript(script: string, args: string[], env: Record<string, string> = {}): boolean {
  return runCommand(process.execPath, [join(root, script), ...args], env)
}

/** Runs a command in the project's folder; true when it ended well. */
export function runCommand(command: string, args: string[], env: Record<string, string> = {}): boolean {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } })
  return status === 0
}
