import { join } from 'node:path'
import { _electron } from '@playwright/test'
import type { Bridge, CallInput, CallName, CallOutput, Reply } from '../../shared/api.ts'
import { desktopArguments, findDesktopRuntime } from '../../main/desktop-runtime.ts'
import type { RunningShell } from './fixtures.ts'

const root = join(import.meta.dirname, '..', '..')

/** Starts the built desktop app on Electron's real runtime. */
export async function startOnDesktop(dataDir: string): Promise<RunningShell> {
  const executablePath = findDesktopRuntime()
  if (executablePath === null) throw new Error("Electron's runtime is not installed")
  const app = await _electron.launch({ executablePath, args: [...desktopArguments(), root, '--data', dataDir] })
  let output = ''
  for (const stream of [app.process().stdout, app.process().stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text))
  }
  const page = await app.firstWindow()
  return {
    page,
    call: async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
      const reply = (await page.evaluate(
        (request) => (window as unknown as { followthrough: Bridge }).followthrough.call(request.name, request.input as never),
        { name, input },
      )) as Reply<CallOutput<N>>
      if (!reply.ok) throw new Error(`${name} was refused: ${reply.error.message}`)
      return reply.data
    },
    stop: () => app.close(),
    output: () => output,
  }
}
